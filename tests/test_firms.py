"""The names of firms in parts, and the short forms that leave some of them out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.firms import FirmName, firm_name, short_forms
from graph.gazetteer import load_gazetteer
from graph.ontology import load_ontology

FIRMS = load_ontology().lexicon("Company")
TRADES = (*FIRMS.prefixes, *FIRMS.suffixes)


def _parts(name: str) -> FirmName:
    return firm_name(name, TRADES, load_gazetteer())


def _forms(name: str) -> list[str]:
    return list(short_forms(name, FIRMS.prefixes, load_gazetteer()))


@pytest.mark.parametrize(
    ("name", "places", "core", "trades", "form"),
    [
        ("浙江栩川智能科技有限公司", "浙江", "栩川", "智能 科技", "有限公司"),
        ("浙江省杭州市栩川机械有限公司", "浙江省 杭州市", "栩川", "机械", "有限公司"),
        ("栩川", "", "栩川", "", ""),
        ("栩川股份", "", "栩川", "", "股份"),
        ("栩川集团股份有限公司", "", "栩川", "", "集团股份有限公司"),
        ("栩川工业集团", "", "栩川", "工业", "集团"),
        ("栩川有限责任公司", "", "栩川", "", "有限责任公司"),
        ("栩川总公司", "", "栩川", "", "总公司"),
        ("栩川集团矿业有限公司", "", "栩川", "集团 矿业", "有限公司"),
        ("中国栩川", "中国", "栩川", "", ""),
        ("栩川(浙江)科技有限公司", "", "栩川", "科技", "有限公司"),
        ("海南栩川", "海南", "栩川", "", ""),
        ("栩川银行", "", "栩川", "银行", ""),
    ],
)
def test_the_parts_of_a_name(name, places, core, trades, form):
    """Places before, what tells it from others, its trades in order, its legal form; a place in brackets falls."""
    assert _parts(name) == FirmName(tuple(places.split()), core, tuple(trades.split()), form)


@pytest.mark.parametrize(("name", "core"), [("上海医药集团", "上海医药"), ("江苏钢铁", "江苏钢铁")])
def test_a_trade_alone_is_no_core(name, core):
    """What would be a trade or nothing takes the place before it in."""
    assert (_parts(name).places, _parts(name).core) == ((), core)


@pytest.mark.parametrize("name", ["浙江", "苏州", "集团", "科技", "栩科技"])
def test_nothing_falls_where_too_little_would_be_left(name):
    """A place or a trade by itself is the core; a trade needs two characters before it."""
    assert _parts(name) == FirmName((), name, (), "")


@pytest.mark.parametrize("mark", ["st", "*st", "s*st", "s"])
def test_marks_of_the_exchanges_fall(mark):
    """ST and *ST before a name say how the firm fares, not what it is called; Latin names keep their letters."""
    assert _parts(f"{mark}栩川") == _parts("栩川")
    assert _parts(f"{mark}arlan").core == f"{mark}arlan"


def test_a_second_place_lies_in_the_first():
    """浙江|杭州 are two places; what is no part of the place before it belongs to the core (浙江|苏州)."""
    assert _parts("浙江杭州栩川").places == ("浙江", "杭州")
    assert _parts("浙江苏州栩川").places == ("浙江",)


@pytest.mark.parametrize(
    ("name", "rank", "plain"),
    [
        ("栩川", "", True),
        ("栩川有限公司", "", True),
        ("栩川集团", "group", False),
        ("栩川集团有限公司", "group", False),
        ("栩川总公司", "group", False),
        ("栩川控股有限公司", "holding", False),
        ("栩川股份有限公司", "shares", False),
        ("栩川股份", "shares", False),
        ("栩川集团股份有限公司", "", False),  # may be called either
    ],
)
def test_what_a_firm_calls_itself(name, rank, plain):
    """A group, a holding, limited by shares, or nothing of the kind."""
    assert (_parts(name).rank, _parts(name).is_plain) == (rank, plain)


@pytest.mark.parametrize(
    ("name", "member"), [("栩川集团矿业有限公司", True), ("栩川矿业集团", False), ("栩川集团", False)]
)
def test_a_trade_in_a_group(name, member):
    """栩川集团矿业 is one firm of a group, 栩川矿业集团 is a group."""
    assert _parts(name).is_of_a_group is member


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("浙江栩川科技有限公司", ["浙江栩川科技", "栩川科技", "栩川", "浙江栩川"]),
        ("栩川集团有限公司", ["栩川集团", "栩川"]),
        ("栩川(中国)投资有限公司", ["栩川中国", "栩川投资", "栩川"]),
        ("栩川科技", []),
        ("科技有限公司", []),
        ("浙江有限公司", []),
    ],
)
def test_short_forms(name, forms):
    """Without legal form, place and trade; no trade and no place alone, and none of what is short already."""
    assert _forms(name) == forms


_PIECES = st.tuples(
    st.sampled_from(["", "浙江", "苏州市", "中国"]),
    st.text("栩岚澜霁屿", min_size=2, max_size=3),
    st.sampled_from(["", "科技", "智能科技", "机械", "集团矿业"]),
    st.sampled_from(["", "有限公司", "集团", "股份有限公司", "集团有限公司"]),
)


@settings(deadline=None)
@given(_PIECES)
def test_the_parts_make_up_the_name(pieces):
    """Places, core, trades and form in their order are the name again."""
    parts = _parts("".join(pieces))
    assert "".join((*parts.places, parts.core, *parts.trades, parts.form)) == "".join(pieces)
    assert parts.core == pieces[1]


@settings(deadline=None)
@given(_PIECES)
def test_short_forms_have_the_core_of_the_full_name(pieces):
    """Each is shorter, keeps what tells the firm from others, and stands once."""
    name = "".join(pieces)
    forms = _forms(name)
    assert len(set(forms)) == len(forms)
    assert all(pieces[1] in form and len(form) < len(name) for form in forms)
