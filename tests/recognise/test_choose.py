"""Which of overlapping mentions stay; and what holds of the mentions of any text."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.recognise.choose import choose

from .conftest import mention, news, read, shipped

CLASSES = ("Company", "City", "Product", "Fair", "FairEdition", "Person", "Policy", "University", "Facility")
mentions = st.lists(
    st.builds(
        lambda start, length, kind, score: mention(start, start + length, kind, score),
        st.integers(0, 12),
        st.integers(1, 8),
        st.sampled_from(CLASSES),
        st.sampled_from([0.5, 0.7, 0.9]),
    ),
    max_size=8,
)


def test_the_surer_of_two_on_one_span():
    """Of two on the same span the one with the higher score stays."""
    low, high = mention(0, 4, "Product", 0.6), mention(0, 4, "Company", 0.9)
    assert choose([low, high], shipped()) == (high,)


def test_the_longer_of_two_that_cross():
    """Of two that cross the longer stays."""
    long, short = mention(0, 6, "Company"), mention(4, 8, "Company")
    assert choose([short, long], shipped()) == (long,)


def test_a_place_inside_a_firm():
    """A place may stand inside the name of a firm."""
    firm, place = mention(0, 8, "Company"), mention(0, 2, "City")
    assert choose([place, firm], shipped()) == (firm, place)


def test_a_series_inside_its_edition():
    """A fair may stand inside the name of its edition."""
    edition, series = mention(0, 8, "FairEdition"), mention(3, 8, "Fair")
    assert choose([series, edition], shipped()) == (edition, series)


def test_no_place_inside_a_university():
    """The place in a university's name says little of where it is, and does not stand."""
    university, place = mention(0, 6, "University"), mention(0, 2, "City")
    assert choose([place, university], shipped()) == (university,)


def test_no_person_inside_a_firm():
    """A person inside the name of a firm is not meant."""
    firm, person = mention(0, 8, "Company"), mention(0, 3, "Person")
    assert choose([person, firm], shipped()) == (firm,)


@given(mentions)
def test_what_stays(found):
    """What stays was there, is in the order of the text, and crosses nothing."""
    kept = choose(found, shipped())
    assert set(kept) <= set(found)
    assert list(kept) == sorted(kept, key=lambda m: (m.start, -m.end))
    for i, left in enumerate(kept):
        for right in kept[i + 1 :]:
            assert right.start >= left.end or right.end <= left.end


@given(mentions)
def test_choosing_twice_changes_nothing(found):
    """What stays once stays again, in whatever order it is given."""
    kept = choose(found, shipped())
    assert choose(reversed(kept), shipped()) == kept


@example("青禾集团位于苏州")
@settings(max_examples=80, deadline=None)
@given(news)
def test_mentions_of_any_text(source):
    """Every mention is a non-empty span of the clean text and carries its words, a class and a score."""
    reading = read(source)
    clean = reading.text.clean
    for found in reading.mentions:
        assert 0 <= found.start < found.end <= len(clean)
        assert found.surface == clean[found.start : found.end]
        assert found.type in shipped().classes
        assert 0 < found.score <= 1
        assert found.name != "pointer"


@settings(max_examples=30, deadline=None)
@given(news.map(lambda source: f"{source}。"))
def test_the_same_text_twice(source):
    """Recognition is deterministic."""
    assert read(source) == read(source)


def test_a_country_in_a_title_is_not_what_it_is_about():
    """《中华人民共和国…法》 names no country."""
    law, country = mention(0, 12, "Policy", recogniser="title"), mention(1, 8, "Country", recogniser="gazetteer")
    assert choose([law, country], shipped()) == (law,)
    city = mention(1, 4, "City", recogniser="gazetteer")
    assert choose([law, city], shipped()) == (law, city)
