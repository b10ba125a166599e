"""People: the tagger's names checked by surname, reporters in a byline, and the posts before and after a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Mention
from .surnames import COMPOUND, SURNAMES
from .view import View

_BYLINE = re.compile(
    r"(?:记者|通讯员|(?:(?<=[\s(。:/|【])|(?<=^))(?:责任编辑|编辑|作者|摄影|文/|图/))[:\s]?"
    r"((?:[一-龥·]{2,4}[\s、,]{1,2})*[一-龥·]{2,4})(?=[)\s。\n】]|报道|摄|$)"
)
_DOT = re.compile(r"(?<=[一-龥])[·-](?=[一-龥])")
# A form of address and a surname, or a name withheld, tell nobody apart: 陈女士, 小李, 张某.
_ADDRESS = re.compile(
    rf"(?:[{''.join(sorted(SURNAMES))}]|{'|'.join(COMPOUND)})(?:先生|女士|小姐|太太|老师|师傅|医生|教授|某+|总|姐|哥|叔|姨|老)|[小老阿][{''.join(sorted(SURNAMES))}]"
)
_LATIN = re.compile(r"[A-Z][a-zà-ÿ]+(?:[ .·-]{0,2}[A-Z][a-zà-ÿ]*)*")
_SURE_LATIN = 0.5
_SAYS = ("说", "表示", "介绍", "认为", "指出", "告诉", "称")
_NOT_LAST = frozenset("也还都则就又曾便并均再即只常仅将已在向对后近昨今却亦先更及和与、,。:;“”()")
_DIRECTION = re.compile(r"[向往东西南北][东西南北中]")
_SURE_CHINESE = 0.5
_PERSON = re.compile(r"[一-龥]{2,7}|[一-龥]{1,6}(?:·[一-龥]{1,8})+")


def people(view: View) -> Iterator[Mention]:
    """Names of people; a Chinese name needs a surname, a foreign one a dot, a post beside it or more than one mention."""
    for match in _BYLINE.finditer(view.key):
        yield from _byline(view, match)
    for match in _DOT.finditer(view.key):
        left, right = view.token(match.start() - 1), view.token(match.end())
        if left and right and left.tag == "PER" and right.tag == "PER" and left != right:
            yield view.mention(left.start, right.end, "Person", "pattern", 0.85)
    yield from _led(view)
    posts = view.ontology.lexicon("Position").suffixes
    for token in view.tokens:
        if token.tag != "PER":
            continue
        name = view.word(token)
        start = _with_surname(view, token.start, posts) if len(name) == 2 and name[0] not in SURNAMES else token.start
        if view.key[start] in "和与及" and token.end - start > 2 and view.key[start - 1 : start].isalpha():
            start += 1  # 甲主席|和乙总统
        end = _with_last(view, start, token.end, posts)
        name = view.key[start:end]
        if token.score >= _SURE_LATIN and _LATIN.fullmatch(view.text.clean[start:end]):
            yield view.mention(start, end, "Person", "tagger", 0.6)
            continue
        if not _PERSON.fullmatch(name) or _is_nobody(view, name):
            continue
        chinese = len(name) <= 4 and (name[0] in SURNAMES or name.startswith(COMPOUND))
        beside = view.key[max(0, start - 6) : start].endswith(posts)
        beside = beside or view.key[end : end + 3].startswith(_SAYS)
        if beside or token.score >= (_SURE_CHINESE if chinese and len(name) <= 3 else _sure_foreign(name)):
            yield view.mention(start, end, "Person", "tagger", 0.9 if beside else 0.7)


def _is_nobody(view: View, name: str) -> bool:
    """Whether a word that the tagger takes for a person is a direction, a row of places, or only a form of address."""
    if (
        name.endswith("总书")
        or re.fullmatch(r"[中美俄日韩欧英法德印哈乌越以]方", name)
        or _DIRECTION.match(name)
        or _ADDRESS.fullmatch(name)
    ):
        return True
    return all(c in view.gazetteer.characters for c in name)


def _led(view: View) -> Iterator[Mention]:
    """A surname and one or two characters behind a word that leads to a person (zm:lead): 被告人张三."""
    for lead in view.ontology.lexicon("Person").leads:
        for match in re.finditer(rf"{re.escape(lead)}:?(?=([一-龥]{{2,4}}))", view.key):
            start, token = match.end(), view.token(match.end())
            if token is None or not match.group(1).startswith((*SURNAMES, *COMPOUND)):
                continue
            longest = 4 if match.group(1).startswith(COMPOUND) else 3
            if token.start <= start and 2 <= token.end - start <= longest and token.tag not in ("n", "v", "vn"):
                yield view.mention(start, token.end, "Person", "lead", 0.88)


def _sure_foreign(name: str) -> float:
    """From which score on a name without a surname is one: the longer it is, the likelier."""
    return 0.5 if "·" in name or len(name) > 2 else 0.65


def _with_surname(view: View, start: int, posts: tuple[str, ...]) -> int:
    """The start of a name moved over a surname that the tagger took for a word of its own behind a post (总经理任某某)."""
    surname = view.key[start - 1 : start]
    return start - 1 if surname in SURNAMES and view.key[max(0, start - 8) : start - 1].endswith(posts) else start


def _with_last(view: View, start: int, end: int, posts: tuple[str, ...]) -> int:
    """The end of a name moved over a last character that the tagger took for a word (总经理方叔|同说)."""
    token = view.token(end)
    lone = token is not None and token.start == end and token.end == end + 1 and view.key[end] not in _NOT_LAST
    name = view.key[start:end]
    full = lone and len(name) == 2 and name[0] in SURNAMES and view.key[end + 1 : end + 4].startswith(_SAYS)
    return end + 1 if full and view.key[max(0, start - 6) : start].endswith(posts) else end


def _byline(view: View, match: re.Match[str]) -> Iterator[Mention]:
    at = match.start(1)
    for part in re.finditer(r"[一-龥·]{2,4}", match.group(1)):
        name = part.group()
        if name[0] in SURNAMES or name.startswith(COMPOUND):
            yield view.mention(at + part.start(), at + part.end(), "Person", "byline", 0.9)


def positions(view: View) -> Iterator[Mention]:
    """Posts: a word for one right before a person or a mark that goes on to one (副主任、市科技局副局长张三)."""
    posts = sorted(view.ontology.lexicon("Position").suffixes, key=len, reverse=True)
    endings = "|".join(map(re.escape, posts)) or r"(?!)"
    starts = {mention.start for mention in view.found if mention.type == "Person"}
    for match in re.finditer(rf"(?:副|常务副|总|名誉|代|首席|执行|联席|党组)*(?:{endings})", view.key):
        end = match.end()
        if end in starts or _goes_on(view, end, starts) or _after_person(view, match.start()):
            yield view.mention(match.start(), end, "Position", "pattern", 0.8)


def _goes_on(view: View, end: int, people: set[int]) -> bool:
    """Whether 、 and further posts lead from here to a person within the clause."""
    match = re.match(r"[、兼](?:[^,。;:、]{1,24}[、兼]){0,3}?", view.key[end : end + 60])
    if not match:
        return False
    clause = re.match(r"[^,。;:“]*", view.key[end : end + 60])
    return clause is not None and any(end < start <= end + clause.end() for start in people)


def _after_person(view: View, start: int) -> bool:
    """Whether a person was named shortly before as holding the post (张三任…主任, 张三是…主任)."""
    before = view.key[max(0, start - 24) : start]
    return bool(re.search(r"(?:担任|出任|现任|当选|任命为|兼任|任|是)[^,。;:]{0,16}$", before)) and any(
        start - 30 <= mention.end <= start for mention in view.found if mention.type == "Person"
    )
