"""What the tests of rooms have in common."""

from __future__ import annotations

from lxml import html


def page(client, address, status=200, **headers):
    """The page at an address, parsed."""
    answer = client.get(address, headers={"Accept": "text/html", **headers})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return html.fromstring(answer.content.decode())


def only_our_scripts(tree):
    """Nothing on the page runs but files of our own: no script in it, no handler, no address that is a script."""
    for script in tree.iter("script"):
        assert script.get("type") == "application/json" or script.get("src", "").startswith("/static/")
    for element in tree.iter():
        if isinstance(element.tag, str):
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], element.attrib
            assert not element.get("href", "").lower().startswith(("javascript:", "data:"))
    assert not [image for image in tree.iter("img") if image.get("src") == "x"]
