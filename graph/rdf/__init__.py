"""What a build knows → ``graph.ttl`` and ``graph.trig``: names, facts, figures and evidence, in a stable order."""

from .write import write_graphs

__all__ = ["write_graphs"]
