"""The reports of a bulletin do not leak into one another: pronouns, left-out subjects, editions, dates and bearers."""

from __future__ import annotations

from .conftest import facts, figures

EDITION = "第三届东湖国际茶叶博览会"
BULLETIN = "今天的消息如下，请看仔细。\n"


def test_a_pronoun_stays_in_its_report(extracted):
    """该公司 at the head of a report is not the firm of the one before."""
    article = f"{BULLETIN}▲青禾集团到场。该公司生产采茶机器人。\n▲该公司位于苏州市。"
    assert [(f.subject, f.predicate) for f in facts(extracted(article))] == [("青禾集团", "produces")]


def test_an_edition_stays_in_its_report(extracted):
    """Who exhibits in one report is not at the fair of another."""
    article = f"{BULLETIN}▲{EDITION}昨天开幕。青禾集团展出了采茶机器人。\n▲云杉科技展出了茶叶机器人。"
    found = facts(extracted(article), "exhibitsAt")
    assert [(f.subject, f.object) for f in found] == [("青禾集团", EDITION)]


def test_a_pointer_means_the_edition_of_its_report(extracted):
    """本届展会 is the fair of its own report."""
    other = "第五届西山国际茶具博览会"
    article = f"{BULLETIN}▲{EDITION}昨天开幕。本届展会吸引参展企业300家。\n▲{other}昨天开幕。本届展会吸引参展企业20家。"
    assert [(n.about, n.value) for n in figures(extracted(article))] == [(EDITION, "300"), (other, "20")]


def test_a_headline_names_one_report(extracted):
    """An edition in the headline that one report goes on with frames no other report."""
    title = f"{EDITION}开幕 云杉科技获投资"
    article = f"{title}\n▲{EDITION}昨天开幕。青禾集团展出了采茶机器人。\n▲云杉科技展出了茶叶机器人。"
    found = facts(extracted(article, title=title), "exhibitsAt")
    assert [f.subject for f in found] == ["青禾集团"]


def test_a_list_article_has_its_frame(extracted):
    """The edition that the words before a list name is that of every entry."""
    article = f"{EDITION}昨天开幕。\n1.青禾集团展出了采茶机器人。\n2.云杉科技展出了茶叶机器人。该公司位于苏州市。"
    found = facts(extracted(article))
    assert [f.subject for f in found if f.predicate == "exhibitsAt"] == ["青禾集团", "云杉科技"]
    assert [f.subject for f in found if f.predicate == "locatedIn"] == ["云杉科技"]


def test_a_year_stays_in_its_report(extracted):
    """上半年 counts from the year that its own report names, or from the article's date."""
    article = f"{BULLETIN}▲2019年青禾集团营业收入达到3亿元。\n▲上半年云杉科技营业收入达到2亿元。"
    times = [m.time.start for m in extracted(article, published="2024-09-06").measures if m.time]
    assert times == ["2019", "2024-01"]


def test_offsets_and_mentions_are_those_of_the_article(extracted):
    """A claim of a later report quotes its own sentence and points at its own mentions."""
    said = extracted(f"{BULLETIN}▲青禾集团到场。\n▲云杉科技位于苏州市。")
    (claim,) = said.claims
    assert said.text.quote(claim.start, claim.end) == "▲云杉科技位于苏州市。"
    assert claim.start <= said.mentions[claim.subject].start < claim.end


def test_headings_of_one_article_divide_nothing(extracted):
    """Where lead and all parts are on one fair, headings only part a long article."""
    filler = "茶商从各地赶来，展馆里从早到晚都是人，街上也热闹。"
    article = (
        f"{EDITION}昨天开幕。{filler}\n各地茶商齐聚东湖之滨洽谈\n{EDITION}很热闹。{filler}\n"
        f"新品集中亮相引来各地客商\n青禾集团展出了采茶机器人。{EDITION}很热闹。{filler}"
    )
    assert [f.object for f in facts(extracted(article), "exhibitsAt")] == [EDITION]
