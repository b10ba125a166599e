"""What the fields of an address say, and the addresses of a list's pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.requests import Request

from ..pages import self_address

_NO_NAME = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Pages:
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


def pages_of(request: Request, count: int, start: int, most: int) -> Pages:
    """The pages of a list that is shown from one item on."""
    before = self_address(request, start=str(max(0, start - most))) if start else ""
    after = self_address(request, start=str(start + most)) if start + most < count else ""
    return Pages(min(start + 1, count), min(start + most, count), count, before, after)


def file_name(*parts: str, form: str) -> str:
    """A name for a file that any system takes.

    >>> file_name("org/甲川", "facts", form="csv")
    'org-甲川-facts.csv'
    """
    return f"{'-'.join(filter(None, (_NO_NAME.sub('-', part).strip('-.') for part in parts)))[:100]}.{form}"
