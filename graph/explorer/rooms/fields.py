"""What the fields of an address say: the pages of a list, the form of a file and its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request

from ..answering import Inquiry
from ..pages import self_address
from ..views.tables import Objects, Table

_NO_NAME = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Paged:
    """Where one is in a list: the numbers of its first and last item shown, of ``count``, and the addresses around."""

    first: int
    last: int
    count: int
    before: str
    after: str


def number(request: Request, name: str, usual: int = 0) -> int:
    """A whole number in an address, 0 or more; what is none is taken for the usual one."""
    text = request.query_params.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else usual


def pages_of(request: Request, count: int, start: int, most: int) -> Paged:
    """The pages of a list that is shown from one item on."""
    before = self_address(request, start=str(max(0, start - most))) if start else ""
    after = self_address(request, start=str(start + most)) if start + most < count else ""
    return Paged(min(start + 1, count), min(start + most, count), count, before, after)


def as_file(table: Table, form: str, *others: str) -> Inquiry:
    """What asks for a table in a form.

    Args:
        table: the table.
        form: ``csv`` or ``json``.
        others: further forms of what the table belongs to, to be told to who asks for none of them.

    Raises:
        HTTPException: it is not had in that form.
    """
    match form:
        case "csv":
            return table
        case "json":
            return Objects(table)
    raise HTTPException(404, f"it is had as {', '.join(('csv', 'json', *others))}")


def file_name(*parts: str, form: str) -> str:
    """A name for a file that any system takes.

    >>> file_name("org/甲川", "facts", form="csv")
    'org-甲川-facts.csv'
    """
    return f"{'-'.join(filter(None, (_NO_NAME.sub('-', part).strip('-.') for part in parts)))[:100]}.{form}"
