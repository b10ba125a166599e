"""``zhimai serve``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Any but loopback wants a token.")
@click.option("--token", default="", metavar="T", help="What a client must show; made at random where it is needed.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="Give a query up after so long.",
)
@click.option(
    "--max-answer",
    type=click.FloatRange(min=0, min_open=True),
    default=64.0,
    show_default=True,
    metavar="MB",
    help="Refuse an answer that is larger.",
)
@click.option(
    "--max-memory",
    type=click.FloatRange(min=16),
    default=2048.0,
    show_default=True,
    metavar="MB",
    help="Give a query up that needs more; on Linux.",
)
@click.option("--open", "browse", is_flag=True, help="Show it in the browser at once.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Queries at a time.")
def serve(
    directory: Path,
    port: int,
    host: str,
    token: str,
    timeout: float,
    max_answer: float,
    max_memory: float,
    workers: int,
    browse: bool,
) -> None:
    """Serve a build: the explorer for people, a SPARQL endpoint for programs.

    DIR is what a build wrote; it is only read. The pages are at /, the endpoint is /sparql, for any client of SPARQL 1.1.
    Nobody but this machine can ask unless --host says so. Ctrl-C stops it.

    \b
    Examples:
      zhimai serve outputs --open
      zhimai serve outputs --port 8080 --timeout 120
    """
    from ..explorer import Limits, Place
    from ..explorer import serve as run

    limits = Limits(seconds=timeout, answer=max_answer, memory=max_memory)
    try:
        run(directory, Place(host, port, token), limits, workers, click.echo, click.launch if browse else None)
    except KeyboardInterrupt:
        click.echo("stopped")
