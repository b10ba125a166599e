"""What is wrong in ontology files: ``meta.shapes.ttl`` over their triples, each result with file, line and remedy.

The shapes are the only place that says what an ontology file must meet, but for whether a regular expression is one; here
their results are put into words.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby

import regex
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from ..errors import OntologyError
from ..resources import ontology_dir
from ..shacl import Result, Shapes, read_shapes, validate
from .source import Node, Term, Triples, TurtleFile
from .view import ZM

SHAPES = "https://w3id.org/zhimai/shapes#"
_MISSING = " is missing in "
Engine = Callable[[Store, Shapes], tuple[Result, ...]]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in an ontology file; ``file`` is the file's number in the order of reading, ``line`` counts from 1.

    A mistake that is no ``violation`` is a recommendation: the file can be used.
    """

    file: int
    line: int
    where: str
    what: str
    remedy: str
    violation: bool

    def error(self, others: Iterable[OntologyError] = ()) -> OntologyError:
        """The mistake as an error to raise."""
        return OntologyError(self.what, where=self.where, remedy=self.remedy, others=tuple(others))


def mistakes(triples: Triples, engine: Engine = validate) -> tuple[Mistake, ...]:
    """All that is wrong, in the order of the files and lines; what follows from an unknown term is not told beside it."""
    shapes = meta_shapes()
    results = engine(_store(triples), shapes)
    unknown = {result.value for result in results if result.shape == SHAPES + "Names"}
    teller = _Teller(triples, shapes)
    found = {
        teller.mistake(result): result.value in (None, result.focus)
        for result in results
        if result.shape == SHAPES + "Names" or not unknown & {result.focus, result.value}
    }
    found |= dict.fromkeys(_forms(triples), False)
    ordered = sorted(found, key=lambda one: (not one.violation, one.file, one.line, found[one], one.where, one.what))
    return tuple(map(_together, _by_tag(ordered)))


def _forms(triples: Triples) -> Iterator[Mistake]:
    """Regular expressions that Python does not take, or that match nothing at all: no shape can tell."""
    for subject in triples.named():
        for form in triples.texts(subject, ZM + "form"):
            if form and (what := _wrong_form(form)):
                file = triples.file(subject)
                short = file.short(subject)
                line = file.line(short, "zm:form")
                remedy = "mend the regular expression; in Turtle a backslash is written twice"
                where = f"{file.path.name}:{line}: {short}" if line else f"{file.path.name}: {short}"
                yield Mistake(triples.files.index(file), line, where, f"“{form}” {what}", remedy, violation=True)


def _wrong_form(form: str) -> str:
    try:
        return "matches nothing at all" if regex.compile(form).match("") else ""
    except regex.error as error:
        return f"is no regular expression: {error.msg}"


def _by_tag(ordered: Iterable[Mistake]) -> Iterator[tuple[Mistake, ...]]:
    """What one term lacks in several tags together, all else alone."""
    for _, group in groupby(ordered, key=lambda one: (one.where, one.what.partition(_MISSING)[0])):
        found = tuple(group)
        yield from [found] if _MISSING in found[0].what else ((one,) for one in found)


def _together(found: tuple[Mistake, ...]) -> Mistake:
    tags = ", ".join(one.what.partition(_MISSING)[2] for one in found)
    return (
        found[0] if len(found) == 1 else replace(found[0], what=found[0].what.partition(_MISSING)[0] + _MISSING + tags)
    )


def raise_if_wrong(triples: Triples) -> None:
    """Raise ``OntologyError`` for the first violation, with the others in it."""
    violations = [one for one in mistakes(triples) if one.violation]
    if violations:
        raise violations[0].error(one.error() for one in violations[1:])


@cache
def meta_shapes() -> Shapes:
    """The shapes that an ontology file must meet."""
    path = ontology_dir() / "meta.shapes.ttl"
    return read_shapes(path.read_text(encoding="utf-8"), path.name)


def _store(triples: Triples) -> Store:
    store = Store()
    store.bulk_extend(Quad(*triple) for file in triples.files for triple in file.triples)
    return store


@dataclass(frozen=True)
class _Teller:
    triples: Triples
    shapes: Shapes
    _owners: dict[Node, NamedNode] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for file in self.triples.files:
            for subject, predicate, value in file.triples:
                if predicate.value == ZM + "cue" and isinstance(subject, NamedNode) and isinstance(value, BlankNode):
                    self._owners[value] = subject

    def mistake(self, result: Result) -> Mistake:
        """The result in words, and where it stands."""
        focus = self._focus(result)
        file = self._file(focus, result)
        subject = self._owner(focus)
        line = file.line(*filter(None, self._landmarks(file, focus, result)))
        place = f"{file.path.name}:{line}" if line else file.path.name
        what, _, remedy = result.message.partition("; ")
        wrong = self._wrong(result)
        return Mistake(
            file=self.triples.files.index(file),
            line=line,
            where=f"{place}: {file.short(subject)}",
            what=what if wrong in (None, focus) else f"{file.short(wrong)} {what}",
            remedy=self._near(result, file) or remedy,
            violation=result.severity == "Violation",
        )

    def _focus(self, result: Result) -> Term:
        """The term that a result is about; those about names have the namespace as their focus."""
        of_namespace = result.focus == NamedNode(ZM)
        return result.value if of_namespace and result.value is not None else result.focus

    def _owner(self, term: Term) -> Term:
        """The property of a cue, or the term itself."""
        return self._owners.get(term, term) if isinstance(term, BlankNode) else term

    def _file(self, focus: Term, result: Result) -> TurtleFile:
        """The last file that says what is wrong, or else speaks of the term at all."""
        said = [
            file
            for file in self.triples.files
            if any(s == focus and p.value == result.path and result.value in (None, o) for s, p, o in file.triples)
        ]
        return said[-1] if said else self.triples.file(focus)

    def _landmarks(self, file: TurtleFile, focus: Term, result: Result) -> Iterator[str]:
        """What stands one after the other in the text on the way to what is wrong."""
        yield file.short(self._owner(focus))
        if isinstance(focus, BlankNode):
            yield "zm:cue"
            texts = (*self.triples.texts(focus, ZM + "words"), *self.triples.texts(focus, ZM + "pattern"))
            yield f'"{texts[0]}"' if texts else ""
        yield file.short(NamedNode(result.path.removeprefix("^"))) if result.path else ""
        if result.value is not None and result.value != focus:
            yield file.short(result.value)

    def _wrong(self, result: Result) -> Term | None:
        """What a message reads on from: the value, or the property where that is what should not be there."""
        return NamedNode(result.path) if result.component.startswith("Closed") else result.value

    def _near(self, result: Result, file: TurtleFile) -> str:
        """``did you mean zm:…?`` where the value or property is a name that is nearly a known one."""
        wrong = self._wrong(result)
        if isinstance(wrong, Literal) and "names no property" in result.message:
            wrong = NamedNode(ZM + wrong.value.partition("=")[0].strip())
        if not isinstance(wrong, NamedNode) or self._is_known(wrong, result):
            return ""
        near = suggest(wrong.value, self._candidates(result))
        return f"did you mean {file.short(NamedNode(near))}?" if near else ""

    def _is_known(self, term: NamedNode, result: Result) -> bool:
        return self.triples.is_declared(term) and not result.component.startswith("Closed")

    def _candidates(self, result: Result) -> list[str]:
        if result.component.startswith("Closed"):
            closed = (c for c in self.shapes.checks if c.shape == result.shape and c.parameter == "closed")
            return [term.value for check in closed for term in check.beside if isinstance(term, NamedNode)]
        return [subject.value for subject in self.triples.named() if self.triples.is_declared(subject)]


def suggest(iri: str, known: Iterable[str]) -> str:
    """The nearest of the IRIs in the same namespace, or nothing."""
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    by_name = {one[cut:].lower(): one for one in known if one != iri and one[:cut] == iri[:cut]}
    near = difflib.get_close_matches(iri[cut:].lower(), by_name, n=1)
    return by_name[near[0]] if near else ""
