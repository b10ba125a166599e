"""Pages as tests read them."""

from __future__ import annotations

import json

from lxml import html


def page(answer):
    """The page of an answer, parsed."""
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8"), answer.text
    return html.fromstring(answer.content)


def unwanted(tree):
    """What could run, or fetch from elsewhere: scripts but for our own, handlers, pictures, frames."""
    scripts = [node for node in tree.iter("script") if not is_ours(node)]
    handlers = [name for node in tree.iter() for name in node.attrib if name.startswith("on")]
    return [*scripts, *handlers, *tree.iter("img", "iframe", "object", "embed", "base")]


def is_ours(script):
    """A bundled script, or JSON."""
    source = script.get("src", "")
    if script.get("type") == "application/json":
        json.loads(script.text)
        return not source
    return script.get("type") == "module" and source.startswith("/static/") and not script.text


def cells(tree):
    return [[cell.text_content() for cell in row] for row in tree.iterfind(".//tbody/tr")]
