"""The mistakes that people make in SPARQL, told in words: what stands there, what belongs there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_VERBS = ("SELECT", "CONSTRUCT", "ASK", "DESCRIBE")
_UPDATE = re.compile(
    r"^\s*(?:(?:PREFIX|BASE)\b.*\s+)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.IGNORECASE
)
_MARKS = {
    **{full: chr(ord(full) - 0xFEE0) for full in "？｛｝（）；：，．＜＞＝！＆｜＊＋－／＂＇＃＄＠［］＾"},
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‘’", "'"),
    "。": ".",
    "、": " ",
    "\u3000": " ",
    "\xa0": " ",
}
_FUNCTIONS = {
    "STARTSWITH": "STRSTARTS",
    "STARTS_WITH": "STRSTARTS",
    "ENDSWITH": "STRENDS",
    "ENDS_WITH": "STRENDS",
    "LIKE": "CONTAINS or REGEX",
    "MATCH": "REGEX",
    "INSTR": "CONTAINS",
    "LENGTH": "STRLEN",
    "LEN": "STRLEN",
    "UPPER": "UCASE",
    "LOWER": "LCASE",
    "SUBSTRING": "SUBSTR",
    "IFNULL": "COALESCE",
}
_KNOWN_FUNCTIONS = (
    "STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE CONTAINS "
    "STRSTARTS STRENDS STRBEFORE STRAFTER SUBSTR REPLACE REGEX YEAR MONTH DAY NOW COALESCE IF STRLANG STRDT SAMETERM "
    "ISIRI ISBLANK ISLITERAL ISNUMERIC COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT EXISTS"
).split()
_CONDITION = re.compile(r"\b(?:FILTER|HAVING|BIND|IF)\s*\(", re.IGNORECASE)
_CONDITIONS = {
    "==": "=",
    "<>": "!=",
    "AND": "&&",
    "OR": "||",
    "NOT": "!",
    "IS": "BOUND(?x) or !BOUND(?x)",
    "LIKE": 'CONTAINS(STR(?name), "…") or REGEX',
}
_KEYWORDS = set(
    "a SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS BIND VALUES GRAPH EXISTS NOT IN AS true false CONSTRUCT ASK".split()
)
_TERM_BEGINS = re.compile(r"[?$<\"']|[\w-]*:")
_WORD = re.compile(r"[^\W\d][\w-]*")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, what to do, and where if not where the parser stopped (an offset into the query)."""

    what: str
    remedy: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser stopped: at ``at`` or a little later, not behind ``until``.

    ``code`` is the query with its strings and comments blanked, character for character.
    """

    sparql: str
    code: str
    at: int
    until: int
    said: str
    prefixes: Mapping[str, str]
    suggest: Callable[[str], str]

    @property
    def before(self) -> str:
        return self.code[: self.at]

    @property
    def rest(self) -> str:
        return self.code[self.at :]

    @property
    def depth(self) -> int:
        """How many braces are open."""
        return self.before.count("{") - self.before.count("}")

    @property
    def word(self) -> re.Match[str] | None:
        """The word at the place or just before it."""
        return _WORD.match(self.code, self.at) or next(
            (found for found in _WORD.finditer(self.code) if found.end() == len(self.before.rstrip())), None
        )


def _full_width(stop: Stop) -> Mistake | None:
    for at, character in enumerate(stop.code[: stop.until + 1]):
        if character in _MARKS:
            plain = _MARKS[character]
            told = "a plain space" if plain == " " else plain
            what = f"{character} is a full-width or typographic mark" if character.strip() else "a wide space"
            return Mistake(what, f"type {told}, with the input method switched to English", at)
    return None


def _no_query(stop: Stop) -> Mistake | None:
    words = re.findall(r"\w+", stop.code)
    if _UPDATE.search(stop.code):
        return Mistake("a build is not changed by a query", "use SELECT, ASK or CONSTRUCT")
    if any(word.upper() in (*_VERBS, "PREFIX", "BASE") for word in words):
        return None
    if not words:
        return Mistake("empty", "ask something, such as SELECT ?s ?o WHERE { ?s zm:locatedIn ?o }", 0)
    if near := difflib.get_close_matches(words[0].upper(), _VERBS, n=1):
        return Mistake(f"{words[0]} is no word of SPARQL", f"did you mean {near[0]}?", stop.code.index(words[0]))
    remedy = "begin with SELECT; to look up a name: zhimai show DIR NAME"
    return Mistake("this is no SPARQL", remedy if "{" not in stop.code else "begin with SELECT ?variable WHERE {", 0)


def _prefix(stop: Stop) -> Mistake | None:
    used = re.search(r"([\w-]*):[\w./#-]*\s*$", stop.before)
    if re.search(r"\bPREFIX\s+[\w-]*:\s*$", stop.before, re.IGNORECASE):
        return Mistake("the IRI of a prefix stands in angle brackets", "write PREFIX name: <http…>")
    if "Prefix not found" not in stop.said or not used:
        return None
    if used[1] in ("http", "https"):
        return Mistake("an IRI stands in angle brackets", "write <http…>", used.start())
    near = difflib.get_close_matches(used[1], stop.prefixes, n=1)
    remedy = f"did you mean {near[0]}:?" if near else f"declare it: PREFIX {used[1]}: <http…>"
    return Mistake(f"prefix {used[1]}: is not known", remedy, used.start())


def _select(stop: Stop) -> Mistake | None:
    """Mistakes between SELECT and the first brace."""
    select = re.search(r"\bSELECT\b(?:\s+(?:DISTINCT|REDUCED)\b)?", stop.code, re.IGNORECASE)
    brace = stop.code.find("{")
    if not select or stop.at < select.end() or 0 <= brace < stop.at:
        return None
    if "{" not in stop.code and stop.depth == 0 and not stop.rest.strip():
        return Mistake("the pattern is missing", "add WHERE { … }")
    clause = stop.code[select.end() : brace if brace >= 0 else len(stop.code)]
    head = re.split(r"\b(?:WHERE|FROM)\b", clause, flags=re.IGNORECASE)[0]
    for at, rule in ((select.end(), rule) for rule in (_comma, _aggregate, _bare_variable)):
        if found := rule(head, at):
            return found
    if not head.strip():
        return Mistake("SELECT names no variable", "write SELECT * or name some: SELECT ?firm", select.end() + 1)
    return None


def _comma(head: str, at: int) -> Mistake | None:
    bare = re.search(r",(?![^(]*\))", head)
    return (
        Mistake("no commas between variables", "part them by spaces: SELECT ?a ?b", at + bare.start()) if bare else None
    )


def _aggregate(head: str, at: int) -> Mistake | None:
    bare = re.search(r"(?<![\w(])(?<!\(\s)(\w+)\s*\(\s*(?:DISTINCT\s+)?[?$*]", head, re.IGNORECASE)
    if not bare or bare[1].upper() == "AS":
        return None
    return Mistake("a computed column needs brackets and a name", f"write ({bare[1]}(?x) AS ?n)", at + bare.start(1))


def _bare_variable(head: str, at: int) -> Mistake | None:
    bare = re.match(r"\s*(?:[?$]\w+\s+)*(\w+)", head)
    return Mistake("a variable begins with ?", f"write ?{bare[1]}", at + bare.start(1)) if bare else None


def _computed(stop: Stop) -> Mistake | None:
    if "overrides" in stop.said:
        return Mistake("AS gives a name that is taken", "choose a new variable after AS")
    if "unbound" not in stop.said:
        return None
    return Mistake(
        "beside COUNT and the like, SELECT takes only variables of GROUP BY",
        "add GROUP BY with every other variable of SELECT",
        max(stop.code.upper().find("SELECT"), 0),
    )


def _quotes(stop: Stop) -> Mistake | None:
    if escape := re.search(r"\\[^tbnrf\"'\\uU]$", stop.sparql[: stop.at + 1]):
        return Mistake(f"{escape[0]} is no escape", "write \\\\ for a backslash", escape.start())
    line = stop.code.rfind("\n", 0, stop.at) + 1
    text = stop.code[line:].partition("\n")[0]
    for mark in "\"'":
        if text.count(mark) % 2:
            return Mistake(
                f"a quotation mark {mark} is not closed", "close it on the same line", line + text.rfind(mark)
            )
    return None


def _filter(stop: Stop) -> Mistake | None:
    """Mistakes in conditions, brought along from other languages."""
    if re.search(r"\b(?:FILTER|HAVING)\s*$", stop.before, re.IGNORECASE) and stop.rest[:1] != "(":
        return Mistake("a condition stands in brackets", "write FILTER(…)")
    start = max((found.start() for found in _CONDITION.finditer(stop.code, 0, stop.until)), default=len(stop.code))
    condition = stop.code[start:].partition("}")[0]
    if wrong := re.search(r"==|<>|(?<![?$\w:])(?:AND|OR|LIKE|IS|NOT(?!\s+(?:EXISTS|IN)))\b", condition, re.IGNORECASE):
        word = wrong[0].upper()
        return Mistake(f"{word} is no word of a condition", f"write {_CONDITIONS[word]}", start + wrong.start())
    return None


def _function(stop: Stop) -> Mistake | None:
    called = re.match(r"(\w+)\s*\(", stop.rest)
    if not called or called[1].upper() in _KNOWN_FUNCTIONS or not stop.depth:
        return None
    name = called[1].upper()
    near = _FUNCTIONS.get(name) or next(iter(difflib.get_close_matches(name, _KNOWN_FUNCTIONS, n=1)), "")
    return Mistake(f"{called[1]} is no function", f"did you mean {near}?" if near else "see docs/queries.md for them")


def _order(stop: Stop) -> Mistake | None:
    clause = re.match(r"(ORDER\s+BY|GROUP\s+BY|LIMIT|OFFSET|HAVING)\b", stop.rest, re.IGNORECASE)
    if not clause:
        return None
    if stop.depth > 0:
        return Mistake(f"{clause[1].upper()} stands inside the braces", "put it after the last }")
    return Mistake(f"{clause[1].upper()} stands too late", "the order is GROUP BY, HAVING, ORDER BY, LIMIT")


def _braces(stop: Stop) -> Mistake | None:
    surplus = stop.code.count("{") - stop.code.count("}")
    if stop.said.strip().startswith('"{"') and stop.rest[:1] != "{":
        return Mistake("a { is missing", "write { before it")
    if not stop.rest.strip() and surplus > 0:
        return Mistake(
            f"{surplus} closing }} missing" if surplus > 1 else "a closing } is missing", "add it at the end"
        )
    if stop.rest.startswith("}") and stop.depth <= 0:
        return Mistake("a } too many", "take it away")
    return None


def _unfinished(stop: Stop) -> Mistake | None:
    if stop.rest[:1] not in ("}", ".", ";") or re.search(r"[{.;]\s*$", stop.before):
        return None
    return Mistake("a pattern is not finished", "a pattern has three parts: ?subject zm:relation ?object")


def _bare_word(stop: Stop) -> Mistake | None:
    """A name without quotes, a relation without its prefix."""
    word = stop.word
    if not stop.depth or not word or stop.code[word.end() : word.end() + 1] == ":":
        return None
    if stop.code[word.start() - 1 : word.start()] in ("?", "$", ":", "@") or word[0] in _KEYWORDS:
        return None
    if stop.code[word.start() - 1].isdigit():
        return Mistake(f"{word[0]} is no part of a number", "write all its digits: 500000000", word.start())
    if re.search(r"[㐀-鿿]", word[0]):
        remedy = f'a text stands in quotation marks and is compared so: FILTER(STR(?name) = "{word[0]}")'
        return Mistake(f"{word[0]} stands there bare", remedy, word.start())
    near = stop.suggest(word[0])
    remedy = f"did you mean {near}?" if near else f'write ?{word[0]} for a variable, "{word[0]}" for a text'
    return Mistake(f"{word[0]} has no prefix and no ?", remedy, word.start())


def _missing_dot(stop: Stop) -> Mistake | None:
    if not stop.depth or not _TERM_BEGINS.match(stop.rest) or re.search(r"[{.;]\s*$", stop.before):
        return None
    tokens = re.findall(r"[^\s,;.{}]+|[,;]", re.split(r"[{}]|\.\s", stop.before)[-1])
    if "," in tokens:
        return Mistake("a comma lists further objects only", "part two patterns by a dot")
    return Mistake("a dot is missing before it", "part two patterns by a dot")


def anything(stop: Stop) -> Mistake:
    near = (stop.sparql[max(0, stop.at - 20) : stop.at] + stop.sparql[stop.at : stop.at + 10]).strip()
    return Mistake(f"malformed near {near!r}", "mend it there or just before")


RULES = (
    _no_query,
    _full_width,
    _computed,
    _prefix,
    _select,
    _quotes,
    _order,
    _filter,
    _function,
    _braces,
    _bare_word,
    _unfinished,
    _missing_dot,
)
