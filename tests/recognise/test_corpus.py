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
