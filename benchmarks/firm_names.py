"""Writes ``ontology/gazetteer/firm-names.csv``: short names of firms out of the train part of FinRE (MIT), names only.

    python -m benchmarks.firm_names ../shared/data/finre/train.tsv

Of the names that FinRE relates, those stay that other means do not find and that mean a firm wherever they stand:

1. three to five Chinese characters, and nothing that the gazetteer has already;
2. no ending that says what a firm is (公司, 集团, 证券): ``zm:suffix`` of the ontology finds these;
3. no part of a firm (分行, 大厦), stretch of road or railway, product, fund or index by its ending (``PARTS``);
4. nothing made of a place and a trade, or of trades alone (广东电力), and no known body with a place or a word beside it
   (a country and a brand is two names);
5. none of ``OTHERS``: words, persons, products and places among what is left, found by reading the list.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.gazetteer import Gazetteer, load_gazetteer, longest_matches
from graph.ontology import Ontology, load_ontology
from graph.recognise.structure import GENERAL_FIRM, offerings, trades_only
from graph.script import normal_form

TARGET = Path(__file__).resolve().parent.parent / "ontology" / "gazetteer" / "firm-names.csv"
PARTS = re.compile(
    r"(?:分公司|支行|分行|总行|大厦|大楼|广场|中心|营业部|展台|项目|工程|系|项|部|所|处|厂|店|基金|酒店|园|城|社|团|群|资产|机场|高速|高铁|航展|煤矿|铁矿|金矿|核电|盆地|"
    r"基地|港|港区|市场|酒|烟|奶茶|豆浆机|润滑油|钱包|陈酿|驿站|考试|债券|红利|大盘|策略|添利|双利|乐享|指数|红筹|蓝筹|产品|号|早|中国|旗下|品牌|理财|有限|高新|滨海|南宁|"
    r"超市|院线|热电|高科|移动|联通|电信|路桥|城投|地产|有色|重卡|中卡|家)$"
)
OTHERS = frozenset(
    "索罗斯 安徒生 养老险 深港通 海洋岛 东方红 新世界 新文化 全新好 付云桃 绿歌伴 湖南台 农商行 广发行 女儿红 竹叶青 白加黑 达芬奇 安德鲁 卡斯特 福克斯 希尔顿 阿帕奇 太阳鸟 太阳雨 "
    "金海湾 金箍棒 九龙山 观澜湖 新发地 辛夷坞 新西南 新联通 周发展 港能源 张经投 海龙王 星海湾 香榭丽 新黄浦 华西村 绿大地 人人乐 金龙鱼 小肥羊 支付宝 好未来 小天鹅 王老吉 "
    "两面针 快乐购 外高桥 东鸿信 格拉斯 伊兰特 普拉斯 道琼斯 翼龙贷 道口贷 商业城 果园港 苏拉拉 特尔佳 北京宴 西凤酒 万马奔腾 快乐阳光 绿色地球 互动娱乐 智慧农业 中国南方 电视广播 "
    "黄河华夏 宁夏银川 现代投资 中国农垦 中国国贸 红豆党建 纳斯达克 摩根斯坍 申龙保壳 中国淀粉 百联百联 数字王国 原创动力 传奇东方 东方明珠 上海机电 上海国际 天津发展 大连国际 "
    "廊坊发展 南方资本 西部能源 长城煤矿 巴士公司 公明景业 四川双马时 替瑞斯康达 自瑞斯康达 由炫动传播 三一起重机 富瀚微寄生 泰山石膏投 武汉贺家墩 中华古都群 中国新纪元 "
    "稻盛财团 深国商势 中国长安 东华慧科 香港旅行社 上海有色网 平安财富宝 银河资源 南海发展 长江娱乐 太湖阳光 中国高科 巴士公交 巴士出租 城建东华 南通市友谊 天津市绿源 "
    "明朝万达 南通太平洋 大众食品 大众公用 大众交通 大众奥迪 和谐恒源 天利高新 凯撒至尊 江西锂电 城投金卡 民生国际 岭南国际 开创国际 理想国际 锦江国投 金德发展 思达发展".split()
)


def kept(names: Iterable[str], ontology: Ontology, gazetteer: Gazetteer) -> Iterator[str]:
    """The names that stay, by the rules above."""
    company = ontology.lexicon("Company")
    trades = {*company.prefixes, *offerings(ontology)}
    for name in names:
        known = next(longest_matches(name, gazetteer.bodies), None)
        place = next(longest_matches(name, gazetteer.by_name), (0, 0))
        rest = name[place[1] :] if place[0] == 0 else name
        general = trades_only(ontology, name) or GENERAL_FIRM.fullmatch(name) or rest in trades or len(rest) < 2
        if not re.fullmatch("[一-龥]{3,5}", name) or known or name in gazetteer.weak_bodies or general:
            continue
        country = place[0] == 0 and any(p.type == "Country" for p in gazetteer.by_name.get(name[: place[1]], ()))
        part = name.endswith(company.suffixes) or PARTS.search(name) or name in OTHERS
        if not part and not (country and not name.startswith("中国")):
            yield name


def main(path: Path) -> None:
    """Read FinRE's lines (head, tail, relation, sentence) and write the names that stay, sorted."""
    lines = path.read_text("utf-8").splitlines()
    names = {normal_form(name) for line in lines for name in line.split("\t")[:2]}
    TARGET.write_text("name\n", "utf-8")  # what it holds now is no reason to leave a name out
    with TARGET.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [name] for name in sorted(kept(names, load_ontology(), load_gazetteer()))
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
