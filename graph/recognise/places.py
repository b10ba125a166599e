"""Places: known names, one-character names in a row (沪苏浙皖) or after 在, 赴, 驻, and what the tagger takes for places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..gazetteer import HIGHEST_FIRST, longest_matches
from ..model import Mention, Token
from .phrases import transitive_verbs
from .view import View

_NOT_A_TAIL = re.compile(r"[民场值面长容]")  # 广州市民 is not 广州市
# The people or the tongue of a place, which it is not: 甲国人, 乙语, 丙裔.
_PEOPLE = re.compile(
    r"人(?![民员口才工大均气物士类数力文群造为事行居流身格质艺社保代防形机武])|语(?![言音境料])|话(?![题剧])|裔|国?籍(?=[一-龥])"
)
_ALONE = re.compile(
    r"(?:(?<=[在赴来抵驻离])|(?<=^于))([一-龥])(?=举|召|开|闭|落|启|签|揭|成|正|隆|圆|拉|投|设|发|亮|注)"
)
_AFTER_RUN = re.compile(r"[省市地]")
_SURE, _ALMOST = 0.5, 0.65
_CRAFT = re.compile(r"丸(?![子药剂])|号(?![召称角令码外])")  # 某地丸, 某地号 are ships
_ITS_STATE = re.compile(r"家|际|有|内|企")  # 其中国家…, 其中国际…: 其中 and what follows
_ZONE = re.compile(r"(?:工业|科技|高新技术产业|高新|经济技术|经济|自由贸易|综合保税)(?:园区|开发区|试验区|区)")
_PART = re.compile(
    r"(?:东|西|南|北|中|东南|东北|西南|西北)(?:部|侧|缘|面|岸|麓|端)?$|(?:境内|沿海|腹地|周边|一带|等地)$"
)
_KIND = (
    ("Region", re.compile(r"[一-龥]{2,6}(?:地区|山区|库区|牧区|林区)$")),
    ("Place", re.compile(r"(?:度假区|风景区|名胜区|保护区)$")),
    ("City", re.compile(r"[一-龥]{2,3}专区$")),  # a prefecture once
    ("District", re.compile(r"[一-龥]{2,5}公社$")),
    ("District", re.compile(r"[一-龥]{2,6}(?:县|区|旗|镇|乡|村)$")),
    ("Place", re.compile(r"[一-龥]{2,6}街道$")),
    ("Facility", re.compile(r"(?:产业园|科技园|软件园|创业园|工业园|园区|物流园)$")),
    ("City", re.compile(r"[一-龥]{2,5}市$")),
    ("Province", re.compile(r"[一-龥]{1,2}[^两三四五六七八九十几数多各]省$")),
    ("Region", re.compile(r"(?:流域|平原|盆地|半岛|高原|群岛|地区|走廊|沙漠|草原|经济带|城市群|都市圈|大湾区)$")),
    (
        "Facility",
        re.compile(
            r"(?:公路|铁路|高铁|国道|省道|大桥|机场|车站|火车站|(?<=[一-龥]{2})站|码头|隧道|电站|水库|枢纽|学校|医院|桥|港)$"
        ),
    ),
    ("Place", re.compile(r"(?:大道|路|街|巷|胡同|公园|景区|风景区|寺|庙|祠|塔|陵|墓|遗址)$")),
    ("Venue", re.compile(r"(?:园|馆|宫|剧院|广场|体育场)$")),
)
_NATURAL = re.compile(r"(?:山脉|山|岭|峰|江|河|湖|海|湾|岛|运河|洋|泉|峡)$")
_VILLAGE = re.compile(r"[一-龥]{2,5}(?:村|镇|乡)")
_NEIGHBOUR = re.compile(r"[东西南北]{1,2}[连望接临邻靠倚枕濒]")
_GENERAL = re.compile(
    r"盘山路|[大小新老旧本该此多各](?:港|桥|街|路|岛|山|河|湖|海|江|村|镇|市|县|区|社区)|"
    r"[一-龥]*(?:麦|样板|示范|集聚|聚集|自贸试验|主产|主销)区|(?:脱贫|贫困|新|老|旧|文化|特色|示范)+(?:村|镇|社区)|"
    r"(?:旅游|国家|国际|高速|城市|省级|国家级|森林|湿地|体育|人民|火|汽)*(?:度假区|公路|铁路|公园|机场|码头|街道|景区|风景区|大桥|广场|车站|路|街|乡|村|镇|县|区|市)"
)
_COUNTED = re.compile(r"[两三四五六七八九十几数多各][省市县区国]$")
_MEMBERS = re.compile(r"(?:内地|境内|沿线|沿岸)?(?:[两三四五六七八九十]+[省市县州国](?![级长场民人]))+")
_PAVILION = re.compile(r"国家馆$")
_PAIR = re.compile(  # 中美, 沪港: two at once
    r"[中美英法德日俄韩欧印巴澳加新泰越朝蒙以伊乌沪京津渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘青宁港澳台]"
    r"[美英法德日俄韩欧印澳加非以伊乌塞哈沪京津渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘港澳台]"
)
_LEVELS = re.compile(r"[省市区县乡镇村]{2,}$")
_COMMON = re.compile(
    r"^(?:主?宾国|国家级?|省级|市级|这里|那里|当地|各地|全国|本地|外地|我国|全省|全市|全球|世界|海外|境外)"
)


def known_places(view: View) -> Iterator[Mention]:
    """The gazetteer's names, the longest first; a weak name (义乌, but also 朝阳) and a landmark only where the tagger sees a
    place.
    """
    for start, longest in longest_matches(view.key, view.gazetteer.by_name):
        end = _without_tail(view, start, longest)
        name = view.key[start:end]
        if name not in view.gazetteer.by_name or _cut(view, start, end) or _PEOPLE.match(view.key, end):
            continue
        weak = name in view.gazetteer.weak or _is_landmark(view, name)
        if not weak or (_tagged_place(view, start, end) and _supported(view, start, end)):
            yield view.mention(start, end, _type(view, name), "gazetteer", 0.8 if weak else 0.95)


def _without_tail(view: View, start: int, end: int) -> int:
    """The end of a name without a 市 that belongs to the word behind it (广州市民)."""
    taken = view.key[end - 1] == "市" and end - start > 2 and _NOT_A_TAIL.match(view.key, end)
    if taken and any(view.key.startswith(n, end) for n in _within(view, view.key[start:end])):
        return end  # 某市长某县
    return end - 1 if taken else end


def _within(view: View, name: str) -> Iterator[str]:
    """The full names of the counties that a city has which the text names."""
    above = {place.id for place in view.gazetteer.by_name.get(name, ())}
    return (p.name for p in view.gazetteer.places.values() if p.parent in above)


def _cut(view: View, start: int, end: int) -> bool:
    """Whether the tagger's words speak against a known name; names of countries and groups withstand more."""
    if (view.key[start - 1 : end] == "其中国" and _ITS_STATE.match(view.key, end)) or _CRAFT.match(view.key, end):
        return True
    places = view.gazetteer.by_name[view.key[start:end]]
    group = any(place.members or place.type in ("Region", "Country") for place in places)
    return _inside_word(view, start, end) if group else _cut_by_words(view, start, end)


def _is_landmark(view: View, name: str) -> bool:
    """Whether a name is that of a river, a hill, a quarter or the like, which many other names hold (太平洋保险)."""
    return all(place.type == "Place" for place in view.gazetteer.by_name[name])


def one_character_places(view: View) -> Iterator[Mention]:
    """Runs of one-character names, each naming its place, and single ones behind a preposition of place."""
    characters = view.gazetteer.characters
    for match in re.finditer(f"[{''.join(characters)}]{{2,}}", view.key):
        start, end = match.span()
        if not _is_run(view, start, end):
            continue
        for at in range(start, end):
            place = characters[view.key[at]]
            yield view.mention(at, at + 1, place.type, "character", 0.9, place.name)
    for match in _ALONE.finditer(view.key):
        if match.group(1) in view.gazetteer.alone:
            place = characters[match.group(1)]
            yield view.mention(match.start(1), match.end(1), place.type, "character", 0.85, place.name)


def counted_parts(view: View) -> Iterator[Mention]:
    """Regions named by how many members of theirs are meant: 某三角九市, 某湾区内地五市."""
    regions = [place for place in known_places(view) if place.type == "Region"]
    for region in regions:
        if parts := _MEMBERS.match(view.key, region.end):
            yield view.mention(region.start, parts.end(), "Region", "pattern", 0.9)


def tagged_places(view: View) -> Iterator[Mention]:
    """What the tagger takes for a place and no list knows, where its last characters say what it is."""
    for token in view.tokens:
        if token.tag == "LOC" and (found := _tagged(view, token)):
            yield found


def _tagged(view: View, token: Token) -> Mention | None:
    """The mention of a word for a place: by its last characters, with what is known cut off its head, else plainly."""
    whole = view.word(token)
    kind = _kind(whole)
    inner = next(longest_matches(whole, view.gazetteer.by_name), (-1, 0))
    parted = inner[0] == 0 and whole[inner[1] :] in view.gazetteer.by_name  # 杭州滨江区: both are known
    promoted = whole.endswith("村") and view.key[token.start - 1 : token.start] == "以"  # 以某兴村
    if parted or promoted or (kind and whole in view.ontology.lexicon(kind).stops):
        return None
    if _ZONE.fullmatch(whole):
        return _zone(view, token)
    if inner[0] == 0 and _VILLAGE.fullmatch(whole[inner[1] :]):
        return view.mention(token.start + inner[1], token.end, "District", "tagger", 0.75)
    if kind and len(whole) > 1 and whole not in view.gazetteer.by_name and not _no_name(view, whole):
        return view.mention(token.start, token.end, kind, "tagger", 0.7)
    known = next(longest_matches(whole, view.gazetteer.by_name), (-1, 0))
    strong = known[0] == 0 and whole[: known[1]] not in view.gazetteer.weak
    start = token.start + (known[1] if strong else 0)  # 甲省西南部: what is known is a mention already
    trimmed = _PART.search(view.key[start : token.end])
    end = start + trimmed.start() if trimmed and trimmed.start() > 1 else token.end
    name = view.key[start:end]
    if len(name) < 2 or _no_name(view, name) or not re.fullmatch(r"[一-龥·]+|\d+国道|[gs]\d+\S{2,6}", name):
        return None
    if kind := _kind(name):
        return view.mention(start, end, kind, "tagger", 0.65)
    return None if strong else _plain(view, token, start, end)


def _zone(view: View, token: Token) -> Mention | None:
    """A zone whose name is that of its town and what it is (甲市工业园区); by itself the latter names nothing."""
    for width in (4, 3, 2):
        if view.key[max(0, token.start - width) : token.start] in view.gazetteer.by_name:
            return view.mention(token.start - width, token.end, "District", "tagger", 0.75)
    return None


def _plain(view: View, token: Token, start: int, end: int) -> Mention | None:
    """A place of no known kind, unless the tagger is not sure; half a name (甲乙走廊) it must be surer of."""
    if _NATURAL.search(view.key[start:end]):
        return view.mention(start, end, "Place", "tagger", 0.75)
    after = view.token(token.end)
    half = end - start == 2 and after is not None and after.tag in ("n", "vn", "nz", "LOC", "ORG")
    sure = _ALMOST if half else _SURE
    return view.mention(start, end, "Place", "tagger", 0.55) if token.score >= sure else None


def _kind(name: str) -> str | None:
    return next((type for type, pattern in _KIND if pattern.search(name)), None)


def _no_name(view: View, name: str) -> bool:
    if all(character in view.gazetteer.characters for character in name):
        return True  # 沪苏浙皖: a run of places
    if _COUNTED.search(name):
        return True  # 甲乙丙三省
    if _PAVILION.search(name) and next(longest_matches(name, view.gazetteer.by_name), (1, 1))[0] == 0:
        return True  # 甲国国家馆: a part of a fair
    return bool(
        _COMMON.match(name)
        or _PAIR.fullmatch(name)
        or _LEVELS.search(name)
        or _NEIGHBOUR.match(name)
        or _GENERAL.fullmatch(name)
        or _PART.search(name)
        or name.endswith(("属", "茶园", "果园", "菜园", "校园", "家园", "桑园", "葡萄园"))
    )


def _type(view: View, name: str) -> str:
    """The class of a known name; where several places share it, the highest, which speakers mean by the bare name."""
    return min((place.type for place in view.gazetteer.by_name[name]), key=HIGHEST_FIRST.index)


def _cut_by_words(view: View, start: int, end: int) -> bool:
    """Whether the tagger's words cut the span on both sides, or make one word of it that is no name."""
    first, last = view.token(start), view.token(end - 1)
    if first is None or last is None:
        return False
    cut_left = first.start != start and first.tag not in ("LOC", "ORG", "nz")
    cut_right = last.end != end and last.tag not in ("LOC", "ORG", "nz", "PER")
    if cut_left and cut_right:
        return True
    return (
        first is last
        and first.tag in ("v", "a", "d", "c", "u", "p", "r", "m", "TIME", "ad", "vd")
        and len(view.word(first)) >= end - start
    )


def _inside_word(view: View, start: int, end: int) -> bool:
    """Whether the span lies strictly inside a longer word that is no name."""
    token = view.token(start)
    return token is not None and token.start < start and token.end > end and token.tag not in ("LOC", "ORG", "nz")


def _tagged_place(view: View, start: int, end: int) -> bool:
    token = view.token(start)
    if token is None or token.tag not in ("LOC", "ORG") or token.start != start:
        return _behind_its_parent(view, start, end)
    rest = view.key[end : token.end]
    village = _VILLAGE.fullmatch(rest)
    return (
        not rest or bool(village or _PART.fullmatch(rest)) or token.tag == "ORG" or _behind_its_parent(view, start, end)
    )


def _supported(view: View, start: int, end: int) -> bool:
    """Whether the text otherwise bears out a weak name: by the full name, by what the place lies in, or, for a city of county
    level, by standing alone rather than before a noun (平原 of 某某平原).
    """
    places = view.gazetteer.by_name[view.key[start:end]]
    if view.key[start:end] in transitive_verbs():
        return _behind_its_parent(view, start, end)  # 合作 is a city of Gansu, and much more often a verb
    token = view.token(start)
    if token is not None and token.end > end and not any(place.name.endswith("市") for place in places):
        village = _VILLAGE.fullmatch(view.key[end : token.end]) and _behind_its_parent(view, start, end)
        return bool(village) or any(place.name in view.key for place in places)  # 甲 in a firm's name is no district
    if any(place.name in view.key for place in places) or _behind_its_parent(view, start, end):
        return True
    after = view.token(end)
    if after is not None and after.tag in ("n", "nz", "LOC", "ORG") and after.start == end:
        return False
    above = [a for place in places for a in view.gazetteer.ancestors(place) if a.type != "Country"]
    return any(place.name.endswith("市") for place in places) or any(n in view.key for a in above for n in a.names)


def _behind_its_parent(view: View, start: int, end: int) -> bool:
    """Whether the name stands right behind a place that it is part of (浙江义乌)."""
    before = view.key[max(0, start - 8) : start]
    for place in view.gazetteer.by_name.get(view.key[start:end], ()):
        if any(before.endswith(name) for above in view.gazetteer.ancestors(place) for name in above.names):
            return True
    return False


def _is_run(view: View, start: int, end: int) -> bool:
    """Whether a run of such characters is one of names: none is part of a longer word, and most can stand alone."""
    run = view.key[start:end]
    if run in view.gazetteer.by_name and len(run) == 2:
        return False
    counted = re.match(r"[两三四五六](?:省|地|市)", view.key[end:])
    if counted and len(set(run)) == len(run):
        return True  # 苏浙两省
    alone = sum(character in view.gazetteer.alone for character in run)
    if alone * 2 < len(run) or len(set(run)) < len(run):
        return False
    if len(run) == 2 and not (_AFTER_RUN.match(view.key, end) or alone == 2):
        return False
    first, last = view.token(start), view.token(end - 1)
    return (first is None or first.start == start) and (last is None or last.end == end)
