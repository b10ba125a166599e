"""Each format of annotated sets, in miniature: what is read of it."""

from __future__ import annotations

import json

import pytest

from graph.errors import InputError
from graph.evaluate.readers import read_samples
from graph.evaluate.values import Pair, Span

TEXT = "林知遠任衡嶼電子董事長"


def _read(tmp_path, form, content):
    (tmp_path / "set").write_text(content, "utf-8")
    return read_samples([tmp_path / "set"], form)


def _lines(*rows):
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"


def test_the_last_character_of_a_cluener_span_counts_in(tmp_path):
    """[0, 2] is three characters."""
    label = {"company": {"衡嶼電子": [[4, 7]]}, "name": {"林知遠": [[0, 2]]}}
    (sample,) = _read(tmp_path, "cluener", _lines({"text": TEXT, "label": label}))
    assert sample.spans == (Span(0, 3, "name"), Span(4, 8, "company"))


def test_iob_tokens_are_found_in_a_text_with_blanks(tmp_path):
    """Two B- in a row are two names, and a blank between Latin words counts."""
    content = "# sent_id = 1\n# text = 林知遠訪問 New York\n1\t林知遠\tB-PER\t-\t-\n2\t訪問\tO\t-\t-\n3\tNew\tB-LOC\t-\t-\n4\tYork\tI-LOC\t-\t-\n\n"
    (sample,) = _read(tmp_path, "iob", content)
    assert sample.spans == (Span(0, 3, "PER"), Span(6, 14, "LOC"))
    assert sample.text[6:14] == "New York"


@pytest.mark.parametrize(
    "rows",
    [
        "林 B-NAME\n知 M-NAME\n遠 E-NAME\n在 O\n蘇 B-LOC\n州 E-LOC",
        "林0\tB-NAME\n知1\tI-NAME\n遠2\tI-NAME\n在0\tO\n蘇0\tB-LOC\n州1\tI-LOC",
    ],
)
def test_a_character_a_line_makes_a_sentence_a_block(rows, tmp_path):
    """BMES as ResumeNER writes it, and BIO with the number in its word as WeiboNER does."""
    first, second = _read(tmp_path, "characters", f"{rows}\n\n衡 S-NAME\n")
    assert (first.text, first.spans) == ("林知遠在蘇州", (Span(0, 3, "NAME"), Span(4, 6, "LOC")))
    assert (second.text, second.spans) == ("衡", (Span(0, 1, "NAME"),))


def test_rows_of_one_sentence_are_one_sample(tmp_path):
    """FinRE has a row a pair; what recurs is there once."""
    row = "衡嶼電子\t雲岫重工\t收購\t衡嶼電子收購雲岫重工\n"
    (sample,) = _read(tmp_path, "finre", f"{row}{row}雲岫重工\t衡嶼電子\t被收購\t衡嶼電子收購雲岫重工\n")
    assert sample.pairs == (Pair("衡嶼電子", "收購", "雲岫重工"), Pair("雲岫重工", "被收購", "衡嶼電子"))


def test_duie_objects_are_read_by_their_value(tmp_path):
    """The object of a DuIE fact is a record; its @value is the name."""
    fact = {"subject": "衡嶼電子", "predicate": "董事长", "object": {"@value": "林知遠"}}
    (sample,) = _read(tmp_path, "duie", _lines({"text": TEXT, "spo_list": [fact]}))
    assert sample.pairs == (Pair("衡嶼電子", "董事长", "林知遠"),)


def test_participants_of_an_event_are_pairs_by_their_roles(tmp_path):
    """Both directions are listed, and what is no participant (a date, the trigger) is in none."""
    mentions = [
        {"word": "衡嶼電子", "role": "sub-org"},
        {"word": "收購", "role": "trigger"},
        {"word": "雲岫重工", "role": "obj-org"},
    ]
    row = {"content": "衡嶼電子收購雲岫重工", "events": [{"type": "收購", "mentions": mentions}]}
    (sample,) = _read(tmp_path, "fewfc", _lines(row))
    assert set(sample.pairs) == {
        Pair("衡嶼電子", "收購:sub-org>obj-org", "雲岫重工"),
        Pair("雲岫重工", "收購:obj-org>sub-org", "衡嶼電子"),
    }


@pytest.mark.parametrize(
    ("form", "content"), [("cluener", "{"), ("finre", "two\tcolumns"), ("duie", '{"text": "x"}'), ("iob", "1\t林\tO")]
)
def test_a_file_of_another_format_is_said_to_be_one(form, content, tmp_path):
    """The error names the file and the format."""
    with pytest.raises(InputError, match=form) as error:
        _read(tmp_path, form, content)
    assert str(tmp_path / "set") in str(error.value)
