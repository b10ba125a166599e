"""One entity on one page of text: its names, its facts with the sentences that say so, its figures, its merges.

Everything comes from a build's folder; nothing is read out of the articles again.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from .errors import UsageError
from .script import simplified
from .store import Store

Row = Mapping[str, str]

_GAP = re.compile(r"[\s·•・()（）《》〈〉“”\"'‘’「」『』,，.。、-]+")
_ZH = 'FILTER(LANGMATCHES(LANG(?{0}), "zh-Hans"))'
_EN = 'FILTER(LANGMATCHES(LANG(?{0}), "en"))'
_NAMES = """SELECT DISTINCT ?thing ?name WHERE {
  ?thing skos:prefLabel|skos:altLabel|skos:hiddenLabel ?name }"""
_NAMES_OF = """SELECT DISTINCT ?name ?kind WHERE {
  VALUES ?kind { skos:prefLabel skos:altLabel skos:hiddenLabel } $thing ?kind ?name } ORDER BY ?name"""
_HEAD = f"""SELECT DISTINCT ?label ?zh ?en ?code ?same WHERE {{
  $thing rdfs:label ?label ; a ?class . ?class rdfs:label ?zh , ?en . {_ZH.format("zh")} {_EN.format("en")}
  OPTIONAL {{ $thing zm:gbCode ?code }} OPTIONAL {{ $thing owl:sameAs ?same }} }} ORDER BY ?same"""
_FACTS = f"""SELECT DISTINCT ?statement ?zh ?en ?other ?value ?status ?tone ?confidence WHERE {{
  ?statement a zm:Statement ; $this $thing ; $that ?value ; rdf:predicate ?p ; zm:status ?status ; zm:confidence ?confidence .
  ?status rdfs:label ?tone . {_ZH.format("tone")}
  ?p $label ?zh , ?en . {_ZH.format("zh")} {_EN.format("en")}
  OPTIONAL {{ ?value rdfs:label ?other }} }} ORDER BY ?zh DESC(?confidence) ?other ?value ?statement"""
_LISTED = f"""SELECT DISTINCT ?zh ?en ?value WHERE {{
  GRAPH ?background {{ $thing ?p ?value }} FILTER(STRENDS(STR(?background), "/graph/background"))
  ?p a owl:DatatypeProperty ; rdfs:label ?zh , ?en . {_ZH.format("zh")} {_EN.format("en")} }} ORDER BY ?zh ?value"""
_BACKGROUND = f"""SELECT DISTINCT ?zh ?en ?other ?p WHERE {{
  GRAPH ?background {{ $subject ?p $object }} FILTER(STRENDS(STR(?background), "/graph/background"))
  FILTER NOT EXISTS {{ ?said rdf:subject $subject ; rdf:predicate ?p ; rdf:object $object ; zm:status zm:asserted }}
  ?p a owl:ObjectProperty ; $label ?zh , ?en . {_ZH.format("zh")} {_EN.format("en")}
  ?value rdfs:label ?other }} ORDER BY ?zh ?other"""
_EVIDENCE = """SELECT DISTINCT ?quote ?title ?published ?source WHERE {
  $said zm:evidence ?evidence . ?evidence zm:quote ?quote ; zm:document ?document ; zm:start ?start .
  OPTIONAL { ?document dcterms:title ?title } OPTIONAL { ?document zm:published ?published }
  OPTIONAL { SELECT ?document (MIN(?s) AS ?source) { ?document dcterms:source ?s } GROUP BY ?document }
} ORDER BY ?published ?document ?start"""
_QUALIFIERS = f"""SELECT DISTINCT ?zh ?value ?other WHERE {{
  $said ?p ?value . ?p rdfs:domain zm:Statement ; rdfs:label ?zh . {_ZH.format("zh")}
  OPTIONAL {{ ?value rdfs:label ?other }} }} ORDER BY ?zh ?other ?value"""
_FIGURES = f"""SELECT DISTINCT ?figure ?measure ?compared ?value ?unit ?notation ?time ?from ?to ?asOf ?share ?against ?status ?tone
WHERE {{
  ?figure zm:about $thing ; zm:measure ?measure ; zm:value ?value ; zm:status ?status ; zm:comparator/rdfs:label ?compared .
  ?status rdfs:label ?tone . {_ZH.format("tone")} {_ZH.format("compared")}
  OPTIONAL {{ ?figure zm:unit ?unit }} OPTIONAL {{ ?figure zm:notation ?notation }} OPTIONAL {{ ?figure zm:time ?time }}
  OPTIONAL {{ ?figure zm:timeStart ?from ; zm:timeEnd ?to }} OPTIONAL {{ ?figure zm:asOf ?asOf }}
  OPTIONAL {{ ?figure zm:shareOf ?share }} OPTIONAL {{ ?figure zm:against ?against }} }} ORDER BY ?measure ?time ?value ?figure"""
_JUDGEMENTS = f"""SELECT DISTINCT ?zh ?leftName ?rightName ?reason ?score WHERE {{
  ?judgement a zm:Judgement ; zm:left|zm:right $thing ; zm:verdict ?verdict ; zm:reason ?reason ; zm:confidence ?score .
  ?verdict rdfs:label ?zh . {_ZH.format("zh")}
  {{ ?judgement zm:left/rdfs:label ?leftName }} UNION {{ ?judgement zm:leftName ?leftName }}
  {{ ?judgement zm:right/rdfs:label ?rightName }} UNION {{ ?judgement zm:rightName ?rightName }} }}
ORDER BY ?zh ?leftName ?rightName ?reason"""
_DOCUMENTS = """SELECT DISTINCT ?title ?published ?source WHERE {
  $thing zm:mentionedIn ?document .
  OPTIONAL { ?document dcterms:title ?title } OPTIONAL { ?document zm:published ?published }
  OPTIONAL { SELECT ?document (MIN(?s) AS ?source) { ?document dcterms:source ?s } GROUP BY ?document }
} ORDER BY ?published ?document"""


def find(store: Store, name: str) -> tuple[str, ...]:
    """The IRIs of what bears a name, in either script and whatever the brackets and spaces; sorted, perhaps none.

    An IRI of the build, in full or with its prefix, finds its thing too.
    """
    wanted = _fold(name)
    prefix, _, local = name.partition(":")
    full = f"{store.prefixes[prefix]}{local}" if prefix in store.prefixes else name
    rows = store.query(_NAMES)
    return tuple(sorted({r["thing"] for r in rows if (wanted and _fold(r["name"]) == wanted) or r["thing"] == full}))


def show(store: Store, name: str) -> str:
    """What a build knows of a name, as text for a terminal; several things of that name follow one another.

    Raises:
        UsageError: nothing has that name; the nearest names are suggested.
    """
    found = find(store, name)
    if not _fold(name):
        raise UsageError("no name is given", where="show", remedy="give one: `zhimai show DIR NAME`")
    if not found:
        raise UsageError(f"nothing is called {name}", where="show", remedy=_suggestion(store, name))
    return "\n\n\n".join("\n".join(_page(store, f"<{iri}>")) for iri in found) + "\n"


def _page(store: Store, iri: str) -> Iterator[str]:
    yield from _head(store, iri)
    outgoing = list(_facts(store, iri, "rdf:subject", "rdf:object", "rdfs:label"))
    incoming = list(_facts(store, iri, "rdf:object", "rdf:subject", "zm:inverseLabel"))
    for title, lines in (
        ("事实 Facts", [*outgoing, *_background(store, iri, "?value", "rdfs:label")]),
        (
            "反向事实 Facts from the other end",
            [*incoming, *_background(store, "?value", iri, "zm:inverseLabel")],
        ),
        ("数据 Figures", list(_figures(store, iri))),
        ("名称判定 Judgements on names", list(_judgements(store, iri))),
        ("出处 Articles", [f"  {_source(row)}" for row in _ask(store, _DOCUMENTS, thing=iri)]),
    ):
        if lines:
            yield from ("", title, *lines)


def _head(store: Store, iri: str) -> Iterator[str]:
    rows = _ask(store, _HEAD, thing=iri)
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in _ask(store, _NAMES_OF, thing=iri):
        names[row["kind"].rpartition("#")[2]][row["name"]] = None
    label = rows[0]["label"]
    scripts = [name for name in names["prefLabel"] if name != label]
    others = [name for name in names["altLabel"] if name not in (label, *scripts)]
    yield f"{label}  {rows[0]['zh']} {rows[0]['en']}"
    yield from [f"  简繁 other script: {'、'.join(scripts)}"] if scripts else []
    yield from [f"  又名 also: {'、'.join(others)}"] if others else []
    yield from [f"  简称 short: {'、'.join(names['hiddenLabel'])}"] if names["hiddenLabel"] else []
    yield from [f"  代码 GB/T 2260: {rows[0]['code']}"] if "code" in rows[0] else []
    yield from (f"  {row['zh']} {row['en']}: {row['value']}" for row in _ask(store, _LISTED, thing=iri))
    yield from (f"  同 same as: {same}" for same in dict.fromkeys(row["same"] for row in rows if "same" in row))
    yield f"  {iri[1:-1]}"


def _facts(store: Store, iri: str, this: str, that: str, label: str) -> Iterator[str]:
    """Facts with that end of their statements, a line each with its evidence below."""
    heading = ""
    for row in _ask(store, _FACTS, thing=iri, this=this, that=that, label=label):
        if (property_ := f"  {row['zh']} {row['en']}") != heading:
            heading = property_
            yield heading
        tone = "" if row["status"].endswith("#asserted") else f"  [{row['tone']}]"
        qualifiers = _ask(store, _QUALIFIERS, said=f"<{row['statement']}>")
        aside = "; ".join(f"{q['zh']}: {q.get('other', q['value'])}" for q in qualifiers)
        yield f"    {row.get('other', row['value'])}{tone}{f'  ({aside})' if aside else ''}  {row['confidence']}"
        yield from _evidence(store, f"<{row['statement']}>")


def _background(store: Store, subject: str, object: str, label: str) -> Iterator[str]:
    """What the gazetteer or a user's list adds, without a sentence."""
    for row in _ask(store, _BACKGROUND, subject=subject, object=object, label=label):
        yield f"  {row['zh']} {row['en']}"
        by = "地名录 gazetteer" if row["p"].endswith("#partOf") else "自备名录 own list"
        yield f"    {row['other']}  ({by})"


def _figures(store: Store, iri: str) -> Iterator[str]:
    for row in _ask(store, _FIGURES, thing=iri):
        number = row.get("notation") or f"{Decimal(row['value']):,}"
        unit = "" if row.get("unit", "1") == "1" else row["unit"]
        span = f"{row['from']}/{row['to']}" if "from" in row else row.get("time", "")
        against = row.get("against", "")
        versus = "" if against.endswith("比") else "较 against"  # 同比 says it itself
        extras = (("截至 as of", row.get("asOf")), ("占 of", row.get("share")), (versus, against))
        tone = "" if row["status"].endswith("#asserted") else f"  [{row['tone']}]"
        compared = "" if row["compared"] == "正好" else f"{row['compared']} "
        told = (f"{key} {value}".strip() for key, value in extras if value)
        aside = "; ".join([*([span] if span else []), *told])
        yield f"  {row['measure']}: {compared}{number}{unit}{f'  ({aside})' if aside else ''}{tone}"
        yield from _evidence(store, f"<{row['figure']}>")


def _evidence(store: Store, iri: str) -> Iterator[str]:
    for row in _ask(store, _EVIDENCE, said=iri):
        yield f"      “{_one_line(row['quote'])}”"
        yield f"        {_source(row)}"


def _judgements(store: Store, iri: str) -> Iterator[str]:
    for row in _ask(store, _JUDGEMENTS, thing=iri):
        yield f"  {row['leftName']} / {row['rightName']}: {row['zh']}  {row['score']}"
        yield f"    {_one_line(row['reason'])}"


def _source(row: Row) -> str:
    parts = (row.get("title", ""), row.get("published", ""), row.get("source", ""))
    return " · ".join(_one_line(part) for part in parts if part) or "?"


def _ask(store: Store, query: str, **values: str) -> list[dict[str, str]]:
    """The rows of a query in which each ``$name`` is replaced by a piece of SPARQL."""
    return list(store.query(re.sub(r"\$(\w+)", lambda match: values[match[1]], query)))


def _suggestion(store: Store, name: str) -> str:
    names = {_fold(row["name"]): row["name"] for row in store.query(_NAMES)}
    near = difflib.get_close_matches(_fold(name), sorted(names), n=5, cutoff=0.4)
    held = sorted(key for key in names if _fold(name) and _fold(name) in key)[:5]
    shown = list(dict.fromkeys(names[key] for key in (*held, *near)))[:5]
    return f"did you mean {'、'.join(shown)}?" if shown else "ask `zhimai query DIR --name across-articles` for names"


def _fold(name: str) -> str:
    return _GAP.sub("", simplified(unicodedata.normalize("NFKC", name))).casefold()


def _one_line(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text).strip()
