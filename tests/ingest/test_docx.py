"""DOCX: paragraphs, cells, boxes and notes of a Word document, and files that are none."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from graph.ingest import read
from graph.ingest.docx import MOST_XML

from .articles import HANS, HANT, document, piped, reason

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_RELATION}" Target="word/document.xml"/></Relationships>'
)


def paragraph(text: str, more: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r>{more}</w:p>"


def docx(body: str, title: str = "", creator: str = "", **parts: bytes) -> bytes:
    """A Word document with this body and these properties."""
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        archive.writestr(
            "docProps/core.xml",
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
            f"<dc:creator>{creator}</dc:creator></cp:coreProperties>",
        )
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return data.getvalue()


def test_paragraphs_are_lines():
    """A paragraph is a line of the source, and a line break in it begins another; runs are joined without a blank."""
    body = paragraph("水产博览会闭幕") + paragraph(
        HANS[:9], f"<w:r><w:t>{HANS[9:]}</w:t><w:br/><w:t>{HANT}</w:t></w:r>"
    )
    found = document(docx(body))
    assert (found.title, found.source) == ("水产博览会闭幕", f"水产博览会闭幕\n{HANS}\n{HANT}")


def test_cells_of_tables_are_lines():
    """What stands in a table is read cell by cell, in its place between the paragraphs."""
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("企业", "霽川智能"))
    assert document(docx(paragraph(HANS) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph(HANT))).source == (
        f"{HANS}\n企业\n霽川智能\n{HANT}"
    )


def test_text_boxes_are_read():
    """What stands in a box that is drawn beside the text is text."""
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{paragraph('框中的话')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert "框中的话" in document(docx(paragraph(HANS, box))).source


def test_changes_that_were_tracked_are_made():
    """What was inserted is there, and what was deleted is not."""
    changed = f"<w:ins><w:r><w:t>{HANT}</w:t></w:r></w:ins><w:del><w:r><w:delText>旧稿</w:delText></w:r></w:del>"
    assert document(docx(paragraph(HANS, changed))).source == f"{HANS}{HANT}"


def test_signs_of_markup_in_a_text_are_text():
    """What is written as &lt; is a sign of the text, not of a page."""
    assert document(docx(paragraph(f"{HANS}A &lt;b&gt; &amp; C"))).source == f"{HANS}A <b> & C"


@pytest.mark.parametrize(
    ("title", "creator", "said"),
    [
        ("水产博览会", "林小溪", ("水产博览会", "林小溪")),
        ("Word 文档", "微软用户", ("", "")),
        ("", "Administrator", ("", "")),
        ("", "江海网", ("", "")),
    ],
)
def test_properties_are_taken_where_they_are_plausible(title, creator, said):
    """A title that the text begins with, and an author who may be a person; not what office programs come with."""
    found = document(docx(paragraph("水产博览会") + paragraph(HANS) if said[0] else paragraph(HANS), title, creator))
    assert (found.title, found.byline) == said


def test_a_word_document_is_known_by_its_name_too(tmp_path):
    """The order of its parts does not matter where the file is called a Word document."""
    (tmp_path / "20241024-a.docx").write_bytes(docx(paragraph(HANS)))
    (found,) = read([str(tmp_path / "20241024-a.docx")])
    assert (getattr(found, "source", found), getattr(found, "published", "")) == (HANS, "2024-10-24")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (docx(paragraph(HANS))[:700], "a broken Word document; open it in a word processor and save it again"),
        (docx("<w:p>"), "a broken Word document"),
        (docx(""), "empty"),
        (docx(paragraph("An article about a fair.")), "no Chinese in it"),
        (
            docx(paragraph(HANS), footnotes=b"0" * (MOST_XML + 1)),
            "a Word document of more than 10 MB of text once unpacked",
        ),
        (docx(paragraph(HANS), creator="&bomb;"), "a broken Word document"),
    ],
    ids=["cut off", "not closed", "empty", "English", "bomb", "entity"],
)
def test_a_document_without_an_article_says_so(data, why):
    """A broken file, an empty one, one that unpacks to far more than it is: each is skipped for its reason."""
    assert reason(data).startswith(why)


def test_entities_do_not_multiply():
    """Entities that grow a thousandfold at each step are not followed."""
    names = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else HANS}">' for i in range(9))
    body = docx(paragraph(HANS))
    data = io.BytesIO()
    with ZipFile(io.BytesIO(body)) as old, ZipFile(data, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part).decode()
            if part.filename == "word/document.xml":
                content = f"<!DOCTYPE w:document [{names}]>{content.replace(HANS, '&e8;')}"
            new.writestr(part, content)
    assert len(piped(data.getvalue())) == 1
    assert "broken Word document" in reason(data.getvalue())
