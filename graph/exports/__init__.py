"""What a build knows, for other programs: one exporter a file."""

from .networkx import to_networkx

__all__ = ["to_networkx"]
