"""Bytes to text: UTF-8, UTF-16, GB18030 (with GBK and GB 2312) and Big5 (with the Hong Kong characters).

A byte order mark decides, then strict UTF-8. What is left is decoded in every candidate encoding, and the one whose
text reads most like Chinese wins: Big5 read as GB18030, or the reverse, gives rare characters where the right one gives
common ones. (charset-normalizer, tried first, took 2 in 100 short texts in Big5 for something else.)
"""

from __future__ import annotations

import codecs
from collections import Counter
from functools import cache
from itertools import chain

from ..errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_PAIRED = ("gb18030", "big5hkscs")
_MOST_REPAIRS = 1000
_AHEAD = 40  # bytes that show whether the pairs are right

_FREQUENT = frozenset(
    "的一是在不了有和人中大上以要到年会會展国國业業这這为為个個来來时時们們说說对對经經发發开開与與于於等本第月日"
    "新区區技术術产產企际際合作地方市成能高全行动動进進出公司"
)
_PUNCTUATION = frozenset("，。、；：？！“”‘’「」『』（）《》〈〉【】〔〕—…·％～　")
_TOLERATED = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü°′″×±℃㎡①②③④⑤⑥\xa0\u2002")  # pinyin, measures, numbers
_BROKEN = "\ufffd"

_PLAUSIBLE = 0.55
"""The least score of a decoding that is right: no news text of 20 characters scored less than 0.6 of some 27,000."""

MOST_BROKEN = 0.01
"""The share of a text's characters from which on broken bytes make it unreadable."""

_MOST_CONTROLS = 0.01


def decode(data: bytes, declared: str = "") -> str:
    """The text of ``data`` without a byte order mark, its line ends those of Unix.

    ``declared`` is the encoding that the file itself names; it counts as a hint. Bytes that are no character of the
    encoding become U+FFFD. Raises ``InputError`` where no encoding fits, the data is no text, or too much is broken.
    """
    text = _decode(data, declared)
    check_characters(text)
    return text.replace("\r\n", "\n")


def encoding_of(sample: bytes) -> str:
    """The encoding that the first lines of a file show, for one that is decoded in parts; ``decode`` says how.

    Raises ``InputError`` where no encoding fits. The byte order mark of a file in UTF-8 stays in the decoded text.
    """
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError:
        return _best(sample, "")[0]
    return "utf-8"


def check_characters(text: str) -> None:
    """Raises ``InputError`` where ``text`` holds what no text does: NUL, control characters, many broken bytes."""
    counts = Counter(text)
    controls = sum(n for char, n in counts.items() if char < " " and char not in "\t\n\v\f\r")
    if "\0" in counts or controls > _MOST_CONTROLS * len(text):
        raise not_text()
    share = counts[_BROKEN] / max(len(text), 1)
    if share >= MOST_BROKEN:
        raise InputError(
            f"an encoding error: {share:.1%} of its characters are broken bytes", remedy="save it again as UTF-8"
        )


def not_text() -> InputError:
    """The error for binary data."""
    return InputError("binary, not text", remedy="save the article as .txt, .html or .jsonl")


def _decode(data: bytes, declared: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" not in data:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return _best(data, _candidate(declared))[1]


def _best(data: bytes, declared: str) -> tuple[str, str]:
    """The likeliest encoding, and the text that the data is in it."""
    texts = ((name, _decode_as(name, data)) for name in _CANDIDATES)
    score, name, text = max(
        ((_score(text) + (0.1 if name == declared else 0), name, text) for name, text in texts),
        key=lambda found: found[0],
    )
    if score >= _PLAUSIBLE:
        return name, text
    if b"\0" in data:
        raise not_text()
    raise InputError("an encoding error: not UTF-8, UTF-16, GB18030 or Big5", remedy="save it again as UTF-8")


def _decode_as(name: str, data: bytes) -> str:
    text = data.decode(name, "replace")
    worth_it = 0 < text.count(_BROKEN) < min(_MOST_REPAIRS, len(text) / 20)
    return "\n".join(_realigned(line, name) for line in data.split(b"\n")) if worth_it and name in _PAIRED else text


def _realigned(line: bytes, name: str) -> str:
    """A line in which a broken byte does not shift the pairs that follow.

    After it, reading goes on with the next byte or the one after that, whichever reads more like Chinese.
    """
    done: list[str] = []
    while True:
        try:
            return "".join(done) + line.decode(name)
        except UnicodeDecodeError as error:
            rests = line[error.end :], line[error.end + 1 :]
            done.append(line[: error.start].decode(name) + _BROKEN)
            line = max(rests, key=lambda rest: _score(rest[:_AHEAD].decode(name, "replace")))


def _candidate(declared: str) -> str:
    """The candidate that a declared name means: pages that say gb2312 or big5 use what came after them too."""
    name = declared.lower()
    return "gb18030" if "gb" in name else "big5hkscs" if "big5" in name else name


def _score(text: str) -> float:
    """How much the characters beyond ASCII look like Chinese, at most 1; 0 where there are none."""
    counts = Counter(text)
    weights = [(n, _weight(char)) for char, n in counts.items() if char > "\x7f"]
    total = sum(n for n, _ in weights)
    return sum(n * weight for n, weight in weights) / total if total else 0.0


def _weight(char: str) -> float:
    if char in _FREQUENT or char in _PUNCTUATION:
        return 1.0
    if char in _first_levels():
        return 0.7
    if "\u4e00" <= char <= "\u9fff":
        return -0.2
    return 0.5 if char in _TOLERATED or "\uff00" < char < "\uffef" else -1.0


@cache
def _first_levels() -> frozenset[str]:
    """The characters in common use: the first levels of GB 2312 (simplified) and of Big5 (traditional)."""
    every_second = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    simplified = (bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xD8) for low in every_second)
    traditional = (bytes((high, low)).decode("big5", "ignore") for high in range(0xA4, 0xC7) for low in every_second)
    return frozenset(char for char in chain(simplified, traditional) if "\u4e00" <= char <= "\u9fff")
