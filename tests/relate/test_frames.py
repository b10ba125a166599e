"""The frame of a list: what an announcing line says of each name behind its colon or below it."""

from __future__ import annotations

import pytest

from .conftest import facts

EDITION = "第三届东湖国际茶叶博览会"
OPENED = f"{EDITION}昨天开幕。"


def subjects(extraction, predicate):
    return list(dict.fromkeys(f.subject for f in facts(extraction, predicate) if f.object == EDITION))


@pytest.mark.parametrize(
    "article",
    [
        f"{OPENED}以下企业参展：\n青禾集团\n白鹭集团\n云杉科技",
        f"{OPENED}\n下列企业参展：\n1.青禾集团；\n2.白鹭集团；\n3.云杉科技。",
        f"{OPENED}\n参展企业名单\n青禾集团\n白鹭集团\n云杉科技",
        f"{OPENED}\n参展企业：青禾集团、白鹭集团、云杉科技",
        f"以下企业参展{EDITION}：青禾集团、白鹭集团、云杉科技。",
        f"{OPENED}\n參展企業名單\n青禾集團\n白鷺集團\n雲杉科技",
    ],
)
def test_who_is_listed_exhibits(extracted, article):
    """What the line announces holds of every name of the list."""
    found = subjects(extracted(article), "exhibitsAt")
    assert [name[0] for name in found] in (["青", "白", "云"], ["青", "白", "雲"])


def test_hosts_by_their_label(extracted):
    """主办单位: and 承办单位: give each body with its role."""
    said = extracted(f"{EDITION}\n主办单位：云海省商务厅、云海市政府\n承办单位：青禾集团")
    roles = {said.mentions[c.subject].surface: dict(c.qualifiers)["role"] for c in said.claims if c.qualifiers}
    assert roles == {"云海省商务厅": "主办", "云海市政府": "主办", "青禾集团": "承办"}


@pytest.mark.parametrize(
    "article",
    [
        "以下企业参展：\n青禾集团\n白鹭集团",
        f"{OPENED}以下企业停业：\n青禾集团\n白鹭集团",
        f"{OPENED}参展企业有300家。\n青禾集团\n白鹭集团",
        f"{OPENED}\n获奖名单如下：\n青禾集团\n白鹭集团",
        f"{OPENED}\n以下产品参展：\n青禾集团",
    ],
)
def test_no_frame(extracted, article):
    """Without an edition, with other words, in a sentence of its own and for things of another kind nothing is said."""
    assert subjects(extracted(article), "exhibitsAt") == []


def test_a_list_ends_with_the_first_line_that_says_more(extracted):
    """What stands below a line of prose is not in the list any more."""
    article = f"{OPENED}以下企业参展：\n青禾集团\n白鹭集团的人一早就从城里赶来看热闹。\n云杉科技"
    assert subjects(extracted(article), "exhibitsAt") == ["青禾集团"]


def test_both_lines_are_evidence(extracted):
    """The announcing line and the name's own are quoted."""
    said = extracted(f"{OPENED}\n以下企业参展：\n青禾集团")
    quotes = {said.text.quote(c.start, c.end) for c in said.claims if c.predicate == "exhibitsAt"}
    assert quotes == {"以下企业参展：", "青禾集团"}
