"""What speaks for two names being one thing, and what against: one function a feature, its docstring the meaning.

Here is what the articles say; what the names themselves say stands in ``firm_features`` and ``word_features``. The weights are
in ``ontology/identity.csv``; see ``weighing``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from . import firm_features as firm
from . import word_features as word
from .bundles import Key
from .clusters import all_names
from .compared import Compared, Feature

_BRAND = re.compile(r"[“\"「]([^“”\"「」]{2,12})[”\"」]")
_COMPANY, _MUCH = 1, 3


def introduced(c: Compared) -> bool:
    """A text introduces the one as a name of the other, and no text as a name of anything else."""
    if any(c.known.aliases.get(a.key) == frozenset((b.key,)) for a, b in ((c.short, c.full), (c.full, c.short))):
        return True
    # Short for what the names do not show: of a former name, say. Somebody must have meant it.
    return c.firms is None and c.known.shortened.get(c.short.key) == frozenset((c.full.key,))


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


def same_body(c: Compared) -> bool:
    """People, read alike, whom articles give one organisation."""
    return c.short.key[0] == "person" and word.same_reading(c) and bool(c.bodies[0] & c.bodies[1])


def same_brand(c: Compared) -> bool:
    """Offerings with one name in quotation marks (“甲川”摄像机, “甲川”夜视摄像机)."""
    brands = [{m for name in all_names(bundle.clusters) for m in _BRAND.findall(name)} for bundle in (c.short, c.full)]
    return c.short.key[0] == "offering" and bool(brands[0] & brands[1])


def same_maker(c: Compared) -> bool:
    """Offerings that one organisation is said to make or show."""
    makers = c.around.makers
    return bool(makers.get(c.short.key, frozenset()) & makers.get(c.full.key, frozenset()))


def beside(c: Compared) -> bool:
    """An article lists the one right beside the other (甲、乙)."""
    return frozenset((c.short.key, c.full.key)) in c.around.beside


def related(c: Compared) -> bool:
    """An article says that one owns, supplies or otherwise deals with the other."""
    return frozenset((c.short.key, c.full.key)) in c.around.related


def company_kept(c: Compared) -> bool:
    """Articles of the one and others of the other name the same other thing beside it."""
    return c.shared_company >= _COMPANY


def much_company_kept(c: Compared) -> bool:
    """The same, three names or more."""
    return c.shared_company >= _MUCH


FEATURES: Mapping[str, Feature] = {
    function.__name__.replace("_", " "): function
    for function in (
        firm.same_core,
        firm.long_core,
        firm.plain_core,
        firm.same_trade,
        firm.legal_form_dropped,
        firm.head_dropped,
        firm.shares_dropped,
        firm.trade_dropped,
        firm.short_form,
        firm.place_dropped,
        firm.bare_core,
        firm.known_elsewhere,
        firm.place_kept,
        firm.place_tells,
        firm.same_place,
        firm.other_place,
        firm.other_trade,
        firm.group_and_member,
        firm.rank_against_trade,
        firm.core_kept,
        introduced,
        shortened_elsewhere,
        introduced_for_several,
        word.general_alias,
        word.abbreviation,
        word.middle_dropped,
        word.firms_abbreviation,
        word.loose_abbreviation,
        word.ends_alike,
        word.well_shaped,
        word.series,
        word.nation_dropped,
        word.place_before,
        word.place_otherwise_called,
        word.part_of_the_name,
        word.general_word_dropped,
        same_article,
        fuller,
        word.same_reading,
        same_body,
        same_brand,
        same_maker,
        word.one_character,
        word.long_name,
        word.telling_character,
        word.number_dropped,
        word.other_edition,
        word.edition_and_series,
        word.known_apart,
        word.of_places,
        word.branch,
        beside,
        related,
        word.other_class,
        company_kept,
        much_company_kept,
    )
}
"""The features of a pair by name; two more, ``only one`` and ``several``, depend on what the pairs together give."""
