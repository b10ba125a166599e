"""How right Zhimai is on annotated sets: names, relations, figures and the merging of names, scored and compared."""

from .calibration import JUDGED, Bin, Judged, calibration_error, curve, curve_svg, curve_table, curve_text, read_judged
from .extracted import LAC_CLASSES, extractions, lac_words, sampled
from .run import Absent, Bench
from .sets import read_set
from .told import commonest, markdown, row, table
from .values import CORE, Error, Sample, Score, Tally

__all__ = [
    "CORE",
    "JUDGED",
    "LAC_CLASSES",
    "Absent",
    "Bench",
    "Bin",
    "Error",
    "Judged",
    "Sample",
    "Score",
    "Tally",
    "calibration_error",
    "commonest",
    "curve",
    "curve_svg",
    "curve_table",
    "curve_text",
    "extractions",
    "lac_words",
    "markdown",
    "read_judged",
    "read_set",
    "row",
    "sampled",
    "table",
]
