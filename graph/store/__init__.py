"""What a build wrote, opened for queries: SPARQL, named queries, results as a table or in a standard format.

Without ``GRAPH`` a query sees everything at once: plain facts, statements and their evidence, mentions, judgements and
the ontology. With ``GRAPH`` it sees them apart: a graph a document, ``…/graph/background`` and the ontology's.
"""

from .dataset import Stamp, Store, create_store, nquads, open_store, read_quads, stamp
from .hints import hints
from .mistakes import code_of
from .named import NamedQuery, Parameter, is_named, named_queries, named_query
from .result import FORMS, Answer, Result, Term, aligned, short, turtle
from .tags import language, turtle_languages

__all__ = [
    "FORMS",
    "Answer",
    "NamedQuery",
    "Parameter",
    "Result",
    "Stamp",
    "Store",
    "Term",
    "aligned",
    "code_of",
    "create_store",
    "hints",
    "is_named",
    "language",
    "named_queries",
    "named_query",
    "nquads",
    "open_store",
    "read_quads",
    "short",
    "stamp",
    "turtle",
    "turtle_languages",
]
