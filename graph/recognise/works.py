"""Policies and publications: titles in 《》, strategies and initiatives named in quotation marks or by their last word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..gazetteer import longest_matches
from ..model import Mention
from ..ontology import Ontology
from .phrases import left_edge
from .view import View

_TITLE = re.compile(r"《([^《》\n]{2,60})》")
# The years or the state of a draft behind a title; which year's version it is (2024年版) tells it from another.
_STATE = re.compile(
    r"\((?:(?:19|20)\d\d年?(?:[—–\-~至]+(?:19|20)\d\d年?)?|试行|暂行|草案|送审稿|(?:公开)?征求意见稿|修订草案)\)$"
)
_GENERAL = re.compile(r"(?:行动|实施|总体|工作)?方案|意见|办法|规划|纲要|计划|措施|条例|规定|细则|通知|决定|标准|政策")
_GENERAL_QUOTED = re.compile(
    rf"“({_GENERAL.pattern})”(?=提出|明确|指出|要求|强调|规定|实施|出台|印发|发布|共|还|从|的)"
)
_LONGEST_SHORT = 6
_NAMED = re.compile(
    r"“([^“”\n,。]{2,16})”(?:的)?(?:国家|重大|区域|发展)*(战略|倡议|政策)|“([^“”\n,。]{2,16}(?:战略|倡议))”"
)
_PLANS = re.compile(r"“[一-龥]{2,6}”(?:时期)?(?:规划纲要|规划建议|规划(?![一-龥]?[局院师]))(?:草案)?")
# What a state does with a field, named with the state (某国关税政策); general ways of policy are none.
_MEASURE = re.compile(
    r"(?:[一-龥]{2,6}(?:国|斯|亚|坦|盟|本|度)(?:政府)?)(?:关税|签证|移民|补贴|产业补贴|出口管制|限制性贸易|免签|贸易|税收)政策(?![一-龥]?(?:措施|文件|导致的))"
)
_QUOTED = re.compile(r"“([^“”\n]{4,40})”")
_MEASURES = re.compile(r"[\d一二三四五六七八九十]+[项条](?:政策)?措施$")
_INTRODUCED = re.compile(
    r"(?:制定实施|制定|出台|印发|发布|推出|公布|颁布|实施|修订)(?:了|并实施)?([一-龥\d-]{4,24}?(?:行动方案|行动计划|实施方案|实施意见|指导意见|管理办法|规划纲要|条例))(?![一-龥])"
)
_BARE = re.compile(r"(?:国家)?(?:重大)?(?:发展)?(战略|倡议)")


def works(view: View) -> Iterator[Mention]:
    """Titles in 《》: a policy where the ending says so, else a publication; then policies named in other ways."""
    policy = tuple(view.ontology.lexicon("Policy").suffixes)
    yield from _titles(view, policy)
    for start, end in longest_matches(view.key, view.gazetteer.policies):
        yield view.mention(start, end, "Policy", "gazetteer", 0.85, view.gazetteer.policies[view.key[start:end]])
    for match in _PLANS.finditer(view.key):
        yield view.mention(*match.span(), "Policy", "pattern", 0.8)
    for match in _MEASURE.finditer(view.key):
        if "LOC" in view.tags(match.start(), match.start() + 1) and view.ends_word(match.end()):
            yield view.mention(match.start(), match.end(), "Policy", "pattern", 0.7)
    quoted = [*_quoted(view, policy)]
    yield from quoted
    yield from _introduced(view, policy)
    for match in _BARE.finditer(view.key):
        if not any(m.start <= match.start(1) <= m.end + 8 for m in quoted):
            yield from _bare(view, match)


def _titles(view: View, policy: tuple[str, ...]) -> Iterator[Mention]:
    """Titles in 《》, each named without the years or the state of its draft; 《方案》 is the one title before it that ends so."""
    found = list(_TITLE.finditer(view.key))
    bare = {title: _STATE.sub("", title) for title in (match.group(1) for match in found)}
    states = [name for title, name in bare.items() if title != name]
    told_apart = {name for name in states if states.count(name) > 1}
    for match in found:
        title = match.group(1).rstrip(")")
        is_policy = title.endswith(policy) or _dated(match.group(1), policy)
        type = _own_kind(view.ontology, title) or ("Policy" if is_policy else "Publication")
        whole = match.group(1) if bare[match.group(1)] in told_apart else bare[match.group(1)]
        name = view.text.clean[match.start(1) : match.start(1) + len(whole)]
        if type == "Publication" and _GENERAL.fullmatch(title):
            yield from _short_title(view, match.span(), title)
        yield view.mention(*match.span(), type, "title", 0.95, name)
    for match in _GENERAL_QUOTED.finditer(view.key):
        yield from _short_title(view, match.span(1), match.group(1))


def _short_title(view: View, span: tuple[int, int], short: str) -> Iterator[Mention]:
    """A general word that stands for a policy: the one title in full before it that ends with the word."""
    before = (match for match in _TITLE.finditer(view.key, 0, span[0]))
    full = {
        _STATE.sub("", match.group(1)): match.start(1)
        for match in before
        if _STATE.sub("", match.group(1)).endswith(short) and len(match.group(1)) > _LONGEST_SHORT
    }
    if len(full) == 1:
        title, start = full.popitem()
        yield view.mention(*span, "Policy", "short-title", 0.96, view.text.clean[start : start + len(title)])


def _quoted(view: View, policy: tuple[str, ...]) -> Iterator[Mention]:
    """“…”战略, “…战略”, and what ends as a policy does in quotation marks."""
    for match in _NAMED.finditer(view.key):
        yield view.mention(*match.span(1 if match.group(1) else 3), "Policy", "pattern", 0.8)
    for match in _QUOTED.finditer(view.key):
        titled = match.group(1).endswith(policy) and len(match.group(1)) > 5
        if titled or _MEASURES.search(match.group(1)):
            yield view.mention(*match.span(1), "Policy", "pattern", 0.8)


def _introduced(view: View, policy: tuple[str, ...]) -> Iterator[Mention]:
    """What a verb of issuing introduces without quotation marks, and the numbered document of the year."""
    for match in _INTRODUCED.finditer(view.key):
        if match.group(1).endswith(policy) and not re.search(r"[、，的了]", match.group(1)):
            yield view.mention(*match.span(1), "Policy", "pattern", 0.7)
    for match in re.finditer(r"中央一号文件", view.key):
        yield view.mention(*match.span(), "Policy", "pattern", 0.9)


def _bare(view: View, match: re.Match[str]) -> Iterator[Mention]:
    """A strategy without quotation marks, where a place or a title-like name stands before the word."""
    sentence = view.sentence(match.start())
    if sentence is None or not view.ends_word(match.end()):
        return
    start = left_edge(view, match.start(), floor=sentence.start)
    tags = view.tags(start, match.start())
    if match.start() - start >= 4 and view.key[start - 1] != "“" and "LOC" in tags:
        yield view.mention(start, match.end(), "Policy", "pattern", 0.7)


def _own_kind(ontology: Ontology, title: str) -> str:
    """The class of a user's own below the shipped kinds of works that has the longest ending of a title."""
    own = (n for n in ontology.classes if ontology.fits(n, "Work") and n not in ("Work", "Policy", "Publication"))
    found = [
        (len(ending), name) for name in own for ending in ontology.classes[name].suffixes if title.endswith(ending)
    ]
    return max(found, default=(0, ""))[1]


def _dated(title: str, policy: tuple[str, ...]) -> bool:
    """Whether a title ends in a bracketed period or version behind a policy's ending."""
    bare = re.sub(r"\([^()]*\)$", "", title)
    return bare != title and bare.endswith(policy)
