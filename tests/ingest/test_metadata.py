"""What an article says of itself is found where it is stated, and nowhere else."""

from __future__ import annotations

import pytest

from graph.ingest.metadata import LONGEST_TITLE, file_date, iso_date, stated

from .articles import HANS


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("水产博览会闭幕", "水产博览会闭幕"),
        ("  水产博览会闭幕　成果丰硕 ", "水产博览会闭幕　成果丰硕"),
        ("# 水产博览会闭幕", "水产博览会闭幕"),
        ("2024年10月24日博览会开幕", "2024年10月24日博览会开幕"),
        ("博" * LONGEST_TITLE, "博" * LONGEST_TITLE),
    ],
)
def test_a_short_first_line_is_the_title(first, title):
    """A short first line that is no sentence is the title, without blanks and heading marks around it."""
    assert stated(f"\n{first}\n\n{HANS}").title == title


@pytest.mark.parametrize(
    "first",
    [
        "博览会今天闭幕。",
        "博览会闭幕了吗？",
        "博览会闭幕！",
        "博" * (LONGEST_TITLE + 1),
        "来源：江海网",
        "2024-10-24 08:30",
        "江海网消息：博览会闭幕",
        "本报记者 林小溪",
    ],
)
def test_a_sentence_or_a_note_is_no_title(first):
    """A sentence, a long line, a source, a date, a dateline and a byline are no titles."""
    assert stated(f"{first}\n{HANS}").title == ""


def test_a_line_alone_is_no_title():
    """A title is followed by a text."""
    assert stated("水产博览会闭幕\n \n").title == ""


def test_a_long_line_before_a_dateline_is_a_title():
    """Several headlines in one line are a title where a dateline follows."""
    line = "水产博览会闭幕 " * 10
    assert stated(f"{line}\n江海网消息：{HANS}").title == line.strip()


@pytest.mark.parametrize(
    "line",
    [
        "2023-09-06",
        "2023/9/6 08:30",
        "2023年9月6日",
        "2023年9月6日 来源：江海网",
        "来源：江海网 2023-09-06 08:30:00",
        "发布时间：2023-09-06 08:30",
        "發佈時間：2023年9月6日",
        "时间：2023-09-06　编辑：林小溪",
        "东海社宁港2023年9月6日电 博览会闭幕。",
        "宁港2023年9月6日 /环海社/ -- 博览会闭幕。",
        "博览会今天（2023年9月6日）闭幕。",
    ],
)
def test_a_date_in_a_dateline_is_the_date_of_the_article(line):
    """A date on a line of its own, with a label, in a dateline or after 今天 is when the article appeared."""
    assert stated(f"水产博览会闭幕\n{line}\n{HANS}").published == "2023-09-06"


@pytest.mark.parametrize(
    "line",
    [
        "2019年5月6日，公司在宁港成立。",
        "公司（2019年5月6日成立）参加了博览会。",
        "展会时间：2019年5月6日至9日",
        "据称，时间来到2019年5月6日。",
        "2019-13-45",
    ],
)
def test_a_date_of_the_story_is_not_the_date_of_the_article(line):
    """When a company was founded or a fair is held says nothing of when the article appeared."""
    assert stated(f"水产博览会闭幕\n{line}\n{HANS}").published == ""


@pytest.mark.parametrize(
    ("title", "lead", "day"),
    [
        ("2023年博览会闭幕", "博览会今天（9月6日）闭幕。", "2023-09-06"),
        ("博览会闭幕", "2023年博覽會今日(9月6日)閉幕。", "2023-09-06"),
        ("博览会闭幕", "博览会今天（9月6日）闭幕。", ""),
        ("2023年博览会闭幕", "2024年博览会筹备工作今天（9月6日）开始。", ""),
        ("2023年博览会闭幕", "博览会（9月6日）闭幕。", ""),
        ("2023年博览会闭幕", "博览会今天（9月31日）闭幕。", ""),
    ],
)
def test_today_takes_the_only_year_nearby(title, lead, day):
    """今天（9月6日） is a full date where title and lead name exactly one year."""
    assert stated(f"{title}\n{lead}\n{HANS}").today == day


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("江海网消息（晚间播报）：博览会闭幕。", "江海网"),
        ("东海社宁港4月16日电 博览会闭幕。", "东海社"),
        ("东海社台安4月16日电 博览会闭幕。", "东海社"),
        ("江海網(wǎng)寧港4月16日消息(記者林溪)博覽會閉幕。", "江海網"),
        ("（東海社記者林溪寧港5日電）博覽會閉幕。", "東海社"),
        ("宁港日报讯 博览会闭幕。", "宁港日报"),
        ("宁港时报网讯（记者 林小溪）博览会闭幕。", "宁港时报网"),
        ("观展家9月6日消息，博览会闭幕。", "观展家"),
        ("IT小屋 9月6日消息，博览会闭幕。", "IT小屋"),
        ("来源：江海网", "江海网"),
        ("2024-10-24 08:30 | 來源： 江海網 | 字號：大", "江海網"),
    ],
)
def test_a_dateline_names_the_publisher(line, publisher):
    """来源：X, X消息, X讯 and X宁港4月16日电 name the publisher X, without the place and the pinyin."""
    assert stated(f"水产博览会闭幕\n{line}\n{HANS}").publisher == publisher


@pytest.mark.parametrize(
    "line",
    [
        "本报讯 博览会闭幕。",
        "据江海网消息，博览会闭幕。",
        "最新消息，博览会闭幕。",
        "快讯：博览会闭幕。",
        "海讯飞今天宣布，博览会闭幕。",
        "北京时间9月6日消息，博览会闭幕。",
        "公司称，数据来源：江海网。",
    ],
)
def test_other_news_is_no_publisher(line):
    """本报讯, 最新消息, 据X消息 and a source quoted in a sentence name no publisher of the article."""
    assert stated(f"水产博览会闭幕\n{line}\n{HANS}").publisher == ""


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("江海网宁港4月16日电（记者林小溪、高原）博览会闭幕。", "林小溪、高原"),
        ("江海網(wǎng)寧港4月16日消息(記者林小溪 高原)博覽會閉幕。", "林小溪、高原"),
        ("本报讯（记者 林小溪 通讯员 高原）博览会闭幕。", "林小溪、高原"),
        ("【江海网报道 记者 林小溪】博览会闭幕。", "林小溪"),
        ("作者：林小溪", "林小溪"),
        ("来源：江海网　作者：阿依古丽·高原　2024-10-24", "阿依古丽·高原"),
        ("文/林小溪", "林小溪"),
        ("本报记者 林小溪 高原", "林小溪、高原"),
        ("记者从博览会组委会获悉，成果丰硕。", ""),
        ("博览会现场（记者 高原 摄）", ""),
    ],
)
def test_a_byline_names_who_wrote(line, byline):
    """记者 and 作者 name who wrote, in a dateline or on a line; who asked or took a picture is not meant."""
    assert stated(f"水产博览会闭幕\n{line}\n{HANS}").byline == byline


def test_a_byline_may_stand_at_the_end():
    """The last line is looked at for a byline too."""
    assert stated(f"水产博览会闭幕\n{HANS}\n（江海网记者 林小溪 报道）\n").byline == "林小溪"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-10-24T08:00:00+08:00", "2024-10-24"),
        ("2024/1/4", "2024-01-04"),
        ("2024年10月24日", "2024-10-24"),
        (" 20241024 ", "2024-10-24"),
        ("20241324", ""),
        ("2023-02-29", ""),
        ("10月24日", ""),
        ("1729728000", ""),
    ],
)
def test_a_full_date_is_made_iso(text, day):
    """A full date in any of the usual forms becomes YYYY-MM-DD; a part of one, or none of the calendar, nothing."""
    assert iso_date(text) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("20230906-01.txt", "2023-09-06"),
        ("20230906.txt", "2023-09-06"),
        ("news-2023-09-06.txt", "2023-09-06"),
        ("20231306.txt", ""),
        ("202309061.txt", ""),
        ("a20230906.txt", ""),
    ],
)
def test_a_file_name_may_hold_a_date(name, day):
    """Eight digits at the beginning of a name, or YYYY-MM-DD in it, are a date where they are a day."""
    assert file_date(name) == day
