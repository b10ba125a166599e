"""Mentions: what a text names, where. Each recogniser is one function; later ones see what earlier ones found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..authority import NO_AUTHORITY, Authority
from ..gazetteer import load_gazetteer
from ..model import Mention, Reading, Text
from ..ontology import Ontology
from .addressed import addressed, family_names
from .addresses import addresses
from .aliases import brands, defined_aliases, glossed_terms, kept_forms, repeated, short_forms
from .arms import arms, legal_names, placed_branches
from .bodies import firms_by_trade, institutes, institutions, pavilions, publishers, tagged_organisations
from .choose import choose
from .corpus import shared_names
from .editions import point
from .forms import formed_names
from .honours import honours, nation
from .known import known_bodies, weak_bodies
from .listed import listed_entities
from .measured import measured_terms
from .occasions import bare_numbers, numbered_again, occasions, seasons
from .parts import former_units, kinds_of_bodies, numbered_institutes, parents, short_places
from .people import people, positions
from .places import counted_parts, known_places, one_character_places, tagged_places
from .renamed import followed, renamed
from .structure import listed_before, structured_names
from .tagger import shared_tagger
from .teams import forces, teams
from .terms import (
    examples,
    fields_of_use,
    foundations,
    listed_terms,
    named_by_cues,
    spanned_terms,
    taken_terms,
    zone_lists,
)
from .trades import branches, stressed_trades, trades
from .view import Recogniser, View
from .wares import apps, branded, counted_wares, craft, known_terms, made_wares, quoted_wares
from .works import works

__all__ = ["RECOGNISERS", "passed_over", "recognise"]

# Rounds: what a later round looks at (View.found) is what the rounds before it leave standing.
RECOGNISERS: tuple[tuple[Recogniser, ...], ...] = (
    (
        listed_entities,
        formed_names,
        works,
        honours,
        nation,
        known_places,
        counted_parts,
        one_character_places,
        tagged_places,
        known_bodies,
        weak_bodies,
        publishers,
        occasions,
        seasons,
        people,
        teams,
        forces,
        quoted_wares,
        craft,
    ),
    (
        kinds_of_bodies,
        former_units,
        numbered_institutes,
        structured_names,
        institutions,
        institutes,
        pavilions,
        tagged_organisations,
        firms_by_trade,
        positions,
    ),
    (
        listed_terms,
        zone_lists,
        named_by_cues,
        taken_terms,
        foundations,
        fields_of_use,
        spanned_terms,
        trades,
        branches,
        stressed_trades,
        measured_terms,
        counted_wares,
        made_wares,
    ),
    (defined_aliases, short_forms, kept_forms, brands, examples, listed_before),
    (renamed, addressed, family_names, legal_names, arms, apps, branded),
    (repeated,),
    (numbered_again, known_terms, parents, short_places),
    (bare_numbers, placed_branches, glossed_terms),
)


def recognise(texts: Iterable[Text], ontology: Ontology, authority: Authority = NO_AUTHORITY) -> list[Reading]:
    """Read the mentions out of texts; names that one of them introduces are recognised in the others too.

    ``authority`` holds names that are known beforehand. Returns one ``Reading`` a text, in order, with words and mentions
    in the order of the text.
    """
    readings = shared_names([_read(text, ontology, authority)[0] for text in texts], ontology)
    return [replace(one, addresses=tuple(addresses(one.text, one.mentions, load_gazetteer()))) for one in readings]


def passed_over(
    reading: Reading, ontology: Ontology, authority: Authority = NO_AUTHORITY
) -> tuple[tuple[Mention, Mention], ...]:
    """What recognisers proposed and what does not stand, each with the mention of ``reading`` that stands in its place."""
    standing = {(m.start, m.end, m.type) for m in reading.mentions}
    lost: dict[tuple[int, int, str, str], tuple[Mention, Mention]] = {}
    for one in _read(reading.text, ontology, authority)[1]:
        over = [m for m in reading.mentions if m.start < one.end and one.start < m.end]
        if over and (one.start, one.end, one.type) not in standing:
            instead = max(over, key=lambda m: (min(m.end, one.end) - max(m.start, one.start), m.end - m.start))
            lost.setdefault((one.start, -one.end, one.type, one.recogniser), (one, instead))
    return tuple(lost[key] for key in sorted(lost))


def _read(text: Text, ontology: Ontology, authority: Authority) -> tuple[Reading, list[Mention]]:
    """The reading, and all mentions that were proposed on the way."""
    view = View(text, shared_tagger().tag(text), ontology, load_gazetteer(), authority=authority)
    proposed: list[Mention] = []
    for recognisers in RECOGNISERS:
        new = [known for recogniser in recognisers for m in recogniser(view) if (known := _in_terms(m, ontology))]
        proposed += new
        view = replace(view, found=choose(filter(view.is_whole, [*view.found, *new]), ontology), _token_at={})
    return Reading(text, view.tokens, followed(point(view.found, text))), proposed


def _in_terms(mention: Mention, ontology: Ontology) -> Mention | None:
    """A mention in the classes that an ontology has: one that stands in place of the shipped one may have few."""
    type = ontology.standing_for(mention.type)
    return mention if type == mention.type else replace(mention, type=type) if type else None
