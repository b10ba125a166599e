"""What is made of a build again: without some of its articles, or its page, whole or of a part."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from ..errors import OutputError, UsageError
from ..judgements import Log, read_log
from ..model import Document
from ..progress import Notify, Stages
from ..recipe import Recipe, bare_name, given_decisions, recipe_of
from ..report import Report
from ..staging import check, staged
from .building import PART, publish
from .knowing import know, load_decided, load_terms

if TYPE_CHECKING:
    from ..page import Filter


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The articles that a build was made to forget, and the report on what is left."""

    articles: tuple[Document, ...]
    report: Report


def forget(directory: str | Path, articles: Sequence[str], *, notify: Notify | None = None) -> Forgotten:
    """Make a build as if it had never been given some of its articles.

    Everything is derived anew from the articles that stay, so nothing that only the others said is left; the log of
    judgements begins anew. Files that no build writes are not touched.

    Args:
        directory: what a build wrote.
        articles: each an article's source as the user named it, its file's bare name, its address on the web, its id or
            its IRI; a file of many articles means all of them.
        notify: is told how far it is.

    Raises:
        UsageError: there is no such build or article, several files have that name, no article would be left, or the
            build did not keep its texts.
        OutputError: the folder cannot be written; what stood there is as it was.
    """
    directory, stages = Path(directory), Stages(notify)
    recipe = recipe_of(directory)
    check(directory)
    with stages("read"):
        stay, gone = without(directory, recipe, articles)
    return Forgotten(gone, _again(directory, recipe, stay, stages, Log()))


def rebuild(directory: str | Path, *, decisions: Sequence[str | Path] = (), notify: Notify | None = None) -> Report:
    """Make a build again from the articles that it kept, with what a person has decided since.

    Args:
        directory: what a build wrote; its ``decisions.csv`` is taken along.
        decisions: files of decisions besides those that the build was given; one of the same name takes the place of the
            older one.
        notify: is told how far it is.

    Raises:
        UsageError: there is no such build, or it did not keep its texts.
        DecisionsError: a file of decisions has a mistake.
        OutputError: the folder cannot be written; what stood there is as it was.
    """
    directory, stages = Path(directory), Stages(notify)
    recipe, more = recipe_of(directory), given_decisions(decisions, directory)
    names = {path.name for path in more}
    kept = tuple(path for path in recipe.decisions if bare_name(path) not in names)
    recipe = replace(recipe, decisions=(*kept, *more))
    check(directory)
    log = read_log(directory)
    with stages("read"):
        stay, _ = without(directory, recipe, ())
    return _again(directory, recipe, stay, stages, log)


def _again(directory: Path, given: Recipe, documents: Sequence[Document], stages: Stages, log: Log) -> Report:
    """The build made anew of some of its articles."""
    with given.snapshot() as recipe:
        with stages("ontology"):
            terms, authority = load_terms(recipe.ontology, recipe.entities)
            decided = load_decided(recipe.decided_in(directory))
        knowledge = know(documents, [], terms, authority, decided, stages)
        return publish(knowledge, terms, recipe, directory, stages, log, notes=authority.notes)


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
    from ..clean import clean
    from ..ontology import load_ontology
    from ..page import Filter, write_page
    from ..rdf import read_knowledge

    directory, only = Path(directory), only or Filter()
    recipe = recipe_of(directory)
    terms = load_ontology(extra=recipe.ontology)
    knowledge = replace(read_knowledge(directory, terms, recipe.base, clean), quote_limit=recipe.quote_limit)
    path = Path(output) if output else directory / (PART if only.narrows() else "graph.html")
    if path.is_dir():
        raise OutputError("is a folder", where=str(path), remedy="give the name of a file with -o")
    with staged(path.parent) as folder:
        write_page(knowledge, terms, folder / path.name, base=recipe.base, only=only)
    return path


def without(
    directory: Path, recipe: Recipe, articles: Sequence[str]
) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """The articles of a build that stay, and those that ``articles`` name."""
    from ..rdf import read_documents

    if isinstance(articles, str):
        raise UsageError("articles are a list", where=articles, remedy="write ['…'] around the one")
    documents = read_documents(directory, recipe.base)
    gone: dict[str, Document] = {}
    for name in articles:
        named = _called(documents, name, recipe.base, directory)
        if not named:
            near = difflib.get_close_matches(name, [document.uri for document in documents], n=1, cutoff=0.3)
            remedy = f"did you mean {near[0]}?" if near else "give a source as the build was given it, or its id"
            raise UsageError(f"no article {name} in this build", where=str(directory), remedy=remedy)
        gone.update((document.id, document) for document in named)
    stay = tuple(document for document in documents if document.id not in gone)
    if not stay:
        raise UsageError("no article would be left", where=str(directory), remedy="remove the folder instead")
    if not all(document.source for document in stay):
        remedy = "build it again with `zhimai build` from the articles themselves"
        raise UsageError("the texts of its articles were not kept", where=str(directory), remedy=remedy)
    return stay, tuple(gone.values())


def _called(documents: Sequence[Document], name: str, base: str, directory: Path) -> list[Document]:
    """The articles that a user means: by source, file, address, id or IRI, else by the bare name of one file."""
    exact = [document for document in documents if name in _names(document, base)]
    if exact:
        return exact
    asked = PurePath(name)
    if asked.name != name:  # a file that the build knows by its name alone, since its path said where it is kept
        known = [d for d in documents if PurePath(_file(d)).name == _file(d) == asked.name]
        return known if asked.is_absolute() else []
    found = [document for document in documents if PurePath(_file(document)).name == name]
    if len(files := sorted({_file(document) for document in found})) > 1:
        raise UsageError(
            f"several files are called {name}", where=str(directory), remedy=f"name one: {', '.join(files)}"
        )
    return found


def _names(document: Document, base: str) -> tuple[str, ...]:
    record = document.uri.partition("#")[2] or document.id
    return (
        document.id,
        f"{base}document/{document.id}",
        document.uri,
        document.url or document.id,
        _file(document),
        record,
    )


def _file(document: Document) -> str:
    return document.uri.partition("#")[0]
