"""A small knowledge, made by hand: two articles, eleven things, five statements, three figures."""

from __future__ import annotations

from decimal import Decimal

from graph.model import (
    Document,
    Entity,
    Evidence,
    Figure,
    Judgement,
    Knowledge,
    Literal,
    Mention,
    Period,
    Script,
    Statement,
    Status,
    Text,
    Verdict,
)

FIRST = "霽川智能亮相第八屆甲州交易會，展出「雲帆」機器人。霽川智能科技有限公司總部位於蘇州。成交額近22億元。"
SECOND = "霁川智能带来云帆机器人，应用于养老领域。参展企业中三分之一来自江苏。据称霁川智能将收购乙方公司。"


def text(id: str, source: str, script: Script, **fields: str) -> Text:
    """A text whose clean form is its source."""
    ends = tuple(range(1, len(source) + 1))
    return Text(Document(id, f"{id}.txt", source, **fields), source, source, tuple(range(len(source))), ends, script)


def evidence(document: str, quote: str, extractor: str = "cue:exhibits/展出", score: float = 0.9) -> Evidence:
    """The evidence that a quote of one of the two articles is."""
    source = {"d1": FIRST, "d2": SECOND}[document]
    start = source.index(quote)
    return Evidence(document, start, start + len(quote), quote, extractor, score)


def mention(document: str, surface: str, type: str) -> Mention:
    """The first place of a surface in one of the two articles."""
    start = {"d1": FIRST, "d2": SECOND}[document].index(surface)
    return Mention(document, start, start + len(surface), surface, type, "test", 0.9)


FIRM = Entity(
    "org/霁川智能科技有限公司",
    "Company",
    "霽川智能科技有限公司",
    aliases=("霽川智能", "霁川智能"),
    hidden=("霁川",),
    mentions=(mention("d1", "霽川智能", "Company"), mention("d2", "霁川智能", "Company")),
)
RIVAL = Entity("org/乙方公司", "Company", "乙方公司", mentions=(mention("d2", "乙方公司", "Company"),))
ROBOT = Entity(
    "offering/云帆机器人", "Product", "「雲帆」機器人", mentions=(mention("d1", "「雲帆」機器人", "Product"),)
)
CARE = Entity("industry/养老", "Industry", "养老", mentions=(mention("d2", "养老", "Industry"),))
EDITION = Entity(
    "occasion/第八届甲州交易会",
    "FairEdition",
    "第八屆甲州交易會",
    mentions=(mention("d1", "第八屆甲州交易會", "FairEdition"),),
)
FAIR = Entity("occasion/甲州交易会", "Fair", "甲州交易會", mentions=(mention("d1", "甲州交易會", "Fair"),))
SUZHOU = Entity(
    "place/320500",
    "City",
    "蘇州",
    mentions=(mention("d1", "蘇州", "City"),),
    code="320500",
    same_as=("http://www.wikidata.org/entity/Q42622",),
)
JIANGSU = Entity("place/320000", "Province", "江苏", mentions=(mention("d2", "江苏", "Province"),), code="320000")
CHINA = Entity("place/CN", "Country", "中国", background=True)


def statement(
    id: str, subject: Entity, predicate: str, object_: Entity | Literal, *said: Evidence, **more: object
) -> Statement:
    """A statement between two entities of this module."""
    value = object_ if isinstance(object_, Literal) else object_.id
    fields = {"status": Status.ASSERTED, "confidence": 0.9, **more}
    return Statement(id, subject.id, predicate, value, evidence=said, **fields)  # type: ignore[arg-type]


STATEMENTS = (
    statement(
        "s1",
        FIRM,
        "exhibits",
        ROBOT,
        evidence("d1", "霽川智能亮相第八屆甲州交易會，展出「雲帆」機器人"),
        evidence("d2", "霁川智能带来云帆机器人", "cue:exhibits/带来", 0.804),
        confidence=0.954,
        qualifiers=(("edition", EDITION.id),),
    ),
    statement("s2", FIRM, "headquarteredIn", SUZHOU, evidence("d1", "霽川智能科技有限公司總部位於蘇州")),
    statement("s3", FIRM, "exhibitsAt", EDITION, evidence("d1", "霽川智能亮相第八屆甲州交易會"), confidence=0.6),
    statement("s4", EDITION, "editionOf", FAIR, evidence("d1", "第八屆甲州交易會")),
    statement("s5", ROBOT, "appliedIn", CARE, evidence("d2", "云帆机器人，应用于养老领域")),
    statement("s6", FIRM, "acquires", RIVAL, evidence("d2", "据称霁川智能将收购乙方公司"), status=Status.CLAIMED),
    statement("s7", EDITION, "startDate", Literal("2021-04-15", "date"), evidence("d1", "第八屆甲州交易會")),
)
FIGURES = (
    Figure(
        "f1",
        EDITION.id,
        "成交額",
        Decimal("2.2E+9"),
        "元",
        "approximately",
        Status.ASSERTED,
        0.9,
        (evidence("d1", "成交額近22億元", "figure"),),
        time=Period("2021"),
    ),
    Figure(
        "f2",
        EDITION.id,
        "来自江苏的参展企业",
        Decimal("0.333333"),
        "1",
        "exactly",
        Status.ASSERTED,
        0.85,
        (evidence("d2", "参展企业中三分之一来自江苏", "figure"),),
        notation="1/3",
        share_of="参展企业",
    ),
    Figure(
        "f3",
        JIANGSU.id,
        "参展企业",
        Decimal("-12.50"),
        "%",
        "moreThan",
        Status.PLANNED,
        1.0,
        (evidence("d2", "参展企业中三分之一来自江苏", "figure"),),
        time=Period("2018", "2022-03"),
        as_of="2023-12-31",
        against="同比",
    ),
)
KNOWLEDGE = Knowledge(
    texts=(
        text("d2", SECOND, Script.HANS, title="机器人走进养老院", published="2021-04-16", publisher="乙报"),
        text("d1", FIRST, Script.HANT, title="霽川智能亮相", published="2021-04", url="https://example.org/1"),
    ),
    entities=(FIRM, RIVAL, ROBOT, CARE, EDITION, FAIR, SUZHOU, JIANGSU, CHINA),
    statements=STATEMENTS,
    figures=FIGURES,
    judgements=(
        Judgement(FIRM.id, "霁川智能 (d2)", Verdict.SAME, 0.93, "short form: 霁川智能 stands in 霁川智能科技有限公司"),
        Judgement(FIRM.id, RIVAL.id, Verdict.DIFFERENT, 0.99, "both have a legal form and differ"),
    ),
    background=(
        (SUZHOU.id, "partOf", JIANGSU.id),
        (JIANGSU.id, "partOf", CHINA.id),
    ),
)
