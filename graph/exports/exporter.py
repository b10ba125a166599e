"""What an exporter is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .opened import Opened


class Exporter(Protocol):
    """One format.

    ``name`` is what ``zhimai export --to`` takes. ``file`` is the usual name of the file, or of the folder where the
    format is several files (``is_folder``).
    """

    @property
    def name(self) -> str: ...

    @property
    def file(self) -> str: ...

    @property
    def is_folder(self) -> bool: ...

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """The files by name; the same build gives the same bytes.

        Raises:
            UsageError: where the build holds something that the format cannot, or a library that it needs is missing.
        """
        ...
