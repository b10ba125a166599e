"""How well Zhimai reads a field that it was not made for: scores the example in ``docs/examples/rulings``.

    python -m benchmarks.second_field [--shared DIR] [--set development | --set held-out]… [--verbose]

Each article is built with the example's own Turtle and CSV. The scorer is that of ``benchmarks.quality``, which knows the
shipped classes only: a class of the example is to it a family by itself, so that a court found as a plain public body
counts as missed.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import graph
from graph.errors import UsageError, ZhimaiError
from graph.ontology import ZM, Ontology, load_ontology

from .quality import CHECKOUT, PARTS, GoldSet, Scorer, System, commonest, measure, table

FIELD = CHECKOUT / "docs" / "examples" / "rulings"
ONTOLOGY, ENTITIES = FIELD / "rulings.ttl", FIELD / "rulings.csv"
SETS = (
    GoldSet("development", "rulings, development", tuple(FIELD / "gold" / f"{n:02}.json" for n in range(1, 6))),
    GoldSet("held-out", "rulings, held out", tuple(FIELD / "gold" / f"{n:02}.json" for n in range(6, 11))),
)


def system(ontology: Ontology) -> System:
    """Zhimai with the files of the example; the graph that is scored has its classes in the scorer's namespace."""

    def build(article: Path, folder: Path) -> Path:
        graph.build([str(article)], folder, ontology=[ONTOLOGY], entities=[ENTITIES])
        text = (folder / "graph.ttl").read_text("utf-8")
        for namespace in ontology.prefixes.values():
            text = text.replace(f"<{namespace}>", f"<{ZM}>")
        (scored := folder / "scored.ttl").write_text(text, encoding="utf-8")
        return scored

    return System("Zhimai with rulings.ttl and rulings.csv", build, PARTS)


def scorer_for(shared: Path, ontology: Ontology) -> Scorer:
    """The scorer of the shared folder, with the classes of the example beside those that it knows.

    Raises:
        UsageError: where ``shared`` has none.
    """
    path = shared / "score" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        raise UsageError("no score/score.py is here", where=str(shared), remedy="name the shared folder with --shared")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    vars(module)["FAMILIES"].extend({name} for name in ontology.classes if ontology.is_own(name))

    def run(texts: Path, *words: str) -> str:
        printed = io.StringIO()
        arguments = ["score", *words, "--texts", str(texts)]
        with contextlib.redirect_stdout(printed), mock.patch.object(sys, "argv", arguments):
            module.main()
        return printed.getvalue()

    return run


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.second_field", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--shared", type=Path, default=CHECKOUT.parent / "shared", help="the folder with score/")
    names = [one.id for one in SETS]
    parser.add_argument(
        "--set", action="append", choices=names, dest="sets", help="score this set only; may be repeated"
    )
    parser.add_argument("--verbose", action="store_true", help="also print every error of the set that --set names")
    return parser.parse_args(words)


def _run(arguments: argparse.Namespace) -> None:
    ontology = load_ontology(extra=[ONTOLOGY])
    run = scorer_for(arguments.shared.resolve(), ontology)
    scores = []
    for of in SETS:
        if arguments.sets and of.id not in arguments.sets:
            continue
        told = arguments.verbose and bool(arguments.sets)  # nobody sees the errors of the held-out set by accident
        score, account = measure(of, system(ontology), FIELD, verbose=told, scorer=run)
        scores.append(score)
        if told:
            print(account, commonest([account]), "", sep="\n")
    print(table(scores), end="")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when done; else one line on standard error and the error's exit code."""
    try:
        _run(_arguments(words))
    except ZhimaiError as error:
        print(f"second_field: {error}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
