"""What a build wrote, opened for queries: SPARQL, named queries, results as a table, CSV, JSON or Turtle.

Without ``GRAPH`` a query sees everything at once: plain facts, statements and their evidence, mentions, judgements and
the ontology. With ``GRAPH`` it sees them apart: a graph a document, ``…/graph/background`` and the ontology's.
"""

from .dataset import Store, create_store, open_store, read_quads
from .named import NamedQuery, Parameter, named_queries, named_query
from .result import Result

__all__ = [
    "NamedQuery",
    "Parameter",
    "Result",
    "Store",
    "create_store",
    "named_queries",
    "named_query",
    "open_store",
    "read_quads",
]
