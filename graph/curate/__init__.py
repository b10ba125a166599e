"""What a person is asked about a build: the pairs of names of which the program is unsure, and what comes of the answers.

A decision is checked against the build and written to its file at once; the build takes it in when it is made again.
"""

from __future__ import annotations

from .checked import Desk
from .dialogue import Told, review
from .doubts import Doubt, Side, doubts_of
from .lines import doubt_lines, json_of, table_of

__all__ = ["Desk", "Doubt", "Side", "Told", "doubt_lines", "doubts_of", "json_of", "review", "table_of"]
