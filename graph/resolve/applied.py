"""A person's decisions on what has been brought together: names, classes and statements put right, each with a judgement.

The ids of things do not change. What no longer fits is left out and told, and so is each decision that does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ..decisions import Choice, Decision, Decisions
from ..model import Judgement, Knowledge, Literal, Outcome, Statement, Verdict
from ..ontology import Ontology, class_called, property_called
from .bearers import Bearers
from .decided import why_forced
from .figures import is_figure
from .normal import normal

_BY_WORD = "a person decided so"
_SPACE = re.compile(r"^(?:https?://.*/|[a-z]+[/:])(?=.)")  # of an id: what stands before the name


def applied(
    knowledge: Knowledge, decisions: Decisions, ontology: Ontology, became: Mapping[str, str] | None = None
) -> Knowledge:
    """What is known with every decision carried out that applies, and what became of each in ``Knowledge.outcome``.

    ``became`` leads from the ids of what was merged into others to the ids of those.
    """
    return _Desk(knowledge, decisions, ontology, became or {}).knowledge() if decisions else knowledge


class _Desk:
    """One knowledge while it is put right."""

    def __init__(
        self, knowledge: Knowledge, decisions: Decisions, ontology: Ontology, became: Mapping[str, str]
    ) -> None:
        self._knowledge, self._decisions, self._ontology = knowledge, decisions, ontology
        self._entities = {entity.id: entity for entity in knowledge.entities}
        self._statements, self._figures = list(knowledge.statements), list(knowledge.figures)
        self._background = list(knowledge.background)
        self._judgements: list[Judgement] = []
        self._unapplied: list[tuple[str, str]] = []
        self._left_out: list[tuple[str, str]] = []
        self._bearers = self._named(became)
        self._doubted = {j.right for j in knowledge.judgements if j.verdict is Verdict.UNSURE} - self._entities.keys()

    def _named(self, became: Mapping[str, str]) -> Bearers[str]:
        bearers = Bearers[str]()
        for entity in self._entities.values():
            bearers.add(entity.id, entity.id, [entity.name], entity.aliases, entity.hidden)
        for gone, stays in became.items():
            if stays in self._entities:
                bearers.also(gone, stays)
        for decision in self._decisions.of(Choice.RENAME):  # a later line may call it by its new name
            for id in bearers.of(decision.thing):
                bearers.add(id, id, (), (), (), [decision.other])
        return bearers

    def knowledge(self) -> Knowledge:
        """The knowledge put right."""
        self._each(self._last(Choice.RENAME), self._rename)
        self._each(self._last(Choice.RETYPE), self._retype)
        self._each(self._decisions.of(Choice.SAME), self._same)
        self._each(self._decisions.of(Choice.DIFFERENT), self._different)
        self._each(self._decisions.of(Choice.REJECT), self._reject)
        self._leave_out_what_no_longer_fits()
        order = {decision.where: at for at, decision in enumerate(self._decisions)}
        outcome = Outcome(tuple(sorted(self._unapplied, key=lambda told: order[told[0]])), tuple(self._left_out))
        return replace(
            self._knowledge,
            entities=tuple(self._entities[entity.id] for entity in self._knowledge.entities),
            statements=tuple(self._statements),
            figures=tuple(self._figures),
            background=tuple(self._background),
            judgements=(*self._earlier(), *dict.fromkeys(self._judgements)),
            conflicts=tuple(self._conflicts()),
            outcome=outcome,
        )

    def _conflicts(self) -> Iterator[tuple[str, str]]:
        """The conflicts of which both sides are still there."""
        here = {f"statement/{s.id}" for s in self._statements} | {f"observation/{f.id}" for f in self._figures}
        return (pair for pair in self._knowledge.conflicts if here.issuperset(pair))

    def _each(self, decisions: Iterable[Decision], carry_out: Callable[[Decision], str]) -> None:
        """Carry decisions out; one that does not apply says why."""
        for decision in decisions:
            if why := carry_out(decision):
                self._unapplied.append((decision.where, f"{decision}: {why}"))

    def _last(self, choice: Choice) -> Iterator[Decision]:
        """The last decision of a kind on each thing, and those that name none or several."""
        last: dict[frozenset[str], Decision] = {}
        for decision in self._decisions.of(choice):
            found = self._bearers.of(decision.thing)
            if len(found) == 1:
                last[found] = decision
            else:
                yield decision
        yield from last.values()

    def _one(self, name: str) -> tuple[str, str]:
        """The id of the one thing of a name, or why there is none."""
        found = sorted(self._bearers.of(name))
        if not found:
            return "", f"nothing here is called {name}"
        if len(found) > 1:
            return "", f"several things here are called {name}: give one of {', '.join(found)}"
        return found[0], ""

    def _rename(self, decision: Decision) -> str:
        id, why = self._one(decision.thing)
        if id:
            entity = self._entities[id]
            others = (name for name in (entity.name, *entity.aliases) if name != decision.other)
            hidden = tuple(name for name in entity.hidden if name != decision.other)
            self._entities[id] = replace(
                entity, name=decision.other, aliases=tuple(dict.fromkeys(others)), hidden=hidden
            )
            self._judge(decision, id, entity.name, Verdict.RENAMED)
        return why

    def _retype(self, decision: Decision) -> str:
        id, why = self._one(decision.thing)
        type = class_called(decision.other, self._ontology)
        if not type or not self._ontology.fits(type, "Thing"):
            return f"{decision.other} is no class of things in this ontology"
        if id:
            entity = self._entities[id] = replace(self._entities[id], type=type)
            values = tuple((name, value) for name, value in entity.properties if self._may(id, name, ""))
            code = entity.code if self._may(id, "gbCode", "") else ""
            self._entities[id] = replace(entity, properties=values, code=code)
            label = self._ontology.classes[type].labels.get("zh-Hans", "")
            self._judge(decision, id, f"{label} {type}".strip(), Verdict.RETYPED)
        return why

    def _same(self, decision: Decision) -> str:
        (left, why), (right, also) = self._one(decision.thing), self._one(decision.other)
        if why or also:
            return why or also
        if left != right:
            return "they are still two, since a later decision keeps them apart"
        own = {normal(self._entities[left].name), left.partition("/")[2]}
        called = [
            _SPACE.sub("", text) for text in (decision.other, decision.thing)
        ]  # a thing is not judged against itself
        self._judge(decision, left, next((name for name in called if normal(name) not in own), called[1]))
        return ""

    def _different(self, decision: Decision) -> str:
        for name, other in ((decision.thing, decision.other), (decision.other, decision.thing)):
            if other in self._doubted and (id := self._one(name)[0]) and not self._bearers.of(other):
                self._judge(decision, id, other, Verdict.DIFFERENT)  # an entry of a list that no text names in full
                return ""
        (left, why), (right, also) = self._one(decision.thing), self._one(decision.other)
        if why or also:
            return why or also
        if left == right:
            return "they are still one, by a later decision or since both are one name"
        for id, other in ((left, decision.other), (right, decision.thing)):
            entity, unwanted = self._entities[id], normal(other)
            aliases, hidden = (
                tuple(name for name in names if normal(name) != unwanted) for names in (entity.aliases, entity.hidden)
            )
            self._entities[id] = replace(entity, aliases=aliases, hidden=hidden)
        self._judge(decision, left, right, Verdict.DIFFERENT)
        return ""

    def _reject(self, decision: Decision) -> str:
        things = self._bearers.of(decision.thing)
        if not things:
            return f"nothing here is called {decision.thing}"
        property = property_called(decision.relation, self._ontology)
        others = self._bearers.of(decision.other)
        triples = [(s, (s.subject, s.predicate, s.object)) for s in self._statements]
        wrong: list[object] = [s for s, triple in triples if self._says(triple, things, property, others, decision)]
        wrong += [t for t in self._background if self._says(t, things, property, others, decision)]
        wrong += [f for f in self._figures if f.about in things and is_figure(f, decision.relation, decision.other)]
        about = sorted({id for one in wrong for id in things if id in _ends(one)})
        if not wrong:
            return "no such statement here"
        if len(about) > 1:
            return f"several things here are called {decision.thing}: give one of {', '.join(about)}"
        self._statements = [s for s in self._statements if s not in wrong]
        self._background = [t for t in self._background if t not in wrong]
        self._figures = [f for f in self._figures if f not in wrong]
        label = self._ontology.properties[property].labels["zh-Hans"] if property else decision.relation
        self._judge(decision, about[0], f"{label} {decision.other}", Verdict.REJECTED)
        return ""

    def _says(
        self,
        triple: tuple[str, str, str | Literal],
        things: frozenset[str],
        property: str,
        others: frozenset[str],
        decision: Decision,
    ) -> bool:
        subject, predicate, object = triple
        if predicate != property:
            return False
        if isinstance(object, Literal):
            return subject in things and object.value == decision.other
        turned = self._ontology.properties[predicate].symmetric and object in things and subject in others
        return (subject in things and object in others) or turned

    def _judge(self, decision: Decision, left: str, right: str, verdict: Verdict = Verdict.SAME) -> None:
        reason = " ".join(part for part in (decision.reason or _BY_WORD, f"({decision.date})" * bool(decision.date)))
        self._judgements.append(Judgement(left, right, verdict, 1.0, reason.strip(), decision.by))

    def _earlier(self) -> Iterator[Judgement]:
        """The program's judgements without its doubts on what a person has decided."""
        decided: set[frozenset[str]] = set()
        for judgement in self._judgements:
            if judgement.verdict in (Verdict.SAME, Verdict.DIFFERENT):
                decided.add(frozenset((judgement.left, *self._bearers.of(judgement.right))))
                decided.add(frozenset((judgement.left, judgement.right)))
        forced = {why_forced(decision) for decision in self._decisions}
        own = {(j.left, normal(j.right)) for j in self._judgements if j.verdict is Verdict.SAME}
        for judgement in self._knowledge.judgements:
            if judgement.reason in forced and (judgement.left, normal(judgement.right)) in own:
                continue
            pair = frozenset(
                id for side in (judgement.left, judgement.right) for id in self._bearers.of(side) or {side}
            )
            if judgement.verdict is not Verdict.UNSURE or pair not in decided:
                yield judgement

    def _leave_out_what_no_longer_fits(self) -> None:
        """Leave out what the things that were joined or given a class cannot have there."""
        by_id: dict[str, Decision] = {}
        for decision in self._decisions.of(Choice.SAME, Choice.RETYPE):
            by_id.update(dict.fromkeys(self._bearers.of(decision.thing), decision))
        kept: list[Statement] = []
        for statement in self._statements:
            ends = [id for id in _ends(statement) if id in by_id]
            if ends and not self._fits(statement):
                decision = by_id[ends[0]]
                self._left_out.append((decision.where, f"{decision}: {self._told(statement)}"))
            else:
                kept.append(statement)
        self._statements = kept
        self._background = [t for t in self._background if not by_id.keys() & {t[0], t[2]} or self._may(*t)]

    def _fits(self, statement: Statement) -> bool:
        values = ((name, value) for name, value in statement.qualifiers if value in self._entities)
        object = statement.object if isinstance(statement.object, str) else ""
        return self._may(statement.subject, statement.predicate, object) and all(
            self._may("", name, value) for name, value in values
        )

    def _may(self, subject: str, property: str, object: str) -> bool:
        """Whether the property may lead from the one to the other; an end that is empty may be anything."""
        known = self._ontology.properties.get(property)
        if known is None:  # an ontology in place of the shipped one may lack it
            return True
        ends = ((subject, known.domain), (object, known.range))
        return all(not id or self._ontology.fits(self._entities[id].type, wanted) for id, wanted in ends)

    def _told(self, statement: Statement) -> str:
        label = self._ontology.properties[statement.predicate].labels["en"]
        object = statement.object
        other = object.value if isinstance(object, Literal) else self._entities[object].name
        return f"“{self._entities[statement.subject].name} {label} {other}” no longer fits"


def _ends(said: object) -> tuple[str, ...]:
    """The ids of the things that a statement, a figure or a triple of the background is about."""
    if isinstance(said, Statement):
        object = (said.object,) if isinstance(said.object, str) else ()
        return (said.subject, *object, *(value for _, value in said.qualifiers))
    if isinstance(said, tuple):
        return (said[0], said[2])
    return (getattr(said, "about", ""),)
