"""Names that one article introduces are recognised in the others."""

from __future__ import annotations

from dataclasses import replace

from graph.clean import clean
from graph.model import Document, Reading
from graph.recognise import recognise
from graph.recognise.corpus import names_of

from .conftest import mention, read, shipped

DEFINES = "江苏云岚智能装备有限公司(以下简称“云岚智能”)位于苏州市。"
USES = "观众喜欢云岚智能的展台。"


def both(*sources: str) -> list[Reading]:
    """Readings of several articles of one build."""
    return recognise([clean(Document(str(i), str(i), source)) for i, source in enumerate(sources)], shipped())


def company(reading: Reading) -> list[str]:
    return [m.surface for m in reading.mentions if m.type == "Company"]


def test_an_alias_of_another_article():
    """An alias that one article defines is a name in another, whichever comes first."""
    assert company(both(DEFINES, USES)[1]) == company(both(USES, DEFINES)[0]) == ["云岚智能"]


def test_what_is_found_so_says_so():
    """The recogniser of such a mention is the corpus, and its article its own."""
    (found,) = (m for m in both(DEFINES, USES)[1].mentions if m.surface == "云岚智能")
    assert (found.recogniser, found.document) == ("corpus", "1")


def test_a_number_before_the_short_name_of_a_fair():
    """第七届 before a short name that another article defines makes an edition of that fair, not the fair itself."""
    defines = "第六届云岚智能装备博览会(以下简称“云智会”)在苏州市开幕。"
    found = both(defines, "第七届云智会将于明年举行，云智会每年一届。")[1].mentions
    assert [(m.surface, m.type) for m in found if "云智会" in m.surface] == [
        ("第七届云智会", "FairEdition"),
        ("云智会", "Fair"),
        ("云智会", "Fair"),
    ]


def test_no_article_no_name():
    """Alone, the second article does not know the name."""
    assert company(read(USES)) == []


def test_the_number_and_order_of_readings():
    """There is one reading for each text, in their order."""
    assert [r.text.document.source for r in both(USES, DEFINES, USES)] == [USES, DEFINES, USES]


def test_no_texts():
    """Nothing to read is no error."""
    assert recognise([], shipped()) == []


def test_a_name_of_two_classes_is_not_shared():
    """A name that is a firm here and a fair there is left to each article."""
    reading = read("东湖茶海很美。")
    firm = mention(0, 4, "Company", surface="东湖茶海", recogniser="definition")
    fair = replace(firm, type="Fair")
    assert names_of([replace(reading, mentions=(firm,))]) == {"东湖茶海": "Company"}
    assert names_of([replace(reading, mentions=(firm,)), replace(reading, mentions=(fair,))]) == {}


def test_a_name_of_two_characters_is_not_shared():
    """Short names are words elsewhere."""
    short = mention(0, 2, "Company", surface="东湖", recogniser="definition")
    assert names_of([replace(read("东湖茶海很美。"), mentions=(short,))]) == {}


def test_a_foreign_name_of_another_article():
    """Where the tagger cuts a foreign name, another article that has it whole says where it ends."""
    readings = both("采购会会长皮埃尔·莫罗说，茶很香。", "皮埃尔‧莫罗6日到杭州市考察茶园。")
    assert [m.surface for m in readings[1].mentions if m.type == "Person"] == ["皮埃尔‧莫罗"]


def test_a_policy_by_what_another_article_says_it_is_called():
    """茶园十条 is a policy elsewhere too; 《方案》 is another there."""
    defines = "《关于促进茶园健康发展的若干措施》（业内称“茶园十条”）和《茶园提升行动方案》（以下简称《方案》）公布。"
    readings = both(defines, "茶园十条公布一个月来，茶农很高兴。《方案》也受到关注。")
    assert [m.surface for m in readings[1].mentions if m.type == "Policy"] == ["茶园十条"]


def test_an_app_of_another_article():
    """An app is a product in an article that does not say so."""
    readings = both("北京茶望科技有限公司宣布，“茶望”App用户突破千万。", "打开茶望App，茶叶就能送到。")
    assert [m.surface for m in readings[1].mentions if m.type == "Product"][:1] == ["茶望App"]
