"""Without a build: what each article says, and what becomes of a sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..errors import InputError
from ..model import Document, Extraction, Mention, Skipped
from ..progress import Stages
from .articles import partition, read_sources
from .knowing import extract_all, load_terms

if TYPE_CHECKING:
    from ..relate import Counted, Explained

_BATCH = 64  # documents that `extract` holds in memory at a time


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was read out of a sentence, and what became of every cue and number seen in it.

    ``passed_over`` pairs each mention that was proposed and does not stand with the one that stands in its place.
    """

    extraction: Extraction
    cues: tuple[Explained, ...]
    passed_over: tuple[tuple[Mention, Mention], ...] = ()
    numbers: tuple[Counted, ...] = ()


def extract(
    sources: Sequence[str | Path],
    *,
    ontology: Sequence[str | Path] = (),
    entities: Sequence[str | Path] = (),
    stdin: BinaryIO | None = None,
) -> Iterator[Extraction | Skipped]:
    """What each article says, in the order of the sources, before names are merged across articles.

    Raises:
        InputError: where a source does not exist.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
    """
    (terms, authority), stages = load_terms(ontology, entities), Stages()
    found = read_sources(sources, stdin)
    while batch := list(islice(found, _BATCH)):
        documents, skipped = partition(batch)
        done, failed = extract_all(documents, terms, authority, stages)
        by_key = {(one.text.document.uri, one.text.document.id): one for one in done}
        by_uri = {one.uri: one for one in (*skipped, *failed)}
        for one in batch:
            key = (one.uri, one.id if isinstance(one, Document) else "")
            yield by_key[key] if key in by_key else by_uri[one.uri]


def explain(sentence: str, *, ontology: Sequence[str | Path] = (), entities: Sequence[str | Path] = ()) -> Explanation:
    """What is recognised in ``sentence``, which cues fire, and why others do not, for those who extend the ontology.

    Raises:
        InputError: where there is nothing in it to read.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
    """
    return next(explanations([sentence], ontology=ontology, entities=entities))


def explanations(
    sentences: Iterable[str], *, ontology: Sequence[str | Path] = (), entities: Sequence[str | Path] = ()
) -> Iterator[Explanation]:
    """`explain` for several sentences, each by itself; the ontology is read once.

    Raises:
        InputError: where there is nothing to read in one of them.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
    """
    from ..clean import clean
    from ..recognise import passed_over, recognise
    from ..relate import explain, explain_numbers, relate

    terms, authority = load_terms(ontology, entities)
    for sentence in sentences:
        if not sentence.strip():
            raise InputError("the sentence is empty", remedy="give a sentence in Chinese")
        document = Document(hashlib.sha256(sentence.encode()).hexdigest()[:16], "sentence", sentence)
        reading = recognise([clean(document)], terms, authority)[0]
        yield Explanation(
            relate(reading, terms),
            explain(reading, terms),
            passed_over(reading, terms, authority),
            explain_numbers(reading, terms),
        )
