"""Invented articles in both scripts, and one way to read bytes."""

from __future__ import annotations

import io

from graph.ingest import read
from graph.model import Document, Skipped

HANS = (
    "第三届宁港国际水产博览会今天在宁港闭幕。各方共达成一百多项合作成果，参展企业来自四十个国家和地区，比上届增加十个。"
)
HANT = (
    "第三屆寧港國際水產博覽會今天在寧港閉幕。各方共達成一百多項合作成果，參展企業來自四十個國家和地區，比上屆增加十個。"
)


def piped(data: bytes | str) -> list[Document | Skipped]:
    """What is read from standard input."""
    return list(read(["-"], io.BytesIO(data.encode() if isinstance(data, str) else data)))


def document(data: bytes | str) -> Document:
    """The one article in the data."""
    (found,) = piped(data)
    assert isinstance(found, Document), found
    return found


def reason(data: bytes | str) -> str:
    """Why the data, which is no article, is skipped."""
    (found,) = piped(data)
    assert isinstance(found, Skipped), found
    return found.reason
