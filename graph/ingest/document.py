"""From a reader's draft to a ``Document``: the last checks, the title's place, what the text says of itself."""

from __future__ import annotations

import hashlib
import re

from ..errors import InputError
from ..model import Document
from .encoding import check_characters
from .metadata import file_date, iso_date, stated
from .prose import check_prose
from .reader import LIMIT, Draft, too_large

LEAST_HAN = 10
"""The fewest Chinese characters of an article; a record, which somebody has made of a text, needs one."""

LEAST_SHARE = 0.05
"""The least share of Chinese characters among its letters."""

_LONGEST_VALUE = 1000  # characters of a title or a name; what is longer is none

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af〇]")
_KANA = re.compile("[\u3041-\u30ff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def finish(draft: Draft) -> Document:
    """The document of a draft; ``InputError`` (without a place) where it is empty, too large, binary, not Chinese
    or no article.

    What the draft does not say (title, date, publisher, byline) is taken from its text, where that states it.
    """
    text = _SURROGATE.sub("\ufffd", draft.text)
    _check(text, 1 if draft.is_record else LEAST_HAN)
    if not draft.is_record:
        check_prose(text)
    title, source = _with_title(_one_line(draft.title), text)
    said = stated(source)
    return Document(
        id=_id(source, draft.key or draft.url),
        uri=_SURROGATE.sub("\ufffd", draft.uri).replace("\0", "\ufffd"),
        source=source,
        title=title or said.title,
        published=iso_date(draft.published) or said.published or file_date(draft.file) or said.today,
        publisher=_one_line(draft.publisher) or said.publisher,
        byline=_one_line(draft.byline) or said.byline,
        url=_one_line(draft.url),
    )


def _check(text: str, least: int) -> None:
    if not text.strip("\ufeff \t\r\n\v\f\u3000\xa0\u200b"):
        raise InputError("empty", remedy="give an article with text")
    if len(text) > LIMIT:
        raise too_large()
    check_characters(text)
    han = len(_HAN.findall(text))
    letters = sum(map(str.isalpha, text))
    if han < least or han < LEAST_SHARE * letters or len(_KANA.findall(text)) > han / 4:
        raise InputError("no Chinese in it (or hardly any)", remedy="give an article in Chinese")


def _with_title(title: str, text: str) -> tuple[str, str]:
    """The title and the source that shows it: a title stated apart goes before a text that does not begin with it."""
    if not title:
        return "", text
    shown = _beginning(title, text)
    return (_one_line(shown), text) if shown else (title, f"{title}\n{text}")


def _beginning(title: str, text: str) -> str:
    """The title as ``text`` begins with it, whatever the blanks in the two; nothing where it does not."""
    start = end = len(text) - len(text.lstrip())
    for char in "".join(title.split()):
        while text[end : end + 1].isspace():
            end += 1
        if text[end : end + 1] != char:
            return ""
        end += 1
    return text[start:end]


def _one_line(value: str) -> str:
    """A value without line breaks and other runs of blanks; a single blank of any width stays as it is."""
    value = _SURROGATE.sub("\ufffd", value[:_LONGEST_VALUE]).replace("\0", "")
    return re.sub(r"\s*[\r\n\t]\s*|[ ]{2,}", " ", value).strip()


def _id(source: str, key: str) -> str:
    given = _SURROGATE.sub("\ufffd", key)
    return hashlib.sha256(f"{source}\0{given}".encode()).hexdigest()[:16]
