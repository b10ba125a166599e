"""N-Quads: the whole data set, for any triple store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..store import nquads

if TYPE_CHECKING:
    from .opened import Opened


class NQuads:
    """One file of sorted lines: what ``graph.trig`` holds, with a graph for each article."""

    name = "nquads"
    file = "graph.nq"
    is_folder = False

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """The file."""
        return {self.file: nquads(opened.quads)}
