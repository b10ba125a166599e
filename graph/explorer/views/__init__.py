"""What the pages ask of a build. Each question is a small value that travels to a process with the build opened in it
(``workers``), is answered there from what that process keeps of the build (``Opened``), and comes back as JSON.
"""

from __future__ import annotations

from .asked import Asked, Unknown
from .opened import Opened

__all__ = ["Asked", "Opened", "Unknown"]
