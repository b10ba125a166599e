"""What speaks for two names being one thing, and what against: one function a feature, its docstring the meaning.

The weights are in ``ontology/identity.csv``; see ``weighing``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..firms import FirmName
from .bundles import Bundle, Key, Known
from .candidates import keeps, reading
from .clusters import all_names, heaviest
from .editions import edition_of
from .surroundings import Surroundings

_TELLING = frozenset("一二三四五六七八九十百千万甲乙丙丁东西南北中上下前后内外左右新旧老大小高低男女0123456789")
_BRANCH = re.compile(
    r"^(?:(?:全资|控股|参股|境内|境外)?(?:子|分|孙|母)公司|分行|支行|营业部|分院|分校|分部|分会|分局|分社|研究院|研究所|研究中心|"
    r"基金会|基金|学院|医院|实验室|工作站|事业部|股东大会|股东|董事会|监事会|党委|工会|品牌|系|总部|总行|集团公司工会|门店|项目|"
    r"代表处|办事处|委员会|办公室|组委会|执委会|秘书处|主席团|代表团|足球队|篮球队|俱乐部|球队)"
)
_BRANCH_END = re.compile(r"(?:子公司|分公司|分行|支行|营业部|分院|分校|分会|分局|代表处|办事处)$")
_NATION = re.compile("(?:中国|中华|全国|国家|国际|中央){1,2}")
_BRAND = re.compile(r"[“\"「]([^“”\"「」]{2,12})[”\"」]")
_NUMERALS = re.compile(r"第[一二三四五六七八九十百\d]+|[一二三四五六七八九十百]+(?=[号局院所中期厂冶建航])|\d+")
_LONG = 8
_CORE = 3
_COMPANY, _MUCH = 1, 3


@dataclass(frozen=True)
class Compared:
    """Two bundles of one space that are compared; ``short`` has the shorter name."""

    short: Bundle
    full: Bundle
    rules: frozenset[str]
    known: Known
    around: Surroundings

    @property
    def names(self) -> tuple[str, str]:
        """The shorter and the longer name."""
        return self.short.key[1], self.full.key[1]

    @cached_property
    def classes(self) -> tuple[str, str]:
        """The class of each."""
        ontology = self.known.ontology
        return heaviest(self.short.types, ontology), heaviest(self.full.types, ontology)

    @cached_property
    def firms(self) -> tuple[FirmName, FirmName] | None:
        """Both names in parts, where they have one core."""
        one, other = self.short.firm, self.full.firm
        return (one, other) if one and other and one.core == other.core and len(one.core) > 1 else None

    @cached_property
    def rest(self) -> str:
        """What the longer name has before or behind the shorter."""
        short, full = self.names
        if full.startswith(short):
            return full[len(short) :]
        return full[: -len(short)] if full.endswith(short) else ""

    @cached_property
    def differing(self) -> tuple[str, str]:
        """The characters by which two names of one length differ; else those of a short form that is read as the shorter is."""
        short, full = self.names
        alike = (form for form in self.full.forms if reading(form) == reading(short))
        other = full if len(full) == len(short) else next(alike, short)
        unlike = [(a, b) for a, b in zip(short, other, strict=True) if a != b]
        return "".join(a for a, _ in unlike), "".join(b for _, b in unlike)

    @cached_property
    def bodies(self) -> tuple[frozenset[Key], frozenset[Key]]:
        """The organisations that articles give each, where they are people."""
        one, other = (
            frozenset[Key]().union(*(self.around.bodies(cluster) for cluster in bundle.clusters))
            for bundle in (self.short, self.full)
        )
        return one, other

    @cached_property
    def shared_company(self) -> int:
        """How many telling names stand both in articles of the one and in articles of the other."""
        apart = (self.short.documents - self.full.documents, self.full.documents - self.short.documents)
        if not apart[0] or not apart[1]:
            return 0
        both = self.around.company(apart[0], self.short.key) & self.around.company(apart[1], self.full.key)
        return len(both - {self.short.key, self.full.key})


Feature = Callable[[Compared], bool]


def same_core(c: Compared) -> bool:
    """Two firms' names are alike but for place, trade and legal form."""
    return c.firms is not None


def long_core(c: Compared) -> bool:
    """What they share has three characters or more, so that few others have it."""
    return c.firms is not None and len(c.firms[0].core) >= _CORE and not plain_core(c)


def plain_core(c: Compared) -> bool:
    """What they share is a place and a trade, or two trades (甲省钢铁, 电力企业), by which several bodies are called."""
    if c.firms is None or (legal_form_dropped(c) and not head_dropped(c)):
        return False
    core = c.firms[0].core
    heads = c.known.ontology.lexicon("Company").heads
    return any(
        c.known.is_general(core[:n]) and (core[n:] in c.known.kinds or core[n:] in heads)
        for n in range(2, len(core) - 1)
    )


def same_trade(c: Compared) -> bool:
    """Both name a trade, and the same one."""
    return c.firms is not None and bool(c.firms[0].trades) and c.firms[0].trades == c.firms[1].trades


def legal_form_dropped(c: Compared) -> bool:
    """They differ in the legal form only."""
    return (
        c.firms is not None
        and c.firms[0].trades == c.firms[1].trades
        and (c.firms[0].places == c.firms[1].places or _one_place(c))
    )


def short_form(c: Compared) -> bool:
    """The shorter is what remains of a firm's full name without place, trade and legal form."""
    return c.names[0] in c.full.forms


def place_dropped(c: Compared) -> bool:
    """One names its place, the other does not."""
    return c.firms is not None and bool(c.firms[0].places) != bool(c.firms[1].places)


def bare_core(c: Compared) -> bool:
    """One names its place, and neither a trade: many places have a firm of a core of two characters."""
    return place_dropped(c) and c.firms is not None and not any(firm.trades for firm in c.firms) and not long_core(c)


def place_kept(c: Compared) -> bool:
    """Both name one place (天津甲川, 天津市甲川), and it is no matter of a firm and its group."""
    return _one_place(c) and not head_dropped(c)


def place_tells(c: Compared) -> bool:
    """One lacks the place by which such bodies are told apart (政府, 大学, 医院)."""
    return place_dropped(c) and not {"Company", "Organisation"}.issuperset(c.classes)


def same_place(c: Compared) -> bool:
    """The articles of the one name the place that is in the other's name."""
    return c.firms is not None and any(
        bool(set(one.places) & c.around.places(other.documents))
        for one, other in ((c.firms[1], c.short), (c.firms[0], c.full))
        if not (other.firm and other.firm.places)
    )


def other_place(c: Compared) -> bool:
    """Their names have different places; of firms with a rare core a short name may have the province of the other's city."""
    if c.firms is None or not c.firms[0].places or not c.firms[1].places:
        return False
    one, other = (_placed(firm, c.known) for firm in c.firms)
    if one & other:
        return False
    firms = {"Company", "Organisation"}.issuperset(c.classes) and long_core(c)
    registered = all(firm.form.endswith("公司") for firm in c.firms)
    return registered or not (firms and (_lies_in(one, other, c.known) or _lies_in(other, one, c.known)))


def other_trade(c: Compared) -> bool:
    """Each names a trade, and neither is how the other's begins."""
    if c.firms is None:
        return False
    one, other = ("".join(firm.trades) for firm in c.firms)
    return bool(one) and bool(other) and not one.startswith(other) and not other.startswith(one)


def group_and_member(c: Compared) -> bool:
    """One is a group, a holding or limited by shares, and the other is another of these, or of a trade in such a group."""
    if c.firms is None:
        return False
    one, other = c.firms
    if one.is_of_a_group != other.is_of_a_group or (one.rank and other.rank and one.rank != other.rank):
        return True
    return any(
        a.rank == "group" and not b.rank and b.trades and b.trades != a.trades for a, b in ((one, other), (other, one))
    )


def rank_against_trade(c: Compared) -> bool:
    """One calls itself limited by shares or a holding and names no trade, the other a trade and nothing of the kind."""
    if c.firms is None:
        return False
    return any(a.rank and not a.trades and b.trades and not b.rank for a, b in (c.firms, c.firms[::-1]))


def head_dropped(c: Compared) -> bool:
    """One calls itself a group or a holding, the other nothing of the kind, and they name the same trade or none."""
    if c.firms is None or c.firms[0].trades != c.firms[1].trades:
        return False
    return any(one.rank in ("group", "holding") and other.is_plain for one, other in (c.firms, c.firms[::-1]))


def shares_dropped(c: Compared) -> bool:
    """One is limited by shares, the other says nothing, and both have nothing else but a core of two characters."""
    if c.firms is None or any(firm.trades for firm in c.firms) or long_core(c):
        return False
    return any(one.rank == "shares" and other.is_plain for one, other in (c.firms, c.firms[::-1]))


def trade_dropped(c: Compared) -> bool:
    """One names its trade, the other none, and the core of two characters may be that of many."""
    return c.firms is not None and bool(c.firms[0].trades) != bool(c.firms[1].trades) and not long_core(c)


def core_kept(c: Compared) -> bool:
    """The shorter begins as the longer does behind its place, and keeps of its trade some characters in their order."""
    short = c.names[0]
    firms = any(c.known.ontology.fits(name, "Company") for name in c.classes)
    if not firms or c.firms is not None or c.short.firm is None or c.full.firm is None or len(short) <= _CORE:
        return False
    head = short[:2]
    if (
        c.short.firm.places
        or head in c.known.gazetteer.by_name
        or short[2:] in _FORMS
        or not c.full.firm.core.startswith(head)
    ):
        return False
    bare = "".join((c.full.firm.core, *c.full.firm.trades))  # what stood in brackets between (中国) is no part of it
    kept = len(short) < len(bare) and keeps(short[2:], bare[2:])
    return kept and (not bare.startswith(short) or len(bare) == len(short) + 1)


def introduced(c: Compared) -> bool:
    """A text introduces the one as a name of the other, and no text as a name of anything else."""
    return any(c.known.aliases.get(a.key) == frozenset((b.key,)) for a, b in ((c.short, c.full), (c.full, c.short)))


def shortened_elsewhere(c: Compared) -> bool:
    """An article that has the longer in full calls it by the shorter, and no article calls anything else so."""
    return c.known.shortened.get(c.short.key) == frozenset((c.full.key,)) and not introduced(c)


def introduced_for_several(c: Compared) -> bool:
    """Texts introduce the one as a name of the other, and of something else."""
    return any(
        b.key in owners and len(owners) > 1
        for a, b in ((c.short, c.full), (c.full, c.short))
        for owners in [c.known.aliases.get(a.key, frozenset[Key]())]
    )


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


def part_of_the_name(c: Compared) -> bool:
    """The longer begins or ends with the shorter, and they are no firms of one core."""
    return bool(c.rest) and c.firms is None and not any((general_word_dropped(c), nation_dropped(c), place_before(c)))


def general_word_dropped(c: Compared) -> bool:
    """They differ in a general word at the end only (新能源, 新能源产业, 新能源行业; 灵目, 灵目技术)."""
    return bool(c.short.bare) and c.short.bare == c.full.bare


def same_article(c: Compared) -> bool:
    """Both stand in one article, not side by side."""
    return bool(c.short.documents & c.full.documents) and not beside(c)


def fuller(c: Compared) -> bool:
    """A technology is said shorter in one article: 灵目 and 灵目技术, 数字视觉技术 and 全数字视觉技术."""
    if c.short.key[0] != "offering" or not c.short.documents & c.full.documents:
        return False
    one, other = (name.removesuffix("技术") for name in c.names)
    if one == other:
        return True
    return all(name.endswith("技术") for name in c.names) and other in (f"全{one}", f"新{one}", f"超{one}")


def same_reading(c: Compared) -> bool:
    """They, or a short form of the longer, are read alike, tones aside: a mis-converted or mistyped character."""
    one, other = c.differing
    return bool(one) and "reading" in c.rules and reading(one) == reading(other)


def same_body(c: Compared) -> bool:
    """People, read alike, whom articles give one organisation."""
    return c.short.key[0] == "person" and same_reading(c) and bool(c.bodies[0] & c.bodies[1])


def same_brand(c: Compared) -> bool:
    """Offerings with one name in quotation marks (“甲川”摄像机, “甲川”夜视摄像机)."""
    brands = [{m for name in all_names(bundle.clusters) for m in _BRAND.findall(name)} for bundle in (c.short, c.full)]
    return c.short.key[0] == "offering" and bool(brands[0] & brands[1])


def same_maker(c: Compared) -> bool:
    """Offerings that one organisation is said to make or show."""
    makers = c.around.makers
    return bool(makers.get(c.short.key, frozenset()) & makers.get(c.full.key, frozenset()))


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


def beside(c: Compared) -> bool:
    """An article lists the one right beside the other (甲、乙)."""
    return frozenset((c.short.key, c.full.key)) in c.around.beside


def related(c: Compared) -> bool:
    """An article says that one owns, supplies or otherwise deals with the other."""
    return frozenset((c.short.key, c.full.key)) in c.around.related


def other_class(c: Compared) -> bool:
    """Their classes exclude each other (a firm and a university)."""
    one, other = c.classes
    return not (c.known.ontology.fits(one, other) or c.known.ontology.fits(other, one))


def company_kept(c: Compared) -> bool:
    """Articles of the one and others of the other name the same other thing beside it."""
    return c.shared_company >= _COMPANY


def much_company_kept(c: Compared) -> bool:
    """The same, three names or more."""
    return c.shared_company >= _MUCH


_FORMS = frozenset({"公司", "集团", "股份", "控股", "企业"})

FEATURES: Mapping[str, Feature] = {
    function.__name__.replace("_", " "): function
    for function in (
        same_core, long_core, plain_core, same_trade, legal_form_dropped, head_dropped, shares_dropped, trade_dropped, short_form, place_dropped, bare_core, place_kept, place_tells, same_place,
        other_place, other_trade, group_and_member, rank_against_trade, core_kept, introduced, shortened_elsewhere, introduced_for_several, general_alias, abbreviation, middle_dropped, firms_abbreviation,
    loose_abbreviation,
        ends_alike, well_shaped, series, nation_dropped, place_before, part_of_the_name, general_word_dropped, same_article, fuller,
        same_reading, same_body, same_brand, same_maker, one_character, long_name, telling_character, number_dropped, other_edition, edition_and_series, known_apart, of_places, branch,
        beside, related, other_class, company_kept, much_company_kept,
    )
}  # fmt: skip
"""The features of a pair by name; two more, ``only one`` and ``several``, depend on what the pairs together give."""


def _one_place(c: Compared) -> bool:
    """Whether both of two firms' names have a place, and the same one."""
    if c.firms is None or not all(firm.places for firm in c.firms):
        return False
    return bool(_placed(c.firms[0], c.known) & _placed(c.firms[1], c.known))


def _placed(firm: FirmName, known: Known) -> frozenset[str]:
    """The ids of the places that the last of a firm's places may be."""
    return frozenset(place.id for place in known.gazetteer.by_name.get(firm.places[-1], ()))


def _lies_in(inner: frozenset[str], outer: frozenset[str], known: Known) -> bool:
    places = known.gazetteer.places
    return any(
        above.id in outer and above.type != "Country" for id in inner for above in known.gazetteer.ancestors(places[id])
    )


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


_FAR = 6
