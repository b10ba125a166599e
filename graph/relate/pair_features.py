"""What a sentence shows of two firms in it: the words before, between and behind them, and how far apart they stand.

Names are no features: every mention is one sign of its family, numbers are one sign, and of the pair's own names only the
endings count (银行, 股份), so that what is learnt of some firms holds for others.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise

from .scene import Referent, Scene

_NUMBER = re.compile(r"<n>|\d[\d.,]*|[〇零一二三四五六七八九十百千]+(?=[年月日家亿万%元股])")
_SIGNS = (("Organisation", "◎"), ("Person", "◇"), ("Place", "△"))
_NEAR, _BEHIND, _FAR = 14, 18, 40  # characters looked at: close before, close behind, and at all


def regions(scene: Scene, sentence: int, left: Referent, right: Referent) -> tuple[str, str, str]:
    """The text of a sentence before, between and behind two of its referents, with signs for other names."""
    span = scene.sentences[sentence]
    bounds = ((span.start, left.start), (left.end, right.start), (right.end, span.end))
    before, between, behind = (_signed(scene, start, end) for start, end in bounds)
    return before, between, behind


def features(scene: Scene, sentence: int, left: Referent, right: Referent) -> frozenset[int]:
    """The features of a pair, ``left`` before ``right``, as hashes of 32 bits."""
    before, between, behind = regions(scene, sentence, left, right)
    names = scene.key[left.start : left.end], scene.key[right.start : right.end]
    found = (*_of_text(before, between, behind), *_of_names(*names))
    return frozenset(zlib.crc32(one.encode()) for one in found)


def _signed(scene: Scene, start: int, end: int) -> str:
    marks = [r for r in scene.referents if start <= r.start and r.end <= end]
    text, at = "", start
    for mark in marks:
        sign = next((sign for kind, sign in _SIGNS if scene.ontology.fits(mark.type, kind)), "")
        if sign:
            text += scene.key[at : mark.start] + sign
            at = mark.end
    return _NUMBER.sub("#", text + scene.key[at:end])


def _of_text(before: str, between: str, behind: str) -> Iterator[str]:
    yield "any"
    yield f"length:{min(8, len(between) // 4)}"
    yield f"others:{min(3, between.count('◎'))}"
    if len(between) <= 8:
        yield f"whole:{between}"
    for size in (1, 2, 3):
        yield f"opens:{between[:size]}"
        yield f"closes:{between[-size:]}"
        yield f"leads:{before[-size:]}"
        yield f"follows:{behind[:size]}"
    close = between if len(between) <= 2 * _NEAR else f"{between[:_NEAR]}|{between[-_NEAR:]}"
    yield from (f"between:{gram}" for gram in _grams(close, 4))
    yield from (f"before:{gram}" for gram in _grams(before[-_NEAR:], 3))
    yield from (f"behind:{gram}" for gram in _grams(behind[:_BEHIND], 4))
    yield from (f"far before:{one}{two}" for one, two in pairwise(before[-_FAR:]))
    yield from (f"far behind:{one}{two}" for one, two in pairwise(behind[:_FAR]))
    yield from (f"anywhere:{one}{two}" for one, two in pairwise(f"{before}①{between}②{behind}"))


def _of_names(left: str, right: str) -> Iterator[str]:
    yield f"left ends:{left[-2:]}"
    yield f"right ends:{right[-2:]}"
    if left[:2] == right[:2]:
        yield "same beginning"
    if left in right or right in left:
        yield "one in the other"


def _grams(text: str, longest: int) -> Iterator[str]:
    return (text[at : at + size] for size in range(1, longest + 1) for at in range(len(text) - size + 1))
