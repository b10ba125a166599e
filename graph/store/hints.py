"""Why a sound query may not find what is meant: misspelt terms, texts without their language, variables never bound."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from pyoxigraph import Literal

from .dataset import Store
from .mistakes import code_of

_STRING = re.compile(r"(?<!\^\^)([\"'])((?:(?!\1)[^\\\n])+)\1(?!@|\^\^)")
_TAGS = ("zh-hans", "zh-hant", "en")


def hints(store: Store, sparql: str, variables: Sequence[str], rows: Sequence[Collection[str]]) -> Iterator[str]:
    """What a query may have meant otherwise, a sentence each; none where nothing looks wrong.

    Args:
        store: what was asked.
        sparql: the query.
        variables: those of its answer.
        rows: the names of the variables that have a value, for each row of the answer.
    """
    for term, near in store.unknown_terms(sparql).items():
        yield f"the build knows no {term}" + (f"; did you mean {near}?" if near else "")
    code = code_of(sparql)
    for mark in sorted(set(re.findall(r"[？、；：，。（）｛｝]", code))):
        yield f"{mark} is taken for a part of a name; type its plain form"
    used = re.findall(r"[?$](\w+)", code)
    for name in variables:
        selected = re.search(rf"[?$]{name}\b", code.partition("{")[0])
        if rows and selected and used.count(name) == 1 and not any(name in row for row in rows):
            yield f"?{name} stands nowhere else in the query; did you misspell it?"
    if not rows:
        yield from _untagged(store, sparql)


def _untagged(store: Store, sparql: str) -> Iterator[str]:
    """Plain strings that the build has with a language only, so that they equal nothing in it."""
    for text in dict.fromkeys(found[2] for found in _STRING.finditer(sparql)):
        tags = [tag for tag in _TAGS if _stands(store, Literal(text, language=tag))]
        if tags:
            yield f'"{text}" stands in the build with a language only: compare STR(?name) = "{text}", or write "{text}"@{tags[0]}'


def _stands(store: Store, literal: Literal) -> bool:
    return next(store.dataset.quads_for_pattern(None, None, literal), None) is not None
