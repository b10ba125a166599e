"""Writes ``ontology/gazetteer/wikidata.csv``: the items of Wikidata for countries, provinces and some bodies.

    npm pack @rapideditor/country-coder@5.6.1 name-suggestion-index@8.0.20260918
    python -m benchmarks.wikidata rapideditor-country-coder-5.6.1.tgz name-suggestion-index-8.0.20260918.tgz

country-coder (ISC) has the item of each country by its code of ISO 3166. ``PROVINCES`` are the column ``wikidataid`` of
Natural Earth's admin 1 at 1:50m (public domain), as github.com/Raysphere24/NaturalEarthCsvTsv has it in
csv_with_names/50m_cultural/ne_50m_admin_1_states_provinces.csv at commit 57a8a8b84cc6124d4a9132e91e67f6d00a46d294.
name-suggestion-index (BSD-3-Clause) has the items of brands and operators by their names. Of these those count that

1. are exactly the full name of a body in ``LISTS``, or an alias in Chinese of a firm abroad (特斯拉 of 特斯拉公司): what is
   called like a Chinese group may be its listed firm;
2. have one item, which no other body has;
3. are not in ``UNSURE``: names whose item is that of a brand, a chain or a group, where the list means something else, or
   which nobody can tell without looking.

No item is written from memory.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.gazetteer import load_gazetteer
from graph.resources import ontology_dir
from graph.script import normal_form

TARGET = Path(__file__).resolve().parent.parent / "ontology" / "gazetteer" / "wikidata.csv"
KEYS = re.compile(r"(brand|operator)(?::(?:zh|en)(?:-Han[st])?|:official)?")
CHINESE = re.compile(r"集团|有限|^中国")
LISTS = ("bodies.csv", "institutions.csv", "firms.csv", "firm-names.csv")
ABROAD = re.compile(r"(?:公司|商店)$")
REALMS = {"DK": "Denmark", "NL": "Netherlands"}  # whose code the package gives to the kingdom
PROVINCES = dict(
    pair.split(">")
    for pair in """
    北京市>Q956 天津市>Q11736 河北省>Q21208 山西省>Q46913 内蒙古自治区>Q41079 辽宁省>Q43934 吉林省>Q45208 黑龙江省>Q19206 上海市>Q8686 江苏省>Q16963
    浙江省>Q16967 安徽省>Q40956 福建省>Q41705 江西省>Q57052 山东省>Q43407 河南省>Q43684 湖北省>Q46862 湖南省>Q45761 广东省>Q15175 广西壮族自治区>Q15176
    海南省>Q42200 重庆市>Q11725 四川省>Q19770 贵州省>Q47097 云南省>Q43194 西藏自治区>Q17269 陕西省>Q47974 甘肃省>Q42392 青海省>Q45833
    宁夏回族自治区>Q57448 新疆维吾尔自治区>Q34800
    """.split()
)
UNSURE = frozenset(
    "中国人寿 中国太平 国家电力投资集团 中国华电集团 vivo 玩具反斗城 Sprint 中华书局 三联书店 商务印书馆 Namco Discovery".split()
)


def places(package: Path) -> Iterator[tuple[str, str, str]]:
    """Code, name and item of the countries that the gazetteer knows, and of the provinces of China."""
    features = [feature["properties"] for feature in _read(package, "package/src/data/borders.json")["features"]]
    items = {said["iso1A2"]: said["wikidata"] for said in features if "iso1A2" in said and "wikidata" in said}
    by_name = {said["nameEn"]: said["wikidata"] for said in features if "wikidata" in said}
    items.update({code: by_name[name] for code, name in REALMS.items()})
    codes = {"810000": "HK", "820000": "MO"}
    for place in sorted(load_gazetteer().places.values(), key=lambda one: one.code):
        province = PROVINCES.get(place.name, "") if place.type == "Province" else ""
        if item := province or items.get(codes.get(place.code, place.code)):
            yield place.code, place.name, item


def bodies(package: Path) -> Iterator[tuple[str, str, str]]:
    """No code, name and item of the bodies that the index names as the lists do."""
    items = _brands(package)
    found: dict[str, str] = {}
    for file in LISTS:
        with (ontology_dir() / "gazetteer" / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                said = {item for name in _names(row) for item in items.get(normal_form(name), ())}
                if len(said) == 1 and row["name"] not in UNSURE:
                    found[row["name"]] = said.pop()
    for name, item in sorted(found.items()):
        if list(found.values()).count(item) == 1:
            yield "", name, item


def _names(row: Mapping[str, str]) -> Iterator[str]:
    yield row["name"]
    if ABROAD.search(row["name"]) and not CHINESE.search(row["name"]):
        yield from (alias for alias in row["aliases"].split("|") if re.match("[一-龥]{2}", alias))


def _brands(package: Path) -> Mapping[str, set[str]]:
    """The items of each name, in normal form."""
    found: dict[str, set[str]] = defaultdict(set)
    for category in _read(package, "package/dist/json/nsi.min.json")["nsi"].values():
        for entry in category.get("items", ()):
            for key, value in entry["tags"].items():
                if (match := KEYS.fullmatch(key)) and (item := entry["tags"].get(f"{match[1]}:wikidata")):
                    found[normal_form(value)].add(item)
    return found


def _read(package: Path, member: str) -> dict[str, Any]:
    with tarfile.open(package) as archive, archive.extractfile(member) or io.BytesIO() as file:
        found: dict[str, Any] = json.load(file)
        return found


def main(arguments: list[str]) -> None:
    rows = [*places(Path(arguments[0])), *bodies(Path(arguments[1]))]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name", "item"))
        writer.writerows(rows)
    print(f"{sum(bool(row[0]) for row in rows)} places, {sum(not row[0] for row in rows)} bodies")


if __name__ == "__main__":
    main(sys.argv[1:])
