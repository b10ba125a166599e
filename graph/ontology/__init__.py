"""The ontology as the program sees it: a frozen, typed view of ``ontology/zhimai.ttl`` and of what users add to it.

This package is the only reader of our own terms. What a mistake in a file does: ``OntologyError`` with file, line, term
and remedy.

>>> ontology = load_ontology()
>>> ontology.fits("Company", "Actor")
True
>>> ontology.properties["exhibits"].labels["zh-Hans"]
'展出'
"""

from .called import class_called, classes_called, property_called
from .check import Mistake
from .load import check_ontology, load_ontology
from .view import TAGS, ZM, Code, Cue, OntClass, Ontology, OntProperty, Unit

__all__ = [
    "TAGS",
    "ZM",
    "Code",
    "Cue",
    "Mistake",
    "OntClass",
    "OntProperty",
    "Ontology",
    "Unit",
    "check_ontology",
    "class_called",
    "classes_called",
    "load_ontology",
    "property_called",
]
