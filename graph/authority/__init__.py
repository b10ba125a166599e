"""What a user knows beforehand: an authority file in CSV of names, classes, aliases and identifiers.

The first line names the columns, in English or Chinese. ``name`` and ``class`` are wanted; ``aliases``, ``sameAs``,
``creditCode`` and ``stockCode`` may be there, and any other column that is a property of the ontology.
"""

from __future__ import annotations

from .codes import is_credit_code
from .entries import NO_AUTHORITY, Authority, Entry
from .load import load_authority

__all__ = ["NO_AUTHORITY", "Authority", "Entry", "is_credit_code", "load_authority"]
