"""What holds of identity in any corpus: small ones are drawn from names that shorten, resemble and contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.gazetteer import load_gazetteer
from graph.model import Entity, Extraction, Judgement, Knowledge, Verdict
from graph.resolve.bundles import Key
from graph.resolve.candidates import candidates
from graph.resolve.entities import id_of
from graph.resolve.identify import identify
from graph.resolve.merge import closed, scored_pairs
from graph.resolve.normal import normal

from .by_hand import article, bundled, claim, clustered, know, named, ontology

# Short forms and full names, two firms of one short form, both scripts, slips, groups and members, places and branches.
FIRMS = [
    "浙江栩川智能科技有限公司",
    "栩川智能",
    "栩川志能",
    "栩川",
    "栩川集团",
    "栩川股份有限公司",
    "江苏栩川机械有限公司",
    "栩川机械",
    "浙江栩川智能",
    "澜岸数据有限公司",
    "瀾岸數據",
    "澜岸数据苏州分公司",
    "霁岚电力集团有限公司",
    "霁岚电力",
    "江苏栩川智能有限公司",
]
SERIES = ["中国(宁波)国际海工装备交易会", "海交会", "海装会", "第九届海交会", "第9届海工装备交易会", "第八届海交会"]
OTHERS = [
    ("栩数协", "Association"),
    ("栩川数据协会", "Association"),
    ("中国栩川数据协会", "Association"),
    ("澜能产业", "Industry"),
    ("澜能行业", "Industry"),
    ("灵目", "Technology"),
    ("灵目技术", "Technology"),
    ("栩行机械人", "Product"),
    ("栩川发展规划（2024年）", "Policy"),
    ("《栩川发展规划》", "Policy"),
    ("栩行一号", "Product"),
    ("栩行二号", "Product"),
    ("朝阳区", "District"),
    ("浙江", "Province"),
    ("人民政府", "GovernmentBody"),
    ("林一帆", "Person"),
]
NAMES = [
    *((name, "Company") for name in FIRMS),
    *((name, "FairEdition" if "届" in name else "Fair") for name in SERIES),
    *OTHERS,
]
PEOPLE = ["林一帆", "陈伟", "林一凡"]


@st.composite
def _lists(draw):
    """An article that names a few things, side by side or each in a sentence of its own."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    joint = draw(st.sampled_from(["、", "。", "说"]))
    return article(joint.join(name for name, _ in names) + "！", *(named(name, type) for name, type in names))


@st.composite
def _defines(draw):
    """An article that introduces a short name for a firm, rightly or oddly."""
    full = draw(st.sampled_from([firm for firm in FIRMS if firm.endswith("公司")]))
    short = draw(st.sampled_from(["栩能", "栩川", "澜数", "公司"]))
    return article(f"{full}（简称“{short}”）", named(full, "Company"), named(short, "Company", "definition", full))


@st.composite
def _speaks(draw):
    """An article in which somebody of a firm speaks, and another firm is named."""
    person, firm, other = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(FIRMS)), draw(st.sampled_from(FIRMS))
    return article(
        f"{firm}的{person}说。岸{other}",
        named(firm, "Company"),
        named(person, "Person", "tagger"),
        *([named(other, "Company")] if other not in firm else []),
        claims=[claim(1, "affiliatedWith", 0)],
    )


@st.composite
def _places(draw):
    """An article on a firm in some province, which also says what it makes."""
    firm, place = draw(st.sampled_from(FIRMS)), draw(st.sampled_from(["浙江", "江苏", "苏州", "合肥"]))
    product = draw(st.sampled_from(["栩行一号", "栩行二号", "“栩行”探测机器人", "“栩行”机器人", "栩行机器人"]))
    return article(
        f"在{place}：{firm}生产{product}",
        named(place, "City"),
        named(firm, "Company"),
        named(product, "Product"),
        claims=[claim(1, "produces", 2)],
    )


ARTICLES = st.one_of(_lists(), _defines(), _speaks(), _places())
CORPORA = st.lists(ARTICLES, min_size=1, max_size=9, unique_by=lambda one: one.text.document.id)


def _names(entity: Entity) -> set[str]:
    return {normal(name) for name in (entity.name, *entity.aliases)}


def _said(knowledge: Knowledge, id: str) -> list[Judgement]:
    return [j for j in knowledge.judgements if j.left == id and j.verdict is Verdict.SAME]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_order_of_the_articles_is_of_no_consequence(data):
    """Entities, their names and all judgements are the same in any order."""
    articles = data.draw(CORPORA)
    one, other = know(*articles), know(*data.draw(st.permutations(articles)))
    assert (one.entities, one.judgements) == (other.entities, other.judgements)
    assert (one.statements, one.figures, one.background) == (other.statements, other.figures, other.background)


@settings(max_examples=30, deadline=None)
@given(CORPORA)
def test_two_runs_give_the_same(articles):
    """Nothing is left from one run to the next."""
    assert know(*articles) == know(*articles)


def _touched(articles: Sequence[Extraction], new: Extraction) -> set[Key]:
    """The keys that an article names, and those that are compared with them in the corpus with that article."""
    bundles, known, _ = bundled(*articles, new)
    named_there = clustered(new)
    own = {cluster.key for cluster in named_there}
    own |= {(cluster.key[0], normal(name)) for cluster in named_there for name in cluster.names}
    pairs = candidates(bundles, known.aliases)
    return own.union(*(pair for pair in pairs if not own.isdisjoint(pair)))


@settings(max_examples=150, deadline=None)
@given(CORPORA, ARTICLES)
def test_a_new_article_changes_nothing_that_it_does_not_touch(articles, new):
    """What it neither names nor names anything like keeps its id, its names and the reasons for them.

    A person or an offering is touched with the organisations that it is known by.
    """
    articles = [one for one in articles if one.text.document.id != new.text.document.id]
    touched = _touched(articles, new)
    before, after = know(*articles), know(*articles, new)
    names, ids = {(space, name.split("@")[0]) for space, name in touched}, set(map(id_of, touched))
    moved = {document for key, document in ((c.key, c.document) for c in clustered(*articles)) if key in touched}
    documents = {articles[number].text.document.id for number in moved}
    kept = {entity.id: entity for entity in after.entities}
    for entity in before.entities:
        space = entity.id.partition("/")[0]
        by_name = entity.id in ids or any((space, name) in names for name in _names(entity))
        by_body = space in ("person", "offering") and any(mention.document in documents for mention in entity.mentions)
        if not by_name and not by_body:
            assert entity.id in kept
            assert _names(kept[entity.id]) == _names(entity)
            assert kept[entity.id].name == entity.name
            assert _said(after, entity.id) == _said(before, entity.id)


def _nothing(left: Key, right: Key) -> bool:
    """Nobody decided that any two are two."""
    return left is right


@settings(max_examples=100, deadline=None)
@given(CORPORA)
def test_what_a_hard_fact_parts_is_never_one(articles):
    """No two names of one thing have a feature that parts them, neither by way of a third nor as read by an article."""
    bundles, known, around = bundled(*articles)
    pairs = candidates(bundles, known.aliases)
    apart = [one.pair for one in scored_pairs(pairs, bundles, known, around) if one.apart]
    clusters = clustered(*articles)
    before = [cluster.key for cluster in clusters]
    found = identify(clusters, articles, ontology(), load_gazetteer(), never=_nothing, obeyed=list, settled=())
    moved = closed(found.merges)
    things: dict[Key, set[Key]] = defaultdict(set)
    for key, cluster in zip(before, clusters, strict=True):
        things[moved.get(cluster.key, cluster.key)].add(key)
    assert [pair for pair in apart for keys in things.values() if keys.issuperset(pair)] == []


@settings(max_examples=100, deadline=None)
@given(CORPORA)
def test_every_other_name_has_its_reason(articles):
    """An alias that differs from the preferred name by more than script and marks has a judgement in words."""
    knowledge = know(*articles)
    for entity in knowledge.entities:
        reasons = {normal(j.right): j.reason for j in _said(knowledge, entity.id)}
        for name in _names(entity) - {normal(entity.name)}:
            assert reasons.get(name), (entity.id, name)


@settings(max_examples=60, deadline=None)
@given(CORPORA)
def test_no_two_things_share_an_id_and_no_mention_is_two_things(articles):
    """Ids are unique, and every mention belongs to one thing."""
    entities = know(*articles).entities
    assert len({entity.id for entity in entities}) == len(entities)
    mentions = [mention for entity in entities for mention in entity.mentions]
    assert len(set(mentions)) == len(mentions)


@settings(max_examples=60, deadline=None)
@given(CORPORA)
def test_judgements_speak_of_things_that_are_there(articles):
    """Scores lie between 0 and 1, both ends of what was not joined are things, and one pair has one judgement."""
    knowledge = know(*articles)
    here = {entity.id for entity in knowledge.entities}
    open_ = [j for j in knowledge.judgements if j.verdict is not Verdict.SAME]
    assert {j.left for j in knowledge.judgements} | {j.right for j in open_} <= here
    assert all(0 <= j.score <= 1 and j.reason for j in knowledge.judgements)
    assert len({frozenset((j.left, j.right)) for j in open_}) == len(open_)
