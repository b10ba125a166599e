"""What is known before any article is read, and how it is found in one."""

from __future__ import annotations

import csv
import itertools
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.clean import normal_form
from graph.errors import OntologyError
from graph.gazetteer import CHINA, load_gazetteer, longest_matches, short_name
from graph.ontology import load_ontology
from graph.resources import ontology_dir

BODIES = ("bodies.csv", "institutions.csv", "firms.csv", "clubs.csv", "sites.csv")
FILES = (
    *(
        "groups.csv",
        "abbreviations.csv",
        "countries.csv",
        "policies.csv",
        "places.csv",
        "support.csv",
        "firm-names.csv",
        "former-divisions.csv",
        "geonames.csv",
        "wikidata.csv",
    ),
    *BODIES,
)
GAZETTEER = load_gazetteer()
DIVISIONS = [place for place in GAZETTEER.places.values() if place.code.isdigit()]


def only(name):
    """The one place of a name, which may be in either script."""
    (place,) = GAZETTEER.by_name[normal_form(name)]
    return place


@pytest.fixture
def folder(tmp_path) -> Path:
    """A copy of the shipped CSV files, to be spoilt."""
    return Path(shutil.copytree(ontology_dir() / "gazetteer", tmp_path / "gazetteer"))


def rows(file: str) -> list[dict[str, str]]:
    """The rows of a shipped CSV file."""
    with (ontology_dir() / "gazetteer" / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def several(cell: str) -> list[str]:
    """The names in a cell."""
    return [name for name in cell.split("|") if name]


def append(path: Path, row: str) -> None:
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(f"{row}\n")


def test_every_division_has_a_code_of_six_digits_of_its_own():
    """GB/T 2260 codes are six digits, and none is given twice."""
    assert {len(place.code) for place in DIVISIONS} == {6}
    assert len({place.code for place in DIVISIONS}) == len(DIVISIONS) > 3000


@pytest.mark.parametrize(
    ("name", "code", "type"),
    [
        ("江苏省", "320000", "Province"),
        ("苏州市", "320500", "City"),
        ("昆山市", "320583", "District"),
        ("浦东新区", "310115", "District"),
        ("上海市", "310000", "Province"),
        ("台湾省", "710000", "Province"),
        ("香港特别行政区", "810000", "Province"),
        ("延边朝鲜族自治州", "222400", "City"),
    ],
)
def test_divisions_carry_their_code_and_class(name, code, type):
    """Provinces, prefectures and what lies below have the classes of the ontology."""
    assert (only(name).code, only(name).type) == (code, type)


def test_a_place_knows_what_it_is_part_of():
    """From 昆山 up: 苏州, 江苏, China."""
    names = [place.name for place in GAZETTEER.ancestors(only("昆山市"))]
    assert names == ["苏州市", "江苏省", "中国"]


def test_a_municipality_holds_its_districts_directly():
    """Nothing stands between 浦东新区 and 上海."""
    assert [place.name for place in GAZETTEER.ancestors(only("浦东新区"))] == ["上海市", "中国"]


def test_every_parent_and_member_is_a_known_place():
    """No reference leads into nothing."""
    named = {id for place in GAZETTEER.places.values() for id in (place.parent, *place.members)}
    assert named - {""} <= set(GAZETTEER.places)


def test_every_way_up_ends_in_china():
    """A division lies in China, however deep it is."""
    assert {list(GAZETTEER.ancestors(place))[-1].id for place in DIVISIONS} == {CHINA}


def test_a_name_that_several_places_bear_gives_them_all():
    """Which 鼓楼区 is meant, the text must say."""
    found = GAZETTEER.by_name["鼓楼区"]
    assert len(found) > 1
    assert len({place.id for place in found}) == len(found)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("苏州市", "苏州"),
        ("江苏省", "江苏"),
        ("浦东新区", "浦东"),
        ("广西壮族自治区", "广西"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"),
        ("延边朝鲜族自治州", "延边"),
        ("恩施土家族苗族自治州", "恩施"),
        ("阜新蒙古族自治县", "阜新"),
        ("伊犁哈萨克自治州", "伊犁"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"),
        ("龙胜各族自治县", "龙胜"),
        ("管城回族区", "管城"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("大兴安岭地区", "大兴安岭"),
        ("神农架林区", "神农架"),
        ("香港特别行政区", "香港"),
        ("东乡族自治县", "东乡"),
        ("鄂温克族自治旗", "鄂温克"),
    ],
)
def test_short_names_leave_out_what_a_place_is(full, short):
    """The kind of division and the peoples of an autonomous one go."""
    assert short_name(full) == short


@pytest.mark.parametrize("name", ["和县", "城区", "沙市", "中国"])
def test_nothing_is_shortened_to_less_than_two_characters(name):
    """和 alone is no name."""
    assert short_name(name) == name


def test_every_short_name_begins_its_full_name():
    """No division's short name is 自治, a kind of division, or a lone character."""
    wrong = [
        (place.name, short)
        for place in DIVISIONS
        for short in [short_name(place.name)]
        if len(short) < 2 or not place.name.startswith(short) or "自治" in short
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["苏州", "苏州市", "江苏", "昆山市"])
def test_names_that_are_places_wherever_they_stand(name):
    """Full names, and the short names of provinces and prefectures."""
    assert name not in GAZETTEER.weak


@pytest.mark.parametrize("name", ["昆山", "浦东", "和县", "城区"])
def test_weak_names_need_the_taggers_word(name):
    """A district's short name, and a full name of two characters, may be a word of another kind."""
    assert name in GAZETTEER.weak
    assert name in GAZETTEER.by_name


def test_every_name_is_in_normal_form():
    """Names are looked up in the normal form of a text, so that one that is not could never be found."""
    assert [name for name in (*GAZETTEER.by_name, *GAZETTEER.bodies) if normal_form(name) != name] == []


def test_a_group_knows_its_members():
    """三省一市 names what 长三角 names: three provinces and a municipality."""
    group = only("三省一市")
    assert group is only("長三角")
    assert [GAZETTEER.places[id].name for id in group.members] == ["上海市", "江苏省", "浙江省", "安徽省"]


@pytest.mark.parametrize(("traditional", "simplified"), [("義大利", "意大利"), ("紐西蘭", "新西兰"), ("韓國", "韩国")])
def test_countries_go_by_both_their_names(traditional, simplified):
    """What one script's readers call a country is the same place as what the other's do."""
    assert only(traditional) is only(simplified)
    assert only(simplified).type == "Country"


@pytest.mark.parametrize("name", ["香港", "澳门", "台湾"])
def test_divisions_are_not_countries(name):
    """CLDR lists these as territories; here they are divisions with a code, and only that."""
    assert {place.type for place in GAZETTEER.by_name[name]} == {"Province"}


def test_continents_are_regions():
    """They are named in news and have no code."""
    assert (only("欧洲").type, only("欧洲").code) == ("Region", "")


@pytest.mark.parametrize(
    ("character", "name"), [("沪", "上海市"), ("苏", "江苏省"), ("皖", "安徽省"), ("渝", "重庆市")]
)
def test_one_character_names_stand_for_a_place(character, name):
    """苏浙沪皖 are four places."""
    assert GAZETTEER.characters[character].name == name


def test_only_some_characters_may_stand_alone():
    """在沪 is a place; 苏 and 云 alone are mostly something else."""
    assert "沪" in GAZETTEER.alone
    assert not {"苏", "云", "新", "台", "青", "黑"} & GAZETTEER.alone
    assert set(GAZETTEER.characters) >= GAZETTEER.alone


def test_a_body_is_found_by_each_of_its_names():
    """国家发改委 and 发改委 are one body."""
    body = GAZETTEER.bodies["国家发改委"]
    assert GAZETTEER.bodies["发改委"] is body
    assert (body.name, body.type) == ("国家发展和改革委员会", "GovernmentBody")


def test_no_two_bodies_share_a_name_that_counts_anywhere():
    """Each strong name stands once in all the files; what several bodies go by is weak."""
    strong = [
        normal_form(name)
        for file in BODIES
        for row in rows(file)
        for name in (row["name"], *several(row["aliases"]))
        if name not in several(row["weak"])
    ]
    assert [name for name, count in Counter(strong).items() if count > 1] == []
    assert not GAZETTEER.weak_bodies.keys() & set(strong)


@pytest.mark.parametrize("file", [*BODIES, "places.csv", "firm-names.csv"])
def test_no_known_name_has_one_character(file):
    """One character is a name only in abbreviations.csv."""
    named = [(row["name"], *several(row.get("aliases", "")), *several(row.get("weak", ""))) for row in rows(file)]
    assert [name for names in named for name in names if len(name) < 2 or name != name.strip()] == []


@pytest.mark.parametrize("file", [*BODIES, "places.csv"])
def test_every_known_thing_has_a_class_of_the_ontology(file):
    """A class that the ontology lacks would be lost."""
    assert {row["type"] for row in rows(file)} <= set(load_ontology().classes)


def test_support_is_given_for_classes_of_the_ontology():
    """Words that bear out the names of a class that is none would never count."""
    assert GAZETTEER.support.keys() <= set(load_ontology().classes)


@pytest.mark.parametrize(("name", "full"), [("公牛", "芝加哥公牛"), ("苹果", "苹果公司"), ("大众", "大众汽车")])
def test_a_weak_name_is_apart_from_those_that_count_anywhere(name, full):
    """It leads to its body, but only for those who ask whether the text bears it out."""
    assert [body.name for body in GAZETTEER.weak_bodies[name]] == [full]
    assert name not in GAZETTEER.bodies


def test_firms_of_which_only_the_name_is_known_are_companies():
    """The list out of FinRE has nothing but names."""
    assert {GAZETTEER.bodies[normal_form(row["name"])].type for row in rows("firm-names.csv")} == {"Company"}


@pytest.mark.parametrize(
    ("name", "other", "type", "within"),
    [
        ("三藩市", "旧金山", "City", "美国"),
        ("加州", "加利福尼亚州", "Province", "美国"),
        ("北海道", "北海道", "Province", "日本"),
        ("首尔", "汉城", "City", "韩国"),
    ],
)
def test_a_place_abroad_knows_its_country(name, other, type, within):
    """By any of its names it is the same place, in the country it lies in."""
    assert only(name) is only(other)
    assert (only(name).type, [place.name for place in GAZETTEER.ancestors(only(name))]) == (type, [within])


@pytest.mark.parametrize("name", ["苏联", "中东", "太平洋"])
def test_some_places_lie_in_no_country(name):
    """States of the past, regions and seas."""
    assert list(GAZETTEER.ancestors(only(name))) == []


def test_no_place_of_the_list_has_the_name_of_a_division():
    """西湖 is a district in two cities: a lake of that name beside them would make the one of the other."""
    divisions = {name for place in DIVISIONS for name in map(normal_form, (*place.names, *place.weak))}
    named = [
        name for row in rows("places.csv") for name in (row["name"], *several(row["aliases"]), *several(row["weak"]))
    ]
    assert divisions.intersection(map(normal_form, named)) == set()


def test_a_policy_is_found_by_each_of_its_names():
    """Every name leads to the full one, which leads to itself."""
    assert GAZETTEER.policies
    assert all(GAZETTEER.policies[full.casefold()] == full for full in GAZETTEER.policies.values())


@pytest.mark.parametrize(
    ("file", "row"),
    [
        ("groups.csv", "某地,,江苏省|无此省"),
        ("abbreviations.csv", "无,无此省,no"),
        ("places.csv", "某湖,Place,无此省,,"),
    ],
)
def test_a_row_that_names_an_unknown_place_is_an_error(folder, file, row):
    """The error names the file and the place, and says what to write."""
    append(folder / file, row)
    with pytest.raises(OntologyError, match="无此省") as caught:
        load_gazetteer(folder)
    assert file in caught.value.where
    assert "江苏省" in caught.value.remedy


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_an_error(folder, file):
    """Without one of its files there is no gazetteer."""
    (folder / file).unlink()
    with pytest.raises(OntologyError) as caught:
        load_gazetteer(folder)
    assert file in caught.value.where
    assert caught.value.remedy


@pytest.mark.parametrize("file", FILES)
def test_a_file_without_its_header_is_an_error(folder, file):
    """A column that is missing is the user's mistake, and is told as one."""
    lines = (folder / file).read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / file).write_text("".join(lines[1:]), encoding="utf-8")
    with pytest.raises(OntologyError) as caught:
        load_gazetteer(folder)
    assert file in caught.value.where


def test_a_file_in_another_encoding_is_an_error(folder):
    """A spreadsheet that saved GB 18030 is told from a good file."""
    text = (folder / "bodies.csv").read_text(encoding="utf-8")
    (folder / "bodies.csv").write_bytes(text.encode("gb18030"))
    with pytest.raises(OntologyError) as caught:
        load_gazetteer(folder)
    assert "bodies.csv" in caught.value.where


def test_a_byte_order_mark_does_no_harm(folder):
    """Spreadsheets put one before UTF-8."""
    text = (folder / "bodies.csv").read_text(encoding="utf-8")
    (folder / "bodies.csv").write_text(text, encoding="utf-8-sig")
    assert load_gazetteer(folder).bodies == GAZETTEER.bodies


def test_rows_of_ones_own_are_known(folder):
    """A group, an abbreviation and a body that a user adds stand beside the shipped ones."""
    append(folder / "groups.csv", "甲乙两省,甲乙,江苏省|浙江省")
    append(folder / "bodies.csv", "甲州市商务局,GovernmentBody,甲商局")
    mine = load_gazetteer(folder)
    assert mine.by_name["甲乙"][0].members == ("place/江苏省", "place/浙江省")
    assert mine.bodies["甲商局"].name == "甲州市商务局"


NAMES = dict.fromkeys(("甲乙", "甲乙丙", "丙丁", "乙丙丁戊"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲乙丙", ["甲乙丙"]),
        ("甲乙丁", ["甲乙"]),
        ("甲乙丙丁", ["甲乙丙"]),
        ("在甲乙和丙丁", ["甲乙", "丙丁"]),
        ("甲甲乙", ["甲乙"]),
        ("乙丙丁戊", ["乙丙丁戊"]),
        ("乙丙丁", ["丙丁"]),
        ("甲", []),
        ("", []),
    ],
)
def test_the_longest_name_wins_from_left_to_right(text, found):
    """Of two names at one place the longer counts, and what it covers is used up."""
    assert [text[start:end] for start, end in longest_matches(text, NAMES)] == found


@given(st.text("甲乙丙丁戊己", max_size=30))
def test_matches_are_names_in_order_without_overlap(text):
    """Every span is a name; each begins where the one before it has ended, or later."""
    spans = list(longest_matches(text, NAMES))
    assert all(text[start:end] in NAMES for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@given(st.text("甲乙丙丁戊己", max_size=30))
def test_no_name_is_left_standing_between_matches(text):
    """What lies between the matches holds no name."""
    at = 0
    for start, end in [*longest_matches(text, NAMES), (len(text), len(text))]:
        assert not any(name in text[at:start] for name in NAMES)
        at = end


def test_the_gazetteer_is_read_once():
    """All stages share one."""
    assert load_gazetteer() is GAZETTEER
