"""Sentences read with the shipped ontology, and pieces of made-up news for the properties."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import strategies as st

from graph.clean import clean
from graph.model import Document, Mention, Reading
from graph.ontology import Ontology, load_ontology
from graph.recognise import recognise

Recognised = Callable[..., Reading]

PIECES = (
    "第三届东湖国际茶叶博览会 青禾集团 江蘇雲嵐智能裝備有限公司 (以下简称“云岚智能”) 云岚智能 浙江省农业农村厅 虹桥理工大学 云杉研究院 杭州市 蘇州 沪苏浙皖 "
    "长三角 三省一市 无锡 董事长 沈知远 采茶机器人 多目视觉技术 《茶机推广行动方案》 绿色茶机展区 东湖国际会展中心 本届 该公司 该产品 其 参展企业 位于 在 于 由 与 和 、 的 "
    "举行 主办 承办 展出了 带来 研发 生产 应用于 等领域 等一系列产品 收购 签署 成立于 将 没有 表示 : “ ” 1987年 6月5日至9日 去年 近1000家 22亿元 同比增长15% 三分之一 "
    "占全省 5万平方米 超过 以上 记者 , 。 ， ？ ( ) \n \n\n A 5G 𠮷 é"
).split(" ")

news = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=40),
)


@cache
def shipped() -> Ontology:
    """The ontology that ships, read once."""
    return load_ontology()


def read(source: str, title: str = "", published: str = "", publisher: str = "") -> Reading:
    """The reading of one article with the shipped ontology."""
    document = Document("a", "a.txt", source, title=title, published=published, publisher=publisher)
    return recognise([clean(document)], shipped())[0]


def names(reading: Reading, type: str) -> list[str]:
    """The surfaces of the mentions of one class, in the order of the text."""
    return [mention.surface for mention in reading.mentions if mention.type == type]


def surfaces(reading: Reading) -> list[tuple[str, str]]:
    """Surface and class of all mentions, in the order of the text."""
    return [(mention.surface, mention.type) for mention in reading.mentions]


def mention(start: int, end: int, type: str, score: float = 0.9, *, surface: str = "", **more: str) -> Mention:
    """A mention by hand; its surface does not matter unless given."""
    return Mention(
        "a", start, end, surface or "某" * (end - start), type, more.pop("recogniser", "test"), score, **more
    )


@pytest.fixture
def recognised() -> Recognised:
    """Reads an article: ``recognised("…", title="…")``."""
    return read
