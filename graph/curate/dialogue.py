"""One doubt after the other: what a key means, and that an answer is on the disk before the next question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from ..decisions import Choice, Decision
from .checked import Desk
from .doubts import Doubt
from .lines import doubt_lines

Ask = Callable[[str], str]
"""Shows a prompt and gives the answer: a key, or a line that begins with one; `EOFError` where there is none."""
Tell = Callable[[str], None]

PROMPT = "y same · n different · ⏎ skip · u undo · w why · q quit > "
_HELP = """  y or s  they are one thing            n or d  they are two
  space or Enter  leave it for later    u  take the last answer back
  w  type the reason of your answer     q  stop; what is decided is kept"""


class _Act(Enum):
    SKIP = auto()
    UNDO = auto()
    WHY = auto()
    QUIT = auto()
    HELP = auto()


_KEYS: dict[str, Choice | _Act] = {
    **dict.fromkeys(("y", "s", "是", "同"), Choice.SAME),
    **dict.fromkeys(("n", "d", "否", "异", "異"), Choice.DIFFERENT),
    **dict.fromkeys(("", " ", "\r", "\n"), _Act.SKIP),
    "u": _Act.UNDO,
    "w": _Act.WHY,
    **dict.fromkeys(("q", "\x03", "\x04", "\x1b"), _Act.QUIT),
    **dict.fromkeys(("?", "h"), _Act.HELP),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a review: the decisions that stand, and how many doubts are left."""

    decisions: tuple[Decision, ...]
    left: int


def review(desk: Desk, doubts: list[Doubt], ask: Ask, tell: Tell, ask_why: Ask) -> Told:
    """Go through doubts until they or the answers end; whatever is decided is in the desk's file by then.

    Args:
        desk: the build.
        doubts: what to ask, in this order.
        ask: gives the answer to a doubt; what follows the key of an answer is its reason.
        tell: shows a line or several.
        ask_why: gives the reason where somebody wants to type one apart.
    """
    made: list[tuple[int, Decision]] = []
    at, shown, reason = 0, -1, ""
    try:
        while at < len(doubts):
            if at != shown:
                tell("\n".join(["", *doubt_lines(desk.store, desk.names, doubts[at], at + 1, len(doubts)), ""]))
                shown, reason = at, ""
            meant, said = _meaning(ask(PROMPT))
            match meant:
                case Choice():
                    made.append((at, desk.answer(doubts[at], meant, said or reason)))
                    tell(f"  {made[-1][1]}")
                    at += 1
                case _Act.SKIP:
                    at += 1
                case _Act.UNDO:
                    at = _undo(desk, made, tell, at)
                case _Act.WHY:
                    reason = said or ask_why("  why: ").strip()
                case _Act.QUIT:
                    break
                case _:
                    tell(_HELP)
    except (EOFError, KeyboardInterrupt):
        tell("")
    return Told(tuple(decision for _, decision in made), len(doubts) - len(made))


def _meaning(answer: str) -> tuple[Choice | _Act, str]:
    """What an answer means, and what is said behind its key; what means nothing asks for help."""
    key, _, rest = answer.strip("\n\r").partition(" ") if answer.strip() else ("", "", "")
    return _KEYS.get(key.lower(), _Act.HELP), rest.strip()


def _undo(desk: Desk, made: list[tuple[int, Decision]], tell: Tell, at: int) -> int:
    """Take the last answer back, and go to its doubt again."""
    if not made:
        tell("  nothing to take back")
        return at
    if not desk.take_back(made[-1][1]):
        tell(f"  {desk.file} has other lines behind it by now: mend it there")
        return at
    before, decision = made.pop()
    tell(f"  taken back: {decision}")
    return before
