"""Raw text to clean text with an offset map: what is no part of it left out, a normal form beside it, sentences with their parts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from ..model import DAMAGED, Document, Text
from ..script import normal_form, script_of
from .artefacts import artefact_spans
from .damage import damaged_spans
from .debris import debris_spans, unsure_spans
from .sentences import split_sentences

__all__ = ["clean"]


def clean(document: Document) -> Text:
    """Clean a document's source.

    Pinyin artefacts (see ``artefacts``) and what pages leave in a text (see ``debris``) are left out, nothing is changed; the
    offset map leads every clean character back to the source. Where characters are damaged (see ``damage``) the normal
    form has ``DAMAGED``. Sentences come with the part of the article that they stand in.
    """
    source = document.source
    form = normal_form(source)
    publisher = normal_form(document.publisher)
    out = _places(chain(artefact_spans(source), debris_spans(form, publisher)))
    damaged = _places(chain(damaged_spans(source), unsure_spans(form, publisher)))
    starts = tuple(at for at in range(len(source)) if at not in out)
    text = "".join(source[at] for at in starts)
    key = "".join(DAMAGED if at in damaged else form[at] for at in starts)
    return Text(
        document=document,
        clean=text,
        key=key,
        starts=starts,
        ends=tuple(at + 1 for at in starts),
        script=script_of(text),
        sentences=split_sentences(key, normal_form(document.title)),
    )


def _places(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(at for span in spans for at in range(*span))
