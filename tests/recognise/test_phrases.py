"""Noun phrases are delimited by words and tags, given here by hand: ``苏州/LOC 大学/n``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.gazetteer import load_gazetteer
from graph.model import Document, Part, Script, Sentence, Text, Token
from graph.ontology import load_ontology
from graph.recognise.phrases import GENERIC_LEAD, belongs, left_edge, quoted_span, transitive_verbs
from graph.recognise.view import View

ONTOLOGY = load_ontology()


def view(tagged: str) -> View:
    """A text of one sentence from words with their tags."""
    words = [word.rpartition("/") for word in tagged.split()]
    key = "".join(word for word, _, _ in words)
    tokens, at = [], 0
    for word, _, tag in words:
        tokens.append(Token(at, at + len(word), tag))
        at += len(word)
    places = tuple(range(len(key)))
    ends = tuple(i + 1 for i in places)
    sentences = (Sentence(0, len(key), Part.BODY, 0),)
    text = Text(Document("d", "d.txt", key), key, key, places, ends, Script.HANS, sentences)
    return View(text, tuple(tokens), ONTOLOGY, load_gazetteer())


def name(tagged: str, head: str, **how) -> str:
    """What ``left_edge`` takes for the phrase that ends in ``head``."""
    seen = view(tagged)
    at = seen.key.rindex(head)
    return seen.key[left_edge(seen, at, **{"floor": 0, **how}) : at + len(head)]


@pytest.mark.parametrize(
    ("tagged", "head", "phrase"),
    [
        ("参观/v 霁川/nz 智能/n 公司/n", "公司", "霁川智能公司"),
        ("来自/v 苏州/LOC 大学/n", "大学", "苏州大学"),
        ("林知远/PER 与/c 甲州/LOC 技术/n 协会/n", "协会", "甲州技术协会"),
        ("霁川/nz 的/u 公司/n", "公司", "公司"),
        ("霁川/nz ，/w 公司/n", "公司", "公司"),
        ("公司/n", "公司", "公司"),
    ],
)
def test_a_phrase_begins_where_its_nominal_words_begin(tagged, head, phrase):
    """Names and nouns before the head belong; particles, verbs, conjunctions and punctuation do not."""
    assert name(tagged, head) == phrase


def test_a_modifier_inside_belongs():
    """An adjective between nouns is part of the name."""
    assert name("在/p 甲州/LOC 新/a 能源/n 公司/n", "公司") == "甲州新能源公司"


@pytest.mark.parametrize("word", ["位于", "来自", "该", "一批", "以及", "等"])
def test_words_that_introduce_a_name_are_no_part_of_it(word):
    """Whatever tag the tagger gives them."""
    assert name(f"{word}/n 苏州/LOC 大学/n", "大学") == "苏州大学"


@pytest.mark.parametrize("lead", ["著名", "全球", "首个", "众多", "国家级"])
def test_praise_before_a_name_is_cut_off(lead):
    """A qualifier that fits every name is no part of one."""
    assert name(f"{lead}/a 甲州/LOC 大学/n", "大学") == "甲州大学"
    assert GENERIC_LEAD.match(lead)


def test_a_bracketed_place_inside_a_name_belongs_to_it():
    """乙国(甲州)交易会 is one name."""
    assert name("参加/v 乙国/LOC (/w 甲州/LOC )/w 国际/n 交易会/n", "交易会") == "乙国(甲州)国际交易会"


def test_a_floor_is_never_crossed():
    """What a mention before has taken stays with it."""
    assert name("霁川/nz 智能/n 公司/n", "公司", floor=2) == "智能公司"


def test_a_phrase_has_a_greatest_length():
    """A word that would begin too far to the left is left out."""
    assert name("甲乙丙丁戊/nz 己庚辛壬癸/nz 公司/n", "公司", longest=5) == "己庚辛壬癸公司"


@pytest.mark.parametrize(("loose", "phrase"), [(True, "节能减排项目"), (False, "项目")])
def test_a_loose_phrase_takes_in_verbs_that_take_no_object(loose, phrase):
    """Facilities and programmes are named by what they do."""
    assert name("节能/v 减排/v 项目/n", "项目", loose=loose) == phrase


def test_a_verb_that_takes_an_object_ends_even_a_loose_phrase():
    """打造, 建设 and their like stand before a name."""
    assert name("打造/v 物流/n 项目/n", "项目", loose=True) == "物流项目"


def test_a_word_with_the_same_head_closes_a_name_of_its_own():
    """Two universities side by side are two."""
    assert name("甲州大学/ORG 乙州/LOC 大学/n", "大学") == "乙州大学"


def test_a_national_word_begins_a_name():
    """国家 begins 国家实验室, and nothing before it belongs."""
    assert name("机电/n 国家/n 重点/n 实验室/n", "实验室") == "国家重点实验室"


@pytest.mark.parametrize(
    ("word", "tag", "inside"),
    [
        ("苏州", "LOC", True),
        ("智能", "n", True),
        ("新", "a", True),
        ("第一", "m", True),
        ("三个", "m", False),
        ("300家", "m", False),
        ("展出", "v", False),
        ("和", "c", False),
        ("，", "w", False),
        ("的", "n", False),
        ("其中", "n", False),
    ],
)
def test_which_words_can_stand_inside_a_name(word, tag, inside):
    """Nominal words, adjectives and numerals that count nothing can; verbs, counts and function words cannot."""
    seen = view(f"{word}/{tag}")
    assert belongs(seen, seen.tokens[0], loose=False) is inside


@pytest.mark.parametrize(("word", "inside"), [("减排", True), ("展出", False), ("用", False)])
def test_which_verbs_a_loose_phrase_takes(word, inside):
    """Those of two characters that are not known to take an object."""
    seen = view(f"{word}/v")
    assert belongs(seen, seen.tokens[0], loose=True) is inside


def test_verbs_are_words_of_the_simplified_script():
    """The list holds words, no comments and no blanks."""
    verbs = transitive_verbs()
    assert {"展出", "打造", "位于"} <= verbs
    assert not [verb for verb in verbs if "#" in verb or not verb.strip()]


@given(
    st.lists(st.sampled_from(("苏州/LOC", "智能/n", "新/a", "展出/v", "的/u", "，/w", "三家/m", "国家/n")), max_size=8)
)
def test_an_edge_lies_between_the_floor_and_the_head(words):
    """Whatever stands before the head, the phrase begins before it or at it, and holds no punctuation."""
    seen = view(" ".join([*words, "公司/n"]))
    at = len(seen.key) - 2
    for floor in range(at + 1):
        for loose in (True, False):
            edge = left_edge(seen, at, floor=floor, loose=loose)
            assert floor <= edge <= at
            assert "，" not in seen.key[edge:at]


@pytest.mark.parametrize(
    ("key", "inner"),
    [
        ("推出“云帆机器人”新品", "云帆机器人"),
        ("“云帆”与“星槎机器人”", "星槎机器人"),
        ("推出云帆机器人", None),
        ("“云帆”牌机器人", None),
        ("推出“云帆机器人", None),
        ("推出云帆机器人”", None),
    ],
)
def test_quotation_marks_around_a_place_are_found(key, inner):
    """The innermost pair that is open there; none where a mark is missing or closed before."""
    seen = view(f"{key}/n")
    span = quoted_span(seen, key.index("机器人"))
    assert (key[slice(*span)] if span else None) == inner


def test_quotation_marks_of_another_sentence_do_not_count():
    """A pair is looked for within the sentence."""
    key = "他说“好。机器人”"
    seen = view(f"{key}/n")
    halves = (Sentence(0, 5, Part.BODY, 0), Sentence(5, len(key), Part.BODY, 0))
    text = seen.text
    cut = Text(text.document, text.clean, text.key, text.starts, text.ends, text.script, halves)
    assert quoted_span(View(cut, seen.tokens, ONTOLOGY, seen.gazetteer), 5) is None
    assert quoted_span(seen, 5) == (3, 8)
