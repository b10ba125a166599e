"""Voices: which articles are copies of another, so that what an agency's report says in six papers is said once.

Candidates come from MinHash with locality-sensitive hashing (Broder 1997; the library ``rensa``), over runs of characters
of the normal form, so a traditional and a simplified copy are alike. Each candidate is then compared in full: a copy is a
text nearly all of whose runs, and nearly all of whose numbers, the other has too. An excerpt therefore is a copy of the
whole, and a report that only shares its boilerplate, or fills other numbers into the same form, is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
from rensa import RMinHash, RMinHashLSH

from ..model import Text
from ..script import simplified

_RUN = 5  # characters of a shingle; four are a common word with its neighbour, six miss more edits
_LEAST = 40  # letters and digits; below that two reporters may well say it in the same words
_HELD = 0.8  # of the runs, and of the numbers, of the shorter text
_SLOTS, _BANDS, _SEED = 128, 64, 1
"""Two slots a band: an excerpt of a fifth of a text is met in nine cases of ten, one of a third always."""
_HOPELESS = 0.4  # what the sketches estimate is held, below which the full comparison is spared
_OFTEN = 100  # texts that share a run, beyond which it tells little
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2 to the 64th by the golden ratio, as Knuth's multiplicative hashing has it
_AT_ONCE = 500  # sketches of so many texts are made together, which bounds the memory
_GAP = re.compile(r"[\W_]+")
# A number at the very end may be cut in two, as a teaser is.
_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?!\.?\d|\W*$)|第[一二三四五六七八九十百]+")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in an article: the original that it is, or is a copy of, whoever published that, and the day of the article
    itself as it gives it.
    """

    original: str
    publisher: str
    day: str = ""


Voices = Mapping[str, Voice]
"""The voice of each article, by id."""


@dataclass(frozen=True)
class _Article:
    """A text with what it is compared by."""

    text: Text

    @cached_property
    def letters(self) -> str:
        return _GAP.sub("", self.text.key)

    @property
    def runs(self) -> list[str]:
        letters = self.letters
        return [letters[at : at + _RUN] for at in range(len(letters) - _RUN + 1)]

    @cached_property
    def shingles(self) -> frozenset[str]:
        return frozenset(self.runs)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(_NUMBER.findall(self.text.key))

    @property
    def order(self) -> tuple[int, str, str]:
        """The longest first."""
        return -len(self.letters), *self.age[::2]

    @property
    def age(self) -> tuple[str, int, str]:
        """The earliest first, then the longest; what has no date is last."""
        document = self.text.document
        return document.published or "~", -len(self.letters), document.id


def copies_of(texts: Iterable[Text]) -> tuple[tuple[str, str], ...]:
    """The articles that are copies, by id, each with the id of its original.

    Every article joins the longest one that holds it; of those that have the whole text the earliest is the original, then
    the longest, then the one with the first id. Neither the order of the texts nor other articles change it.
    """
    articles = [article for article in map(_Article, texts) if len(article.letters) >= _LEAST]
    articles.sort(key=lambda article: article.order)
    groups = _groups(articles, list(_sketches(articles)))
    found = (pair for members in groups for pair in _pairs([articles[member] for member in members]))
    return tuple(sorted(found))


def voices_of(texts: Iterable[Text], copies: Iterable[tuple[str, str]]) -> Voices:
    """The voice of each article; one whose publisher is not known is a publisher of its own."""
    documents, originals = {text.document.id: text.document for text in texts}, dict(copies)
    spoken = {id: originals.get(id, id) for id in documents}
    publishers = {id: simplified(document.publisher).strip() or id for id, document in documents.items()}
    return {id: Voice(by, publishers[by], documents[id].published) for id, by in spoken.items()}


def _groups(articles: Sequence[_Article], sketches: Sequence[RMinHash]) -> Iterable[Sequence[int]]:
    """Articles by number, each group the longest first; only what no longer one holds is compared with the shorter ones."""
    index, groups = RMinHashLSH(0.0, _SLOTS, _BANDS), dict[int, list[int]]()
    for number, sketch in enumerate(sketches):
        near = [other for other in sorted(index.query(sketch)) if _may_hold(articles, sketches, other, number)]
        whole = _whole(articles, number, near)
        if whole is None:
            index.insert(number, sketch)
        groups.setdefault(number if whole is None else whole, []).append(number)
    return groups.values()


def _sketches(articles: Sequence[_Article]) -> Iterator[RMinHash]:
    """MinHash of the runs that few texts have; of all, where little else is there.

    A form that thousands of notices fill in would make candidates of them all.
    """
    common, several = _common(articles), iter(articles)
    while some := list(islice(several, _AT_ONCE)):
        yield from RMinHash.from_token_sets([_telling(article, common) for article in some], _SLOTS, _SEED)


def _telling(article: _Article, common: np.ndarray) -> list[str]:
    runs = article.runs
    kept = [run for run, often in zip(runs, common[_places(article, len(common))], strict=True) if not often]
    return kept if len(kept) >= _LEAST // 2 else runs


def _common(articles: Sequence[_Article]) -> np.ndarray:
    """Which places of a table of runs, by their hash, more than so many texts share."""
    size = 1 << (2 * sum(len(article.letters) for article in articles)).bit_length()
    counts = np.zeros(size, np.uint32)
    for article in articles:
        counts[np.unique(_places(article, size))] += 1
    return counts > _OFTEN


def _places(article: _Article, size: int) -> np.ndarray:
    """The place of each run in a table of that size, a power of two: a polynomial of its characters, its high bits."""
    letters = np.frombuffer(article.letters.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    hashed = np.zeros(len(letters) - _RUN + 1, np.uint64)
    for at in range(_RUN):
        hashed = hashed * _FACTOR + letters[at : at + len(hashed)]
    return (hashed * _FACTOR) >> np.uint64(65 - size.bit_length())


def _may_hold(articles: Sequence[_Article], sketches: Sequence[RMinHash], longer: int, shorter: int) -> bool:
    """Whether the share of the shorter text that the longer has can be high, by the similarity of their sketches."""
    alike = sketches[longer].jaccard(sketches[shorter])
    together = len(articles[longer].letters) + len(articles[shorter].letters)
    return bool(alike * together >= _HOPELESS * (1 + alike) * len(articles[shorter].letters))


def _whole(articles: Sequence[_Article], number: int, others: Iterable[int]) -> int | None:
    """The article of which one is a copy: that which holds most of it, of several the first."""
    held = [(_held(articles[number], articles[other]), -other) for other in others]
    best = max(held, default=(0.0, 0))
    return -best[1] if best[0] >= _HELD else None


def _held(shorter: _Article, longer: _Article) -> float:
    """How much of a text another has: of its runs or of its numbers, whichever is less."""
    return min(_share(shorter.shingles, longer.shingles), _share(shorter.numbers, longer.numbers))


def _share(of: frozenset[str], among: frozenset[str]) -> float:
    return len(of & among) / len(of) if of else 1.0


def _pairs(group: Sequence[_Article]) -> Iterator[tuple[str, str]]:
    """Each copy of a group, the whole text first, with the original."""
    full = [article for article in group if _share(group[0].shingles, article.shingles) >= _HELD]
    original = min(full, key=lambda article: article.age)
    yield from ((a.text.document.id, original.text.document.id) for a in group if a is not original)
