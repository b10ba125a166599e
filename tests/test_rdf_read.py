"""What was written is read back: the same knowledge, and the same bytes when it is written again."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from small import KNOWLEDGE, SUZHOU

from graph.clean import clean
from graph.errors import UsageError
from graph.model import Knowledge, Period
from graph.ontology import load_ontology
from graph.page import write_page
from graph.pipeline import BASE
from graph.rdf import read_documents, read_knowledge, write_graphs

ONTOLOGY = load_ontology()
_TIMES = (Period("2021-04"), Period("2020", "2021"))
_FIRST = KNOWLEDGE.statements[0]
_DATED = replace(_FIRST, evidence=tuple(replace(e, time=time) for e, time in zip(_FIRST.evidence, _TIMES, strict=True)))
_CONFLICTS = (("observation/f1", "observation/f3"), ("statement/s1", "statement/s2"))
TOLD = replace(KNOWLEDGE, copies=(("d2", "d1"),), conflicts=_CONFLICTS, statements=(_DATED, *KNOWLEDGE.statements[1:]))


def _kept(knowledge: Knowledge) -> tuple[object, ...]:
    """What the files hold, in an order of its own."""
    statements = sorted(
        (replace(s, evidence=(), confidence=round(s.confidence, 2)) for s in knowledge.statements), key=str
    )
    evidence = sorted(
        (s.id, e.document, e.start, e.end, e.quote, e.extractor, round(e.score, 2), e.time)
        for s in (*knowledge.statements, *knowledge.figures)
        for e in s.evidence
    )
    figures = sorted((replace(f, evidence=()) for f in knowledge.figures), key=str)
    mentions = sorted((e.id, m.document, m.start, m.end, m.type) for e in knowledge.entities for m in e.mentions)
    names = sorted((e.id, e.type, e.name, e.code, e.same_as, e.background) for e in knowledge.entities)
    return (
        statements,
        evidence,
        figures,
        mentions,
        names,
        sorted(knowledge.judgements, key=str),
        set(knowledge.background),
        set(knowledge.copies),
        set(knowledge.conflicts),
    )


@pytest.fixture
def back(tmp_path) -> Knowledge:
    """The small knowledge, written and read back."""
    write_graphs(TOLD, ONTOLOGY, tmp_path, BASE)
    return read_knowledge(tmp_path, ONTOLOGY, BASE, clean)


def test_what_was_known_is_known_again(back):
    """Statements, evidence, figures, mentions, names, judgements and background survive the way out and back."""
    assert _kept(back) == _kept(TOLD)


def test_what_lists_say_of_a_place_is_known_again(tmp_path):
    """Coordinates, former names and IRIs elsewhere come back as they were."""
    values = (("formerCode", "320501"), ("formerName", "甲县 320501 (–1983)"), ("lat", "31.3041"), ("long", "120.5954"))
    same = ("http://www.wikidata.org/entity/Q42", "https://sws.geonames.org/1/")
    place = replace(SUZHOU, properties=values, same_as=same)
    entities = tuple(place if entity.id == place.id else entity for entity in KNOWLEDGE.entities)
    write_graphs(replace(KNOWLEDGE, entities=entities), ONTOLOGY, tmp_path, BASE)
    found = read_knowledge(tmp_path, ONTOLOGY, BASE, clean).entity(SUZHOU.id)
    assert (found.properties, found.same_as) == (values, same)
    assert "geo:lat 31.3041 ;" in (tmp_path / "graph.ttl").read_text("utf-8")


def test_the_articles_are_those_that_were_read(back):
    """Documents come back with their text and with all that they say of themselves."""
    assert {text.document for text in back.texts} == {text.document for text in KNOWLEDGE.texts}


def test_a_build_that_is_written_again_is_the_same(built, tmp_path):
    """Graphs and page of the samples, read back and written anew, are the same bytes."""
    knowledge = read_knowledge(built, ONTOLOGY, BASE, clean)
    write_graphs(knowledge, ONTOLOGY, tmp_path, BASE)
    write_page(knowledge, ONTOLOGY, tmp_path / "graph.html", base=BASE)
    for name in ("graph.ttl", "graph.trig", "graph.html"):
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes(), name


def test_without_the_texts_the_offsets_are_those_of_the_source(tmp_path):
    """Where the text was not kept, documents have no source, and mentions keep their place in it."""
    write_graphs(KNOWLEDGE, ONTOLOGY, tmp_path, BASE)
    trig = (tmp_path / "graph.trig").read_text("utf-8")
    lines = [line for line in trig.splitlines() if not re.match(r"\s*document:\w+ zm:sourceText ", line)]
    assert len(lines) == len(trig.splitlines()) - 2
    (tmp_path / "graph.trig").write_text("\n".join(lines), encoding="utf-8")
    back = read_knowledge(tmp_path, ONTOLOGY, BASE, clean)
    assert {text.document.source for text in back.texts} == {""}
    assert _kept(back)[3] == _kept(KNOWLEDGE)[3]


def test_a_class_that_the_ontology_lacks(tmp_path):
    """Statements with a property that is not declared are an error with a remedy, not a smaller graph."""
    write_graphs(KNOWLEDGE, ONTOLOGY, tmp_path, BASE)
    trig = (tmp_path / "graph.trig").read_text("utf-8").replace("zm:headquarteredIn", "zm:seatedAt")
    (tmp_path / "graph.trig").write_text(trig, encoding="utf-8")
    with pytest.raises(UsageError, match=r"seatedAt.*give the ontology that it was built with"):
        read_knowledge(tmp_path, ONTOLOGY, BASE, clean)


@pytest.mark.parametrize("content", [None, "no TriG"])
def test_a_folder_without_a_readable_data_set(tmp_path, content):
    """A missing or broken graph.trig is named."""
    if content:
        (tmp_path / "graph.trig").write_text(content)
    with pytest.raises(UsageError, match=r"no readable graph\.trig"):
        read_documents(tmp_path, BASE)
