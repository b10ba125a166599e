from __future__ import annotations

import json
import re
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from graph.page.network import embedded, vis_network

_VALUES = st.recursive(
    st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(_VALUES)
def test_embedded_json_reads_back_and_holds_no_markup(value):
    """Whatever a text says, no tag can start in the page's data, and nothing of it is lost."""
    text = embedded(value)
    assert json.loads(text) == value
    assert not re.search("[<>&\u2028\u2029]", text)


@given(st.text(alphabet="\ud800\udbff字a<"))
def test_lone_surrogates_do_not_stop_the_writing(text):
    """A text decoded from broken bytes can still be written in UTF-8."""
    assert json.loads(embedded(text).encode("utf-8")) == text


def test_the_script_of_vis_network_comes_from_pyvis():
    """It is the library itself, and asks for no source map."""
    script = vis_network()
    assert "vis-network" in script[:200]
    assert "sourceMappingURL" not in script
    assert "</script" not in script


def test_the_interface_says_the_same_in_every_language():
    """No language lacks a word, and each keeps the places of the others."""
    words = json.loads((files("graph.page") / "templates" / "interface.json").read_text(encoding="utf-8"))
    places = {tag: {key: sorted(re.findall(r"{\d}", text)) for key, text in words[tag].items()} for tag in words}
    assert places["zh-Hans"] == places["zh-Hant"] == places["en"]


def test_every_word_the_page_asks_for_exists():
    """A script that names a word names one of the interface's."""
    folder = files("graph.page") / "templates"
    words = json.loads((folder / "interface.json").read_text(encoding="utf-8"))["en"]
    scripts = "".join(path.read_text(encoding="utf-8") for path in (folder / "app").iterdir())
    assert set(re.findall(r"\bsay(?:Count)?\('(\w+)'", scripts)) <= set(words)
