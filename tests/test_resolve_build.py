"""One thing is one node, two things are two: small articles through the whole pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from opencc import OpenCC

from graph import Knowledge, build, knowledge_of, query

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def know(tmp_path):
    """Builds articles given as texts."""

    def read(*articles: str) -> Knowledge:
        for number, article in enumerate(articles):
            (tmp_path / f"{number}.txt").write_text(article, encoding="utf-8")
        return knowledge_of([str(tmp_path / f"{number}.txt") for number in range(len(articles))])

    return read


def _of(knowledge, *types):
    """Names by id of the entities of some classes."""
    return {e.id.partition("/")[2]: e for e in knowledge.entities if e.type in types}


def test_a_firm_of_three_articles_is_one_node(know):
    """Full name here, short form there, the other script in a third: one node with every mention and fact."""
    knowledge = know(
        "江苏澜岸数据有限公司（以下简称“澜岸数据”）位于南京市，主要从事数据服务。",
        "澜岸数据近日宣布，公司2023年营业收入达到3亿元。",
        "瀾岸數據成立於2015年，現有員工300人，總部設在南京市。",
    )
    (firm,) = _of(knowledge, "Company", "Organisation").values()
    assert firm.name == "江苏澜岸数据有限公司"
    assert len({m.document for m in firm.mentions}) == 3
    assert {j.left for j in knowledge.judgements if j.right in ("澜岸数据", "瀾岸數據")} == {firm.id}
    assert {f.about for f in knowledge.figures} == {firm.id}


def test_a_short_form_is_known_though_no_article_defines_it(know):
    """What remains of a full name without place, trade and legal form is that firm in the other articles."""
    knowledge = know(
        "浙江嵊川智能科技有限公司位于杭州市，主要生产巡检机器人。", "嵊川智能成立于2015年，现有员工300人。"
    )
    assert len(_of(knowledge, "Company", "Organisation")) == 1
    assert len(knowledge.figures) == 1


def test_firms_that_share_a_short_form_stay_two(know):
    """成都甲川机器人 and 浙江甲川智能科技 are two, whatever a third article calls 甲川."""
    names = ["成都甲川机器人有限公司", "浙江甲川智能科技有限公司"]
    knowledge = know(
        f"{names[0]}位于成都市，主要生产管廊机器人。",
        f"{names[1]}位于杭州市，主要生产传感器。",
        "甲川近日宣布，公司将扩大生产规模。",
    )
    assert set(_of(knowledge, "Company")) >= set(names)


def test_a_word_for_a_kind_is_nobodys_name_elsewhere(know):
    """(以下简称“研究院”) holds in its article only: the 研究院 of another article is another one."""
    knowledge = know(
        "钱江检测技术研究院（以下简称“研究院”）位于杭州市。研究院现有科研人员240人。",
        "临海市今年新建两家研究院。研究院主要从事海洋装备研发。",
    )
    institute = _of(knowledge, "ResearchInstitute")["钱江检测技术研究院"]
    assert len({m.document for m in institute.mentions}) == 1


def test_an_edition_is_one_under_the_names_of_its_series(know):
    """第九届 by full name, 第九屆 and 第9届 by the alias: one edition of one series; the eighth is another."""
    knowledge = know(
        "第九届中国（宁波）国际海工装备交易会（以下简称“海交会”）6月15日在宁波国际会展中心举行。",
        "第九屆海交會共有300家企業參展。第8屆海交會於2021年舉行。",
        "据了解，第9届海交会展览面积3万平方米。",
    )
    assert set(_of(knowledge, "Fair")) == {"中国-宁波-国际海工装备交易会"}
    editions = _of(knowledge, "FairEdition")
    assert len(editions) == 2
    assert len({m.document for m in editions["第九届中国-宁波-国际海工装备交易会"].mentions}) == 3
    assert sum(s.predicate == "editionOf" for s in knowledge.statements) == 2


def test_the_first_edition_is_the_first(know):
    """首届 and 第一届 are one, also by an alias that only another article defines."""
    knowledge = know(
        "第三届西陵航空材料博览会（以下简称“西航材展”）在成都举行。首届西航材展于2018年举行。",
        "第一届西陵航空材料博览会规模较小。",
    )
    assert len(_of(knowledge, "FairEdition")) == 2


def test_a_body_of_the_city_belongs_to_the_articles_city(know):
    """市商务委 in an article from 上海 and in one from 宁波 are two nodes, under the full name of that department."""
    knowledge = know(
        "浦江产经网上海5月6日电（记者 何苗）市商务委副主任林一帆表示，上海将支持企业参展。",
        "甬江产经网宁波5月7日电（记者 许愿）市商务委主任何立秋表示，宁波将支持企业参展。",
    )
    assert set(_of(knowledge, "GovernmentBody")) == {"上海市商务委员会", "宁波市商务委员会"}


def test_two_models_of_one_kind_are_two_products(know):
    """管廊巡检机器人“嵊行一号” and “嵊行二号” share a kind and stay two, each with its own facts."""
    knowledge = know(
        "杭州嵊川智能有限公司展出管廊巡检机器人“嵊行一号”。“嵊行一号”应用于变电站。",
        "杭州嵊川智能有限公司发布管廊巡检机器人“嵊行二号”。",
    )
    assert set(_of(knowledge, "Product")) >= {"嵊行一号", "嵊行二号"}
    assert {s.subject for s in knowledge.statements if s.predicate == "appliedIn"} == {"offering/嵊行一号"}


def test_places_of_one_name_are_told_apart(know):
    """朝阳区 in an article on 长春 has the code of the one there."""
    knowledge = know("朝阳区位于长春市，占地面积470平方公里，有许多企业。")
    assert _of(knowledge, "District")["朝阳区-220104"].code == "220104"


def test_a_district_right_behind_its_city_is_known(know):
    """北京市朝阳区 is the district with its code, in the city."""
    knowledge = know("北京市朝阳区有许多企业，朝阳区占地面积470平方公里。")
    assert [e.code for e in knowledge.entities if e.type == "District"] == ["110105"]


def test_a_province_is_not_its_city_of_the_same_name(know):
    """吉林 alone is the province; 吉林市 is the city."""
    knowledge = know("吉林今年粮食产量达到800亿斤，吉林市发展装备制造业。")
    places = {e.name: e.code for e in knowledge.entities if not e.background and e.code}
    assert places == {"吉林": "220000", "吉林市": "220200"}


def test_people_of_one_name_in_two_firms_are_two(know):
    """A chairman of one firm and a manager of another who share a name are two people with their own posts."""
    knowledge = know(
        "嵊川智能科技有限公司董事长林一帆表示，公司今年营业收入增长8%。",
        "澜岸生物科技有限公司总经理林一帆介绍，公司位于宁波市。",
        "嵊川智能科技有限公司总经理林一帆说，公司将扩大生产。",
    )
    people = _of(knowledge, "Person")
    assert set(people) == {"林一帆-嵊川智能科技有限公司", "林一帆-澜岸生物科技有限公司"}
    posts = {(s.subject, s.object) for s in knowledge.statements if s.predicate == "holdsPosition"}
    assert len(posts) == 3


def test_an_organiser_is_no_longer_than_its_name(know):
    """由宁波市人民政府主办 makes the government the organiser, and no 宁波市人民政府主办."""
    knowledge = know("第六届东海装备博览会在宁波举行。本届博览会由宁波市人民政府主办。")
    organisers = {s.subject for s in knowledge.statements if s.predicate == "organises"}
    assert organisers == {"org/宁波市人民政府"}


def test_a_seat_is_not_written_twice(know):
    """总部位于 gives headquarteredIn, which implies locatedIn; both are not written for one sentence."""
    knowledge = know("嵊川智能科技有限公司总部位于杭州市，主要生产巡检机器人。")
    assert {s.predicate for s in knowledge.statements if s.object == "place/杭州市"} == {"headquarteredIn"}


def test_a_measure_is_in_the_script_of_its_article(know):
    """The growth of 營業收入 is measured in traditional characters throughout."""
    knowledge = know("2022年，江嶼光電有限公司營業收入7.4億元，同比增長8.3%。")
    assert {f.measure for f in knowledge.figures} == {"營業收入", "營業收入增長"}


@pytest.mark.parametrize("case", sorted(path.name for path in GOLDEN.iterdir() if path.is_dir()))
def test_an_article_in_the_other_script_adds_no_entity(know, case):
    """The same articles in traditional and in simplified characters have the same nodes and the same facts."""
    texts = [path.read_text("utf-8") for path in sorted((GOLDEN / case).glob("*.txt"))]
    conversions = [OpenCC(name) for name in ("t2s", "s2t")]
    one, other = (know(*map(conversion.convert, texts)) for conversion in conversions)
    assert [e.id for e in one.entities] == [e.id for e in other.entities]
    assert [s.id for s in one.statements] == [s.id for s in other.statements]


def test_an_unrelated_article_changes_nothing_else(know):
    """With an article about other things every entity and statement keeps its IRI."""
    texts = {path.parent.name: path.read_text("utf-8") for path in sorted(GOLDEN.glob("*/1.txt"))}
    together = know(*texts.values())
    entities, statements = ({one.id for one in many} for many in (together.entities, together.statements))
    for text in texts.values():
        alone = know(text)
        assert {e.id for e in alone.entities} <= entities
        assert {s.id for s in alone.statements} <= statements


def test_a_base_of_ones_own_moves_every_iri(tmp_path):
    """With another base the graph is the same below it."""
    source, base = str(GOLDEN / "profile" / "1.txt"), "https://example.org/kg/"
    graphs = []
    for name, more in (("one", {}), ("two", {"base": base})):
        build([source], tmp_path / name, **more)
        graphs.append((tmp_path / name / "graph.ttl").read_text("utf-8"))
    moved = rdflib.Graph().parse(data=graphs[0].replace("https://w3id.org/zhimai/id/", base), format="turtle")
    assert set(moved) == set(rdflib.Graph().parse(data=graphs[1], format="turtle"))


def test_a_place_is_not_called_by_its_address(tmp_path):
    """中国安徽 names the province, but is not its label."""
    article = tmp_path / "a.txt"
    article.write_text("显示屏热销。全球每五块液晶显示屏就有一块产自中国安徽。", encoding="utf-8")
    build([article], tmp_path / "out")
    ask = "SELECT ?name WHERE { ?place a zm:Province ; rdfs:label ?name }"
    assert [row["name"] for row in query(tmp_path / "out", ask)] == ["安徽"]
