"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass

from .terms import Term


@dataclass(frozen=True, slots=True)
class Result:
    """One result: at the node ``focus``, the check of ``shape`` fails.

    ``path`` is a property's IRI, with ``^`` before it where it was gone backwards, or empty; ``value`` is the value that
    is wrong, where it is a value that is. ``component`` is the local name of SHACL's component, ``severity`` one of
    Violation, Warning, Info.
    """

    focus: Term
    path: str
    value: Term | None
    shape: str
    component: str
    severity: str
    message: str

    @property
    def order(self) -> tuple[str, ...]:
        """By which results are sorted."""
        value = "" if self.value is None else str(self.value)
        return self.severity, self.shape, self.component, self.path, str(self.focus), value, self.message
