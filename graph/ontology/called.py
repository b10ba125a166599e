"""Classes and properties by what people call them: a name, with its prefix or without, or a label in any language."""

from __future__ import annotations

from collections.abc import Mapping

from ..script import simplified
from .view import OntClass, Ontology, OntProperty


def classes_called(ontology: Ontology) -> Mapping[str, str]:
    """The classes by name and label, in lower case and simplified."""
    return _called(ontology.classes)


def class_called(text: str, ontology: Ontology) -> str:
    """The class that somebody means, or nothing.

    >>> from .load import load_ontology
    >>> class_called("企業", load_ontology()), class_called("zm:Company", load_ontology())
    ('Company', 'Company')
    """
    return _meant(text, ontology.classes)


def property_called(text: str, ontology: Ontology) -> str:
    """The property that somebody means, or nothing."""
    return _meant(text, ontology.properties)


def _meant(text: str, terms: Mapping[str, OntClass] | Mapping[str, OntProperty]) -> str:
    local = text.strip().rpartition(":")[2]
    return local if local in terms else _called(terms).get(simplified(text.strip()).lower(), "")


def _called(terms: Mapping[str, OntClass] | Mapping[str, OntProperty]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, known in terms.items():
        for label in (name, *known.labels.values()):
            found.setdefault(simplified(label).lower(), name)
    return found
