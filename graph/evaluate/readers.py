"""The formats of annotated sets, each to samples in the order of the file; texts that recur are read once.

CLUENER's JSON counts the last character of a span in; IOB2 of Universal NER has a token a line below ``# text =``; BMES and
CoNLL have a character a line; FinRE is a table of head, tail, relation and sentence; DuIE and FewFC are JSON lines.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, permutations
from pathlib import Path
from typing import Any

from ..errors import InputError
from .values import Pair, Sample, Span

Reader = Callable[[Sequence[str]], Iterator[Sample]]


def read_samples(paths: Iterable[Path], form: str) -> list[Sample]:
    """The samples of a set's files; of those with one text the annotations are put together.

    Raises:
        InputError: where a file is not of that format.
    """
    together: dict[str, Sample] = {}
    for path in paths:
        try:
            for sample in FORMATS[form](path.read_text("utf-8-sig").split("\n")):
                known = together.get(sample.text, Sample(sample.id, sample.text))
                together[sample.text] = Sample(
                    known.id,
                    known.text,
                    tuple(dict.fromkeys((*known.spans, *sample.spans))),
                    tuple(dict.fromkeys((*known.pairs, *sample.pairs))),
                )
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            raise InputError(
                f"not of the format {form}: {error}", where=str(path), remedy="mend or remove it"
            ) from error
    return [Sample(str(number), one.text, one.spans, one.pairs) for number, one in enumerate(together.values(), 1)]


def _objects(lines: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield str(number), json.loads(line)


def _cluener(lines: Sequence[str]) -> Iterator[Sample]:
    for id, row in _objects(lines):
        spans = [
            Span(start, last + 1, label)
            for label, names in row["label"].items()
            for places in names.values()
            for start, last in places
        ]
        yield Sample(id, row["text"], tuple(sorted(spans, key=lambda one: (one.start, one.end))))


def _iob(lines: Sequence[str]) -> Iterator[Sample]:
    """Tokens are found in the text one after the other, since blanks between them are in the text alone."""
    for number, block in enumerate(_blocks(lines), 1):
        text = next((line.partition("=")[2].strip() for line in block if line.startswith("# text")), "")
        at, tokens = 0, []
        for line in block:
            if line.startswith("#"):
                continue
            _, token, tag = line.split("\t")[:3]
            at = text.index(token, at)
            tokens.append((at, at + len(token), tag))
            at += len(token)
        yield Sample(str(number), text, tuple(_joined(tokens)))


def _characters(lines: Sequence[str]) -> Iterator[Sample]:
    """A character and its tag a line; what else stands in the character's column (a number in WeiboNER) is left out."""
    for number, block in enumerate(_blocks(lines), 1):
        tokens = []
        text = ""
        for line in block:
            character, tag = line.rsplit(None, 1)
            tokens.append((len(text), len(text) + 1, tag))
            text += character[0]
        yield Sample(str(number), text, tuple(_joined(tokens)))


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    for filled, block in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            yield list(block)


def _joined(tokens: Iterable[tuple[int, int, str]]) -> Iterator[Span]:
    """The spans that tags make, ``B-`` or ``S-`` beginning one, ``I-``, ``M-`` or ``E-`` going on with it."""
    open: Span | None = None
    for start, end, tag in tokens:
        mark, _, label = tag.partition("-")
        if open and mark in ("I", "M", "E") and label == open.label:
            open = Span(open.start, end, label)
            continue
        if open:
            yield open
        open = Span(start, end, label) if label else None
    if open:
        yield open


def _finre(lines: Sequence[str]) -> Iterator[Sample]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            head, tail, label, text = line.split("\t")
            yield Sample(str(number), text.strip(), pairs=(Pair(head, label, tail),))


def _duie(lines: Sequence[str]) -> Iterator[Sample]:
    for id, row in _objects(lines):
        pairs = [Pair(one["subject"], one["predicate"], one["object"]["@value"]) for one in row["spo_list"]]
        yield Sample(id, row["text"], pairs=tuple(pairs))


def _fewfc(lines: Sequence[str]) -> Iterator[Sample]:
    """A pair for each two participants of an event, labelled ``收购:sub-org>obj-org``."""
    for id, row in _objects(lines):
        pairs = [pair for event in row["events"] for pair in _participants(event)]
        yield Sample(id, row["content"], pairs=tuple(pairs))


def _participants(event: Mapping[str, Any]) -> Iterator[Pair]:
    named = [one for one in event["mentions"] if one["role"].startswith(_PARTICIPANTS)]
    for one, other in permutations(named, 2):
        if one["word"] != other["word"]:
            yield Pair(one["word"], f"{event['type']}:{one['role']}>{other['role']}", other["word"])


_PARTICIPANTS = ("sub", "obj", "target-company", "share-", "institution")

FORMATS: Mapping[str, Reader] = {
    "cluener": _cluener,
    "iob": _iob,
    "characters": _characters,
    "finre": _finre,
    "duie": _duie,
    "fewfc": _fewfc,
}
