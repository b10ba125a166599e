"""Names that a user lists (``--entities``): the longest first, and what a shared alias means in this text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..authority import Entry
from ..gazetteer import longest_matches
from ..model import Mention
from .view import View

# Surer than endings and lists of places, less sure than what the text itself defines.
_SCORE = 0.96
_NAMES = frozenset({"PER", "ORG", "LOC", "nz", "nw", "nr", "ns", "nt"})


def listed_entities(view: View) -> Iterator[Mention]:
    """Each name of an entry; one that several share only where the text says which is meant, else by itself."""
    for start, end in longest_matches(view.key, view.authority.by_name):
        if _cuts_word(view, start, end):
            continue
        entries = view.authority.by_name[view.key[start:end]]
        meant = entries[0] if len(entries) == 1 else _meant(view, entries)
        if meant:
            yield view.mention(start, end, meant.type, "entities", _SCORE, meant.name)
        elif len(types := {entry.type for entry in entries}) == 1:
            yield view.mention(start, end, types.pop(), "ambiguous", _SCORE)


def _meant(view: View, entries: Sequence[Entry]) -> Entry | None:
    """The one entry of which the text also has a name that is nobody else's."""
    own = view.authority.names_alone
    named = [entry for entry in entries if any(name in view.key for name in own[entry])]
    return named[0] if len(named) == 1 else None


def _cuts_word(view: View, start: int, end: int) -> bool:
    """Whether a short name lies across words (中建 in 集中建设), or a Latin one inside a word."""
    for inside, outside in ((start, start - 1), (end - 1, end)):
        if outside >= 0 and _is_latin(view.key[inside]) and _is_latin(view.key[outside : outside + 1]):
            return True
    if end - start > 3:
        return False
    left, right = view.token(start), view.token(end - 1)
    if left is not None and left is right and left.tag in _NAMES:
        return False  # 华兴纸业 as one name of the tagger holds 华兴
    begins, ends = view.starts_word(start), view.ends_word(end)
    return not (begins and ends) if end - start == 2 else not (begins or ends)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
