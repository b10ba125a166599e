"""What every question of the pages has in common."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from ...errors import UsageError
from ..answering import Answer, Limits, refusal

if TYPE_CHECKING:
    from .opened import Opened

Json = Any
"""Lists, dicts, strings, numbers, booleans and ``None``."""


class Unknown(UsageError):
    """There is no such thing in the build."""


class Asked(ABC):
    """A question; its subclasses are frozen dataclasses, since they travel between processes."""

    __slots__ = ()

    @abstractmethod
    def told(self, opened: Opened) -> Json:
        """What answers it.

        Raises:
            Unknown: what it asks for is not there.
            UsageError: it cannot be answered as it is put.
        """

    def answered(self, opened: Opened, limits: Limits) -> Answer:
        """The answer as JSON, or the refusal that says why there is none."""
        try:
            told = self.told(opened)
        except Unknown as error:
            return refusal(404, str(error))
        except UsageError as error:
            return refusal(400, str(error))
        body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        if len(body) > limits.answer_bytes:
            return limits.too_large()
        return Answer(body, "application/json")
