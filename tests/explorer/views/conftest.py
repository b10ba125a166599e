"""The small knowledge, opened as a process opens it."""

from __future__ import annotations

import pytest

from graph.explorer.views import Opened
from graph.store import open_store

from ..served import write


@pytest.fixture(scope="session")
def opened(tmp_path_factory) -> Opened:
    """The small knowledge."""
    return Opened(open_store(write(tmp_path_factory.mktemp("opened"))))
