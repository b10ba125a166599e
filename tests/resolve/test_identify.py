"""From clusters to things: first organisations and the rest, then people and offerings, which are known by them."""

from __future__ import annotations

from graph.gazetteer import load_gazetteer
from graph.resolve.identify import Identified, identify

from .by_hand import alias, article, claim, clustered, ids, know, named, of, ontology, reasons

FULL, SHORT = "浙江栩川智能科技有限公司", "栩川智能"


def _identify(*articles, never=(), obeyed=list, settled=()) -> tuple[Identified, set[tuple[str, str]]]:
    """What became of the names of the articles, and the keys that their clusters have then."""
    apart = {frozenset(pair) for pair in never}
    clusters = clustered(*articles)
    found = identify(
        clusters,
        articles,
        ontology(),
        load_gazetteer(),
        never=lambda left, right: frozenset((left[1], right[1])) in apart,
        obeyed=obeyed,
        settled=[("org", name) for name in settled],
    )
    return found, {cluster.key for cluster in clusters}


def _officer(person, firm):
    names = [named(firm, "Company"), named(person, "Person", "tagger")]
    return article(f"{firm}的{person}说", *names, claims=[claim(1, "affiliatedWith", 0)])


def _maker(firm, product):
    names = [named(firm, "Company"), named(product, "Product")]
    return article(f"{firm}生产{product}", *names, claims=[claim(0, "produces", 1)])


def test_names_are_merged_across_articles():
    """A merge is the name that goes, the name that stays, why, and how sure."""
    found, _ = _identify(of(FULL), of(SHORT))
    assert [(gone, stays) for gone, stays, _, _ in found.merges] == [(("org", SHORT), ("org", FULL))]
    assert (found.found.doubts, found.people) == ([], ())


def test_what_never_is_one_is_not_even_compared():
    """Neither a merge nor a doubt is left of a pair that somebody keeps apart."""
    found, _ = _identify(of(FULL), of(SHORT), never=[(FULL, SHORT)])
    assert (found.merges, found.found.doubts, found.found.parted) == ([], [], [])


def test_merges_obey():
    """What obeys has the last word on the merges."""
    asked = []

    def none(merges):
        asked.extend(merges)
        return []

    found, _ = _identify(of(FULL), of(SHORT), obeyed=none)
    assert (len(asked), found.merges) == (1, [])


def test_editions_follow_their_series():
    """Editions are merged after the series, in one go with it."""
    names = [("第三届栩博会", "FairEdition"), ("栩博会", "Fair"), ("第3届中国栩川国际博览会", "FairEdition")]
    found, _ = _identify(*(of(*name) for name in names), of("中国栩川国际博览会", "Fair"))
    assert {gone[1] for gone, *_ in found.merges} == {"第三届栩博会", "栩博会"}


def test_people_are_known_by_organisations_that_are_one():
    """沈知远 and 沈之远, of a firm under two of its names, are one person with one key."""
    found, keys = _identify(_officer("沈知远", FULL), _officer("沈之远", SHORT))
    people = {key for key in keys if key[0] == "person"}
    assert len(people) == 1
    assert all(name.endswith(f"@{FULL}") for _, name in people)
    assert any(gone[0] == "person" for gone, *_ in found.merges)


def test_people_read_alike_in_two_firms_are_two():
    """Without an organisation in common there is no reason to take the one for the other's misprint."""
    _, keys = _identify(_officer("沈知远", FULL), _officer("沈之远", "江苏澜岸科技有限公司"))
    assert len({key for key in keys if key[0] == "person"}) == 2


def test_the_reason_for_a_person_under_another_name_is_told():
    """The judgement on 沈之远 says that the names are read alike and the organisation is one."""
    knowledge = know(_officer("沈知远", FULL), _officer("沈之远", SHORT))
    (person,) = [e for e in knowledge.entities if e.type == "Person"]
    ((_, reason),) = reasons(knowledge, person.id).items()
    assert "the same organisation" in reason


def test_offerings_are_known_by_makers_that_are_one():
    """A misprinted product of one firm is that product; of two firms it may be another."""
    names = ("栩行探测机器人", "栩行探侧机器人")
    one = know(_maker(FULL, names[0]), _maker(SHORT, names[1]))
    assert len(ids(one, "offering")) == 1
    two = know(_maker(FULL, names[0]), _maker("江苏澜岸科技有限公司", names[1]))
    assert len(ids(two, "offering")) >= len(ids(one, "offering"))


def test_an_article_is_read_for_a_doubtful_name():
    """The cluster of that article alone gets the key of what it means."""
    rival, place = "江苏栩川智能有限公司", article(f"{SHORT}在浙江", named(SHORT, "Company"), named("浙江", "Province"))
    _, keys = _identify(of(FULL), of(rival), place)
    assert {name for space, name in keys if space == "org"} == {FULL, rival}


def test_a_firm_mistaken_for_a_person_is_the_firm_that_another_article_introduces():
    """栩能 in a list of names looks like a person's; where an article introduces it for one firm, it is that firm."""
    person = article("栩能说", named("栩能", "Person", "tagger"))
    assert ids(know(alias("栩能", FULL), person), "org") == [FULL]
    assert ids(know(of(FULL), person), "person") == ["栩能"]
    two = [alias("栩能", FULL), alias("栩能", "江苏澜岸科技有限公司")]
    assert ids(know(*two, person), "person") == ["栩能"]


def test_a_person_with_an_employer_stays_a_person():
    """Whatever a firm is called elsewhere."""
    knowledge = know(alias("栩能", FULL), _officer("栩能", "湖屿机械"))
    assert ids(knowledge, "person") == ["栩能-湖屿机械"]
