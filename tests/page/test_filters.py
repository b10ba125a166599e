from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.model import Figure, Status
from graph.ontology import load_ontology
from graph.page import Filter, filtered

from .made_up import Reporter, entity, gathered, knowledge

ONTOLOGY = load_ontology()
FIRM = entity("Company", "澄嵐集團", "澄嵐")
RIVAL = entity("Company", "樸遠科技")
GOOD = entity("Product", "機械臂")
FAIR = entity("FairEdition", "第二屆蘇州機器人展")
CITY = entity("City", "蘇州")
PROVINCE = entity("Province", "江蘇省", background=True)
LONE = entity("Industry", "食品產業")


@pytest.fixture(scope="module")
def known():
    """Two articles: a firm shows a good at a fair; another firm, unsurely, is in a city. A gazetteer knows its province."""
    first, second = Reporter(0, "展會開幕"), Reporter(1, "樸遠落戶")
    said = first.say(FIRM, "在", FAIR, "展出", GOOD, "。")
    first.state(FIRM, "exhibits", GOOD, said, qualifiers=(("edition", FAIR.id),))
    first.state(FIRM, "exhibitsAt", FAIR, said)
    first.say(LONE, "受到關注。")
    said = second.say(RIVAL, "位於", CITY, "，員工逾千人。")
    second.state(RIVAL, "locatedIn", CITY, said, confidence=0.6)
    second.state(RIVAL, "cooperatesWith", FIRM, second.say(RIVAL, "將與", FIRM, "合作。"), status=Status.PLANNED)
    second.figures.append(Figure("f", RIVAL.id, "員工", Decimal(1000), "人", "moreThan", Status.ASSERTED, 0.9, (said,)))
    things = [FIRM, RIVAL, GOOD, FAIR, CITY, PROVINCE, LONE]
    return gathered([first, second], things, [(CITY.id, "partOf", PROVINCE.id)])


def _left(known, **wanted):
    return filtered(known, ONTOLOGY, Filter(**wanted))


def _ids(part):
    return {one.id for one in part.entities}


def _facts(part):
    return {(one.subject, one.predicate, one.object) for one in part.statements}


@pytest.mark.parametrize(
    "address", [FIRM.name, FIRM.id, FIRM.id.replace("/", ":"), f"https://w3id.org/zhimai/id/{FIRM.id}"]
)
def test_an_address_names_a_thing(known, address):
    """As in `zhimai show` and `curate`: a name, an id, an IRI with its prefix or in full."""
    assert FIRM.id in _ids(_left(known, about=(address,)))


def test_without_a_filter_nothing_changes(known):
    """The page of a whole build is the page of the build."""
    assert filtered(known, ONTOLOGY, Filter()) is known


def test_a_class_brings_what_its_members_relate_to(known):
    """A relation that is kept keeps both of its ends; what it has no part in goes."""
    part = _left(known, classes=("Product",))
    assert _ids(part) == {GOOD.id, FIRM.id, FAIR.id}
    assert _facts(part) == {(FIRM.id, "exhibits", GOOD.id)}


def test_a_class_means_those_below_it_too(known):
    """An organisation is a company too."""
    assert {FIRM.id, RIVAL.id} <= _ids(_left(known, classes=("Organisation",)))


@pytest.mark.parametrize("name", ["Product", "product", "产品", "產品"])
def test_a_class_is_named_by_its_name_or_a_label(known, name):
    """In any case and either script."""
    assert GOOD.id in _ids(_left(known, classes=(name,)))


def test_a_property_leaves_its_relations_alone(known):
    """Only what it links, and what qualifies that, is shown."""
    part = _left(known, properties=("exhibits",))
    assert _facts(part) == {(FIRM.id, "exhibits", GOOD.id)}
    assert _ids(part) == {FIRM.id, GOOD.id, FAIR.id}


@pytest.mark.parametrize(
    ("steps", "reached"), [(1, {CITY.id, RIVAL.id, PROVINCE.id}), (2, {CITY.id, RIVAL.id, PROVINCE.id, FIRM.id})]
)
def test_about_a_name_goes_so_many_steps(known, steps, reached):
    """A name is found in either script, and the gazetteer's relations count as steps."""
    assert _ids(_left(known, about=("苏州",), steps=steps)) == reached


def test_an_article_alone_keeps_what_it_says(known):
    """Facts, names and figures of the other articles go; the gazetteer still knows where its places lie."""
    part = _left(known, documents=("d1.txt",))
    assert [text.document.id for text in part.texts] == ["d1"]
    assert _ids(part) == {RIVAL.id, CITY.id, FIRM.id, PROVINCE.id}
    assert {mention.document for one in part.entities for mention in one.mentions} == {"d1"}


def test_what_was_read_unsurely_goes(known):
    """The names stay, as articles speak of them; the relation does not."""
    part = _left(known, min_confidence=0.8)
    assert (RIVAL.id, "locatedIn", CITY.id) not in _facts(part)
    assert CITY.id in _ids(part)


def test_the_limit_keeps_the_best_connected(known):
    """With the relations among them."""
    part = _left(known, limit=2)
    assert len(part.entities) == 2
    assert FIRM.id in _ids(part)


def test_the_gazetteer_can_be_left_out(known):
    """What no article speaks of goes with its relations."""
    part = _left(known, background=False)
    assert part.background == ()
    assert PROVINCE.id not in _ids(part)


def test_figures_follow_what_they_are_about(known):
    """A figure stays with its bearer, if it is sure enough."""
    assert [one.id for one in _left(known, about=(RIVAL.name,)).figures] == ["f"]
    assert _left(known, classes=("Product",)).figures == ()
    assert _left(known, min_confidence=0.95, classes=("Company",)).figures == ()


def test_several_kinds_must_all_hold(known):
    """A class and a name together are less than either."""
    part = _left(known, classes=("Product",), about=(FIRM.name,))
    assert _ids(part) == {FIRM.id, GOOD.id, FAIR.id}


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"classes": ("Prodct",)}, r"^page: no class Prodct; did you mean Product"),
        ({"properties": ("exhibit",)}, r"^page: no property exhibit; did you mean exhibits"),
        ({"about": ("澄嵐機器",)}, r"^page: no name 澄嵐機器; did you mean 澄嵐"),
        ({"documents": ("d7.txt",)}, r"^page: no article d7\.txt; did you mean d[01]\.txt"),
        ({"classes": ("Award",)}, r"^page: nothing is left to show; loosen the filter$"),
    ],
)
def test_what_is_not_there_is_wrong_usage(known, wanted, message):
    """One line that suggests what may have been meant."""
    with pytest.raises(UsageError, match=message):
        _left(known, **wanted)


_FILTERS = st.builds(
    Filter,
    classes=st.lists(st.sampled_from(["Company", "Place", "Occasion"]), max_size=2).map(tuple),
    properties=st.lists(st.sampled_from(["exhibits", "locatedIn", "partOf"]), max_size=2).map(tuple),
    min_confidence=st.sampled_from([0.0, 0.7, 0.9]),
    limit=st.none() | st.integers(1, 30),
    background=st.booleans(),
)
_WORLD = knowledge(60)


@given(_FILTERS)
def test_whatever_is_left_hangs_together(wanted):
    """No relation, figure or mention points at what is not there, and nothing is made up."""
    try:
        part = filtered(_WORLD, ONTOLOGY, wanted)
    except UsageError:
        return
    ids, documents = _ids(part), {text.document.id for text in part.texts}
    assert ids <= _ids(_WORLD)
    assert all(one.subject in ids for one in part.statements)
    assert all(one.object in ids for one in part.statements if isinstance(one.object, str))
    assert all(one.about in ids for one in part.figures)
    assert all(ids.issuperset((subject, object)) for subject, _, object in part.background)
    assert {item.document for one in part.statements for item in one.evidence} <= documents
    ends = {id for subject, _, object in part.background for id in (subject, object)}
    ends |= {id for one in part.statements for id in (one.subject, one.object, *dict(one.qualifiers).values())}
    assert all(one.mentions or one.id in ends for one in part.entities)
    assert replace(part, texts=()).entity(part.entities[0].id) == part.entities[0]
