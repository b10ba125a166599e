"""Raw text to clean text with an offset map: pinyin artefacts removed, a normal form beside it, sentences with their parts."""

from __future__ import annotations

from ..model import Document, Text
from ..script import normal_form, script_of
from .artefacts import artefact_spans
from .sentences import split_sentences

__all__ = ["clean"]


def clean(document: Document) -> Text:
    """Clean a document's source.

    Pinyin artefacts (see ``artefacts``) and nothing else are left out; the offset map leads every clean character back to
    the source. Sentences come with the part of the article that they stand in.
    """
    source = document.source
    starts: list[int] = []
    at = 0
    for start, end in artefact_spans(source):
        starts.extend(range(at, start))
        at = end
    starts.extend(range(at, len(source)))
    text = "".join(source[i] for i in starts)
    key = normal_form(text)
    return Text(
        document=document,
        clean=text,
        key=key,
        starts=tuple(starts),
        ends=tuple(i + 1 for i in starts),
        script=script_of(text),
        sentences=split_sentences(key, normal_form(document.title)),
    )
