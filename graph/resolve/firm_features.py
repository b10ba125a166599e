"""What the names of two firms say for or against their being one: core, place, trade, legal form. One function a feature."""

from __future__ import annotations

from ..firms import FirmName
from .bundles import Known
from .candidates import keeps
from .compared import Compared

_CORE = 3
_FORMS = frozenset({"公司", "集团", "股份", "控股", "企业"})


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


def known_elsewhere(c: Compared) -> bool:
    """The shorter is a firm that lists have, and the longer has a place before it that the lists do not know."""
    return place_dropped(c) and c.names[0] in c.known.gazetteer.bodies and not (c.short.firm and c.short.firm.places)


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
    """Each names a trade, and the words of neither stand in the other in their order (传动 does in 精密传动)."""
    if c.firms is None:
        return False
    one, other = ("".join(firm.trades) for firm in c.firms)
    return bool(one) and bool(other) and not keeps(one, other) and not keeps(other, one)


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
