"""MHTML: a page that a browser saved as a single file (``.mht``, ``.mhtml``), as the standard library reads e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from ..errors import InputError
from . import page
from .encoding import decode
from .prose import check_prose
from .reader import CONTAINER_LIMIT, Blob, Draft

_SUFFIXES = {".mht", ".mhtml"}
_HEADERS = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)


def accepts(blob: Blob) -> bool:
    """By the suffix, or because the file begins like a page with its parts."""
    return blob.suffix in _SUFFIXES or _HEADERS.match(blob.head) is not None


def read(blob: Blob) -> Iterator[Draft]:
    """The page as one article; where the page itself has none, as one of frames has, that of the first frame with one."""
    message = message_from_bytes(blob.data(CONTAINER_LIMIT))
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    first: InputError | None = None
    for part in pages:
        try:
            draft = page.article(blob, _html(part), _address(message, part))
            check_prose(draft.text)
        except InputError as error:
            first = first or error
        else:
            yield draft
            return
    raise first or InputError("no page in the file", remedy="save the page again, or its text as .txt")


def _html(part: Message) -> str:
    data = part.get_payload(decode=True)
    return decode(data, part.get_content_charset("")) if isinstance(data, bytes) else ""


def _address(message: Message, part: Message) -> str:
    """Where the page was saved from; an address of the saving computer's own is none."""
    address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    return address if address.startswith(("http://", "https://")) else ""
