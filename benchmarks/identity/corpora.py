"""The texts of the shared folder on which identity is measured: sentences of FinRE and FewFC, news, names without a text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.errors import UsageError
from graph.evaluate import read_set, sampled
from graph.model import Document, Extraction, Mention, Script, Text
from graph.pipeline.articles import articles_of
from graph.pipeline.knowing import extract_all, load_terms
from graph.progress import Stages
from graph.script import normal_form

_BODIES = re.compile(
    r"(?:公司|大学|学院|委员会|协会|银行|集团|局|厅|部|联合会|研究院|研究所|总社|工会|党)$",
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_NEIGHBOURS = 10  # short names that stand side by side in the list, which are alike, are taken together
_SURE = 0.9


def needs(shared: Path) -> None:
    """Nothing where the sets are in the folder.

    Raises:
        UsageError: where they are not.
    """
    for name in ("corpus", "data/abbrev", "data/company_names", "data/fewfc", "data/finre"):
        if not (shared / name).is_dir():
            raise UsageError(f"no {name}/ is here", where=str(shared), remedy="name the shared folder with --shared")


def sentences(shared: Path, *sets: str) -> list[Document]:
    """The distinct sentences of sets that ``zhimai eval`` knows, a document each, whose id is a hash of the sentence."""
    texts = (one.text.replace("<N>", "\n").strip() for id in sets for one in read_set(shared, id))
    return [Document(hash_of(text), f"{sets[0]}/{n:05}", text) for n, text in enumerate(dict.fromkeys(texts), 1)]


def news(shared: Path) -> list[Document]:
    """The distinct news articles."""
    paths = [*sorted((shared / "corpus" / "news").glob("*.txt")), *sorted((shared / "corpus").glob("*.txt"))]
    return articles_of(list(map(str, paths)), None, Stages())[0]


def read(documents: Sequence[Document]) -> list[Extraction]:
    """What is read out of each document, as in a build before names are merged."""
    return extract_all(documents, *load_terms((), ()), Stages())[0]


def abbreviations(shared: Path) -> list[str]:
    """The full and short names of bodies in the abbreviation set, in its order."""
    found: dict[str, None] = {}
    for part in ("train_set", "dev_set"):
        for line in (shared / "data" / "abbrev" / f"{part}.txt").read_text("utf-8").splitlines():
            short, _, words = line.strip().partition(":")
            full = "".join(word.rpartition("/")[0] for word in words.split())
            if short != "n" and len(full) > 4 and _BODIES.search(full):
                found.update({short: None, full: None})
    return list(found)


def short_names(shared: Path, number: int) -> list[str]:
    """So many short names of firms, in runs of neighbours from everywhere in the list, the same every time."""
    path = shared / "data" / "company_names" / "Company-Shorter-Form.txt"
    names = list(dict.fromkeys(filter(_HAN.fullmatch, path.read_text("utf-8").split())))
    runs = [names[at : at + _NEIGHBOURS] for at in range(0, len(names), _NEIGHBOURS)]
    return [name for run in sampled(runs, -(-number // _NEIGHBOURS)) for name in run][:number]


def alone(names: Iterable[str], uri: str) -> list[Extraction]:
    """A document for each name that has nothing but the name, as if the tagger had found an organisation in it."""
    return [_alone(name, f"{uri}/{name}") for name in names]


def _alone(name: str, uri: str) -> Extraction:
    document = Document(hash_of(name), uri, name)
    places = tuple(range(len(name)))
    text = Text(document, name, normal_form(name), places, tuple(at + 1 for at in places), Script.HANS)
    return Extraction(text, (Mention(document.id, 0, len(name), name, "Organisation", "tagger", _SURE),))


def hash_of(text: str) -> str:
    """The id of a document that is a sentence or a name."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
