"""Which format an answer has, by what the client accepts (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat


@dataclass(frozen=True, slots=True)
class Format:
    """A format and the media types that mean it, its own first."""

    media_types: tuple[str, ...]
    format: QueryResultsFormat | RdfFormat


RESULTS = (
    Format(("application/sparql-results+json", "application/json"), QueryResultsFormat.JSON),
    Format(("application/sparql-results+xml", "application/xml", "text/xml"), QueryResultsFormat.XML),
    Format(("text/csv",), QueryResultsFormat.CSV),
    Format(("text/tab-separated-values",), QueryResultsFormat.TSV),
)
"""Of SELECT and ASK; the first is for who accepts anything."""

TRIPLES = (
    Format(("text/turtle", "application/x-turtle"), RdfFormat.TURTLE),
    Format(("application/n-triples", "text/plain"), RdfFormat.N_TRIPLES),
    Format(("application/rdf+xml", "application/xml", "text/xml"), RdfFormat.RDF_XML),
    Format(("application/ld+json", "application/json"), RdfFormat.JSON_LD),
    Format(("application/trig",), RdfFormat.TRIG),
    Format(("application/n-quads",), RdfFormat.N_QUADS),
)
"""Of CONSTRUCT and DESCRIBE, and of the service description."""


def chosen(accept: str, formats: Sequence[Format]) -> tuple[Format, str] | None:
    """The format that is liked best, and the media type to call it by; nothing where none is accepted.

    Of several that are liked the same the first one is taken. Parameters of a media range other than q say nothing.

    >>> chosen("text/csv;q=0.5, application/xml", RESULTS)[1]
    'application/xml'
    >>> chosen("*/*", RESULTS)[1]
    'application/sparql-results+json'
    >>> chosen("text/html", RESULTS) is None
    True
    """
    ranges = dict(_ranges(accept)) or {"*/*": 1.0}
    best: tuple[float, Format, str] | None = None
    for format in formats:
        for media_type in format.media_types:
            quality = _quality(media_type, ranges)
            if quality > (best[0] if best else 0):
                best = (quality, format, media_type)
    return best[1:] if best else None


def _quality(media_type: str, ranges: dict[str, float]) -> float:
    """How much a media type is liked; the most special range decides."""
    for range in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        if range in ranges:
            return ranges[range]
    return 0.0


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        range, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if range:
            yield range, _q(parameters)


def _q(parameters: Sequence[str]) -> float:
    """The q-value; what is no number between 0 and 1 counts as not said."""
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 1.0
    return 1.0
