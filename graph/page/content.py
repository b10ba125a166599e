"""What the panel tells: entities, facts, figures, documents and the ontology's words, ready for JSON."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..model import Literal, Script, Status
from ..ontology import ZM
from ..script import script_of_name, simplified, traditional
from .drawing import GREY
from .filters import Filter
from .names import both_scripts, search_keys
from .numbers import exact, readable
from .quoting import Quoter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..model import Document, Entity, Evidence, Figure, Knowledge, Statement
    from ..ontology import Ontology

Json = dict[str, object]
EVERYTHING = Filter()
BACKGROUND = "background"
"""The status that the page gives to what the gazetteer says, beside those of ``Status``."""


def content(knowledge: Knowledge, ontology: Ontology, base: str, only: Filter = EVERYTHING) -> Json:
    """Everything the page knows beyond the drawing; documents are referred to by their position."""
    numbers = {text.document.id: number for number, text in enumerate(knowledge.texts)}
    scripts = {text.document.id: text.script for text in knowledge.texts}
    quoter = Quoter(knowledge.texts, knowledge.entities, context=knowledge.quote_limit is None)
    tell = _Telling(quoter, numbers)
    originals = {copy: numbers[original] for copy, original in knowledge.copies if original in numbers}
    hant = sum(text.script is Script.HANT for text in knowledge.texts)
    facts = [tell.fact(statement) for statement in knowledge.statements]
    stated = {(s.subject, s.predicate, s.object) for s in knowledge.statements if s.status is Status.ASSERTED}
    facts += [_background(triple) for triple in sorted(set(knowledge.background) - stated)]
    facts += [_listed(entity.id, *pair, ontology) for entity in knowledge.entities for pair in entity.properties]
    language = Script.HANT if 2 * hant > len(knowledge.texts) else Script.HANS
    return {
        "filter": _filter(only),
        "language": language,
        "classes": _classes(knowledge.entities, ontology),
        "properties": _properties(facts, ontology),
        "documents": [_document(text.document, text.script, originals) for text in knowledge.texts],
        "base": base,
        "vocabulary": ZM,
        "entities": [_entity(entity, numbers, scripts, language) for entity in knowledge.entities],
        "facts": facts,
        "figures": [tell.figure(figure) for figure in knowledge.figures],
        "passages": tell.passages(),
        "extractors": tell.extractors(),
    }


def _filter(only: Filter) -> list[list[str]]:
    """What the page was narrowed to: pairs of a kind and what was asked for, as it was asked."""
    asked = [("class", name) for name in only.classes] + [("property", name) for name in only.properties]
    asked += [("about", f"{name} ({only.steps})") for name in only.about]
    asked += [("document", name) for name in only.documents]
    if only.min_confidence:
        asked.append(("confidence", f"{only.min_confidence:g}"))
    if only.limit is not None:
        asked.append(("limit", f"{only.limit:,}"))
    return [list(pair) for pair in asked] + ([] if only.background else [["noBackground", ""]])


class _Telling:
    def __init__(self, quoter: Quoter, numbers: dict[str, int]) -> None:
        self._quoter = quoter
        self._numbers = numbers
        self._passages: dict[str, int] = {}
        self._extractors: dict[str, int] = {}

    def extractors(self) -> list[str]:
        """What found the evidence told so far, each once; evidence refers to them by their position."""
        return list(self._extractors)

    def passages(self) -> list[str]:
        """All passages told so far, each once; evidence refers to them by their position."""
        return list(self._passages)

    def fact(self, statement: Statement) -> Json:
        object = statement.object
        literal = isinstance(object, Literal)
        return {
            "id": statement.id,
            "s": statement.subject,
            "p": statement.predicate,
            **({"value": object.value, "type": object.datatype} if isinstance(object, Literal) else {"o": object}),
            "status": statement.status,
            "confidence": round(statement.confidence, 2),
            "qualifiers": [list(pair) for pair in (*statement.qualifiers, *_times(statement))],
            "evidence": self._evidence(
                f"statement/{statement.id}", statement.evidence, statement.subject, "" if literal else str(object)
            ),
        }

    def figure(self, figure: Figure) -> Json:
        return {
            "about": figure.about,
            "measure": figure.measure,
            "value": readable(figure.value),
            "exact": exact(figure.value),
            "unit": "" if figure.unit == "1" else figure.unit,
            "comparator": figure.comparator,
            "notation": figure.notation,
            "time": [figure.time.start, figure.time.end] if figure.time else [],
            "asOf": figure.as_of,
            "shareOf": figure.share_of,
            "against": figure.against,
            "status": figure.status,
            "confidence": round(figure.confidence, 2),
            "evidence": self._evidence("", figure.evidence, figure.about),
        }

    def _evidence(self, record: str, evidence: Sequence[Evidence], subject: str, object: str = "") -> list[Json]:
        """The passages; of a ``record`` that can be saved as RDF, with what that needs."""
        unique = {(item.document, item.start, item.end): item for item in evidence}
        return [
            {
                "document": self._numbers.get(item.document, -1),
                **self._passage(self._quoter.passage(item, subject, object), item.quote if record else ""),
                **(self._source(record, item) if record else {}),
            }
            for item in unique.values()
        ]

    def _source(self, record: str, item: Evidence) -> Json:
        """Where the quote stands and what found it, beside the passage: a list, since there are many of them."""
        by = self._extractors.setdefault(item.extractor, len(self._extractors))
        when = [item.time.start, item.time.end] if item.time else []
        return {"source": [item.key(record), item.start, item.end, by, round(item.score, 2), item.omitted, *when]}

    def _passage(self, pieces: Sequence[tuple[str, int]], quote: str) -> Json:
        """The passage by its number, its pieces by their length in characters and their role; and where in it the quote
        stands, where one is asked for that is not the whole of it.
        """
        text = "".join(piece for piece, _ in pieces)
        number = self._passages.setdefault(text, len(self._passages))
        part = {"quote": [text.find(quote), len(quote)]} if quote and quote != text else {}
        return {"passage": number, "pieces": [[len(piece), role] for piece, role in pieces], **part}


def _times(statement: Statement) -> Iterator[tuple[str, str]]:
    """When a statement holds, as the page tells qualifiers."""
    return (("time", "/".join(filter(None, (time.start, time.end)))) for time in statement.times())


def _background(triple: tuple[str, str, str]) -> Json:
    subject, predicate, object = triple
    return {"s": subject, "p": predicate, "o": object, "status": BACKGROUND, "qualifiers": [], "evidence": []}


def _classes(entities: Iterable[Entity], ontology: Ontology) -> list[Json]:
    counts = Counter(entity.type for entity in entities)
    families: Counter[str] = Counter()
    space = {name: ontology.classes[name].space if name in ontology.classes else name for name in counts}
    for name, count in counts.items():
        families[space[name]] += count
    order = sorted(counts, key=lambda name: (-families[space[name]], space[name], -counts[name], name))
    return [_class(name, counts[name], ontology) for name in order]


def _class(name: str, count: int, ontology: Ontology) -> Json:
    known = ontology.classes.get(name)
    look = {"colour": known.colour, "shape": known.shape} if known else {"colour": GREY, "shape": "dot"}
    look |= _foreign(name, known.iri) if known else {}
    return {"id": name, "labels": dict(sorted(known.labels.items())) if known else {}, "count": count, **look}


def _properties(facts: Iterable[Json], ontology: Ontology) -> list[Json]:
    counts = Counter(str(fact["p"]) for fact in facts)
    qualifiers = {str(pair[0]) for fact in facts for pair in fact["qualifiers"]}  # type: ignore[attr-defined]
    names = [name for name in ontology.properties if name in counts or name in qualifiers]
    names += sorted(name for name in counts if name not in ontology.properties)
    return [_property(name, counts[name], ontology) for name in names]


def _property(name: str, count: int, ontology: Ontology) -> Json:
    known = ontology.properties.get(name)
    return {
        "id": name,
        "labels": dict(sorted(known.labels.items())) if known else {},
        "inverse": dict(sorted(known.inverse_labels.items())) if known else {},
        "symmetric": bool(known and known.symmetric),
        "count": count,
        **(_foreign(name, known.iri) if known else {}),
    }


def _foreign(name: str, iri: str) -> dict[str, str]:
    """The IRI of a term, where it is not in our own vocabulary under its name."""
    return {} if iri == ZM + name else {"iri": iri}


def _listed(id: str, property: str, value: str, ontology: Ontology) -> Json:
    """A value from a user's list of entities, without a sentence."""
    told = {key: told for key, told in _background((id, property, "")).items() if key != "o"}
    known = ontology.properties.get(property)
    kind = known.range.removeprefix("xsd:") if known and known.range.startswith("xsd:") else ""
    return told | {"value": value, "type": "" if kind == "string" else kind}


def _document(document: Document, script: Script, originals: Mapping[str, int]) -> Json:
    return {
        "id": document.id,
        "title": document.title or PurePosixPath(document.uri.replace("\\", "/")).name or document.id,
        "published": document.published,
        "publisher": document.publisher,
        "url": document.url if document.url.startswith(("https://", "http://")) else "",
        "script": script,
        "copyOf": originals.get(document.id, -1),
    }


def _entity(entity: Entity, numbers: dict[str, int], scripts: Mapping[str, Script], language: Script) -> Json:
    occurrences = Counter(numbers[m.document] for m in entity.mentions if m.document in numbers)
    names = (entity.name, *entity.aliases)
    forms = [form for name in names for form in both_scripts(name)]
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        **_labels(entity, scripts, language),
        "aliases": list(dict.fromkeys(alias for alias in entity.aliases if alias != entity.name)),
        "converted": [form for form in dict.fromkeys(forms) if form not in names],
        "keys": [list(key) for key in search_keys((*names, *entity.hidden))],
        "code": entity.code,
        "sameAs": list(entity.same_as),
        "background": entity.background,
        "documents": sorted(occurrences.items()),
    }


def _labels(entity: Entity, scripts: Mapping[str, Script], language: Script) -> Json:
    """The script of its name, as that or else the first article that has it betrays it, where that is not the page's own;
    and its name in the other, where that differs.
    """
    first = scripts.get(entity.mentions[0].document, Script.HANS) if entity.mentions else Script.HANS
    script = script_of_name(entity.name, first)
    other = (simplified if script is Script.HANT else traditional)(entity.name)
    told = {"script": script} if script != language else {}
    return told | ({"other": other} if other != entity.name else {})
