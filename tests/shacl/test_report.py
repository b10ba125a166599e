"""The validation report is Turtle of SHACL's vocabulary, the same for the same results."""

from __future__ import annotations

import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib import SH

from graph.shacl import Result, report

PREFIXES = {"e": "https://example.org/", "unused": "https://example.org/unused/"}
FIRST = Result(
    NamedNode("https://example.org/甲"),
    "https://example.org/p",
    Literal('say "x"', language="zh-hant"),
    "https://example.org/Shape",
    "MinLengthConstraintComponent",
    "Violation",
    "is short",
)
SECOND = Result(
    NamedNode("https://example.org/a/b"), "^https://example.org/p", None, "https://example.org/Shape", "MinCountConstraintComponent", "Warning", ""
)  # fmt: skip


def test_what_a_report_says():
    """Each result has its node, path, value, shape, component, severity and message."""
    graph = rdflib.Graph().parse(data=report([FIRST, SECOND], PREFIXES))
    (one,) = graph.subjects(SH.resultSeverity, SH.Violation)
    assert graph.value(one, SH.focusNode) == rdflib.URIRef("https://example.org/甲")
    assert graph.value(one, SH.value) == rdflib.Literal('say "x"', lang="zh-Hant")
    assert graph.value(one, SH.resultPath) == rdflib.URIRef("https://example.org/p")
    assert graph.value(one, SH.sourceConstraintComponent) == SH.MinLengthConstraintComponent
    assert graph.value(one, SH.sourceShape) == rdflib.URIRef("https://example.org/Shape")
    assert graph.value(one, SH.resultMessage) == rdflib.Literal("is short", lang="en")
    (other,) = graph.subjects(SH.resultSeverity, SH.Warning)
    inverse = graph.value(other, SH.resultPath)
    assert graph.value(inverse, SH.inversePath) == rdflib.URIRef("https://example.org/p")
    assert graph.value(
        predicate=SH.conforms, object=None, subject=graph.value(None, rdflib.RDF.type, SH.ValidationReport)
    ) == rdflib.Literal(False)


def test_the_order_of_results_is_of_no_consequence():
    """The same results in another order are the same bytes, with only the prefixes that are used."""
    assert report([FIRST, SECOND], PREFIXES) == report([SECOND, FIRST], PREFIXES)
    assert "unused" not in report([FIRST], PREFIXES)
    assert "e:甲" in report([FIRST], PREFIXES)


def test_nothing_found_conforms():
    """A report without results says that the graph conforms."""
    assert "sh:conforms true" in report([], PREFIXES)
