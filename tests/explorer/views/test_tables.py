"""The tables and graphs that pages give as files: all rows, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from pyoxigraph import RdfFormat, parse
from small import FIRM, KNOWLEDGE

from graph.errors import UsageError
from graph.explorer.answering import Limits
from graph.explorer.views import Opened
from graph.explorer.views.documents import Article, Articles
from graph.explorer.views.tables import (
    ARTICLE_TABLES,
    ENTITY_TABLES,
    ArticlesTable,
    ArticleTable,
    EntityTable,
    Known,
    Objects,
)
from graph.explorer.views.turtle import About, OfArticle
from graph.show import known_of
from graph.store import open_store

from ..served import write


def rows(opened, table):
    answer = table.answered(opened, Limits())
    assert (answer.status, answer.media_type) == (200, "text/csv; charset=utf-8"), answer.body
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))


def test_a_row_for_each_passage_of_each_fact(opened):
    """And one for a fact without: no more and no fewer than `zhimai show` knows."""
    found = rows(opened, EntityTable(FIRM.id))
    facts = known_of(opened.store, opened.iri(FIRM.id))["facts"]
    assert len(found) == sum(max(1, len(fact["evidence"])) for fact in facts)
    shown = next(row for row in found if row["property"] == "exhibits")
    assert shown["qualifiers"] == "edition: 第八屆甲州交易會"
    assert shown["quote"] == "霽川智能亮相第八屆甲州交易會，展出「雲帆」機器人"
    assert (shown["title"], shown["start"]) == ("霽川智能亮相", "0")


@pytest.mark.parametrize("of", [of for of in ENTITY_TABLES if of != "places"])
def test_a_table_for_each_block_of_a_thing(opened, of):
    """As CSV and as JSON, with the same rows."""
    table = EntityTable("occasion/第八届甲州交易会" if of == "figures" else FIRM.id, of)
    assert len(rows(opened, table)) == len(Objects(table).told(opened)) > 0


def test_the_places_of_a_thing_are_a_table(built):
    """With their coordinates, itself first; the small knowledge has none."""
    opened = Opened(open_store(built))
    found = rows(opened, EntityTable("place/浙江省", "places"))
    assert (found[0]["id"], found[0]["lat"][:3]) == ("place/浙江省", "30.")
    assert len(found) > 3


@pytest.mark.parametrize("of", ARTICLE_TABLES)
def test_a_table_for_each_block_of_an_article(opened, of):
    """The same."""
    table = ArticleTable("d1", of)
    assert len(rows(opened, table)) == len(Objects(table).told(opened)) > 0


def test_the_list_of_articles_is_had_whole(opened):
    """All pages of it, as it is narrowed."""
    assert len(rows(opened, ArticlesTable(Articles(most=1)))) == 2
    assert len(rows(opened, ArticlesTable(Articles("养老", most=1, start=40)))) == 1


def test_no_cell_is_a_formula(tmp_path):
    """Names, titles and texts come from anybody."""
    firm = replace(FIRM, name="=HYPERLINK(1)")
    entities = tuple(firm if one.id == FIRM.id else one for one in KNOWLEDGE.entities)
    texts = tuple(replace(one, document=replace(one.document, title="@SUM(1)")) for one in KNOWLEDGE.texts)
    opened = Opened(open_store(write(tmp_path, replace(KNOWLEDGE, entities=entities, texts=texts))))
    tables = [EntityTable("org/乙方公司"), ArticleTable("d1"), ArticleTable("d1", "facts"), ArticlesTable(Articles())]
    cells = [cell for table in tables for row in rows(opened, table) for cell in row.values()]
    assert {"'=HYPERLINK(1)", "'@SUM(1)"} <= set(cells)
    assert not [cell for cell in cells if cell.startswith(("=", "@"))]


def test_what_is_not_there_is_refused(opened):
    """A thing, an article or a table that nobody knows: in a line, with its status."""
    for asked, status in (
        (EntityTable("org/none"), 404),
        (ArticleTable("none"), 404),
        (About("org/none"), 404),
        (OfArticle("none"), 404),
        (EntityTable(FIRM.id, "none"), 400),
    ):
        answer = asked.answered(opened, Limits())
        assert answer.status == status
        assert answer.body.count(b"\n") == 1
    with pytest.raises(UsageError, match="facts, figures"):
        ArticleTable("d1", "none").told(opened)


def test_an_answer_has_its_limit(opened):
    """Files too."""
    for asked in (EntityTable(FIRM.id), About(FIRM.id), OfArticle("d1"), Objects(EntityTable(FIRM.id))):
        assert asked.answered(opened, Limits(answer=0.0001)).status == 500


def test_the_json_of_a_thing_is_what_show_tells(opened):
    """To the letter."""
    assert Known(FIRM.id).told(opened) == known_of(opened.store, opened.iri(FIRM.id))


def test_the_turtle_of_a_thing_stands_alone(opened):
    """Its own triples, statements with evidence and articles, figures, and names of what it is linked to; all of the build."""
    triples = {quad.triple for quad in parse(About("occasion/第八届甲州交易会").told(opened), RdfFormat.TURTLE)}
    known = {quad.triple for quad in opened.store.dataset}
    lines = sorted(map(str, triples - known))
    assert not [line for line in lines if "@zh" not in line]  # a tag of language may be written otherwise
    text = "\n".join(map(str, triples))
    for part in (
        "statement/s3>",
        "statement/s7>",
        "observation/f1>",
        "document/d1>",
        "startDate",
        "霁川智能科技有限公司",
    ):
        assert part in text, part
    assert "statement/s6>" not in text  # another's


def test_the_turtle_of_an_article_is_its_graph(opened):
    """Mentions, statements, figures and its text."""
    triples = [quad.triple for quad in parse(OfArticle("d1").told(opened), RdfFormat.TURTLE)]
    kinds = {one.object.value.rpartition("#")[2] for one in triples if one.predicate.value.endswith("#type")}
    assert {"Document", "Mention", "Statement", "Observation", "Evidence"} <= kinds
    assert Article("d1").told(opened)["text"]
    assert any(one.predicate.value.endswith("sourceText") for one in triples)
