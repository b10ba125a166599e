"""What a request asks, after the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from .answering import Question

_FORM, _QUERY, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_READ_ONLY = "this endpoint is read-only; use SELECT, ASK, CONSTRUCT or DESCRIBE"
_MOST_FIELDS = 1000
_Fields = list[tuple[str, str]]


async def asked(request: Request, most: int) -> Question | None:
    """The question of a request; nothing where it holds no query, and so asks for the service description.

    Args:
        request: a GET, HEAD or POST.
        most: bytes that its body may have.

    Raises:
        HTTPException: it breaks the protocol, asks for an update or is too large.
    """
    in_address = _fields(request.scope["query_string"])
    if request.method != "POST":
        return _question(in_address, request, wanted=False)
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == _UPDATE:
        raise HTTPException(403, _READ_ONLY)
    if media_type not in (_FORM, _QUERY):
        what = f"the media type {media_type} is not understood" if media_type else "the media type is missing"
        raise HTTPException(415, f"{what}; send {_QUERY} or {_FORM}", {"Accept": f"{_QUERY}, {_FORM}"})
    body = await body_of(request, most)
    if media_type == _FORM:
        return _question(_fields(body), request, wanted=True)
    if any(name == "query" for name, _ in in_address):
        raise HTTPException(400, "two queries, in the address and in the body; send one")
    return _question([("query", _decoded(body)), *in_address], request, wanted=True)


def _question(fields: _Fields, request: Request, *, wanted: bool) -> Question | None:
    """The question in the fields; those that the protocol does not know are passed over."""
    if any(name == "update" for name, _ in fields):
        raise HTTPException(403, _READ_ONLY)
    queries = [value for name, value in fields if name == "query"]
    if len(queries) > 1:
        raise HTTPException(400, "several queries; send one")
    if not queries:
        if wanted:
            raise HTTPException(400, "no query; send one in the field query")
        return None
    default = tuple(value for name, value in fields if name == "default-graph-uri")
    named = tuple(value for name, value in fields if name == "named-graph-uri")
    graphs = (default, named) if default or named else None
    return Question(queries[0], ", ".join(request.headers.getlist("accept")), graphs)


def _fields(text: bytes) -> _Fields:
    try:
        return parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeError as error:
        raise HTTPException(400, "the parameters are not percent-encoded UTF-8") from error
    except ValueError as error:
        raise HTTPException(400, f"more than {_MOST_FIELDS} parameters") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeError as error:
        raise HTTPException(400, "the query is not UTF-8") from error


async def body_of(request: Request, most: int) -> bytes:
    """The body, of which no more is read than may be there."""
    said = request.headers.get("content-length", "0")
    body = bytearray()
    if not said.isdecimal() or int(said) <= most:
        async for part in request.stream():
            body += part
            if len(body) > most:
                break
        else:
            return bytes(body)
    raise HTTPException(
        413, f"the request is larger than {most // 1024} kB; ask a shorter query", {"Connection": "close"}
    )
