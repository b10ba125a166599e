"""How right Zhimai is on annotated sets: names, relations, figures and the merging of names, scored and compared."""

from .run import Absent, Bench
from .told import commonest, row, table
from .values import Error, Score, Tally

__all__ = ["Absent", "Bench", "Error", "Score", "Tally", "commonest", "row", "table"]
