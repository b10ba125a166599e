"""Annotated articles: which things they name, which relations and figures they state, and which names are one thing.

An **entity** is right where one of its names is one of the gold's and its class is of the same family; a second node for a
thing is one too many. A **statement** is right where both ends and the property match. A **figure** is right where its
bearer, its number (within 1 %) and its unit match and the words for what is counted overlap. **Resolution** looks at the
names of the gold that some node carries: two names of one thing should be on one node, names of two things on two; it is
counted by pairs of names. What an annotator marked as optional counts neither way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

from ..model import Entity, Figure, Knowledge, Text
from ..ontology import Ontology
from .alike import Alike
from .gold import Gold, GoldFigure, GoldRelation
from .names import is_close, name_key, overlap
from .values import Error, Tally

PARTS = ("entities", "statements", "figures", "resolution")
_Key: TypeAlias = tuple[int | str, str, int | str]


@dataclass(slots=True)
class Marks:
    """The tallies of one part by class or property, and what is wrong."""

    by: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[Error] = field(default_factory=list)


def mark(gold: Gold, knowledge: Knowledge, ontology: Ontology) -> dict[str, Marks]:
    """What is right and wrong in the knowledge of one article, for each part."""
    return _Marking(gold, knowledge, Alike(ontology)).marks()


class _Marking:
    """One article's gold beside what was made of it. ``_ends`` leads from a node to the gold's thing of its name."""

    def __init__(self, gold: Gold, knowledge: Knowledge, alike: Alike) -> None:
        self._gold, self._alike, self._text = gold, alike, knowledge.texts[0]
        seen = name_key(self._text.clean)
        self._keys = {
            one.id: {key for key in map(name_key, (one.name, *one.aliases)) if key in seen}
            for one in knowledge.entities
        }
        self._facts = [(s.subject, s.predicate, s.object, s) for s in knowledge.facts() if isinstance(s.object, str)]
        self._names = {one.id: one.name for one in knowledge.entities}
        self._figures = knowledge.figures
        ends = {end for subject, _, object, _ in self._facts for end in (subject, object)}
        ends |= {figure.about for figure in knowledge.figures}
        self._nodes = [one for one in knowledge.entities if one.mentions or one.id in ends]
        self._things = {one.id: self._thing(one, typed=True) for one in self._nodes}
        self._ends = {one.id: self._thing(one, typed=False) for one in self._nodes}
        self._named: dict[str, int] = {}
        for first in (True, False):  # a thing's first name before another's alias
            for at, one in enumerate(gold.entities):
                for key in [name_key(one.name)] if first else sorted(one.keys):
                    self._named.setdefault(key, at)

    def marks(self) -> dict[str, Marks]:
        found = (self._entities(), self._statements(), self._measured(), self._resolved())
        return dict(zip(PARTS, found, strict=True))

    def _thing(self, node: Entity, *, typed: bool) -> int | None:
        """The gold's thing that a node is: of its class, else of its family, else of the longest common name."""
        ranked = []
        for at, one in enumerate(self._gold.entities):
            shared = self._keys[node.id] & one.keys
            fits = self._alike.classes(one.type, node.type)
            if shared and (fits or not typed):
                ranked.append((one.type == node.type, fits, max(map(len, shared)), -at))
        return -max(ranked)[3] if ranked else None

    def _is_optional(self, at: int | None) -> bool:
        if at is None:
            return False
        one = self._gold.entities[at]
        return one.optional or one.type == self._alike.uncounted

    def _entities(self) -> Marks:
        marks, taken = Marks(), set[int]()
        for node in self._nodes:
            at = self._things[node.id]
            if node.type == self._alike.uncounted or self._is_optional(at):
                continue
            if at is None or at in taken:
                cls = node.type if at is None else self._gold.entities[at].type
                marks.by[cls] += Tally(found=1)
                kind = "extra" if at is None else "split"
                marks.errors.append(Error(f"{kind} {cls}", node.name, self._around(node.name)))
            else:
                taken.add(at)
                marks.by[self._gold.entities[at].type] += Tally(1, 1)
        for at, one in enumerate(self._gold.entities):
            if not self._is_optional(at):
                marks.by[one.type] += Tally(gold=1, hit=int(at in taken))
                if at not in taken:
                    marks.errors.append(Error(f"missed {one.type}", one.name, self._around(one.name)))
        return marks

    def _statements(self) -> Marks:
        wanted: dict[_Key, GoldRelation] = {}
        for one in self._gold.relations:
            subject, object = (self._named.get(name_key(end), end) for end in (one.subject, one.object))
            wanted[self._alike.key(subject, one.property, object)] = one
        found: dict[_Key, Error] = {}
        for subject, property, object, statement in self._facts:
            key = self._alike.key(self._end(subject), property, self._end(object))
            what = f"{self._names[subject]} → {self._names[object]}"
            found.setdefault(key, Error(f"extra {property}", what, statement.evidence[0].quote))
        marks = Marks()
        for key, error in found.items():
            row = wanted.get(key)
            if row is None and key[1] != self._alike.only_in_gold:
                marks.by[key[1]] += Tally(found=1)
                marks.errors.append(error)
            elif row is not None and not row.optional:
                marks.by[key[1]] += Tally(1, 1)
        for key, row in wanted.items():
            if not row.optional:
                marks.by[key[1]] += Tally(gold=1, hit=int(key in found))
                if key not in found:
                    what = f"{row.subject} → {row.object}"
                    marks.errors.append(Error(f"missed {row.property}", what, self._around(row.subject, row.object)))
        return marks

    def _end(self, id: str) -> int | str:
        at = self._ends.get(id)
        return id if at is None else at

    def _measured(self) -> Marks:
        marks, used = Marks(), set[int]()
        for figure in self._figures:
            at = next(
                (at for at, row in enumerate(self._gold.figures) if at not in used and self._is_figure(figure, row)),
                None,
            )
            shown = f"{self._names[figure.about]} {figure.measure} {figure.value:f}{figure.unit}"
            if at is None:
                marks.by[""] += Tally(found=1)
                marks.errors.append(Error("extra figure", shown, figure.evidence[0].quote))
                continue
            used.add(at)
            if not self._gold.figures[at].optional:
                marks.by[""] += Tally(1, 1)
        for at, row in enumerate(self._gold.figures):
            if not row.optional:
                marks.by[""] += Tally(gold=1, hit=int(at in used))
                if at not in used:
                    shown = f"{row.subject} {row.measure} {float(row.value or 0):g}{row.unit}"
                    marks.errors.append(Error("missed figure", shown, self._around(row.subject)))
        return marks

    def _is_figure(self, figure: Figure, row: GoldFigure) -> bool:
        subject = self._named.get(name_key(row.subject))
        if subject is None or self._ends.get(figure.about) != subject or row.value is None:
            return False
        return (
            is_close(Fraction(figure.value), row.value, share=row.share or "%" in figure.unit)
            and self._alike.units(figure.unit, row.unit)
            and overlap(figure.measure, row.measure)
        )

    def _resolved(self) -> Marks:
        """By pairs of names that the nodes carry; a name of two things of the gold says nothing."""
        owners: defaultdict[str, set[int]] = defaultdict(set)
        for at, one in enumerate(self._gold.entities):
            for key in one.keys:
                owners[key].add(at)
        owner = {key: at.pop() for key, at in owners.items() if len(at) == 1}
        carried = [self._keys[node.id] & set(owner) for node in self._nodes]
        together = {pair for keys in carried for pair in combinations(sorted(keys), 2)}
        names = sorted(set().union(*carried))
        same = {pair for pair in combinations(names, 2) if owner[pair[0]] == owner[pair[1]]}
        marks = Marks()
        right = len(together & same)
        marks.by[""] += Tally(len(together), right, len(same), right)
        for kind, pairs in (("merged wrongly", together - same), ("not merged", same - together)):
            marks.errors += [Error(kind, " = ".join(pair), self._around(*pair)) for pair in sorted(pairs)]
        return marks

    def _around(self, *names: str) -> str:
        """The first sentence that has all of the names, else the first that has one of them."""
        keys = [name_key(name) for name in names]
        sentences = list(_sentences(self._text))
        having = [[key in name_key(sentence) for key in keys] for sentence in sentences]
        for test in (all, any):
            for sentence, has in zip(sentences, having, strict=True):
                if test(has):
                    return sentence
        return ""


def _sentences(text: Text) -> Iterator[str]:
    return (text.clean[one.start : one.end] for one in text.sentences)


def together(marks: Iterable[Marks]) -> Marks:
    """The marks of several articles as one."""
    whole = Marks()
    for one in marks:
        for name, tally in one.by.items():
            whole.by[name] += tally
        whole.errors += one.errors
    return whole
