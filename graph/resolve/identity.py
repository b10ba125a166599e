"""By what a mention is known: the space of its class and a name in normal form that all its aliases share."""

from __future__ import annotations

import re

from ..gazetteer import HIGHEST_FIRST, Body, Gazetteer, Place
from ..model import Extraction, Mention
from ..ontology import Ontology
from .departments import department_of, departments
from .normal import normal
from .terms import known_fairs, known_terms

_STRATEGY = re.compile(r"(?:国家)?(?:战略|倡议)$")
_LOCAL = re.compile(r"^(省|市|县|区)(?![场民值级域块力委]|政协)(?=[一-龥]{2})|^(省|市|县|区)(?=委)")
_FIRM = re.compile(r"(?<=..)(?<!集团)(?:总公司|公司)$")
_SHORTEST_STRATEGY = 3
_TOLD_BY = 8  # characters of an article's id
_YEARS = re.compile(
    r"\((?:(?:19|20)\d\d年?(?:[-—–~至]+(?:(?:19|20)\d\d|\d\d)年?)?(?:版|修订)?|试行|暂行|征求意见稿|草案|送审稿|修订稿)\)$"
)
_TITLES = re.compile(r"^(?:中华人民共和国)")


def identity(
    mention: Mention, type: str, extraction: Extraction, ontology: Ontology, gazetteer: Gazetteer
) -> tuple[str, str, str]:
    """The space and the identifying name of a mention, and the reason where that is not its surface."""
    space = ontology.classes[type].space
    surface = normal(mention.surface)
    name = normal(mention.name) if mention.name else surface
    if ontology.fits(type, "Place"):
        place = place_of(name, extraction, gazetteer)
        if place is not None:
            reason = place.why(name) if normal(place.name) != surface else ""
            return "place", place.id.removeprefix("place/"), reason
        if len(gazetteer.by_name.get(name, ())) > 1:
            why = "several places have that name; the article does not say which"
            return space, of_its_article(name, extraction), why
    if ontology.fits(type, "Organisation"):
        return space, *_organisation(name, surface, mention, extraction, gazetteer)
    if type == "Policy":
        title, why = _policy(name)
        return space, title, why or (why_named(mention) if title != surface else "")
    listed = known_terms() if space in ("offering", "industry") else known_fairs() if type == "Fair" else {}
    if (term := listed.get(name, name)) != name:
        return space, term, f"“{name}” is a well-known name of “{term}”"
    return space, name, why_named(mention) if name != surface else ""


def of_its_article(name: str, extraction: Extraction) -> str:
    """A name that means something else in each article, as the name of what it means in this one: 甲@4f5e6a7b."""
    return f"{name}@{extraction.text.document.id[:_TOLD_BY]}"


def _policy(name: str) -> tuple[str, str]:
    dated = _YEARS.sub("", name)
    if dated != name:
        return dated, "title named without its years or its stage"
    stripped = _STRATEGY.sub("", name)
    if stripped != name and len(stripped) > _SHORTEST_STRATEGY:
        return stripped, "strategy named without its last word"
    return name, ""


def place_of(name: str, extraction: Extraction, gazetteer: Gazetteer) -> Place | None:
    """The known place of a name: where several share it, the one whose surroundings the document names, else the highest."""
    places = gazetteer.by_name.get(name, ())
    if len(places) < 2:
        return places[0] if places else None
    highest = min(HIGHEST_FIRST.index(place.type) for place in places)
    named = {normal(m.name or m.surface) for m in extraction.mentions}
    supported = [
        p
        for p in places
        if any(
            named.intersection(a.names) for a in gazetteer.ancestors(p) if a.type != "Country" and name not in a.names
        )
    ]
    if len(supported) == 1:
        return supported[0]
    top = [place for place in supported or places if HIGHEST_FIRST.index(place.type) == highest]
    return top[0] if len(top) == 1 else None


def _organisation(
    name: str, surface: str, mention: Mention, extraction: Extraction, gazetteer: Gazetteer
) -> tuple[str, str]:
    body = gazetteer.bodies.get(name) or _known_firm(name, gazetteer) or _known_organ(name, gazetteer)
    if body is not None:
        return normal(body.name), f"gazetteer: {body.name}" if normal(body.name) != surface else ""
    local = _LOCAL.match(name)
    if local and (seat := seat_of(extraction, local.group(1) or local.group(2), gazetteer)):
        here = normal(seat.name) + name[1:]
        return department_of(here, gazetteer) or here, f"the article is from {seat.name}"
    if name in departments():
        return of_its_article(name, extraction), "every place has one; the article does not say of which it speaks"
    if (full := department_of(name, gazetteer)) and full != name:
        return full, f"“{name}” is the short name of “{full}”"
    return _TITLES.sub("", name), why_named(mention) if name != surface else ""


def _known_organ(name: str, gazetteer: Gazetteer) -> Body | None:
    """The organ of state or bank that a name with 中国 before it means: 中国商务部 is 商务部, 中国工行 is 工行."""
    bare = name.removeprefix("中国")
    found = (gazetteer.bodies.get(bare), *gazetteer.weak_bodies.get(bare, ()))
    return next((b for b in found if b is not None and (b.type == "GovernmentBody" or bare.endswith("行"))), None)


def _known_firm(name: str, gazetteer: Gazetteer) -> Body | None:
    """The known firm that a name with 公司 or 总公司 behind it means: 甲行公司 is 甲行."""
    bare = _FIRM.sub("", name)
    if bare == name:
        return None
    found = (gazetteer.bodies.get(bare), *gazetteer.weak_bodies.get(bare, ()))
    return next((body for body in found if body is not None and body.type == "Company"), None)


def seat_of(extraction: Extraction, level: str, gazetteer: Gazetteer) -> Place | None:
    """The place that 市 or 省 before a body means: of that level in the dateline, else the first one named."""
    for mention in extraction.mentions:
        place = place_of(normal(mention.name or mention.surface), extraction, gazetteer)
        if place is not None and place.name.endswith(level) and place.type in ("Province", "City", "District"):
            return place
    return None


def why_named(mention: Mention) -> str:
    """Why a mention names something by another name, in words for a person."""
    return {
        "definition": f"the text defines “{mention.surface}” as another name",
        "entities": f"the list of entities has “{mention.surface}” as a name of it",
        "short-form": f"“{mention.surface}” keeps the distinctive characters of the full name in the same article",
        "brand": f"“{mention.surface}” stands right before the brand “{mention.name}”",
        "pointer": f"“{mention.surface}” points at the edition that the article is about",
        "surname": f"“{mention.surface}” is the surname of the one person of that name in the article",
        "branch": f"“{mention.surface}” is the branch of the only such body that the article names",
        "short-title": f"“{mention.surface}” is the title named in full in the article",
    }.get(mention.recogniser, f"“{mention.surface}” stands for it in the same article")
