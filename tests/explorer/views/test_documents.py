"""The list of articles as it is narrowed and sorted, and an article with what it says."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from small import EDITION, FIRM, FIRST, KNOWLEDGE, text

from graph.explorer.views import Opened, Unknown
from graph.explorer.views.documents import Article, Articles
from graph.model import Mention, Script
from graph.store import open_store

from ..served import write


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Twelve articles more: of several years and publishers, one without a date, one a copy."""
    more = tuple(
        text(
            f"m{n}",
            f"第{n}篇。",
            Script.HANS,
            title=f"第{n}篇新聞",
            published=f"20{10 + n}-01-02",
            publisher=f"報{n % 3}",
        )
        for n in range(11)
    )
    undated = text("m11", "没有日期。", Script.HANS, title="没有日期")
    texts = (*KNOWLEDGE.texts, *more, undated)
    folder = tmp_path_factory.mktemp("many")
    return Opened(open_store(write(folder, replace(KNOWLEDGE, texts=texts, copies=(("m1", "m0"),)))))


def titles(opened, **asked):
    return [one["title"] for one in Articles(**asked).told(opened)["articles"]]


def test_the_newest_come_first_and_what_has_no_date_last(many):
    """The order of the list unless another is asked for, whichever way."""
    shown = titles(many)
    assert (shown[:2], shown[-1]) == (["霽川智能亮相", "机器人走进养老院"][::-1], "没有日期")
    assert titles(many, sort="published")[-1] == "没有日期"


@pytest.mark.parametrize("sort", ["title", "-publisher", "-facts", "mentions", "-mentions", "nonsense"])
def test_any_order_has_all(many, sort):
    """Each article once."""
    assert sorted(titles(many, sort=sort)) == sorted(titles(many))


def test_what_says_most_comes_first(many):
    """By facts and figures, and by mentions."""
    told = Articles(sort="-facts").told(many)["articles"]
    assert [one["facts"] for one in told] == sorted((one["facts"] for one in told), reverse=True)
    assert told[0]["mentions"] > 0
    assert told[0]["facts"] > 0


def test_the_list_is_narrowed(many):
    """By a text of the title in either script, publisher, years, and a thing that is named; all at once too."""
    assert len(titles(many, typed="新闻")) == 11
    assert len(titles(many, publisher="報0")) == len(titles(many, publisher="报0")) == 4
    assert titles(many, since="2019", until="2020", publisher="報1") == ["第10篇新聞"]
    assert len(titles(many, thing=FIRM.id)) == 2
    assert titles(many, typed="养老", thing=FIRM.id) == ["机器人走进养老院"]
    with pytest.raises(Unknown):
        titles(many, thing="org/none")


def test_a_page_of_the_list_says_of_how_many(many):
    """And between which years all lie, which publishers there are, what is a copy of what."""
    told = Articles(start=10, most=3).told(many)
    assert (len(told["articles"]), told["count"], told["total"]) == (3, 14, 14)
    assert told["years"] == ["2010", "2021"]
    assert told["publishers"][0] == ("報0", 4)
    assert Articles(publisher="报0").told(many)["publisher"] == "報0"
    assert [one["copyOf"] for one in Articles(typed="第1篇").told(many)["articles"]] == ["第0篇新聞"]


def test_an_article_knows_its_copies(many):
    """And each copy what it is one of."""
    assert [one["title"] for one in Article("m0").told(many)["copies"]] == ["第1篇新聞"]
    assert Article("m1").told(many)["original"].endswith("/document/m0")


def test_an_article_has_its_text_with_what_it_names(opened):
    """Joined, the pieces are the text; the things are counted."""
    told = Article("d1").told(opened)
    pieces = [piece for one in told["paragraphs"] for piece in one["pieces"]]
    assert "".join(piece if isinstance(piece, str) else piece[0] for piece in pieces) == FIRST
    assert told["things"][opened.catalogue.by_id[FIRM.id]]["here"] == 1
    assert (told["publisher"], told["sources"]) == ("", ["d1.txt", "https://example.org/1"])


def test_an_article_has_what_it_says(opened):
    """In the order of the text, each with the places of its ends in the quote."""
    told = Article("d1").told(opened)
    assert {one["property"] for one in told["facts"]} == {
        "exhibits", "exhibitsAt", "editionOf", "startDate", "headquarteredIn",
    }  # fmt: skip
    assert [one["start"] for one in told["facts"]] == sorted(one["start"] for one in told["facts"])
    shows = next(one for one in told["facts"] if one["property"] == "exhibits")
    assert [[FIRST[start:end] for start, end in some] for some in shows["marks"]] == [["霽川智能"], ["「雲帆」機器人"]]
    assert [(one["subject"]["id"], one["measure"]) for one in told["figures"]] == [(EDITION.id, "成交額")]


def test_a_passage_is_highlighted_with_the_ends_of_what_it_says(opened):
    """Where the address says which fact; without it the passage alone; nonsense highlights nothing."""
    start, end = (one := Article("d1").told(opened)["figures"][0])["start"], one["end"]
    roles = [
        piece[2] for piece in Article("d1", 0, start, end).told(opened)["paragraphs"][0]["pieces"] if len(piece) == 4
    ]
    assert set(roles) == {0, 1}
    fact = next(one for one in Article("d1").told(opened)["facts"] if one["property"] == "headquarteredIn")
    told = Article("d1", 0, fact["start"], fact["end"], fact["id"]).told(opened)
    marked = [piece for piece in told["paragraphs"][0]["pieces"] if not isinstance(piece, str) and piece[2] > 1]
    assert ([piece[0] for piece in marked], told["chosen"]) == (["霽川智能科技有限公司", "蘇州"], fact["id"])
    for span in ((5, 5), (9, 2), (-1, 4), (10**8, 10**8 + 1)):
        assert Article("d1", 0, *span).told(opened)["paragraphs"]


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    """An article of 200,000 characters that names a firm again and again."""
    line = "霽川智能展出新品。" + "字" * 90 + "\n"
    source = line * 2000
    firm = replace(
        FIRM,
        mentions=tuple(Mention("long", at * 100, at * 100 + 4, "霽川智能", "Company", "t", 0.9) for at in range(2000)),
    )
    others = tuple(replace(one, mentions=()) for one in KNOWLEDGE.entities if one.id != FIRM.id)
    knowledge = replace(
        KNOWLEDGE, texts=(text("long", source, Script.HANT),), entities=(firm, *others), statements=(), figures=()
    )
    return Opened(open_store(write(tmp_path_factory.mktemp("long"), knowledge)))


def test_a_long_article_is_told_in_parts(long):
    """Each with what is named in it; the things count the whole; a passage opens the part that it lies in."""
    first = Article("long").told(long)
    assert (first["part"], first["parts"]) == (1, 7)
    assert len(json.dumps(first)) < 200_000
    last = Article("long", 99).told(long)
    assert (last["part"], last["paragraphs"][-1]["start"]) == (7, 199_900)
    assert Article("long", 0, 150_010, 150_020).told(long)["part"] == 5
    assert [one["here"] for one in last["things"].values()] == [2000]


def test_without_texts_the_quotes_are_told_alone(tmp_path):
    """A build that may not republish them keeps short quotes."""
    opened = Opened(open_store(write(tmp_path, replace(KNOWLEDGE, quote_limit=40))))
    told = Article("d1").told(opened)
    assert (told["text"], told["paragraphs"], told["parts"]) == (False, [], 1)
    assert all(one["quote"] for one in told["facts"])


def test_an_unknown_article_is_told_as_such(opened):
    """With where the known ones are."""
    with pytest.raises(Unknown, match="/documents lists them"):
        Article("none").told(opened)
