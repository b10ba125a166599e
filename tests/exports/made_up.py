"""Builds of small knowledge, and names that break careless writers."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
from hypothesis import strategies as st
from small import EDITION, FIRM, KNOWLEDGE, ROBOT, STATEMENTS, evidence, statement

from graph.exports import Opened, open_build
from graph.model import Knowledge
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.store import create_store

ONTOLOGY = load_ontology()
BASE = "https://w3id.org/zhimai/id/"
_PIECES = (
    *(
        "'",
        '"',
        "\\",
        "\\u0027",
        "\\N",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "]]>",
        "<!--",
        "</node>",
        "&",
        "&amp;",
        "<",
        ">",
        ";",
        "；",
    ),
    *(
        "=HYPERLINK(1)",
        "+1",
        "-1",
        "@x",
        "＝1",
        "|",
        " | ",
        "`",
        "{",
        "}",
        "$",
        "%41",
        "#",
        "\u200f",
        "\u202e",
        "\u2028",
    ),
    *(
        "\x00",
        "\x01",
        "\x0b",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\ufeff",
        "\ufffe",
        "\U0001f468\u200d\U0001f33e",
        "\U0002070e",
    ),
    *("甲", "礪(lì)弧", "公司", "ABC", " ", "@zh-hant", '"@zh-hant .', "霽川智能"),
)


def hostile() -> st.SearchStrategy[str]:
    """Names with quotes, line breaks, controls, markup, formulas and what else has a meaning to some format."""
    pieces = st.one_of(st.sampled_from(_PIECES), st.text(st.characters(codec="utf-8"), min_size=1, max_size=4))
    return st.lists(pieces, min_size=1, max_size=6).map("".join)


def opened(knowledge: Knowledge = KNOWLEDGE, *, everything: bool = False) -> Opened:
    """The knowledge written as a build writes it, and opened."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_graphs(knowledge, ONTOLOGY, folder, BASE)
        create_store(folder)
        return open_build(folder, everything=everything)


def named(name: str) -> Opened:
    """A build in which a firm, its alias, an article's title and a quotation are ``name``."""
    firm = replace(FIRM, name=name, aliases=(f"{name}甲", name))
    said = replace(evidence("d2", "霁川智能带来云帆机器人"), quote=name)
    fact = statement("s9", firm, "exhibits", ROBOT, said, qualifiers=(("edition", EDITION.id), ("role", name)))
    second, first = KNOWLEDGE.texts
    first = replace(first, document=replace(first.document, title=name))
    entities = (firm, *(entity for entity in KNOWLEDGE.entities if entity.id != FIRM.id))
    return opened(replace(KNOWLEDGE, texts=(second, first), entities=entities, statements=(fact, *STATEMENTS)))


def triples(data: bytes, format: ox.RdfFormat) -> set[ox.Triple]:
    """The triples of a file, whatever the graph."""
    return {ox.Triple(q.subject, q.predicate, q.object) for q in ox.parse(data, format)}
