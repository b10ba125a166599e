"""From sources to outputs: the only place that knows the order of the stages.

The stages are imported where they run, so that ``import graph`` and ``zhimai --help`` stay quick.
"""

from ..model import BASE
from .asking import Explanation, explain, explanations, extract
from .building import build, knowledge_of
from .rebuilding import Forgotten, draw, forget, rebuild

__all__ = [
    "BASE",
    "Explanation",
    "Forgotten",
    "build",
    "draw",
    "explain",
    "explanations",
    "extract",
    "forget",
    "knowledge_of",
    "rebuild",
]
