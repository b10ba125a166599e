"""Articles read and related with the shipped ontology, and what was found as plain tuples."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from recognise.conftest import read, shipped

from graph.model import Extraction, Literal, Mention, Reading
from graph.relate import relate

Extracted = Callable[..., Extraction]
Read = Callable[..., Reading]


class Fact(NamedTuple):
    """A claim in the text's words; a date stands as ISO."""

    subject: str
    predicate: str
    object: str
    status: str = "asserted"


class Number(NamedTuple):
    """A measure in the text's words."""

    about: str
    measure: str
    comparator: str
    value: str
    unit: str


def said(mention: Mention) -> str:
    """What a mention says; for 本届 and the like, the name of what it points at."""
    return mention.name if mention.recogniser == "pointer" else mention.surface


def names(extraction: Extraction, type: str) -> list[str]:
    """The surfaces of the mentions of one class, in the order of the text."""
    return [mention.surface for mention in extraction.mentions if mention.type == type]


def facts(extraction: Extraction, predicate: str = "") -> list[Fact]:
    """The claims, in the order of the text; of one predicate, if given."""
    found = []
    for claim in extraction.claims:
        value = claim.object
        end = value.value if isinstance(value, Literal) else said(extraction.mentions[value])
        found.append(Fact(said(extraction.mentions[claim.subject]), claim.predicate, end, claim.status.value))
    return [fact for fact in found if predicate in ("", fact.predicate)]


def figures(extraction: Extraction) -> list[Number]:
    """The measures, in the order of the text."""
    return [
        Number(
            said(extraction.mentions[m.about]) if m.about >= 0 else "", m.measure, m.comparator, str(m.value), m.unit
        )
        for m in extraction.measures
    ]


@pytest.fixture
def extracted() -> Extracted:
    """Reads and relates an article: ``extracted("…", title="…", published="2024-06-06")``."""
    return lambda source, **more: relate(read(source, **more), shipped())


@pytest.fixture
def recognised() -> Read:
    """Reads an article without relating."""
    return read
