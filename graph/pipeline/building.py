"""A build: articles to outputs that appear together or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..errors import UsageError
from ..judgements import Log, read_log
from ..model import BASE, Knowledge
from ..progress import Notify, Stages
from ..quotations import limited
from ..recipe import Recipe, drop_old_copies, given_decisions
from ..report import Report, report_on
from ..staging import check, staged
from .articles import articles_of
from .knowing import know, load_decided, load_terms

if TYPE_CHECKING:
    from ..ontology import Ontology

PART = "page.html"
"""The page of a part of a build, beside the build's own."""


def build(
    sources: Sequence[str | Path],
    output: str | Path,
    *,
    ontology: Sequence[str | Path] = (),
    entities: Sequence[str | Path] = (),
    decisions: Sequence[str | Path] = (),
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
        decisions: CSV files of what a person decided of names and statements; of two lines about one thing the later one
            holds. A ``decisions.csv`` in ``output`` comes after them by itself.
        base: where the IRIs of instances begin.
        quote_limit: the most characters that any output quotes at a time, marks of omission included; with it, the texts
            of the articles are not written. 0 quotes nothing; ``None`` quotes whole sentences and writes the texts.
        stdin: what ``-`` reads.
        notify: is told how far the build is.

    Raises:
        InputError: where no article at all can be read.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
        DecisionsError: where a file of decisions has one.
        OutputError: where ``output`` cannot be written; what stood there is as it was.
        UsageError: where ``quote_limit`` is negative, or ``base`` is no IRI that names can follow.
    """
    output, stages = Path(output), Stages(notify)
    _check_base(base)
    check(output)
    log = read_log(output)
    decided_on = given_decisions(decisions, output)
    given = Recipe(base, tuple(map(Path, ontology)), tuple(map(Path, entities)), quote_limit, decided_on)
    with given.snapshot() as recipe:
        with stages("ontology"):
            terms, authority = load_terms(recipe.ontology, recipe.entities)
            decided = load_decided(recipe.decided_in(output))
        documents, skipped, duplicates = articles_of(sources, stdin, stages)
        knowledge = know(documents, skipped, terms, authority, decided, stages)
        return publish(knowledge, terms, recipe, output, stages, log, duplicates, authority.notes)


def _check_base(base: str) -> None:
    """An IRI that names can follow, or ``UsageError``."""
    import pyoxigraph

    with suppress(ValueError):
        pyoxigraph.NamedNode(base)
        if base.startswith(("http://", "https://", "urn:")) and base.endswith(("/", "#", ":")):
            return
    remedy = "give one such as https://example.org/id/"
    raise UsageError(f"{base!r} is no IRI that ends in /, # or :", where="--base", remedy=remedy)


def knowledge_of(
    sources: Sequence[str | Path],
    *,
    ontology: Sequence[str | Path] = (),
    entities: Sequence[str | Path] = (),
    decisions: Sequence[str | Path] = (),
    stdin: BinaryIO | None = None,
) -> Knowledge:
    """What `build` would write, as a value; nothing is written.

    Raises:
        InputError: where no article at all can be read.
        OntologyError: where an ontology file has a mistake.
        EntitiesError: where a list of entities has a mistake.
        DecisionsError: where a file of decisions has one.
    """
    (terms, authority), stages = load_terms(ontology, entities), Stages()
    decided = load_decided(map(Path, decisions))
    documents, skipped, _ = articles_of(sources, stdin, stages)
    return know(documents, skipped, terms, authority, decided, stages)


def publish(
    knowledge: Knowledge,
    terms: Ontology,
    recipe: Recipe,
    output: Path,
    stages: Stages,
    log: Log,
    duplicates: int = 0,
    notes: tuple[str, ...] = (),
) -> Report:
    """Write all outputs together, and the report on them; ``log`` is added to."""
    if recipe.quote_limit is not None:
        knowledge = limited(knowledge, recipe.quote_limit)
    news = log.news(knowledge.judgements)
    with staged(output) as folder:
        with stages("write"):
            _write(knowledge, terms, folder, recipe)
            log.keep(news, folder)
        with stages("validate"):
            violations = _validate(folder, terms)
        report = report_on(
            knowledge,
            duplicates=duplicates,
            violations=violations,
            seconds=stages.seconds,
            notes=(*notes, *log.notes),
            changes=log.changes(news, knowledge.entities),
        )
        report.write(folder)
    _drop_stale(output)
    return report


def _drop_stale(output: Path) -> None:
    """Remove what an earlier build left and this one did not write anew: its files' copies, a page of a part of it."""
    drop_old_copies(output)
    with suppress(OSError):
        (output / PART).unlink(missing_ok=True)


def _write(knowledge: Knowledge, ontology: Ontology, folder: Path, recipe: Recipe) -> None:
    from ..exports import export_all
    from ..page import write_page
    from ..rdf import write_graphs
    from ..store import create_store

    write_graphs(knowledge, ontology, folder, recipe.base)
    create_store(folder)
    recipe.keep(folder)
    export_all(folder)
    write_page(knowledge, ontology, folder / "graph.html", base=recipe.base)


def _validate(folder: Path, ontology: Ontology) -> int:
    """Check what was written and write ``validation.ttl``; how much is wrong."""
    from ..shacl import report
    from ..shapes import check_dataset
    from ..store import open_store

    store = open_store(folder)
    results = check_dataset(store.dataset, ontology, "sparql")
    (folder / "validation.ttl").write_text(report(results, store.prefixes), encoding="utf-8", newline="\n")
    return len(results)
