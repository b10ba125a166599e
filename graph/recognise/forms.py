"""Names by their form: numbers of cases, registers, patents, as the ontology describes them (zm:form)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model import Mention
from .view import View


def formed_names(view: View) -> Iterator[Mention]:
    """What matches a class's regular expression within a line; Latin letters and digits are not cut."""
    for name, found in view.ontology.classes.items():
        for form in found.forms:
            for match in _compiled(form).finditer(view.key):
                if match.group() and "\n" not in match.group():
                    yield view.mention(*match.span(), name, "form", 0.95)


@lru_cache(maxsize=256)
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{form})(?![a-z0-9])", re.IGNORECASE)
