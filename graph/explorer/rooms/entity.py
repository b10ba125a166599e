"""The page of a thing: all that is known of it, each fact with its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ..answering import Inquiry
from ..desk import Desk, read, route
from ..pages import colour, entity_address
from ..sketch import sketched
from ..views.entity import PAGE, Called, Entity
from ..views.schema import Schemed
from ..views.tables import EntityTable, Known
from ..views.turtle import About
from .fields import as_file, file_name, number, pages_of


def routes(desk: Desk) -> list[Route]:
    """``/entity/ID`` and ``/api/entity?id=``.

    ``format`` gives a file instead of the page: ``json`` and ``ttl`` all that is known, ``csv`` (and ``json`` too) the table ``of``
    facts, figures, places, articles or judgements.
    """

    async def entity(request: Request) -> Response:
        id, fields = request.path_params["id"], request.query_params
        if form := fields.get("format", ""):
            of = fields.get("of", "facts" if form == "csv" else "")
            return await desk.answer(_file(id, form, of), file_name(id.rpartition("/")[2], of, form=form))
        property, direction, fact = (fields.get(name, "") for name in ("property", "direction", "fact"))
        asked = Entity(id, property, direction, number(request, "start"), fact)
        answer = await desk.workers.ask(asked)
        if answer.status == 404 and not (asked.property or asked.fact):
            return await _another(desk, request, id)
        known = read(answer)
        schema = await desk.once(Schemed())
        if asked.property or asked.fact:
            group = known["groups"][0]
            paged = None if asked.fact else pages_of(request, group["count"], group["start"], PAGE)
            return desk.pages.page(request, "facts", known=known, schema=schema, group=group, pages=paged)
        sketch = sketched(known["picture"], known["id"])
        drawn = {"name": known["name"], "figures": _charted(known), "places": _mapped(known, schema)}
        return desk.pages.page(request, "entity", known=known, schema=schema, sketch=sketch, drawn=drawn)

    async def data(request: Request) -> Response:
        return await desk.answer(Entity(request.query_params.get("id", "")))

    return [route("/entity/{id:path}", entity), route("/api/entity", data)]


def _charted(known: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The figures of which a chart over time says something: of at least two times."""
    return [
        {
            "measure": group["measure"],
            "unit": group["unit"],
            "value": point["value"],
            "from": point["start"],
            "to": point["end"],
            "comparator": point["comparator"],
            "status": point["status"],
            "href": f"#{point['id']}",
        }
        for group in known["figures"]
        if len({point["start"] for point in group["points"]}) > 1
        for point in group["points"]
    ]


def _mapped(known: Mapping[str, Any], schema: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The places as the map wants them; the thing itself first."""
    return [
        {
            "id": place["id"],
            "label": place["name"],
            "lat": place["lat"],
            "long": place["long"],
            "count": max(1, place["count"]),
            "href": entity_address(place["id"]),
            "colour": colour(schema["classes"].get(place["class"], {}).get("colour", "")),
        }
        for place in known["places"]
    ]


def _file(id: str, form: str, of: str) -> Inquiry:
    if form == "ttl":
        return About(id)
    return Known(id) if form == "json" and not of else as_file(EntityTable(id, of), form, "ttl")


async def _another(desk: Desk, request: Request, id: str) -> Response:
    """What a name means that is no id: its thing, or a page of those that bear it or have a name like it."""
    called = await desk.told(Called(id))
    if len(called["things"]) == 1:
        return RedirectResponse(entity_address(called["things"][0]["id"]), 303)
    schema = await desk.once(Schemed())
    return desk.pages.page(request, "called", 300 if called["things"] else 404, called=called, schema=schema)
