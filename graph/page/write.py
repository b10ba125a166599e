"""From what a build knows to ``graph.html``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import OutputError
from ..model import BASE
from .communities import communities
from .content import content
from .drawing import drawing
from .filters import Filter, filtered
from .layout import Box, place
from .network import page
from .overview import overviews

if TYPE_CHECKING:
    from ..model import Knowledge
    from ..ontology import Ontology

EVERYTHING = Filter()


def write_page(
    knowledge: Knowledge, ontology: Ontology, path: Path, *, base: str = BASE, only: Filter = EVERYTHING
) -> None:
    """Write the page of ``knowledge`` to ``path``: one UTF-8 file that asks nothing of the network.

    Colours, shapes and labels come from ``ontology``; ``base`` goes before the ids of entities to make their IRIs. The
    same knowledge gives the same bytes. The page says that it shows ``only`` a part of it, where it does. Raises ``OutputError`` where ``path`` cannot be written, and
    ``UsageError`` where ``only`` asks for what is not there.
    """
    knowledge = filtered(knowledge, ontology, only)
    picture = drawing(knowledge, ontology)
    boxes = {node.id: Box(node.width, node.height, node.size) for node in picture.nodes}
    positions = place(boxes, [(edge.source, edge.target) for edge in picture.edges])
    groups = communities(picture)
    summaries = overviews(picture, Counter(entity.type for entity in knowledge.entities), groups)
    text = page(picture, positions, summaries, groups[0], content(knowledge, ontology, base, only))
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"cannot write the page ({reason})", where=path.name, remedy="give a writable folder"
        ) from error
