"""Decisions made against a build: what they name is there, and they are written to their file at once."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from pathlib import Path

from ..decisions import NO_DECISIONS, PERSON, Choice, Decision, Decisions, append_decision, load_decisions, take_back
from ..errors import UsageError
from ..model import Document, Knowledge, Script, Text
from ..ontology import Ontology, load_ontology
from ..recipe import DECISIONS, recipe_of
from ..show import Names, id_of
from ..store import Store, open_store
from .doubts import Doubt, Side, doubts_of

_WHERE = "curate"
_MOST = 5


class Desk:
    """A build, and the file to which what is decided of it is written."""

    def __init__(self, directory: Path, file: Path | None = None, by: str = PERSON) -> None:
        """Open a build.

        Raises:
            UsageError: there is none in ``directory``.
            DecisionsError: the file has a mistake.
        """
        self.directory, self.file, self._by = directory, file or directory / DECISIONS, by or PERSON
        self.store: Store = open_store(directory)
        self.names = Names(self.store)
        load_decisions([self.file] if self.file.exists() else [])

    @property
    def decisions(self) -> Decisions:
        """What the file says now."""
        return load_decisions([self.file]) if self.file.exists() else NO_DECISIONS

    @property
    def keeps_texts(self) -> bool:
        """Whether the build can be made again from what it kept."""
        return recipe_of(self.directory).quote_limit is None

    @cached_property
    def _entries(self) -> frozenset[str]:
        """Names that the program is unsure about and no article has: entries of a user's list."""
        sides = (side for doubt in doubts_of(self.store, (), self.names) for side in (doubt.left, doubt.right))
        return frozenset(side.name for side in sides if not side.iri)

    def doubts(self) -> list[Doubt]:
        """The pairs that are left to be decided, most consequential first."""
        return doubts_of(self.store, self.decisions, self.names)

    def write(self, choice: Choice, thing: str, other: str, relation: str = "", reason: str = "") -> Decision:
        """Write a decision at the end of the file."""
        today = datetime.now().astimezone().date().isoformat()
        decision = Decision(choice, thing, other, relation, reason, self._by, today)
        append_decision(self.file, decision)
        return decision

    def answer(self, doubt: Doubt, choice: Choice, reason: str = "") -> Decision:
        """Write what a person says of a pair: each by its name, or by its id where others bear that name."""
        return self.write(choice, self._called(doubt.left), self._called(doubt.right), reason=reason)

    def take_back(self, decision: Decision) -> bool:
        """Take the last decision out of the file; false where it is not the last line."""
        return take_back(self.file, decision)

    def decide(self, choice: Choice, thing: str, other: str, relation: str = "", reason: str = "") -> Decision:
        """Write a decision that somebody gives in words, after a look whether it applies to the build.

        Raises:
            UsageError: a name is unknown or several things', a class or statement is not there.
        """
        if choice is Choice.DIFFERENT and (self._takes(thing, other) or self._takes(other, thing)):
            return self.write(choice, thing, other, relation, reason)
        thing = self._one(thing)
        if choice in (Choice.SAME, Choice.DIFFERENT):
            other = self._one(other)
        elif choice is not Choice.RENAME:
            self._check(Decision(choice, thing, other, relation))
        if thing == other:
            raise UsageError(f"{thing} stands on both sides", where=_WHERE, remedy="name another")
        return self.write(choice, thing, other, relation, reason)

    def _takes(self, shared: str, own: str) -> bool:
        """Whether the one is another name of several things, and the other means one of these, which is to lose it."""
        several, found = self.names.best(shared), self.names.best(own)
        if len(several) < 2 or len(found) != 1 or found[0] not in several:
            return False
        return self.names.has(own) and not self.names.is_preferred(found[0], shared)

    def _one(self, name: str) -> str:
        """A name as it is to be written: as given where it means one thing, an IRI as an id."""
        if name in self._entries:
            return name
        self.names.known(name, where=_WHERE)
        found = self.names.best(name)
        if len(found) > 1:
            ids = ", ".join(map(id_of, found))
            raise UsageError(f"several things are called {name}", where=_WHERE, remedy=f"give one of {ids}")
        return name if self.names.has(name) else id_of(found[0])

    def _called(self, side: Side) -> str:
        return self.names.word(side.iri, side.name) if side.iri else side.name

    def _check(self, decision: Decision) -> None:
        """See that a class is one, and that a statement is there."""
        from ..rdf import read_knowledge
        from ..resolve import applied

        recipe = recipe_of(self.directory)
        terms = load_ontology(extra=recipe.ontology)
        knowledge = read_knowledge(self.directory, terms, recipe.base, _unread)
        for _, why in applied(knowledge, Decisions((decision,)), terms).outcome.unapplied:
            raise UsageError(
                why.removeprefix(f"{decision}: "), where=_WHERE, remedy=self._remedy(decision, knowledge, terms)
            )

    def _remedy(self, decision: Decision, knowledge: Knowledge, terms: Ontology) -> str:
        if decision.choice is Choice.RETYPE:
            return "give one, as Company or 企业"
        ids = set(map(id_of, self.names.best(decision.thing)))
        said = [
            f"{terms.properties[s.predicate].labels['zh-Hans']} {_value(knowledge, s.object)}"
            for s in knowledge.statements
            if s.subject in ids
        ]
        said += [f"{f.measure} {f.value}{f.unit if f.unit != '1' else ''}" for f in knowledge.figures if f.about in ids]
        shown = "; ".join(dict.fromkeys(said[:_MOST])) or "nothing"
        return f"of {decision.thing} is said: {shown}{' …' if len(said) > _MOST else ''}"


def _value(knowledge: Knowledge, object: object) -> str:
    return knowledge.entity(object).name if isinstance(object, str) else getattr(object, "value", "")


def _unread(document: Document) -> Text:
    """No clean text: what is decided concerns names and statements, which are in the files."""
    return Text(document, "", "", (), (), Script.HANS)
