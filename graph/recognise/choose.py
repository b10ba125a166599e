"""Of overlapping mentions, which stay: the longer and the surer, and what may stand inside what."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Mention
from ..ontology import Ontology
from ..script import simplified

# A place in the name of a body says where the body is; a series stands inside the name of its edition.
_MAY_NEST = (
    ("Place", "Organisation"),
    ("Place", "Product"),
    ("Place", "Policy"),
    ("Place", "Facility"),
    ("Fair", "FairEdition"),
    ("Fair", "Organisation"),
)
_NOT_NESTING = frozenset({"University", "Media", "Association"})


def choose(mentions: Iterable[Mention], ontology: Ontology) -> tuple[Mention, ...]:
    """The mentions that stand, in the order of the text; of two on one span the surer, of two that cross the longer."""
    best: dict[tuple[int, int], Mention] = {}
    for mention in mentions:
        span = (mention.start, mention.end)
        if span not in best or _goes_before(mention, best[span], ontology):
            best[span] = mention
    listed = [mention for mention in best.values() if mention.recogniser == "entities"]
    standing = [m for m in best.values() if not any(_describes(m, one, ontology) for one in listed)]
    kept: list[Mention] = []
    for mention in sorted(standing, key=lambda m: (-(m.end - m.start) * m.score, m.start, m.end)):
        if all(_compatible(mention, other, ontology) for other in kept if _overlap(mention, other)):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: (m.start, -m.end)))


def _describes(mention: Mention, listed: Mention, ontology: Ontology) -> bool:
    """Whether a mention is a name that a user lists with a body of some kind before it (日用品公司某某公司)."""
    if not (mention.start < listed.start and mention.end == listed.end):
        return False
    before = simplified(mention.surface[: listed.start - mention.start])
    bodies = (cls for name, cls in ontology.classes.items() if ontology.fits(name, "Organisation"))
    return before.endswith(tuple(ending for cls in bodies for ending in cls.suffixes))


def _goes_before(mention: Mention, other: Mention, ontology: Ontology) -> bool:
    """Whether a mention is the better of two on one span: the surer, but a user's own class before one above it."""
    for one, two, wins in ((mention, other, True), (other, mention, False)):
        if ontology.is_own(one.type) and one.type != two.type and ontology.fits(one.type, two.type):
            return wins
    return _rank(mention) > _rank(other)


def _rank(mention: Mention) -> tuple[float, bool, str]:
    return (mention.score, bool(mention.name), mention.type)


def _overlap(left: Mention, right: Mention) -> bool:
    return left.start < right.end and right.start < left.end


def _says_nothing(inner: Mention, outer: Mention, ontology: Ontology) -> bool:
    """Whether a name within another does not say where the other is: 上海合作组织 is not in 上海, a fleet not in its ocean."""
    if inner.type == "Place" and ontology.fits(outer.type, "Organisation"):
        return True
    if outer.surface.endswith(("路", "街", "大道", "巷")):
        return True  # 上海路 is in Shanghai only by chance
    return outer.recogniser == "gazetteer" and outer.type == "Organisation"


def _compatible(mention: Mention, kept: Mention, ontology: Ontology) -> bool:
    """Whether a mention may stand beside a kept one that it overlaps: as a nested name of an admitted kind."""
    inner, outer = sorted((mention, kept), key=lambda m: m.end - m.start)
    if inner.recogniser == "parent":
        return inner.start == outer.start
    if _says_nothing(inner, outer, ontology):
        return False
    if outer.type == "Venue" and ontology.fits(inner.type, "Place"):
        return inner.end == outer.end - 1 and outer.surface.endswith((")", "）"))  # 国家会展中心(上海)
    if inner.type == "Country" and outer.recogniser == "title":
        return False  # 《中华人民共和国…法》 is not about the country
    if outer.type == "Facility" and (inner.recogniser != "gazetteer" or inner.type == "Country"):
        return False
    if outer.type == "ResearchInstitute" and not inner.surface.endswith(("省", "市")):
        return False
    if not (outer.start <= inner.start and inner.end <= outer.end) or outer.type in _NOT_NESTING:
        return False
    return any(ontology.fits(inner.type, a) and ontology.fits(outer.type, b) for a, b in _MAY_NEST)
