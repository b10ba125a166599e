"""The middle stages: documents to knowledge; a document that fails on the way does not lose the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..errors import OntologyError, ZhimaiError
from ..model import Document, Extraction, Knowledge, Reading, Skipped, Text
from ..progress import Stages
from .articles import nothing_to_build

if TYPE_CHECKING:
    from ..authority import Authority
    from ..decisions import Decisions
    from ..ontology import Ontology

_IN = TypeVar("_IN")
_OUT = TypeVar("_OUT")


def load_terms(ontology: Sequence[str | Path], entities: Sequence[str | Path]) -> tuple[Ontology, Authority]:
    from ..authority import load_authority
    from ..ontology import load_ontology

    terms = load_ontology(extra=tuple(map(Path, ontology)))
    return terms, load_authority(map(Path, entities), terms)


def load_decided(files: Iterable[Path]) -> Decisions:
    from ..decisions import load_decisions

    return load_decisions(files)


def know(
    documents: Sequence[Document],
    skipped: Sequence[Skipped],
    terms: Ontology,
    authority: Authority,
    decisions: Decisions,
    stages: Stages,
) -> Knowledge:
    """What the articles say, in the terms of the ontology, put right by a person's decisions."""
    extractions, failed = extract_all(documents, terms, authority, stages)
    left_out = sorted([*skipped, *failed], key=lambda one: (one.uri, one.reason))
    if not extractions:
        raise nothing_to_build([], left_out)
    with stages("resolve"):
        return _resolve(extractions, left_out, terms, authority, decisions)


def extract_all(
    documents: Sequence[Document], ontology: Ontology, authority: Authority, stages: Stages
) -> tuple[list[Extraction], list[Skipped]]:
    """Clean, recognise, relate; a document that fails on the way is skipped and does not lose the others."""
    from ..clean import clean
    from ..relate import relate

    with stages("clean", len(documents)):
        texts, unclean = _each(clean, stages.each("clean", documents), lambda document: document)
    with stages("recognise", len(texts)):
        readings, unread = _recognise(texts, ontology, authority, stages)
    with stages("relate", len(readings)):
        done, unrelated = _each(
            lambda reading: relate(reading, ontology), stages.each("relate", readings), lambda one: one.text.document
        )
    return done, [*unclean, *unread, *unrelated]


def _recognise(
    texts: Sequence[Text], ontology: Ontology, authority: Authority, stages: Stages
) -> tuple[list[Reading], list[Skipped]]:
    from ..recognise import recognise

    try:
        return recognise(stages.each("recognise", texts), ontology, authority), []
    except Exception:  # noqa: BLE001 one text spoils the batch: see below which
        return _each(lambda text: recognise([text], ontology, authority)[0], texts, lambda text: text.document)


def _each(
    stage: Callable[[_IN], _OUT], items: Iterable[_IN], document: Callable[[_IN], Document]
) -> tuple[list[_OUT], list[Skipped]]:
    done: list[_OUT] = []
    skipped: list[Skipped] = []
    for item in items:
        try:
            done.append(stage(item))
        except (ImportError, OntologyError):  # no fault of the document's
            raise
        except Exception as error:  # noqa: BLE001 whatever it is, the other documents can do without
            skipped.append(Skipped(document(item).uri, _reason(error)))
    return done, skipped


def _reason(error: Exception) -> str:
    if isinstance(error, ZhimaiError):
        return f"{error.what}; {error.remedy}" if error.remedy else error.what
    said = " ".join(str(error).split())[:200]
    return (
        f"cannot be processed ({type(error).__name__}{': ' if said else ''}{said}); please report it with the article"
    )


def _resolve(
    extractions: Sequence[Extraction],
    skipped: Sequence[Skipped],
    ontology: Ontology,
    authority: Authority,
    decisions: Decisions,
) -> Knowledge:
    from ..resolve import resolve

    return replace(resolve(extractions, ontology, authority, decisions), skipped=tuple(skipped))
