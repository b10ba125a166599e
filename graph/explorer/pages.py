"""The pages as HTML. Everything that a build says (labels, titles, texts) is data: Jinja escapes all of it, no address in it
becomes a link of ours, and what a script is told stands in the page as JSON in which no tag can start or end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlencode
from zlib import crc32

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from .reader import LANGUAGES, THEMES, reader_of, remember, words

HERE = Path(__file__).parent
_PLAIN, _COLOUR = re.compile(r"[A-Za-z][A-Za-z0-9]*"), re.compile(r"#[0-9a-fA-F]{3,8}")
STATIC, STYLE = HERE / "static", HERE / "style"


class Pages:
    """Templates, and what all of them have: the reader, the words of the interface, the scripts and styles."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {
            "entity": entity_address,
            "document": document_address,
            "token": token,
            "colour": colour,
        }
        self._scripts = scripts()

    def page(self, request: Request, room: str, status: int = 200, **content: object) -> Response:
        """The page of a room: ``templates/<room>.html`` with its words, ``style/<room>.css`` and the script ``<room>``.

        Args:
            request: what asks for it; its address may choose the language and the theme.
            room: the name of the template.
            status: the status of the answer.
            content: what the template is given.
        """
        reader = reader_of(request)
        html = self._environment.get_template(f"{room}.html").render(
            room=room,
            reader=reader,
            say=words(room, reader.language),
            language=reader.base,
            styles=[name for name in ("common", room) if (STYLE / f"{name}.css").is_file()],
            scripts=[self._scripts[name] for name in ("common", room) if name in self._scripts],
            nonce=request.scope.get("nonce", ""),
            languages=[(tag, self_address(request, lang=tag)) for tag in LANGUAGES],
            themes=[(tag, self_address(request, theme=tag)) for tag in ("system", *THEMES)],
            **content,
        )
        response = HTMLResponse(html, status)
        remember(request, response)
        return response


def scripts() -> Mapping[str, str]:
    """Name of a page → the file of its script; none in a checkout where nothing was bundled."""
    try:
        found: Mapping[str, str] = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return found


def entity_address(id: str) -> str:
    """The address of the page of a thing."""
    return f"/entity/{quote(id, safe='/')}"


def document_address(iri: str, start: int | None = None, end: int | None = None, said: str = "") -> str:
    """The address of the page of a document, by its IRI; at a passage, where one is given by its offsets, with the ends of
    what it says marked, where that is given by its id.
    """
    fields = {"start": start, "end": end, **({"said": said} if said else {})}
    passage = "" if start is None else f"?{urlencode(fields, safe='/')}#passage"
    return f"/document/{quote(iri.rpartition('/')[2])}{passage}"


def token(name: str) -> str:
    """The name of a class in that of a style, whatever it is made of.

    >>> token("Company")
    'Company'
    """
    return name if _PLAIN.fullmatch(name) else f"x{crc32(name.encode()):08x}"


def colour(value: str) -> str:
    """A colour that an ontology gives, if it is one."""
    return value if _COLOUR.fullmatch(value) else "#8a8f98"


def self_address(request: Request, **changed: str) -> str:
    """The address of a request with some of its fields changed."""
    fields = {**request.query_params, **changed}
    return f"{quote('/' + request.url.path.lstrip('/'))}?{urlencode(fields)}"  # two slashes would name another host
