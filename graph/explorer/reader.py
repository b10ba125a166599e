"""Who reads a page: the language of the interface, its script, and light or dark; and the words of the interface in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from ..script import traditional_today

WORDS = Path(__file__).parent / "templates" / "words"
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
THEMES = ("light", "dark")
_LANGUAGE, _THEME = "zhimai-language", "zhimai-theme"
_YEAR = 365 * 24 * 3600
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


@dataclass(frozen=True, slots=True)
class Reader:
    """``language`` is one of ``LANGUAGES``; ``theme`` one of ``THEMES``, or empty where the system decides."""

    language: str = "en"
    theme: str = ""

    @property
    def base(self) -> str:
        """``en`` or ``zh``, by which titles of named queries go."""
        return self.language[:2]

    def spoken(self, texts: Mapping[str, str]) -> str:
        """A text in the reader's language, of one that has several: ``en`` and ``zh``, or with scripts told apart."""
        for tag in (self.language, self.base, "zh-Hans", "en"):
            if tag in texts:
                return (
                    traditional_today(texts[tag])
                    if self.language == "zh-Hant" and tag in ("zh", "zh-Hans")
                    else texts[tag]
                )
        return next(iter(texts.values()), "")


def reader_of(request: Request) -> Reader:
    """The reader of a request: what its address says, else what was chosen before, else what the browser likes best."""
    accepted = request.headers.get("accept-language", "")
    asked = request.query_params.get("lang") or request.cookies.get(_LANGUAGE) or accepted
    theme = request.query_params.get("theme", request.cookies.get(_THEME, ""))
    return Reader(_language(asked), theme if theme in THEMES else "")


def remember(request: Request, response: Response) -> None:
    """Keep what an address chose for the pages that follow."""
    reader = reader_of(request)
    for field, cookie, value in (("lang", _LANGUAGE, reader.language), ("theme", _THEME, reader.theme)):
        if field in request.query_params:
            response.set_cookie(cookie, value, max_age=_YEAR, samesite="strict")


def words(room: str, language: str) -> Mapping[str, str]:
    """The words of the interface that all rooms share, those of maps and charts, and those of one room."""
    return {**_words("common", language), **_words("charts", language), **_words(room, language)}


def columns(language: str) -> Mapping[str, str]:
    """What the columns of the named queries are called, by the names of their variables."""
    return _words("columns", language)


@lru_cache(maxsize=128)
def _words(room: str, language: str) -> Mapping[str, str]:
    file = WORDS / f"{room}.json"
    if not file.is_file():
        return {}
    kept = json.loads(file.read_text(encoding="utf-8"))
    if language == "zh-Hant":
        return {key: traditional_today(value) for key, value in kept["zh-Hans"].items()}
    found: Mapping[str, str] = kept[language]
    return found


def _language(asked: str) -> str:
    first = asked.strip().lower().partition(",")[0].partition(";")[0]
    if first.startswith(_TRADITIONAL):
        return "zh-Hant"
    return "zh-Hans" if first.startswith("zh") else "en"
