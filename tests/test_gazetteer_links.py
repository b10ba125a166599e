"""What lists say of places and bodies: names that they had, where they lie, what others call them."""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import OntologyError
from graph.gazetteer import load_gazetteer
from graph.resources import ontology_dir
from graph.script import normal_form

GAZETTEER = load_gazetteer()
FOLDER = ontology_dir() / "gazetteer"
DIVISIONS = [place for place in GAZETTEER.places.values() if place.code.isdigit()]
CITIES = [place for place in DIVISIONS if place.type in ("Province", "City")]
CHANGED = [place for place in DIVISIONS if place.former]


def rows(file):
    """The rows of a shipped CSV file."""
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def only(name):
    """The one place of a name, which may be in either script."""
    (place,) = GAZETTEER.by_name[normal_form(name)]
    return place


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped CSV files, to be changed."""
    return shutil.copytree(FOLDER, tmp_path / "gazetteer")


@pytest.mark.parametrize(
    ("former", "now", "code"),
    [
        ("廣德縣", "广德市", "341882"),
        ("崇文区", "东城区", "110101"),
        ("襄樊市", "襄阳市", "420600"),
        ("襄樊", "襄阳市", "420600"),
        ("思茅市", "普洱市", "530800"),
        ("铜山县", "铜山区", "320312"),
        ("中甸县", "香格里拉市", "533401"),
        ("池州地区", "池州市", "341700"),
        ("南通县", "通州区", "320612"),
        ("汉阳县", "蔡甸区", "420114"),
    ],
)
def test_a_former_name_is_a_name_of_what_bears_another_now(former, now, code):
    """Both names lead to one place, which has the code of today."""
    assert (only(former).name, only(former).code) == (now, code)


@pytest.mark.parametrize(
    ("name", "code"), [("巢湖市", "340181"), ("江北区", "330205"), ("通州区", "110112"), ("朝阳区", "110105")]
)
def test_a_name_that_is_borne_today_stays_with_its_bearer(name, code):
    """巢湖市 was a prefecture once; today it is the county-level city, and nothing else goes by it."""
    found = GAZETTEER.by_name[name]
    assert code in {place.code for place in found}
    assert all(name == place.name for place in found)


@pytest.mark.parametrize("name", ["莱芜市", "巢湖地区", "苏州地区"])
def test_what_was_divided_leads_to_nothing(name):
    """Of several successors none is guessed."""
    assert name not in GAZETTEER.by_name


@pytest.mark.parametrize(("name", "above", "code"), [("無錫縣", "无锡市", "320222"), ("江干区", "杭州市", "330106")])
def test_a_dissolved_county_is_a_place_of_its_own(name, above, code):
    """It lies in what it was part of, has the code of its time and none of today."""
    place = only(name)
    assert (place.id, place.code, place.former[0].code[:4]) == (f"place/{place.name}", "", code[:4])
    assert next(GAZETTEER.ancestors(place)).name == above


def test_no_former_name_is_a_present_one():
    """A name of today is never shared with a place that had it."""
    present = {normal_form(place.name) for place in DIVISIONS}
    assert [one for place in CHANGED for one in place.former if normal_form(one.name) in present] == []


def test_short_names_are_as_ambiguous_as_they_were():
    """广德 means what it meant; the short form of a former name is added only where no place had it."""
    assert [place.name for place in GAZETTEER.by_name["广德"]] == ["广德市"]
    assert [place.name for place in GAZETTEER.by_name["思茅"]] == ["思茅区"]


@pytest.mark.parametrize("name", ["襄樊", "蓟县", "崇文"])
def test_what_may_be_a_word_is_weak(name):
    """Short forms and names of two characters count where the tagger agrees."""
    assert name in GAZETTEER.weak


def test_why_a_former_name_is_this_place():
    """The reason names both, the code and the year; a name of today has the code alone."""
    place = only("广德市")
    assert place.why("广德县") == "gazetteer: 广德县 is 广德市 341882 since 2019"
    assert place.why("广德") == "gazetteer: 广德市 341882"
    assert only("襄樊市").why("襄樊") == "gazetteer: 襄樊 is 襄阳市 420600 since 2010"


@given(st.sampled_from(CHANGED))
def test_every_former_name_leads_to_its_place(place):
    """By each of its names, with a reason; codes have six digits, years lie between the first list and today."""
    for one in place.former:
        assert place in GAZETTEER.by_name[normal_form(one.name)]
        assert f"{normal_form(one.name)} is {place.name}" in place.why(normal_form(one.name))
        assert re.fullmatch(r"\d{6}", one.code)
        assert one.until == "" or 1981 <= int(one.until) <= 2026


def test_former_names_stand_once():
    """One row for each name and what it is now."""
    found = Counter((row["name"], row["now"]) for row in rows("former-divisions.csv"))
    assert [key for key, count in found.items() if count > 1] == []


def test_the_list_of_former_names_says_what_the_codes_mean():
    """The name of today beside each code is that of the division."""
    names = {place.code: place.name for place in DIVISIONS}
    assert [row for row in rows("former-divisions.csv") if names[row["now"]] != row["current"]] == []


def test_a_code_that_nothing_has_is_an_error(folder):
    """The error names the file and the code, and says what to write."""
    with (folder / "former-divisions.csv").open("a", encoding="utf-8") as file:
        file.write("甲乙县,000000,999999,甲乙市,2001,renamed\n")
    with pytest.raises(OntologyError, match="999999") as caught:
        load_gazetteer(folder)
    assert (caught.value.where, "341882" in caught.value.remedy) == ("former-divisions.csv", True)


def test_a_former_name_of_ones_own(folder):
    """A row that a user adds counts at once."""
    with (folder / "former-divisions.csv").open("a", encoding="utf-8") as file:
        file.write("甲乙县,329999,320500,苏州市,2001,renamed\n")
    assert [place.name for place in load_gazetteer(folder).by_name["甲乙县"]] == ["苏州市"]


def test_every_province_and_city_has_a_point_in_china():
    """Latitude and longitude in degrees, the latitude first."""
    points = {place.name: tuple(map(float, place.point)) for place in CITIES}
    assert len(points) == len(CITIES) == 367
    assert [name for name, (lat, long) in points.items() if not (16 < lat < 53.6 and 73.5 < long < 135.1)] == []


@pytest.mark.parametrize(
    ("name", "lat", "long"),
    [
        ("苏州市", 31.3, 120.6),
        ("宿州市", 33.6, 117.0),
        ("北京市", 39.9, 116.4),
        ("乌鲁木齐市", 43.8, 87.6),
        ("三亚市", 18.25, 109.5),
        ("大兴安岭地区", 50.4, 124.1),
        ("浙江省", 30.3, 120.2),
        ("香港特别行政区", 22.3, 114.2),
        ("昆山市", 31.4, 120.95),
    ],
)
def test_points_are_where_an_atlas_has_them(name, lat, long):
    """A province lies where its seat is."""
    assert tuple(map(float, only(name).point)) == pytest.approx((lat, long), abs=0.15)


def test_no_two_provinces_share_a_point():
    """Places at one point are of one province: a city and what it is the seat of."""
    found = defaultdict(set)
    for place in DIVISIONS:
        if place.point:
            found[place.point].add(place.code[:2])
    assert [point for point, codes in found.items() if len(codes) > 1] == []


def test_counties_lie_near_their_city():
    """In the largest prefectures they are 500 km away, which is less than 5 degrees of latitude."""
    by_code = {place.code: place for place in DIVISIONS}
    pairs = [(place, by_code.get(f"{place.code[:4]}00")) for place in DIVISIONS if place.point]
    far = [p.name for p, above in pairs if above and abs(float(p.point[0]) - float(above.point[0])) > 5]
    assert far == []


@pytest.mark.parametrize(
    ("name", "item"), [("中国", "Q148"), ("日本", "Q17"), ("丹麦", "Q35"), ("江苏省", "Q16963"), ("澳门", "Q14773")]
)
def test_countries_and_provinces_have_their_item(name, item):
    """As the packages have them that docs/linking.md names."""
    assert f"http://www.wikidata.org/entity/{item}" in only(name).same_as


def test_no_two_things_are_the_same_elsewhere():
    """An IRI is that of one place or body."""
    bodies = {body.name: body.item for body in GAZETTEER.bodies.values() if body.item}
    found = Counter([*(iri for place in GAZETTEER.places.values() for iri in place.same_as), *bodies.values()])
    assert [iri for iri, count in found.items() if count > 1] == []
    assert all(
        re.fullmatch(r"http://www\.wikidata\.org/entity/Q\d+|https://sws\.geonames\.org/\d+/", iri) for iri in found
    )


def test_every_item_is_that_of_something_known():
    """No row of the list is of a place or body that the gazetteer lacks."""
    codes = {place.code for place in GAZETTEER.places.values()}
    weak = (body for found in GAZETTEER.weak_bodies.values() for body in found)
    names = {body.name for body in (*GAZETTEER.bodies.values(), *weak)}
    lost = [
        row for row in rows("wikidata.csv") if (row["code"] not in codes if row["code"] else row["name"] not in names)
    ]
    assert lost == []


def test_a_bank_has_its_item_under_all_its_names():
    """招行 is 招商银行."""
    assert GAZETTEER.bodies["招行"].item == "http://www.wikidata.org/entity/Q1073327"


@pytest.mark.parametrize("name", ["中国石油天然气集团有限公司", "中国移动通信集团有限公司"])
def test_a_group_whose_listed_firm_has_its_name_has_no_item(name):
    """An item of the name may be that of either."""
    assert GAZETTEER.bodies[name].item == ""
