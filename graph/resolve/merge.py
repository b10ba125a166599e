"""Clusters of all documents brought together: equal identities, short and full names, editions of one series, people.

Every merge beyond an equal name has a reason. Where a short form fits two full names, nothing is merged: two firms that
share a short form stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..firms import short_forms
from ..gazetteer import Gazetteer
from ..ontology import Ontology
from .clusters import Cluster
from .identity import normal
from .terms import known_terms

Key = tuple[str, str]
Merge = tuple[Key, Key, str, float]

_EDITION = re.compile(r"^(第[一二三四五六七八九十百零〇\d]+[届次]|首届|(?:19|20)\d\d年?(?:度)?)(.+)$")
_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九")}


def merges(clusters: Sequence[Cluster], ontology: Ontology, gazetteer: Gazetteer) -> list[Merge]:
    """What is to be one: (the key that goes, the key that stays, reason, score), independent of the order of documents."""
    by_key: dict[Key, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        by_key[cluster.key].append(cluster)
    known = _aliases(by_key)
    found = [
        *_defined_elsewhere(by_key, known),
        *_companies(by_key, ontology, gazetteer),
        *_series(by_key),
        *_terms(by_key),
        *_technologies(by_key),
    ]
    moved = closed(found)
    editions = list(_editions(by_key, moved, known))
    return sorted({*found, *editions})


def _aliases(by_key: Mapping[Key, list[Cluster]]) -> Mapping[Key, Key]:
    """What each alias that a text defines or shortens names, where all texts agree on it."""
    owners: dict[Key, set[Key]] = defaultdict(set)
    for key, clusters in by_key.items():
        for cluster in clusters:
            for name in cluster.reasons:
                owners[(key[0], normal(name))].add(key)
    return {alias: next(iter(keys)) for alias, keys in owners.items() if len(keys) == 1 and alias not in keys}


def _defined_elsewhere(by_key: Mapping[Key, list[Cluster]], known: Mapping[Key, Key]) -> Iterator[Merge]:
    """Names that one article defines and another uses without defining them."""
    for alias, key in known.items():
        if alias in by_key and key[0] in ("org", "occasion", "platform"):
            yield alias, key, f"another article introduces “{alias[1]}” for “{key[1]}”", 0.9


def closed(found: Iterable[Merge]) -> Mapping[Key, Key]:
    """Where each key ends up when all merges are followed."""
    step = {gone: stays for gone, stays, _, _ in found}

    def end(key: Key) -> Key:
        seen = {key}
        while key in step and step[key] not in seen:
            key = step[key]
            seen.add(key)
        return key

    return {key: end(key) for key in step}


def _companies(by_key: Mapping[Key, list[Cluster]], ontology: Ontology, gazetteer: Gazetteer) -> Iterator[Merge]:
    """Short names of firms across documents, where exactly one full name has that short form."""
    prefixes = ontology.lexicon("Company").prefixes
    owners: dict[str, set[Key]] = defaultdict(set)
    for key in by_key:
        if key[0] == ontology.lexicon("Company").space and re.search(r"(?:有限(?:责任)?公司|集团|公司)$", key[1]):
            for form in short_forms(key[1], prefixes, gazetteer):
                owners[form].add(key)
    groups = {
        key: (key[0], form)
        for form, keys in owners.items()
        for key in keys
        if form.endswith("集团") and (key[0], form) in by_key
    }
    for form, keys in owners.items():
        short = (ontology.lexicon("Company").space, form)
        full = {key for key in keys if key != short and key not in groups.values()} or keys - {short}
        if short in by_key and len(full) == 1:
            stays = next(iter(full))
            yield short, stays, f"“{form}” is what remains of “{stays[1]}” without place, trade and legal form", 0.9
        alone = [key for key in by_key if key[0] == short[0] and key != short and _placed(key[1], form, gazetteer)]
        yield from (
            (key, next(iter(full)), f"“{key[1]}” is “{form}” with its place before it", 0.85)
            for key in alone
            if len(full) == 1 and key not in full
        )


def _placed(name: str, form: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is a short form with only a place before it (某省某飞)."""
    return name.endswith(form) and len(form) > 2 and name[: -len(form)] in gazetteer.by_name


def _series(by_key: Mapping[Key, list[Cluster]]) -> Iterator[Merge]:
    """Short names of fairs whose characters stand, in their order, in exactly one full name."""
    fairs = [key for key, found in by_key.items() if any("Fair" in cluster.types for cluster in found)]
    full = [key for key in fairs if len(key[1]) > 6]
    for short in fairs:
        if len(short[1]) > 4:
            continue
        fitting = [key for key in full if _keeps(short[1], key[1])]
        if len(fitting) == 1:
            yield short, fitting[0], f"“{short[1]}” keeps characters of “{fitting[0][1]}” in their order", 0.85


def _keeps(short: str, full: str) -> bool:
    at = 0
    for character in short:
        at = full.find(character, at) + 1
        if not at:
            return False
    return full.endswith(short[-1])


def _editions(
    by_key: Mapping[Key, list[Cluster]], moved: Mapping[Key, Key], known: Mapping[Key, Key]
) -> Iterator[Merge]:
    """Editions of one series with one number or year, however the series is called."""
    groups: dict[tuple[Key, str], list[Key]] = defaultdict(list)
    for key, found in by_key.items():
        match = _EDITION.match(key[1]) if any("FairEdition" in c.types for c in found) else None
        if match:
            series = (key[0], match.group(2))
            series = known.get(series, series)
            groups[(moved.get(series, series), _number(match.group(1)))].append(key)
    for (series, number), keys in groups.items():
        stays = max(keys, key=lambda k: (len(k[1]), k[1]))
        yield from (
            (key, stays, f"edition {number} of “{series[1]}” under another name", 0.9) for key in keys if key != stays
        )


def _number(words: str) -> str:
    """An edition's number or year in digits."""
    digits = re.search(r"\d+", words)
    if digits:
        return digits.group()
    if words == "首届":
        return "1"
    plain = words.strip("第届次")
    if plain and all(c in _NUMERALS for c in plain):
        return "".join(str(_NUMERALS[c]) for c in plain)
    total, digit = 0, 0
    for c in words.strip("第届次"):
        if c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            digit = _NUMERALS.get(c, 0)
    return str(total + digit)


def _terms(by_key: Mapping[Key, list[Cluster]]) -> Iterator[Merge]:
    """Well-known terms under other names (AI技术 is 人工智能), from the gazetteer."""
    for space in ("offering", "industry"):
        for alias, name in known_terms().items():
            if (space, alias) in by_key and alias != name:
                yield (space, alias), (space, name), f"“{alias}” is a well-known name of “{name}”", 0.95


def _technologies(by_key: Mapping[Key, list[Cluster]]) -> Iterator[Merge]:
    """X and X技术, or 数字X技术 and 全数字X技术, in one document: the fuller name stays."""
    offerings = [key for key in by_key if key[0] == "offering"]
    for short in offerings:
        documents = {cluster.document for cluster in by_key[short]}
        fitting = [
            key
            for key in offerings
            if key != short and _fuller(short[1], key[1]) and documents & {c.document for c in by_key[key]}
        ]
        if len(fitting) == 1:
            yield short, fitting[0], f"“{short[1]}” is “{fitting[0][1]}” said shorter in the same article", 0.8


def _fuller(short: str, full: str) -> bool:
    one, other = short.removesuffix("技术"), full.removesuffix("技术")
    if one == other:
        return len(full) > len(short)
    return full.endswith("技术") and short.endswith("技术") and other in (f"全{one}", f"新{one}", f"超{one}")
