"""The departments of provinces, cities and counties: one body under its full and its short names."""

from __future__ import annotations

import pytest

from graph.gazetteer import load_gazetteer
from graph.resolve.departments import department_of, departments

from .by_hand import article, ids, know, named, reasons


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("江苏省发改委", "江苏省发展和改革委员会"),
        ("江苏发展改革委", "江苏省发展和改革委员会"),
        ("苏州市人社局", "苏州市人力资源和社会保障局"),
        ("江苏省苏州市中院", "苏州市中级人民法院"),
        ("江苏省发展和改革委员会", "江苏省发展和改革委员会"),
        ("发改委", ""),
        ("江苏省甲川研究院", ""),
        ("朝阳区政府", ""),
        ("江苏", ""),
        ("苏州市", ""),
    ],
)
def test_the_full_name_of_a_department(name, full):
    """A place and a short name give the full name; no place, no such department or a place of several no name."""
    assert department_of(name, load_gazetteer()) == full


def test_no_short_name_stands_for_two_departments():
    """Each alias of the list leads to one name, and no full name is another's alias."""
    known = departments()
    assert all(known[full] == full for full in known.values())


def test_a_province_and_its_short_name_are_one_body_in_two_articles():
    """江苏省发改委 in one article and 江苏省发展和改革委员会 in another are one; those of two provinces are two."""
    knowledge = know(
        article("江苏省发改委发布", named("江苏省发改委", "GovernmentBody")),
        article("江苏省发展和改革委员会发布", named("江苏省发展和改革委员会", "GovernmentBody")),
        article("浙江省发改委发布", named("浙江省发改委", "GovernmentBody")),
    )
    assert ids(knowledge, "org") == ["江苏省发展和改革委员会", "浙江省发展和改革委员会"]
    assert reasons(knowledge, "org/江苏省发展和改革委员会") == {
        "江苏省发改委": "“江苏省发改委” is the short name of “江苏省发展和改革委员会”"
    }
