"""The interactive page: one HTML file that shows the graph, and for every fact the sentence that says it."""

from __future__ import annotations

from .filters import Filter, filtered
from .write import write_page

__all__ = ["Filter", "filtered", "write_page"]
