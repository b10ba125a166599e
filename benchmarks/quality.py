"""How well Zhimai reads: builds annotated articles one by one, scores them, and LAC alone beside them.

    python -m benchmarks.quality [--shared DIR] [--set NAME]… [--all] [--limit N] [--json | --verbose | --write]

The scorer, the texts and the public annotated sets lie outside the repository, in the folder that ``--shared`` names. What
the numbers mean is in ``docs/quality.md``, whose tables ``--write`` replaces: those of articles, made here, and those of
``public``, made by ``zhimai eval``.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import graph
from graph.errors import UsageError, ZhimaiError

from . import baseline, public

CHECKOUT = Path(__file__).resolve().parent.parent
GOLD = CHECKOUT / "benchmarks" / "gold"
PAGE = CHECKOUT / "docs" / "quality.md"
PARTS = ("entities", "relations", "figures")
_ERROR = re.compile(r"^\s+(?P<kind>(?:missed|extra|split) (?P<of>entity|relation|figure))\s+(?P<what>.*)$")
_LABEL = {"entity": re.compile(r"\[(.*)\]$"), "relation": re.compile(r"--(\w+)->"), "figure": re.compile(r"^()")}


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Annotated articles that are scored together: an id for the command line, a title for the table, their files.

    The errors of a set that is ``unseen`` are shown only where it is asked for by name.
    """

    id: str
    title: str
    golds: tuple[Path, ...]
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """What a system reaches on a set: for each part the scorer's ``p``, ``r``, ``f1``, ``found``, ``right``, ``gold``."""

    of: GoldSet
    system: str
    parts: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class System:
    """Something that makes a graph of one article: ``build(article, folder)`` returns the Turtle file that it wrote."""

    name: str
    build: Callable[[Path, Path], Path]
    parts: tuple[str, ...]


def zhimai(article: Path, folder: Path) -> Path:
    """Build one article as ``zhimai build`` does and return the path of its ``graph.ttl``."""
    graph.build([str(article)], folder)
    return folder / "graph.ttl"


Scorer = Callable[..., str]
"""Called with the folder of the texts and the scorer's arguments; returns what it prints."""
SYSTEMS = (System("Zhimai", zhimai, PARTS), System("LAC alone", baseline.build, PARTS[:1]))


def gold_sets(shared: Path) -> tuple[GoldSet, ...]:
    """All sets, the shared ones first.

    Raises:
        UsageError: where ``shared`` has no scorer or no annotations.
    """
    if not (shared / "score" / "score.py").is_file():
        raise UsageError("no score/score.py is here", where=str(shared), remedy="name the shared folder with --shared")
    theirs = sorted((shared / "gold").glob("*.json"))
    seed = tuple(path for path in theirs if path.stem == "seed")
    others = tuple(path for path in theirs if path.stem != "seed")
    ours = json.loads((GOLD / "sets.json").read_text("utf-8"))
    return (
        GoldSet("seed", "seed", seed),
        GoldSet("others", "shared others", others),
        *(
            GoldSet(
                id, one["title"], tuple(GOLD / f"{name}.json" for name in one["documents"]), one.get("unseen", False)
            )
            for id, one in ours.items()
        ),
    )


def measure(
    of: GoldSet, system: System, shared: Path, *, verbose: bool = False, scorer: Scorer | None = None
) -> tuple[Score, str]:
    """Build every article of a set by itself and score them together; with ``verbose`` also the scorer's account.

    The articles lie below ``shared``; ``scorer`` is the program in ``shared`` unless given.

    Raises:
        UsageError: where an article's text is missing or the scorer fails.
    """
    run = scorer or _scorer
    with tempfile.TemporaryDirectory() as folder:
        pairs: list[str] = []
        for gold in of.golds:
            target: Path = Path(folder) / gold.stem
            target.mkdir()
            pairs += [str(gold), str(system.build(_article(gold, shared), target))]
        parts = json.loads(run(shared, *pairs, "--json"))
        account = run(shared, *pairs, "-v") if verbose else ""
    return Score(of, system.name, {part: parts[part] for part in system.parts}), account


def _article(gold: Path, shared: Path) -> Path:
    article = shared / str(json.loads(gold.read_text("utf-8"))["document"])
    if not article.is_file():
        raise UsageError("the article is not there", where=str(article), remedy="name the shared folder with --shared")
    return article


def _scorer(shared: Path, *arguments: str) -> str:
    command = [sys.executable, "-X", "utf8", str(shared / "score" / "score.py"), *arguments, "--texts", str(shared)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")  # noqa: S603 the user named it
    if done.returncode:
        why = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        raise UsageError(why[0], where=command[3], remedy="run it by hand to see more")
    return done.stdout


def table(scores: Iterable[Score]) -> str:
    """The scores as a Markdown table; one row for each set and system."""
    head = ["set", "documents", "system", *(f"{part}<br>P / R / F1" for part in PARTS), "in the gold<br>E / R / F"]
    rows = [head, ["---"] * len(head), *map(_row, scores)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def _row(score: Score) -> list[str]:
    cells = [_cell(score.parts[part]) if part in score.parts else "–" for part in PARTS]
    gold = " / ".join(str(score.parts[part]["gold"]) if part in score.parts else "–" for part in PARTS)
    return [score.of.title, str(len(score.of.golds)), score.system, *cells, gold]


def _cell(part: Mapping[str, float]) -> str:
    return f"{part['p']:.2f} / {part['r']:.2f} / **{part['f1']:.2f}**"


def commonest(accounts: Iterable[str], most: int = 25) -> str:
    """The kinds of errors in the scorer's accounts, with the class or property, the commonest first."""
    counts: Counter[str] = Counter()
    for line in "\n".join(accounts).splitlines():
        if error := _ERROR.match(line):
            label = _LABEL[error["of"]].search(error["what"])
            counts[f"{error['kind']} {label.group(1) if label else ''}".rstrip()] += 1
    return "\n".join(f"{count:4}  {kind}" for kind, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:most])


def write(page: Path, name: str, new: str) -> None:
    """Replace what stands between the markers of that name on a page.

    Raises:
        UsageError: where the page has no such markers.
    """
    first, last = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    old = page.read_text("utf-8")
    before, begin, rest = old.partition(first)
    _, end, after = rest.partition(last)
    if not (begin and end):
        raise UsageError(
            "the markers are missing", where=str(page), remedy=f"put {first} and {last} where the table goes"
        )
    page.write_text(f"{before}{begin}\n\n{new}\n{end}{after}", encoding="utf-8", newline="\n")


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--shared", type=Path, default=CHECKOUT.parent / "shared", help="the folder with score/, gold/ and the texts"
    )
    parser.add_argument(
        "--set", action="append", metavar="NAME", dest="sets", help="score this set only; may be repeated"
    )
    parser.add_argument(
        "--all", action="store_true", help="also the public sets, resolution and calibration, which takes minutes"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="take N samples of each public set, evenly spread")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="print JSON instead of a Markdown table")
    how.add_argument(
        "--verbose", action="store_true", help="also print every error, and the kinds of errors by frequency"
    )
    how.add_argument("--write", action="store_true", help="also replace the tables in docs/quality.md; scores all sets")
    return parser.parse_args(words)


def _chosen(sets: Sequence[GoldSet], names: Sequence[str] | None) -> list[GoldSet]:
    known = [one.id for one in sets]
    for name in names or ():
        if name not in known:
            raise UsageError("there is no such set", where=name, remedy=f"choose from {', '.join(known)}")
    return [one for one in sets if not names or one.id in names]


def _run(arguments: argparse.Namespace) -> None:
    if arguments.write and (arguments.sets or arguments.limit):
        raise UsageError("the tables have all sets", where="--write", remedy="leave out --set and --limit")
    sets = _chosen(gold_sets(arguments.shared.resolve()), arguments.sets)
    scores: list[Score] = []
    accounts: list[str] = []
    for of in sets:
        for system in SYSTEMS:
            # Whoever reads the errors of an unseen set can no longer develop without them: only on demand.
            told = arguments.verbose and system is SYSTEMS[0] and (not of.unseen or bool(arguments.sets))
            score, account = measure(of, system, arguments.shared.resolve(), verbose=told)
            scores.append(score)
            accounts += [account] if told else []
    if arguments.json:
        rows = [{"set": s.of.id, "documents": len(s.of.golds), "system": s.system, **s.parts} for s in scores]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if accounts:
        print("\n".join(accounts), commonest(accounts), "", sep="\n")
    print(table(scores), end="")
    if not (arguments.all or arguments.write):
        return
    tables = {"table": table(scores), **public.sections(arguments.shared.resolve(), GOLD, arguments.limit)}
    print("", public.written(list(tables.items())[1:]), sep="\n", end="")
    if arguments.write:
        for name, new in tables.items():
            write(PAGE, name, new)


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when done; else one line on standard error and the error's exit code."""
    try:
        _run(_arguments(words))
    except ZhimaiError as error:
        print(f"quality: {error}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
