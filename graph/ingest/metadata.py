"""What an article says of itself in its first lines: title, date, publisher, byline.

Only what is stated is taken; a date in a sentence of the story is not the article's. Pinyin that some sites leave
behind characters, 網(wǎng), is passed over here and stays in the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

LONGEST_TITLE = 60
"""The most characters of a first line that is a title; twice as many where a dateline follows."""

_HEAD_LINES = 8
_HEAD_CHARS = 600
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_PINYIN = re.compile(rf"(?<=[{_HAN}])\([a-zà-ÿāēīōūǎěǐǒǔǖǘǚǜ]{{1,6}}\s*\)")

_DATE = r"(?<!\d)(?:19|20)\d\d(?:\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|(?P<sep>[-/.])\d{1,2}(?P=sep)\d{1,2}(?!\d))"
_FULL_DATE = re.compile(_DATE)
_DATE_LABEL = re.compile(
    rf"(?<![{_HAN}])(?:(?:[发發][布佈表]|刊[登载載]|更新)(?:[时時][间間]|日期)?|[时時][间間]|日期)\s*(?:[：:]|[于於])\s*"
    rf"(?P<date>{_DATE})"
)
_DATELINE = re.compile(rf"^.{{0,16}}?(?P<date>{_DATE})\s?(?:消息|[电電讯訊]|/)")
_TODAY = re.compile(
    rf"今[天日晚早晨](?:上午|下午|晚上|晚)?[（(](?:(?P<date>{_DATE})|(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日)[）)]"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_CLOCK = re.compile(r"\d{1,2}[:：]\d\d")
_DATE_FIRST = re.compile(rf"{_DATE}(?:$|[\sT|｜（(]|星期|周|週)")
_LABEL = re.compile(
    r"^[\s\[【（(]*(?:文[/／|｜]|(?:来源|來源|作者|记者|記者|编辑|編輯|责编|責編|"
    r"[发發][布佈表](?:时间|時間|日期|于|於)?|时间|時間|日期|字号|字號)\s*[：:])"
)

_PUBLISHER_LABEL = re.compile(
    r"(?:稿件|文章|信息|新闻|新聞)?[来來]源\s*[：:]\s*(?P<name>[^\s|｜,，。；;）)\]】]{2,30})"
)
_SUFFIX = (
    "通讯社|通訊社|日报|日報|晚报|晚報|时报|時報|新闻|新聞|财经|財經|在线|在線|周刊|週刊|客户端|社|网|網|报|報|台|臺"
)
_MONTH_DAY = r"(?:(?:19|20)\d\d\s?年\s?)?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?[日号號]"
_WIRE = "消息|[讯訊电電]"
_MEDIUM = re.compile(
    rf"^[\s【（(]*(?P<name>[{_HAN}A-Za-z0-9·]{{1,12}}?(?:{_SUFFIX}))(?![网網社])(?:[记記]者[{_HAN}]{{2,3}})?"
    rf"(?:\s?[{_HAN}]{{0,5}}?\s?{_MONTH_DAY}\s?(?:{_WIRE})|(?:{_WIRE})(?![{_HAN}]))"
)
_OTHER = re.compile(
    rf"^[\s【（(]*(?P<name>(?:(?![的了是在月年日者])[{_HAN}A-Za-z0-9·]){{2,12}}?)\s?(?:{_MONTH_DAY}\s?(?:{_WIRE})|(?:消息|[讯訊])(?=[\s：:，,（(]))"
)
_NO_NAME = re.compile(
    "^[本据據]|^(?:综合|綜合|最新|好|重磅|今[年天日]|昨|近日|截至|截止|北京[时時]|当地|當地)"
    "|[通资資简簡快短电電喜音腾騰视視会會科]$"
)

_NAME = rf"[{_HAN}]{{2,4}}(?:·[{_HAN}]{{1,8}})?"
_NAMES = rf"(?P<names>{_NAME}(?:[\s、,，/]+{_NAME})*)"
_ROLE = "(?:[见見][习習]|[实實][习習]|特[约約]|首席)?(?:记者|記者|作者)"
_BYLINES = (
    re.compile(
        rf"[（(【]\s*(?:[^（()）】\n]{{0,14}}[\s·，,])?[{_HAN}]{{0,8}}?{_ROLE}\s*[：:]?\s*{_NAMES}\s*(?:[报報][道導])?[)）】]"
    ),
    re.compile(
        rf"(?:^|[\s　])(?:文\s*[/／|｜]|(?:撰文|[{_HAN}]{{0,8}}?{_ROLE})\s*[：:|｜/／])\s*{_NAMES}(?=[\s　|｜]|$)"
    ),
    re.compile(rf"^[{_HAN}]{{0,8}}?{_ROLE}[\s　]+{_NAMES}$"),
)
_NO_NAMES = frozenset(("报道", "報道", "報導", "通讯员", "通訊員", "实习生", "實習生"))


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states of itself, each empty where it does not.

    ``published`` is an ISO date stated in full; ``today`` one put together from 今天（9月6日） and the one year nearby.
    """

    title: str = ""
    published: str = ""
    publisher: str = ""
    byline: str = ""
    today: str = ""


def stated(text: str) -> Stated:
    """Title, dates, publisher and byline as the first lines of ``text`` (and, for the byline, its last) state them."""
    lines = _head(text)
    if not lines:
        return Stated()
    title = _title(lines)
    story = lines[1:] if title and len(lines) > 1 else lines
    return Stated(title, _published(story), _publisher(story), _byline(story, text), _today(title, story))


def publisher_label(text: str) -> str:
    """The name after 来源： in ``text``, or nothing."""
    found = _PUBLISHER_LABEL.search(text)
    return found["name"] if found else ""


def date_line(line: str) -> str:
    """The day in a line that tells of an article (发布时间：2024-10-24, 2024-10-24 19:30 来源：江海网), or nothing."""
    return _published([line])


def person(text: str) -> str:
    """The names in ``text`` where it holds nothing else, joined by 、; nothing where it names a site or its role."""
    found = re.fullmatch(rf"\s*{_NAMES}\s*", text)
    return "" if not found or re.search(rf"(?:{_SUFFIX})$", found["names"]) else _joined(found["names"])


def iso_date(text: str) -> str:
    """The first full date in ``text`` as YYYY-MM-DD: 2024-10-24, 2024/10/24, 2024年10月24日, 20241024; else nothing."""
    if re.fullmatch(r"\s*\d{8}\s*", text):
        return _iso(*(text.strip()[part] for part in (slice(4), slice(4, 6), slice(6, 8))))
    found = _FULL_DATE.search(text)
    return _iso(*re.findall(r"\d+", found[0])) if found else ""


def file_date(name: str) -> str:
    """The date that a file's name begins with (20230906-01.txt) or has in it (news-2023-09-06.txt), or nothing."""
    found = re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)", name) or re.search(
        r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)", name
    )
    return _iso(*found.groups()) if found else ""


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _head(text: str) -> list[str]:
    """The first lines that are not blank, without pinyin, each cut where no dateline reaches."""
    lines = (_PINYIN.sub("", line[:_HEAD_CHARS]).strip() for line in text[: 8 * _HEAD_CHARS].split("\n"))
    return [line for line in lines if line][:_HEAD_LINES]


def _title(lines: list[str]) -> str:
    title = re.sub(r"^#+\s+|\s+#+$", "", lines[0]).strip(" *\u3000")
    short = len(lines) > 1 and len(title) <= LONGEST_TITLE * (2 if _from_wire(lines[1]) else 1)
    return title if short and not title.endswith(tuple("。！？!?，,；;：:")) and not _is_note(title) else ""


def _is_note(line: str) -> bool:
    """Whether a line tells of the article (来源：…, 2024-10-24 08:30, X消息) rather than a story."""
    byline = any(pattern.match(line) for pattern in _BYLINES[1:])
    return bool(byline or _LABEL.match(line) or _is_date_line(line) or _from_wire(line))


def _sentence(line: str) -> bool:
    return bool(re.search("[。！？，]", line))


def _published(lines: list[str]) -> str:
    for line in lines:
        found = _DATE_LABEL.search(line) or _DATELINE.match(line) or _TODAY.search(line)
        said = found["date"] if found else line if _is_date_line(line) else ""
        if day := iso_date(said or ""):
            return day
    return ""


def _is_date_line(line: str) -> bool:
    """A short line that begins with a full date, or has one with a time or a source, and is no sentence."""
    if len(line) > LONGEST_TITLE or _sentence(line):
        return False
    return bool(_DATE_FIRST.match(line) or (_FULL_DATE.search(line) and (_CLOCK.search(line) or publisher_label(line))))


def _today(title: str, lines: list[str]) -> str:
    """今天（9月6日） with the year, where title and lead name exactly one."""
    lead = lines[0] if lines else ""
    found = _TODAY.search(lead)
    years = set(_YEAR.findall(f"{title}\n{lead}"))
    if not found or not found["month"] or len(years) != 1:
        return ""
    return _iso(years.pop(), found["month"], found["day"])


def _publisher(lines: list[str]) -> str:
    labelled = next((name for line in lines if not _sentence(line) and (name := publisher_label(line))), "")
    return labelled or next((name for line in lines[:3] if (name := _from_wire(line))), "")


def _from_wire(line: str) -> str:
    """Who a dateline names: 江海网消息, 东海社宁港4月16日电, 观展家11月5日消息."""
    found = _MEDIUM.match(line) or _OTHER.match(line)
    return found["name"] if found and not _NO_NAME.search(found["name"]) else ""


def _byline(lines: list[str], text: str) -> str:
    last = _PINYIN.sub("", text[-200:].strip().rpartition("\n")[2])
    for part in (line[:200] for line in (*lines, last)):
        for pattern in _BYLINES:
            found = pattern.search(part)
            if found and not found["names"].endswith(("摄", "攝")):  # who took a picture did not write the text
                return _joined(found["names"])
    return ""


def _joined(names: str) -> str:
    return "、".join(name for name in re.split(r"[\s、,，/]+", names) if name not in _NO_NAMES)
