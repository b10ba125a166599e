"""What the first page tells of a build, and its lists as files."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small import EDITION, FAIR, FIRM, FIRST, KNOWLEDGE, RIVAL, SUZHOU, evidence, statement, text

from graph.errors import UsageError
from graph.explorer.views import Opened
from graph.explorer.views.conflicts import conflicts_of, told
from graph.explorer.views.overview import OVERVIEW_TABLES, Overview, OverviewTable, publishers
from graph.explorer.views.series import series_of
from graph.model import Entity, Literal, Script, Status
from graph.store import open_store

from ..served import write

JIAXING = Entity("place/330400", "City", "嘉兴", background=True, code="330400")
ZHEJIANG = Entity("place/330000", "Province", "浙江", background=True, code="330000")


@pytest.fixture
def opening(tmp_path):
    """Opens the small knowledge with some of it changed."""

    def open_(**changed) -> Opened:
        return Opened(open_store(write(tmp_path, replace(KNOWLEDGE, **changed))))

    return open_


def test_all_is_counted(opened):
    """Articles, things, facts, figures, and the sentences that say so."""
    sizes = Overview().told(opened)["sizes"]
    assert sizes["articles"] == len(KNOWLEDGE.texts)
    assert sizes["statements"] == len(KNOWLEDGE.statements)
    assert sizes["figures"] == len(KNOWLEDGE.figures)
    assert sizes["things"] == len(opened.catalogue.things)
    assert sizes["quotes"] > len(KNOWLEDGE.figures)


def test_articles_are_told_from_when_to_when(opened):
    """The newest first."""
    articles = Overview().told(opened)["articles"]
    assert (articles["since"], articles["until"], articles["undated"]) == ("2021-04", "2021-04-16", 0)
    assert [one["title"] for one in articles["newest"]] == ["机器人走进养老院", "霽川智能亮相"]


def test_a_publisher_is_one_in_both_scripts(opening):
    """It is called as it is most often."""
    names = ("甲洲产经网", "甲洲產經網", "甲洲產經網", "乙报")
    more = [text(f"d{at}", FIRST, Script.HANT, publisher=name) for at, name in enumerate(names, 3)]
    bare = [replace(one, document=replace(one.document, publisher="")) for one in KNOWLEDGE.texts]
    opened = opening(texts=(*bare, *more))
    assert publishers(opened) == [{"name": "甲洲產經網", "count": 3}, {"name": "乙报", "count": 1}]


def test_a_firm_is_in_the_province_of_its_town(opened):
    """The other one is nowhere; the province has its code."""
    firms = Overview().told(opened)["firms"]
    (jiangsu,) = firms["provinces"]
    assert (jiangsu["name"], jiangsu["code"], jiangsu["count"]) == ("江苏", "320000", 1)
    assert (firms["placed"], firms["count"]) == (1, 2)


def test_a_firm_with_sites_in_two_provinces_counts_in_both(opening):
    """And once among those that are placed; where it is said not to be, it is not."""
    moved = statement("s8", FIRM, "locatedIn", JIAXING, evidence("d1", "總部位於蘇州"))
    denied = statement("s9", RIVAL, "locatedIn", SUZHOU, evidence("d1", "總部位於蘇州"), status=Status.DENIED)
    firms = Overview().told(
        opening(
            entities=(*KNOWLEDGE.entities, JIAXING, ZHEJIANG),
            statements=(*KNOWLEDGE.statements, moved, denied),
            background=(*KNOWLEDGE.background, (JIAXING.id, "partOf", ZHEJIANG.id)),
        )
    )["firms"]
    assert {one["name"]: one["count"] for one in firms["provinces"]} == {"江苏": 1, "浙江": 1}
    assert firms["placed"] == 1


def test_places_are_not_among_the_best_connected(opened):
    """A firm is, with how much is said of it."""
    first = Overview().told(opened)["connected"]["first"]
    assert first[0]["name"] == FIRM.name
    assert first[0]["links"] == 4
    assert "蘇州" not in [one["name"] for one in first]


def test_an_edition_has_its_dates_and_exhibitors(opened):
    """Below its series."""
    (series,) = series_of(opened)
    (edition,) = series["editions"]
    assert (series["name"], edition["name"]) == (FAIR.name, EDITION.name)
    assert (edition["start"], edition["end"], edition["status"]) == ("2021-04-15", "2021-04-15", "asserted")
    assert edition["exhibitors"] == 1


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ((("startDate", "2021-04"), ("startDate", "2021-04-15")), ("2021-04-15", "2021-04-15", "asserted")),
        ((("date", "2021"), ("endDate", "2021-04-17")), ("2021", "2021-04-17", "asserted")),
        ((("startDate", "2022-05-01", "planned"),), ("2022-05-01", "2022-05-01", "planned")),
        ((("startDate", "2022-05-01", "planned"), ("date", "2022-06")), ("2022-06", "2022-06", "asserted")),
        ((("startDate", "--04-15"),), ("", "", "")),
    ],
    ids=["the most exact", "both ends", "planned", "asserted before planned", "without a year"],
)
def test_of_several_dates_the_best_is_told(opening, dates, found):
    """What was is told before what was planned, and the day before the month."""
    kinds = {4: "gYear", 7: "gYearMonth", 10: "date"}
    said = []
    for at, (property, value, *status) in enumerate(dates):
        kind = "gMonthDay" if value.startswith("--") else kinds[len(value)]
        more = {"status": Status(status[0])} if status else {}
        literal = Literal(value, kind)
        said.append(statement(f"t{at}", EDITION, property, literal, evidence("d1", "第八屆甲州交易會"), **more))
    kept = [one for one in KNOWLEDGE.statements if one.predicate != "startDate"]
    (series,) = series_of(opening(statements=(*kept, *said)))
    (edition,) = series["editions"]
    assert (edition["start"], edition["end"], edition["status"]) == found


def torn(opening) -> Opened:
    """The knowledge with a second figure and a denial that contradict what it has."""
    figure = replace(KNOWLEDGE.figures[0], id="f9", value=KNOWLEDGE.figures[0].value * 2, comparator="exactly")
    denied = statement("s9", FIRM, "headquarteredIn", SUZHOU, evidence("d1", "總部位於蘇州"), status=Status.DENIED)
    return opening(
        figures=(*KNOWLEDGE.figures, figure),
        statements=(*KNOWLEDGE.statements, denied),
        conflicts=(("observation/f1", "observation/f9"), ("statement/s2", "statement/s9")),
    )


def test_figures_that_contradict_each_other_are_told_with_their_sentences(opening):
    """Each side with its number, how it compares, when, and the sentence."""
    opened = torn(opening)
    found = {one["thing"]["name"]: one for one in told(opened, conflicts_of(opened))}
    conflict = found[EDITION.name]
    assert conflict["what"]["en"] == "成交額"
    about, exact = sorted(conflict["sides"], key=lambda side: float(side["value"]))
    assert (about["comparator"], about["shown"]["zh-Hans"], about["times"]) == ("approximately", "22亿", ["2021"])
    assert (exact["comparator"], exact["shown"]["en"]) == ("exactly", "4.4 billion")
    assert about["evidence"][0]["quote"] == "成交額近22億元"


def test_a_fact_and_its_denial_are_told_with_what_they_say(opening):
    """The property by its label, the other end as a thing."""
    opened = torn(opening)
    found = {one["thing"]["name"]: one for one in told(opened, conflicts_of(opened))}
    conflict = found[FIRM.name]
    assert conflict["what"]["en"] == "headquartered in"
    assert {side["status"] for side in conflict["sides"]} == {"asserted", "denied"}
    assert {side["other"]["name"] for side in conflict["sides"]} == {"蘇州"}


@pytest.mark.parametrize("of", OVERVIEW_TABLES)
def test_every_list_is_a_table(opening, of):
    """With a row for each that there is, and a cell in some row for each of its columns."""
    columns, rows = OverviewTable(of).table(torn(opening))
    rows = list(rows)
    assert rows
    assert [name for name in columns if not any(name in row for row in rows)] == []


def test_a_list_that_there_is_not_is_refused():
    """The lists there are are named."""
    with pytest.raises(UsageError, match="provinces"):
        OverviewTable("nothing").table(None)
