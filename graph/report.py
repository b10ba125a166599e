"""What a build made, as a value, as JSON and as a page of Markdown."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .judgements import Change, Changes
from .model import DAMAGED, PROGRAM, Figure, Knowledge, Statement, Text, Verdict


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made.

    ``documents`` are distinct; ``duplicates`` were there once more. ``entities`` counts by class those that a text
    names, ``background`` what the gazetteer adds. ``relations`` counts by property, ``statuses`` the same relations by
    how far the texts commit themselves. ``merges`` counts the judgements by which two names became one entity.
    ``violations`` counts what is wrong in the outputs themselves; see ``validation.ttl``. ``skipped`` pairs each source
    left out with the reason, ``warnings`` each article read in spite of a fault with that.
    ``copies`` lists each article that has near-duplicates, with those: together they are one voice.
    ``conflicts`` lists pairs that cannot both be true: what they are about, then each as it is told, with its source.
    ``notes`` are lines on the lists of entities that deserve a look. ``decided`` counts by verdict what a person decided;
    ``unapplied`` pairs the place of each decision that does not apply with why, ``left_out`` that of one with what no
    longer fits after it. ``changes`` is what became of judgements since the build before into the same folder, ``None``
    where there was none. ``seconds`` is by stage; ``peak_memory_mb`` is 0
    where the system does not tell it.
    """

    documents: int
    duplicates: int
    characters: int
    entities: Mapping[str, int]
    background: int
    relations: Mapping[str, int]
    statuses: Mapping[str, int]
    figures: int
    mentions: int
    merges: int
    violations: int
    skipped: tuple[tuple[str, str], ...]
    warnings: tuple[tuple[str, str], ...]
    seconds: Mapping[str, float]
    peak_memory_mb: int
    copies: tuple[tuple[str, tuple[str, ...]], ...] = ()
    conflicts: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[str, ...] = ()
    decided: Mapping[str, int] = field(default_factory=dict)
    unapplied: tuple[tuple[str, str], ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    changes: Changes | None = None

    @property
    def complete(self) -> bool:
        """Whether no source was left out."""
        return not self.skipped

    @property
    def conforms(self) -> bool:
        """Whether the outputs meet the shapes."""
        return not self.violations

    def to_json(self) -> str:
        """The report as a JSON object with a line break at the end."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"

    def to_markdown(self) -> str:
        """The report as a page to read."""
        entities, relations = sum(self.entities.values()), sum(self.relations.values())
        parts = [
            "# What was built",
            _table(
                ("", "number"),
                (
                    ("documents", self.documents),
                    ("the same again", self.duplicates),
                    ("characters", self.characters),
                    ("mentions", self.mentions),
                    ("entities", entities),
                    ("relations", relations),
                    ("figures", self.figures),
                    ("names merged", self.merges),
                    ("places added from the gazetteer", self.background),
                    ("sources skipped", len(self.skipped)),
                    ("articles with a fault", len(self.warnings)),
                    ("validation", "conforms" if self.conforms else f"{self.violations} results"),
                ),
            ),
            "## Entities by class",
            _table(("class", "number"), self.entities.items()),
            "## Relations by property",
            _table(("property", "number"), self.relations.items()),
            "## Relations by status",
            _table(("status", "number"), self.statuses.items()),
            "## Skipped sources",
            _table(("source", "reason"), self.skipped),
            "## Articles with a fault",
            _table(("article", "fault"), self.warnings),
            "## Near-duplicates",
            self._near_duplicates(),
            "## Conflicts",
            "\n\n".join(f"{_cell(what)}\n\n- {_cell(one)}\n- {_cell(other)}" for what, one, other in self.conflicts)
            or "None.",
            *(["## Notes", "\n".join(f"- {note}" for note in self.notes)] if self.notes else []),
            *self._decisions(),
            *(_changes(self.changes) if self.changes else ()),
            "## Time and memory",
            _table(("stage", "seconds"), ((stage, f"{value:.2f}") for stage, value in self.seconds.items())),
            f"Peak memory: {self.peak_memory_mb} MB" if self.peak_memory_mb else "Peak memory: unknown on this system",
        ]
        return "\n\n".join(parts) + "\n"

    def _decisions(self) -> Iterator[str]:
        """What a person decided, where anybody did."""
        for title, head, rows in (
            ("Decisions of persons", ("decision", "number"), self.decided.items()),
            ("Decisions that do not apply", ("line", "why"), self.unapplied),
            ("Left out by a decision", ("line", "what"), self.left_out),
        ):
            if rows:
                yield f"## {title}"
                yield _table(head, rows)

    def _near_duplicates(self) -> str:
        articles = len(self.copies) + sum(len(copies) for _, copies in self.copies)
        rows = ((original, copy) for original, copies in self.copies for copy in copies)
        told = f"Near-duplicates: {articles} articles in {len(self.copies)} group{'s' * (len(self.copies) != 1)}"
        return (
            f"{told}; each group counts as one voice.\n\n{_table(('original', 'copy'), rows)}" if articles else "None."
        )

    def write(self, directory: Path) -> None:
        """Write ``report.json`` and ``report.md`` into ``directory``."""
        for name, text in (("report.json", self.to_json()), ("report.md", self.to_markdown())):
            (directory / name).write_text(text, encoding="utf-8", newline="\n")


def report_on(
    knowledge: Knowledge,
    *,
    duplicates: int = 0,
    violations: int = 0,
    seconds: Mapping[str, float],
    notes: tuple[str, ...] = (),
    changes: Changes | None = None,
) -> Report:
    """Count what ``knowledge`` holds; ``duplicates`` were left out of it, ``violations`` were found in the outputs,
    ``seconds`` is what each stage took, ``changes`` what is otherwise than in the build before.
    """
    named = [entity for entity in knowledge.entities if not entity.background]
    return Report(
        documents=len(knowledge.texts),
        duplicates=duplicates,
        characters=sum(len(text.document.source) for text in knowledge.texts),
        entities=_counts(entity.type for entity in named),
        background=len(knowledge.entities) - len(named),
        relations=_counts(statement.predicate for statement in knowledge.statements),
        statuses=_counts(statement.status.value for statement in knowledge.statements),
        figures=len(knowledge.figures),
        mentions=sum(len(entity.mentions) for entity in named),
        merges=sum(judgement.verdict is Verdict.SAME for judgement in knowledge.judgements),
        violations=violations,
        skipped=tuple((skipped.uri, skipped.reason) for skipped in knowledge.skipped),
        warnings=tuple(_damage(knowledge.texts)),
        seconds={stage: round(value, 3) for stage, value in seconds.items()},
        peak_memory_mb=_peak_memory_mb(),
        copies=tuple(_copies(knowledge)),
        conflicts=tuple(_conflicts(knowledge)),
        notes=notes,
        decided=_counts(judgement.verdict.value for judgement in knowledge.judgements if judgement.by != PROGRAM),
        unapplied=knowledge.outcome.unapplied,
        left_out=knowledge.outcome.left_out,
        changes=changes,
    )


def _copies(knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The originals with their copies, by the sources that they are."""
    sources = {text.document.id: text.document.uri for text in knowledge.texts}
    by_original: dict[str, list[str]] = {}
    for copy, original in knowledge.copies:
        by_original.setdefault(sources[original], []).append(sources[copy])
    return ((original, tuple(sorted(copies))) for original, copies in sorted(by_original.items()))


def _conflicts(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Each conflict in words: the thing with its measure or relation, then both sides with a sentence."""
    told: dict[str, Figure | Statement] = {f"observation/{figure.id}": figure for figure in knowledge.figures}
    told |= {f"statement/{statement.id}": statement for statement in knowledge.statements}
    names = {entity.id: entity.name for entity in knowledge.entities}
    sources = {text.document.id: text.document.uri for text in knowledge.texts}
    copies = {copy for copy, _ in knowledge.copies}
    for left, right in knowledge.conflicts:
        one, other = told[left], told[right]
        yield _subject(one, names), _side(one, names, sources, copies), _side(other, names, sources, copies)


def _subject(said: Figure | Statement, names: Mapping[str, str]) -> str:
    if isinstance(said, Statement):
        return f"{names[said.subject]}: {said.predicate}"
    when = said.as_of or (said.time and said.time.start) or ""
    return f"{names[said.about]}: {said.measure} {when}".strip()


def _side(
    said: Figure | Statement, names: Mapping[str, str], sources: Mapping[str, str], copies: Collection[str]
) -> str:
    if isinstance(said, Figure):
        value = f"{said.comparator} {said.value:,f} {said.unit}"
    elif isinstance(said.object, str):
        value = f"{said.status.value} {names[said.object]}"
    else:
        value = f"{said.status.value} {said.object.value}"
    first = min(said.evidence, key=lambda evidence: evidence.document in copies)  # an original before its copies
    quote = f" “{first.quote}”" if first.quote else ""
    return f"{value.strip()}:{quote} ({sources[first.document]})"


def _changes(changes: Changes) -> Iterator[str]:
    """What became of judgements since the build before, a few of each sort with their reasons."""
    yield "## Names since the last build"
    groups = (
        ("new merges", changes.merged),
        ("merges withdrawn", changes.withdrawn),
        ("other verdicts", changes.changed),
    )
    yield _table(("", "number"), ((title, group.number) for title, group in groups))
    for title, group in groups:
        if group.examples:
            least = ", the least sure" if group.number > len(group.examples) else ""
            yield f"{title[0].upper()}{title[1:]}{least}:"
            yield "\n".join(f"- {_change(one)}" for one in group.examples)


def _change(change: Change) -> str:
    verdict = f": {change.was}, now {change.verdict}" if change.was else ""
    return _cell(f"{change.left} / {change.right}{verdict} ({change.reason})")


def _damage(texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
    """The articles in which characters were swallowed, with the number of places."""
    for text in sorted(texts, key=lambda text: text.document.uri):
        if places := len(re.findall(f"{DAMAGED}+", text.key)):
            yield (
                text.document.uri,
                f"damaged at {places} place{'s' * (places > 1)}, where no name is read; save it again from its source",
            )


def _counts(names: Iterable[str]) -> dict[str, int]:
    """How often each name occurs, most frequent first, then by name."""
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))


def _table(head: tuple[str, str], rows: Iterable[tuple[str, object]]) -> str:
    body = [f"| {_cell(left)} | {_cell(str(right))} |" for left, right in rows]
    if not body:
        return "None."
    return "\n".join([f"| {head[0]} | {head[1]} |", "|---|---|", *body])


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def _peak_memory_mb() -> int:
    try:
        import resource  # not on Windows
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1 << 20) if sys.platform == "darwin" else peak / (1 << 10))
