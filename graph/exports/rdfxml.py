"""RDF/XML: for older tools of the semantic web, Protégé among them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from ..errors import UsageError
from .characters import readable

if TYPE_CHECKING:
    from .opened import Opened

Object = NamedNode | BlankNode | Literal | Triple
_LOCAL_NAME = re.compile(r"[^\W\d][\w.-]*\Z")
_PREFIXES = re.compile(rb'(?<=<rdf:RDF)(?: xmlns:[^=\s]+="[^"]*")+')
_LANGUAGE = re.compile(rb' xml:lang="zh-han([st])">')


class RdfXml:
    """One file: what ``graph.ttl`` holds. A character that XML refuses is U+FFFD in it."""

    name = "rdfxml"
    file = "graph.rdf"
    is_folder = False

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """The file.

        Raises:
            UsageError: where a property's IRI ends in nothing that XML can call an element.
        """
        for property_ in sorted({triple.predicate.value for triple in opened.triples}):
            if not _LOCAL_NAME.search(property_):
                remedy = "end its IRI in a letter and a word, or use another format"
                raise UsageError("RDF/XML has no way to write this property", where=property_, remedy=remedy)
        triples = [Triple(t.subject, t.predicate, _writable(t.object)) for t in opened.triples]
        text = serialize(triples, format=RdfFormat.RDF_XML, prefixes=dict(opened.prefixes)) or b""
        # Oxigraph writes the prefixes in no order of their own and language tags in lower case.
        text = _PREFIXES.sub(lambda found: b"".join(f" {one}".encode() for one in _sorted(found[0])), text, count=1)
        text = _LANGUAGE.sub(rb' xml:lang="zh-Han\1">', text)
        return {self.file: text.replace(b"\r", b"&#xD;") + b"\n"}  # a bare one would be read as a line break


def _sorted(prefixes: bytes) -> list[str]:
    return sorted(prefixes.decode().split())


def _writable(value: Object) -> Object:
    if not isinstance(value, Literal) or (text := readable(value.value)) == value.value:
        return value
    return Literal(text, language=value.language) if value.language else Literal(text, datatype=value.datatype)
