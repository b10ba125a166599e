"""Mentions: what a text names, where. Each recogniser is one function; later ones see what earlier ones found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..gazetteer import load_gazetteer
from ..model import Mention, Reading, Text
from ..ontology import Ontology
from .aliases import brands, defined_aliases, repeated, short_forms
from .bodies import firms_by_trade, institutes, institutions, known_bodies, pavilions, publishers, tagged_organisations
from .choose import choose
from .corpus import shared_names
from .editions import point
from .honours import honours, nation
from .occasions import numbered_again, occasions
from .people import people, positions
from .places import known_places, one_character_places, tagged_places
from .structure import listed_before, structured_names
from .tagger import shared_tagger
from .terms import examples, foundations, listed_terms, named_by_cues, spanned_terms, taken_terms, trades, zone_lists
from .view import Recogniser, View
from .works import works

__all__ = ["RECOGNISERS", "recognise"]

# Rounds: what a later round looks at (View.found) is what the rounds before it leave standing.
RECOGNISERS: tuple[tuple[Recogniser, ...], ...] = (
    (
        works,
        honours,
        nation,
        known_places,
        one_character_places,
        tagged_places,
        known_bodies,
        publishers,
        occasions,
        people,
    ),
    (structured_names, institutions, institutes, pavilions, tagged_organisations, firms_by_trade, positions),
    (listed_terms, zone_lists, named_by_cues, taken_terms, foundations, spanned_terms, trades),
    (defined_aliases, short_forms, brands, examples, listed_before),
    (repeated,),
    (numbered_again,),
)


def recognise(texts: Iterable[Text], ontology: Ontology) -> list[Reading]:
    """Read the mentions out of texts; names that one of them introduces are recognised in the others too.

    Returns one ``Reading`` a text, in order, with words and mentions in the order of the text.
    """
    return shared_names([_read(text, ontology) for text in texts], ontology)


def _read(text: Text, ontology: Ontology) -> Reading:
    view = View(text, shared_tagger().tag(text), ontology, load_gazetteer())
    for recognisers in RECOGNISERS:
        found: list[Mention] = list(view.found)
        for recogniser in recognisers:
            found.extend(recogniser(view))
        view = replace(view, found=choose(filter(view.is_whole, found), ontology), _token_at={})
    return Reading(text, view.tokens, point(view.found, text))
