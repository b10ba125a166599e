"""How right the identity of things is over a corpus.

    python -m benchmarks.identity clusters [--set development | --set test] [--kinds] [--verbose] [--stability]
    python -m benchmarks.identity pairs [--shared DIR] [--set development | --set test | --set more] [--kinds] [--verbose]
    python -m benchmarks.identity speed [--shared DIR] [--documents N]

``clusters`` builds the articles of all groups in ``clusters/`` as one corpus and compares which names are one thing with what
the groups say. ``pairs`` does so for pairs of mentions from news and public sets, whose texts lie in the shared folder, and
for exact matching of names. ``speed`` times the resolution of ten thousand short documents. What is counted stands in
``README.md`` beside this file.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path

from graph.errors import ZhimaiError
from graph.ontology import load_ontology
from graph.resolve import resolve
from graph.script import normal_form
from graph.show import Known

from . import corpora, explained, pairs, scale, stability
from .agreement import Agreement, Labels, b_cubed, pairwise
from .gold import SETS, GoldMention, Group, load, mentions
from .located import built, entities_of, found_in

TITLES = {pairs.MORE: "more (read once, looked at)"}
Row = tuple[GoldMention, str | None]
SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def exact(surface: str) -> str:
    """The name as the baseline compares it: simplified, half-width, lower case, without blanks."""
    return "".join(normal_form(surface).split())


def labels(rows: Sequence[Row]) -> tuple[Labels, Labels, Labels]:
    """Three clusterings of the mentions: the gold's, the build's (what was not recognised is alone), the baseline's."""
    gold = [one.cluster for one, _ in rows]
    found: list[Hashable] = [(number,) if entity is None else entity for number, (_, entity) in enumerate(rows)]
    return gold, found, [exact(one.surface) for one, _ in rows]


def table(title: str, rows: Sequence[Row], *, by_kind: bool) -> str:
    """The mentions counted as a Markdown table: all, those recognised, and perhaps each kind of case."""
    seen = [row for row in rows if row[1] is not None]
    clusters = {one.cluster for one, _ in rows}
    head = ["mentions of", "number", *("ours, B³", "exact names, B³", "ours, pairs", "exact names, pairs")]
    body = [head, ["---", "--:", *["---"] * 4]]
    body += [_line("all", rows, None), _line("those recognised", seen, None)]
    kinds = sorted({one.kind for one, _ in rows}) if by_kind else []
    body += [_line(kind, rows, [i for i, (one, _) in enumerate(rows) if one.kind == kind]) for kind in kinds]
    lines = [f"| {' | '.join(cells)} |" for cells in body]
    told = f"{title}: {len(rows)} mentions of {len(clusters)} things, {len(rows) - len(seen)} not recognised"
    return "\n".join(
        [told, "", *lines, "", f"Precision / recall / F1. With all that is recognised right: {_cell(ceiling(rows))}."]
    )


def ceiling(rows: Sequence[Row]) -> Agreement:
    """B-cubed where each recognised mention is in its right cluster and each other one alone."""
    gold, _, _ = labels(rows)
    best: list[Hashable] = [(i,) if entity is None else one.cluster for i, (one, entity) in enumerate(rows)]
    return b_cubed(gold, best)


def _line(name: str, rows: Sequence[Row], of: Sequence[int] | None) -> list[str]:
    gold, ours, names = labels(rows)
    number = len(rows) if of is None else len(of)
    scores = [measure(gold, found, of) for measure in (b_cubed, pairwise) for found in (ours, names)]
    return [name, str(number), *map(_cell, scores)]


def _cell(score: Agreement) -> str:
    return f"{score.precision:.3f} / {score.recall:.3f} / **{score.f1:.3f}**"


def errors(rows: Sequence[Row]) -> Iterator[str]:
    """What is wrong, a line each: things taken for one, a thing taken for several, names not recognised."""
    by_entity: dict[str, list[GoldMention]] = defaultdict(list)
    by_cluster: dict[str, dict[str, list[GoldMention]]] = defaultdict(lambda: defaultdict(list))
    for one, entity in rows:
        if entity is None:
            yield f"unrecognised  {one.cluster} ({one.kind}): {one.surface} in {one.article}"
            continue
        by_entity[entity].append(one)
        by_cluster[one.cluster][entity].append(one)
    for entity, those in sorted(by_entity.items()):
        if len({one.cluster for one in those}) > 1:
            yield f"one for several  {entity}: {_named(those)}"
    for cluster, entities in sorted(by_cluster.items()):
        if len(entities) > 1:
            parts = "; ".join(f"{entity} = {_named(those)}" for entity, those in sorted(entities.items()))
            yield f"several for one  {cluster}: {parts}"


def _named(those: Sequence[GoldMention]) -> str:
    return ", ".join(sorted({f"{one.surface}@{one.article}:{one.cluster}" for one in those}))


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.identity", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    clusters = commands.add_parser("clusters", help="clusters of names over groups of articles made for it")
    sample = commands.add_parser("pairs", help="pairs of mentions of news and public sets that readers judged")
    for command, what, sets in ((clusters, "kind of case", SETS), (sample, "stratum", pairs.SETS)):
        command.add_argument("--set", action="append", choices=sets, dest="sets", help="count this set only")
        command.add_argument(
            "--kinds", action="store_true", help=f"count each {what} in the test half too: for a last report"
        )
        command.add_argument("--verbose", action="store_true", help="also print every error outside the test half")
    clusters.add_argument(
        "--stability",
        action="store_true",
        help="also build in other orders and without each group, which takes minutes",
    )
    speed = commands.add_parser("speed", help="how long the resolution of many short documents takes")
    for command in (sample, speed):
        command.add_argument("--shared", type=Path, default=SHARED, help="the folder with corpus/ and data/")
    speed.add_argument(
        "--documents", type=_number, default=scale.DOCUMENTS, help=f"how many documents ({scale.DOCUMENTS:,})"
    )
    for command, run in ((clusters, _clusters), (sample, _pairs), (speed, _speed)):
        command.set_defaults(run=run)
    return parser.parse_args(words)


def _number(word: str) -> int:
    if (number := int(word)) <= scale.ALONE:
        raise ValueError(word)
    return number


def _clusters(arguments: argparse.Namespace) -> None:
    groups = load()
    gold = mentions(groups)
    places = found_in(built(article for group in groups for article in group.articles))
    spaces = {name: one.space for name, one in load_ontology().classes.items()}
    rows: list[Row] = list(zip(gold, entities_of(gold, places, spaces), strict=True))
    # Nobody looks at errors of the test half, or it measures nothing any more.
    if arguments.verbose:
        print(*errors([row for row in rows if row[0].half == "development"]), "", sep="\n")
    for half in arguments.sets or SETS:
        by_kind = arguments.kinds or half == "development"
        print(table(half, [row for row in rows if row[0].half == half], by_kind=by_kind), end="\n\n")
    if not arguments.sets:
        print(table("both", rows, by_kind=arguments.kinds))
    if arguments.stability:
        _stability(groups, places)


def _stability(groups: Sequence[Group], places: stability.Places) -> None:
    print(f"\nother orders with other clusters: {stability.in_another_order(groups, places)} of 3")
    removals = stability.without_each(groups, places)
    untouched = sum(len(one.untouched) for one in removals)
    touched = sum(len(one.touched) for one in removals)
    lost = sum(one.lost for one in removals)
    print(f"each of {len(removals)} groups left out in turn, IRIs that change in the others' articles:")
    print(f"{untouched} of things that the group does not name, {touched} of things that it names too;")
    print(f"{lost} of {sum(one.mentions for one in removals) + lost} mentions found only with or only without it")
    half = {group.name: group.half for group in groups}
    for one in removals:
        shown = f": {', '.join(one.untouched)}" if one.untouched and half[one.group] == "development" else ""
        print(f"  {one.group}: {len(one.untouched)} + {len(one.touched)}, {one.lost}{shown}")


def _pairs(arguments: argparse.Namespace) -> None:
    corpora.needs(arguments.shared)
    ontology = load_ontology()
    spaces = {name: one.space for name, one in ontology.classes.items()}
    given = [*pairs.load(), *pairs.load(pairs.MORE_FILE)]
    main = [*corpora.sentences(arguments.shared, "finre-train", "finre-valid"), *corpora.news(arguments.shared)]
    names = corpora.abbreviations(arguments.shared)
    print(f"reading {len(main):,} documents, which takes minutes", file=sys.stderr)
    rows: list[pairs.Answer] = []
    known: dict[str, Known] = {}
    for extractions, sets in ((corpora.read(main), ("finre", "news")), (corpora.alone(names, "abbrev"), ("abbrev",))):
        knowledge = resolve(extractions, ontology)
        places = found_in(knowledge, lambda document: document.id)
        found = pairs.answers([one for one in given if one.left.set in sets], places, spaces)
        ids = [row.left.entity for row in explained.merged(found) if row.left]
        known |= explained.shown(knowledge, ontology, ids)
        rows += found
    _report(arguments, rows, known)


def _report(arguments: argparse.Namespace, rows: Sequence[pairs.Answer], known: Mapping[str, Known]) -> None:
    groups = {name: [row for row in rows if row.pair.half == name] for name in pairs.SETS}
    # Nobody looks at errors of the test half, or it measures nothing any more.
    seen = [name for name in groups if name != pairs.UNSEEN]
    if arguments.verbose:
        print(*pairs.errors([row for name in seen for row in groups[name]]), "", sep="\n")
    both = [row for half in SETS for row in groups[half]]
    tables = {**{half: groups[half] for half in SETS}, "both": both, pairs.MORE: groups[pairs.MORE]}
    for name in arguments.sets or tables:
        by_stratum = arguments.kinds or name in seen
        print(pairs.table(TITLES.get(name, name), tables[name], by_stratum=by_stratum), end="\n\n")
    for name in arguments.sets or groups:
        merged = explained.merged(groups[name])
        lacking = list(explained.unexplained(merged, known))
        print(f"{name}: {len(merged) - len(lacking)} of {len(merged)} pairs under two names are explained by `show`")
        for row, names in lacking if name in seen else ():
            print(f"  {row.pair.id} ({row.pair.stratum}): {' and '.join(names)} of {row.left and row.left.entity}")


def _speed(arguments: argparse.Namespace) -> None:
    corpora.needs(arguments.shared)
    print(f"reading {arguments.documents:,} documents, which takes minutes", file=sys.stderr)
    print(*scale.told(arguments.shared, arguments.documents), sep="\n")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when done; else one line on standard error and the error's exit code."""
    arguments = _arguments(words)
    try:
        arguments.run(arguments)
    except ZhimaiError as error:
        print(f"identity: {error}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
