"""The log of judgements on names: across the builds into one folder, what each judged otherwise than the one before.

``store/judgements.jsonl`` holds one judgement a line and is only ever added to. A build adds what is new against the log's
last word on a pair: a pair that it did not have, another verdict, a score that moved by more than 0.05, other words of a
person, or that a judgement no longer arises (``withdrawn``). Where nothing changed it adds nothing. A program's reason in
other words is no change.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from .errors import InputError
from .model import PROGRAM, Entity, Judgement, Verdict

LOG = "store/judgements.jsonl"
"""Where the log is in a build's folder."""

_WITHDRAWN = "withdrawn"
_MOVED = 0.05  # how far a score may drift before the log has it anew
_ON_IDENTITY = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)  # of these one alone holds for a pair
_MARKS = re.compile(r"[\W_]+")
_MOST_TOLD = 10

_Pair = tuple[str, str, bool, str]


@dataclass(frozen=True, slots=True)
class Word:
    """A line of the log: a judgement, or that it no longer arises."""

    judgement: Judgement
    withdrawn: bool = False

    def __str__(self) -> str:
        one = self.judgement
        verdict = {"verdict": _WITHDRAWN, "was": one.verdict} if self.withdrawn else {"verdict": one.verdict}
        told = {"left": one.left, "right": one.right, **verdict, "score": one.score, "reason": one.reason, "by": one.by}
        return json.dumps(told, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Log:
    """The log of a folder before a build adds to it.

    ``content`` is the file as it is, ``standing`` what it last says of each pair and has not withdrawn, ``begun`` whether
    there is one; ``notes`` name lines that are no judgements.
    """

    content: bytes = b""
    standing: Mapping[_Pair, Judgement] = field(default_factory=dict)
    begun: bool = False
    notes: tuple[str, ...] = ()

    def news(self, judgements: Iterable[Judgement]) -> tuple[Word, ...]:
        """What a build with these judgements has to add, sorted by what it is about."""
        return tuple(self._news(_by_pair(judgements)))

    def _news(self, now: Mapping[_Pair, Judgement]) -> Iterator[Word]:
        for pair in sorted(now.keys() | self.standing.keys()):
            new, old = now.get(pair), self.standing.get(pair)
            if new is None:
                yield Word(self.standing[pair], withdrawn=True)
            elif old is None or _differs(old, new):
                yield Word(new)

    def keep(self, news: Iterable[Word], directory: Path) -> None:
        """Write the log with what is new into ``directory``, where ``store/`` is.

        Raises:
            OSError: the folder cannot be written.
        """
        added = "".join(f"{word}\n" for word in news).encode()
        broken_off = added and self.content and not self.content.endswith(b"\n")
        (directory / LOG).write_bytes(self.content + (b"\n" if broken_off else b"") + added)

    def changes(self, news: Iterable[Word], entities: Iterable[Entity]) -> Changes | None:
        """What the news mean for those who read the graph; ``None`` where no build was here before."""
        if not self.begun:
            return None
        told = _Telling(entities)
        merged, withdrawn, changed = [], [], []
        for word in news:
            one, old = word.judgement, self.standing.get(_pair(word.judgement))
            if word.withdrawn:
                withdrawn += [one] if one.verdict is Verdict.SAME and not told.one_thing(one) else []
            elif old is not None:
                changed += [one] if one.verdict is not old.verdict else []
            else:
                merged += [one] if one.verdict is Verdict.SAME else []
        was = {one: self.standing[_pair(one)].verdict for one in changed}
        return Changes(told.group(merged), told.group(withdrawn), told.group(changed, was))


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the two names, what is held of them now, why, and what was held before where that is another verdict."""

    left: str
    right: str
    verdict: str
    reason: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """How many changes there are of a sort, and a few of them, the least sure first."""

    number: int = 0
    examples: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What became otherwise since the last build into a folder: names that are one now, names that no longer are (also not
    by way of another name), and pairs on which the verdict is another.
    """

    merged: Group = Group()
    withdrawn: Group = Group()
    changed: Group = Group()


class _Telling:
    """Judgements in names instead of ids, by the entities that there are now."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._names: dict[str, str] = {}
        self._bearers: dict[str, set[str]] = {}
        for entity in entities:
            self._names[entity.id] = entity.name
            for name in (entity.name, *entity.aliases, *entity.hidden, _local(entity.id)):
                self._bearers.setdefault(_plain(name), set()).add(entity.id)

    def one_thing(self, judgement: Judgement) -> bool:
        """Whether both sides are one thing all the same: a thing that found its full name gets another id."""
        sides = (self._bearing(side) for side in (judgement.left, judgement.right))
        return bool(set.intersection(*sides))

    def _bearing(self, side: str) -> set[str]:
        return {side} if side in self._names else self._bearers.get(_plain(_local(side)), set())

    def group(self, judgements: Sequence[Judgement], was: Mapping[Judgement, Verdict] | None = None) -> Group:
        first = sorted(judgements, key=lambda one: (one.score, one.left, one.right, one.by))[:_MOST_TOLD]
        return Group(len(judgements), tuple(self._change(one, (was or {}).get(one)) for one in first))

    def _change(self, one: Judgement, was: Verdict | None) -> Change:
        left, right = (self._names.get(side, side) for side in (one.left, one.right))
        return Change(left, right, one.verdict.value, one.reason, was.value if was else "")


def read_log(directory: Path) -> Log:
    """The log of the builds into ``directory``; an empty one where there is none.

    Raises:
        InputError: it cannot be read.
    """
    path = directory / LOG
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Log()
    except OSError as error:
        remedy = "check its permissions, or remove it to begin the log anew"
        raise InputError(f"cannot be read ({error.strerror})", where=str(path), remedy=remedy) from error
    standing: dict[_Pair, Judgement] = {}
    notes = []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        word = _word(line)
        if word is None:
            notes.append(f"{LOG}:{number}: is no judgement and is passed over; it stays in the file")
        elif word.withdrawn:
            standing.pop(_pair(word.judgement), None)
        else:
            standing[_pair(word.judgement)] = word.judgement
    return Log(content, standing, begun=True, notes=tuple(notes))


def _word(line: bytes) -> Word | None:
    """What a line says, if it is one of the log's."""
    try:
        said: dict[str, Any] = json.loads(line.decode("utf-8-sig"))
        left, right, reason, by = (said[key] for key in ("left", "right", "reason", "by"))
        withdrawn = said["verdict"] == _WITHDRAWN
        verdict, score = Verdict(said["was" if withdrawn else "verdict"]), float(said["score"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    if not all(isinstance(text, str) for text in (left, right, reason, by)) or not 0 <= score <= 1:
        return None
    return Word(Judgement(left, right, verdict, score, reason, by), withdrawn)


def _pair(judgement: Judgement) -> _Pair:
    """What a judgement is about: of those that agree in this the log keeps the last."""
    matter = "" if judgement.verdict in _ON_IDENTITY else judgement.verdict.value
    return judgement.left, judgement.right, judgement.by == PROGRAM, matter


def _by_pair(judgements: Iterable[Judgement]) -> dict[_Pair, Judgement]:
    """The judgements by what they are about, the scores as they are written; of several the surest."""
    found: dict[_Pair, Judgement] = {}
    for one in sorted(judgements, key=lambda one: (one.score, one.verdict, one.reason, one.by)):
        found[_pair(one)] = replace(one, score=round(one.score, 2))
    return found


def _differs(old: Judgement, new: Judgement) -> bool:
    said = (old.by, old.reason) != (new.by, new.reason) and new.by != PROGRAM
    return new.verdict is not old.verdict or round(abs(new.score - old.score), 2) > _MOVED or said


def _local(id: str) -> str:
    return id.rpartition("/")[2]


def _plain(name: str) -> str:
    """A name without what an id leaves out of it."""
    from .script import normal_form

    return _MARKS.sub("", normal_form(name))
