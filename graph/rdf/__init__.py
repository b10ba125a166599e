"""What a build knows → ``graph.ttl`` and ``graph.trig``: names, facts, figures and evidence, in a stable order; and back."""

from .read import read_documents, read_knowledge
from .write import write_graphs

__all__ = ["read_documents", "read_knowledge", "write_graphs"]
