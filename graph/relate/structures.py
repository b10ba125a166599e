"""Relations that stand in names and in how they are put side by side: editions of fairs, places in and before names,
policies on regions, zones and exhibitors of the fair that an article is about.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ..gazetteer import Place
from ..model import Claim, Mention, Status
from .scene import Referent, Scene

_SUBJECTS = ("Industry", "Technology", "Product")  # what the title of a policy may name as its subject
_LEAST_SUBJECT = 3
_LIES = re.compile(r"(?:地处|位于|坐落于|坐落在|处于)[^,。;的]{0,9}$")
_LIST = re.compile(r"\s?(?:、|和|与|及|以及)\s?")
# What kind of body follows, between a place and the name (某国汽车巨头某某).
_OF_KIND = re.compile(
    r"(?:大型|著名|知名|最大的?|跨国|老牌|本土|上市|头部|龙头|新兴)*[一-龥]{0,5}(?:巨头|公司|企业|机构|制造商|零售商|运营商|供应商|开发商|服务商|车企|药企|智库|券商|投行|独角兽|厂商|龙头|品牌)"
)
_SURE = 0.65
_SUB_EVENT = re.compile(r"(?:分论坛|平行论坛|主论坛|高层论坛|分会场|边会)$")
_UNITS = ("Country", "Province", "City", "District", "Region", "Place")
_PLACED = ("Organisation", "Facility", "Venue", "Platform")


def by_structure(scene: Scene, edition: int | None) -> Iterator[Claim]:
    """All claims of this kind."""
    for i, mention in enumerate(scene.mentions):
        yield from _edition_of(scene, i, mention)
        yield from _place_in_name(scene, i, mention)
        yield from _policy_on_region(scene, i, mention)
        yield from _parent(scene, i, mention)
    yield from _adjacent(scene)
    yield from _opening_place(scene)
    yield from _sub_events(scene, edition)
    if edition is not None:
        yield from _zones(scene, edition)


def exhibitors(scene: Scene, claims: Sequence[Claim], edition: int | None) -> Iterator[Claim]:
    """An organisation that shows something in an article on one edition exhibits at that edition."""
    if edition is None:
        return
    seen: set[int] = set()
    for claim in claims:
        mention = scene.mentions[claim.subject]
        shows = claim.predicate == "exhibits" and claim.status in (Status.ASSERTED, Status.PLANNED)
        if shows and claim.subject not in seen and scene.ontology.fits(mention.type, "Organisation"):
            seen.add(claim.subject)
            yield Claim(
                claim.subject,
                "exhibitsAt",
                edition,
                claim.start,
                claim.end,
                "frame:exhibitor",
                round(claim.score * 0.85, 2),
                claim.status,
            )


def _made(scene: Scene, s: int, p: str, o: int, at: Mention | Referent, how: str, score: float) -> Claim:
    sentence = next((x for x in scene.sentences if x.start <= at.start < x.end), None)
    start, end = (sentence.start, sentence.end) if sentence else (at.start, at.end)
    return Claim(s, p, o, start, end, how, score)


def _edition_of(scene: Scene, i: int, mention: Mention) -> Iterator[Claim]:
    if mention.type != "FairEdition" or mention.recogniser == "pointer":
        return
    for j in range(max(0, i - 2), min(len(scene.mentions), i + 4)):
        other = scene.mentions[j]
        if other.type == "Fair" and mention.start <= other.start and other.end <= mention.end:
            yield _made(scene, i, "editionOf", j, mention, "structure:edition", 0.95)
            return


def _place_in_name(scene: Scene, i: int, mention: Mention) -> Iterator[Claim]:
    """The place in a firm's name, or right before it, counts as said; that in the name of a ministry is its country."""
    fits = scene.ontology.fits
    if not any(fits(mention.type, kind) for kind in _PLACED) or mention.type in ("University", "Media"):
        return
    for j in range(max(0, i - 2), min(len(scene.mentions), i + 3)):
        place = scene.mentions[j]
        abroad = (
            place.type == "Country"
            and mention.type in ("Company", "Organisation")
            and scene.key[place.start : place.end] != "中国"
        )
        if j == i or not (abroad or place.type in ("Province", "City", "District")):
            continue
        inside = (
            place.start == mention.start
            and place.end < mention.end
            and any(fits(mention.type, kind) for kind in ("Company", "Facility", "ResearchInstitute", "GovernmentBody"))
            and "驻" not in scene.key[mention.start : mention.end]  # 某省驻某市办事处 lies in the other
            and mention.recogniser != "gazetteer"  # 阿里 in 阿里巴巴 is no place
        )
        kind = mention.start - place.end < 16 and _OF_KIND.fullmatch(scene.key[place.end : mention.start])
        before = (place.end == mention.start or kind) and not fits(mention.type, "GovernmentBody")
        if inside or (before and not _in_list(scene, place)):
            yield _made(scene, i, "locatedIn", j, mention, "structure:place-in-name", 0.9 if inside else 0.8)


def _parent(scene: Scene, i: int, mention: Mention) -> Iterator[Claim]:
    """What begins with the name of something larger of its kind is part of it (某某大学某某学院)."""
    if mention.recogniser != "parent":
        return
    for j in range(max(0, i - 2), min(len(scene.mentions), i + 3)):
        outer = scene.mentions[j]
        if outer.start == mention.start and outer.end > mention.end and outer.type not in ("Person", "Position"):
            firms = outer.type == mention.type == "Company"
            yield _made(scene, j, "subsidiaryOf" if firms else "partOf", i, mention, "structure:parent", 0.85)


def _in_list(scene: Scene, place: Mention) -> bool:
    return bool(_LIST.search(scene.key[max(0, place.start - 2) : place.start]))


def _policy_on_region(scene: Scene, i: int, mention: Mention) -> Iterator[Claim]:
    """A policy whose title begins with a place concerns it, and so with a trade or technique that the text names elsewhere."""
    if mention.type != "Policy":
        return
    for j in range(max(0, i - 3), min(len(scene.mentions), i + 4)):
        place = scene.mentions[j]
        nested = mention.start <= place.start <= mention.start + 1 and place.end < mention.end
        if nested and place.type in ("Region", "Province", "City", "District"):
            yield _made(scene, i, "concerns", j, mention, "structure:title", 0.85)
    title = scene.key[mention.start : mention.end]
    told: set[str] = set()
    for j, other in enumerate(scene.mentions):
        name = scene.key[other.start : other.end]
        if (
            other.type in _SUBJECTS
            and len(name) >= _LEAST_SUBJECT
            and name in title
            and name != title
            and name not in told
        ):
            told.add(name)
            yield _made(scene, i, "concerns", j, mention, "structure:title", 0.8)


def _adjacent(scene: Scene) -> Iterator[Claim]:
    """Places side by side, the larger first (甲省乙市), with a list behind sharing the larger (甲市乙区和丙区)."""
    for groups in scene.groups:
        places = [(g, m) for g in groups for m in g.members if m.type in _UNITS]
        for (_, left), (group, right) in itertools.pairwise(places):
            if (
                _beside(scene, left, right)
                and scene.mentions[right.mention].score >= _SURE
                and right.end > right.start
                and _holds(scene, left, right)
            ):
                yield _made(scene, right.mention, "partOf", left.mention, right, "structure:adjacent-places", 0.9)
                at = group.members.index(right)
                yield from (
                    _made(scene, member.mention, "partOf", left.mention, member, "structure:adjacent-places", 0.8)
                    for member in group.members[at + 1 :]
                    if member.type == right.type
                    and not _followed(group.members, member)
                    and _may_hold(scene, left, member)
                )


def _beside(scene: Scene, left: Referent, right: Referent) -> bool:
    """Whether two places stand side by side, perhaps with 的 between (甲市的乙镇)."""
    if _LIES.search(scene.key, max(0, left.start - 12), left.start):
        return left.end == right.start  # 地处甲区的乙镇 says where it lies
    return left.end == right.start or (
        scene.key[left.end : right.start] == "的" and right.type in ("District", "Place")
    )


def _opening_place(scene: Scene) -> Iterator[Claim]:
    """在甲县,…的产业园: what a sentence that opens with a place speaks of next lies there."""
    for clauses in scene.clauses:
        first = clauses[0] if clauses else None
        if first is None or len(first.groups) == 0 or scene.key[first.start] != "在":
            continue
        places = [g for g in first.groups if scene.ontology.fits(g.type, "Place")]
        if not places or places[-1].end != first.end - 1 or scene.key[first.end - 1] != ",":
            continue
        for clause in clauses[1:3]:
            for group in clause.groups:
                for member in group.members:
                    if (
                        member.type in ("Facility", "Venue", "Platform", "ResearchInstitute")
                        and member.start == scene.mentions[member.mention].start
                    ):
                        yield _made(
                            scene,
                            member.mention,
                            "locatedIn",
                            places[-1].members[-1].mention,
                            member,
                            "structure:opening-place",
                            0.65,
                        )


def _sub_events(scene: Scene, edition: int | None) -> Iterator[Claim]:
    """Parallel and sub-forums named in an article on one edition of a fair or forum are part of it."""
    if edition is None:
        return
    for i, mention in enumerate(scene.mentions):
        if mention.type == "Event" and i != edition and _SUB_EVENT.search(scene.key[mention.start : mention.end]):
            yield _made(scene, i, "partOf", edition, mention, "frame:event", 0.8)


def _followed(members: Sequence[Referent], member: Referent) -> bool:
    """Whether a member is itself the larger place of the one behind it (甲市和乙市丙区)."""
    return any(other.start == member.end for other in members)


def _holds(scene: Scene, left: Referent, right: Referent) -> bool:
    """Whether the left place can hold the right: the gazetteer says so, or its class is the higher and nothing denies it."""
    if left.type == "Place" and scene.key[left.start : left.end].endswith(("路", "街", "大道")):
        return False
    if right.type == "Country" or left.type == right.type == "Province":
        return False
    order = ("Country", "Region", "Province", "City", "District", "Place")
    return _may_hold(scene, left, right) and order.index(left.type) <= order.index(right.type)


def _may_hold(scene: Scene, left: Referent, right: Referent) -> bool:
    above, below = _known(scene, left), _known(scene, right)
    if not above or not below:
        return True
    if any(place.type == "Country" for place in above):
        return any(ancestor in above for place in below for ancestor in scene.gazetteer.ancestors(place))
    return any(ancestor in above for place in below for ancestor in scene.gazetteer.ancestors(place))


def _known(scene: Scene, referent: Referent) -> tuple[Place, ...]:
    mention = scene.mentions[referent.mention]
    name = mention.name or scene.key[mention.start : mention.end]
    return scene.gazetteer.by_name.get(name, ())


def _zones(scene: Scene, edition: int) -> Iterator[Claim]:
    """Zones named in an article on one edition are parts of it."""
    seen: set[str] = set()
    for i, mention in enumerate(scene.mentions):
        if mention.type == "ExhibitionZone" and mention.surface not in seen:
            seen.add(mention.surface)
            yield _made(scene, i, "partOf", edition, mention, "frame:zone", 0.85)
