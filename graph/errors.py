"""One family of errors. Each message is one line that says what went wrong, where, and the remedy.

>>> str(InputError("no Chinese in it", where="a.txt", remedy="give an article in Chinese"))
'a.txt: no Chinese in it; give an article in Chinese'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")


class ZhimaiError(Exception):
    """What every error of Zhimai is; ``exit_code`` is what the command line returns for it.

    Args:
        what: what went wrong, without a full stop.
        where: the file, node or command that it concerns.
        remedy: what the user can do about it.
        others: what else is wrong in the same place, where one look finds all of it.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, what: str, *, where: str = "", remedy: str = "", others: Sequence[ZhimaiError] = ()) -> None:
        self.what, self.where, self.remedy = (one_line(part) for part in (what, where, remedy))
        self.others = tuple(others)
        more = f" (and {len(self.others)} more mistake{'s' * (len(self.others) > 1)})" if self.others else ""
        super().__init__(self.line + more)

    @property
    def line(self) -> str:
        """The message without a word of the others."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.remedy}" if self.remedy else head


class InputError(ZhimaiError):
    """A source that cannot be read as an article: empty, binary, of unknown encoding, without Chinese."""

    exit_code = 2


class UsageError(ZhimaiError):
    """A command, name or query that is wrong."""

    exit_code = 2


class QueryError(UsageError):
    """A query that cannot be understood; ``picture`` is its line with a mark under the place, perhaps empty.

    ``line_number`` and ``column`` are that place, counted in characters from 1.
    """

    def __init__(
        self, what: str, *, where: str = "", remedy: str = "", picture: str = "", line: int = 1, column: int = 1
    ) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.picture, self.line_number, self.column = picture, line, column


class RefusedError(UsageError):
    """A query that is understood and not run, because it would ask another server."""


class OntologyError(ZhimaiError):
    """A mistake in an ontology file; ``where`` names the file and the term."""

    exit_code = 2


class EntitiesError(ZhimaiError):
    """A mistake in a CSV file of entities; ``where`` names the file and the line."""

    exit_code = 2


class DecisionsError(ZhimaiError):
    """A mistake in a CSV file of a person's decisions; ``where`` names the file and the line."""

    exit_code = 2


class OutputError(ZhimaiError):
    """An output that cannot be written; what stood there before is left as it was."""

    exit_code = 3


def one_line(text: str) -> str:
    r"""The text on one line, without what would steer a terminal: controls and marks of direction.

    >>> one_line("\u7532\x1b[2J\u202e\n\u4e59")
    '甲 [2J 乙'
    """
    return " ".join(_STEERING.sub(" ", text).split())
