"""From sources to outputs: the only place that knows the order of the stages.

The stages are imported where they run, so that ``import graph`` and ``zhimai --help`` stay quick.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from .errors import InputError, OntologyError, UsageError, ZhimaiError
from .model import Document, Extraction, Knowledge, Mention, Reading, Skipped, Text
from .progress import Notify, Stages
from .quotations import limited
from .recipe import Recipe, recipe_of
from .report import Report, report_on
from .resources import samples_dir
from .staging import check, staged

if TYPE_CHECKING:
    from .authority import Authority
    from .ontology import Ontology
    from .page import Filter
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
    quote_limit: int | None = None,
    stdin: BinaryIO | None = None,
    notify: Notify | None = None,
) -> Report:
    """Read articles and write the graph, the page, the store and the report into the folder ``output``.

    Args:
        sources: files, folders, globs, or ``-`` for ``stdin``; none builds the sample articles. Their order is of no
            consequence, and an article that is there twice counts once.
        output: made where it is missing. Its files are replaced together at the end, or not at all.
        ontology: Turtle files of your own that extend the ontology.
        entities: CSV files of your own with names, classes, aliases and identifiers.
        base: where the IRIs of instances begin.
        quote_limit: the most characters that any output quotes at a time, marks of omission included; with it, the texts
            of the articles are not written. 0 quotes nothing; ``None`` quotes whole sentences and writes the texts.
        stdin: what ``-`` reads.
        notify: is told how far the build is.

    Raises:
        InputError: where no article at all can be read.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
        OutputError: where ``output`` cannot be written; what stood there is as it was.
        UsageError: where ``quote_limit`` is negative.
    """
    output, stages, recipe = Path(output), Stages(notify), Recipe(base, tuple(ontology), tuple(entities), quote_limit)
    check(output)
    with stages("ontology"):
        terms, authority = _terms(recipe.ontology, recipe.entities)
    documents, skipped, duplicates = _documents(sources, stdin, stages)
    knowledge = _know(documents, skipped, terms, authority, stages)
    return _published(knowledge, terms, recipe, output, stages, duplicates, authority.notes)


def forget(directory: str | Path, articles: Sequence[str], *, notify: Notify | None = None) -> tuple[Document, ...]:
    """Make a build as if it had never been given some of its articles, and return these.

    Everything is derived anew from the articles that stay, so nothing that only the others said is left. Files that no
    build writes are not touched.

    Args:
        directory: what a build wrote.
        articles: each an article's source as the user named it, its file's name, its address on the web, its id or its
            IRI; a file of many articles means all of them.
        notify: is told how far it is.

    Raises:
        UsageError: there is no such build or article, no article would be left, or the build did not keep its texts.
        OutputError: the folder cannot be written; what stood there is as it was.
    """
    directory, stages = Path(directory), Stages(notify)
    recipe = recipe_of(directory)
    check(directory)
    with stages("ontology"):
        terms, authority = _terms(recipe.ontology, recipe.entities)
    with stages("read"):
        stay, gone = _without(directory, recipe, articles)
    _published(_know(stay, [], terms, authority, stages), terms, recipe, directory, stages, notes=authority.notes)
    return gone


def draw(directory: str | Path, output: str | Path | None = None, *, only: Filter | None = None) -> Path:
    """Write the page of a build anew, or a part of it, and return its path.

    Args:
        directory: what a build wrote.
        output: the file to write; by default the build's ``graph.html``, or ``page.html`` beside it for a part.
        only: what is to be shown; nothing is left out by default.

    Raises:
        UsageError: there is no such build, or it has nothing of what ``only`` asks for.
        OutputError: the file cannot be written; what stood there is as it was.
    """
    from .clean import clean
    from .ontology import load_ontology
    from .page import Filter, write_page
    from .rdf import read_knowledge

    directory, only = Path(directory), only or Filter()
    recipe = recipe_of(directory)
    terms = load_ontology(extra=recipe.ontology)
    knowledge = replace(read_knowledge(directory, terms, recipe.base, clean), quote_limit=recipe.quote_limit)
    path = Path(output) if output else directory / ("page.html" if only.narrows() else "graph.html")
    write_page(knowledge, terms, path, base=recipe.base, only=only)
    return path


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
    (terms, authority), stages = _terms(ontology, entities), Stages()
    documents, skipped, _ = _documents(sources, stdin, stages)
    return _know(documents, skipped, terms, authority, stages)


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
    (terms, authority), stages = _terms(ontology, entities), Stages()
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


def _terms(ontology: Sequence[Path], entities: Sequence[Path]) -> tuple[Ontology, Authority]:
    from .authority import load_authority
    from .ontology import load_ontology

    terms = load_ontology(extra=ontology)
    return terms, load_authority(entities, terms)


def _documents(
    sources: Sequence[str], stdin: BinaryIO | None, stages: Stages
) -> tuple[list[Document], list[Skipped], int]:
    """The distinct articles of the sources, what was skipped, and how many articles were there once more."""
    with stages("read"):
        found, skipped = _partition(_read(sources, stdin))
        documents = _distinct(found)
    if not documents:
        raise _nothing(sources, skipped)
    return documents, skipped, len(found) - len(documents)


def _without(
    directory: Path, recipe: Recipe, articles: Sequence[str]
) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """The articles of a build that stay, and those that ``articles`` name."""
    from .rdf import read_documents

    documents = read_documents(directory, recipe.base)
    gone: dict[str, Document] = {}
    for name in articles:
        named = [document for document in documents if _is_called(document, name, recipe.base)]
        if not named:
            near = difflib.get_close_matches(name, [document.uri for document in documents], n=1, cutoff=0.3)
            remedy = f"did you mean {near[0]}?" if near else "give a source as the build was given it, or its id"
            raise UsageError(f"no article {name} in this build", where=str(directory), remedy=remedy)
        gone.update((document.id, document) for document in named)
    stay = tuple(document for document in documents if document.id not in gone)
    if not stay:
        raise UsageError("no article would be left", where=str(directory), remedy="remove the folder instead")
    if not all(document.source for document in stay):
        remedy = "build it again from the articles that stay"
        raise UsageError("the texts of its articles were not kept", where=str(directory), remedy=remedy)
    return stay, tuple(gone.values())


def _is_called(document: Document, name: str, base: str) -> bool:
    """Whether a user means this article: by its source, the file that holds it, its address, its id or its IRI."""
    file = document.uri.partition("#")[0]
    exact = (document.id, f"{base}document/{document.id}", document.uri, document.url, file)
    return name in exact or PurePath(name).name in (PurePath(file).name, PurePath(document.uri).name)


def _know(
    documents: Sequence[Document], skipped: Sequence[Skipped], terms: Ontology, authority: Authority, stages: Stages
) -> Knowledge:
    """What the articles say, in the terms of the ontology."""
    extractions, failed = _extractions(documents, terms, authority, stages)
    left_out = sorted([*skipped, *failed], key=lambda one: (one.uri, one.reason))
    if not extractions:
        raise _nothing([], left_out)
    with stages("resolve"):
        return _resolve(extractions, left_out, terms, authority)


def _published(
    knowledge: Knowledge,
    terms: Ontology,
    recipe: Recipe,
    output: Path,
    stages: Stages,
    duplicates: int = 0,
    notes: tuple[str, ...] = (),
) -> Report:
    """Write all outputs together, and the report on them."""
    if recipe.quote_limit is not None:
        knowledge = limited(knowledge, recipe.quote_limit)
    with staged(output) as folder:
        with stages("write"):
            _write(knowledge, terms, folder, recipe)
        with stages("validate"):
            violations = _validate(folder, terms)
        report = report_on(knowledge, duplicates=duplicates, violations=violations, seconds=stages.seconds, notes=notes)
        report.write(folder)
    return report


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
    documents: Sequence[Document], ontology: Ontology, authority: Authority, stages: Stages
) -> tuple[list[Extraction], list[Skipped]]:
    """Clean, recognise, relate; a document that fails on the way is skipped and does not lose the others."""
    from .clean import clean
    from .relate import relate

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
    from .recognise import recognise

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


def _write(knowledge: Knowledge, ontology: Ontology, folder: Path, recipe: Recipe) -> None:
    from .exports import export_all
    from .page import write_page
    from .rdf import write_graphs
    from .store import create_store

    write_graphs(knowledge, ontology, folder, recipe.base)
    create_store(folder)
    recipe.keep(folder)
    export_all(folder)
    write_page(knowledge, ontology, folder / "graph.html", base=recipe.base)


def _validate(folder: Path, ontology: Ontology) -> int:
    """Check what was written and write ``validation.ttl``; how much is wrong."""
    from .shacl import report
    from .shapes import check_dataset
    from .store import open_store

    store = open_store(folder)
    results = check_dataset(store.dataset, ontology, "sparql")
    (folder / "validation.ttl").write_text(report(results, store.prefixes), encoding="utf-8", newline="\n")
    return len(results)
