"""What an IRI in an answer stands for, so that a page shows more of it than letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, NamedNode

from ...ontology import ZM
from .asked import Json
from .schema import term_name

if TYPE_CHECKING:
    from .opened import Opened

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TITLE = "http://purl.org/dc/terms/title"
_DEFAULT = DefaultGraph()


def meaning(opened: Opened, iri: str) -> Json:
    """Its ``short`` form and its ``kind``: a ``thing``, a ``document``, a ``passage`` of one, what is ``said`` of a thing, a
    ``term`` of the ontology, or something ``other``; each with what it is called and where its page has it.
    """
    return {"short": opened.store.short(iri), **(_named(opened, iri) or _placed(opened, iri) or {"kind": "other"})}


def _named(opened: Opened, iri: str) -> Json:
    """What has a name itself; else nothing."""
    if (at := opened.catalogue.number.get(iri)) is not None:
        thing = opened.catalogue.things[at]
        return {"kind": "thing", "id": thing.id, "name": thing.name, "class": thing.cls}
    if labels := opened.schema.labels.get(term_name(iri)):
        return {"kind": "term", "labels": labels}
    if iri.startswith(opened.store.prefixes.get("document", iri + " ")):
        return {"kind": "document", "name": _value(opened, iri, _TITLE)}
    return None


def _placed(opened: Opened, iri: str) -> Json:
    """Evidence and mentions by their article, statements and figures by what they say, in ``words`` that have labels or are
    texts; else nothing.
    """
    document, start, end = (_value(opened, iri, f"{ZM}{name}") for name in ("document", "start", "end"))
    if document and start and end:
        place = {"document": document, "start": int(start), "end": int(end)}
        return {"kind": "passage", **place, "name": _value(opened, document, _TITLE)}
    said = [_value(opened, iri, f"{_RDF}{name}") for name in ("subject", "predicate", "object")]
    said = said if said[0] else [_value(opened, iri, f"{ZM}{name}") for name in ("about", "measure")]
    if said[0] not in opened.catalogue.number:
        return None
    id = opened.catalogue.id(said[0])
    return {"kind": "said", "id": id, "anchor": opened.catalogue.id(iri), "words": [_word(opened, one) for one in said]}


def _word(opened: Opened, value: str) -> Json:
    """A thing by its name, a term by its labels, anything else as it is."""
    named = _named(opened, value)
    return value if named is None else named.get("name") or named.get("labels") or value


def _value(opened: Opened, iri: str, property: str) -> str:
    """One value of a property, or nothing."""
    quads = opened.store.dataset.quads_for_pattern(NamedNode(iri), NamedNode(property), None, _DEFAULT)
    found: Any = next(quads, None)
    return found.object.value if found else ""
