"""Firms by their legal name in brackets, their arms in a country (甲川（中国）) and their branches (苏州分行)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..firms import LEGAL_FORM
from ..gazetteer import longest_matches
from ..model import Mention
from .surnames import SURNAMES
from .view import View

_LATIN = re.compile(r"(?<![a-z0-9])[a-z][a-z0-9&\-. ]{1,24}$")
_ARM = re.compile(
    r"\((中国|中华区|大中华区|亚太|香港)\)|(中国)(?!区|市场|业务|公司|总部|有限|籍|人|队|版|[一-龥]?(?:研究院|大学|银行|分公司))"
)
_GOES_ON = frozenset({"v", "TIME", "w", "d", "p", "vd", "c", "u"})
_NAMES = frozenset({"PER", "nz", "nw", "ORG", "LOC"})
_BRANCH = re.compile(r"(?:中心支公司|支公司|分公司|分行|支行|营业部|分社|分店)(?!长)")
_WITHOUT_FORM = re.compile(  # names stand as their articles write them
    r"(?<=银行|銀行|保险|保險|人寿|人壽|财险|財險|寿险|壽險|证券|證券|信托|信託|租赁|租賃)(?:股份)?(?:有限(?:责任|責任)?公司|公司)$"
)
_BODIES = ("Company", "Organisation")
_LEAST_FOREIGN = 2


def legal_names(view: View) -> Iterator[Mention]:
    """A short or Latin name with the legal name in brackets behind it: TopLane（合肥甲川航空科技有限公司）."""
    for full in view.found:
        name = view.key[full.start : full.end]
        opening = full.start - 1
        if full.type != "Company" or not LEGAL_FORM.search(name) or view.key[opening : full.start] != "(":
            continue
        if view.key[full.end : full.end + 1] not in (")", ",", ";"):
            continue
        short = max((m for m in view.found if m.end == opening), key=lambda m: m.end - m.start, default=None)
        latin = _LATIN.search(view.key, max(0, opening - 24), opening)
        if short is not None and short.type in _BODIES:
            start = short.start
        elif short is None and latin is not None:
            start = latin.start() + len(latin.group()) - len(latin.group().lstrip())
        else:
            continue
        said = view.key[start:opening]
        if _LATIN.fullmatch(said) or (_keeps(said, name) and not LEGAL_FORM.search(said)):
            yield view.mention(start, opening, "Company", "definition", 0.97, full.name or full.surface)


def arms(view: View) -> Iterator[Mention]:
    """A firm's arm in a country, 甲川（中国） and 甲川中国: a firm of its own, the one whose legal name begins so."""
    full = {view.key[m.start : m.end]: m for m in view.found if m.type == "Company"}
    for match in _ARM.finditer(view.key):
        start = _firm_before(view, match.start(), bracketed=bool(match.group(1)))
        if start < 0 or _inside(view, start, match.end()):
            continue
        if match.group(2) and not _predicate_follows(view, match.end()):
            continue
        plain = view.key[start : match.start()]
        place = match.group(1) or match.group(2)
        legal = [
            m for name, m in full.items() if name.startswith((f"{plain}({place})", plain + place)) and m.start != start
        ]
        name = legal[0].surface if len(legal) == 1 else view.text.clean[start : match.start()] + place
        yield view.mention(start, match.end(), "Company", "arm", 0.9, name)


def _firm_before(view: View, end: int, *, bracketed: bool) -> int:
    """Where the firm that ends at ``end`` begins: one that was recognised, or before brackets a name of any kind; else -1."""
    bodies = [m for m in view.found if m.end == end and m.type in _BODIES and m.recogniser != "parent"]
    if bodies:
        return min(m.start for m in bodies)
    token = view.token(end - 1)
    if not bracketed or token is None or token.end != end or token.tag not in _NAMES:
        return -1
    name = view.word(token)
    person = len(name) == 3 and name[0] in SURNAMES
    return -1 if person or name in view.gazetteer.by_name or len(name) < _LEAST_FOREIGN else token.start


def _predicate_follows(view: View, end: int) -> bool:
    token = view.token(end)
    if token is None or (token.start == end and token.tag in _GOES_ON):
        return True
    return view.key.startswith(view.ontology.lexicon("Position").suffixes, end)


def _inside(view: View, start: int, end: int) -> bool:
    """Whether a longer name holds the span (甲川（中国）投资有限公司)."""
    return any(m.start <= start and end < m.end for m in view.found)


def placed_branches(view: View) -> Iterator[Mention]:
    """苏州分行 without its bank: the only branch of that name that the article gives in full, else that of the only bank or
    firm it names.
    """
    if not _BRANCH.search(view.key):
        return
    for place_start, place_end in longest_matches(view.key, view.gazetteer.by_name):
        branch = _BRANCH.match(view.key, place_end)
        if branch is None or any(
            m.start < place_start and branch.end() <= m.end and m.recogniser != "parent" for m in view.found
        ):
            continue
        said = view.key[place_start : branch.end()]
        full = {m.surface for m in view.found if view.key[m.start : m.end].endswith(said) and m.start != place_start}
        full = {name for name in full if len(name) > len(said)}
        names = full or {owner + view.text.clean[place_start : branch.end()] for owner in _owners(view, said)}
        if len(names) == 1:
            type = "Company" if said.endswith("公司") else "Organisation"
            yield view.mention(place_start, branch.end(), type, "branch", 0.95, names.pop())


def _owners(view: View, branch: str) -> set[str]:
    """The firms that may have a branch: banks only for 分行, each by its name without the legal form of a bank or insurer."""
    found = set()
    for m in view.found:
        name = m.name or m.surface
        bank = bool(re.search(r"银行|銀行", name))
        if m.type in _BODIES and (m.type == "Company" or bank) and (bank or not branch.endswith("行")):
            found.add(_WITHOUT_FORM.sub("", _parent(view, m, name)))
    return found - {""}


def _parent(view: View, mention: Mention, name: str) -> str:
    """The name of the body that a branch is of (甲川银行 of 甲川银行苏州分行), nothing where it does not say; other names as they are."""
    branch = _BRANCH.search(view.key, mention.start, mention.end)
    if branch is None:
        return name
    places = [
        at for at, end in longest_matches(view.key[: branch.start()], view.gazetteer.by_name) if end == branch.start()
    ]
    return view.text.clean[mention.start : max(mention.start, *places)] if places else ""


def _keeps(short: str, full: str) -> bool:
    """Whether the characters of a short name stand in the full one in their order."""
    rest = iter(full)
    return len(short) < len(full) and all(character in rest for character in short)
