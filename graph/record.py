"""One extraction as a JSON object, the format that ``zhimai extract`` prints."""

from __future__ import annotations

import re
from typing import Any

from .model import Claim, Extraction, Literal, Measure, Mention, Text

_RECORD_ID = re.compile(r"(?:-|.*?\.(?:jsonl|ndjson|json|csv|tsv))#(.+)", re.IGNORECASE | re.DOTALL)


def record(extraction: Extraction) -> dict[str, Any]:
    """What one article says, as plain values for JSON.

    All offsets count code points of ``Document.source`` and are half-open. ``subject``, ``object`` and ``about`` are
    indices into ``mentions``; a date as object is ``{"value", "datatype"}``; the ``value`` of a figure is a string,
    since a JSON number would round it.
    """
    text = extraction.text
    return {
        "id": _given_id(text.document.uri),
        "mentions": [_mention(mention, text) for mention in extraction.mentions],
        "statements": [_statement(claim, text) for claim in extraction.claims],
        "figures": [_figure(measure, text) for measure in extraction.measures],
    }


def _given_id(uri: str) -> str:
    """The id that a record of a file (JSON, a table) came with; for any other article its URI."""
    found = _RECORD_ID.fullmatch(uri)
    return found[1] if found else uri


def _mention(mention: Mention, text: Text) -> dict[str, Any]:
    return _span(mention.start, mention.end, text) | {
        "surface": mention.surface,
        "type": mention.type,
        "score": _rounded(mention.score),
    }


def _statement(claim: Claim, text: Text) -> dict[str, Any]:
    value = claim.object
    stated = {
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": {"value": value.value, "datatype": value.datatype} if isinstance(value, Literal) else value,
        "status": claim.status.value,
        **_span(claim.start, claim.end, text),
        "score": _rounded(claim.score),
        "extractor": claim.extractor,
    }
    return stated | _time(claim) | ({"qualifiers": dict(claim.qualifiers)} if claim.qualifiers else {})


def _figure(measure: Measure, text: Text) -> dict[str, Any]:
    stated = {
        "about": measure.about if measure.about >= 0 else None,
        "measure": measure.measure,
        "value": format(measure.value, "f"),
        "unit": measure.unit,
        "comparator": measure.comparator,
        "status": measure.status.value,
        **_span(measure.start, measure.end, text),
        "score": _rounded(measure.score),
        "extractor": measure.extractor,
    }
    others = {
        "notation": measure.notation,
        "as_of": measure.as_of,
        "share_of": measure.share_of,
        "against": measure.against,
    }
    return stated | _time(measure) | {name: value for name, value in others.items() if value}


def _time(said: Claim | Measure) -> dict[str, dict[str, str]]:
    return {"time": {"start": said.time.start, "end": said.time.end}} if said.time else {}


def _span(start: int, end: int, text: Text) -> dict[str, int]:
    first, last = text.source_span(start, end)
    return {"start": first, "end": last}


def _rounded(score: float) -> float:
    return round(score, 2)
