"""Fairs, their editions and events: full names by their endings, short names (某博会), numbered, dated, and pointed at (本届)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Mention
from .phrases import left_edge, quoted_span
from .view import View

# A short name of a fair: two or three characters that end in one of those fairs' names are cut from, and 会.
_SHORT = re.compile(r"(?<![一-龥]会)([一-龥]{1,2}[博交贸洽]会)(?![议谈面见晤场长员计考标所费客刊话诊])")
_NOT_SHORT = re.compile(
    r"社交会|外交会|成交会|公交会|移交会|提交会|转交会|国交会|相交会|[的了在是与和将就对把]|[为向各本届]|^[上下][博贸洽展]|结交"
)
_NUMBER = r"(?:第[一二三四五六七八九十百〇零\d]+(?:[、至及和到—-]第?[一二三四五六七八九十\d]+)?[届次]|首届)"
_YEAR = r"(?:(?:19|20)\d\d年?(?:度|第[一二三四五六七八九十\d]+届)?|[二一][〇零九]?[〇零一二三四五六七八九]{2,3}年?)"
_EDITION_PREFIX = re.compile(rf"({_NUMBER}|{_YEAR})\s?(?:“)?$")
_EDITION_SUFFIX = re.compile(r"\s?\(?(20\d\d)\)?(?!\d|年|[.,]\d)")
# A fair that ends in a bare 展 is one where a number or a year stands before it (第三届某某装备展).
_EXHIBITION = re.compile(
    rf"(?:{_NUMBER}|{_YEAR})\s?“?((?:(?!第.{{1,4}}届|举行|开幕|闭幕|亮相|参加|[的在与和、今闭期]|[博交贸洽]会)[一-龥a-z0-9]){{2,24}}(?<![发参开进扩拓伸施画会首巡布策招])展)"
    r"(?![览会示品区台位馆商团出开厅望现演销期播项览柜板业者方卖])"
)
_DASHED = re.compile(r"([一-龥]{2,6})[—–\-]+$")  # 中国—东盟博览会
_POINTED = re.compile(r"(?:本届|今年的?|此次|本次|这届|这次|此届)(?:的)?\s?$")
_POINTED_BARE = re.compile(r"(?:本届|此次|本次|这届|该)(展会|大会|盛会|博览会|交易会|展览会|年会|峰会|论坛|会展)(?!议)")
_OTHER = re.compile(r"(?:上届|往届|历届|下届|前[一二两三四五六七八九十]届|去年的?|明年的?)(?:的)?\s?$")
_QUOTED_EVENT = re.compile(
    r"“[^“”\n]{2,40}”(?:为)?(?:主题)?(?:全国|全球|国际|高层|平行|分|系列|主题|专题|专场|请愿|募捐|志愿|宣传|推广|慰问|演出|展演|科普|志愿服务)*(?:论坛|峰会|研讨会|座谈会|协商会|启动仪式|发布会|推介会|对接会|交流会|展览|专场活动|系列活动|活动|大赛)(?![议谈室期])"
)
_NUMBERED_NAME = re.compile(
    rf"(?:{_NUMBER}|(?:19|20)\d\d年)((?:(?!第.{{1,4}}届|举行|开幕|闭幕|亮相|参加|展会|和|与|、)[一-龥()a-z]){{4,30}})$"
)
_CONGRESS = re.compile(
    r"(?:中共|党的|中国共产党)?(?:第?[一二三四五六七八九十]+届[一二三四五六七八九]中全会|(?<=党的)[一二三][一二三四五六七八九十]{0,2}大(?![家量型力多小会部批众幅桥学事计代步])|第[一二三四五六七八九十]+次全国代表大会)|"
    r"(?:全国)?两会(?![员议期])"
)
_DAY = re.compile(
    r"(?:第[一二三四五六七八九十\d]+(?:个|届))?(?:全国|世界|国际|全民)[一-龥]{2,9}(?<![今昨明同当近每节假])(?:日|宣传周|活动周|科技周|双创周|活动月|宣传月)(?![报益常本元程期前])"
)
_WAR = re.compile(
    r"[中美俄乌以巴伊印朝韩日英法德叙阿苏](?:国)?[美俄乌以巴伊印朝韩日英法德叙阿苏](?:国)?(?:冲突|战争)|第[一二]次世界大战"
)
_YEAR_OF = re.compile(
    r"“((?:20\d\d年?)?[一-龥]{2,14}(?:促进|推进|落实|攻坚|提升|主题|文化|旅游|建设|行动|深化|突破|消费|服务)年)”"
)
_SESSION = re.compile(r"(?:20\d\d年)?[一-龥]{0,4}?(?:峰会|年会)(?![一-龥]?[议期])")
_NTH = re.compile(
    r"第[一二三四五六七八九十\d]+次(?:全体|全会|部长级|领导人|工作|年度|非正式|高官)*(?:会议|会晤|峰会|会谈)(?![室期纪记])"
)
_LEAST_NAME = 3
_AT_MEETING = re.compile(
    r"(?:在|召开|出席|参加|举行|举办|主持)((?:(?!在|出席|参加|召开|这|该|此|本次|本届|一[场次个]|多|各|的|举|召|新闻)[一-龥a-z0-9]){4,20}?(?:座谈会|工作会议|研讨会|研讨班|论证会|动员会|表彰大会|交流会|推进会|恳谈会|庆祝大会|纪念大会|经济工作会议|协商会|通气会|茶话会))(?=上|期间|中|发表|作|[,。]|并)"
)
_SEASON = re.compile(
    r"(?:20\d\d年?)?(?:春节|清明|五一|端午|暑期|暑假|七夕|中秋|国庆|元旦|跨年|贺岁|情人节)档(?!期?[次案位口])"
)
# A number alone stands for an edition where no name follows it: 比第三届多50家.
_BARE = re.compile(
    r"(?:第[一二三四五六七八九十百〇零\d]+届|首届)(?=[,。;:、)]|多|少|增|减|时|相比|展会|的(?!主题)|有|共|参展|举办|举行|将|已|更|提|翻|扩|仅|只|就|吸引|[和与到]第)"
)
_COUNT = re.compile(r"(?:[\d一二两三四五六七八九十百余多]+(?:场|个|次|项|届)|多场|一系列)")


def occasions(view: View) -> Iterator[Mention]:
    """Fairs, and in the same place the edition where a number or a year stands before the name; events likewise."""
    for start, end, type in sorted(_names(view)):
        prefix = _EDITION_PREFIX.search(view.key, max(0, start - 14), start)
        if _OTHER.search(view.key, max(0, start - 6), start):
            continue
        if type == "Event":
            if prefix or _proper(view, start, end) or quoted_span(view, start):
                session = _SESSION.match(view.key, end)
                last = session.end() if session else end
                yield view.mention(prefix.start() if prefix else start, last, "Event", "pattern", 0.8)
            continue
        yield view.mention(start, end, "Fair", "pattern", 0.9)
        yield from _edition(view, start, end, prefix)
    for match in _QUOTED_EVENT.finditer(view.key):
        yield view.mention(*match.span(), "Event", "pattern", 0.85)
    yield from _known_kinds(view)
    for match in _POINTED_BARE.finditer(view.key):
        yield view.mention(match.start(), match.end(), "FairEdition", "pointer", 0.8, "pointer")


def _edition(view: View, start: int, end: int, prefix: re.Match[str] | None) -> Iterator[Mention]:
    """The edition of a fair whose name spans ``[start, end)``: by what stands before it, or by a year behind it."""
    if prefix:
        yield view.mention(prefix.start(), end, "FairEdition", "pattern", 0.95)
    elif pointed := _POINTED.search(view.key, max(0, start - 6), start):
        yield view.mention(pointed.start(), end, "FairEdition", "pointer", 0.9, "pointer")
    elif (suffix := _EDITION_SUFFIX.match(view.key, end)) and end - start > 3:
        yield view.mention(start, suffix.end(), "FairEdition", "pattern", 0.85)


def _known_kinds(view: View) -> Iterator[Mention]:
    """Events that are named by a form of their own: congresses and plenary sessions, seasons, days and weeks of something, wars,
    and meetings whose name begins with a verb (在促进某事座谈会上).
    """
    for match in _CONGRESS.finditer(view.key):
        yield view.mention(*match.span(), "Event", "pattern", 0.82)
    for match in _DAY.finditer(view.key):
        if view.starts_word(match.start()) and view.ends_word(match.end()):
            yield view.mention(*match.span(), "Event", "pattern", 0.78)
    for match in _WAR.finditer(view.key):
        if view.ends_word(match.end()):
            yield view.mention(*match.span(), "Event", "pattern", 0.82)
    yield from _nth_meetings(view)
    for match in _YEAR_OF.finditer(view.key):
        yield view.mention(*match.span(1), "Programme", "pattern", 0.8)
    for match in _AT_MEETING.finditer(view.key):
        if not any(m.start < match.end(1) and match.start(1) < m.end and m.type != "Place" for m in view.found):
            yield view.mention(*match.span(1), "Event", "pattern", 0.8)


def _nth_meetings(view: View) -> Iterator[Mention]:
    """Meetings of a body by their number (某委员会第八次会议)."""
    for match in _NTH.finditer(view.key):
        sentence = view.sentence(match.start())
        start = left_edge(view, match.start(), floor=sentence.start, longest=20) if sentence else match.start()
        if match.start() - start > _LEAST_NAME:
            yield view.mention(start, match.end(), "Event", "pattern", 0.85)


def seasons(view: View) -> Iterator[Mention]:
    """The seasons of cinemas: 春节档, 2021年国庆档."""
    for match in _SEASON.finditer(view.key):
        yield view.mention(*match.span(), "Event", "pattern", 0.85)


def _proper(view: View, start: int, end: int) -> bool:
    """Whether an event's name names it: a name or a Latin word in it, or enough words (新品发布会 has neither)."""
    return (
        bool({"LOC", "ORG", "PER", "nz", "nw"}.intersection(view.tags(start, end)))
        or end - start > 7
        or bool(re.search(r"[a-z]{2}", view.key[start:end]))
    )


def numbered_again(view: View) -> Iterator[Mention]:
    """Editions of fairs that were recognised by an alias the text defines: 首届某材展 after (以下简称“某材展”)."""
    editions = {m.end for m in view.found if m.type == "FairEdition"}
    for mention in view.found:
        prefix = _EDITION_PREFIX.search(view.key, max(0, mention.start - 14), mention.start)
        if mention.type == "Fair" and mention.end not in editions and prefix:
            yield view.mention(prefix.start(), mention.end, "FairEdition", "pattern", 0.9)


def bare_numbers(view: View) -> Iterator[Mention]:
    """第三届 without a name, in an article whose numbered editions are all of one fair: that edition of it."""
    numbered = [
        (series.name or series.surface)
        for m in view.found
        if m.type == "FairEdition" and m.recogniser != "pointer"
        for series in view.found
        if series.type == "Fair" and m.start < series.start and m.end == series.end
    ]
    if len(set(numbered)) != 1 or any(m.type == "Event" and "届" in m.surface for m in view.found):
        return
    for match in _BARE.finditer(view.key):
        if not any(m.start <= match.start() < m.end for m in view.found):
            yield view.mention(
                *match.span(), "FairEdition", "pointer", 0.8, view.text.clean[slice(*match.span())] + numbered[0]
            )


def _names(view: View) -> Iterator[tuple[int, int, str]]:
    taken: set[int] = set()
    for type in ("Fair", "Event"):
        endings = sorted(view.ontology.lexicon(type).suffixes, key=len, reverse=True)
        ending = "(?:" + ("|".join(map(re.escape, endings)) or r"(?!)") + ")"
        for match in re.finditer(rf"{ending}(?!{ending}|[议谈])", view.key):
            span = _full_name(view, match.start(), match.end())
            if span and taken.isdisjoint(range(*span)):
                taken.update(range(*span))
                yield (*span, type)
    for match in _EXHIBITION.finditer(view.key):
        if taken.isdisjoint(range(*match.span(1))):
            taken.update(range(*match.span(1)))
            yield (*match.span(1), "Fair")
    for match in _SHORT.finditer(view.key):
        start, end = _short_name(view, *match.span(1))
        if end - start == 4 and view.key.count(view.key[start + 1 : end]) > view.key.count(view.key[start:end]):
            start += 1  # 验放某博会: the shorter name stands elsewhere by itself
        start = _with_place(view, start)
        if start >= 0 and taken.isdisjoint(range(start, end)):
            yield start, end, "Fair"


def _full_name(view: View, head: int, end: int) -> tuple[int, int] | None:
    """The span of a name that ends in a word for fairs; none where only the word or a bare description stands."""
    sentence = view.sentence(head)
    if sentence is None or not (view.ends_word(end) or not view.key[end : end + 1].isalnum()):
        return None
    quoted = quoted_span(view, head)
    floor = quoted[0] if quoted else sentence.start
    start = left_edge(view, head, floor=floor, longest=30, loose=False)
    if numbered := _NUMBERED_NAME.search(view.key, max(floor, head - 36), head):
        start = min(start, numbered.start(1))
    if (dash := _DASHED.search(view.key, max(floor, start - 8), start)) and view.starts_word(dash.start(1)):
        start = dash.start(1)
    prefix = re.match(rf"(?:{_NUMBER}|{_YEAR})", view.key[start:head])
    start += prefix.end() if prefix else 0
    counted = _COUNT.match(view.key[start:head])
    start += counted.end() if counted else 0
    inner = view.key[start:head]
    if re.match(r"(?:上届|往届|历届|下届|上一届|去年|明年)", inner):
        return None
    body = re.sub(r"(?:论坛|大会|峰会)$", "", inner)
    if len(body) < 2 or re.fullmatch(
        r"(?:国际|全国|大型|综合|专业|商品|行业|科技|新闻|高层|平行|主题|主|分|多个|系列)+", body
    ):
        return None
    return start, end


def _with_place(view: View, start: int) -> int:
    """The start of a short name moved over the place between it and the number of an edition (第三届甲川|茶博会)."""
    token = view.token(start - 1) if start > 0 else None
    if token is None or token.tag not in ("LOC", "ORG", "nz") or token.end != start:
        return start
    numbered = _EDITION_PREFIX.search(view.key, max(0, token.start - 14), token.start)
    return token.start if numbered else start


def _short_name(view: View, start: int, end: int) -> tuple[int, int]:
    """The span of a short name; its first character may belong to the word before it."""
    if _NOT_SHORT.search(view.key[start:end]):
        if end - start < 4 or _NOT_SHORT.search(view.key[start + 1 : end]):
            return -1, -1
        return start + 1, end
    if end - start == 4 and view.key[start] in "届国省市年据对于将把让使向从为由在与和及等到以":
        return start + 1, end
    if (end - start == 4 and not view.starts_word(start)) or _EDITION_PREFIX.search(
        view.key, max(0, start - 13), start + 1
    ):
        return start + 1 if end - start == 4 else start, end
    return start, end
