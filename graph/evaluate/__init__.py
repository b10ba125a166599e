"""How right Zhimai is on annotated sets: names, relations, figures and the merging of names, scored and compared."""

from .run import Absent, evaluate
from .told import commonest, row, table
from .values import Error, Score, Tally

__all__ = ["Absent", "Error", "Score", "Tally", "commonest", "evaluate", "row", "table"]
