"""The first page: what the build holds, and the ways into it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..desk import Desk, route
from ..pages import entity_address
from ..reader import Reader, reader_of
from ..views.overview import Overview, OverviewTable
from ..views.schema import Schemed
from .ask import question_links
from .fields import as_file, file_name

_MOST_BARS = 12


def routes(desk: Desk) -> list[Route]:
    """``/``. ``format`` (``csv`` or ``json``) gives a list of it as a file instead, the one that ``of`` names."""

    async def start(request: Request) -> Response:
        fields = request.query_params
        if form := fields.get("format", ""):
            of = fields.get("of", "classes")
            return await desk.answer(as_file(OverviewTable(of), form), file_name(of, form=form))
        schema, holds = await desk.once(Schemed()), await desk.once(Overview())
        provinces = [{**one, "href": firms_address(one["name"])} for one in holds["firms"]["provinces"]]
        return desk.pages.page(
            request,
            "start",
            schema=schema,
            holds=holds,
            provinces=provinces,
            drawn=_drawn(reader_of(request), schema, holds, provinces),
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
                    "from": edition["start"],
                    "to": edition["end"],
                    "status": edition["status"],
                }
                for edition in one["editions"]
                if edition["start"]
            ],
        }
        for one in holds["series"]["first"]
    ]
    areas = [{key: one[key] for key in ("code", "count", "href")} | {"label": one["name"]} for one in provinces]
    return {"classes": bars[:_MOST_BARS], "areas": areas, "series": series}
