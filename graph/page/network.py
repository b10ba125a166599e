"""The page itself: pyvis builds the network and fills our template; all that the page needs is inside it.

pyvis' own template fetches scripts from elsewhere. Ours takes the same vis-network from pyvis' package, and its content
security policy admits the scripts and the style of the page by their hashes and nothing else at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pyvis
from pyvis.network import Network

from ..errors import ZhimaiError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .content import Json
    from .drawing import Drawing, DrawnEdge, DrawnNode
    from .layout import Position
    from .overview import Group, Overview

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_SCRIPTS = (
    *("words", "facts", "theme", "shapes", "graph", "limits", "visible", "colours", "scene", "labels", "painter"),
    *("evidence", "panel", "relations", "views", "summary", "paths", "search", "legend", "keys", "pointer", "history"),
    *("picture", "table", "turtle", "save", "print", "address", "language"),
)
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S*\s*$")
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"chosen": False},
    "edges": {"chosen": False, "smooth": False, "selectionWidth": 0, "hoverWidth": 0},
    "interaction": {"hover": False, "selectConnectedEdges": False, "keyboard": False, "zoomSpeed": 0.6},
}


def page(
    drawing: Drawing,
    positions: Mapping[str, Position],
    overviews: Iterable[Overview],
    communities: Iterable[Iterable[str]],
    content: Json,
) -> str:
    """The HTML of the page, as text to be written in UTF-8."""
    number = {node.id: at for at, node in enumerate(drawing.nodes)}
    network = Network(directed=True, cdn_resources="in_line", height="100%", width="100%")
    for node in drawing.nodes:
        _add_node(network, node, positions[node.id])
    for edge in drawing.edges:
        _add_edge(network, edge)
    network.options = _OPTIONS
    network.set_template_dir(str(_TEMPLATES), "page.html")
    scripts, style = (vis_network(), _application()), _read(_TEMPLATES / "page.css")
    network.templateEnv.globals |= {
        "scripts": scripts,
        "style": style,
        "policy": _policy(scripts, style),
        "content": content,
        "communities": [[number[id] for id in members] for members in communities],
        "overviews": _overviews(overviews, number),
        "interface": json.loads(_read(_TEMPLATES / "interface.json")),
    }
    network.templateEnv.filters["embedded"] = embedded
    return str(network.generate_html())


def embedded(value: object) -> str:
    """JSON that may stand inside a ``script`` element whatever the texts in it say: no tag can start or end in it."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def vis_network() -> str:
    """The script of vis-network that pyvis' package carries, the newest where it carries several."""
    found = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js"), key=_version)
    if not found:
        remedy = "install pyvis 0.3.2 anew"
        raise ZhimaiError("pyvis' package lacks vis-network.min.js", where="pyvis", remedy=remedy)
    return _SOURCE_MAP.sub("\n", _read(found[-1]))


def _version(path: Path) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", path.parent.name)]


def _application() -> str:
    parts = [_read(_TEMPLATES / "app" / f"{name}.js") for name in (*_SCRIPTS, "main")]
    return "(() => {\n'use strict';\n" + "\n".join(parts) + "})();\n"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _policy(scripts: Iterable[str], style: str) -> str:
    hashes = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _overviews(overviews: Iterable[Overview], number: Mapping[str, int]) -> list[Json]:
    """The overviews for JSON; nodes are referred to by their position in the drawing."""
    return [
        {
            "kind": overview.kind,
            "groups": [_group(group, number) for group in overview.groups],
            "links": [
                {"from": link.source, "to": link.target, "count": link.count}
                | {"properties": [list(item) for item in link.properties], "drawn": link.drawn}
                for link in overview.links
            ],
        }
        for overview in overviews
    ]


def _group(group: Group, number: Mapping[str, int]) -> Json:
    return {
        "id": group.id,
        "count": group.count,
        "size": group.size,
        "x": group.position[0],
        "y": group.position[1],
        "members": [number[id] for id in group.members],
        "opened": [[number[id], *position] for id, position in group.opened.items()],
    }


def _add_node(network: Network, node: DrawnNode, position: Position) -> None:
    network.add_node(
        node.id,
        label="\n".join(node.lines),
        shape=node.shape,
        color=node.colour,
        size=node.size,
        x=position[0],
        y=position[1],
        type=node.type,
        degree=node.degree,
        background=node.background,
    )


def _add_edge(network: Network, edge: DrawnEdge) -> None:
    network.add_edge(
        edge.source,
        edge.target,
        id=edge.id,
        arrows=edge.arrows,
        dashes=edge.planned,
        forward=list(edge.forward),
        backward=list(edge.backward),
        background=edge.background,
        statements=list(edge.statements),
    )
