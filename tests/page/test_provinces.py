from __future__ import annotations

from graph.page.drawing import drawing
from graph.page.provinces import provinces

from .made_up import Reporter, entity, gathered, ontology

JIANGSU, ZHEJIANG = (entity("Province", name, background=True) for name in ("江蘇省", "浙江省"))
SUZHOU, HANGZHOU = entity("City", "蘇州"), entity("City", "杭州")
FIRM, RIVAL, FAIR, GOOD = (
    entity("Company", "澄嵐機器人"),
    entity("Company", "越衡光電"),
    entity("FairEdition", "第二屆博覽會"),
    entity("Product", "協作機械臂"),
)
MAP = [(SUZHOU.id, "partOf", JIANGSU.id), (HANGZHOU.id, "partOf", ZHEJIANG.id)]


def _provinces(*told, background=MAP):
    report = Reporter(0, "消息")
    for subject, predicate, object in told:
        report.state(subject, predicate, object, report.say(subject, "、", object, "。"))
    known = gathered([report], [JIANGSU, ZHEJIANG, SUZHOU, HANGZHOU, FIRM, RIVAL, FAIR, GOOD], background)
    return provinces(drawing(known, ontology()))


def test_a_name_lies_where_its_place_does():
    """By where a firm is located and a fair is held, up to the province; what has no place is the rest."""
    found, rest = _provinces(
        (FIRM, "locatedIn", SUZHOU),
        (FAIR, "heldIn", HANGZHOU),
        (FIRM, "exhibits", GOOD),
        (RIVAL, "locatedIn", ZHEJIANG),
    )
    assert {id: set(members) for id, members in found.items()} == {
        JIANGSU.id: {FIRM.id, SUZHOU.id, JIANGSU.id},
        ZHEJIANG.id: {FAIR.id, RIVAL.id, HANGZHOU.id, ZHEJIANG.id},
    }
    assert rest == (GOOD.id,)


def test_the_largest_comes_first_and_in_it_the_best_connected():
    """As among communities."""
    found, _ = _provinces((FIRM, "locatedIn", HANGZHOU), (RIVAL, "locatedIn", HANGZHOU))
    assert next(iter(found)) == ZHEJIANG.id
    assert found[ZHEJIANG.id][0] == HANGZHOU.id


def test_the_nearer_of_two_provinces_counts():
    """A firm with a place in one and the other's name outright lies in the latter."""
    found, _ = _provinces((FIRM, "locatedIn", SUZHOU), (FIRM, "locatedIn", ZHEJIANG))
    assert FIRM.id in found[ZHEJIANG.id]


def test_one_province_tells_nothing_apart():
    """Then there is no such overview; and places that are part of each other come to an end."""
    found, rest = _provinces(
        (FIRM, "locatedIn", SUZHOU), background=[(SUZHOU.id, "partOf", HANGZHOU.id), (HANGZHOU.id, "partOf", SUZHOU.id)]
    )
    assert (found, rest) == ({}, ())
