"""Legal names in brackets, arms in a country, branches."""

from __future__ import annotations

import pytest

from .conftest import names
from .test_aliases import named

LEGAL = "合肥岭川航空科技有限公司"


@pytest.mark.parametrize("short", ["TopWing", "ＴＯＰＷＩＮＧ", "岭川航科"])
def test_the_legal_name_in_brackets(recognised, short):
    """What stands before the brackets is another name of the firm, in letters of any width."""
    reading = recognised(f"无人机厂商{short}（{LEGAL}）获得证书。{short}今年售出3000架。")
    assert named(reading, short) == {LEGAL}


@pytest.mark.parametrize("other", ["沈知远", "采茶机器人", "望山集团", "杭州市商务局"])
def test_brackets_that_say_whose(recognised, other):
    """A person, a product and another firm before the brackets are not the firm in them."""
    assert named(recognised(f"{other}（{LEGAL}）获奖。"), other) <= {""}


def test_an_arm_in_a_country(recognised):
    """甲川（中国） and 甲川中国 are one firm, and not the group."""
    reading = recognised("望岭（中国）总裁沈知远介绍了产品。望岭集团成立于2001年。望岭中国今天宣布换帅。")
    assert named(reading, "望岭（中国）") == named(reading, "望岭中国") == {"望岭中国"}
    assert named(reading, "望岭集团") == {""}


def test_an_arm_with_its_legal_name(recognised):
    """Where the article gives the legal name, the arm is that."""
    reading = recognised("由望岭（中国）投资有限公司领投，望岭中国今天宣布换帅。望岭中国总裁到场。")
    assert names(reading, "Company")[0] == "望岭（中国）投资有限公司"
    assert named(reading, "望岭中国") == {"望岭（中国）投资有限公司"}


@pytest.mark.parametrize(
    "text",
    [
        "望岭集团中国区总裁到场。",
        "望岭集团中国事业部总裁到场。",
        "望岭集团看好中国市场。",
        "中国（浙江）自由贸易试验区很大。",
        "望岭集团在中国投资。",
    ],
)
def test_no_arm(recognised, text):
    """A region of a firm, a market and a zone are no firms."""
    assert "arm" not in {m.recogniser for m in recognised(text).mentions}


def test_a_branch_after_its_name_in_full(recognised):
    """苏州分行 is the branch that the article names with its bank, whatever other banks there are."""
    reading = recognised("岭川银行苏州分行推出新产品，望山银行也来了。苏州分行行长沈知远致辞。")
    assert named(reading, "苏州分行") == {"岭川银行苏州分行"}


def test_a_branch_of_the_only_bank(recognised):
    """Where one bank is named, branches without a name are its, under its name without the legal form."""
    reading = recognised("岭川银行股份有限公司1日披露半年报。苏州分行和无锡支行贡献了四成利润。")
    assert named(reading, "苏州分行") == {"岭川银行苏州分行"}
    assert named(reading, "无锡支行") == {"岭川银行无锡支行"}
    traditional = recognised("嶺川銀行股份有限公司1日披露半年報。蘇州分行貢獻了四成利潤。")
    assert named(traditional, "蘇州分行") == {"嶺川銀行蘇州分行"}


def test_a_branch_beside_another(recognised):
    """Where only a branch is named in full, another is of the same insurer."""
    reading = recognised("岭川人寿保险股份有限公司南京中心支公司开业。无锡分公司经理到场。")
    assert named(reading, "无锡分公司") == {"岭川人寿保险无锡分公司"}


def test_a_branch_of_two_banks(recognised):
    """Where two banks may have the branch, it is neither's."""
    assert named(recognised("岭川银行和望山银行披露半年报。苏州分行贡献了利润。"), "苏州分行") <= {""}


def test_a_firm_is_no_bank(recognised):
    """A firm has no 分行."""
    assert named(recognised("岭川科技有限公司开业。苏州分行贡献了利润。"), "苏州分行") <= {""}
