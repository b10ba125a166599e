"""What is made of a build again: without some of its articles, or its page, whole or of a part."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model import Document
from ..progress import Notify, Stages
from ..recipe import Recipe, recipe_of
from ..staging import check
from .building import publish
from .knowing import know, load_terms

if TYPE_CHECKING:
    from ..page import Filter


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
        terms, authority = load_terms(recipe.ontology, recipe.entities)
    with stages("read"):
        stay, gone = without(directory, recipe, articles)
    publish(know(stay, [], terms, authority, stages), terms, recipe, directory, stages, notes=authority.notes)
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
    from ..clean import clean
    from ..ontology import load_ontology
    from ..page import Filter, write_page
    from ..rdf import read_knowledge

    directory, only = Path(directory), only or Filter()
    recipe = recipe_of(directory)
    terms = load_ontology(extra=recipe.ontology)
    knowledge = replace(read_knowledge(directory, terms, recipe.base, clean), quote_limit=recipe.quote_limit)
    path = Path(output) if output else directory / ("page.html" if only.narrows() else "graph.html")
    write_page(knowledge, terms, path, base=recipe.base, only=only)
    return path


def without(
    directory: Path, recipe: Recipe, articles: Sequence[str]
) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """The articles of a build that stay, and those that ``articles`` name."""
    from ..rdf import read_documents

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
