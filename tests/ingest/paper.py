"""Small PDFs, line by line: a Chinese font that is named and not embedded, each character as wide as high."""

from __future__ import annotations

from collections.abc import Sequence

MARGIN, PITCH = 60, 20

Set = tuple[str, float, float, float]
"""A line as it is set: its text, its left end, its height above the page's foot, its size."""


def column(*lines: str, left: float = MARGIN, top: float = 760, size: float = 12) -> list[Set]:
    """Lines below one another; one that begins with 　　 is indented by that."""
    shown = [(line.lstrip("\u3000"), left + size * (len(line) - len(line.lstrip("\u3000")))) for line in lines]
    return [(text, start, top - PITCH * number, size) for number, (text, start) in enumerate(shown)]


def pdf(*pages: Sequence[Set], mapped: bool = True) -> bytes:
    """A PDF of these pages; where the font is not ``mapped``, it does not tell which characters it shows."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    encoding = "/UniGB-UCS2-H" if mapped else "/Identity-H"
    ordering = "GB1" if mapped else "Identity"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        f"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding{encoding}/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 4>>"
        "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -120 1000 880]"
        "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>",
    ]
    for number, page in enumerate(pages):
        content = "\n".join(
            f"BT /F1 {size} Tf {left} {top} Td <{text.encode('utf-16-be').hex()}> Tj ET"
            for text, left, top, size in page
        )
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {6 + 2 * number} 0 R/Resources<</Font<</F1 3 0 R>>>>>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF"
    )
    return data + end.encode("ascii")
