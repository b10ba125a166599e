"""Sets to scores: which are there, what is read of them, and who scores which kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from ..errors import UsageError
from ..model import Extraction
from ..ontology import Ontology, load_ontology
from ..pipeline import knowledge_of
from .articles import PARTS, mark, together
from .extracted import extractions, sampled
from .gold import Gold, GoldSet, gold_sets, read_gold
from .mentions import core_of, score_mentions
from .readers import read_samples
from .sets import known_sets
from .statements import score_statements
from .values import EvalSet, Sample, Score, Span, Tally

Scorer = Callable[[EvalSet, Sequence[Sample], Sequence[Extraction | None], Ontology], list[Score]]
_SCORERS: dict[str, Scorer] = {"mentions": score_mentions, "statements": score_statements}


@dataclass(frozen=True, slots=True)
class Absent:
    """A set whose files are not there, and which."""

    set: str
    missing: Path


@dataclass(frozen=True, slots=True)
class Bench:
    """Where annotated sets lie and what they are read with.

    ``folder`` holds ``data/`` with public sets, as the set files name them, and ``gold/`` with annotated articles, whose
    texts may lie below ``texts`` instead. ``ontology`` and ``entities`` are files of the user's own.
    """

    folder: Path
    texts: Path | None = None
    ontology: tuple[Path, ...] = ()
    entities: tuple[Path, ...] = ()
    terms: Ontology = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", load_ontology(extra=self.ontology))

    @property
    def public(self) -> list[str]:
        """The ids of the public sets that are known."""
        return [one.id for one in known_sets()]

    @property
    def annotated(self) -> list[str]:
        """The ids of the sets of annotated articles in the folder."""
        return [one.id for one in gold_sets(self.folder)]

    def scores(self, names: Sequence[str] = (), limit: int | None = None) -> Iterator[Score | Absent]:
        """The scores of Zhimai, and of what stands beside it, on the sets that are named, or on all.

        A name stands for all parts of a set, too. ``limit`` is the most samples of a set; they are spread evenly over it.

        Raises:
            UsageError: where there is no such set.
            InputError: where a file is not of its format, or an article's text is missing.
        """
        known = [*self.public, *self.annotated]
        wanted = {id for id in known if not names or any(_is_called(id, name) for name in names)}
        for name in names:
            if not any(_is_called(id, name) for id in known):
                raise UsageError("there is no such set", where=name, remedy=f"choose from {', '.join(known)}")
        public = (self._public(one, limit) for one in known_sets() if one.id in wanted)
        articles = (self._articles(one, limit, told=bool(names)) for one in gold_sets(self.folder) if one.id in wanted)
        return chain.from_iterable(chain(public, articles))

    def _public(self, one: EvalSet, limit: int | None) -> Iterator[Score | Absent]:
        paths = [self.folder / file for file in one.files]
        if missing := [path for path in paths if not path.is_file()]:
            yield Absent(one.id, missing[0])
        else:
            yield from self._samples(one, sampled(read_samples(paths, one.form), limit))

    def _samples(self, one: EvalSet, samples: Sequence[Sample]) -> Iterator[Score]:
        said = list(extractions(samples, self.ontology, self.entities))
        yield from _SCORERS[one.kind](one, samples, said, self.terms)

    def _articles(self, one: GoldSet, limit: int | None, *, told: bool) -> Iterator[Score]:
        """What an annotation has offsets for is scored like any set of names. Errors of unseen articles are not told."""
        texts = [self.texts] if self.texts else []
        golds = [read_gold(path, [*texts, self.folder]) for path in sampled(one.files, limit)]
        marks = [
            mark(gold, knowledge_of([gold.article], ontology=self.ontology, entities=self.entities), self.terms)
            for gold in golds
        ]
        for part in PARTS:
            whole = together(each[part] for each in marks)
            errors = tuple(whole.errors) if told or not one.unseen else ()
            total = sum(whole.by.values(), Tally())
            by = {name: tally for name, tally in sorted(whole.by.items()) if name}
            yield Score(one.id, "Zhimai", part, len(golds), total, by, errors)
        if spanned := [_sample(gold) for gold in golds if any(entity.spans for entity in gold.entities)]:
            types = {span.label for sample in spanned for span in sample.spans}
            classes = {type: core for type in types if (core := core_of(type, self.terms))}
            names = EvalSet(one.id, one.title, "mentions", "gold", one.files, classes, {})
            for score in self._samples(names, spanned):
                yield score if told or not one.unseen else score.silent()


def _is_called(id: str, name: str) -> bool:
    return id == name or id.startswith(f"{name}-")


def _sample(gold: Gold) -> Sample:
    """The names of an article; one that a careful reader may leave out has a class that is no core class."""
    spans = [
        Span(start, end, "" if entity.optional else entity.type)
        for entity in gold.entities
        for start, end in entity.spans
    ]
    return Sample(
        gold.article.name, gold.article.read_text("utf-8-sig"), tuple(sorted(spans, key=lambda one: one.start))
    )
