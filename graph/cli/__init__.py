"""The command line: one module a command; ``main`` turns every failure into one line and an exit code."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType

import click
from click.shell_completion import shell_complete

from .. import __version__
from ..errors import QueryError, ZhimaiError
from .build import build
from .check import check
from .completion import completion
from .curate import curate
from .evaluate import evaluate
from .explain import explain
from .export import export
from .extract import extract
from .forget import forget
from .page import page
from .query import query
from .serve import serve
from .show import show

_DONE, _WRONG_USAGE, _FAILED, _INTERRUPTED = 0, 2, 3, 130

_EPILOG = """\b
Five minutes to a first graph:
  zhimai build                      the sample articles, into outputs/
  zhimai build news/ -o my-graph    your own articles
  zhimai query outputs --list       questions that are ready to ask

Exit codes: 0 done, 1 done but sources were skipped or shapes violated, 2 wrong
usage or unreadable input, 3 failed and nothing changed, 130 interrupted.
"""


_SECTIONS = {
    "Make a graph": (build, curate, forget),
    "Ask it": (query, show, serve, check),
    "Take it elsewhere": (page, export),
    "Without a graph": (extract, explain, evaluate),
    "The program itself": (completion,),
}


class _Sections(click.Group):
    """Lists the commands by what one wants to do, in the order in which one needs them."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 click calls it
        for title, commands in _SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(
                    [(command.name or "", command.get_short_help_str(limit=60)) for command in commands],
                    col_max=12,
                )


@click.group(cls=_Sections, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Zhimai 知脈: from Chinese news articles to a knowledge graph in which every fact shows its evidence."""


for _commands in _SECTIONS.values():
    for _command in _commands:
        cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on ``arguments`` (default: those of the process) and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if instruction := os.environ.get("_ZHIMAI_COMPLETE"):  # a shell asks what may follow
        return shell_complete(cli, {}, "zhimai", "_ZHIMAI_COMPLETE", instruction)
    with suppress(ValueError):  # signals belong to the main thread; whoever calls from another one handles them
        for name in {"SIGTERM", "SIGHUP"} & set(dir(signal)):  # so that temporary folders are taken away
            signal.signal(getattr(signal, name), _interrupt)
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments) or ["--help"])
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _DONE
    except (KeyboardInterrupt, Exception) as error:  # noqa: BLE001 nothing must end in a traceback
        message, code = _message(error)
        click.echo(f"zhimai: {message}", err=True)
    return code


def _run(words: list[str]) -> int:
    """What `cli.main` does, less its own way with interruptions and closed pipes."""
    try:
        with cli.make_context("zhimai", words) as context:
            cli.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return _DONE


def _interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt


def _message(error: BaseException) -> tuple[str, int]:
    """One line for the user, or one for each mistake in an ontology file, and the exit code."""
    match error:
        case QueryError(picture=picture) if picture:
            return f"{error}\n{picture}", error.exit_code
        case ZhimaiError():
            return "\nzhimai: ".join(one.line for one in (error, *error.others)), error.exit_code
        case KeyboardInterrupt():
            return "interrupted; what stood in the output folder is unchanged", _INTERRUPTED
        case click.ClickException():
            return _usage(error), _WRONG_USAGE
        case ModuleNotFoundError():
            return f"{error.name} is not installed; install Zhimai again with: pip install zhimai", _FAILED
    if os.environ.get("ZHIMAI_DEBUG"):
        raise error
    said = f"unexpected {type(error).__name__}: {' '.join(str(error).split())}"
    return f"{said}; please report it with what this command prints under ZHIMAI_DEBUG=1", _FAILED


def _usage(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "zhimai"
    return f"{' '.join(error.format_message().split())} (see {command} --help)"
