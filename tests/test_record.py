"""One extraction as a JSON object."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from graph.model import Claim, Document, Extraction, Literal, Measure, Mention, Period, Script, Text
from graph.record import record


def _extraction(uri: str = "a.jsonl#7") -> Extraction:
    """甲公司 with an artefact in it: three characters of the clean text are eight of the source."""
    document = Document("d", uri, "甲公(gōng)司產值22億")
    clean, starts = "甲公司產值22億", (0, 1, 8, 9, 10, 11, 12, 13)
    text = Text(document, clean, clean, starts, tuple(start + 1 for start in starts), Script.HANT)
    firm = Mention("d", 0, 3, "甲公司", "Company", "x", 0.899)
    founded = Claim(0, "foundedOn", Literal("1987", "gYear"), 0, 3, "cue:foundedOn", 0.8)
    kin = Claim(0, "partnerOf", 0, 0, 3, "cue:partnerOf", 0.8, qualifiers=(("role", "x"),))
    output = Measure(
        0, "產值", Decimal("2.2E+9"), "元", "exactly", 3, 8, "figure", 0.9, time=Period("2023"), share_of="全國"
    )
    return Extraction(text, (firm,), (founded, kin), (output,))


def test_offsets_count_in_the_source():
    """A span of the clean text comes out as the span of the source, artefacts included."""
    mention = record(_extraction())["mentions"][0]
    assert mention == {"start": 0, "end": 9, "surface": "甲公司", "type": "Company", "score": 0.9}


def test_a_date_as_object_keeps_its_type():
    """The object of a statement is the index of a mention, or a value with its type."""
    first, second = record(_extraction())["statements"]
    assert first["object"] == {"value": "1987", "datatype": "gYear"}
    assert (second["object"], second["qualifiers"]) == (0, {"role": "x"})


def test_a_figure_is_exact():
    """The value of a figure is written out in full, as a string."""
    figure = record(_extraction())["figures"][0]
    assert (figure["value"], figure["time"], figure["share_of"]) == (
        "2200000000",
        {"start": "2023", "end": ""},
        "全國",
    )


def test_it_is_json():
    """Every value is one that JSON knows."""
    assert json.loads(json.dumps(record(_extraction()))) == record(_extraction())


@pytest.mark.parametrize(
    ("uri", "id"),
    [
        ("a.jsonl#7", "7"),
        ("a.csv#x", "x"),
        ("A.TSV#2", "2"),
        ("-#x#y", "x#y"),
        ("news/a.txt", "news/a.txt"),
        ("C#.txt", "C#.txt"),
    ],
)
def test_the_given_id_is_kept(uri, id):
    """An object of JSON Lines keeps the id that it came with; a file has its name."""
    assert record(_extraction(uri))["id"] == id
