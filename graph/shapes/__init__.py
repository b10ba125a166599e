"""Whether a build's data set is sound: shapes from the ontology and by hand, and their results in plain words."""

from .check import Engine, check_dataset, data_shapes, engine_for
from .derive import derived_shapes
from .words import Case, Finding, findings, table, to_json

__all__ = [
    "Case",
    "Engine",
    "Finding",
    "check_dataset",
    "data_shapes",
    "derived_shapes",
    "engine_for",
    "findings",
    "table",
    "to_json",
]
