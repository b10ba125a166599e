"""Mentions of one document that name one thing, gathered into clusters: the units that are then brought together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..gazetteer import Gazetteer
from ..model import Extraction, Mention
from ..ontology import Ontology
from .identity import identity, why_named
from .normal import normal

_SHORT_TITLE = 8
_CLOSING = {"《": "》", "“": "”", '"': '"', "「": "」", "『": "』"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_LISTED = frozenset({"entities", "ambiguous"})  # a user says what these are
_POINTING = frozenset({"pointer", "deictic", "kind", "brand", "surname", "branch", "short-title"})


@dataclass
class Cluster:
    """Mentions (indices of one extraction) under one identity; ``names`` counts their surfaces, ``derived`` are those, in normal
    form, that the article only shortens and does not define, ``reasons`` say why each
    name belongs, by name.
    """

    key: tuple[str, str]
    document: int
    members: list[int] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, tuple[str, float]] = field(default_factory=dict)
    derived: set[str] = field(default_factory=set)

    def add(self, index: int, mention: Mention, weight: float) -> None:
        """Take in a mention; what only points (本届) is no name."""
        self.members.append(index)
        self.types[mention.type] += round(weight * 100)
        if mention.recogniser not in _POINTING and mention.recogniser != "character":
            self.names[bare(mention.surface)] += 1
        elif mention.recogniser == "character":
            self.names[mention.surface] += 0


def bare(surface: str) -> str:
    """A name without the marks of a title around the whole of it, and without half a pair at an end.

    >>> bare("《“机器人+”应用行动实施方案》")
    '“机器人+”应用行动实施方案'
    """
    name = re.sub(r"\s+", " ", surface).strip()
    while name:
        opens, closes = _CLOSING.get(name[0], ""), _OPENING.get(name[-1], "")
        if opens and len(name) > 1 and name[-1] == opens and _encloses(name):
            name = name[1:-1].strip()
        elif opens and opens not in name[1:]:
            name = name[1:].strip()
        elif closes and closes not in name[:-1]:
            name = name[:-1].strip()
        else:
            break
    return name


def _encloses(name: str) -> bool:
    """Whether the mark that opens a name is closed by its last one, not before (“甲”与“乙”)."""
    depth = 0
    for place, mark in enumerate(name):
        if mark == name[0] and (mark != name[-1] or place == 0):
            depth += 1
        elif mark == name[-1]:
            depth -= 1
        if depth == 0:
            return place == len(name) - 1
    return False


def clusters_of(
    number: int, extraction: Extraction, ontology: Ontology, gazetteer: Gazetteer, used: frozenset[int]
) -> list[Cluster]:
    """The clusters of one document; mentions that only point, and posts that nobody is said to hold, are left out where
    nothing refers to them.
    """
    types = _types(extraction.mentions, ontology)
    defined = _defined(extraction.mentions)
    shortened = {normal(m.surface) for m in extraction.mentions if m.recogniser == "short-form"}
    shortened -= {normal(m.surface) for m in extraction.mentions if m.recogniser == "definition"}
    held = {normal(extraction.mentions[index].surface) for index in used}
    found: dict[tuple[str, str], Cluster] = {}
    for index, mention in enumerate(extraction.mentions):
        if mention.recogniser == "deictic" and index not in used:
            continue
        if mention.type == "Position" and mention.recogniser == "pattern" and normal(mention.surface) not in held:
            continue
        meant = defined.get(normal(mention.surface)) if mention.recogniser not in _POINTING else None
        named = replace(mention, name=meant[0]) if meant else mention
        space, name, reason = identity(named, types[index], extraction, ontology, gazetteer)
        reason = meant[1] if meant and reason else reason
        cluster = found.setdefault((space, name), Cluster((space, name), number))
        cluster.add(index, mention, mention.score)
        if reason:
            cluster.reasons.setdefault(bare(mention.surface), (reason, mention.score))
            cluster.derived |= {normal(mention.surface)} & shortened
    return list(found.values())


def _defined(mentions: Sequence[Mention]) -> dict[str, tuple[str, str]]:
    """What each defined alias names, by its normal form, and why."""
    found = {
        normal(m.surface): (m.name, why_named(m))
        for m in mentions
        if m.recogniser in ("definition", "short-form") and m.name
    }
    titles = {normal(m.name): m.name for m in mentions if m.type == "Policy" and m.name}
    for short, title in titles.items():
        longer = [full for full in titles if full != short and full.endswith(short)]
        if len(longer) == 1 and len(short) <= _SHORT_TITLE:
            found.setdefault(short, (titles[longer[0]], f"“{title}” is the end of a title named in full before"))
    return found


def _types(mentions: Sequence[Mention], ontology: Ontology) -> list[str]:
    """The class of each mention, one for each name in the document: the one with the most weight behind it."""
    weights: dict[tuple[str, str], Counter[str]] = {}
    keys = [(_side(mention, ontology), bare(mention.surface)) for mention in mentions]
    for key, mention in zip(keys, mentions, strict=True):
        weights.setdefault(key, Counter())[mention.type] += round(mention.score * 100)
    return [
        mention.type if mention.recogniser in _LISTED else heaviest(weights[key], ontology)
        for key, mention in zip(keys, mentions, strict=True)
    ]


def heaviest(types: Counter[str], ontology: Ontology) -> str:
    """The class with the most weight; a subclass goes before the superclass that it refines."""
    best = min(types, key=lambda name: (-types[name], name))
    below = [name for name in types if name != best and ontology.fits(name, best)]
    return min(below, key=lambda name: (-types[name], name), default=best)


def _side(mention: Mention, ontology: Ontology) -> str:
    """Names are one within their side only: trades, offerings, occasions of each kind, and all the rest."""
    space = ontology.classes[mention.type].space
    if space in ("industry", "offering", "person", "position"):
        return space
    return mention.type if ontology.fits(mention.type, "Occasion") else ""


def all_names(clusters: Iterable[Cluster]) -> Counter[str]:
    """The names of several clusters with their counts."""
    total: Counter[str] = Counter()
    for cluster in clusters:
        total.update(cluster.names)
    return total
