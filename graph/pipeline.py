"""From sources to outputs: the only place that knows the order of the stages.

The stages are imported where they run, so that ``import graph`` and ``zhimai --help`` stay quick.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from .errors import InputError, OntologyError, ZhimaiError
from .model import Document, Extraction, Knowledge, Mention, Reading, Skipped, Text
from .report import Report, report_on
from .resources import samples_dir
from .staging import check, staged

if TYPE_CHECKING:
    from .authority import Authority
    from .ontology import Ontology
    from .relate import Counted, Explained

BASE = "https://w3id.org/zhimai/id/"
"""Where the IRIs of instances begin unless the user says otherwise."""

_BATCH = 64  # documents that `extract` holds in memory at a time
_IN = TypeVar("_IN")
_OUT = TypeVar("_OUT")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was read out of a sentence, and what became of every cue and number seen in it.

    ``passed_over`` pairs each mention that was proposed and does not stand with the one that stands in its place.
    """

    extraction: Extraction
    cues: tuple[Explained, ...]
    passed_over: tuple[tuple[Mention, Mention], ...] = ()
    numbers: tuple[Counted, ...] = ()


def build(
    sources: Sequence[str],
    output: str | Path,
    *,
    ontology: Sequence[Path] = (),
    entities: Sequence[Path] = (),
    base: str = BASE,
    stdin: BinaryIO | None = None,
    notify: Callable[[str], None] | None = None,
) -> Report:
    """Read articles and write the graph, the page, the store and the report into the folder ``output``.

    Args:
        sources: files, folders, globs, or ``-`` for ``stdin``; none builds the sample articles. Their order is of no
            consequence, and an article that is there twice counts once.
        output: made where it is missing. Its files are replaced together at the end, or not at all.
        ontology: Turtle files of your own that extend the ontology.
        entities: CSV files of your own with names, classes, aliases and identifiers.
        base: where the IRIs of instances begin.
        stdin: what ``-`` reads.
        notify: is called with a stage's name when it begins.

    Raises:
        InputError: where no article at all can be read.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
        OutputError: where ``output`` cannot be written; what stood there is as it was.
    """
    output, stages = Path(output), _Stages(notify or _silent)
    check(output)
    terms, authority, knowledge, duplicates = _know(sources, ontology, entities, stdin, stages)
    with staged(output) as folder:
        with stages("write"):
            _write(knowledge, terms, folder, base)
        report = report_on(knowledge, duplicates=duplicates, seconds=stages.seconds, notes=authority.notes)
        report.write(folder)
    return report


def knowledge_of(
    sources: Sequence[str],
    *,
    ontology: Sequence[Path] = (),
    entities: Sequence[Path] = (),
    stdin: BinaryIO | None = None,
) -> Knowledge:
    """What `build` would write, as a value; nothing is written.

    Raises:
        InputError: where no article at all can be read.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
    """
    return _know(sources, ontology, entities, stdin, _Stages(_silent))[2]


def extract(
    sources: Sequence[str],
    *,
    ontology: Sequence[Path] = (),
    entities: Sequence[Path] = (),
    stdin: BinaryIO | None = None,
) -> Iterator[Extraction | Skipped]:
    """What each article says, in the order of the sources, before names are merged across articles.

    Raises:
        InputError: where a source does not exist.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
    """
    (terms, authority), stages = _terms(ontology, entities), _Stages(_silent)
    found = _read(sources, stdin)
    while batch := list(islice(found, _BATCH)):
        documents, skipped = _partition(batch)
        done, failed = _extractions(documents, terms, authority, stages)
        by_key = {(one.text.document.uri, one.text.document.id): one for one in done}
        by_uri = {one.uri: one for one in (*skipped, *failed)}
        for one in batch:
            key = (one.uri, one.id if isinstance(one, Document) else "")
            yield by_key[key] if key in by_key else by_uri[one.uri]


def explain(sentence: str, *, ontology: Sequence[Path] = (), entities: Sequence[Path] = ()) -> Explanation:
    """What is recognised in ``sentence``, which cues fire, and why others do not, for those who extend the ontology.

    Raises:
        InputError: where there is nothing in it to read.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
    """
    return next(explanations([sentence], ontology=ontology, entities=entities))


def explanations(
    sentences: Iterable[str], *, ontology: Sequence[Path] = (), entities: Sequence[Path] = ()
) -> Iterator[Explanation]:
    """`explain` for several sentences, each by itself; the ontology is read once.

    Raises:
        InputError: where there is nothing to read in one of them.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
    """
    from .clean import clean
    from .recognise import passed_over, recognise
    from .relate import explain, explain_numbers, relate

    terms, authority = _terms(ontology, entities)
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


class _Stages:
    """Times the stages by name, in the order in which they first run."""

    def __init__(self, notify: Callable[[str], None]) -> None:
        self._notify = notify
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        self._notify(name)
        begun = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun


def _know(
    sources: Sequence[str],
    ontology: Sequence[Path],
    entities: Sequence[Path],
    stdin: BinaryIO | None,
    stages: _Stages,
) -> tuple[Ontology, Authority, Knowledge, int]:
    """Ontology and lists, what the sources say in their terms, and how many articles were there once more."""
    with stages("ontology"):
        terms, authority = _terms(ontology, entities)
    with stages("read"):
        found, skipped = _partition(_read(sources, stdin))
        documents = _distinct(found)
    extractions, failed = _extractions(documents, terms, authority, stages)
    skipped = sorted([*skipped, *failed], key=lambda one: (one.uri, one.reason))
    if not extractions:
        raise _nothing(sources, skipped)
    with stages("resolve"):
        knowledge = _resolve(extractions, skipped, terms, authority)
    return terms, authority, knowledge, len(found) - len(documents)


def _terms(ontology: Sequence[Path], entities: Sequence[Path]) -> tuple[Ontology, Authority]:
    from .authority import load_authority
    from .ontology import load_ontology

    terms = load_ontology(extra=ontology)
    return terms, load_authority(entities, terms)


def _silent(stage: str) -> None:
    del stage


def _read(sources: Sequence[str], stdin: BinaryIO | None) -> Iterator[Document | Skipped]:
    from .ingest import read

    if sources:
        yield from read(sources, stdin)
        return
    samples = samples_dir()
    for one in read(sorted(str(path) for path in samples.iterdir() if path.name != "README.md")):
        # The outputs must not say where the package is installed.
        yield replace(one, uri=f"samples/{Path(one.uri).relative_to(samples).as_posix()}")


def _partition(found: Iterable[Document | Skipped]) -> tuple[list[Document], list[Skipped]]:
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for one in found:
        if isinstance(one, Document):
            documents.append(one)
        else:
            skipped.append(one)
    return documents, skipped


def _distinct(documents: Iterable[Document]) -> list[Document]:
    """One document for each id, in the order of the ids; of several with one id the first by URI."""
    first: dict[str, Document] = {}
    for document in sorted(documents, key=lambda one: (one.id, one.uri)):
        first.setdefault(document.id, document)
    return list(first.values())


def _extractions(
    documents: Sequence[Document], ontology: Ontology, authority: Authority, stages: _Stages
) -> tuple[list[Extraction], list[Skipped]]:
    """Clean, recognise, relate; a document that fails on the way is skipped and does not lose the others."""
    from .clean import clean
    from .relate import relate

    with stages("clean"):
        texts, unclean = _each(clean, documents, lambda document: document)
    with stages("recognise"):
        readings, unread = _recognise(texts, ontology, authority)
    with stages("relate"):
        done, unrelated = _each(lambda reading: relate(reading, ontology), readings, lambda one: one.text.document)
    return done, [*unclean, *unread, *unrelated]


def _recognise(texts: Sequence[Text], ontology: Ontology, authority: Authority) -> tuple[list[Reading], list[Skipped]]:
    from .recognise import recognise

    try:
        return recognise(texts, ontology, authority), []
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


def _nothing(sources: Sequence[str], skipped: Sequence[Skipped]) -> InputError:
    """The error for a build without a single article."""
    if not skipped:
        return InputError(
            "no article found", where=" ".join(sources), remedy="give files, folders or globs of articles"
        )
    first = skipped[0]
    if len(skipped) == 1:
        return InputError(first.reason, where=first.uri)
    return InputError(f"none of the {len(skipped)} sources can be used; the first is {first.uri}: {first.reason}")


def _resolve(
    extractions: Sequence[Extraction], skipped: Sequence[Skipped], ontology: Ontology, authority: Authority
) -> Knowledge:
    from .resolve import resolve

    return replace(resolve(extractions, ontology, authority), skipped=tuple(skipped))


def _write(knowledge: Knowledge, ontology: Ontology, folder: Path, base: str) -> None:
    from .page import write_page
    from .rdf import write_graphs
    from .store import create_store

    write_graphs(knowledge, ontology, folder, base)
    create_store(folder)
    write_page(knowledge, ontology, folder / "graph.html", base=base)
