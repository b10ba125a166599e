"""The report counts what a build made."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

from graph.model import (
    Document,
    Entity,
    Evidence,
    Figure,
    Judgement,
    Knowledge,
    Mention,
    Script,
    Skipped,
    Statement,
    Status,
    Text,
    Verdict,
)
from graph.report import report_on


def _knowledge() -> Knowledge:
    document = Document("d", "a.txt", "甲公司在乙地")
    text = Text(document, document.source, document.source, tuple(range(6)), tuple(range(1, 7)), Script.HANS)
    firm = Entity("org/甲公司", "Company", "甲公司", mentions=(Mention("d", 0, 3, "甲公司", "Company", "x", 0.9),))
    place = Entity("place/乙地", "City", "乙地", mentions=(Mention("d", 4, 6, "乙地", "City", "x", 0.9),))
    around = Entity("place/丙", "Province", "丙", background=True)
    evidence = (Evidence("d", 0, 6, document.source, "x", 0.9),)
    said = [
        Statement(status, firm.id, "locatedIn", place.id, status, 0.9, evidence)
        for status in (Status.ASSERTED, Status.DENIED)
    ]
    merge = Judgement("甲公司", "甲", Verdict.SAME, 1.0, "defined")
    apart = Judgement("甲公司", "乙", Verdict.DIFFERENT, 1.0, "other")
    skipped = (Skipped("b|<i>.txt", "is empty; give an article"),)
    return Knowledge((text,), (firm, place, around), tuple(said), (), (merge, apart), (), skipped)


def test_counts():
    """Entities that a text names are counted by class, relations by property and status, merges by their judgements."""
    report = report_on(_knowledge(), duplicates=2, seconds={"read": 0.1234567})
    assert (report.documents, report.duplicates, report.characters, report.mentions) == (1, 2, 6, 2)
    assert (dict(report.entities), report.background, report.merges) == ({"City": 1, "Company": 1}, 1, 1)
    assert (dict(report.relations), dict(report.statuses)) == ({"locatedIn": 2}, {"asserted": 1, "denied": 1})
    assert (dict(report.seconds), report.complete) == ({"read": 0.123}, False)


def test_json_and_markdown_are_written(tmp_path):
    """Both forms name what was skipped and why; a name with a bar or a bracket does not break the table."""
    report_on(_knowledge(), seconds={"read": 0.1}).write(tmp_path)
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["skipped"] == [
        ["b|<i>.txt", "is empty; give an article"]
    ]
    page = (tmp_path / "report.md").read_text("utf-8")
    assert "| b\\|&lt;i>.txt | is empty; give an article |" in page
    assert "| Company | 1 |" in page


def test_damaged_articles_are_named():
    """An article in which characters were swallowed is built, and the report says in how many places."""
    document = Document("d", "a.txt", "甲??缃公司在乙??地")
    key = "甲\ufffd\ufffd\ufffd公司在乙\ufffd\ufffd地"
    text = Text(document, document.source, key, tuple(range(12)), tuple(range(1, 13)), Script.HANS)
    report = report_on(replace(_knowledge(), texts=(text, *_knowledge().texts)), seconds={})
    assert report.warnings == (("a.txt", "damaged at 2 places, where no name is read; save it again from its source"),)
    assert "| a.txt | damaged at 2 places" in report.to_markdown()


def test_near_duplicates_are_named_with_their_original():
    """The articles that are copies stand beside the one that they copy."""
    one = _knowledge()
    texts = (*one.texts, *(replace(one.texts[0], document=Document(id, f"{id}.txt", "甲公司在乙地")) for id in "ef"))
    report = report_on(replace(one, texts=texts, copies=(("d", "e"), ("f", "e"))), seconds={})
    assert report.copies == (("e.txt", ("a.txt", "f.txt")),)
    assert "Near-duplicates: 3 articles in 1 group; each group counts as one voice." in report.to_markdown()
    assert "| e.txt | a.txt |" in report.to_markdown()


def test_conflicts_are_told_with_both_sentences():
    """Each conflict says what it is about, both sides and where they stand."""
    one = _knowledge()
    asserted, denied = one.statements
    figures = tuple(
        Figure(id, "org/甲公司", "员工", Decimal(value), "人", "exactly", Status.ASSERTED, 0.9, asserted.evidence)
        for id, value in (("1", "1200"), ("2", "900"))
    )
    pairs = ((f"statement/{asserted.id}", f"statement/{denied.id}"), ("observation/1", "observation/2"))
    report = report_on(replace(one, figures=figures, conflicts=pairs), seconds={})
    quote = "“甲公司在乙地” (a.txt)"
    assert report.conflicts == (
        ("甲公司: locatedIn", f"asserted 乙地: {quote}", f"denied 乙地: {quote}"),
        ("甲公司: 员工", f"exactly 1,200 人: {quote}", f"exactly 900 人: {quote}"),
    )
    assert f"- exactly 900 人: {quote}" in report.to_markdown()


def test_an_original_is_quoted_before_its_copies():
    """Of the sentences of one side that of no copy is told, whatever the order of the articles."""
    one = _knowledge()
    asserted, denied = one.statements
    texts = (*one.texts, replace(one.texts[0], document=Document("e", "e.txt", "甲公司在乙地")))
    asserted = replace(asserted, evidence=(*asserted.evidence, replace(asserted.evidence[0], document="e")))
    pair = ((f"statement/{asserted.id}", f"statement/{denied.id}"),)
    torn = replace(one, texts=texts, statements=(asserted, denied), conflicts=pair)
    for copies, source in (((("d", "e"),), "e.txt"), ((("e", "d"),), "a.txt")):
        (told,) = report_on(replace(torn, copies=copies), seconds={}).conflicts
        assert told[1].endswith(f"({source})")
