"""Where names stand: beside which others, among which places, in what relation, in whose service."""

from __future__ import annotations

from graph.gazetteer import load_gazetteer
from graph.resolve.surroundings import Surroundings

from .by_hand import article, bundled, claim, clustered, named, of

FIRM, OTHER, THIRD = "栩川智能", "澜岸数据", "岸田重工"


def _around(*articles):
    return bundled(*articles)[2]


def _org(*names):
    return frozenset(("org", name) for name in names)


def _lists(source, *names, type="Company"):
    return article(source, *(named(name, type) for name in names))


def test_the_company_of_a_name_is_what_stands_beside_it():
    """All other names of the documents that are asked for, and of no others."""
    around = _around(_lists(f"{FIRM}说。{OTHER}", FIRM, OTHER), of(THIRD))
    assert around.company(frozenset((0,)), ("org", FIRM)) == _org(OTHER)
    assert around.company(frozenset((0, 1)), ("org", FIRM)) == _org(OTHER, THIRD)
    assert around.company(frozenset(), ("org", FIRM)) == frozenset()


def test_places_and_posts_are_no_company():
    """That two articles name 上海 or a chairman tells nothing."""
    around = _around(
        article(
            f"{FIRM}董事长在上海说{OTHER}",
            named(FIRM, "Company"),
            named("董事长", "Position"),
            named("上海", "City"),
            named(OTHER, "Company"),
            claims=[claim(0, "holdsPosition", 1)],
        )
    )
    assert around.company(frozenset((0,)), ("org", FIRM)) == _org(OTHER)


def test_what_every_reader_knows_is_no_company():
    """That two articles name 教育部 tells nothing of the firms in them."""
    around = _around(
        article(
            f"{FIRM}说。教育部。{OTHER}",
            named(FIRM, "Company"),
            named("教育部", "GovernmentBody"),
            named(OTHER, "Company"),
        )
    )
    assert around.company(frozenset((0,)), ("org", FIRM)) == _org(OTHER)


def test_trades_works_and_occasions_are_no_company():
    """Many deal with one trade, go by one plan or meet at one fair; people and offerings are company."""
    names = [
        ("澜能产业", "Industry"),
        ("栩川条例", "Policy"),
        ("林一帆", "Person"),
        ("栩行一号", "Product"),
        ("栩博会", "Fair"),
    ]
    around = _around(article("。".join(name for name, _ in names), *(named(*name) for name in names)))
    company = around.company(frozenset((0,)), ("org", FIRM))
    assert {name for _, name in company} == {"林一帆", "栩行一号"}


def test_the_company_of_a_name_does_not_hang_on_how_many_articles_there_are():
    """A name in two articles and in a hundred tells as much."""
    articles = [_lists(f"{FIRM}说{number}，{OTHER}", FIRM, OTHER) for number in range(100)]
    few, many = _around(*articles[:2]), _around(*articles)
    assert few.company(frozenset((0,)), ("org", FIRM)) == many.company(frozenset((0,)), ("org", FIRM)) == _org(OTHER)


def test_what_is_joined_already_is_one():
    """Keys that were joined before stand for each other, in company, service and relations."""
    clusters = clustered(article(f"{FIRM}的林一帆", named(FIRM, "Company"), named("林一帆", "Person", "tagger")))
    extraction = article(
        f"{FIRM}的林一帆",
        named(FIRM, "Company"),
        named("林一帆", "Person", "tagger"),
        claims=[claim(1, "affiliatedWith", 0)],
    )
    around = Surroundings(clusters, [extraction], load_gazetteer(), {("org", FIRM): ("org", OTHER)})
    assert around.company(frozenset((0,)), ("person", "林一帆")) == _org(OTHER)
    assert [around.bodies(cluster) for cluster in clusters if cluster.key[0] == "person"] == [_org(OTHER)]


def test_who_makes_an_offering():
    """Who is said to produce, develop or show it; not who buys it."""
    makes = article(
        f"{FIRM}研发栩行一号，{OTHER}用栩行一号",
        named(FIRM, "Company"),
        named("栩行一号", "Product"),
        named(OTHER, "Company"),
        claims=[claim(0, "develops", 1), claim(2, "usesTechnology", 1)],
    )
    assert _around(makes).makers == {("offering", "栩行一号"): _org(FIRM)}


def test_the_places_of_an_article_are_those_it_names_and_what_they_lie_in():
    """苏州 brings 江苏, by all their names; China tells nothing."""
    around = _around(_lists("在苏州", "苏州", type="City"), of(FIRM))
    assert around.places(frozenset((0,))) >= {"苏州市", "苏州", "江苏", "江苏省"}
    assert "中国" not in around.places(frozenset((0,)))
    assert around.places(frozenset((1,))) == frozenset()


def test_the_bodies_of_a_person_are_his_employer_and_where_he_holds_a_post():
    """Both by affiliation and by the qualifier of a post; a person of another article has none of them."""
    speaks = article(
        f"{FIRM}的林一帆，{OTHER}董事长",
        named(FIRM, "Company"),
        named("林一帆", "Person", "tagger"),
        named(OTHER, "Company"),
        named("董事长", "Position"),
        claims=[claim(1, "affiliatedWith", 0), claim(1, "holdsPosition", 3, qualifiers=(("organisation", 2),))],
    )
    around = _around(speaks, of("林一帆", "Person"))
    first, second = (c for c in around.clusters if c.key[0] == "person")
    assert around.bodies(first) == _org(FIRM, OTHER)
    assert around.bodies(second) == frozenset()


def test_what_a_person_says_of_a_firm_makes_it_no_body_of_his():
    """Only service and posts count."""
    meets = article(
        f"林一帆创办{FIRM}",
        named("林一帆", "Person", "tagger"),
        named(FIRM, "Company"),
        claims=[claim(0, "founds", 1)],
    )
    around = _around(meets)
    assert [around.bodies(cluster) for cluster in around.clusters] == [frozenset(), frozenset()]


def test_names_are_related_where_an_article_states_a_relation():
    """In either direction; a literal is no name, and two mentions of one thing are no relation."""
    supplies = article(
        f"{FIRM}向{OTHER}供货，{FIRM}",
        named(FIRM, "Company"),
        named(OTHER, "Company"),
        named(FIRM, "Company"),
        claims=[claim(0, "suppliesTo", 1), claim(0, "partnerOf", 2)],
    )
    assert _around(supplies, of(THIRD)).related == {_org(FIRM, OTHER)}


def test_names_are_beside_each_other_with_one_mark_or_word_between():
    """甲、乙 and 甲和乙 are beside each other; 甲的乙, 甲。乙 and what stands further on are not."""
    assert _around(_lists(f"{FIRM}、{OTHER}和{THIRD}", FIRM, OTHER, THIRD)).beside == {
        _org(FIRM, OTHER),
        _org(OTHER, THIRD),
    }
    assert _around(_lists(f"{FIRM}的{OTHER}。{THIRD}", FIRM, OTHER, THIRD)).beside == frozenset()


def test_a_name_is_not_beside_itself():
    """Both scripts of one name in a list are one name."""
    assert _around(_lists("瀾岸數據、澜岸数据", "瀾岸數據", "澜岸数据")).beside == frozenset()
