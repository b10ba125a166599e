"""Within one article: aliases by definition, pointers, classes, what stays apart."""

from __future__ import annotations

import pytest

from graph.resolve.clusters import bare

from .by_hand import article, claim, ids, know, measure, named, reasons

FIRM = "江苏澜岸数据有限公司"


def test_a_defined_alias_is_one_with_what_it_names():
    """(以下简称“澜岸数据”) makes both names one node, and the judgement quotes the definition."""
    knowledge = know(
        article(
            f"{FIRM}（以下简称“澜岸数据”）", named(FIRM, "Company"), named("澜岸数据", "Company", "definition", FIRM)
        )
    )
    (firm,) = [e for e in knowledge.entities if e.type == "Company"]
    assert (firm.id, firm.name, firm.aliases) == (f"org/{FIRM}", FIRM, ("澜岸数据",))
    assert reasons(knowledge, firm.id) == {"澜岸数据": "the text defines “澜岸数据” as another name"}


def test_an_alias_is_the_same_thing_before_its_definition():
    """A title that uses the alias before the body defines it means the same firm."""
    knowledge = know(
        article(
            f"澜岸数据获奖\n{FIRM}（以下简称“澜岸数据”）",
            named("澜岸数据", "Company"),
            named(FIRM, "Company"),
            named("澜岸数据", "Company", "definition", FIRM),
        )
    )
    assert ids(knowledge, "org") == [FIRM]


def test_what_only_points_is_no_name():
    """该公司 and 本届交易会 count as mentions, never as names."""
    edition = "第三届澜岸交易会"
    knowledge = know(
        article(
            f"{edition}开幕，{FIRM}参展。该公司展位在本届交易会入口。",
            named(edition, "FairEdition", "pattern"),
            named(FIRM, "Company"),
            named("该公司", "Company", "deictic", FIRM),
            named("本届交易会", "FairEdition", "pointer", edition),
            claims=[claim(2, "exhibitsAt", 3)],
        )
    )
    by_id = {e.id: e for e in knowledge.entities}
    assert [len(by_id[id].mentions) for id in (f"org/{FIRM}", f"occasion/{edition}")] == [2, 2]
    assert by_id[f"org/{FIRM}"].aliases == by_id[f"occasion/{edition}"].aliases == ()


def test_a_pointer_that_nothing_refers_to_is_left_out():
    """A deictic mention without a fact or figure adds no mention."""
    source = f"{FIRM}宣布，该公司"
    mentions = (named(FIRM, "Company"), named("该公司", "Company", "deictic", FIRM))
    idle = know(article(source, *mentions)).entity(f"org/{FIRM}")
    used = know(article(source, *mentions, measures=[measure(1, "员工", "12", "人")])).entity(f"org/{FIRM}")
    assert (len(idle.mentions), len(used.mentions)) == (1, 2)


def test_the_class_with_more_weight_wins():
    """A name read twice as a company and once as an association is a company, in every mention."""
    knowledge = know(
        article(
            "澜岸数据，澜岸数据，澜岸数据",
            named("澜岸数据", "Company"),
            named("澜岸数据", "Association"),
            named("澜岸数据", "Company"),
        )
    )
    assert [(e.type, len(e.mentions)) for e in knowledge.entities] == [("Company", 3)]


def test_a_subclass_goes_before_its_superclass():
    """Company refines Organisation, even where Organisation was read more often."""
    knowledge = know(
        article("澜岸，澜岸", named("澜岸", "Organisation", score=0.95), named("澜岸", "Company", score=0.5))
    )
    assert [e.type for e in knowledge.entities] == ["Company"]


def test_a_trade_and_an_offering_of_one_name_are_two():
    """储能 as a field and 储能 as a technology are two nodes in two spaces."""
    knowledge = know(article("储能，储能", named("储能", "Industry"), named("储能", "Technology")))
    assert [e.id for e in knowledge.entities] == ["industry/储能", "offering/储能"]


def test_a_series_and_its_edition_are_two():
    """The edition holds the name of the series, and both are nodes of their own."""
    knowledge = know(
        article(
            "第三届澜岸交易会",
            named("澜岸交易会", "Fair", "pattern"),
            named("第三届澜岸交易会", "FairEdition", "pattern"),
        )
    )
    assert {e.id: e.type for e in knowledge.entities} == {
        "occasion/澜岸交易会": "Fair",
        "occasion/第三届澜岸交易会": "FairEdition",
    }


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("《行动方案》", "行动方案"),
        ("“栩行”", "栩行"),
        ("Sprint  Pro", "Sprint Pro"),
        ("“茶与水”高层论坛", "“茶与水”高层论坛"),
        ("《“茶+”方案》", "“茶+”方案"),
        ("《关于《甲》的通知》", "关于《甲》的通知"),
        ("“甲”与“乙”", "“甲”与“乙”"),
        ("甲论坛”", "甲论坛"),
        ("“", ""),
    ],
)
def test_the_marks_around_a_title_are_no_part_of_it(surface, name):
    """Names lose the quotation or title marks around the whole of them; blanks inside are one."""
    assert bare(surface) == name
