"""Blocks → Turtle and TriG that are a pleasure to read: prefixes, sections, one subject a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from .describe import Block
from .terms import NAMESPACES, Iri, turtle

WIDTH = 120
_PREFIX = re.compile(r"[A-Za-z](?:[A-Za-z0-9_-]*[A-Za-z0-9_-])?")


def prefixes(base: str, spaces: Iterable[str], own: Mapping[str, str]) -> dict[str, str]:
    """Namespace → prefix, for the well-known vocabularies, each space of instances below the base, and a user's own terms."""
    found = {namespace: prefix for prefix, namespace in NAMESPACES.items()}
    for space in sorted(set(spaces)):
        if _PREFIX.fullmatch(space):
            found[f"{base}{space}/"] = f"{space}-id" if space in NAMESPACES or space in own else space
    for prefix, namespace in own.items():
        if _PREFIX.fullmatch(prefix) and prefix not in found.values():
            found.setdefault(namespace, prefix)
    return dict(sorted(found.items(), key=lambda item: (item[0].startswith(base), item[1])))


def heading(title: str) -> str:
    """A section's title as a comment across the page."""
    return f"# ━━ {_one_line(title)} ".ljust(WIDTH, "━")


def prologue(lines: Iterable[str], known: Mapping[str, str]) -> str:
    """The first comment and the prefixes."""
    width = max(map(len, known.values())) + 1
    comment = "".join(f"# {_one_line(line)}\n" for line in lines)
    return comment + "\n" + "".join(f"@prefix {prefix + ':':<{width}} <{ns}> .\n" for ns, prefix in known.items())


def paragraphs(blocks: Iterable[Block], known: Mapping[str, str], indent: str = "") -> Iterator[str]:
    """Each block as one paragraph; a block that came before is left out."""
    seen: set[Block] = set()
    for block in blocks:
        if block not in seen:
            seen.add(block)
            yield _paragraph(block, known, indent)


def graph(name: Iri, blocks: Iterable[Block], known: Mapping[str, str]) -> str:
    """A named graph of TriG; empty where there are no blocks."""
    inside = "\n\n".join(paragraphs(blocks, known, "    "))
    return f"GRAPH {turtle(name, known)} {{\n{inside}\n}}" if inside else ""


def _paragraph(block: Block, known: Mapping[str, str], indent: str) -> str:
    grouped: dict[Iri, list[str]] = {}
    for predicate, value in block.pairs:
        values = grouped.setdefault(predicate, [])
        if (written := turtle(value, known)) not in values:
            values.append(written)
    lines = [_line(predicate, values, known, indent) for predicate, values in grouped.items()]
    note = f"{indent}# {_one_line(block.note)}\n" if block.note else ""
    separator = f" ;\n{indent}    "
    return f"{note}{indent}{turtle(block.subject, known)} {separator.join(lines)} ."


def _line(predicate: Iri, values: list[str], known: Mapping[str, str], indent: str) -> str:
    verb = "a" if predicate == NAMESPACES["rdf"] + "type" else turtle(predicate, known)
    joined = f"{verb} {' , '.join(values)}"
    if len(joined) + len(indent) + 4 <= WIDTH or len(values) == 1:
        return joined
    return f"{verb}\n{indent}        " + f" ,\n{indent}        ".join(values)


def _one_line(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+", " ", text).strip()
