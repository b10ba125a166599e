"""Quotations are cut to a limit, honestly, and no output holds more of an article than that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import FIRM, KNOWLEDGE, STATEMENTS, evidence, statement

from graph.errors import UsageError
from graph.exports import EXPORTERS, export, open_build
from graph.exports.limit import limited as quote_limited
from graph.pipeline import build
from graph.quotations import CUT, cut, limited, numerals

ZM = "https://w3id.org/zhimai/ontology#"
PASSAGE = "去年四月，甲公司在上海收購乙公司，各方表示滿意。"
FACT = (["甲公司"], ["乙公司"])
LIMIT = 12


@pytest.fixture(scope="module")
def limited_build(tmp_path_factory) -> Path:
    """The samples with quotations of twelve characters, and all formats beside them."""
    folder = tmp_path_factory.mktemp("limited")
    build([], folder, quote_limit=LIMIT)
    for one in EXPORTERS:
        export(open_build(folder), one, folder / "more" / one.file)
    return folder


@pytest.fixture(scope="module")
def bare_build(tmp_path_factory) -> Path:
    """The samples without any quotation."""
    folder = tmp_path_factory.mktemp("bare")
    build([], folder, quote_limit=0)
    return folder


def test_a_short_quotation_is_whole():
    """The limit itself is no reason to cut."""
    assert cut(PASSAGE, len(PASSAGE), [FACT]) == (PASSAGE, 0)


def test_the_window_holds_both_ends():
    """Where there is room for both."""
    quote, omitted = cut(PASSAGE, 15, [FACT])
    assert quote == "…，甲公司在上海收購乙公司，…"
    assert omitted == len(PASSAGE) - 13


def test_without_room_for_both_it_is_the_beginning():
    """Half a fact is worth no more than the beginning of the sentence."""
    assert cut(PASSAGE, 9, [FACT])[0] == "去年四月，甲公司…"


def test_the_nearest_names_count():
    """Of several places where an end is named, those that stand closest."""
    passage = "乙公司成立於上海，多年以來一直是業界的領軍者；昨天甲公司收購了乙公司。"
    assert cut(passage, 12, [FACT])[0] == "…天甲公司收購了乙公司。"


def test_the_first_fact_that_fits_decides():
    """One passage is cut in one way, whatever it is quoted for."""
    far = (["去年"], ["滿意"])
    assert cut(PASSAGE, 15, [far, FACT]) == cut(PASSAGE, 15, [FACT])


@given(
    st.text("甲乙丙公司，。…", max_size=40), st.integers(0, 45), st.lists(st.text("甲乙丙公", max_size=3), max_size=3)
)
def test_no_more_than_the_limit_and_all_of_it_counted(passage, limit, names):
    """The marks count too; what is left is a piece of the passage, and what is left out is counted."""
    quote, omitted = cut(passage, limit, [([name], names) for name in names])
    kept = quote if not omitted else quote.removeprefix(CUT if not passage.startswith(quote[:-1]) else "")
    assert len(quote) <= limit
    assert (omitted == 0) == (quote == passage)
    if quote and omitted:
        assert quote.startswith(CUT) or quote.endswith(CUT)
        assert len(passage) - omitted in {len(quote) - 1, len(quote) - 2}
        assert kept.removesuffix(CUT) in passage


def test_a_figure_keeps_its_number():
    """With what it is about where there is room, however its digits and scale words are written."""
    passage = "去年上半年，甲公司的出口额达2.13万亿元，比前年同期增长了两成多，各方满意。"
    number = numerals(passage, Decimal(2130000000000))
    assert number == {"2.13万亿"}
    both, alone = (frozenset({"甲公司"}), number), (number,)
    assert cut(passage, 20, [both, alone])[0] == "…年，甲公司的出口额达2.13万亿元，…"
    assert "2.13万亿" in cut(passage, 12, [both, alone])[0]


@pytest.mark.parametrize(
    ("text", "value"), [("1,200余万元", "12000000"), ("0.5%", "0.5"), ("12.50元", "12.5"), ("100家", "100")]
)
def test_numerals_of_all_kinds(text, value):
    """Commas, points and idle zeros are no digits."""
    assert len(numerals(text, Decimal(value))) == 1


def test_offsets_stay_and_the_rest_is_counted():
    """The passage is still the whole one."""
    said = limited(KNOWLEDGE, 10).statements[0].evidence[0]
    whole = STATEMENTS[0].evidence[0]
    assert (said.start, said.end) == (whole.start, whole.end)
    assert len(said.quote) <= 10
    assert said.omitted == len(whole.quote) - len(said.quote.strip(CUT))


def test_one_passage_is_cut_in_one_way():
    """However many statements rest on it, or an article could be put together from its windows."""
    said = evidence("d1", "霽川智能亮相第八屆甲州交易會，展出「雲帆」機器人")
    again = statement("s8", FIRM, "participatesIn", KNOWLEDGE.entities[4], said)
    quotes = {
        one.quote
        for s in limited(replace(KNOWLEDGE, statements=(*STATEMENTS, again)), 14).statements
        for one in s.evidence
        if (one.document, one.start, one.end) == (said.document, said.start, said.end)
    }
    assert len(quotes) == 1


def test_a_limit_below_zero_is_no_limit():
    """A mistake of usage."""
    with pytest.raises(UsageError, match="give 0 or more"):
        limited(KNOWLEDGE, -1)


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every output that is text, with what JSON and JavaScript escape undone; Parquet by way of its strings."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        text = path.read_bytes().decode("utf-8", "ignore")
        yield path.name, re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)


def _runs(text: str, length: int) -> set[str]:
    pieces = (text[at : at + length] for at in range(len(text) - length + 1))
    return {piece for piece in pieces if re.search("[\u4e00-\u9fff]{4}", piece) and "\n" not in piece}


def _first(text: str, forbidden: set[str], length: int) -> str:
    pieces = (text[at : at + length] for at in range(len(text) - length + 1))
    return next((piece for piece in pieces if piece in forbidden), "")


def _sources(built: Path) -> list[str]:
    return [q.object.value for q in ox.parse(path=built / "graph.trig") if q.predicate.value == f"{ZM}sourceText"]


def _names(built: Path) -> list[str]:
    """Names, titles, bylines and what figures count: facts, which stay."""
    predicates = {f"{ZM}{name}" for name in ("surface", "measure", "shareOf", "against", "unit")}
    predicates |= {f"http://purl.org/dc/terms/{name}" for name in ("title", "publisher", "creator")}
    predicates |= {f"http://www.w3.org/2004/02/skos/core#{name}Label" for name in ("pref", "alt", "hidden")}
    mentions = {q.subject for q in ox.parse(path=built / "graph.trig") if q.predicate.value == f"{ZM}mentionType"}
    return [
        q.object.value
        for q in ox.parse(path=built / "graph.trig")
        if q.predicate.value in predicates or (q.predicate.value == f"{ZM}quote" and q.subject in mentions)
    ]


def test_no_output_holds_more_of_an_article(built, limited_build):
    """No file has thirteen consecutive characters of an article, beyond names, titles and what is counted."""
    length = LIMIT + 1
    forbidden = {run for source in _sources(built) for run in _runs(source, length)}
    forbidden -= {run for name in _names(built) for run in _runs(f",{name},", length)}  # as it stands in CSV
    assert len(forbidden) > 1000
    assert {name: run for name, text in _texts(limited_build) if (run := _first(text, forbidden, length))} == {}
    whole = dict(_texts(built))
    without_quotes = {"prefixes.json", "recipe.json", "judgements.jsonl", "validation.ttl", "nodes.csv"}
    assert {name for name, text in whole.items() if _first(text, forbidden, length)} == whole.keys() - without_quotes


def test_without_quotations_there_are_offsets_only(bare_build):
    """No evidence has a quote, all have offsets and count what is left out."""
    quads = list(ox.parse(path=bare_build / "graph.trig"))
    evidence = {q.subject for q in quads if q.predicate.value.endswith("#type") and q.object.value == f"{ZM}Evidence"}
    said = {
        p: {q.subject for q in quads if q.predicate.value == f"{ZM}{p}"} & evidence
        for p in ("quote", "start", "omitted")
    }
    assert len(evidence) > 100
    assert said == {"quote": set(), "start": evidence, "omitted": evidence}


def test_a_build_without_quotations_answers_all_the_same(bare_build, zhimai):
    """Facts are shown with their articles, and named queries find them."""
    shown = zhimai("show", bare_build, "霽川智能")
    assert (shown.code, "\n      “" in shown.out, "四地同臺亮相第八屆上交會" in shown.out) == (0, False, True)
    asked = zhimai("query", bare_build, "--name", "weakest-facts", "--param", "limit=5")
    assert (asked.code, "5 rows" in asked.out) == (0, True)


def test_an_export_is_cut_as_a_build_is(built, limited_build, zhimai, tmp_path):
    """The limit may be set when the build is made or when it goes out."""
    assert zhimai("export", built, "--to", "nquads", "-o", tmp_path / "a.nq", "--quote-limit", LIMIT).code == 0
    assert (tmp_path / "a.nq").read_bytes() == (limited_build / "graph.nq").read_bytes()


def test_an_export_of_a_cut_build_can_be_cut_further(limited_build, bare_build, zhimai, tmp_path):
    """What is left out is counted from the whole passage, and nothing comes back."""
    assert zhimai("export", limited_build, "--to", "nquads", "-o", tmp_path / "b.nq", "--quote-limit", "0").code == 0
    assert (tmp_path / "b.nq").read_bytes() == (bare_build / "graph.nq").read_bytes()
    for folder in (limited_build, bare_build):
        assert zhimai("export", folder, "--to", "nquads", "-o", tmp_path / "c.nq", "--quote-limit", "99").code == 0
        assert (tmp_path / "c.nq").read_bytes() == (folder / "graph.nq").read_bytes()


def test_a_quotation_cut_twice_keeps_its_marks(limited_build):
    """What was cut at its beginning still says so, and all that is left out is counted."""
    index, shorter = open_build(limited_build).index, quote_limited(open_build(limited_build), 8).index
    for iri in index.subjects(f"{ZM}Evidence"):
        once, twice = index.value(iri, f"{ZM}quote"), shorter.value(iri, f"{ZM}quote")
        length = int(index.value(iri, f"{ZM}end")) - int(index.value(iri, f"{ZM}start"))
        assert len(twice) <= 8
        assert twice.startswith(CUT) or not once.startswith(CUT)
        assert int(shorter.value(iri, f"{ZM}omitted") or 0) == length - len(twice.strip(CUT))
