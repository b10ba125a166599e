"""The words of the interface: every one is said somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph.explorer.pages import HERE
from graph.explorer.reader import WORDS, columns

ROOMS = sorted(room for room in WORDS.glob("*.json") if room.stem != "columns")
SAID = re.compile(r"""\bsay\.(\w+)|["'`]([\w-]+)["'`]""")
COMPOSED = re.compile(r"""say\['([\w-]+)' ~|(?:say|many)\(`([\w-]+)\$\{""")
"""The first part of words whose second part is a value."""


@pytest.fixture(scope="module")
def sources(checkout: Path) -> str:
    """All that can say a word."""
    scripts = (checkout / "client" / "src").rglob("*.js")
    files = [*HERE.rglob("*.html"), *HERE.rglob("*.py"), *scripts]
    return "\n".join(path.read_text("utf-8") for path in files)


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: path.stem)
def test_no_word_is_left_over(room, sources):
    """A template or a script names it, whole or by its first part."""
    said = {name for pair in SAID.findall(sources) for name in pair}
    begun = tuple(name for pair in COMPOSED.findall(sources) for name in pair if name)
    words = json.loads(room.read_text("utf-8"))["en"]
    assert [word for word in words if word not in said and not word.startswith(begun)] == []


def test_no_column_is_left_over(checkout):
    """Each is a variable of a named query."""
    queries = "\n".join(path.read_text("utf-8") for path in (checkout / "ontology" / "queries").glob("*.rq"))
    variables = set(re.findall(r"\?(\w+)", queries))
    assert [name for name in columns("en") if name not in variables] == []
