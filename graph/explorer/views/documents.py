"""The articles of a build: a list that can be narrowed, and each with its mentions, facts and figures in its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from ...show import fold
from .articles import Counts, Head
from .asked import Asked, Json, Unknown
from .facts import thing_told
from .figures import number_told
from .passages import Passages
from .schema import term_name
from .text import Mention, Span, paragraphs, part_of, parts

if TYPE_CHECKING:
    from .opened import Opened

WHOLE: Span = (0, 1 << 60)
SORTS = ("published", "title", "publisher", "facts", "mentions")
_NAMING = "SELECT DISTINCT ?document WHERE { $thing zm:mentionedIn ?document }"
_MENTIONS = """SELECT ?start ?end ?entity WHERE { GRAPH $document { ?mention zm:entity ?entity ; zm:start ?start ; zm:end ?end }
  FILTER(?end > $first && ?start < $last) } ORDER BY ?start DESC(?end) ?entity"""
_NAMED = "SELECT ?entity (COUNT(*) AS ?n) WHERE { GRAPH $document { ?mention zm:entity ?entity } } GROUP BY ?entity"
_FACTS = """SELECT ?said ?s ?p ?o ?status ?confidence ?start ?end ?quote WHERE {
  GRAPH $document { ?said zm:evidence ?evidence ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; zm:status ?status ; zm:confidence ?confidence .
    ?evidence zm:start ?start ; zm:end ?end OPTIONAL { ?evidence zm:quote ?quote } }
  FILTER(?start >= $first && ?start < $last) } ORDER BY ?start ?end ?said"""
_FIGURES = """SELECT ?said ?s ?measure ?value ?unit ?notation ?comparator ?status ?confidence ?time ?from ?to ?start ?end ?quote WHERE {
  GRAPH $document { ?said zm:evidence ?evidence ; zm:about ?s ; zm:measure ?measure ; zm:value ?value ; zm:comparator ?comparator ;
      zm:status ?status ; zm:confidence ?confidence . ?evidence zm:start ?start ; zm:end ?end OPTIONAL { ?evidence zm:quote ?quote }
    OPTIONAL { ?said zm:unit ?unit } OPTIONAL { ?said zm:notation ?notation }
    OPTIONAL { ?said zm:time ?time } OPTIONAL { ?said zm:timeStart ?from ; zm:timeEnd ?to } }
  FILTER(?start >= $first && ?start < $last) } ORDER BY ?start ?end ?said"""


@dataclass(frozen=True, slots=True)
class Articles(Asked):
    """Articles: those with a text in their title, of a publisher, of some years, that name a thing; so many, from one on.

    ``sort`` is one of ``SORTS``, with a minus before it for the greatest first.
    """

    typed: str = ""
    publisher: str = ""
    since: str = ""
    until: str = ""
    thing: str = ""
    sort: str = "-published"
    start: int = 0
    most: int = 100

    def told(self, opened: Opened) -> Json:
        """``articles``, the ``count`` of all that fit, the ``total`` of the build, its ``publishers`` with how many articles each
        (and ``publisher``, as the one that is wanted is called there), and its first and last year (``years``).
        """
        heads = opened.articles.heads
        named = opened.iri(self.thing) if self.thing else ""
        found = [head for head in heads.values() if self._fits(head)]
        if named:
            rows = opened.store.query(_NAMING.replace("$thing", str(NamedNode(named))))
            naming = {row["document"] for row in rows}
            found = [head for head in found if head.iri in naming]
        found = _sorted(opened, found, self.sort)
        years = sorted({head.published[:4] for head in heads.values() if head.published})
        return {
            "articles": [_listed(opened, head) for head in found[self.start : self.start + self.most]],
            "count": len(found),
            "total": len(heads),
            "publishers": opened.articles.publishers,
            "publisher": next(
                (name for name, _ in opened.articles.publishers if self._published(name)), self.publisher
            ),
            "years": [years[0], years[-1]] if years else [],
            "thing": thing_told(opened, opened.catalogue.number[named]) if named else None,
        }

    def _fits(self, head: Head) -> bool:
        return (
            (not self.typed or fold(self.typed) in fold(head.shown))
            and (not self.publisher or self._published(head.publisher))
            and (not self.since or head.published[:4] >= self.since)
            and (not self.until or "" < head.published[:4] <= self.until)
        )

    def _published(self, name: str) -> bool:
        return bool(self.publisher) and fold(name) == fold(self.publisher)


def _sorted(opened: Opened, heads: Iterable[Head], sort: str) -> list[Head]:
    """By one of their fields, what has none last; those that are alike by title."""
    name, down = sort.removeprefix("-"), sort.startswith("-")
    counts = opened.articles.counts._asdict() if name in Counts._fields else {}

    def key(head: Head) -> Any:  # noqa: ANN401 a text or a number
        return counts[name].get(head.iri, 0) if name in counts else getattr(head, name if name in SORTS else SORTS[0])

    by_title = sorted(heads, key=lambda head: (head.shown, head.iri))
    known = sorted((head for head in by_title if key(head) != ""), key=key, reverse=down)
    return [*known, *(head for head in by_title if key(head) == "")]


def _listed(opened: Opened, head: Head) -> Json:
    articles = opened.articles
    return {
        **articles.told(head.iri),
        "source": head.sources[0] if head.sources else "",
        "language": head.language,
        "mentions": articles.counts.mentions.get(head.iri, 0),
        "facts": articles.counts.facts.get(head.iri, 0),
    }


@dataclass(frozen=True, slots=True)
class Article(Asked):
    """An article by the last part of its IRI: a part of its text, and what is said there.

    Args:
        id: the last part of its IRI.
        part: which part of a long text, from 1; that with ``start``, where it is 0.
        start: where a passage begins that is to be highlighted.
        end: where it ends.
        said: the id of the fact or figure that the passage bears out, whose ends are marked in it.
    """

    id: str
    part: int = 0
    start: int = -1
    end: int = -1
    said: str = ""

    def told(self, opened: Opened) -> Json:
        """What is known of it; ``paragraphs`` of its text, where the build kept it; what is named, said and measured there (``things``,
        ``facts``, ``figures``); how often all of it names things of each class (``classes``), and how many things (``named``).
        """
        head = head_of(opened, self.id)
        text, passages = opened.articles.text(head.iri), Passages(opened)
        bounds = parts(text or "")
        at = min(self.part, len(bounds)) - 1 if self.part else part_of(bounds, self.start)
        span = bounds[at] if text is not None else WHOLE
        facts = facts_in(opened, head.iri, passages, span)
        figures = figures_in(opened, head.iri, passages, span)
        chosen = next((one for one in (*facts, *figures) if self._chooses(one)), None)
        mentions, counts = mentions_of(opened, head.iri, span), _counts(opened, head.iri)
        roles = _roles(self.start, self.end, chosen)
        return {
            **_told(opened, head),
            "text": text is not None,
            "length": len(text or ""),
            "part": at + 1,
            "parts": len(bounds),
            "paragraphs": [] if text is None else paragraphs(text, span, mentions, roles),
            "classes": _classes(opened, counts),
            "things": _things(opened, counts, {one.thing for one in mentions}),
            "named": len(counts),
            "facts": facts,
            "figures": figures,
            "chosen": chosen["id"] if chosen else "",
        }

    def _chooses(self, one: Json) -> bool:
        return bool(one["id"] == self.said and one["start"] == self.start and one["end"] == self.end)


def head_of(opened: Opened, id: str) -> Head:
    """The article of that id.

    Raises:
        Unknown: there is none.
    """
    head = opened.articles.heads.get(opened.catalogue.iri(f"document/{id}"))
    if head is None:
        raise Unknown("no such article", where=id, remedy="/documents lists them")
    return head


def mentions_of(opened: Opened, iri: str, span: Span = WHOLE) -> list[Mention]:
    """Where the article, in that part of it, names which thing."""
    numbers = opened.catalogue.number
    return [
        Mention(int(row["start"]), int(row["end"]), numbers[row["entity"]])
        for row in _in_article(opened, _MENTIONS, iri, span)
        if row["entity"] in numbers
    ]


def facts_in(opened: Opened, iri: str, passages: Passages, span: Span = WHOLE) -> list[Json]:
    """The facts that the article bears out, as they come in it, with the places of their ends in the quote."""
    numbers, found = opened.catalogue.number, []
    for row in _in_article(opened, _FACTS, iri, span):
        name, at = term_name(row["p"]), numbers.get(row["o"], -1)
        other = thing_told(opened, at) if at >= 0 else {"value": row["o"]}
        ends = (row["s"], row["o"] if at >= 0 else "")
        more = {"property": name, "labels": opened.schema.labels.get(name, {}), "object": other}
        found.append({**_said(opened, row, iri, ends, passages), **more})
    return _once(found)


def figures_in(opened: Opened, iri: str, passages: Passages, span: Span = WHOLE) -> list[Json]:
    """The figures that the article gives, as they come in it."""
    found = []
    for row in _in_article(opened, _FIGURES, iri, span):
        unit = row.get("unit", "1")
        number = number_told(row["value"], "" if unit == "1" else unit, row.get("notation", ""))
        compared = term_name(row["comparator"])
        told = {
            "measure": row["measure"],
            **number,
            "comparator": compared,
            "when": row.get("time") or row.get("from", ""),
        }
        more = {"until": row.get("to", ""), "compared": opened.schema.labels.get(compared, {})}
        found.append({**_said(opened, row, iri, (row["s"], ""), passages), **told, **more})
    return _once(found)


def _said(opened: Opened, row: dict[str, str], iri: str, ends: tuple[str, str], passages: Passages) -> dict[str, Any]:
    span = int(row["start"]), int(row["end"])
    at = opened.catalogue.number.get(row["s"], -1)
    return {
        "id": opened.catalogue.id(row["said"]),
        "subject": thing_told(opened, at) if at >= 0 else {"value": row["s"]},
        "status": term_name(row["status"]),
        "confidence": float(row["confidence"]),
        "start": span[0],
        "end": span[1],
        "quote": row.get("quote", ""),
        "marks": [passages.within(one, iri, span) for one in ends],
    }


def _once(found: list[Any]) -> list[Any]:
    """What several rules read out of one passage is told once."""
    return list({(one["id"], one["start"], one["end"]): one for one in found}.values())


def _in_article(opened: Opened, sparql: str, iri: str, span: Span) -> Iterable[dict[str, str]]:
    """The rows of a query about a part of an article."""
    values = {"$document": str(NamedNode(iri)), "$first": str(span[0]), "$last": str(span[1])}
    for name, value in values.items():
        sparql = sparql.replace(name, value)
    return opened.store.query(sparql)


def _roles(start: int, end: int, chosen: Json) -> list[tuple[int, int, int]]:
    """The spans that are highlighted, each with the number of its role: the passage, then the ends of the fact in it."""
    if not 0 <= start < end:
        return []
    marks = chosen["marks"] if chosen else [[], []]
    return [(start, end, 1), *((*span, role) for role, spans in ((2, marks[0]), (3, marks[1])) for span in spans)]


def _told(opened: Opened, head: Head) -> dict[str, Any]:
    articles = opened.articles
    return {
        **articles.told(head.iri),
        "id": head.iri.rpartition("/")[2],
        "creator": head.creator,
        "language": head.language,
        "sources": head.sources,
        "copies": [articles.told(one) for one in articles.copies.get(head.iri, ())],
    }


def _counts(opened: Opened, iri: str) -> dict[int, int]:
    """How often the article names each thing, by their numbers."""
    numbers = opened.catalogue.number
    rows = opened.store.query(_NAMED.replace("$document", str(NamedNode(iri))))
    return {numbers[row["entity"]]: int(row["n"]) for row in rows if row["entity"] in numbers}


def _classes(opened: Opened, counts: Mapping[int, int]) -> dict[str, int]:
    found = Counter[str]()
    for at, count in counts.items():
        found[opened.catalogue.things[at].cls] += count
    return dict(found.most_common())


def _things(opened: Opened, counts: Mapping[int, int], shown: Collection[int]) -> dict[int, Json]:
    """Things of which a part of the article speaks: how often all of it does, in how many articles, with how many links."""
    things, degree = opened.catalogue.things, opened.catalogue.degree
    best = sorted(shown, key=lambda at: (-counts[at], things[at].name))
    return {
        at: {**thing_told(opened, at), "here": counts[at], "documents": things[at].documents, "links": degree(at)}
        for at in best
    }
