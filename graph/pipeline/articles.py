"""The first stage: sources to distinct documents, and what is to be said where there are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from ..errors import InputError, UsageError
from ..model import Document, Skipped
from ..progress import Stages
from ..resources import samples_dir


def articles_of(
    sources: Sequence[str | Path], stdin: BinaryIO | None, stages: Stages
) -> tuple[list[Document], list[Skipped], int]:
    """The distinct articles of the sources, what was skipped, and how many articles were there once more."""
    with stages("read"):
        found, skipped = partition(read_sources(sources, stdin))
        documents = distinct(found)
    if not documents:
        raise nothing_to_build(sources, skipped)
    return documents, skipped, len(found) - len(documents)


def read_sources(sources: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[Document | Skipped]:
    from ..ingest import read

    if isinstance(sources, str):
        raise UsageError("sources are a list", where=sources, remedy="write ['…'] around the one")
    if sources:
        yield from read(map(str, sources), stdin)
        return
    samples = samples_dir()
    for one in read(sorted(str(path) for path in samples.iterdir() if path.name != "README.md")):
        # The outputs must not say where the package is installed.
        yield replace(one, uri=f"samples/{Path(one.uri).relative_to(samples).as_posix()}")


def partition(found: Iterable[Document | Skipped]) -> tuple[list[Document], list[Skipped]]:
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for one in found:
        if isinstance(one, Document):
            documents.append(one)
        else:
            skipped.append(one)
    return documents, skipped


def distinct(documents: Iterable[Document]) -> list[Document]:
    """One document for each id, in the order of the ids; of several with one id the first by URI."""
    first: dict[str, Document] = {}
    for document in sorted(documents, key=lambda one: (one.id, one.uri)):
        first.setdefault(document.id, document)
    return list(first.values())


def nothing_to_build(sources: Sequence[str | Path], skipped: Sequence[Skipped]) -> InputError:
    """The error for a build without a single article."""
    if not skipped:
        return InputError(
            "no article found", where=" ".join(map(str, sources)), remedy="give files, folders or globs of articles"
        )
    first = skipped[0]
    if len(skipped) == 1:
        return InputError(first.reason, where=first.uri)
    return InputError(f"none of the {len(skipped)} sources can be used; the first is {first.uri}: {first.reason}")
