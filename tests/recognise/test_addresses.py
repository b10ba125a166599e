"""Places named from the larger to the smaller in one go."""

from __future__ import annotations

import pytest

from .conftest import read


def wholes(source: str) -> list[tuple[str, str]]:
    return [(m.surface, m.name) for m in read(source).addresses]


@pytest.mark.parametrize(
    ("source", "whole", "name"),
    [
        ("公司位于浙江省杭州市。", "浙江省杭州市", "杭州市"),
        ("公司位於浙江省杭州市濱江區。", "浙江省杭州市濱江區", "濱江區"),
        ("她来自江苏省昆山市青禾镇。", "江苏省昆山市青禾镇", "青禾镇"),
    ],
)
def test_the_whole_names_its_last_place(source, whole, name):
    assert wholes(source) == [(whole, name)]


@pytest.mark.parametrize("source", ["杭州市和宁波市签约。", "浙江杭州与江苏、苏州。", "代表来自北京上海广州三地。"])
def test_places_beside_each_other_are_no_address(source):
    assert all(whole != source[:-1] and "、" not in whole and "和" not in whole for whole, _ in wholes(source))


def test_a_place_that_lies_elsewhere_is_not_joined():
    """杭州 lies in no 江苏省."""
    assert wholes("江苏省杭州市两地") == []


def test_the_parts_stay_mentions():
    reading = read("公司位于浙江省杭州市。")
    assert {"浙江省", "杭州市"} <= {m.surface for m in reading.mentions}
