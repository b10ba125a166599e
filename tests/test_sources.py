"""Several sources through the whole pipeline: who says a thing, who copies it, where they contradict each other."""

from __future__ import annotations

import json

import pytest

from graph import knowledge_of
from graph.script import traditional

CLOSE = (
    "第六届乙州渔业装备博览会今天在宁波国际会议展览中心闭幕。本届博览会共有320家企业参展，展览面积2.6万平方米，"
    "接待观众4.2万人次。浙江澹澜渔业装备有限公司在会上展出深远海养殖网箱。"
)
OTHER = "第六届乙州渔业装备博览会昨天落幕，本届博览会共有410家企业参展，观众约4.3万人次，展览面积26000平方米。"
FORECAST = "第六届乙州渔业装备博览会将于5月举行，预计本届博览会共有500家企业参展。"
FIFTH = "第五届乙州渔业装备博览会去年5月落幕，本届博览会共有290家企业参展。"
FIRM = "浙江澹澜渔业装备有限公司成立于2016年，总部位于舟山市。2023年，该公司营业收入2.6亿元。去年，该公司收购了宁波沐汐冷链物流有限公司。"
DENIAL = (
    "浙江澹澜渔业装备有限公司成立于2014年，总部位于杭州市。2023年，该公司营业收入3.1亿元。"
    "浙江澹澜渔业装备有限公司否认收购宁波沐汐冷链物流有限公司。"
)


@pytest.fixture
def know(tmp_path):
    """Builds articles given as text, date and publisher."""

    def read(*articles):
        rows = [
            {"id": str(n), "title": f"消息{n}", "date": date, "publisher": publisher, "text": text}
            for n, (text, date, publisher) in enumerate(articles)
        ]
        file = tmp_path / "news.jsonl"
        file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
        return knowledge_of([str(file)])

    return read


def _conflicts(knowledge):
    """What is in conflict: measures with both values, properties."""
    figures = {f"observation/{f.id}": (f.measure, int(f.value)) for f in knowledge.figures}
    told = figures | {f"statement/{s.id}": (s.predicate, s.status.value) for s in knowledge.statements}
    return sorted(tuple(sorted({told[left], told[right]})) for left, right in knowledge.conflicts)


def _exhibits(knowledge):
    return next(s.confidence for s in knowledge.statements if s.predicate == "exhibits")


def test_copies_raise_no_confidence_and_another_report_does(know):
    """Printed in a second paper, and in the other script in a third, a report is one voice; another paper's own is a second."""
    alone = (CLOSE, "2024-05-18", "海潮网")
    copies = ((f"浦江网转载：{CLOSE}", "2024-05-19", "浦江网"), (traditional(CLOSE), "2024-05-20", "潮報"))
    own = ("宁波消息，浙江澹澜渔业装备有限公司展出深远海养殖网箱。", "2024-05-18", "甬江网")
    once, copied, agreed = know(alone), know(alone, *copies), know(alone, *copies, own)
    assert (len(once.copies), len(copied.copies), len(agreed.copies)) == (0, 2, 2)
    assert len({original for _, original in copied.copies}) == 1
    assert _exhibits(once) == _exhibits(copied) < _exhibits(agreed)


def test_two_results_conflict_and_a_forecast_does_not(know):
    """320 and 410 firms cannot both be; 4.2万 and 约4.3万, 2.6万 and 26000 can; 500 was expected; the fifth is another."""
    knowledge = know(
        (CLOSE, "2024-05-18", "海潮网"),
        (OTHER, "2024-05-19", "浦江网"),
        (FORECAST, "2024-03-19", "浦江网"),
        (FIFTH, "2024-05-01", "甬江网"),
    )
    assert _conflicts(knowledge) == [(("参展企业", 320), ("参展企业", 410))]


def test_facts_of_a_firm_conflict(know):
    """Sales of one year, dates of founding, seats, and a purchase that another article denies."""
    knowledge = know((FIRM, "2024-05-18", "海潮网"), (DENIAL, "2024-05-19", "浦江网"))
    assert _conflicts(knowledge) == [
        (("acquires", "asserted"), ("acquires", "denied")),
        (("foundedOn", "asserted"),),
        (("headquarteredIn", "asserted"),),
        (("营业收入", 260000000), ("营业收入", 310000000)),
    ]


def test_the_order_of_the_articles_changes_nothing(know):
    """Copies, conflicts and confidences are the same."""
    articles = [
        (CLOSE, "2024-05-18", "海潮网"),
        (OTHER, "2024-05-19", "浦江网"),
        (f"转载：{CLOSE}", "2024-05-20", "潮报"),
    ]
    one, turned = know(*articles), know(*articles[::-1])
    assert one.conflicts == turned.conflicts
    assert len(one.copies) == len(turned.copies) == 1
    assert [s.confidence for s in one.statements] == [s.confidence for s in turned.statements]
