"""What names are compared by, whatever way a set writes them."""

from __future__ import annotations

import re

from ..script import normal_form

_DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_ASIDE = re.compile(r"[\s\"'“”‘’《》·]")


def name_key(name: str) -> str:
    """A name with script, width, case, blanks, quotation marks and middle dots aside; a date as in ISO 8601."""
    if date := _DATE.fullmatch(name.strip()):
        return "-".join(part.zfill(2) for part in date.groups() if part)
    return _ASIDE.sub("", normal_form(name))
