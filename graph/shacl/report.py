"""Results as a validation report in Turtle: https://www.w3.org/TR/shacl/#validation-report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode

from .result import Result
from .terms import SH, Term, tag


def report(results: Iterable[Result], prefixes: Mapping[str, str]) -> str:
    """The report, in the order of the results; the same results give the same text.

    It conforms where nothing is found but warnings, as pySHACL has it where it allows them.
    """
    found = sorted(results, key=lambda result: result.order)
    conforms = all(result.severity != "Violation" for result in found)
    known = {"sh": SH, **{prefix: prefixes[prefix] for prefix in sorted(prefixes)}}
    blocks = [_block(result, known) for result in found]
    used = {prefix for prefix in known if any(f"{prefix}:" in block for block in blocks)} | {"sh"}
    head = "".join(f"@prefix {prefix}: <{known[prefix]}> .\n" for prefix in sorted(used))
    body = f"[] a sh:ValidationReport ;\n    sh:conforms {str(conforms).lower()}"
    inner = "".join(f" ;\n    sh:result {block}" for block in blocks)
    return f"{head}\n{body}{inner} .\n"


def _block(result: Result, prefixes: Mapping[str, str]) -> str:
    pairs = [
        ("a", "sh:ValidationResult"),
        ("sh:resultSeverity", f"sh:{result.severity}"),
        ("sh:focusNode", _written(result.focus, prefixes)),
        ("sh:resultPath", _path(result.path, prefixes)),
        ("sh:value", _written(result.value, prefixes) if result.value is not None else ""),
        ("sh:sourceConstraintComponent", f"sh:{result.component}"),
        ("sh:sourceShape", _written(NamedNode(result.shape), prefixes) if ":" in result.shape else "[]"),
        ("sh:resultMessage", str(Literal(result.message, language="en")) if result.message else ""),
    ]
    lines = " ;\n".join(f"        {name} {value}" for name, value in pairs if value)
    return f"[\n{lines}\n    ]"


def _path(path: str, prefixes: Mapping[str, str]) -> str:
    if not path:
        return ""
    written = _written(NamedNode(path.removeprefix("^")), prefixes)
    return f"[ sh:inversePath {written} ]" if path.startswith("^") else written


def _written(term: Term, prefixes: Mapping[str, str]) -> str:
    if isinstance(term, NamedNode):
        for prefix, namespace in prefixes.items():
            local = term.value.removeprefix(namespace)
            if local != term.value and local.isalnum():
                return f"{prefix}:{local}"
    if isinstance(term, Literal) and term.language:
        return f"{Literal(term.value)}@{tag(term.language)}"
    return str(term)
