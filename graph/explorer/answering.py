"""A query answered in the format that is accepted, or refused in one line with the status that says why."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pyoxigraph import QueryTriples, RdfFormat, serialize

from ..errors import QueryError, RefusedError, UsageError
from ..store import Answer as Found
from ..store import Store
from .negotiation import RESULTS, TRIPLES, Format, chosen

if TYPE_CHECKING:
    from .views import Opened

_MEGABYTE = 1024 * 1024
_PLAIN = "text/plain; charset=utf-8"
_PREFIXED = (RdfFormat.TURTLE, RdfFormat.TRIG)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may take: seconds for an answer; megabytes of the answer, of memory for it, and of the request."""

    seconds: float = 30.0
    answer: float = 64.0
    memory: float = 2048.0
    request: float = 1.0

    def too_large(self) -> Answer:
        """The refusal of an answer that is larger than it may be."""
        what = f"the answer is larger than {self.answer:g} MB"
        return refusal(500, f"query: {what}; ask for less, with LIMIT, or serve with a larger --max-answer")

    @property
    def answer_bytes(self) -> int:
        return int(self.answer * _MEGABYTE)

    @property
    def memory_bytes(self) -> int:
        return int(self.memory * _MEGABYTE)

    @property
    def request_bytes(self) -> int:
        return int(self.request * _MEGABYTE)


class Inquiry(Protocol):
    """What a process can be asked: a value that travels to it."""

    def answered(self, opened: Opened, limits: Limits) -> Answer:
        """The answer, or the refusal that says why there is none."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query as it came in.

    Args:
        sparql: the query.
        accept: the client's header ``Accept``.
        graphs: the IRIs of the default graph and of the named ones, in place of the query's own.
        spreadsheet: give CSV for spreadsheets, in which no cell is a formula, whatever is accepted.
    """

    sparql: str
    accept: str = ""
    graphs: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    spreadsheet: bool = False

    def answered(self, opened: Opened, limits: Limits) -> Answer:
        """The answer, or the refusal that says what is wrong with the query."""
        return _answered(opened.store, self, limits)


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back."""

    body: bytes
    media_type: str
    status: int = 200


def refusal(status: int, text: str) -> Answer:
    """An answer that says in plain text why there is none."""
    return Answer(f"{text}\n".encode("utf-8", "replace"), _PLAIN, status)  # it may name what no encoding has


def mishap(error: Exception) -> str:
    """A mistake of ours in one line: what, and where in the source."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = " ".join(str(error).split())[:200] or "no more is known"
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return f"cannot be answered, by a mistake of Zhimai ({type(error).__name__}: {what}, at {place}); please report it"


def _answered(store: Store, question: Question, limits: Limits) -> Answer:
    try:
        if question.spreadsheet:
            text = store.query(question.sparql).render("spreadsheet").encode()
            return Answer(text, "text/csv; charset=utf-8") if len(text) <= limits.answer_bytes else limits.too_large()
        return _written(store, store.answer(question.sparql, question.graphs), question.accept, limits)
    except QueryError as error:
        return refusal(400, f"{error}\n{error.picture}" if error.picture else str(error))
    except RefusedError as error:
        return refusal(403, str(error))
    except _TooLargeError:
        return limits.too_large()
    except (UsageError, ValueError) as error:
        return refusal(400, str(error))
    except (OSError, RuntimeError) as error:
        return refusal(500, f"query: cannot be answered: {error}; mend or simplify it")


def described(formats: tuple[Format, ...]) -> str:
    """The media types of formats, for who accepts none of them."""
    return ", ".join(format.media_types[0] for format in formats)


def _written(store: Store, found: Found, accept: str, limits: Limits) -> Answer:
    formats = TRIPLES if isinstance(found, QueryTriples) else RESULTS
    choice = chosen(accept, formats)
    if choice is None:
        return refusal(406, f"no format in Accept fits this answer; it can be had as {described(formats)}")
    format, media_type = choice[0].format, choice[1]
    out = _Bounded(limits.answer_bytes)
    if isinstance(found, QueryTriples):
        prefixes = dict(store.prefixes) if format in _PREFIXED else None
        serialize(found, out, format, prefixes=prefixes)  # type: ignore[arg-type]  # writing is all that is asked of it
    else:
        found.serialize(out, format)  # type: ignore[arg-type]
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    return Answer(bytes(out.content), media_type + charset)


class _TooLargeError(Exception):
    """The answer has become larger than it may."""


class _Bounded:
    """A file in memory that takes so many bytes and no more."""

    def __init__(self, most: int) -> None:
        self.content, self._most = bytearray(), most

    def write(self, part: bytes) -> int:
        self.content += part
        if len(self.content) > self._most:
            raise _TooLargeError
        return len(part)

    def flush(self) -> None:
        """Nothing is held back."""
