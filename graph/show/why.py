"""Why two names are one thing, two, or left undecided: the judgements between them, and a sentence of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from ..model import PROGRAM
from ..store import Store
from .known import Known, class_of, judgements_of
from .names import Names, fold
from .passages import passage_under

_QUOTED = re.compile(r"[“「]([^“”「」]+)[”」]")
_LABEL = "SELECT ?label ?hidden WHERE { <$thing> rdfs:label ?label OPTIONAL { <$thing> skos:hiddenLabel ?hidden } }"
_JUDGED = """SELECT DISTINCT ?thing ?name ?verdict WHERE {
  ?judgement zm:left|zm:right ?thing ; zm:leftName|zm:rightName ?name ; zm:verdict ?verdict }"""
_APART = ("different", "unsure")
_Pair = tuple[str, str]


def why_of(store: Store, name: str, other: str) -> Known:
    """Why ``name`` and ``other`` are one thing or not, ready for JSON.

    ``verdict`` is ``same``, ``different``, ``unsure``, or ``apart`` where no judgement is about the two. ``judgements`` lead
    from each of the names to the thing, or are those between the two things, a person's first. ``sides`` are the two
    names, each with its ``thing`` (``None`` for an entry of a list that no article names), the ``others`` that bear it
    too, how it is the thing's (``as``: preferred, alias, short, mention, entry) and a ``sentence`` in which it stands.
    ``decide`` is what to give to ``zhimai curate`` for a decision that says otherwise.

    Raises:
        UsageError: nothing has one of the names; the nearest names are suggested.
    """
    names = Names(store)
    given = (name, other)
    bearers = _bearers(store, names, name), _bearers(store, names, other)
    judged = {thing: judgements_of(store, thing) if thing else [] for thing in {*bearers[0], *bearers[1]}}
    pairs = _pairs(names, given, bearers)
    pair, verdict = pairs[0], "same"
    if pair[0] == pair[1]:
        chain = (one for called in given for one in _chain(judged[pair[0]], called))
        judgements = list({id(one): one for one in chain}.values())
    else:
        called = {thing: {fold(one) for one in names.of(thing)} for thing in judged} | {"": set(map(fold, given))}
        between = {pair: _between(judged, called, pair) for pair in pairs}
        pair = next((pair for pair in pairs if between[pair]), pair)
        judgements = between[pair]
        verdict = judgements[0]["verdict"]["id"] if judgements else "apart"
    sides = [_side(store, names, *end) for end in zip(given, pair, bearers, strict=True)]
    return {"verdict": verdict, "judgements": judgements, "sides": sides, "decide": _decide(names, sides, verdict)}


def _bearers(store: Store, names: Names, name: str) -> tuple[str, ...]:
    """The things that a name means, be it only by a judgement; "" for an entry of a list that no article names."""
    if names.find(name):
        return names.find(name)
    rows = [row for row in store.query(_JUDGED) if fold(row["name"]) == fold(name)]
    same = sorted({row["thing"] for row in rows if row["verdict"].endswith("#same")})
    doubted = any(row["verdict"].rpartition("#")[2] in _APART for row in rows)
    return tuple(same) or (("",) if doubted else names.known(name, where="show"))


def _pairs(names: Names, given: _Pair, bearers: tuple[tuple[str, ...], tuple[str, ...]]) -> list[_Pair]:
    """What the two names may mean, likeliest first: one thing, then things whose preferred names they are."""
    best = [names.best(name) for name in given]

    def unlikely(pair: _Pair) -> tuple[bool, int, _Pair]:
        return pair[0] != pair[1], sum(thing not in some for thing, some in zip(pair, best, strict=True)), pair

    return sorted(product(*bearers), key=unlikely)


def _chain(judgements: Iterable[Known], name: str) -> Iterator[Known]:
    """The judgements by which a name is its thing's: its own, then those on the names that the reasons speak of."""
    merges = [one for one in judgements if one["verdict"]["id"] in ("same", "renamed") and not one["other"]["iri"]]
    ahead, done = [fold(name)], set[str]()
    while ahead:
        if (wanted := ahead.pop(0)) in done:
            continue
        done.add(wanted)
        for one in merges:
            if fold(one["other"]["name"]) == wanted:
                yield one
                ahead += [fold(quoted) for quoted in _QUOTED.findall(one["reason"])]


def _between(judged: Mapping[str, list[Known]], called: Mapping[str, set[str]], pair: _Pair) -> list[Known]:
    """The judgements on two things, a person's first; one side may be there by its bare name."""
    found = {}
    for this, that in (pair, pair[::-1]):
        for one in judged[this]:
            name, iri = one["other"]["name"], one["other"]["iri"]
            if iri == that or (iri is None and fold(name) in called[that] and one["verdict"]["id"] in _APART):
                found[one["left"], one["right"], one["verdict"]["id"], one["reason"], one["by"]] = one
    return sorted(found.values(), key=lambda one: (one["by"] == PROGRAM, one["verdict"]["id"], -one["confidence"]))


def _side(store: Store, names: Names, name: str, thing: str, bearers: tuple[str, ...]) -> Known:
    side: Known = {"name": name, "thing": None, "as": "entry", "others": [one for one in bearers if one != thing]}
    if not thing:
        return side | {"sentence": None}
    rows = list(store.query(_LABEL.replace("$thing", thing)))
    label, short = rows[0]["label"], [fold(row["hidden"]) for row in rows if "hidden" in row]
    called = name if names.has(name) or not names.find(name) else label  # an address stands for the preferred name
    kinds = dict.fromkeys(short, "short") | {fold(label): "preferred"}
    known_as = kinds.get(fold(called), "alias" if names.has(called) else "mention")
    told = {"name": label, "iri": thing, "class": class_of(store, thing)}
    return side | {"thing": told, "as": known_as, "sentence": passage_under(store, thing, called)}


def _decide(names: Names, sides: Iterable[Known], verdict: str) -> dict[str, list[str]]:
    if verdict == "same":
        told = [side["name"] for side in sides if names.find(side["name"])]
        return {"different": told} if len(set(map(fold, told))) > 1 else {}
    things = [(side["thing"], side["name"]) for side in sides]
    words = [names.word(thing["iri"], thing["name"]) if thing else name for thing, name in things]
    return {"same": words, "different": words} if verdict == "unsure" else {"same": words}
