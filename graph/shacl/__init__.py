"""SHACL over an Oxigraph store: shapes are compiled to SPARQL, or handed to pySHACL, with the same results.

This package knows RDF and nothing of Zhimai's terms. What of SHACL it reads is what our shapes use: targets by class, by
node and by property; property shapes whose path is a property or its inverse; the value, cardinality, string, range and
pair constraints, ``sh:or``, ``sh:in``, ``sh:closed``, qualified counts, and SPARQL constraints. Anything else in a file
of shapes is an error and never passed over. ``validate_with_pyshacl`` is in ``reference``, which loads RDFLib and is
imported only where it is wanted.
"""

from .read import Check, Shapes, read_shapes
from .report import report
from .result import Result
from .run import validate

__all__ = ["Check", "Result", "Shapes", "read_shapes", "report", "validate"]
