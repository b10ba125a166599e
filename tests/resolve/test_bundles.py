"""What the documents together say of a name: where it stands, how it is read, what it is made of, whose alias it is."""

from __future__ import annotations

import pytest

from graph.firms import FirmName

from .by_hand import alias, article, bundled, named, of, ontology

FULL = "浙江栩川智能科技有限公司"


def _bundle(name, type="Company"):
    bundles, _, _ = bundled(of(name, type))
    (bundle,) = bundles.values()
    return bundle


def test_a_name_is_one_bundle_in_all_documents():
    """Both scripts of a name are one bundle, with the documents in which it stands."""
    bundles, _, _ = bundled(of("澜岸数据"), of("栩川"), of("瀾岸數據"))
    assert set(bundles) == {("org", "澜岸数据"), ("org", "栩川")}
    assert bundles[("org", "澜岸数据")].documents == {0, 2}


def test_a_bundle_weighs_its_classes_over_all_documents():
    """A name read as a firm twice and as an organisation once is a firm by weight."""
    bundles, _, _ = bundled(of("澜岸"), of("澜岸", document="{}说"), of("澜岸", "Association"))
    assert bundles[("org", "澜岸")].types == {"Company": 180, "Association": 90}


def test_names_of_two_spaces_are_two_bundles():
    """栩行 the firm and 栩行 the product."""
    bundles, _, _ = bundled(of("栩行"), of("栩行", "Product"))
    assert set(bundles) == {("org", "栩行"), ("offering", "栩行")}


def test_what_only_its_article_can_tell_is_no_bundle():
    """人民政府, which every place has, is compared with nothing."""
    bundles, _, _ = bundled(of("人民政府", "GovernmentBody"), of("栩川"))
    assert set(bundles) == {("org", "栩川")}


def test_the_parts_of_a_firm():
    """A firm's name has place, core, trade and legal form, and the short forms that follow."""
    bundle = _bundle(FULL)
    assert bundle.firm == FirmName(("浙江",), "栩川", ("智能", "科技"), "有限公司")
    assert bundle.forms[:2] == ("浙江栩川智能科技", "栩川智能科技")


def test_only_a_name_in_full_has_short_forms():
    """What has no legal form is short already."""
    assert _bundle("栩川智能科技").forms == ()
    assert _bundle("栩川集团").forms == ("栩川",)


def test_what_is_no_organisation_has_no_parts_of_a_firm():
    """A product is not 浙江 and something."""
    assert _bundle("浙江栩行机器人", "Product").firm is None


@pytest.mark.parametrize(
    ("name", "type", "bare"),
    [
        ("澜能产业", "Industry", "澜能"),
        ("澜能", "Industry", "澜能"),
        ("灵目技术", "Technology", "灵目"),
        ("灵目技术", "Product", ""),
        ("技术", "Technology", "技术"),
        ("澜岸一带", "Region", "澜岸"),
    ],
)
def test_a_name_without_the_general_word_of_its_class(name, type, bare):
    """产业 falls from a trade and 技术 from a technology, where two characters are left; most classes have no such word."""
    assert _bundle(name, type).bare == bare


@pytest.mark.parametrize(("name", "heads"), [("浙江澜岸协会", (0, 2)), ("澜岸协会", (0,))])
def test_a_short_form_may_begin_behind_the_place(name, heads):
    """浙江澜岸协会 may be shortened from its first character or from that behind its place."""
    assert _bundle(name, "Association").heads == heads


def test_aliases_lead_to_what_texts_introduce_them_for():
    """Each alias with all that some text defines it for; a name is no alias of itself."""
    other = "江苏澜岸科技有限公司"
    _, known, _ = bundled(alias("栩能", FULL), alias("栩能", other), alias("澜岸", other), of("澜岸"))
    assert known.aliases == {
        ("org", "栩能"): {("org", FULL), ("org", other)},
        ("org", "澜岸"): {("org", other)},
    }


def test_general_words_are_trades_kinds_and_plain_places():
    """They tell no two organisations apart; a trade is what a firm's name has as such and what it may do without."""
    _, known, _ = bundled(of("栩川"))
    assert [word for word in ("科技", "大学", "委员会", "浙江", "栩川") if known.is_general(word)] == [
        "科技",
        "大学",
        "委员会",
        "浙江",
    ]
    firm = ontology().lexicon("Company")
    assert known.trades == {*firm.prefixes, *firm.general}
    assert [word for word in (firm.prefixes[0], firm.general[0]) if not known.is_general(word)] == []


def test_general_words_come_from_the_class_and_those_above():
    """产业 is one of trades; a product has none."""
    _, known, _ = bundled(of("栩川"))
    assert "产业" in known.general_words("Industry")
    assert known.general_words("Product") == frozenset()


def test_a_name_and_its_alias_in_one_article_are_one_bundle():
    """What the article itself settles is not asked again; a form that it does not define is no alias but a shortening."""
    source = article(f"{FULL}，栩川", named(FULL, "Company"), named("栩川", "Company", "short-form", FULL))
    bundles, known, _ = bundled(source)
    assert set(bundles) == {("org", FULL)}
    assert known.aliases == {}
    assert known.shortened == {("org", "栩川"): {("org", FULL)}}


def test_a_short_form_that_its_article_also_defines_is_an_alias():
    """The words of the text count, not that the name could be derived as well."""
    names = (named(FULL, "Company"), named("栩川", "Company", "definition", FULL))
    source = article(f"{FULL}（简称“栩川”），栩川", *names, named("栩川", "Company", "short-form", FULL))
    _, known, _ = bundled(source)
    assert known.aliases == {("org", "栩川"): {("org", FULL)}}
    assert known.shortened == {}
