"""Names that one article of a build defines or shortens, recognised in the others too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..firms import LEGAL_FORM, short_forms
from ..gazetteer import load_gazetteer, longest_matches
from ..model import Mention, Reading
from ..ontology import Ontology
from .choose import choose
from .occasions import numbered_again
from .view import View

_SHARED = ("Organisation", "Platform", "Fair", "Person", "Policy")
_LEAST = 3
_APPS = ("app", "小程序", "客户端")
_MARKS = re.compile(r"[“” ]")
_POINTS = re.compile(r"^[《“]|方案|意见|办法|规划|纲要|计划|通知")  # 《行动方案》 is another policy elsewhere


def names_of(readings: Iterable[Reading]) -> Mapping[str, str]:
    """The class by the name (normal form) of what articles name in full, define or shorten, where all agree on it."""
    found: dict[str, set[str]] = {}
    for reading in readings:
        for mention in reading.mentions:
            name = reading.text.key[mention.start : mention.end]
            sure = mention.recogniser in ("definition", "short-form") or (
                mention.recogniser == "structure" and mention.type == "Company" and mention.score >= 0.9
            )
            sure = sure or (mention.type == "Person" and "·" in name)  # the tagger cuts foreign names
            if mention.type == "Product" and name.endswith(_APPS):
                sure, name = True, _MARKS.sub("", name)
            if sure and len(name) >= _LEAST and not (mention.type == "Policy" and _POINTS.search(name)):
                found.setdefault(name, set()).add(mention.type)
    return {name: next(iter(types)) for name, types in sorted(found.items()) if len(types) == 1}


def shared_names(readings: Sequence[Reading], ontology: Ontology) -> list[Reading]:
    """The readings with mentions added for organisations, platforms, fairs, policies and foreigners that other articles introduce."""
    names = {
        name: type
        for name, type in names_of(readings).items()
        if any(ontology.fits(type, s) for s in _SHARED) or name.endswith(_APPS)
    }
    foreign = [name for name, type in names.items() if type == "Person"]
    names = {n: t for n, t in names.items() if t != "Person" or not any(f != n and f.startswith(n) for f in foreign)}
    names |= dict.fromkeys(_derived(names, ontology), "Company")
    return [_with(reading, names, ontology) for reading in readings] if names else list(readings)


def _derived(names: Mapping[str, str], ontology: Ontology) -> list[str]:
    """Short forms of firms that are named in full, where only one firm has them and they are long enough to be names."""
    trades = ontology.lexicon("Company").prefixes
    owners: dict[str, set[str]] = {}
    for name, type in names.items():
        if type == "Company" and LEGAL_FORM.search(name):
            for form in short_forms(name, trades, load_gazetteer()):
                owners.setdefault(form, set()).add(name)
    return sorted(
        form for form, firms in owners.items() if len(firms) == 1 and len(form) > _LEAST and form not in names
    )


def _with(reading: Reading, names: Mapping[str, str], ontology: Ontology) -> Reading:
    known = {reading.text.key[m.start : m.end] for m in reading.mentions}
    new = {name: type for name, type in names.items() if name not in known and name in reading.text.key}
    if not new:
        return reading
    text = reading.text
    more = [
        Mention(text.document.id, start, end, text.clean[start:end], new[text.key[start:end]], "corpus", 0.85)
        for start, end in longest_matches(text.key, new)
    ]
    mentions = choose([*reading.mentions, *more], ontology)
    if "Fair" in new.values() and "FairEdition" in ontology.classes:
        view = View(text, reading.tokens, ontology, load_gazetteer(), mentions)
        mentions = choose([*mentions, *numbered_again(view)], ontology)
    return replace(reading, mentions=mentions)
