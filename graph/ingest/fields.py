"""The fields of a record, an object of JSON or a row of a table, by the names that they go by in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import InputError
from ..script import normal_form
from .reader import Draft

# In normal form: simplified, half-width, lower case. Of several in one record the first that holds something counts.
NAMES = {
    "text": ("text", "content", "body", "正文", "内容", "全文"),
    "id": ("id", "编号"),
    "title": ("title", "标题"),
    "date": ("date", "published", "日期", "发布日期", "发布时间"),
    "publisher": ("publisher", "source", "来源", "媒体"),
    "author": ("author", "byline", "作者", "记者"),
    "url": ("url", "网址", "链接"),
}
"""The fields that a record may have, each with its names."""


def draft(uri: str, number: int, record: Mapping[str, object]) -> Draft:
    """The article of a record of a file, ``file#id`` its URI, or ``file#number`` where it has no id.

    Raises ``InputError`` where no field holds a text. The text itself is taken as it stands.
    """
    fields: dict[str, object] = {}
    for name, value in record.items():
        fields.setdefault(field_name(name), value)
    text = next((fields[name] for name in NAMES["text"] if isinstance(fields.get(name), str)), None)
    if not isinstance(text, str):
        raise InputError("no text in it", remedy=f"put the article into the field {' or '.join(NAMES['text'][:3])}")
    key = _first(fields, "id")
    return Draft(
        uri=f"{uri}#{key or number}",
        text=text,
        title=_first(fields, "title"),
        published=_first(fields, "date"),
        publisher=_first(fields, "publisher"),
        byline=_first(fields, "author"),
        url=_first(fields, "url"),
        key=key,
        is_record=True,
    )


def field_name(name: str) -> str:
    """A field's name as ``NAMES`` has it, whatever its script, width and case."""
    return normal_form(name).strip()


def _first(fields: Mapping[str, object], field: str) -> str:
    """The first of a field's names that holds something, as text; a list (of authors) joined as Chinese joins names."""
    return next((text for name in NAMES[field] if (text := _text(fields.get(name)))), "")


def _text(value: object) -> str:
    if isinstance(value, list):
        return "、".join(filter(None, map(_text, value)))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()
