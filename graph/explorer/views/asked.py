"""What every question of the pages has in common."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

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
    media_type: ClassVar[str] = "application/json"
    """What the answer goes out as: as JSON, or (any other type) as the text that is told."""

    @abstractmethod
    def told(self, opened: Opened) -> Json:
        """What answers it.

        Raises:
            Unknown: what it asks for is not there.
            UsageError: it cannot be answered as it is put.
        """

    def answered(self, opened: Opened, limits: Limits) -> Answer:
        """The answer, or the refusal that says why there is none."""
        try:
            told = self.told(opened)
        except Unknown as error:
            return refusal(404, str(error))
        except UsageError as error:
            return refusal(400, str(error))
        is_json = self.media_type == Asked.media_type
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":")) if is_json else str(told)
        body = text.encode("utf-8", "replace")
        return Answer(body, self.media_type) if len(body) <= limits.answer_bytes else limits.too_large()
