"""Statements for a reader to judge, and his judgements without the sentences.

    python -m benchmarks.judging sample WORKING.jsonl [--shared DIR] [--count N] [--leave-out NAME]…
    python -m benchmarks.judging keep WORKING.jsonl [--to FILE]
    python -m benchmarks.judging measure [--shared DIR] [--to FILE]

``sample`` extracts from news articles and from the sentences of FinRE, DuIE and FewFC in the shared folder and draws
statements from every extractor and level of confidence alike; articles that are annotated are left out. The working file
has the sentences, so it must lie outside the checkout. A reader writes ``true`` or ``false`` after ``"right"``: whether the
sentence, with what stands before it, says so. ``keep`` adds what is judged to ``benchmarks/gold/judged.jsonl``: document,
offsets, names, property and verdict, but no sentence. ``measure`` reads the judged texts anew, so that a
statement is as sure as it is now, and writes how often each extractor was right to ``ontology/precision.csv``.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

import graph
from graph.errors import InputError, UsageError, ZhimaiError
from graph.evaluate import JUDGED, Judged, calibration_error, curve, extractions, read_set, sampled
from graph.model import Claim, Extraction, Literal, Status
from graph.ontology import load_ontology
from graph.relate.precision import COLUMNS, FILE, factor, factors, family

from .quality import CHECKOUT, GOLD

KEPT = ("document", "start", "end", "s", "p", "o", "extractor", "confidence", "right")
_SOURCES = {"news": 3, "finre-train": 1, "fewfc": 1, "duie": 1}
"""What is drawn from, and in which proportion: graphs are made of news."""
_SENTENCES = 1500  # of a set, to draw from
_BEFORE = 160  # characters before a statement that the reader sees
_LONGEST = 40  # characters of a name in what is kept
_NOW = ("start", "end", "extractor", "confidence")

_Row: TypeAlias = dict[str, Any]


def drawn(shared: Path, count: int, leave_out: Iterable[str] = ()) -> list[_Row]:
    """About so many statements of the shared articles and sentences, the same every time."""
    whole = sum(_SOURCES.values())
    rows: list[_Row] = []
    for source, part in _SOURCES.items():
        said = _news(shared, set(leave_out)) if source == "news" else _sentences(shared, source)
        rows += _spread(chain.from_iterable(_rows(document, one) for document, one in said), count * part // whole)
    return rows


def _news(shared: Path, leave_out: set[str]) -> Iterator[tuple[str, Extraction]]:
    annotated = {path.stem for path in (*GOLD.glob("*.json"), *(shared / "gold").glob("*.json"))} | leave_out
    folder = shared / "corpus" / "news"
    files = [str(path) for path in sorted(folder.glob("*.txt")) if path.stem not in annotated]
    for one in graph.extract(files) if files else ():
        if isinstance(one, Extraction):
            yield f"corpus/news/{Path(one.text.document.uri).name}", one


def _sentences(shared: Path, source: str) -> Iterator[tuple[str, Extraction]]:
    samples = sampled(read_set(shared, source), _SENTENCES)
    for sample, one in zip(samples, extractions(samples), strict=True):
        if one:
            yield f"{source}#{sample.id}", one


def _rows(document: str, said: Extraction) -> Iterator[_Row]:
    for claim in said.claims:
        if claim.status not in (Status.ASSERTED, Status.PLANNED):
            continue
        start, end = said.text.source_span(claim.start, claim.end)
        names = (_named(said, claim.subject), _object(said, claim))
        if max(map(len, names)) <= _LONGEST:
            yield {
                "right": None,
                "s": names[0],
                "p": claim.predicate,
                "o": names[1],
                "status": claim.status.value,
                "sentence": said.text.document.source[start:end],
                "before": said.text.document.source[max(0, start - _BEFORE) : start],
                "document": document,
                "start": start,
                "end": end,
                "extractor": claim.extractor,
                "confidence": round(claim.score, 2),
            }


def _named(said: Extraction, at: int) -> str:
    return said.mentions[at].name or said.mentions[at].surface


def _object(said: Extraction, claim: Claim) -> str:
    return claim.object.value if isinstance(claim.object, Literal) else _named(said, claim.object)


def _spread(rows: Iterable[_Row], count: int) -> list[_Row]:
    """So many rows, one of each extractor and confidence in turn; within these, an order that chance might give."""
    strata: defaultdict[tuple[str, float], list[_Row]] = defaultdict(list)
    for row in {_key(row): row for row in rows}.values():
        strata[row["extractor"], row["confidence"]].append(row)
    turns = [
        (turn, key, row)
        for key, members in strata.items()
        for turn, row in enumerate(sorted(members, key=lambda row: hashlib.sha256(repr(_key(row)).encode()).digest()))
    ]
    return [row for _, _, row in sorted(turns, key=lambda one: one[:2])[:count]]


def _key(row: _Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("document", "start", "end", "s", "p", "o"))


def kept(rows: Iterable[_Row], known: Iterable[_Row] = ()) -> list[_Row]:
    """The judged rows without their sentences, those known before among them; the later verdict on a statement counts."""
    judged = (row for row in chain(known, rows) if isinstance(row["right"], bool))
    latest = {_key(row): {name: row[name] for name in KEPT} for row in judged}
    return [latest[key] for key in sorted(latest, key=repr)]


def measured(shared: Path, rows: Sequence[_Row]) -> list[_Row]:
    """The judged rows with what finds each statement now and how sure that is; one that is no longer made stays as it was."""
    found: dict[tuple[Any, ...], _Row] = {}
    for document, said in _again(shared, sorted({row["document"] for row in rows})):
        for row in _rows(document, said):
            found.setdefault(_said(row), row)
    return [{**row, **{name: found.get(_said(row), row)[name] for name in _NOW}} for row in rows]


def _again(shared: Path, documents: Sequence[str]) -> Iterator[tuple[str, Extraction]]:
    """The extractions of judged texts: articles by their path, sentences by their set and number."""
    articles = [document for document in documents if "#" not in document]
    for document, one in zip(articles, graph.extract([str(shared / path) for path in articles]), strict=True):
        if isinstance(one, Extraction):
            yield document, one
    for source in sorted({document.partition("#")[0] for document in documents if "#" in document}):
        samples = [one for one in read_set(shared, source) if f"{source}#{one.id}" in documents]
        for sample, said in zip(samples, extractions(samples), strict=True):
            if said:
                yield f"{source}#{sample.id}", said


def _said(row: _Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("document", "s", "p", "o"))


def precision(rows: Iterable[_Row]) -> list[tuple[str, int, int, float]]:
    """Of each extractor that ships: judged, right, and how sure it said it was on average before that was known."""
    found: dict[str, list[_Row]] = {f"cue:{cue.id}": [] for cue in load_ontology().cues}
    for row in rows:
        found.setdefault(row["extractor"], []).append(row)
    return [
        (name, len(members), sum(row["right"] for row in members), _said_alone(name, members))
        for name, members in sorted(found.items())
    ]


def _said_alone(extractor: str, rows: Sequence[_Row]) -> float:
    whole: float = sum(float(row["confidence"]) for row in rows)
    return round(whole / (factors().get(extractor, 1.0) * max(1, len(rows))), 3)


def error_across_halves(rows: Sequence[_Row]) -> float:
    """The expected calibration error where each half is as sure as the judgements on the other half make it."""
    judged: list[Judged] = []
    for learnt, left in ((rows[::2], rows[1::2]), (rows[1::2], rows[::2])):
        by: defaultdict[str, list[tuple[int, int, float]]] = defaultdict(list)
        for name, count, right, said in precision(learnt):
            by[family(name)].append((count, right, said))
        for row in left:
            alone = _said_alone(row["extractor"], [row])
            sure = min(0.99, alone * factor(by[family(row["extractor"])]))
            judged.append(Judged(sure, row["extractor"], row["right"]))
    return calibration_error(curve(judged))


def _write_precision(rows: Sequence[_Row]) -> None:
    with (CHECKOUT / "ontology" / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows((COLUMNS, *precision(rows)))


def _read(path: Path) -> list[_Row]:
    try:
        return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path)) from error


def _write(path: Path, rows: Iterable[_Row]) -> None:
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    path.write_text(lines, encoding="utf-8", newline="\n")


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judging", description=(__doc__ or "").splitlines()[0])
    what = parser.add_subparsers(dest="what", required=True)
    sample = what.add_parser("sample", help="draw statements into a working file")
    sample.add_argument("working", type=Path)
    sample.add_argument("--shared", type=Path, default=CHECKOUT.parent / "shared", help="the folder with the texts")
    sample.add_argument("--count", type=int, default=420, help="about how many (420)")
    sample.add_argument("--leave-out", action="append", default=[], metavar="NAME", help="an article not to draw from")
    keep = what.add_parser("keep", help="add what is judged to the judged file, without sentences")
    keep.add_argument("working", type=Path)
    keep.add_argument("--to", type=Path, default=GOLD / JUDGED, help="the judged file (benchmarks/gold/judged.jsonl)")
    measure = what.add_parser("measure", help="read the judged texts anew and write ontology/precision.csv")
    measure.add_argument("--shared", type=Path, default=CHECKOUT.parent / "shared", help="the folder with the texts")
    measure.add_argument(
        "--to", type=Path, default=GOLD / JUDGED, help="the judged file (benchmarks/gold/judged.jsonl)"
    )
    return parser.parse_args(words)


def _measure(shared: Path, path: Path) -> None:
    """Write the precision of each extractor, then the judged rows as sure as they are with it."""
    rows = _read(path)
    _write_precision(measured(shared, rows))
    factors.cache_clear()
    now = measured(shared, rows)
    _write(path, now)
    print(f"{FILE} is written from {len(now)} judged statements")
    print(f"expected calibration error, each half by the other: {error_across_halves(now):.3f}")


def _run(arguments: argparse.Namespace) -> None:
    if arguments.what == "measure":
        _measure(arguments.shared.resolve(), arguments.to)
        return
    working: Path = arguments.working.resolve()
    if working.is_relative_to(CHECKOUT):
        raise UsageError("it has sentences of articles", where=str(working), remedy="keep it outside the checkout")
    if arguments.what == "sample":
        rows = drawn(arguments.shared.resolve(), arguments.count, arguments.leave_out)
        _write(working, rows)
        print(f"{len(rows)} statements to judge are in {working}")
        return
    rows = _read(working)
    everything = kept(rows, _read(arguments.to) if arguments.to.is_file() else ())
    _write(arguments.to, everything)
    open = sum(not isinstance(row["right"], bool) for row in rows)
    print(f"{len(everything)} judged statements are in {arguments.to}; {open} of {working.name} are still open")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when done; else one line on standard error and the error's exit code."""
    try:
        _run(_arguments(words))
    except ZhimaiError as error:
        print(f"judging: {error}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
