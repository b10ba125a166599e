"""DOCX: the text of a Word document, read by mammoth: paragraphs, cells of tables, text boxes, footnotes.

(python-docx, the other candidate, leaves out text boxes and what was inserted while changes were tracked.)
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from zipfile import ZipFile

from ..errors import InputError
from .metadata import person
from .reader import CONTAINER_LIMIT, Blob, Draft

MOST_XML = 10 * 1024 * 1024
"""The most bytes of a document's parts once unpacked, pictures aside: some two million characters of text."""

_SUFFIXES = {".docx", ".docm"}
_MAGIC = b"PK\x03\x04"
_CORE = "docProps/core.xml"
_BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|td|th)>|<br\s*/?>")
_SEVERAL_BLANK = re.compile(r"[ \t]*\n\s*")
_NAMESPACES = {"dc": "http://purl.org/dc/elements/1.1/"}
# Who writes where nobody has said who: the names that office programs come with.
_NOBODY = frozenset("微软用户 用户 管理员 系统管理员 未知 佚名 匿名 微軟用戶 使用者 管理者 系統管理員 未知作者".split())


def accepts(blob: Blob) -> bool:
    """Whether it is a ZIP archive that is called a Word document, or shows the parts of one in its beginning."""
    return blob.head.startswith(_MAGIC) and (blob.suffix in _SUFFIXES or b"word/" in blob.head)


def read(blob: Blob) -> Iterator[Draft]:
    """The document as one article: a paragraph or cell a line; title and author where it states plausible ones."""
    data = io.BytesIO(blob.data(CONTAINER_LIMIT))
    try:
        title, author = _stated(_checked(data))
        text = _text(data)
    except InputError:
        raise
    except Exception as error:  # a broken part makes the library fail in any way
        raise InputError("a broken Word document", remedy="open it in a word processor and save it again") from error
    yield Draft(
        uri=blob.uri,
        text=text,
        title=title if title and title in text[: len(title) + 200] else "",  # many keep their template's
        byline="" if author in _NOBODY else person(author),
        file=blob.name,
    )


def _checked(data: io.BytesIO) -> bytes:
    """The document's properties as XML; ``InputError`` for an archive that would unpack to more than ``MOST_XML``."""
    with ZipFile(data) as archive:
        pictures, parts = 0, 0
        for part in archive.infolist():
            is_picture = part.filename.startswith("word/media/")
            pictures, parts = pictures + part.file_size * is_picture, parts + part.file_size * (not is_picture)
        if parts > MOST_XML or pictures > CONTAINER_LIMIT:
            raise InputError(
                f"a Word document of more than {MOST_XML // 1024**2} MB of text once unpacked", remedy="split it"
            )
        return archive.read(_CORE) if _CORE in archive.namelist() else b""


def _text(data: io.BytesIO) -> str:
    from lxml.html import fromstring  # a moment, spared to those who read no Word documents
    from mammoth import convert_to_html, images

    html = str(convert_to_html(data, convert_image=images.img_element(_nothing)).value)
    tree = fromstring(f"<div>{_BLOCK_END.sub(lambda end: chr(10) + end[0], html)}</div>")
    for mark in tree.xpath("//sup[a[starts-with(@id, 'footnote') or starts-with(@id, 'endnote')]] | //a[.='↑']"):
        mark.drop_tree()
    return _SEVERAL_BLANK.sub("\n", tree.text_content()).strip()


def _nothing(picture: object) -> dict[str, str]:
    """What the page that mammoth makes shows of a picture."""
    del picture
    return {}


def _stated(core: bytes) -> tuple[str, str]:
    """The title and the author among the document's properties, each empty where it has none."""
    from lxml.etree import XMLParser, fromstring

    if not core:
        return "", ""
    tree = fromstring(core, XMLParser(resolve_entities=False, no_network=True))
    title, author = (tree.findtext(f"{{{_NAMESPACES['dc']}}}{name}", "").strip() for name in ("title", "creator"))
    return title, author
