"""IRIs, literals and how Turtle writes them so that a person can read them.

The libraries' serialisers write Chinese IRIs percent-encoded or in full and language tags in lower case; hence our own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ..ontology import ZM

XSD = "http://www.w3.org/2001/XMLSchema#"
NAMESPACES = {
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "unit": "http://qudt.org/vocab/unit/",
    "xsd": XSD,
    "zm": ZM,
}

# What no path of an IRI may hold (RFC 3987): controls, delimiters, surrogates, private use, noncharacters.
_NOT_IN_IRI = re.compile(
    r"[\x00-\x20\x7f-\x9f\"<>\\^`{|}#?\[\]\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]"
    r"|[\U0001fffe\U0001ffff\U000e0000-\U000e0fff\U000efffe-\U0010ffff]|%(?![0-9A-Fa-f]{2})"
)
_BASE = (
    r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    r"\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
# Stricter than Turtle: rdflib stumbles over escapes at the beginning and over escaped full stops.
_LOCAL = re.compile(rf"[{_BASE}_0-9](?:[{_BASE}_0-9:\-\u00b7\u0300-\u036f\u203f-\u2040]|%..|\\.)*")
_ESCAPED_IN_LOCAL = re.compile(r"[~!$&'()*+,;=/@]")
_ESCAPED_IN_STRING = re.compile(r"[\"\\\x00-\x1f\x7f\ud800-\udfff]")
_NAMED_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
    (re.compile(r"--\d\d-\d\d"), "gMonthDay"),
)


class Iri(str):
    """An absolute IRI."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Lit:
    """A literal with a language tag or a datatype (an XSD name such as ``decimal``); a plain string has neither."""

    value: str
    language: str = ""
    datatype: str = ""


Value = Iri | Lit


def iri(base: str, path: str) -> Iri:
    """The IRI of ``path`` below ``base``; only characters that no IRI may hold are percent-encoded.

    >>> iri("https://example.org/", "org/甲 乙")
    'https://example.org/org/甲%20乙'
    """
    return Iri(base + _NOT_IN_IRI.sub(_percent, path))


@lru_cache
def term(curie: str) -> Iri:
    """The IRI of a well-known term: ``skos:prefLabel``."""
    prefix, _, local = curie.partition(":")
    return Iri(NAMESPACES[prefix] + local)


def decimal(value: Decimal | float, digits: int | None = None) -> Lit:
    """An xsd:decimal without exponent and idle zeros; rounded to ``digits``, with a point, where they are given."""
    number = Decimal(str(value)) if digits is None else round(Decimal(str(value)), digits)
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    text = "0" if text == "-0" else text
    return Lit(text if digits is None or "." in text else f"{text}.0", datatype="decimal")


def date(value: str) -> Lit:
    """A date of the precision that it has; what is no ISO date stays a plain string."""
    return Lit(value, datatype=next((kind for form, kind in _DATES if form.fullmatch(value)), ""))


def turtle(value: Value, prefixes: Mapping[str, str]) -> str:
    """The term as Turtle, with the prefixes by namespace."""
    if isinstance(value, Iri):
        return _turtle_iri(value, prefixes)
    if value.datatype == "integer" or (value.datatype == "decimal" and "." in value.value):
        return value.value
    text = f'"{_ESCAPED_IN_STRING.sub(_escape, value.value)}"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^xsd:{value.datatype}" if value.datatype else text


def _turtle_iri(value: Iri, prefixes: Mapping[str, str]) -> str:
    cut = max(value.rfind("#"), value.rfind("/")) + 1
    namespace = value[:cut] if value[:cut] in prefixes else next(filter(value.startswith, prefixes), "")
    if namespace:
        local = _ESCAPED_IN_LOCAL.sub(r"\\\g<0>", value[len(namespace) :])
        if _LOCAL.fullmatch(local):
            return f"{prefixes[namespace]}:{local}"
    return f"<{value}>"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "surrogatepass"))


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"  # half a character cannot be written
    return _NAMED_ESCAPES.get(character) or f"\\u{ord(character):04X}"
