"""People with their posts and organisations: 市科技局副局长张三, several posts joined by 、, reporters in a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Claim, Mention, Period
from .arguments import subject_of
from .happened import time_of
from .scene import Scene

_JOINS = re.compile(r"\s?(?:、|兼|和|与)?\s?(?:国家)?|[一-龥]{2,6}(?:部|处|科|室|中心|分院)")
_POSTS = "校长|院长|所长|行长|总经理|董事长|总裁|主席|会长|理事长|主任|主编|社长|台长|局长|部长|市长|省长|书记|厂长|首席执行官|创始人|负责人"
_POST_IS = re.compile(rf"(?:首任|现任|时任|历任|前任)?(?:{_POSTS})(?:为|是|由)$")
_BY_PERSON = re.compile(rf"(?:担任|出任|任)[^,。;]{{0,6}}?(?:{_POSTS})")
_FORMER = re.compile(r"(?:(?<![之以目日此提])前|(?<![中平高草])原)任?$")
_DISMISSES = re.compile(r"(?:解除|免去|撤销|罢免|解聘|免除)(?:了)?[^,。;]{0,16}$")
_DISMISSED = re.compile(r"的?(?:[^,。;]{0,8})职务?")
_LEFT = re.compile(r"不再|不会|没有|未|卸|辞|拒绝|否认|离")
_AFTER = re.compile(r"(?:担任|出任|现任|当选|当选为|被任命为|兼任|任|是|为)$")


def by_posts(scene: Scene) -> Iterator[Claim]:
    """AffiliatedWith and holdsPosition of every person that a post, an organisation or a byline stands by."""
    publisher = _publisher(scene)
    for i, mention in enumerate(scene.mentions):
        if mention.type != "Person":
            continue
        if mention.recogniser == "byline":
            if publisher is not None:
                yield _claim(scene, i, "affiliatedWith", publisher, mention, "byline", 0.9)
            continue
        yield from _before(scene, i, mention)
        yield from _after(scene, i, mention)
        yield from _named_for_post(scene, i, mention)


def _before(scene: Scene, i: int, person: Mention) -> Iterator[Claim]:
    """Walk left from a person over posts and organisations that stand without a gap: 甲、乙主任、丙副主任 张三."""
    at, post, placed = person.start, None, False
    claims: list[Claim] = []
    for j in range(i - 1, max(-1, i - 12), -1):
        other = scene.mentions[j]
        if other.end > at or _nested(scene, j):
            continue
        if not _JOINS.fullmatch(scene.key[other.end : at]):
            break
        if other.type == "Position":
            post = j
        elif scene.ontology.fits(other.type, "Organisation"):
            claims.extend(_posted(scene, i, post, j, person))
        elif scene.ontology.fits(other.type, "Place") and post is not None:
            placed = True  # 甲市副市长: the post stands without a body
        else:
            break
        at = other.start
    if _over(scene, at, person):
        return
    yield from claims
    if post is not None and (placed or at == scene.mentions[post].start):
        yield _claim(scene, i, "holdsPosition", post, person, "apposition", 0.85)


def _over(scene: Scene, start: int, person: Mention) -> bool:
    """Whether the words before ``start`` or behind a person say that the post is no longer theirs (前总裁张三, 免去甲的职务)."""
    leaves = _DISMISSED.match(scene.key, person.end) and _DISMISSES.search(scene.key, 0, start)
    return bool(leaves) or _FORMER.search(scene.key, max(0, start - 2), start) is not None


def _nested(scene: Scene, j: int) -> bool:
    inner = scene.mentions[j]
    return any(
        m.start <= inner.start and inner.end <= m.end and m is not inner for m in scene.mentions[max(0, j - 2) : j + 3]
    )


def _posted(
    scene: Scene, person: int, post: int | None, body: int, mention: Mention, time: Period | None = None
) -> Iterator[Claim]:
    yield _claim(scene, person, "affiliatedWith", body, mention, "apposition", 0.9)
    if post is not None:
        at_body = (("organisation", body),)
        yield _claim(scene, person, "holdsPosition", post, mention, "apposition", 0.9, at_body, time)


def _after(scene: Scene, i: int, person: Mention) -> Iterator[Claim]:
    """张三任某公司董事长: the post behind a verb of holding."""
    for j in range(i + 1, min(len(scene.mentions), i + 4)):
        body = scene.mentions[j]
        if not scene.ontology.fits(body.type, "Organisation") or body.start - person.end > 6:
            continue
        between = scene.key[person.end : body.start]
        places = (m for m in scene.mentions[i + 1 : j] if scene.ontology.fits(m.type, "Place") and m.end == body.start)
        between = between[: len(between) - sum(m.end - m.start for m in places)]  # 是|某省|某县某村党支部书记
        if (verb := _AFTER.search(between)) and not _LEFT.search(between):
            start, end = person.end + verb.start(), person.end + verb.end()
            time = time_of(scene, "holdsPosition", scene.sentence_at(start), start, end)
            post = next(
                (k for k in range(j + 1, min(len(scene.mentions), j + 3)) if scene.mentions[k].start == body.end), None
            )
            if post is not None and scene.mentions[post].type == "Position":
                yield from _posted(scene, i, post, j, person, time)


def _named_for_post(scene: Scene, i: int, person: Mention) -> Iterator[Claim]:
    """首任校长为张三, 由张三担任董事长: a post said of the organisation that the clause is about."""
    around = _POST_IS.search(scene.key, max(0, person.start - 14), person.start)
    posted = _BY_PERSON.match(scene.key, person.end) if scene.key[person.start - 1 : person.start] == "由" else None
    sentence = next((n for n, s in enumerate(scene.sentences) if s.start <= person.start < s.end), None)
    if sentence is None or not (around or posted):
        return
    at = around.start() if around else person.start - 1
    bodies = frozenset(name for name in scene.ontology.classes if scene.ontology.fits(name, "Organisation"))
    found = subject_of(scene, sentence, at, bodies)
    if found:
        yield _claim(scene, i, "affiliatedWith", found[0].members[0].mention, person, "post", round(0.85 * found[1], 2))


def _publisher(scene: Scene) -> int | None:
    """The medium that a dateline names in the first words of the article."""
    for i, mention in enumerate(scene.mentions):
        if (
            mention.type == "Media"
            and mention.start < 200
            and re.match(r"[^。]{0,16}(?:讯|消息|电|报道|记者)", scene.key[mention.end : mention.end + 24])
        ):
            return i
    return None


def _claim(
    scene: Scene,
    s: int,
    p: str,
    o: int,
    at: Mention,
    how: str,
    score: float,
    qualifiers: tuple[tuple[str, int | str], ...] = (),
    time: Period | None = None,
) -> Claim:
    sentence = next((x for x in scene.sentences if x.start <= at.start < x.end), None)
    start, end = (sentence.start, sentence.end) if sentence else (at.start, at.end)
    return Claim(s, p, o, start, end, f"structure:{how}", score, qualifiers=qualifiers, time=time)
