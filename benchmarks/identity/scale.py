"""How long identity takes over ten thousand short documents, beside comparing every name with every other."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UsageError
from graph.gazetteer import load_gazetteer
from graph.model import Extraction, Knowledge
from graph.ontology import Ontology, load_ontology
from graph.resolve import resolve
from graph.resolve.bundles import Key, bundles_of
from graph.resolve.candidates import candidates
from graph.resolve.clusters import clusters_of
from graph.resolve.normal import normal

from .corpora import alone, read, sentences, short_names

DOCUMENTS = 10_000
ALONE = 500  # names without a text, at least
SHOWN = 20
ALIKE = 80  # from which share of common characters on the peer takes two names for alike, of 100
_ROWS = 500  # names that the peer compares with all others at a time


@dataclass(slots=True)
class Taken:
    """How long something takes: ``seconds`` by the clock on the wall, and ``busy`` those in which the processor was at it."""

    seconds: float = 0.0
    busy: float = 0.0

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s ({self.busy:.1f} s of the processor)"


@contextmanager
def timed() -> Iterator[Taken]:
    """What is inside, timed."""
    taken = Taken()
    begun, busy = time.perf_counter(), time.process_time()
    yield taken
    taken.seconds, taken.busy = time.perf_counter() - begun, time.process_time() - busy


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentences and names without a text, with how long the sentences took to read."""

    extractions: list[Extraction]
    names: list[str]
    sentences: int
    taken: Taken


def corpus(shared: Path, documents: int = DOCUMENTS) -> Corpus:
    """So many documents: sentences of FinRE and FewFC, and short names of firms to make them up."""
    found = sentences(shared, "finre-train", "finre-valid", "fewfc")[: documents - ALONE]
    with timed() as taken:
        said = read(found)
    names = short_names(shared, documents - len(said))
    return Corpus([*said, *alone(names, "names")], names, len(said), taken)


def blocked(extractions: Sequence[Extraction], ontology: Ontology) -> tuple[list[Key], int]:
    """The names that are to be told apart, and how many pairs of them the blocks bring together."""
    gazetteer = load_gazetteer()
    clusters = [
        cluster
        for number, one in enumerate(extractions)
        for cluster in clusters_of(number, one, ontology, gazetteer, frozenset())
    ]
    bundles, known = bundles_of(clusters, ontology, gazetteer)
    return list(bundles), len(candidates(bundles, known.aliases))


def merged_names(knowledge: Knowledge, names: Sequence[str]) -> list[tuple[str, ...]]:
    """Names that stand alone in their documents and are one thing with others that do: those of each thing."""
    given = {normal(name): name for name in names}
    own = {text.document.id for text in knowledge.texts if text.clean == text.document.source and text.clean in names}
    found = (
        {normal(m.surface) for m in entity.mentions if m.document in own} & given.keys()
        for entity in knowledge.entities
    )
    return sorted(tuple(sorted(given[name] for name in one)) for one in found if len(one) > 1)


def all_pairs(keys: Sequence[Key]) -> tuple[int, int]:
    """Every name compared with every other of its kind by RapidFuzz: how many pairs, and how many are alike.

    Raises:
        UsageError: where RapidFuzz is not installed.
    """
    try:
        from rapidfuzz import fuzz, process
    except ImportError as error:
        raise UsageError("it is not installed", where="rapidfuzz", remedy="pip install rapidfuzz") from error
    spaces: dict[str, list[str]] = defaultdict(list)
    for space, name in keys:
        spaces[space].append(name)
    alike = 0
    for names in spaces.values():
        for at in range(0, len(names), _ROWS):
            rows = names[at : at + _ROWS]
            # Each pair once: what stands before was compared when it was its turn.
            likeness = process.cdist(rows, names[at:], scorer=fuzz.ratio, score_cutoff=ALIKE)
            alike += sum(int((row[number + 1 :] > 0).sum()) for number, row in enumerate(likeness))
    pairs = sum(len(names) * (len(names) - 1) // 2 for names in spaces.values())
    return pairs, alike


def told(shared: Path, documents: int = DOCUMENTS) -> Iterator[str]:
    """The lines of the report."""
    ontology = load_ontology()
    given = corpus(shared, documents)
    with timed() as ours:
        knowledge = resolve(given.extractions, ontology)
    keys, pairs = blocked(given.extractions, ontology)
    with timed() as peer:
        compared, alike = all_pairs(keys)
    yield from table(
        {
            "documents": f"{len(given.extractions):,}: {given.sentences:,} sentences, {len(given.names):,} names alone",
            "reading the sentences": str(given.taken),
            "**resolution**": f"**{ours}**",
            "names": f"{len(keys):,}",
            "pairs in one block": f"{pairs:,}",
            "names merged into others": f"{sum(len(one.aliases) for one in knowledge.entities):,}",
            "all pairs of names by RapidFuzz": f"{peer} for {compared:,} pairs, of which {alike:,} are alike",
            "resolution : RapidFuzz": f"{ours.busy / peer.busy:.2f}",
        }
    )
    groups = merged_names(knowledge, given.names)
    yield f"\nOf the names alone {sum(map(len, groups))} were taken for one with others, in {len(groups)} groups."
    yield from (f"  {' = '.join(group)}" for group in groups[:SHOWN])


def table(rows: Mapping[str, str]) -> Iterator[str]:
    """The rows as a Markdown table."""
    yield "| what | result |\n| --- | --- |"
    yield from (f"| {what} | {result} |" for what, result in rows.items())
