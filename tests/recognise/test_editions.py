"""Which edition 本届 and 今年的 point at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model import Document, Part, Script, Sentence, Text
from graph.recognise.editions import main_edition, point

from .conftest import mention, names


def text(*sentences: tuple[int, int, Part]) -> Text:
    """A text of sentences by hand; its words do not matter."""
    length = sentences[-1][1]
    spans = tuple(Sentence(start, end, part, i) for i, (start, end, part) in enumerate(sentences))
    places = tuple(range(length))
    return Text(Document("a", "a", "某" * length), "某" * length, "某" * length, places, places, Script.HANS, spans)


def edition(start: int, surface: str):
    return mention(start, start + len(surface), "FairEdition", surface=surface)


def pointer(start: int, surface: str = "本届展会"):
    return mention(start, start + len(surface), "FairEdition", surface=surface, recogniser="pointer", name="pointer")


BODY = text((0, 20, Part.LEAD), (20, 80, Part.BODY))


def test_the_edition_of_the_lead():
    """A pointer means the edition that title or lead name, though another was named since."""
    found = point([edition(2, "第三届甲博会"), edition(30, "第九届乙博会"), pointer(50)], BODY)
    assert found[2].name == "第三届甲博会"


def test_the_nearest_before_where_the_lead_names_none():
    """Without an edition in title and lead, the last one before the pointer is meant."""
    found = point(
        [edition(22, "第三届甲博会"), edition(30, "第九届乙博会"), pointer(50), edition(60, "第一届丙博会")], BODY
    )
    assert found[2].name == "第九届乙博会"


def test_a_pointer_at_nothing_goes():
    """本届展会 in a text without an edition names nothing."""
    assert point([pointer(50)], BODY) == ()


def test_a_pointer_without_an_edition_takes_the_year():
    """本届甲博会 is that of the year of an article that numbers none; where no year is known, it is nothing."""
    found = [pointer(50, "本届甲博会"), mention(52, 55, "Fair", surface="甲博会")]
    dated = replace(BODY, document=replace(BODY.document, published="2024-10-12"))
    assert point(found, dated)[0].name == "2024年甲博会"
    assert [m.type for m in point(found, BODY)] == ["Fair"]


def test_a_pointer_under_a_short_name():
    """本届茶博会 is the edition of the fair whose name has those characters; 本届丙博会 is none of it."""
    full = [edition(2, "第三届东湖国际茶叶博览会"), mention(5, 14, "Fair", surface="东湖国际茶叶博览会")]
    tea = [pointer(50, "本届茶博会"), mention(52, 55, "Fair", surface="茶博会")]
    other = [pointer(50, "本届丙博会"), mention(52, 55, "Fair", surface="丙博会")]
    assert [m.name for m in point([*full, *tea], BODY)[2:]] == ["第三届东湖国际茶叶博览会", "东湖国际茶叶博览会"]
    assert [m.surface for m in point([*full, *other], BODY)[2:]] == ["丙博会"]


def test_an_edition_by_number_and_by_year():
    """The edition that title and lead give by its number and by the year of the article is one; another year is another."""
    both = [
        edition(2, "2024东湖茶博会"),
        mention(6, 11, "Fair", surface="东湖茶博会"),
        edition(12, "第四届东湖茶博会"),
        mention(15, 20, "Fair", surface="东湖茶博会"),
        edition(30, "2021东湖茶博会"),
        mention(34, 39, "Fair", surface="东湖茶博会"),
    ]
    dated = replace(BODY, document=replace(BODY.document, published="2024-10-12"))
    assert [m.name for m in point(both, dated) if m.type == "FairEdition"] == ["第四届东湖茶博会", "", ""]


def test_a_pointer_minds_its_series():
    """本届乙博会 means the edition of that series, not that of the lead."""
    series = [mention(5, 8, "Fair", surface="甲博会"), mention(33, 36, "Fair", surface="乙博会")]
    later = mention(52, 55, "Fair", surface="乙博会")
    found = point(
        [
            edition(2, "第三届甲博会"),
            series[0],
            edition(30, "第九届乙博会"),
            series[1],
            pointer(50, "本届乙博会"),
            later,
        ],
        BODY,
    )
    assert found[4].name == "第九届乙博会"


def test_the_main_edition_is_in_title_or_lead():
    """An edition that only the body names is not the main one."""
    assert main_edition([edition(30, "第九届乙博会")], BODY) is None
    assert main_edition([edition(30, "第九届乙博会"), edition(2, "第三届甲博会")], BODY) == "第三届甲博会"


@pytest.mark.parametrize(
    "article",
    [
        "第三届东湖国际茶叶博览会昨天开幕。本届博览会共有五个展区。",
        "第三屆東湖國際茶葉博覽會昨天開幕。本屆博覽會共有五個展區。",
        "第三届东湖国际茶叶博览会昨天开幕。此次展会共有五个展区。",
        "第三届东湖国际茶叶博览会昨天开幕。今年的东湖国际茶叶博览会共有五个展区。",
    ],
)
def test_pointers_of_an_article(recognised, article):
    """本届…, 此次展会 and 今年的… name the edition that the article is about."""
    reading = recognised(article)
    full, pointed = names(reading, "FairEdition")
    assert [m.name for m in reading.mentions if m.surface == pointed and m.recogniser == "pointer"] == [full]


def test_another_year_is_not_this_one(recognised):
    """去年的 does not point at the edition of this article."""
    reading = recognised("第三届东湖国际茶叶博览会昨天开幕。去年的东湖国际茶叶博览会在杭州市举行。")
    assert names(reading, "FairEdition") == ["第三届东湖国际茶叶博览会"]


def test_a_number_alone(recognised):
    """比第三届多 means the third of the fair that the article numbers; 第三届理事会 is no fair."""
    reading = recognised("第四届东湖茶博会在杭州开幕，企业比第三届多50家。第三届理事会也开了会。")
    assert [m.name for m in reading.mentions if m.surface == "第三届"] == ["第三届东湖茶博会"]


def test_a_number_alone_between_two_fairs(recognised):
    """Where an article numbers two fairs, a number alone is neither's."""
    reading = recognised("第四届东湖茶博会和第四届西山药博会开幕，企业比第三届多50家。")
    assert "第三届" not in names(reading, "FairEdition")


def test_a_place_before_a_short_name(recognised):
    """A place between the number and the short name belongs to the name."""
    reading = recognised("2023东湖茶博会昨天开幕。第五届东湖茶博会将于明年举行。")
    assert names(reading, "FairEdition") == ["2023东湖茶博会", "第五届东湖茶博会"]
