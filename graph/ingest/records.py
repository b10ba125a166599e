"""JSON: one object a line (``.jsonl``, ``.ndjson``), or a file that is one object or one list (``.json``)."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import TypeAlias

from ..errors import InputError
from ..model import Skipped
from .encoding import decode
from .fields import draft
from .reader import LIMIT, Blob, Draft, too_large

_LINE_SUFFIXES = {".jsonl", ".ndjson"}
_SUFFIXES = _LINE_SUFFIXES | {".json"}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:"|\}|$)')

_Numbered: TypeAlias = tuple[int, bytes]


def accepts(blob: Blob) -> bool:
    """By the suffix; where there is none, whether it begins like an object or a list of objects."""
    return blob.suffix in _SUFFIXES or (not blob.suffix and _OBJECT.match(blob.head) is not None)


def read(blob: Blob) -> Iterator[Draft | Skipped]:
    """An article for each object, ``file#id`` or ``file#number`` its URI; a broken one is skipped, the rest go on."""
    lines = ((number, line) for number, line in enumerate(_lines(blob), 1) if line.strip(b" \t\r\n\xef\xbb\xbf"))
    first = next(lines, None)
    if first is None:
        raise InputError("empty", remedy="give an article with text")
    if _is_line(first[1], blob.suffix):
        yield from _by_line(blob.uri, chain([first], lines))
    else:
        yield from _whole(blob.uri, chain([first], lines))


def _lines(blob: Blob) -> Iterator[bytes]:
    return BytesIO(decode(blob.data()).encode()) if blob.head.startswith(_UTF16) else blob.lines()


def _is_line(line: bytes, suffix: str) -> bool:
    """Whether the first line shows that each line is an object of its own."""
    try:
        return isinstance(_parse(line), dict)
    except InputError:
        return suffix in _LINE_SUFFIXES and line.strip() not in (b"{", b"[")


def _by_line(uri: str, lines: Iterator[_Numbered]) -> Iterator[Draft | Skipped]:
    for number, line in lines:
        try:
            yield _draft(uri, number, _parse(line))
        except InputError as error:
            yield Skipped(f"{uri}#{number}", f"line {number}: {error}")


def _whole(uri: str, lines: Iterator[_Numbered]) -> Iterator[Draft | Skipped]:
    parts: list[bytes] = []
    size = 0
    for _, line in lines:
        size += len(line)
        if size > LIMIT:
            raise too_large()
        parts.append(line)
    value = _parse(b"".join(parts))
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        try:
            yield _draft(uri, number, item)
        except InputError as error:
            yield Skipped(f"{uri}#{number}", f"item {number}: {error}")


def _parse(data: bytes) -> object:
    if len(data) > LIMIT:
        raise too_large()
    try:
        value: object = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise InputError(f"not JSON ({what})", remedy="mend or remove it") from error
    return value


def _draft(uri: str, number: int, value: object) -> Draft:
    if not isinstance(value, dict):
        raise InputError("not a JSON object", remedy="give one object an article, with the fields id and text")
    return draft(uri, number, {str(name): item for name, item in value.items()})
