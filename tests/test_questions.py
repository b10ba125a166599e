"""docs/questions.md says what the named queries answer."""

from __future__ import annotations

import questions

from graph.store import named_queries, open_store


def test_the_page_of_questions_is_what_comes_out(built, checkout, request):
    """Every named query stands on the page with the answer that its example gives on the sample articles."""
    file = checkout / "docs" / "questions.md"
    written = questions.page(open_store(built))
    if request.config.getoption("--update-golden"):
        file.write_text(written, encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == written, "write it anew: pytest tests/test_questions.py --update-golden"


def test_every_question_has_its_theme():
    """The themes of the page name each query once, and no other."""
    named = [name for names in questions.THEMES.values() for name in names]
    assert sorted(named) == [query.name for query in named_queries()]
