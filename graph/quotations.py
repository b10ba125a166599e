"""A limit on the length of quotations, for those who may not republish the texts themselves.

A quotation that is too long is cut to a window with … at each cut, so that it has no more characters than the limit, the
marks included. Offsets stay those of the whole passage, and how much is left out is counted, so that a cut is never
taken for the text. Names, titles and the words for what a figure counts are facts, no quotations, and stay.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from .errors import UsageError
from .model import Evidence, Figure, Knowledge, Statement

CUT = "…"
Names = Collection[str]
"""What one end of a fact is called."""
Fact = tuple[frozenset[str], ...]
_NUMERAL = re.compile(r"([0-9][0-9,.，]*)[万萬亿億千百%％]*")
_Passage = tuple[str, int, int]


def limited(knowledge: Knowledge, limit: int) -> Knowledge:
    """The same knowledge with no quotation of more than ``limit`` characters; 0 leaves none at all.

    Raises:
        UsageError: where ``limit`` is negative.
    """
    if limit < 0:
        raise UsageError(f"{limit} is no limit for quotations", where="quote limit", remedy="give 0 or more")
    facts = _facts_by_passage(knowledge)
    statements = tuple(replace(s, evidence=_cut_all(s.evidence, limit, facts)) for s in knowledge.statements)
    figures = tuple(replace(f, evidence=_cut_all(f.evidence, limit, facts)) for f in knowledge.figures)
    return replace(knowledge, statements=statements, figures=figures, quote_limit=limit)


def cut(passage: str, limit: int, facts: Iterable[Sequence[Names]] = ()) -> tuple[str, int]:
    """A passage cut to ``limit`` characters, and how many of its own are left out.

    The window holds both ends of the first of the ``facts`` whose ends it can hold; where it can hold none, it is the
    beginning.

    >>> cut("去年四月，甲公司在上海收購乙公司。", 13, [(["甲公司"], ["乙公司"])])
    ('…甲公司在上海收購乙公司。', 5)
    """
    if len(passage) <= limit:
        return passage, 0
    room = limit - 2 * len(CUT)
    if room <= 0:
        return "", len(passage)
    held = next((span for fact in facts if (span := _hull(passage, fact)) and span[1] - span[0] <= room), (0, 0))
    start, end = _widen(held, limit, len(passage))
    before, after = CUT if start else "", CUT if end < len(passage) else ""
    return f"{before}{passage[start:end]}{after}", len(passage) - (end - start)


def numerals(passage: str, value: Decimal) -> frozenset[str]:
    """How a passage may write a number, in digits: every numeral of the same significant digits, with its scale words.

    >>> numerals("出口额2.13万亿元，增长21.3%", Decimal(2130000000000)) == {"2.13万亿", "21.3%"}
    True
    """
    wanted = _significant(f"{value:f}")
    return frozenset(found[0] for found in _NUMERAL.finditer(passage) if _significant(found[1]) == wanted)


def _significant(number: str) -> str:
    whole = re.sub("[^0-9.]", "", number)
    return (whole.rstrip("0") if "." in whole else whole).replace(".", "").strip("0")


def _widen(held: tuple[int, int], limit: int, length: int) -> tuple[int, int]:
    """A window around a span that leaves room for a mark at each end that is no end of the passage."""
    spare = limit - 2 * len(CUT) - (held[1] - held[0])
    start = max(held[0] - spare // 2, 0)
    if start <= len(CUT):  # a mark would take the room of what it stands for
        return 0, limit - len(CUT)
    end = start + limit - 2 * len(CUT)
    return (length - limit + len(CUT), length) if end >= length - len(CUT) else (start, end)


def _hull(passage: str, ends: Sequence[Names]) -> tuple[int, int] | None:
    """The shortest span that holds a name of every end; ``None`` where an end is not named."""
    spans = [_found(passage, names) for names in ends]
    if not spans or not all(spans):
        return None
    hulls = spans[0]
    for found in spans[1:]:
        hulls = [(min(a, c), max(b, d)) for a, b in hulls for c, d in found]
    return min(hulls, key=lambda hull: (hull[1] - hull[0], hull))


def _found(passage: str, names: Names) -> list[tuple[int, int]]:
    """Where the names stand; a name within a longer one is not told apart from it."""
    longest_first = sorted(filter(None, names), key=lambda name: (-len(name), name))
    pattern = "|".join(map(re.escape, longest_first))
    return [match.span() for match in re.finditer(pattern, passage)] if pattern else []


def _cut_all(
    evidence: Iterable[Evidence], limit: int, facts: Mapping[_Passage, Sequence[Sequence[Names]]]
) -> tuple[Evidence, ...]:
    return tuple(_cut(one, limit, facts[_passage(one)]) for one in evidence)


def _cut(evidence: Evidence, limit: int, facts: Sequence[Sequence[Names]]) -> Evidence:
    quote, omitted = cut(evidence.quote, limit, facts)
    return replace(evidence, quote=quote, omitted=omitted)


def _facts_by_passage(knowledge: Knowledge) -> Mapping[_Passage, Sequence[Sequence[Names]]]:
    """The ends of all facts that rest on a passage: one passage is cut in one way, whatever it is quoted for."""
    names = _names(knowledge)
    found: defaultdict[_Passage, set[Fact]] = defaultdict(set)
    said: tuple[Statement | Figure, ...] = (*knowledge.statements, *knowledge.figures)
    for fact in said:
        for one in fact.evidence:
            found[_passage(one)].update(_ends(fact, one, names))
    return {passage: in_order(facts) for passage, facts in found.items()}


def _ends(said: Statement | Figure, evidence: Evidence, names: Mapping[tuple[str, str], set[str]]) -> Iterable[Fact]:
    if isinstance(said, Figure):
        return figure_ends(names[said.about, evidence.document], numerals(evidence.quote, said.value))
    ends = (said.subject, said.object) if isinstance(said.object, str) else (said.subject,)
    return [tuple(frozenset(names[end, evidence.document]) for end in ends)]


def figure_ends(about: Iterable[str], number: frozenset[str]) -> Iterable[Fact]:
    """What a quotation of a figure should hold: what it is about and the number, or else the number."""
    return (frozenset(about), number), (number,)


def in_order(facts: Iterable[Fact]) -> Sequence[Fact]:
    """The facts of one passage in the order in which a window is sought for them, those with two ends first."""
    return sorted(facts, key=lambda fact: (-len(fact), [sorted(end) for end in fact]))


def _passage(evidence: Evidence) -> _Passage:
    return evidence.document, evidence.start, evidence.end


def _names(knowledge: Knowledge) -> Mapping[tuple[str, str], set[str]]:
    """What an entity is called in a document, artefacts included, by entity and document."""
    texts = {text.document.id: text for text in knowledge.texts}
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in knowledge.entities:
        for mention in entity.mentions:
            if mention.document in texts and mention.start < mention.end:
                quote = texts[mention.document].quote(mention.start, mention.end)
                found[entity.id, mention.document] |= {mention.surface, quote, entity.name, *entity.aliases}
    return found
