"""Hypothesis strategies: Chinese texts, and the same texts with pinyin artefacts put into them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from hypothesis import strategies as st

# Readings by a dictionary of our own, so that the library that finds them is not asked to confirm itself.
READINGS = {
    "創": ("chuàng", "chuāng"),
    "報": ("bào",),
    "設": ("shè",),
    "計": ("jì",),
    "會": ("huì", "kuài"),
    "時": ("shí",),
    "網": ("wǎng",),
    "綠": ("lǜ",),
    "旅": ("lǚ",),
    "略": ("lüè",),
    "長": ("cháng", "zhǎng"),
    "行": ("xíng", "háng"),
    "業": ("yè",),
    "進": ("jìn",),
    "應": ("yīng", "yìng"),
    "機": ("jī",),
    "務": ("wù",),
    "區": ("qū",),
    "術": ("shù",),
    "興": ("xīng", "xìng"),
    "車": ("chē",),
    "這": ("zhè",),
    "額": ("é",),
    "兒": ("ér",),
    "裏": ("lǐ",),
}
# Brackets that are content, whatever stands before them.
CONTENT = ("(上海)", "(套)", "(21.290, 0.40)", "(CT)", "(以下簡稱“甲交會”)", "(ABC)", "(2)", "（huì）", "()")
_HAN = "".join(READINGS) + "的一是人大中天地山水金木火土東西南北春夏秋冬"
_LOOSE = ("，", "。", "“", "”", "、", "\n", " ", "3", "20", "%", "PET", "x")
_TONES = {"̄", "́", "̌", "̀"}


@dataclass(frozen=True, slots=True)
class Dirty:
    """A clean text, the same with artefacts put in, and where each clean character stands in it."""

    clean: str
    source: str
    positions: tuple[int, ...]


def han(min_size: int = 1, max_size: int = 8) -> st.SearchStrategy[str]:
    """Runs of Chinese characters, many of them with a known reading."""
    return st.text(st.sampled_from(_HAN), min_size=min_size, max_size=max_size)


def clean_texts() -> st.SearchStrategy[str]:
    """Texts with punctuation, numbers and brackets that are content, and without any artefact or debris."""
    pieces = st.one_of(han(), st.sampled_from(_LOOSE), st.sampled_from(CONTENT))
    return st.lists(pieces, max_size=12).map("".join).filter(_is_tidy)


def _is_tidy(text: str) -> bool:
    """Whether no comma is doubled, no line comes twice, and none is a page's choice of type sizes, 大 中 小."""
    lines = ["".join(line.split()) for line in text.split("\n")]
    return (
        not re.search("[，、]{2}", text)
        and len(set(lines)) == len(lines)
        and not any(set(x) <= set("大中小、") for x in lines if x)
    )


@st.composite
def spellings(draw: st.DrawFn, character: str) -> str:
    """One of the ways in which a converter writes the reading of a character, without brackets."""
    reading = draw(st.sampled_from(READINGS[character]))
    kind = draw(st.sampled_from(("marked", "decomposed", "toneless", "capital", "v")))
    if kind == "decomposed":
        return unicodedata.normalize("NFD", reading)
    if kind == "capital":
        return reading.capitalize()
    if kind in ("toneless", "v"):
        bare = "".join(c for c in unicodedata.normalize("NFD", reading) if c not in _TONES)
        reading = unicodedata.normalize("NFC", bare)
    return reading.replace("ü", "v") if kind == "v" else reading


@st.composite
def dirty_texts(draw: st.DrawFn) -> Dirty:
    """A clean text with artefacts after some of its characters, and now and then one cut off at its end."""
    text = draw(clean_texts())
    source, positions = "", []
    for character in text:
        positions.append(len(source))
        source += character
        if character in READINGS and draw(st.booleans()):
            blank = draw(st.sampled_from(("", "", " ")))
            source += f"({draw(spellings(character))}{blank})"
    if draw(st.booleans()):
        last = draw(st.sampled_from(sorted(READINGS)))
        spelling = draw(spellings(last))
        cuts = [n for n in range(1, len(spelling) + 1) if not unicodedata.combining(spelling[n : n + 1] or "x")]
        positions.append(len(source))
        source += f"{last}({spelling[: draw(st.sampled_from(cuts))]}"
        text += last
    return Dirty(text, source, tuple(positions))
