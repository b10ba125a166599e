"""docs/questions.md, written from the named queries and from what they answer for the sample articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.cli.query import example
from graph.store import NamedQuery, Store, named_queries

SHOWN = 5  # rows of an answer
THEMES = {
    "Firms and what they do": ("firms-by-province", "offerings", "fields", "deals", "groups", "people"),
    "Fairs": ("editions", "exhibitors", "changes"),
    "Figures": ("figures", "series", "compare"),
    "Policies": ("policies",),
    "One thing, or two": ("relations", "timeline", "events", "names", "evidence", "in-common"),
    "How sure it is": ("weakest-facts", "single-source", "corroborated", "conflicts", "not-facts", "merges"),
    "The articles and the whole": ("overview", "documents", "by-publisher", "across-articles"),
}
HEAD = """# Questions that are ready to ask

Every answer on this page is what the sample articles give; long ones show their first rows. Firms and figures in them are
[invented](../graph/samples/README.md). A question is asked of a build's folder, and its parameters may be left out:

```console
$ zhimai build
…
$ zhimai query outputs --name exhibitors
```

[queries.md](queries.md) says how to write questions of your own and how to get the answer as CSV, JSON and more.
"""


def page(store: Store) -> str:
    """The whole page; a query that no theme has is put below the last one."""
    queries = {query.name: query for query in named_queries()}
    named = {name for names in THEMES.values() for name in names}
    themes = {**THEMES, "Others": tuple(sorted(queries.keys() - named))}
    return "\n".join([HEAD, *_contents(themes, queries), *_sections(themes, queries, store)]).rstrip() + "\n"


def _contents(themes: dict[str, Sequence[str]], queries: dict[str, NamedQuery]) -> Iterator[str]:
    yield "| question | 问题 | name |\n|---|---|---|"
    for name in (name for names in themes.values() for name in names):
        yield f"| {queries[name].titles['en']} | {queries[name].titles['zh']} | [`{name}`](#{name}) |"
    yield ""


def _sections(themes: dict[str, Sequence[str]], queries: dict[str, NamedQuery], store: Store) -> Iterator[str]:
    for theme, names in themes.items():
        yield from [f"## {theme}\n"] if names else []
        for name in names:
            yield from _section(queries[name], store)


def _section(query: NamedQuery, store: Store) -> Iterator[str]:
    yield f"### {query.name}\n"
    for language, stop in (("en", "."), ("zh", "。")):
        yield f"**{query.titles[language]}{stop}** {query.descriptions[language]}\n"
    for parameter in query.parameters:
        default = f" (default {parameter.default})" if parameter.default else ""
        yield f"- `{parameter.name}`: {parameter.descriptions['en']}{default} · {parameter.descriptions['zh']}"
    yield f"\n```console\n$ {example(query)}\n```\n"
    answer = store.query(query.render(query.example))
    rows = answer.render("markdown").splitlines()
    yield "\n".join(rows[: SHOWN + 2])
    more = len(answer) - SHOWN
    yield f"\n… and {more} more.\n" if more > 0 else ""
