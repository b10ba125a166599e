"""Relations: what our statements assert between the pairs of names that a set lists.

A fact of ours counts where it is asserted or planned, its property is one that the set's table knows, and its ends are
called as the names of a listed pair, themselves or by a name that the text ties to them. It is right where one of the
pair's relations maps to it, and wrong where the pair is listed with others only, or as unrelated; facts about pairs that
the set does not list do not count. A relation that the set lists twice, once backwards, is one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Claim, Extraction, Literal, Status
from ..ontology import Ontology
from .names import name_key, names_of
from .values import Error, EvalSet, Relation, Sample, Score, Tally

PART = "statements"
_COUNTED = (Status.ASSERTED, Status.PLANNED)


@dataclass(frozen=True, slots=True, order=True)
class _Fact:
    subject: str
    property: str
    object: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A relation of the gold: the facts that say it, any one of which is enough; ``property`` is the nearest of ours."""

    property: str
    facts: frozenset[_Fact]


def score_statements(
    of: EvalSet, samples: Sequence[Sample], said: Sequence[Extraction | None], ontology: Ontology
) -> list[Score]:
    """Zhimai's score on a set of relations, with its errors, and that of always asserting the commonest one."""
    wanted = [_wanted(sample, of, ontology) for sample in samples]
    ours = [_facts(one, sample, of, ontology) if one else set() for one, sample in zip(said, samples, strict=True)]
    always = _score(of, "always the majority", samples, wanted, _majority(samples, wanted, ontology))
    return [_score(of, "Zhimai", samples, wanted, ours), always.silent()]


def _wanted(sample: Sample, of: EvalSet, ontology: Ontology) -> set[_Wanted]:
    return {
        _Wanted(relations[0].property, frozenset(_fact(pair.head, one, pair.tail, ontology) for one in relations))
        for pair in sample.pairs
        if (relations := of.relations.get(pair.label))
    }


def _fact(head: str, relation: Relation, tail: str, ontology: Ontology) -> _Fact:
    ends = [name_key(head), name_key(tail)]
    if relation.backwards:
        ends.reverse()
    return _ordered(_Fact(ends[0], relation.property, ends[1]), ontology)


def _ordered(fact: _Fact, ontology: Ontology) -> _Fact:
    known = ontology.properties.get(fact.property)
    if known and known.symmetric and fact.subject > fact.object:
        return _Fact(fact.object, fact.property, fact.subject)
    return fact


def _facts(said: Extraction, sample: Sample, of: EvalSet, ontology: Ontology) -> set[_Fact]:
    """The facts of an extraction that join two names of a pair that the sample lists."""
    counted = {one.property for relations in of.relations.values() for one in relations}
    listed = {frozenset((name_key(pair.head), name_key(pair.tail))) for pair in sample.pairs}
    names = names_of(said)
    return {
        _ordered(_Fact(subject, claim.predicate, object), ontology)
        for claim in said.claims
        if claim.predicate in counted and claim.status in _COUNTED
        for subject in names[claim.subject]
        for object in _objects(claim, names)
        if frozenset((subject, object)) in listed
    }


def _objects(claim: Claim, names: dict[int, set[str]]) -> set[str]:
    return {claim.object.value} if isinstance(claim.object, Literal) else names[claim.object]


def _majority(samples: Sequence[Sample], wanted: Sequence[set[_Wanted]], ontology: Ontology) -> list[set[_Fact]]:
    counts = Counter(one.property for each in wanted for one in each)
    commonest = Relation(counts.most_common(1)[0][0]) if counts else Relation("")
    return [{_fact(pair.head, commonest, pair.tail, ontology) for pair in sample.pairs} for sample in samples]


def _score(
    of: EvalSet, system: str, samples: Sequence[Sample], wanted: Sequence[set[_Wanted]], found: Sequence[set[_Fact]]
) -> Score:
    by: defaultdict[str, Tally] = defaultdict(Tally)
    errors: list[Error] = []
    for sample, golds, facts in zip(samples, wanted, found, strict=True):
        for gold in golds:
            by[gold.property] += Tally(gold=1, hit=int(bool(gold.facts & facts)))
        for fact in facts:
            said = {gold.property for gold in golds if fact in gold.facts}
            told = fact.property if fact.property in said or not said else min(said)
            by[told] += Tally(found=1, right=int(bool(said)))
        errors += _errors(sample, golds, facts)
    ordered = dict(sorted(by.items(), key=lambda item: (-item[1].gold, item[0])))
    return Score(of.id, system, PART, len(samples), sum(by.values(), Tally()), ordered, tuple(errors))


def _errors(sample: Sample, golds: set[_Wanted], facts: set[_Fact]) -> Iterator[Error]:
    right = {fact for gold in golds for fact in gold.facts}
    for gold in sorted(golds, key=lambda one: (one.property, min(one.facts))):
        if not gold.facts & facts:
            fact = next(one for one in sorted(gold.facts) if one.property == gold.property)
            yield Error(f"missed {gold.property}", f"{fact.subject} → {fact.object}", sample.text)
    for fact in sorted(facts - right):
        instead = sorted({pair.label for pair in sample.pairs if _joins(pair.head, pair.tail, fact)})
        yield Error(f"extra {fact.property}", f"{fact.subject} → {fact.object} ({'、'.join(instead)})", sample.text)


def _joins(head: str, tail: str, fact: _Fact) -> bool:
    return {name_key(head), name_key(tail)} == {fact.subject, fact.object}
