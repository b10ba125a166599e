from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.page.labels import FONT, ems, size, wrap


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("杭州", ("杭州",)),
        ("昀澤新材料科技有限公司", ("昀澤新材料", "科技有限公司")),
        ("第二屆合肥國際機器人博覽會", ("第二屆合肥國際", "機器人博覽會")),
        ("澄嵐（蘇州）低空經濟研究院", ("澄嵐（蘇州）", "低空經濟研究院")),
        ("Northern Lights Instruments", ("Northern Lights", "Instruments")),
        ("", ()),
    ],
)
def test_a_name_is_cut_where_a_part_of_it_ends(name, lines):
    """Cuts fall at brackets and between words, not inside 国际 or 机器人, in either script."""
    assert wrap(name) == lines


def test_a_name_too_long_ends_in_an_ellipsis():
    """Three lines are the most, and a reader sees that something is missing."""
    lines = wrap("关于支持若干重点领域高质量发展并进一步扩大对外开放水平和完善服务体系建设的若干意见")
    assert len(lines) == 3
    assert lines[-1].endswith("…")


@given(st.text(alphabet="澄嵐科技有限公司（）AB 12、", max_size=27))
def test_a_short_name_loses_nothing_but_spaces(name):
    """Up to 28 characters every character but spaces is drawn, in its order."""
    assert "".join(wrap(name)).replace(" ", "") == name.replace(" ", "")


def test_a_latin_letter_is_narrower_than_a_character():
    """The room a label takes counts Chinese characters as square and Latin ones as narrower."""
    assert ems("AB") < ems("上海")
    assert size(("上海", "浦東新")) == (3 * FONT, 34)
