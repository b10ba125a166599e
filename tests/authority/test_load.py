"""Lists of entities: what they may look like, and what each mistake says."""

from __future__ import annotations

import codecs
import re

import pytest

from graph.authority import load_authority
from graph.errors import EntitiesError

from .lists import CREDIT, listed, ontology

HEAD = "name,class,aliases,uscc,stock,id,locatedIn"
FULL = f"海川控股集团有限公司,Company,海川、海川集团,{CREDIT},600000.sh|00001.HK,Q42|https://example.org/1,青岛市"


def test_a_row_with_everything(tmp_path):
    """Names, class, codes, IRIs and relations of one row, with its line."""
    (entry,) = listed(tmp_path, HEAD, FULL).entries
    assert entry.names == ("海川控股集团有限公司", "海川", "海川集团")
    assert (entry.type, entry.where) == ("Company", "my.csv:2")
    assert entry.same_as == ("http://www.wikidata.org/entity/Q42", "https://example.org/1")
    assert entry.facts == (
        ("creditCode", CREDIT),
        ("stockCode", "600000.SH"),
        ("stockCode", "00001.HK"),
        ("locatedIn", "青岛市"),
    )


@pytest.mark.parametrize(
    "head", ["名称,类别,别名", "名稱,類別,簡稱", "Name , CLASS, Aliases", "zm:x 名称,类型,又名".replace("zm:x ", "")]
)
@pytest.mark.parametrize("kind", ["企业", "企業", "company", "zm:Company"])
def test_headers_and_classes_in_any_language(tmp_path, head, kind):
    """Columns and classes may be named in English or Chinese, in either script."""
    (entry,) = listed(tmp_path, head, f"甲川公司,{kind},甲川").entries
    assert (entry.type, entry.aliases) == ("Company", ("甲川",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_of_spreadsheets(tmp_path, encoding):
    """UTF-8 with and without a mark, UTF-16 with one, and GB18030."""
    assert listed(tmp_path, "名称,类别", "甲川公司,企业", encoding=encoding).entries[0].name == "甲川公司"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_delimiters_of_spreadsheets(tmp_path, mark):
    """Commas, semicolons and tabs part the cells."""
    assert listed(tmp_path, f"name{mark}class", f"甲川公司{mark}Company").entries[0].type == "Company"


def test_quoted_cells_and_empty_lines(tmp_path):
    """A quoted cell may hold the delimiter and a line break; the lines are those of the file."""
    found = listed(
        tmp_path, "name,class,aliases", '"甲川,乙岭公司",Company,"甲川\n|乙岭"', "", ",,", "丙江公司,Company,"
    )
    assert [(e.name, e.aliases, e.where) for e in found.entries] == [
        ("甲川,乙岭公司", ("甲川", "乙岭"), "my.csv:2"),
        ("丙江公司", (), "my.csv:6"),
    ]


def test_a_bar_wins_over_a_comma_of_lists(tmp_path):
    """Where a cell has bars, 、 is part of a name."""
    found = listed(tmp_path, "name,class,aliases", "甲川公司,Company,甲、乙川|甲川")
    assert found.entries[0].aliases == ("甲、乙川", "甲川")


def test_a_relation_leads_to_another_row(tmp_path):
    """The end of a relation may be a row that follows."""
    found = listed(tmp_path, "name,class,subsidiaryOf", "甲川公司,Company,乙岭集团", "乙岭集团,Company,")
    assert found.entries[0].facts == (("subsidiaryOf", "乙岭集团"),)


@pytest.mark.parametrize("written", ["2011-12-06", "2011/12/6", "2011年12月6日", "2011.12.06"])
def test_a_day_as_spreadsheets_write_it(tmp_path, written):
    """Whatever marks stand in it, a day is written as ISO 8601."""
    found = listed(tmp_path, "name,class,成立日期", f"甲川公司,Company,{written}")
    assert found.entries[0].facts == (("foundedOn", "2011-12-06"),)


MISTAKES = {
    ("name,aliases", "甲川公司,甲川"): r"my\.csv:1: no column class or 类别; ",
    ("class", "Company"): r"my\.csv:1: no column name or 名称; ",
    (
        "name,class,colour of hair",
        "甲川公司,Company,red",
    ): r"my\.csv:1: the column 'colour of hair' is unknown; use name",
    ("name,class,name", "甲川公司,Company,x"): r"my\.csv:1: two columns for name; ",
    ("name,class", "甲川公司,Firm"): r"my\.csv:2: Firm is no class of the ontology; use one, as Company",
    ("name,class", "甲川公司,"): r"my\.csv:2: no class; ",
    ("name,class", "甲川公司,Statement"): r"my\.csv:2: Statement is what Zhimai writes about texts; ",
    ("name,class", ",Company"): r"my\.csv:2: no name; ",
    ("class,name", "Company"): r"my\.csv:2: no name; ",
    ("name,class,aliases", "甲川公司,Company,甲"): r"my\.csv:2: “甲” has one character; ",
    (
        "name,class",
        "甲川公司,Company",
        "乙岭公司,Company",
        "甲川公司,Media",
    ): r"my\.csv:4: 甲川公司 is also in my\.csv:2; join",
    ("name,class", "甲川公司,Company,什么"): r"my\.csv:2: 3 cells under 2 columns; ",
    ("name,class,uscc", f"甲川公司,Company,{CREDIT[:-1]}4"): r"my\.csv:2: \w{18} is no unified social credit code; ",
    ("name,class,股票代码", "甲川公司,Company,600000"): r"my\.csv:2: 600000 is no stock code; .*600000\.SH",
    ("name,class,id", "甲川公司,Company,42"): r"my\.csv:2: 42 is no IRI; ",
    (
        "name,class,位于",
        "甲川公司,Company,某处",
    ): r"my\.csv:2: locatedIn: no row and no known place is called 某处; add a row",
    ("name,class,位于", "甲川公司,Company,朝阳区"): r"my\.csv:2: locatedIn: several places are called 朝阳区; ",
    (
        "name,class,位于",
        "甲川公司,Company,乙岭公司",
        "乙岭公司,Company,",
    ): r"my\.csv:2: locatedIn leads to a Place, and 乙岭公司 is none; ",
    (
        "name,class,heldIn",
        "甲川公司,Company,杭州市",
    ): r"my\.csv:2: heldIn is a property of Occasion, and 甲川公司 is a Company; ",
    ("name,class,foundedOn", "甲川公司,Company,去年"): r"my\.csv:2: 去年 is no AnyDate; write it as 2024",
    ("name,class", "甲川公司,Firm", "乙岭公司,"): r"my\.csv:2: .* \(and 1 more mistake\)",
    ("name,class,foundedOn", "甲川公司,Company,2024-13-45"): r"my\.csv:2: 2024-13-45 is no AnyDate; ",
    ("name,class,subsidiaryOf", "甲川公司,Company,甲川公司"): r"my\.csv:2: subsidiaryOf: 甲川公司 is 甲川公司 itself; ",
}


@pytest.mark.parametrize("lines", MISTAKES)
def test_mistakes_are_told(tmp_path, lines):
    """Each mistake is one line with file, line and remedy."""
    with pytest.raises(EntitiesError) as caught:
        listed(tmp_path, *lines)
    assert "\n" not in str(caught.value)
    assert re.match(MISTAKES[lines], str(caught.value)), str(caught.value)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", codecs.BOM_UTF8 + b"name,class\n\xff\xff\xff", b"name\0class"])
def test_what_is_no_text(tmp_path, data):
    """Bytes that are no text are told as such."""
    (tmp_path / "my.csv").write_bytes(data)
    with pytest.raises(EntitiesError, match=r"^my\.csv.*: "):
        load_authority([tmp_path / "my.csv"], ontology())


def test_a_file_that_is_not_there(tmp_path):
    """A missing file is named in full."""
    with pytest.raises(EntitiesError, match=r"nowhere\.csv: cannot be read: "):
        load_authority([tmp_path / "nowhere.csv"], ontology())


def test_names_in_two_files_are_compared(tmp_path):
    """The same name in two files is a mistake too."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("name,class\n甲川公司,Company\n", encoding="utf-8")
    with pytest.raises(EntitiesError, match=r"b\.csv:2: 甲川公司 is also in a\.csv:2"):
        load_authority([tmp_path / "a.csv", tmp_path / "b.csv"], ontology())


def test_an_empty_file(tmp_path):
    """A file without a line lacks its columns."""
    with pytest.raises(EntitiesError, match=r"my\.csv:1: no column name"):
        listed(tmp_path)
