"""N-Quads: the whole data set, for any triple store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, serialize

from .characters import turtle_languages

if TYPE_CHECKING:
    from .opened import Opened


class NQuads:
    """One file of sorted lines: what ``graph.trig`` holds, with a graph for each article."""

    name = "nquads"
    file = "graph.nq"
    is_folder = False

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """The file."""
        lines = turtle_languages(serialize(opened.quads, format=RdfFormat.N_QUADS) or b"")
        return {self.file: b"".join(sorted(lines.splitlines(keepends=True)))}
