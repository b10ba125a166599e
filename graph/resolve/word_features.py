"""What two names of any kind say by their characters: abbreviations, parts, readings, numbers. One function a feature."""

from __future__ import annotations

import re

from .bundles import Known
from .candidates import keeps, reading
from .compared import Compared
from .editions import edition_of
from .firm_features import core_kept

_TELLING = frozenset("一二三四五六七八九十百千万甲乙丙丁东西南北中上下前后内外左右新旧老大小高低男女0123456789")
_BRANCH = re.compile(
    r"^(?:(?:全资|控股|参股|境内|境外)?(?:子|分|孙|母)公司|分行|支行|营业部|分院|分校|分部|分会|分局|分社|研究院|研究所|研究中心|"
    r"基金会|基金|学院|医院|实验室|工作站|事业部|股东大会|股东|董事会|监事会|党委|工会|品牌|系|总部|总行|集团公司工会|门店|项目|"
    r"代表处|办事处|委员会|办公室|组委会|执委会|秘书处|主席团|代表团|足球队|篮球队|俱乐部|球队)"
)
_BRANCH_END = re.compile(r"(?:子公司|分公司|分行|支行|营业部|分院|分校|分会|分局|代表处|办事处)$")
_NATION = re.compile("(?:中国|中华|全国|国家|国际|中央){1,2}")
_NUMERALS = re.compile(r"第[一二三四五六七八九十百\d]+|[一二三四五六七八九十百]+(?=[号局院所中期厂冶建航])|\d+")
_LONG = 8
_CORE = 3
_FAR = 6


def general_alias(c: Compared) -> bool:
    """The shorter is a general word (公司, 办法), which means another thing in each article."""
    lexicon = [c.known.ontology.lexicon(name) for name in {*c.classes, "Company"}]
    return any(c.names[0] in (*one.suffixes, *one.heads, *one.stops) for one in lexicon)


def abbreviation(c: Compared) -> bool:
    """The characters of the shorter stand in the longer in their order, and do not begin or end it."""
    if "abbreviation" not in c.rules or c.rest or c.firms is not None:
        return False
    if core_kept(c) or general_word_dropped(c) or series(c):
        return False
    if c.short.bare and c.full.bare:  # 新能源产业 is 新能源, with which 新能源汽车产业 begins
        one, other = sorted((c.short.bare, c.full.bare), key=len)
        return not other.startswith(one) and not other.endswith(one) and keeps(one, other)
    short, full = (_behind_place(name, c.known) for name in c.names)
    return short[0] == full[0] if short != c.names[0] else True


def middle_dropped(c: Compared) -> bool:
    """An abbreviation lacks one piece of two characters or more, behind which a word for a kind follows (甲府乙溪实验室)."""
    short, full = c.names
    if not abbreviation(c):
        return False
    tails = (n for n in range(1, len(short)) if full.endswith(short[n:]) and full.startswith(short[:n]))
    return any(short[n:] in c.known.kinds and len(full) - len(short) > 1 for n in tails)


def firms_abbreviation(c: Compared) -> bool:
    """An abbreviation of a firm's name, of which many firms have the like."""
    return (
        abbreviation(c)
        and not core_kept(c)
        and any(
            c.known.ontology.fits(name, "Company")
            and bundle.firm is not None
            and bool(bundle.firm.form or bundle.firm.trades)
            for name, bundle in zip(c.classes, (c.short, c.full), strict=True)
        )
    )


def loose_abbreviation(c: Compared) -> bool:
    """An abbreviation of what is no organisation, occasion or work: posts, trades and places are seldom abbreviated so."""
    return abbreviation(c) and c.short.key[0] not in ("org", "occasion", "work", "programme")


def ends_alike(c: Compared) -> bool:
    """An abbreviation ends with the last character of the longer, or with the first of its kind (大学: 大)."""
    short, full = c.names
    if not abbreviation(c):
        return False
    return short[-1] == full[-1] or any(full.endswith(kind) and short[-1] == kind[0] for kind in c.known.kinds)


def well_shaped(c: Compared) -> bool:
    """An abbreviation takes the first characters of words, two by two, from the beginning to the end of the longer."""
    short, full = c.names
    return ends_alike(c) and any(_two_by_two(short, full[head:]) for head in c.full.heads)


def series(c: Compared) -> bool:
    """The short name of a fair keeps characters of the full one, its last among them."""
    return "series" in c.rules


def nation_dropped(c: Compared) -> bool:
    """The longer has 中国, 中华, 全国, 国家 or 国际 before the shorter, and they are no firms."""
    short, full = c.names
    firms = any(c.known.ontology.fits(name, "Company") for name in c.classes)
    return full.endswith(short) and not firms and bool(_NATION.fullmatch(c.rest))


def place_before(c: Compared) -> bool:
    """The longer has a place before the shorter, and they are neither firms of one core nor places."""
    short, full = c.names
    return full.endswith(short) and c.firms is None and c.rest in c.known.gazetteer.by_name and not of_places(c)


def place_otherwise_called(c: Compared) -> bool:
    """They begin with one place under two names, and go on alike (印尼甲川论坛, 印度尼西亚甲川论坛)."""
    return "place" in c.rules


def part_of_the_name(c: Compared) -> bool:
    """The longer begins or ends with the shorter, and they are no firms of one core."""
    return bool(c.rest) and c.firms is None and not any((general_word_dropped(c), nation_dropped(c), place_before(c)))


def general_word_dropped(c: Compared) -> bool:
    """They differ in a general word at the end only (新能源, 新能源产业, 新能源行业; 灵目, 灵目技术)."""
    return bool(c.short.bare) and c.short.bare == c.full.bare


def same_reading(c: Compared) -> bool:
    """They, or a short form of the longer, are read alike, tones aside: a mis-converted or mistyped character."""
    one, other = c.differing
    return bool(one) and "reading" in c.rules and reading(one) == reading(other)


def one_character(c: Compared) -> bool:
    """They differ in one character, not read alike."""
    return len(c.differing[0]) == 1 and not same_reading(c)


def long_name(c: Compared) -> bool:
    """They differ in one character of eight or more, or in one of four or more that no trade or legal form makes up."""
    if len(c.differing[0]) != 1:
        return False
    core = c.short.firm.core if c.short.firm else c.names[0]
    return len(c.names[0]) >= _LONG or (same_reading(c) and len(core) > _CORE)


def telling_character(c: Compared) -> bool:
    """They differ in numbers, directions or degrees, which tell things apart."""
    return bool(c.differing[0]) and all(a in _TELLING and b in _TELLING for a, b in zip(*c.differing, strict=True))


def number_dropped(c: Compared) -> bool:
    """One has a numeral more or another than the other (九章号, 九章四号; 第一中学, 第二中学)."""
    one, other = ("".join(_NUMERALS.findall(name)) for name in c.names)
    return one != other and not other_edition(c) and not edition_and_series(c)


def other_edition(c: Compared) -> bool:
    """They are editions of different numbers or years."""
    one, other = (edition_of(name)[0] for name in c.names)
    return bool(one) and bool(other) and one != other


def edition_and_series(c: Compared) -> bool:
    """One has the number of an edition, the other has none."""
    one, other = (edition_of(name)[0] for name in c.names)
    return bool(one) != bool(other)


def known_apart(c: Compared) -> bool:
    """The gazetteer has both, as two."""
    if c.short.key[0] == "place":
        return all(f"place/{name}" in c.known.gazetteer.places for name in c.names)
    bodies = [c.known.gazetteer.bodies.get(name) for name in c.names]
    return all(body is not None and (body.aliases or body.weak or body.type != "Company") for body in bodies)


def of_places(c: Compared) -> bool:
    """They are names of places, which no character more or less leaves the same."""
    return all(c.known.ontology.fits(name, "Place") for name in c.classes) and not general_word_dropped(c)


def branch(c: Compared) -> bool:
    """What the longer has more makes it a part of the shorter: 分公司, 研究院, 股东大会."""
    short, full = c.names
    more = _BRANCH_END.search(full)
    return (full.startswith(short) and bool(_BRANCH.match(c.rest))) or bool(more and not short.endswith(more.group()))


def other_class(c: Compared) -> bool:
    """Their classes exclude each other (a firm and a university)."""
    one, other = c.classes
    return not (c.known.ontology.fits(one, other) or c.known.ontology.fits(other, one))


def _behind_place(name: str, known: Known) -> str:
    """A name without the place that it begins with, where something is left."""
    lengths = [n for n in range(2, len(name)) if name[:n] in known.gazetteer.by_name]
    return name[lengths[-1] :] if lengths else name


def _two_by_two(short: str, full: str) -> bool:
    """Whether each character of the shorter is the first or the last of a word of two characters of the longer, in order."""
    at = -1
    for character in short:
        places = [i for i in range(at + 1, len(full)) if full[i] == character]
        if not places:
            return False
        nearest = next((i for i in places if i % 2 == 0), places[0])
        if nearest - max(at, 0) > _FAR:
            return False
        at = nearest
    return True
