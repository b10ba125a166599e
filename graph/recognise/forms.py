"""Names by their form: numbers of cases, registers, patents, as the ontology describes them (zm:form)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from ..errors import OntologyError
from ..model import Mention
from .view import View

_PATIENCE = 2.0
"""Seconds that a form may take over one article; a sound one takes milliseconds."""


def formed_names(view: View) -> Iterator[Mention]:
    """What matches a class's regular expression within a line; Latin letters and digits are not cut.

    Raises:
        OntologyError: the expression tries so many ways to match that it does not come to an end.
    """
    for name, found in view.ontology.classes.items():
        for form in found.forms:
            try:
                for match in _compiled(form).finditer(view.key, timeout=_PATIENCE):
                    if match.group() and "\n" not in match.group():
                        yield view.mention(match.start(), match.end(), name, "form", 0.95)
            except TimeoutError as error:
                remedy = "mend the regular expression: a choice that overlaps itself in a repetition, as (a|aa)+, may never end"
                raise OntologyError(f"zm:form “{form}” takes too long", where=name, remedy=remedy) from error


@lru_cache(maxsize=256)
def _compiled(form: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<![a-z0-9])(?:{form})(?![a-z0-9])", regex.IGNORECASE)
