"""Any header is understood somehow, and what is chosen is accepted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.explorer.negotiation import RESULTS, TRIPLES, chosen

TYPES = [name for one in (*RESULTS, *TRIPLES) for name in one.media_types]
RANGES = st.sampled_from([*TYPES, "*/*", "text/*", "application/*", "image/png"])
ACCEPT = st.dictionaries(RANGES, st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0]), min_size=1)


def liked(media_type, accept):
    """How much a media type is liked, by the letter of the standard."""
    for one in (media_type, media_type.partition("/")[0] + "/*", "*/*"):
        if one in accept:
            return accept[one]
    return 0


@given(ACCEPT)
def test_nothing_is_liked_better_than_what_is_chosen(accept):
    """And nothing is chosen only where nothing is accepted."""
    header = ", ".join(f"{name};q={quality}" for name, quality in accept.items())
    for formats in (RESULTS, TRIPLES):
        best = max(liked(name, accept) for one in formats for name in one.media_types)
        choice = chosen(header, formats)
        assert (choice is None) == (best == 0)
        assert choice is None or liked(choice[1], accept) == best


@given(st.text(max_size=60))
def test_any_header_is_understood_somehow(header):
    """A client that sends nonsense is answered or refused, never failed."""
    choice = chosen(header, RESULTS)
    assert choice is None or choice[1] in choice[0].media_types
