"""Which names are compared at all: each rule finds what it is for and passes over what it is not for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.resolve.candidates import MOST, RULES, candidates, keeps, reading
from graph.resolve.normal import normal

from .by_hand import alias, article, bundled, named, of

FULL = "浙江栩川智能科技有限公司"
# Rule, class of both; a pair that it finds; one that it does not.
PAIRS = [
    ("short form", "Company", ("栩川智能", FULL), ("栩川机械", FULL)),
    ("short form", "Company", ("栩川智能", FULL), ("栩川智能", "浙江栩川智能科技")),
    ("core", "Company", ("栩川机械", FULL), ("澜岸机械", FULL)),
    ("core", "Company", ("江苏栩川", "浙江栩川科技"), ("江苏栩川", "浙江栩川河科技")),
    ("ending", "Product", ("栩行机器人", "栩行机器人二型"), ("栩行机器人", "大栩行机器人二型")),
    ("ending", "Association", ("澜岸协会", "栩川澜岸协会"), ("澜岸协会", "澜岸湖协会")),
    ("abbreviation", "Association", ("栩数会", "栩川数据协会"), ("数栩会", "栩川数据协会")),
    ("abbreviation", "Association", ("栩数会", "浙江栩川数据协会"), ("川数会", "浙江栩川数据协会")),
    ("abbreviation", "Association", ("栩数协", "栩川数据协会"), ("栩川数据协会", "栩川数据与信息协会")),
    ("reading", "Company", ("栩川智能", "许川志能"), ("栩川智能", "栩川职工")),
    ("reading", "Company", ("栩川志能", FULL), ("栩川动能", FULL)),
    ("reading", "Person", ("沈知远", "申知远"), ("沈之", "沈知")),
    ("slip", "Product", ("栩行机器人", "栩行机械人"), ("栩行机器人", "栩型机械人")),
    ("slip", "Product", ("栩行终端", "栩行终瑞"), ("栩行端", "栩行瑞")),
    ("series", "Fair", ("栩博会", "中国栩川国际博览会"), ("栩博展", "中国栩川国际博览会")),
    ("series", "Fair", ("栩博会", "中国栩川国际博览会"), ("博栩会", "中国栩川国际博览会")),
    ("series", "Fair", ("栩博会", "中国栩川国际博览会"), ("栩博会", "栩川博览会")),
    ("place", "Event", ("印尼栩川论坛", "印度尼西亚栩川论坛"), ("印尼栩川论坛", "印度栩川论坛")),
    ("general word", "Industry", ("澜能产业", "澜能行业"), ("澜能产业", "澜能经济")),
    ("general word", "Industry", ("澜能", "澜能行业"), ("澜能", "岸能行业")),
]


def _rules(names, type="Company", articles=()):
    """The rules by which two names are compared; none where they are not."""
    bundles, known, _ = bundled(*(articles or (of(name, type) for name in names)))
    keys = tuple(sorted(key for key in bundles if key[1] in names))
    return candidates(bundles, known.aliases).get(keys, frozenset())


@pytest.mark.parametrize(("rule", "type", "found", "passed"), PAIRS)
def test_rules_that_pair_names(rule, type, found, passed):
    """A rule finds a pair, and passes over another that only looks like it."""
    assert rule in _rules(found, type)
    assert rule not in _rules(passed, type)


def test_every_rule_is_tested():
    """No rule without a pair that it finds and one that it does not."""
    assert {row[0] for row in PAIRS} == set(RULES)


def test_an_alias_is_compared_with_what_a_text_introduces_it_for():
    """澜行, which no rule derives from the full name, is compared with it where some text defines it so."""
    assert _rules(("澜行", FULL), articles=[alias("澜行", FULL), of("澜行")]) == {"alias"}
    assert _rules(("澜行", FULL)) == frozenset()


def test_an_alias_that_no_text_uses_by_itself_is_compared_with_nothing():
    """What is only defined stands in the cluster of its full name already."""
    bundles, known, _ = bundled(alias("澜行", FULL))
    assert candidates(bundles, known.aliases) == {}


def test_a_series_is_of_fairs_only():
    """栩博会 read as an association is no short name of a fair."""
    fair = of("中国栩川国际博览会", "Fair")
    assert "series" not in _rules(("栩博会", "中国栩川国际博览会"), articles=[of("栩博会", "Event"), fair])


@pytest.mark.parametrize("types", [("Company", "Product"), ("Fair", "Company"), ("Person", "Position")])
def test_names_of_two_spaces_are_never_compared(types):
    """A firm and a product of one name or of one ending have nothing to do with each other."""
    articles = [of("栩行机器人", types[0]), of("栩行机器人二型", types[1]), of("栩行机器人", types[1])]
    bundles, known, _ = bundled(*articles)
    pairs = candidates(bundles, known.aliases)
    assert {(left[0], right[0]) for left, right in pairs} <= {(space[0], space[0]) for space in bundles}
    assert all(left != right for left, right in pairs)


_CHARACTERS = sorted({normal(character) for character in map(chr, range(0x4E00, 0x4E80))})


def _letters(number):
    return [f"{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(number)]


@pytest.mark.parametrize("more", [0, 1])
def test_a_name_that_fits_too_many_is_passed_over(more):
    """Sixty firms that begin with one name are compared with it, sixty-one are not."""
    names = [f"栩川{letters}厂" for letters in _letters(MOST + more)]
    rules = [_rules(("栩川", name), articles=[of("栩川"), *map(of, names)]) for name in names[:3]]
    assert [("ending" in one) for one in rules] == [not more] * 3


@pytest.mark.parametrize("more", [0, 1])
def test_a_block_that_is_too_large_is_passed_over(more):
    """Names that all differ in one character are compared while they are sixty at the most."""
    names = [f"栩行{character}型机" for character in _CHARACTERS[: MOST + more]]
    assert ("slip" in _rules(names[:2], articles=[of(name, "Product") for name in names])) == (not more)


def test_the_rules_that_found_a_pair_are_all_told():
    """栩川智能 is what remains of 栩川智能有限公司, has its core, begins it and is read like what remains."""
    assert _rules(("栩川智能", "栩川智能有限公司")) == {"short form", "core", "ending", "abbreviation", "reading"}


NAMES = [FULL, "栩川智能", "栩川", "江苏栩川机械", "栩川志能", "栩川动能", "澜岸智能", "栩川集团有限公司", "栩川智科"]


@settings(max_examples=30, deadline=None)
@given(st.permutations(NAMES))
def test_the_order_of_the_names_changes_no_pair(names):
    """The same pairs by the same rules, in the order of the keys, whichever name comes first."""
    (one, known, _), (other, also, _) = bundled(*map(of, NAMES)), bundled(*map(of, names))
    pairs = candidates(one, known.aliases)
    assert list(candidates(other, also.aliases).items()) == list(pairs.items())
    assert list(pairs) == sorted(pairs)
    assert [pair for pair in pairs if pair[0] > pair[1]] == []


@given(st.text("甲乙丙", min_size=1, max_size=4), st.text("甲乙丙丁", max_size=6))
def test_what_is_left_of_a_name_is_kept_in_order(short, more):
    """Characters put in between, before and behind leave those of the short name in their order."""
    full = more + more.join(short) + more
    assert keeps(short, full)
    assert keeps(short, short)
    assert keeps(full, short) is (len(full) == len(short))


def test_a_reading_has_a_syllable_a_character():
    """Tones do not count, and neither does what is no Chinese character."""
    assert reading("栩川A") == ("xu", "chuan", "A")
    assert reading("许川a") != reading("栩川A")


def test_names_in_one_article_are_compared_too():
    """The article in which a name stands is of no consequence for what it is compared with."""
    both = article(f"{FULL}和栩川智能", named(FULL, "Company"), named("栩川智能", "Company"))
    assert "short form" in _rules(("栩川智能", FULL), articles=[both])
