"""A recipe is kept with copies of its files, and found again."""

from __future__ import annotations

import pytest

from graph.errors import InputError, UsageError
from graph.recipe import Recipe, recipe_of


def test_what_is_kept_is_found(tmp_path):
    """Base and files come back; the files are copies, in the order in which they were given."""
    for name in ("b.ttl", "a.ttl"):
        (tmp_path / name).write_text(f"# {name}")
    Recipe("https://example.org/", (tmp_path / "b.ttl", tmp_path / "a.ttl")).keep(tmp_path)
    found = recipe_of(tmp_path)
    assert found.base == "https://example.org/"
    assert [path.read_text() for path in found.ontology] == ["# b.ttl", "# a.ttl"]
    assert all(path.parent == tmp_path / "store" for path in found.ontology)


def test_a_copy_of_a_copy_has_the_same_name(tmp_path):
    """A build made from a kept recipe keeps it under the same names, so that its bytes are the same."""
    (tmp_path / "my.ttl").write_text("# my")
    Recipe("https://example.org/", (tmp_path / "my.ttl",)).keep(tmp_path)
    again = tmp_path / "again"
    again.mkdir()
    recipe_of(tmp_path).keep(again)
    names = {path.name for path in (tmp_path / "store").iterdir()}
    assert names == {path.name for path in (again / "store").iterdir()}


def test_a_file_that_is_gone(tmp_path):
    """A file that cannot be copied is named."""
    with pytest.raises(InputError, match=r"my\.ttl: cannot be read"):
        Recipe("https://example.org/", (tmp_path / "my.ttl",)).keep(tmp_path)


@pytest.mark.parametrize("content", [None, "{", "[]", '{"base": "x"}'])
def test_no_recipe(tmp_path, content):
    """Without a whole recipe the folder is no build."""
    if content:
        (tmp_path / "store").mkdir()
        (tmp_path / "store" / "recipe.json").write_text(content)
    with pytest.raises(UsageError, match="no build is here"):
        recipe_of(tmp_path)
