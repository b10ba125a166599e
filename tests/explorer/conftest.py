"""The application over the small knowledge."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small import FIRM, KNOWLEDGE

from graph.explorer import Limits

from .served import HOSTILE, serving, write


@pytest.fixture(scope="session", autouse=True)
def no_proxy():
    """Clients ask this machine itself, whatever its settings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("no_proxy", "127.0.0.1")
        yield


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Path:
    """The small knowledge, in which a firm, an article's title and a text are hostile."""
    firm = replace(FIRM, name=HOSTILE)
    entities = tuple(firm if one.id == FIRM.id else one for one in KNOWLEDGE.entities)
    first, *others = KNOWLEDGE.texts
    texts = (replace(first, document=replace(first.document, title=HOSTILE)), *others)
    return write(tmp_path_factory.mktemp("small"), replace(KNOWLEDGE, entities=entities, texts=texts))


@pytest.fixture(scope="session")
def client(small):
    """The application over it, with its usual limits."""
    with serving(small) as client:
        yield client


@pytest.fixture(scope="session")
def strict(small):
    """The same with narrow limits: a second, ten kilobytes of answer, one of request."""
    with serving(small, Limits(seconds=1, answer=0.01, memory=2048, request=0.001)) as client:
        yield client
