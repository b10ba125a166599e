"""An article that holds several reports, taken apart: each is related by itself, with what is common to all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model import Claim, Measure, Mention, Part, Reading, Sentence

_SUBJECTS = frozenset({"Fair", "FairEdition", "Event", "Company", "University", "Product", "Policy"})


@dataclass(frozen=True, slots=True)
class Item:
    """One report of a reading as a reading of its own, at the same offsets; ``indices`` are where its mentions stand in
    the whole one, ``starts`` where the sentences begin that are this report's and no other's.
    """

    reading: Reading
    indices: tuple[int, ...]
    starts: frozenset[int]

    def claim(self, claim: Claim) -> Claim:
        """A claim of this item in the mentions of the whole reading."""
        at = self.indices
        return replace(
            claim,
            subject=at[claim.subject],
            object=at[claim.object] if isinstance(claim.object, int) else claim.object,
            qualifiers=tuple((name, at[v] if isinstance(v, int) else v) for name, v in claim.qualifiers),
        )

    def measure(self, measure: Measure) -> Measure:
        """A measure of this item in the mentions of the whole reading."""
        return replace(measure, about=self.indices[measure.about] if measure.about >= 0 else measure.about)


def items(reading: Reading) -> Iterator[Item]:
    """The reading itself where it is one piece; else what is common to all, and each report together with that."""
    numbers = reading.text.items()
    if not numbers or _on_one_thing(reading):
        yield Item(reading, tuple(range(len(reading.mentions))), frozenset(s.start for s in reading.text.sentences))
        return
    of = [next((s for s in reading.text.sentences if s.start <= m.start < s.end), None) for m in reading.mentions]
    for number in (0, *numbers):
        yield _item(reading, number, of)


def _on_one_thing(reading: Reading) -> bool:
    """Whether the headings only part a long article: its lead and every part name the same occasion or body."""
    first = {s.item: s for s in reversed(reading.text.sentences)}
    if any(s.part is not Part.HEADING for item, s in first.items() if item):
        return False
    named: dict[int, set[str]] = {item: set() for item in (0, *first)}
    for mention in reading.mentions:
        if mention.type in _SUBJECTS:
            sentence = next((s for s in reading.text.sentences if s.start <= mention.start < s.end), None)
            if sentence and sentence.part is not Part.TITLE:
                named[sentence.item] |= {mention.surface, mention.name} - {""}
    return bool(set.intersection(*named.values()))


def _item(reading: Reading, number: int, of: list[Sentence | None]) -> Item:
    sentences = tuple(s for s in reading.text.sentences if s.item in (0, number))
    indices = tuple(
        i
        for i, (mention, sentence) in enumerate(zip(reading.mentions, of, strict=True))
        if sentence in sentences and not _elsewhere(mention, sentence, reading.mentions, of, number)
    )
    key = ["\n"] * len(reading.text.key)
    for s in sentences:
        key[s.start : s.end] = reading.text.key[s.start : s.end]
    tokens = tuple(t for t in reading.tokens if any(s.start <= t.start < s.end for s in sentences))
    text = replace(reading.text, key="".join(key), sentences=sentences)
    own = frozenset(s.start for s in sentences if s.item == number)
    return Item(Reading(text, tokens, tuple(reading.mentions[i] for i in indices)), indices, own)


def _elsewhere(
    mention: Mention, sentence: Sentence | None, mentions: tuple[Mention, ...], of: list[Sentence | None], number: int
) -> bool:
    """Whether a name of the headline is that of another report, which alone goes on with it."""
    if sentence is None or sentence.part is not Part.TITLE or not number:
        return False
    named = {s.item for m, s in zip(mentions, of, strict=True) if s and s.item and m.surface == mention.surface}
    return len(named) == 1 and number not in named
