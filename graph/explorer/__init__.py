"""A build on the web: a SPARQL endpoint and plain pages, on loopback unless told otherwise; nothing is ever written.

``application`` is the ASGI application, ``serve`` runs it. A query is answered by a process of its own
(``workers``), since Oxigraph cannot be told to stop and a process can be ended.
"""

from .answering import Limits
from .application import application
from .server import Place, serve

__all__ = ["Limits", "Place", "application", "serve"]
