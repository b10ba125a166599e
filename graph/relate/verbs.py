"""Relations by cue words: verbs with their subject and objects in every order, places of occasions, mutual relations."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ..model import Claim
from ..ontology import Cue, Ontology
from .arguments import agent_of, blocked, is_free, members, modifies, objects_after, subject_of, taken_by, topic
from .claims import Found, claim, claims_between, held_back, same_name
from .scene import Clause, Group, Referent, Scene

_TOGETHER = re.compile(r"[”\"』」》)]?(?:[^,。;:]{0,4})(?:与|和|同|跟|携手|联合|联手|及)[^,。;:]{0,6}$")
_TOPIC = 0.95  # how sure it is that a verb without an object is about the occasion that leads the sentence
_IN_SENTENCE = 0.9  # how sure a subject is that the same sentence names


def by_verbs(scene: Scene, edition: int | None) -> Iterator[Found]:
    """What every occurrence of a cue's word yields: claims, or the reason why there are none."""
    words, pattern = _index(scene.ontology)
    for number, sentence in enumerate(scene.sentences):
        if not scene.in_body(number):
            continue
        for match in pattern.finditer(scene.key, sentence.start, sentence.end):
            for word in _words_at(words, match.group(1)):
                start, end = match.start(1), match.start(1) + len(word)
                if _is_word(scene, start, end):
                    yield from (_fire(scene, cue, number, start, end, edition) for cue in words[word])
                else:
                    verdict = f"the tagger reads it as part of “{_read_as(scene, start, end)}”"
                    yield from (Found(cue, start, end, (), verdict) for cue in words[word])


def _fire(scene: Scene, cue: Cue, sentence: int, start: int, end: int, edition: int | None) -> Found:
    around = scene.key[max(0, start - 6) : end + 8]
    if verdict := held_back(cue, around):
        return Found(cue, start, end, (), verdict)
    fire = {"Verb": _verb, "Locative": _locative, "After": _mutual, "Before": _before}[cue.frame]
    return fire(scene, cue, sentence, start, end, edition)


def _verb(scene: Scene, cue: Cue, sentence: int, start: int, end: int, edition: int | None) -> Found:
    clause = scene.clauses[sentence][scene.clause_at(sentence, start)]
    objects = objects_after(scene, sentence, end, cue.objects)
    agent = agent_of(scene, clause, start, cue.subjects)
    if agent and not objects:
        objects = _before_agent(scene, cue, sentence, agent)
    taken = taken_by(scene, clause, start, cue.subjects if _about_offerings(scene, cue) else cue.objects)
    subject: tuple[Group, float] | None = (agent, 1.0) if agent else None
    if taken and _about_offerings(scene, cue):
        subject = (taken, 1.0)
    elif taken and not objects:
        objects = (taken,)
    subject = subject or _own_subject(scene, cue, clause, start, end) or _behind(scene, cue, clause, objects, start)
    if subject is None and not _in_relative_clause(scene, cue, objects) and not _other_agent(scene, clause, start):
        subject = subject_of(scene, sentence, start, cue.subjects)
    score = 1.0
    if cue.property == "locatedIn" and objects:
        objects += tuple(_further_places(scene, cue, sentence, clause))
    if not objects and _nothing_behind(scene, end):
        objects, score = _spoken_of(scene, cue, sentence, clause, end, edition)
        if score == _TOPIC and subject and subject[1] < _IN_SENTENCE:
            subject = None  # 本届展会…,将在某市举办: who holds it is not said
    return claims_between(scene, cue, sentence, start, end, subject, objects, score)


def _own_subject(scene: Scene, cue: Cue, clause: Clause, start: int, end: int) -> tuple[Group, float] | None:
    """The group right before a verb that qualifies its object, whatever stands before: in 甲收购乙持有的丙 it is 乙."""
    near = [g for g in clause.groups if g.end == start and members(g, cue.subjects)]
    return (near[0], 1.0) if near and scene.key[end : end + 1] == "的" else None


def _spoken_of(
    scene: Scene, cue: Cue, sentence: int, clause: Clause, end: int, edition: int | None
) -> tuple[tuple[Group, ...], float]:
    """The object of a verb that has none behind it: the occasion that an earlier clause is about (展会由甲主办,乙承办),
    else the edition that the article is about; with how sure that is.
    """
    ends = scene.key[end : end + 1] in (",", "。", ";", "、", "")
    if ends and scene.ontology.properties[cue.property].range == "Occasion":
        clauses = scene.clauses[sentence]
        for earlier in reversed(clauses[: clauses.index(clause)]):
            if found := topic(scene, earlier, cue.objects):
                return (found,), _TOPIC
    framed = _framed(scene, cue, edition)
    return ((framed,), 0.85) if framed else ((), 1.0)


def _in_relative_clause(scene: Scene, cue: Cue, objects: tuple[Group, ...]) -> bool:
    """Whether what lies in a place is named behind 的 and nowhere else (位于某市的基地)."""
    return cue.property == "locatedIn" and bool(objects) and scene.key[objects[-1].end : objects[-1].end + 1] == "的"


def _other_agent(scene: Scene, clause: Clause, start: int) -> bool:
    """Whether 由 or 被 names an agent of a class that the cue does not admit; then nobody else acts."""
    near = [g for g in clause.groups if g.end <= start <= g.end + 4]
    tokens = [scene.token_before(g.start) for g in near]
    return any(token is not None and scene.key[token.start : token.end] in ("由", "被") for token in tokens)


def _further_places(scene: Scene, cue: Cue, sentence: int, clause: Clause) -> Iterator[Group]:
    """Places that clauses without a verb go on to name: 位于甲省西南部,乙三角洲西缘."""
    clauses = scene.clauses[sentence]
    for following in clauses[clauses.index(clause) + 1 :]:
        verbs = [t for t in scene.tokens(following.start, following.end) if t.tag in ("v", "p")]
        if verbs or not following.groups or following.groups[0].start > following.start + 1:
            return
        if members(following.groups[0], cue.objects):
            yield following.groups[0]


def _nothing_behind(scene: Scene, end: int) -> bool:
    """Whether no noun follows a verb of taking part, which it would only qualify (参展企业)."""
    token = scene.token_at(end)
    if scene.key[end : end + 1] == "的":
        return False
    return token is None or token.tag not in ("n", "nz", "vn", "LOC", "ORG", "a", "m", "s")


def _locative(scene: Scene, cue: Cue, sentence: int, start: int, end: int, edition: int | None) -> Found:
    """在 … 举行: the object is in the phrase before the words, or behind 于; the subject is an occasion before or behind."""
    clause = scene.clauses[sentence][scene.clause_at(sentence, start)]
    places = [g for g in clause.groups if g.end <= start and members(g, cue.objects) and _in_place_phrase(scene, g)]
    if not places and scene.key[end : end + 1] in ("于", "在"):
        places = [g for g in clause.groups if end <= g.start <= end + 2 and members(g, cue.objects)]
    if not places and scene.key[end : end + 1] == "的":
        places = [g for g in clause.groups if g.end == start and members(g, cue.objects)]
    behind = [
        g
        for g in clause.groups
        if end < g.start <= end + 12 and members(g, cue.subjects) and "的" in scene.key[end : g.start]
    ]
    if not behind and re.match(r"了?(?=[“《第二\d])|了", scene.key[end : end + 2]):
        behind = [g for g in clause.groups if end <= g.start <= end + 4 and members(g, cue.subjects)]
    subject = (behind[0], 1.0) if behind else subject_of(scene, sentence, start, cue.subjects)
    if subject is None and edition is not None and re.search(r"展会|大会|盛会", scene.key[clause.start : start]):
        subject = (_group(scene, edition), 0.8)
    if subject and subject[1] < 0.85 and not places:
        subject = None
    return claims_between(scene, cue, sentence, start, end, subject, tuple(places[-1:]), 1.0)


_WITH = frozenset("与和同跟")


def _mutual(scene: Scene, cue: Cue, sentence: int, start: int, end: int, _edition: int | None) -> Found:
    """甲与乙签约: both ends before the words, as a list or with 与 between."""
    clause = scene.clauses[sentence][scene.clause_at(sentence, start)]
    before = [
        g
        for g in clause.groups
        if g.end <= start
        and (pair := members(g, cue.subjects))
        and (not modifies(scene, g) or (scene.key[g.end : start] == "的" and len(pair) > 1))  # 甲与乙的合并
    ]
    sites = [g for g in before if _is_site(scene, g)]
    before = [g for g in before if g not in sites]
    until = next((g.start - 1 for g in sites if before and g.start >= before[-1].end), start)
    found: list[Claim] = []
    if scene.key[end : end + 1] == "的":
        return Found(cue, start, end, (), "the words qualify a noun here")
    together = bool(before) and _TOGETHER.search(scene.key[clause.start : before[-1].start]) is not None
    if (
        before
        and not together
        and len(members(before[-1], cue.subjects)) > 1
        and not blocked(scene, before[-1].end, until)
    ):
        pair = members(before[-1], cue.subjects)
        ones = pair[:1] if _first_with_others(scene, pair) else pair
        found = [
            claim(scene, cue, sentence, start, end, left, right, 0.9)
            for i, left in enumerate(ones)
            for right in pair[i + 1 :]
            if not same_name(scene, left, right)
        ]
    elif together and not blocked(scene, before[-1].end, until):
        subject = before[-2] if len(before) > 1 else None
        carried = (subject, 1.0) if subject else subject_of(scene, sentence, before[-1].start, cue.subjects)
        if carried:
            return claims_between(scene, cue, sentence, start, end, carried, (before[-1],), 1.0)
    return Found(cue, start, end, tuple(found), "" if found else "two ends that act together are missing before it")


def _first_with_others(scene: Scene, members: Sequence[Referent]) -> bool:
    """Whether a list is the first with each of the others: 甲与乙、丙合作, but not 甲、乙与丙合作."""
    between = [scene.key[left.end : right.start] for left, right in itertools.pairwise(members)]
    return len(between) > 1 and between[0][:1] in _WITH and "、" in between[1]


def _is_site(scene: Scene, group: Group) -> bool:
    """Whether a group is a place behind 在 or 于, where others act together (甲与乙在杭州签约)."""
    token = scene.token_before(group.start)
    return (
        token is not None
        and scene.key[token.start : token.end] in ("在", "于")
        and scene.ontology.fits(group.type, "Place")
    )


def _before(scene: Scene, cue: Cue, sentence: int, start: int, end: int, edition: int | None) -> Found:
    """主宾国英国: the subject right behind the words, the object in the clause or the edition that the article is about."""
    clause = scene.clauses[sentence][scene.clause_at(sentence, start)]
    subjects = [g for g in clause.groups if end <= g.start <= end + 1 and members(g, cue.subjects)]
    if not subjects and scene.key[end : end + 1] in ",是为:":
        subjects = [g for g in scene.groups[sentence] if g.start == end + 1 and members(g, cue.subjects)]
    objects = tuple(g for g in clause.groups if g.end <= start and members(g, cue.objects))[-1:]
    framed = _framed(scene, cue, edition)
    objects = objects or ((framed,) if framed else ())
    return claims_between(scene, cue, sentence, start, end, (subjects[0], 1.0) if subjects else None, objects, 0.9)


def _before_agent(scene: Scene, cue: Cue, sentence: int, agent: Group) -> tuple[Group, ...]:
    """What a passive is about: …由甲主办 has it before 由, in the clause or carried over."""
    found = subject_of(scene, sentence, agent.start, cue.objects)
    return (found[0],) if found else ()


def _behind(
    scene: Scene, cue: Cue, clause: Clause, objects: tuple[Group, ...], start: int
) -> tuple[Group, float] | None:
    """The subject of a relative clause before it: 展出机器人的企业甲; none where a subject stands before the verb."""
    if not objects or any(g.end <= start and members(g, cue.subjects) and is_free(scene, g) for g in clause.groups):
        return None
    after = objects[-1].end
    behind = [g for g in clause.groups if g.start >= after and members(g, cue.subjects)]
    for number, group in enumerate(behind):
        beside = number + 1 < len(behind) and behind[number + 1].start == group.end  # 甲省|乙市: the last is meant
        if (
            not beside
            and group.type != "Country"  # 位于某市的中国…: the tagger knows no name that begins so
            and not modifies(scene, group)
            and re.fullmatch(r"[^,。;]{0,4}的[^,。;]{0,6}", scene.key[after : group.start])
        ):
            return group, 0.9
    return None


def _framed(scene: Scene, cue: Cue, edition: int | None) -> Group | None:
    """The edition that the article is about, for a cue about taking part in one that names none."""
    return (
        _group(scene, edition)
        if edition is not None and "FairEdition" in cue.objects and cue.property == "exhibitsAt"
        else None
    )


def _group(scene: Scene, mention: int) -> Group:
    found = scene.mentions[mention]
    return Group((Referent(found.start, found.end, mention, found.type, 0.9),))


def _about_offerings(scene: Scene, cue: Cue) -> bool:
    return scene.ontology.fits(scene.ontology.properties[cue.property].domain, "Offering")


def _in_place_phrase(scene: Scene, group: Group) -> bool:
    """Whether 在 or 于 leads to a group, perhaps over the places that hold it (在中国上海的国家会展中心)."""
    before = scene.key[max(0, group.start - 16) : group.start]
    return bool(re.search(r"(?:在|于)[^,。;:举召开]{0,14}$", before))


def _is_word(scene: Scene, start: int, end: int) -> bool:
    """Whether the words begin with a word of the text, and do not end inside one unless they are long."""
    first, last = scene.token_at(start), scene.token_at(end - 1)
    if end - start > 3:
        return True
    named = any(r.end == start for r in scene.referents)  # the tagger may take the verb into the name before it
    begins = first is None or first.start == start or named
    return begins and (end - start > 2 or last is None or last.end == end or last.tag == "v")


def _read_as(scene: Scene, start: int, end: int) -> str:
    """The words of the tagger that a span lies in."""
    first, last = scene.token_at(start), scene.token_at(end - 1)
    return scene.text.clean[first.start if first else start : last.end if last else end]


def _words_at(words: Mapping[str, tuple[Cue, ...]], longest: str) -> tuple[str, ...]:
    """The longest word that matched, and shorter ones that begin it and belong to other properties."""
    taken = {cue.property for cue in words[longest]}
    shorter = [longest[:n] for n in range(len(longest) - 1, 1, -1) if longest[:n] in words]
    return (longest, *(w for w in shorter if not taken & {cue.property for cue in words[w]}))


@lru_cache(maxsize=4)
def _indexed(cues: tuple[Cue, ...]) -> tuple[Mapping[str, tuple[Cue, ...]], re.Pattern[str]]:
    words: dict[str, list[Cue]] = {}
    for cue in cues:
        for word in cue.words:
            words.setdefault(word, []).append(cue)
    alternatives = "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or r"(?!)"
    return {word: tuple(found) for word, found in words.items()}, re.compile(f"(?=({alternatives}))")


def _index(ontology: Ontology) -> tuple[Mapping[str, tuple[Cue, ...]], re.Pattern[str]]:
    """The cues by word, but for dates and for what only supports a guess (``pairs``)."""
    here = (cue for cue in ontology.cues if cue.words and cue.frame != "Learnt")
    return _indexed(tuple(cue for cue in here if not ontology.properties[cue.property].literal))
