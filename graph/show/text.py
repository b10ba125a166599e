"""What is known of a thing, as lines for a terminal."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from ..model import PROGRAM
from .known import Known
from .names import Names

_SHELL_WORD = re.compile(r"[\w@%+=:,./-]+")
_VERDICTS = {
    "same": "相同 one thing",
    "different": "不同 two things, judged apart",
    "unsure": "不确定 unsure: two things until somebody decides",
    "apart": "两个事物 two things; nothing, or too little, speaks for their being one",
}
_KINDS = {
    "preferred": "首选名，无需判定 its preferred name, which needs no judgement",
    "short": "简称 a short form of it that no article uses alone",
    "alias": "又名 another name of it",
    "mention": "指称 words that point at it, no name of it",
    "entry": "自备名录 an entry of a list, which no article names so",
}
_BIDI_AND_CONTROL = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")


def lines_of(known: Known, names: Names, directory: Path, most: int | None = None) -> Iterator[str]:
    """A page of text; of each list at most so many items, and how many more there are.

    ``names`` and ``directory`` are those of the build, for commands to copy.
    """
    judgements = [[*_judgement(one), *_unsettled(known, one, names, directory)] for one in known["judgements"]]
    yield from _head(known)
    to, back = ([fact for fact in known["facts"] if fact["direction"] == way] for way in ("to", "from"))
    for title, lines in (
        ("事实 Facts", _facts(to, most)),
        ("反向事实 Facts from the other end", _facts(back, most)),
        ("数据 Figures", _cut([list(_figure(figure, most)) for figure in known["figures"]], most, "  ")),
        ("名称判定 Judgements on names", _cut(judgements, most, "  ")),
        ("出处 Articles", _cut([[f"  {source_line(article)}"] for article in known["articles"]], most, "  ")),
    ):
        section = list(lines)
        yield from ["", title, *section] if section else []


def _head(known: Known) -> Iterator[str]:
    label, names = known["name"], known["names"]
    scripts = [name for name in names["preferred"] if name != label]
    others = [name for name in names["alias"] if name not in (label, *scripts)]
    yield f"{_plain(label)}  {known['class']['zh']} {known['class']['en']}"
    for title, some in (("简繁 other script", scripts), ("又名 also", others), ("简称 short", names["short"])):
        yield from [f"  {title}: {'、'.join(map(_plain, some))}"] if some else []
    yield from [f"  代码 GB/T 2260: {known['code']}"] if known["code"] else []
    yield from (f"  {row['zh']} {row['en']}: {_plain(row['value'])}" for row in known["listed"])
    yield from (f"  同 same as: {same}" for same in known["sameAs"])
    yield f"  {known['iri']}"


def _facts(facts: Sequence[Known], most: int | None) -> Iterator[str]:
    """Facts below their relation, a line each with its evidence below."""
    for relation, some in groupby(facts, key=lambda fact: (fact["relation"]["zh"], fact["relation"]["en"])):
        yield f"  {' '.join(relation)}"
        yield from _cut([list(_fact(fact, most)) for fact in some], most, "    ")


def _fact(fact: Known, most: int | None) -> Iterator[str]:
    other = _plain(fact["other"].get("name") or fact["other"]["value"])
    if "status" not in fact:
        yield f"    {other}  ({'地名录 gazetteer' if fact['by'] == 'gazetteer' else '自备名录 own list'})"
        return
    told = [f"{key}: {_plain(value)}" for key, value in fact["qualifiers"].items()]
    aside = "; ".join([*told, *([f"时间: {'、'.join(fact['times'])}"] if fact["times"] else [])])
    yield f"    {other}{_tone(fact)}{f'  ({aside})' if aside else ''}  {fact['confidence']}"
    yield from _evidence(fact, most)
    yield from _conflicts(fact, most)


def _figure(figure: Known, most: int | None) -> Iterator[str]:
    number = figure.get("notation") or f"{Decimal(figure['value']):,}"
    unit = "" if figure.get("unit", "1") == "1" else figure["unit"]
    span = f"{figure['from']}/{figure['to']}" if "from" in figure else figure.get("time", "")
    against = figure.get("against", "")
    versus = "" if against.endswith("比") else "较 against"  # 同比 says it itself
    extras = (("截至 as of", figure.get("asOf")), ("占 of", figure.get("share")), (versus, against))
    compared = "" if figure["comparator"] == "正好" else f"{figure['comparator']} "
    told = (f"{key} {value}".strip() for key, value in extras if value)
    aside = "; ".join([*([span] if span else []), *told])
    yield f"  {_plain(figure['measure'])}: {compared}{number}{unit}{f'  ({aside})' if aside else ''}{_tone(figure)}"
    yield from _evidence(figure, most)
    yield from _conflicts(figure, most)


def _conflicts(said: Known, most: int | None) -> Iterator[str]:
    """What cannot be true as well, with its sentences."""
    for other in said["conflicts"]:
        compared = other.get("compared", other["tone"])
        number = f"{Decimal(other['value']):,}" if "compared" in other else _plain(other["value"])
        unit = "" if other.get("unit", "1") == "1" else other["unit"]
        yield f"      矛盾 conflicts with: {'' if compared == '正好' else f'{compared} '}{number}{unit}"
        yield from _evidence(other, most)


def why_lines(why: Known, directory: Path) -> Iterator[str]:
    """Why two names are one thing or not."""
    sides = why["sides"]
    yield f"{_plain(sides[0]['name'])} / {_plain(sides[1]['name'])}: {_VERDICTS[why['verdict']]}"
    things = {side["thing"]["iri"]: side["thing"] for side in sides if side["thing"]}
    for iri, thing in things.items():
        yield f"  {_titled(thing)}  {iri}"
    for title, lines in (
        ("名称判定 Judgements on names", [line for one in why["judgements"] for line in _judgement(one)]),
        ("例句 Where each stands", [line for side in sides for line in _side(side)]),
        (
            "决定 To decide" if why["verdict"] == "unsure" else "决定 To decide otherwise",
            [f"  {_command(directory, *given)}" for given in why["decide"].items()],
        ),
    ):
        yield from ["", title, *lines] if lines else []


def _side(side: Known) -> Iterator[str]:
    yield f"  {_plain(side['name'])}: {_KINDS[side['as']]}"
    if side["sentence"]:
        yield from (f"    “{_plain(side['sentence']['quote'])}”", f"      {source_line(side['sentence'])}")
    else:
        yield "    没有例句 no sentence that the build kept has it"
    if side["others"]:
        yield f"    另指 means as well: {'、'.join(side['others'])}"


def _judgement(judgement: Known) -> Iterator[str]:
    """A judgement with its score, its reason and, where it is a person's, by whom."""
    ends = f"{_plain(judgement['left'])} / {_plain(judgement['right'])}"
    yield f"  {ends}: {judgement['verdict']['zh']}  {judgement['confidence']}"
    by = "" if judgement["by"] == PROGRAM else f"  ({_plain(judgement['by'])})"
    yield f"    {_plain(judgement['reason'])}{by}"


def _unsettled(known: Known, judgement: Known, names: Names, directory: Path) -> Iterator[str]:
    """Below an unsure judgement: the other thing with its class, and how to decide."""
    if judgement["verdict"]["id"] != "unsure":
        return
    other = judgement["other"]
    if other["iri"]:
        yield f"    另一 the other: {_titled(other)}"
    that = names.word(other["iri"], other["name"]) if other["iri"] else other["name"]
    line = _command(directory, "same", (names.word(known["iri"], known["name"]), that))
    yield f"    决定 decide: {line}  (--different)"


def _command(directory: Path, choice: str, words: Sequence[str]) -> str:
    """The command by which a person decides, to copy into a shell."""
    given = (str(directory), f"--{choice}", *map(_plain, words))
    quoted = (word if _SHELL_WORD.fullmatch(word) and not word.startswith("-") else shlex.quote(word) for word in given)
    return " ".join(["zhimai curate", *quoted])


def _titled(thing: Known) -> str:
    return f"{_plain(thing['name'])}  {thing['class']['zh']} {thing['class']['en']}"


def _tone(said: Known) -> str:
    return "" if said["status"]["id"] == "asserted" else f"  [{said['status']['zh']}]"


def _evidence(said: Known, most: int | None) -> Iterator[str]:
    passages = [
        [*([f"      “{_plain(one['quote'])}”"] if "quote" in one else []), f"        {source_line(one)}"]
        for one in said["evidence"]
    ]
    yield from _cut(passages, most, "      ")


def source_line(row: Known) -> str:
    """An article's title, date and source on one line, and what it is a copy of."""
    copied = f"转载 copy of {row['copyOf']}" if "copyOf" in row else ""
    parts = (row.get("title", ""), row.get("published", ""), row.get("source", ""), copied)
    return " · ".join(_plain(part) for part in parts if part) or "?"


def _cut(items: Sequence[Sequence[str]], most: int | None, indent: str) -> Iterator[str]:
    """The lines of at most so many items, and how many more there are."""
    for item in items[:most]:
        yield from item
    if most is not None and len(items) > most:
        yield f"{indent}… 另有 {len(items) - most} more"


def _plain(text: str) -> str:
    """On one line, without what steers a terminal."""
    return _BIDI_AND_CONTROL.sub(" ", text).strip()
