"""The first page: what the build holds, and the ways into it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ...page.numbers import readable
from ..desk import Desk, route
from ..pages import entity_address
from ..reader import Reader, reader_of
from ..views.overview import Overview
from ..views.picture import Schemed
from .ask import question_links

_MOST_BARS = 12


def routes(desk: Desk) -> list[Route]:
    """``/``."""

    async def start(request: Request) -> Response:
        schema, holds = await desk.once(Schemed()), await desk.once(Overview())
        reader = reader_of(request)
        provinces = [{**one, "href": firms_address(one["name"])} for one in holds["firms"]["provinces"]]
        return desk.pages.page(
            request,
            "start",
            schema=schema,
            holds=holds,
            provinces=provinces,
            drawn=_drawn(reader, schema, holds, provinces),
            number=lambda value: _number(value, reader),
            queries=question_links(),
        )

    return [route("/", start)]


def firms_address(province: str) -> str:
    """The named query that lists the firms of a province."""
    return f"/queries/firms-by-province?{urlencode({'place': province})}"


def class_address(cls: str) -> str:
    """The search that lists the things of a class."""
    return f"/search?{urlencode({'class': cls})}"


def _drawn(
    reader: Reader, schema: Mapping[str, Any], holds: Mapping[str, Any], provinces: list[dict[str, Any]]
) -> Mapping[str, Any]:
    """What the page's script draws."""
    bars = [
        {
            "label": reader.spoken(cls["labels"]) or name,
            "count": cls["count"],
            "colour": cls["colour"],
            "href": class_address(name),
        }
        for name, cls in schema["classes"].items()
    ]
    series = [
        {
            "label": one["name"],
            "href": entity_address(one["id"]),
            "moments": [
                {
                    "label": edition["name"],
                    "href": entity_address(edition["id"]),
                    **{key: edition[key] for key in ("from", "to", "status")},
                }
                for edition in one["editions"]
                if "from" in edition
            ],
        }
        for one in holds["series"]["first"]
    ]
    areas = [{key: one[key] for key in ("code", "count", "href")} | {"label": one["name"]} for one in provinces]
    return {"classes": bars[:_MOST_BARS], "areas": areas, "series": series}


def _number(value: str, reader: Reader) -> str:
    """A number as the reader's language has it."""
    try:
        return readable(Decimal(value))[reader.language]
    except InvalidOperation:
        return value
