"""A small ontology and made-up articles of any size, as the page receives them. All firms, goods and people are invented."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from graph.model import (
    Document,
    Entity,
    Evidence,
    Figure,
    Knowledge,
    Literal,
    Mention,
    Part,
    Period,
    Script,
    Sentence,
    Statement,
    Status,
    Text,
)
from graph.ontology import ZM

if TYPE_CHECKING:
    from graph.ontology import Ontology

_CLASSES = {
    "Company": ("Company", "企业", "企業", "#2b6cb0", "dot", "org"),
    "GovernmentBody": ("Government body", "政府机构", "政府機構", "#9b3d30", "dot", "org"),
    "University": ("University", "高校", "高校", "#3f51b5", "dot", "org"),
    "Person": ("Person", "人物", "人物", "#d64f6f", "triangleDown", "person"),
    "Province": ("Province", "省级行政区", "省級行政區", "#5f7a33", "square", "place"),
    "City": ("City", "城市", "城市", "#7fa03c", "square", "place"),
    "Fair": ("Fair", "展会", "展會", "#c05f15", "star", "occasion"),
    "FairEdition": ("Fair edition", "展会届次", "展會屆次", "#e8912d", "star", "occasion"),
    "Product": ("Product", "产品", "產品", "#c2478a", "diamond", "offering"),
    "Technology": ("Technology", "技术", "技術", "#7b4fb5", "diamond", "offering"),
    "Industry": ("Industry", "产业", "產業", "#2a9d6f", "hexagon", "industry"),
    "Venue": ("Venue", "场馆", "場館", "#5c7f8a", "square", "venue"),
    "Position": ("Position", "职务", "職務", "#8f98a3", "triangle", "position"),
}
_PROPERTIES = {
    "partOf": ("part of", "属于", "屬於", "comprises", "包括", "包括"),
    "locatedIn": ("located in", "位于", "位於", "is home to", "境内有", "境內有"),
    "editionOf": ("edition of", "所属展会", "所屬展會", "has edition", "届次", "屆次"),
    "heldIn": ("held in", "举办于", "舉辦於", "is where", "举办了", "舉辦了"),
    "heldAt": ("held at", "场馆", "場館", "is the venue of", "承接", "承接"),
    "organises": ("organises", "主办", "主辦", "organised by", "主办方", "主辦方"),
    "exhibitsAt": ("exhibits at", "参展", "參展", "has exhibitor", "参展者", "參展者"),
    "exhibits": ("exhibits", "展出", "展出", "exhibited by", "展出者", "展出者"),
    "develops": ("develops", "研发", "研發", "developed by", "研发者", "研發者"),
    "usesTechnology": ("uses", "采用", "採用", "used in", "用于", "用於"),
    "appliedIn": ("applied in", "应用于", "應用於", "applies", "应用产品", "應用產品"),
    "cooperatesWith": ("cooperates with", "合作", "合作", "cooperates with", "合作", "合作"),
    "affiliatedWith": ("affiliated with", "任职于", "任職於", "has member", "成员", "成員"),
    "holdsPosition": ("holds the position", "担任", "擔任", "held by", "任职者", "任職者"),
    "foundedOn": ("founded on", "成立时间", "成立時間", "", "", ""),
}
_TAGS = ("en", "zh-Hans", "zh-Hant")


def ontology() -> Ontology:
    """An ontology with as much as the page reads of one."""
    classes = {
        name: SimpleNamespace(
            labels=dict(zip(_TAGS, row[:3], strict=True)), colour=row[3], shape=row[4], space=row[5], iri=ZM + name
        )
        for name, row in _CLASSES.items()
    }
    properties = {
        name: SimpleNamespace(
            labels=dict(zip(_TAGS, row[:3], strict=True)),
            inverse_labels=dict(zip(_TAGS, row[3:], strict=True)),
            symmetric=name == "cooperatesWith",
            iri=ZM + name,
            range="zm:Thing",
        )
        for name, row in _PROPERTIES.items()
    }
    return cast("Ontology", SimpleNamespace(classes=classes, properties=properties))


@dataclass
class Reporter:
    """Writes one article sentence by sentence, and notes what each says and where."""

    number: int
    title: str
    script: Script = Script.HANT
    source: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"d{self.number}"

    def say(self, *parts: str | Entity | tuple[Entity, str]) -> Evidence:
        """Append a sentence; an entity is mentioned by its name, a pair by the word that goes with it."""
        start = len(self.source)
        for part in parts:
            if isinstance(part, str):
                self.source += part
                continue
            entity, word = part if isinstance(part, tuple) else (part, part.name)
            at = len(self.source)
            self.source += word
            self.mentions.append(Mention(self.id, at, at + len(word), word, entity.type, entity.id, 0.9))
        end = len(self.source)
        self.sentences.append(Sentence(start, end, Part.BODY, 0))
        return Evidence(self.id, start, end, self.source[start:end], "cue:made-up", 0.9)

    def state(
        self, subject: Entity, predicate: str, object: Entity | Literal, evidence: Evidence, **more: object
    ) -> None:
        """A statement that the evidence says."""
        target = object if isinstance(object, Literal) else object.id
        id = f"{subject.id} {predicate} {target} {more.get('status', '')}"
        plain = Statement(id, subject.id, predicate, target, Status.ASSERTED, 0.9, (evidence,))
        self.statements.append(replace(plain, **more))  # type: ignore[arg-type]

    def text(self) -> Text:
        """The article, its clean text the same as its source."""
        document = Document(
            self.id,
            f"{self.id}.txt",
            self.source,
            self.title,
            f"2025-0{1 + self.number % 9}-1{self.number % 9}",
            "晨報",
        )
        starts = tuple(range(len(self.source)))
        ends = tuple(start + 1 for start in starts)
        return Text(document, self.source, self.source, starts, ends, self.script, tuple(self.sentences))


def entity(type: str, name: str, *aliases: str, **more: object) -> Entity:
    """An entity whose id follows from its class and name."""
    return replace(Entity(f"{type.lower()}/{name}", type, name, aliases), **more)  # type: ignore[arg-type]


def gathered(reporters: list[Reporter], entities: list[Entity], background: list[tuple[str, str, str]]) -> Knowledge:
    """What the articles say, put together; a mention's recogniser names the entity that it is of."""
    found: dict[str, list[Mention]] = {}
    statements: dict[str, Statement] = {}
    for reporter in reporters:
        for mention in reporter.mentions:
            found.setdefault(mention.recogniser, []).append(mention)
        for item in reporter.statements:
            known = statements.get(item.id)
            statements[item.id] = replace(known, evidence=known.evidence + item.evidence) if known else item
    return Knowledge(
        texts=tuple(reporter.text() for reporter in reporters),
        entities=tuple(replace(one, mentions=tuple(found.get(one.id, ()))) for one in entities),
        statements=tuple(statements.values()),
        figures=tuple(figure for reporter in reporters for figure in reporter.figures),
        background=tuple(background),
    )


_HEADS = "澄嵐 越衡 霽光 恆硯 朗岫 拓瀾 禾序 雲岫 鉑川 青硯 沐川 昀澤 璟和 聿星 樸遠 知禾 曜石 嶼光 望舒 衍楓".split()
_TRADES = ("機器人", "生物醫藥", "智能裝備", "新材料", "光電", "儲能", "感測", "雲計算", "航太", "食品")
_ENDS = ("股份有限公司", "科技有限公司", "集團", "有限公司")
_GOODS = (
    "協作機械臂 病理影像儀 柔性顯示屏 固態電池 巡檢無人機 手術導航系統 低溫儲罐 智能灌溉器 語音翻譯機 檢測晶片".split()
)
_SKILLS = "數字孿生 邊緣計算 多模態識別 飛秒雷射 液冷 聯邦學習 超聲成像 碳捕集".split()
_CITIES = {"南京": "江蘇省", "蘇州": "江蘇省", "杭州": "浙江省", "寧波": "浙江省", "合肥": "安徽省", "蕪湖": "安徽省"}
_PEOPLE = "沈知遙 顧言川 陸清和 周予安 葉南喬 許望之 江若谷 宋明棠".split()


def knowledge(size: int, seed: int = 1) -> Knowledge:
    """About ``size`` entities of a world of fairs, firms and what they show, with a document for every dozen."""
    return _World(size, random.Random(seed)).knowledge()


class _World:
    def __init__(self, size: int, chance: random.Random) -> None:
        self.size, self.chance = size, chance
        self.entities: dict[str, Entity] = {}
        self.background: dict[tuple[str, str, str], None] = {}
        self.reporters: list[Reporter] = []

    def get(self, type: str, name: str, *aliases: str, **more: object) -> Entity:
        made = entity(type, name, *aliases, **more)
        return self.entities.setdefault(made.id, made)

    def city(self) -> Entity:
        name = self.chance.choice(list(_CITIES))
        province = self.get("Province", _CITIES[name], background=True, code="320000")
        city = self.get("City", name, f"{name}市")
        self.background[city.id, "partOf", province.id] = None
        return city

    def firm(self) -> Entity:
        head, trade = self.chance.choice(_HEADS), self.chance.choice(_TRADES)
        return self.get("Company", f"{head}{trade}{self.chance.choice(_ENDS)}", f"{head}{trade}", hidden=(head,))

    def knowledge(self) -> Knowledge:
        while len(self.entities) < self.size:
            self.article(len(self.reporters))
        return gathered(self.reporters, list(self.entities.values()), list(self.background))

    def article(self, number: int) -> None:
        city, chance = self.city(), self.chance
        trade = chance.choice(_TRADES)
        fair = self.get("Fair", f"{city.name}國際{trade}博覽會", f"{trade}博覽會")
        edition = self.get("FairEdition", f"第{'一二三四五六七八九'[number % 9]}屆{fair.name}", f"{city.name}{trade}展")
        report = Reporter(number, f"{edition.name}開幕，逾百家企業同場亮相")
        self.reporters.append(report)
        said = report.say(edition, "日前在", city, "開幕。")
        report.state(edition, "heldIn", city, said)
        report.state(edition, "editionOf", fair, said, confidence=0.97)
        if number % 2 == 0:
            body = self.get("GovernmentBody", f"{city.name}市商務局")
            said = report.say("本屆展會由", body, "主辦，展覽面積近3.5萬平方米。")
            report.state(body, "organises", edition, said, qualifiers=(("role", "主辦"),))
            area = Figure(
                f"f{number}",
                edition.id,
                "展覽面積",
                Decimal(35000),
                "平方米",
                "approximately",
                Status.ASSERTED,
                0.88,
                (said,),
            )
            report.figures.append(area)
        for _ in range(chance.choice((2, 3, 4))):
            self.exhibitor(report, edition)
        self.plan(report, fair, number)
        if number % 3 == 1:
            report.say("同日舉行的還有", self.get("Industry", f"{trade}產業"), "論壇。")

    def exhibitor(self, report: Reporter, edition: Entity) -> None:
        firm, chance = self.firm(), self.chance
        good = self.get("Product", f"{chance.choice(_HEADS)}{chance.choice(_GOODS)}")
        said = report.say("展會上，", (firm, firm.aliases[0]), "帶來自主研發的", good, "，吸引眾多觀眾駐足。")
        report.state(firm, "exhibitsAt", edition, said, confidence=0.83)
        report.state(firm, "exhibits", good, said, qualifiers=(("edition", edition.id),))
        report.state(firm, "develops", good, said, confidence=0.71)
        if chance.random() < 0.6:
            skill = self.get("Technology", chance.choice(_SKILLS) + "技術")
            said = report.say(
                "據介紹，", good, "採用了", skill, "，已應用於", self.get("Industry", chance.choice(_TRADES)), "領域。"
            )
            report.state(good, "usesTechnology", skill, said)
        if chance.random() < 0.5:
            place = self.city()
            said = report.say(firm, "位於", place, "，去年營收逾22億元，同比增長12.5%。")
            report.state(firm, "locatedIn", place, said)
            report.state(firm, "foundedOn", Literal("2011", "gYear"), said)
            year = Period("2024")
            report.figures += [
                Figure(
                    f"{said.document}{said.start}a",
                    firm.id,
                    "營收",
                    Decimal(2200000000),
                    "元",
                    "moreThan",
                    Status.ASSERTED,
                    0.9,
                    (said,),
                    time=year,
                ),
                Figure(
                    f"{said.document}{said.start}b",
                    firm.id,
                    "營收增幅",
                    Decimal("12.5"),
                    "%",
                    "exactly",
                    Status.ASSERTED,
                    0.8,
                    (said,),
                    time=year,
                    against="上年",
                ),
            ]
        if chance.random() < 0.35:
            person = self.get("Person", chance.choice(_PEOPLE))
            said = report.say((firm, firm.aliases[0]), "董事長", person, "表示，將繼續加大投入。")
            report.state(person, "affiliatedWith", firm, said)
            report.state(
                person, "holdsPosition", self.get("Position", "董事長"), said, qualifiers=(("organisation", firm.id),)
            )

    def plan(self, report: Reporter, fair: Entity, number: int) -> None:
        firm = self.firm()
        school = self.get("University", f"{self.city().name}理工大學")
        if number % 2:
            said = report.say((firm, firm.aliases[0]), "將與", school, "在", (fair, fair.aliases[0]), "期間開展合作。")
            report.state(firm, "cooperatesWith", school, said, status=Status.PLANNED, confidence=0.66)
        else:
            said = report.say("有觀眾稱，", (firm, firm.aliases[0]), "已與", school, "合作多年。")
            report.state(firm, "cooperatesWith", school, said, status=Status.CLAIMED, confidence=0.5)
