"""A recipe is kept with copies of its files, and found again."""

from __future__ import annotations

import pytest

from graph.errors import InputError, UsageError
from graph.recipe import Recipe, drop_old_copies, recipe_of


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


def test_a_snapshot_is_the_files_as_they_were(tmp_path):
    """What changes after the snapshot was taken does not count, neither for reading nor for keeping."""
    (tmp_path / "my.csv").write_text("then")
    with Recipe("https://example.org/", entities=(tmp_path / "my.csv",)).snapshot() as recipe:
        (tmp_path / "my.csv").write_text("now")
        recipe.keep(tmp_path)
    assert [path.read_text() for path in recipe_of(tmp_path).entities] == ["then"]


def test_the_order_of_lists_is_of_no_consequence(tmp_path):
    """Two lists are kept under the same names and in the same recipe, whichever was given first."""
    files = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for file in files:
        file.write_text(file.name)
    said = []
    for order in (files, files[::-1]):
        Recipe("https://example.org/", entities=tuple(order)).keep(tmp_path)
        said.append((tmp_path / "store" / "recipe.json").read_bytes())
    assert said[0] == said[1]


def test_copies_of_an_earlier_build_go(tmp_path):
    """What the recipe does not name any more is removed; other files stay."""
    (tmp_path / "old.csv").write_text("old")
    Recipe("https://example.org/", entities=(tmp_path / "old.csv",)).keep(tmp_path)
    (tmp_path / "store" / "mine.txt").write_text("mine")
    Recipe("https://example.org/").keep(tmp_path)
    drop_old_copies(tmp_path)
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == ["mine.txt", "recipe.json"]


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
