"""Entities from clusters and merges: identity, class, names, mentions, and the judgements that explain them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..authority import Entry
from ..firms import short_forms
from ..gazetteer import Gazetteer
from ..model import Entity, Extraction, Judgement, Mention, Script, Verdict
from ..ontology import Ontology
from ..script import simplified, traditional
from .bundles import Key
from .clusters import Cluster, all_names, heaviest
from .editions import Merge
from .merge import closed
from .normal import normal

_SLUG = re.compile(r"[^\w\-·]+")
_BRACKETS = re.compile(r"[()—@ ]")
_MOST_HIDDEN = 6
Ids = Mapping[tuple[int, int], str]


def entities_of(
    clusters: Sequence[Cluster],
    found: Sequence[Merge],
    extractions: Sequence[Extraction],
    ontology: Ontology,
    gazetteer: Gazetteer,
    listed: Mapping[str, Entry],
) -> tuple[tuple[Entity, ...], tuple[Judgement, ...], Ids]:
    """Entities sorted by id, judgements, and the id of the entity of each mention by (document, mention).

    ``listed`` are a user's entries by the ids of their entities.
    """
    moved = closed(found)
    groups: dict[Key, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        groups[moved.get(cluster.key, cluster.key)].append(cluster)
    entities, judgements = [], []
    ids: dict[tuple[int, int], str] = {}
    for key in sorted(groups):
        entry = listed.get(id_of(key))
        entity = _entity(key, groups[key], extractions, ontology, gazetteer, entry)
        entities.append(entity)
        ids.update(((c.document, member), entity.id) for c in groups[key] for member in c.members)
        judgements.extend(_judgements(entity, key, groups[key], found, moved))
    return tuple(sorted(entities, key=lambda e: e.id)), tuple(judgements), ids


def id_of(key: Key) -> str:
    """The id of the entity of a key: its space and the name as a slug."""
    return f"{key[0]}/{slug(key[1])}"


_PLACES = ("Region", "Province", "City", "District", "Place")


def slug(name: str) -> str:
    """A name as the last segment of an IRI: letters, digits, Han characters; everything else is a hyphen.

    Where marks fall that tell names apart (C++ and C#), a hash of the name follows.
    """
    plain = _SLUG.sub("-", name).strip("-") or "x"
    lost = _SLUG.sub("", _BRACKETS.sub("", name)) != _BRACKETS.sub("", name)
    return f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:6]}" if lost and plain != "x" else plain


def _entity(
    key: Key,
    clusters: Sequence[Cluster],
    extractions: Sequence[Extraction],
    ontology: Ontology,
    gazetteer: Gazetteer,
    entry: Entry | None,
) -> Entity:
    types: Counter[str] = Counter()
    for cluster in clusters:
        types.update(cluster.types)
    place = gazetteer.places.get(f"place/{key[1]}") if key[0] == "place" else None
    type = entry.type if entry else ontology.standing_for(place.type) if place else heaviest(types, ontology)
    names = _names(clusters, key, type)
    if not any(cluster.names for cluster in clusters):
        names.extend(_pointing(clusters, extractions))
    if place and all(len(name) == 1 for name in names):
        names = [place.name, *names]  # 京 alone is no label
    known = place.name if place else ""
    own = _own_names(entry, clusters, extractions) if entry else ()
    if own and all(normal(name) != normal(own[0]) for name in names):
        names = [own[0], *names]  # the name that the user prefers
    hidden = _hidden(names, key[1], type, known, ontology, gazetteer)
    used = {normal(name) for name in (*names, *hidden)}
    facts = entry.facts if entry else ()
    return Entity(
        id=id_of(key),
        type=type,
        name=names[0],
        aliases=tuple(names[1:]),
        hidden=(*hidden, *(name for name in own if normal(name) not in used)),
        mentions=_mentions(clusters, extractions),
        code=place.code if place and place.code.isdigit() else "",
        same_as=entry.same_as if entry else (),
        properties=tuple(sorted((name, value) for name, value in facts if ontology.properties[name].literal)),
    )


def _pointing(clusters: Sequence[Cluster], extractions: Sequence[Extraction]) -> list[str]:
    """全国 or 我国, in the text's script, where that is all that texts call the nation whose figures they give."""
    found = (extractions[c.document].mentions[member] for c in clusters for member in c.members)
    return sorted({m.surface for m in found if m.recogniser == "deictic"})


def _own_names(entry: Entry, clusters: Sequence[Cluster], extractions: Sequence[Extraction]) -> tuple[str, ...]:
    """The names that a user gives, in the script of the first document that has one."""
    first = min((extractions[c.document].text for c in clusters), key=lambda text: text.document.id)
    convert = traditional if first.script is Script.HANT else simplified
    return tuple(map(convert, entry.names))


def _names(clusters: Sequence[Cluster], key: Key, type: str) -> list[str]:
    """The names that texts use, the preferred one first: a firm's or fair's full name, else the identifying or commonest."""
    total = all_names(clusters)
    best: dict[str, str] = {}
    for name in sorted(total, key=lambda n: (-total[n], n)):
        best.setdefault(normal(name), name)
    wanted = key[1].split("@")[0]

    def order(form: str) -> tuple[bool, int, int, str]:
        full = type in ("Company", "Fair", "FairEdition", "Event", "Policy")
        # 甲省乙市 is what a text says of 乙市, not what it is called.
        address = type in _PLACES and any(form != other and form.endswith(other) for other in best)
        return (form != wanted, -len(form) if full else int(address), -total[best[form]], form)

    ordered = [best[form] for form in sorted(best, key=order)]
    return ordered or [wanted]


def _hidden(
    names: Sequence[str], key: str, type: str, known: str, ontology: Ontology, gazetteer: Gazetteer
) -> tuple[str, ...]:
    """Names that no text uses alone: the gazetteer's full name, the short forms of a firm."""
    used = {normal(name) for name in names}
    derived: list[str] = [known] if known else []
    if type == "Company":
        derived.extend(short_forms(key, ontology.lexicon("Company").prefixes, gazetteer))
    elif type == "GovernmentBody" and key not in used:
        derived.append(key)
    return tuple(name for name in dict.fromkeys(derived) if normal(name) not in used)[:_MOST_HIDDEN]


def _mentions(clusters: Iterable[Cluster], extractions: Sequence[Extraction]) -> tuple[Mention, ...]:
    found = [extractions[c.document].mentions[member] for c in clusters for member in c.members]
    return tuple(sorted(found, key=lambda m: (m.document, m.start, m.end)))


def _judgements(
    entity: Entity, key: Key, clusters: Sequence[Cluster], found: Sequence[Merge], moved: Mapping[Key, Key]
) -> list[Judgement]:
    reasons: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for cluster in clusters:
        for name, why in cluster.reasons.items():
            if normal(name) != normal(entity.name):
                reasons[name].append(why)
    for gone, stays, reason, score in found:
        if moved.get(gone) == key or stays == key:
            reasons[gone[1]].append((reason, score))
    best = {name: max(whys, key=lambda why: (why[1], why[0])) for name, whys in reasons.items()}
    return [Judgement(entity.id, name, Verdict.SAME, score, reason) for name, (reason, score) in sorted(best.items())]
