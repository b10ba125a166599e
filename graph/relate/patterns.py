"""Relations by patterns: 以{o}为基础…{s} is matched on a sentence in which every group is one character of its class.

A placeholder is a private-use character that carries the class of its group, so that a pattern's slots are character
classes and one compiled expression serves every sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..ontology import Cue
from .arguments import subject_of
from .claims import Found, claims_between, held_back
from .scene import Group, Scene

_FIRST = 0xF0000
_PER_CLASS = 128
_GAP = r"[^。;!?\n]{0,24}?"
_ADVERBS = r"(?P<adverbs>(?:也|还|又|则|并未|并|已经|已|将|拟|曾|均|都|没有|未|不再|正在|正|一直|昨日|今日|近日|日前|此前|目前|昨天)*)"
_SLOT = re.compile(r"(\{s\}|\{o\}|…)")
_PARTNER = re.compile(r"[”\"]?(?:与|同|跟|携手)[“\"]?")
_TOGETHER = re.compile(r"[”\"]?(?:[两三四五六七八九十\d]+家|等|均|都)")


@dataclass(frozen=True, slots=True)
class _Encoded:
    """A sentence with one character a group; ``offsets[i]`` is where character ``i`` begins in the clean text."""

    text: str
    offsets: tuple[int, ...]
    groups: Mapping[int, Group]


def by_patterns(scene: Scene) -> Iterator[Found]:
    """What every match of a cue's pattern yields; a pattern that begins with {s} also matches without it at the start of a
    clause, with the subject carried over. Adverbs may stand behind {s}; how far the text goes is read behind them.
    """
    compiled = _compiled(
        tuple(cue for cue in scene.ontology.cues if cue.patterns), tuple(sorted(scene.ontology.classes))
    )
    if not compiled:
        return
    literals = _literals(tuple(dict.fromkeys(pattern for cue, _, _ in compiled for pattern in cue.patterns)))
    for number in range(len(scene.sentences)):
        if scene.in_body(number) and scene.groups[number]:
            whole = _encode(scene, number, frozenset())
            spoken = _said(scene, scene.groups[number], literals)
            for cue, expression, carried in compiled:
                said = _said(scene, spoken, _literals(cue.patterns)) if spoken else spoken
                encoded = _encode(scene, number, said) if said else whole
                for match in expression.finditer(encoded.text):
                    yield _found(scene, cue, number, encoded, match, carried)


def _found(scene: Scene, cue: Cue, sentence: int, encoded: _Encoded, match: re.Match[str], carried: bool) -> Found:
    start = encoded.offsets[match.start()]
    end = encoded.offsets[match.end() - 1] + 1
    objects = encoded.groups[match.start("o")]
    subject = subject_of(scene, sentence, start, cue.subjects) if carried else (encoded.groups[match.start("s")], 1.0)
    if subject and not carried and match.end("s") >= match.end():
        subject = (_before_partner(scene, subject[0]), 1.0)
    last = encoded.groups.get(match.end() - 1)
    if last is not None and _holds_unknown(scene, last):
        return Found(cue, start, end, (), "a place that no list knows stands right behind it")
    around = scene.key[max(0, start - 4) : end + 8]
    if verdict := held_back(cue, around):
        return Found(cue, start, end, (), verdict)
    said = match.groupdict().get("adverbs") is not None and encoded.offsets[match.end("adverbs")]
    return claims_between(scene, cue, sentence, said or start, end, subject, (objects,), 1.0)


def _holds_unknown(scene: Scene, group: Group) -> bool:
    """Whether a place only says where another lies that is none of the referents (代管四川省|某市)."""
    token = scene.token_at(group.end)
    unread = token is not None and token.tag == "LOC" and token.start == group.end
    return (
        unread and scene.ontology.fits(group.type, "Place") and not any(r.start == group.end for r in scene.referents)
    )


def _before_partner(scene: Scene, group: Group) -> Group:
    """The members of a list up to 与: in 旗下甲公司与乙大学签约 only the first is spoken of. 甲与乙两家 stay together."""
    if _TOGETHER.match(scene.key, group.end):
        return group
    for number, (left, right) in enumerate(itertools.pairwise(group.members), 1):
        if _PARTNER.fullmatch(scene.key[left.end : right.start]):
            return Group(group.members[:number])
    return group


def _said(scene: Scene, groups: Iterable[Group], literals: str) -> frozenset[Group]:
    """The groups that stand word for word in patterns (律师 is a post, and a word of 的代理律师{s})."""
    return frozenset(group for group in groups if scene.key[group.start : group.end] in literals)


@lru_cache(maxsize=512)
def _literals(patterns: tuple[str, ...]) -> str:
    return "|".join(patterns)


def _encode(scene: Scene, sentence: int, said: frozenset[Group]) -> _Encoded:
    """The sentence with a sign for each group but those in ``said``."""
    span = scene.sentences[sentence]
    order = {name: i for i, name in enumerate(sorted(scene.ontology.classes))}
    text: list[str] = []
    offsets: list[int] = []
    groups: dict[int, Group] = {}
    at = span.start
    found = [group for group in scene.groups[sentence] if group not in said]
    for number, group in enumerate(found):
        follows = found[number + 1] if number + 1 < len(found) else None
        if follows and follows.start == group.end and _places(scene, group, follows):
            text.extend(scene.key[at : group.start])
            offsets.extend(range(at, group.start))
            at = group.end
            continue  # 甲省乙市: the place meant is the last
        text.extend(scene.key[at : group.start])
        offsets.extend(range(at, group.start))
        groups[len(text)] = group
        text.append(chr(_FIRST + order[group.type] * _PER_CLASS + number % _PER_CLASS))
        offsets.append(group.start)
        at = group.end
    text.extend(scene.key[at : span.end])
    offsets.extend(range(at, span.end))
    return _Encoded("".join(text), tuple(offsets), groups)


def _places(scene: Scene, left: Group, right: Group) -> bool:
    return all(scene.ontology.fits(group.type, "Place") for group in (left, right))


@lru_cache(maxsize=4)
def _compiled(cues: tuple[Cue, ...], classes: tuple[str, ...]) -> tuple[tuple[Cue, re.Pattern[str], bool], ...]:
    order = {name: i for i, name in enumerate(classes)}

    def slot(name: str, admitted: frozenset[str]) -> str:
        ranges = (
            f"{chr(_FIRST + order[c] * _PER_CLASS)}-{chr(_FIRST + order[c] * _PER_CLASS + _PER_CLASS - 1)}"
            for c in sorted(admitted)
        )
        return f'[“"《]?(?P<{name}>[{"".join(ranges)}])[”"》]?'

    found: list[tuple[Cue, re.Pattern[str], bool]] = []
    for cue in cues:
        slots = {"{s}": slot("s", cue.subjects), "{o}": slot("o", cue.objects), "…": _GAP}
        for pattern in cue.patterns:
            parts = [slots.get(part) or re.escape(part) for part in _SLOT.split(pattern) if part]
            if pattern.startswith("{s}"):
                parts.insert(1, _ADVERBS)
            found.append((cue, re.compile("".join(parts)), False))
            if pattern.startswith("{s}"):
                found.append((cue, re.compile(r"(?<=[,;。])" + "".join(parts[1:])), True))
    return tuple(found)
