"""``zhimai curate``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import one_line
from .build import tell_notes
from .options import quiet_option
from .progress import followed

if TYPE_CHECKING:
    from ..curate import Desk, Told


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--same", nargs=2, multiple=True, metavar="A B", help="A and B are one thing.")
@click.option("--different", nargs=2, multiple=True, metavar="A B", help="A and B are two things.")
@click.option("--reject", nargs=3, multiple=True, metavar="A RELATION B", help="This statement or figure is wrong.")
@click.option("--rename", nargs=2, multiple=True, metavar="A NAME", help="A is to be called NAME.")
@click.option("--retype", nargs=2, multiple=True, metavar="A CLASS", help="A is of this class: Company, 企业.")
@click.option("--reason", default="", metavar="TEXT", help="Why, for the options above.")
@click.option("--by", default="", metavar="NAME", help="Who decides; `person` where nobody says.")
@click.option("--list", "listing", is_flag=True, help="Print what is to be reviewed as a table, and ask nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, and ask nothing.")
@click.option("--rebuild", is_flag=True, help="Make the build again with what is decided, and ask nothing.")
@click.option(
    "--decisions",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file to write to; DIR/decisions.csv by default.",
)
@quiet_option
@click.pass_context
def curate(
    context: click.Context,
    directory: Path,
    same: tuple[tuple[str, str], ...],
    different: tuple[tuple[str, str], ...],
    reject: tuple[tuple[str, str, str], ...],
    rename: tuple[tuple[str, str], ...],
    retype: tuple[tuple[str, str], ...],
    reason: str,
    by: str,
    listing: bool,
    as_json: bool,
    rebuild: bool,
    file: Path | None,
    quiet: bool,
) -> None:
    """Put right what a build makes of names, for good.

    Shows one pair of names after the other of which the program is unsure, most consequential first, each with sentences
    of both, and asks whether they are one. Answers are keys on a terminal, lines in a pipe; what follows the key on a
    line is the reason. Every decision is written at once to DIR/decisions.csv, which each later build into DIR takes
    along and which you may edit. A thing is named by any of its names, or by its id such as org/霁川智能.

    \b
    Examples:
      zhimai curate outputs
      zhimai curate outputs --same 霁川 浙江霁川智能科技有限公司 --rebuild
      zhimai curate outputs --reject 霁川智能 produces 机器人 --reason 只代理
    """
    from ..curate import Desk, json_of, table_of

    desk = Desk(directory, file, by)
    given = {"same": same, "different": different, "reject": reject, "rename": rename, "retype": retype}
    if as_json or listing:
        doubts = desk.doubts()
        click.echo(json_of(desk.store, desk.names, doubts) if as_json else table_of(doubts))
        return
    if any(given.values()):
        made = _decide(desk, given, reason, quiet)
    elif not rebuild:
        made = _review(desk)
    if rebuild:
        context.exit(_rebuild(desk, file, quiet))
    elif made and not quiet:
        click.echo(_what_next(desk, file, made))


def _decide(desk: Desk, given: dict[str, tuple[tuple[str, ...], ...]], reason: str, quiet: bool) -> int:
    """Write the decisions that stand in the command; their number."""
    from ..decisions import Choice

    made = 0
    for name, all in given.items():
        for thing, *relation, other in all:
            decision = desk.decide(Choice(name), thing, other, relation="".join(relation), reason=reason)
            made += 1
            if not quiet:
                click.echo(one_line(str(decision)))
    return made


def _review(desk: Desk) -> int:
    """Ask about each doubt; how many were decided."""
    from ..curate import review

    doubts = desk.doubts()
    if not doubts:
        click.echo("nothing to review: of no two names is the program unsure")
        return 0
    on_terminal = sys.stdin.isatty()
    told: Told = review(desk, doubts, _key if on_terminal else _line, click.echo, _line)
    click.echo(f"{len(told.decisions)} decided, {told.left} left")
    return len(told.decisions)


def _key(prompt: str) -> str:
    """One key of a terminal, without Enter."""
    click.echo(prompt, nl=False)
    key = click.getchar()
    click.echo(key if key.isprintable() else "")
    return key


def _line(prompt: str) -> str:
    """One line of standard input."""
    click.echo(prompt, nl=False)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo(line.rstrip("\n"))
    if not line:
        raise EOFError
    return line


def _what_next(desk: Desk, file: Path | None, made: int) -> str:
    count = f"{made} decision{'s' * (made != 1)} in {desk.file}"
    if not desk.keeps_texts:
        return f"{count}; the build did not keep its texts: build it again from the articles, with " + (
            f"--decisions {file}" if file else f"-o {desk.directory}"
        )
    option = f" --decisions {file}" if file else ""
    return f"{count}; to build with it: zhimai curate {desk.directory}{option} --rebuild"


def _rebuild(desk: Desk, file: Path | None, quiet: bool) -> int:
    """Make the build again; its exit code."""
    from ..pipeline import rebuild

    with followed(quiet=quiet, as_json=False) as notify:
        report = rebuild(desk.directory, decisions=[file] if file else (), notify=notify)
    if not quiet:
        held = sum(report.decided.values())
        entities, relations = sum(report.entities.values()), sum(report.relations.values())
        click.echo(
            f"built again: {entities:,} entities, {relations:,} relations; {held} decision{'s' * (held != 1)} applied"
        )
        tell_notes(report)
    if not report.conforms:
        click.echo(f"zhimai: validation: {report.violations} results; run: zhimai check {desk.directory}", err=True)
    return 0 if report.conforms else 1
