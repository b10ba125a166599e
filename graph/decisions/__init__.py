"""A person's word: decisions in a plain CSV file that is only added to, and that wins over what the program judges.

    decision,thing,relation,other,reason,by,date
    same,甲川智能,,甲川智能科技有限公司,one address,Lin,2024-06-12
    reject,甲川智能,produces,乙型机器人,it only sells it,Lin,2024-06-12

A thing is named by any of its names in either script, or by its id (``org/甲川智能科技有限公司``) where a name has several
bearers. Of two lines about one pair, one name or one statement the later one holds.
"""

from __future__ import annotations

from .decision import NO_DECISIONS, PERSON, Choice, Decision, Decisions
from .load import load_decisions
from .write import append_decision, take_back

__all__ = [
    "NO_DECISIONS",
    "PERSON",
    "Choice",
    "Decision",
    "Decisions",
    "append_decision",
    "load_decisions",
    "take_back",
]
