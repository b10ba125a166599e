"""Products by how texts name them: “某某”号, “某某”机器人, numbered craft, goods that are counted or made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..gazetteer import longest_matches
from ..model import Mention
from .general import is_nominal, is_worn
from .lists import items_before
from .phrases import transitive_verbs
from .view import View

_QUOTED = re.compile(r"“([一-龥a-z0-9][一-龥a-z0-9·\-. ]{0,11})”(号?)(?:(?:系列|新型|型|级|智能)(?=[一-龥]))?")
# Words that end the names of craft and machines besides the endings of zm:Product, all of them plain nouns.
_CRAFT = "舰|艇|轮|船|丸|潜艇|航母|飞船|火箭|导弹|卫星|探测器|潜水器|战车|坦克|列车|客机|战机|战斗机|直升机|盾构机|打桩船|空间站|望远镜"
_NUMBERED = re.compile(
    r"([一-龥]{2,4}?)[一二三四五六七八九十\d]{1,3}号(?:([甲乙丙丁a-f]星?|改|遥[一二三四五六七八九十\d]+)(?![一-龥]{0,1}[座栋区楼]))?"
)
_SERIES = frozenset(
    "神舟 天舟 嫦娥 天问 长征 快舟 力箭 谷神星 捷龙 引力 朱雀 双曲线 风云 北斗 高分 海洋 遥感 实践 张衡 悟空 墨子 吉林 试验 通信 中星 华龙 国和 蛟龙 梦想 雪龙 夸父 羲和".split()
)
_SHIP = re.compile(
    rf"(?:军|货|油|邮|渔|客|商|拖|补给|运输|科考|破冰|打捞|医院|训练)(?:船|轮|舰)|(?:驱逐|护卫|巡洋|战列|登陆|两栖)舰|航母|潜艇|潜舰|(?:{_CRAFT})"
)
_SHIPS_NAME = re.compile(
    r"(?:(?<=[船轮舰艇舶母])|(?<=[的由]))[“]?([一-龥]{1,6}?[号丸])[”]?(?![一-龥]?(?:线|楼|院|码|召|称|文件))"
)
_NO_SHIP = re.compile(
    r"(?:型|信|账|帐|口|称|编|符|代|问|字|挂|句|讯|名|年|记|外|绰|星|病|引|批|证|牌|机|话|学|工|众|频|务|阅)号$"
)
_NOT_A_CRAFT = re.compile(
    r"[一-龥]?(?:楼|院|线|门|口|馆|文|令|店|公告|公路|码|井|仓|召|称|角|泊|展|厅|坑|墓|矿|桥|台风|案|决议|油库|厂|炉|煤|地块|宅)"
)
_COUNTED = re.compile(
    r"(\d[\d,.]*|[一二两三四五六七八九十百千]+|数[十百千万])[万亿余多几]*(?:台|辆|架|艘|列|款)(?:\(?套\)?)?(?:的|全新|新型|国产|最新)?(?=[一-龥a-z0-9“])"
)
_MANY = re.compile(r"\d{3,}|万|[百千]")
_MAKES = re.compile(
    r"(?:投入|推广|使用|交付|出口|生产|下线|销售|售出|订购|采购|新增|部署|研制|研发|制造|推出|引进|配备|安装|建造|展出|发布|投放|更新|回收|对|用)(?:的|了|运营|应用)?[^,。;]{0,6}$"
)
_MADE = re.compile(
    r"等(?:产品|装备|设备)?的?(?=(?:研发|研制|设计|制造|生产|建造|采购|销售|出口)(?:[、,。和与]|能力|基地|企业|水平|工作|领域))"
)
_AND_SO_MANY = re.compile(r"等(?:共|各类|农机|设备|机械|装备)?(?=\d[\d.]*[万余多]*(?:台|辆|架|艘|套|部)(?![一-龥]))")
_QUALITY = re.compile(
    r"(?:[\d.]*[万亿余多]*(?:亩|吨|台|辆|公斤|斤|头)?)?(?:优质|特色|优良|有机|绿色|新型|国产|高端|当地|全国)*(?:的)?"
)
_MEASURED = re.compile(
    r"(?:总)?(?:产量|单产|亩产|产值|面积|种植|播种|出口|进口|销量|销售|收获|收割|插秧|零售|占|增长|下降)"
)
_MACHINE = re.compile(r"(?:机|车|器|池|桩|机床|组件|手表|手机)$")
_APP = re.compile(r"(?:“([^“”\n,。]{1,12})” ?)?(app|小程序|客户端)(?! ?[a-z])")
_BRANDED = re.compile(r"“([一-龥a-z0-9·]{2,8})”牌")
_APP_CALLED = re.compile(r"(?:应用|app|小程序|客户端|软件|游戏)“([一-龥a-z0-9·\- ]{2,12})”")
_LONGEST = 5
_SHORTEST = 2
_LEAST_KIND = 3  # characters: a shorter word is what is counted, not what it is called
_OF_SIZE = frozenset({"大型", "小型", "中型", "巨型"})
_SIZE = re.compile(r"(?:超大|大|中|小|微)型$")
_NO_GOODS = re.compile(
    r"(?:货物|商品|外贸|产品|服务贸易|服务|粮食|能源|农作物|作物|整体|当地|全国|我国|全省|全市|企业|对外|累计|市场|同类|主要|部分|房屋|商品房|住宅|总体|设备|装备|车辆|机器|机械|材料|食品)$"
)
_SPECIFIED = re.compile(
    r"\d[\d.]*万?(?:吨|立方米|箱|千瓦|兆瓦|马力|载重吨|米|公里|吨级|标箱|车位)(?:级)?(?=[一-龥a-z])"
)
_COMES_OUT = re.compile(
    r"(?:[^,。;一-龥])?(?:顺利|成功|正式|首次|在[^,。;]{1,12}|今日|昨日|已|全面|实现){0,3}(?:交付|下水|下线|首飞|完工|交船|出坞|命名|试航|投产|投运|投用|并网|面世|问世|亮相|发射|入列|开工建造)"
)


def quoted_wares(view: View) -> Iterator[Mention]:
    """A name in quotation marks with what it names behind it (“某某”人形机器人), or with 号 (“某某”号)."""
    endings = tuple(
        sorted({*view.ontology.lexicon("Product").suffixes, *_CRAFT.split("|")}, key=lambda e: (-len(e), e))
    )
    for match in _QUOTED.finditer(view.key):
        end = _kind_end(view, match.end(), endings)
        if end > match.end():
            if len(match.group(1)) > 1 and not is_worn(match.group(1)):
                yield view.mention(match.start(), end, "Product", "named-kind", 0.86)
        elif match.group(2):
            yield view.mention(match.start(), match.end(), "Product", "named-kind", 0.82)
        elif match.group(1).endswith("号") and len(match.group(1)) > _SHORTEST:
            yield view.mention(*match.span(1), "Product", "named-kind", 0.82)


def _kind_end(view: View, at: int, endings: tuple[str, ...]) -> int:
    """Where the noun phrase that begins at ``at`` and ends as products do ends; ``at`` where none begins there."""
    last, index, end = at, view.token_index(at), at
    while 0 <= index < len(view.tokens) and view.tokens[index].end - at <= 12:
        token = view.tokens[index]
        word = view.word(token)
        if token.tag not in ("n", "nz", "vn", "nw", "a", "f", "LOC", "ORG") and not (
            token.tag == "v" and token.end - token.start > 1
        ):
            break
        if token.tag == "v" and word in transitive_verbs() and last > at:
            break
        end = token.end
        if token.tag in ("n", "nz", "nw", "vn") and view.key[at:end].endswith(endings):
            last = end
        index += 1
    kind = view.key[at:last]
    lexicon = view.ontology.lexicon("Product")
    general = kind in (*lexicon.heads, *lexicon.stops) or is_worn(kind) or _NO_GOODS.fullmatch(kind)
    return at if general else last


def craft(view: View) -> Iterator[Mention]:
    """Craft by series and number (神舟某号), and ships by their name behind what they are (货轮某某号, 某某丸)."""
    for match in _NUMBERED.finditer(view.key):
        name = next((s for s in _SERIES if match.group(1).endswith(s)), "")
        if name and not _NOT_A_CRAFT.match(view.key, match.end()):
            yield view.mention(match.end(1) - len(name), match.end(), "Product", "pattern", 0.86)
    for sentence in view.text.sentences:
        if not _SHIP.search(view.key, sentence.start, sentence.end):
            continue
        for match in _SHIPS_NAME.finditer(view.key, sentence.start, sentence.end):
            name = match.group(1)
            if len(name) > 2 and not _NO_SHIP.search(name) and not any(v in name for v in "的了在和与是"):
                yield view.mention(*match.span(1), "Product", "pattern", 0.86)


def apps(view: View) -> Iterator[Mention]:
    """Apps by their name, which may be that of their firm: “某某”App, 某某App; 应用“某某” names the app that is called so."""
    found: dict[str, str] = {}
    for match in _APP.finditer(view.key):
        start = match.start() if match.group(1) else _app_start(view, match.start(2))
        if start >= 0 and (name := view.key[start : match.start(2)].strip("“” ")):
            found.setdefault(name, view.text.clean[start : match.end()])
            yield view.mention(start, match.end(), "Product", "named-kind", 0.95)
    for match in _APP_CALLED.finditer(view.key):
        firm = any((m.start, m.end) == match.span(1) and m.name for m in view.found)  # the article calls its firm so
        yield view.mention(
            *match.span(1), "Product", "kind" if firm else "named-kind", 0.97, found.get(match.group(1), "")
        )


def branded(view: View) -> Iterator[Mention]:
    """“某某” where the article has one product “某某”牌…: that, though its firm may be called so too."""
    for match in _BRANDED.finditer(view.key):
        goods = {m.surface for m in view.found if m.type == "Product" and m.start == match.start()}
        if len(goods) != 1:
            continue
        for again in re.finditer(rf"“({re.escape(match.group(1))})”(?!牌)", view.key):
            yield view.mention(*again.span(1), "Product", "kind", 0.97, next(iter(goods)))


def _app_start(view: View, at: int) -> int:
    """Where the name before App begins: a recognised name, or a word that is one; -1 where neither ends there."""
    fits = view.ontology.fits
    known = [m.start for m in view.found if m.end == at and at - m.start > 1 and not fits(m.type, "Place")]
    token = view.token(at - 1)
    proper = token is not None and token.tag in ("nz", "nw", "ORG", "PER") and at - token.start > 1
    return min(known) if known else token.start if token is not None and proper else -1


def counted_wares(view: View) -> Iterator[Mention]:
    """Goods counted by the piece where they are made, used or sold (两千台采茶机), or with their size (30万吨油船交付)."""
    endings = view.ontology.lexicon("Product").suffixes
    for match in _COUNTED.finditer(view.key):
        many = _MANY.search(match.group(1)) or _MAKES.search(view.key, max(0, match.start() - 14), match.start())
        end = _kind_end(view, match.end(), endings) if many else match.end()
        if end - match.end() > _LEAST_KIND and not _NO_GOODS.search(view.key[match.end() : end]):
            yield view.mention(match.end(), end, "Product", "counted", 0.68)
    sized = (*endings, *_CRAFT.split("|"))
    for match in _SPECIFIED.finditer(view.key):
        end = _kind_end(view, match.end(), sized)
        if end - match.end() > 2 and _COMES_OUT.match(view.key, end):
            yield view.mention(match.start(), end, "Product", "counted", 0.8)


def made_wares(view: View) -> Iterator[Mention]:
    """What is made in a list (甲、乙等研发), or brought in numbers (甲、乙等300台)."""
    for pattern in (_MADE, _AND_SO_MANY):
        for match in pattern.finditer(view.key):
            for start, end in items_before(view, match.start()):
                large = _SIZE.search(view.key, max(0, start - 3), start)
                if _is_ware(view, large.start() if large else start, end):
                    yield view.mention(large.start() if large else start, end, "Product", "list", 0.72)


def _is_ware(view: View, start: int, end: int) -> bool:
    """Whether an item is a noun for goods: it ends as products do, or is a known term; no worn word, place or body."""
    term = view.key[start:end]
    if is_worn(term) or _NO_GOODS.search(term) or not is_nominal(view, start, end):
        return False
    if term in view.gazetteer.terms:
        return view.gazetteer.terms[term] == "Product"
    lexicon = view.ontology.lexicon("Product")
    return len(term) > 2 and term.endswith((*lexicon.suffixes, *_CRAFT.split("|"))) and term not in lexicon.stops


def known_terms(view: View) -> Iterator[Mention]:
    """Well-known techniques and goods where nothing else in the text has said what they are; machines with what narrows them."""
    named = {view.key[m.start : m.end] for m in view.found}
    for start, end in longest_matches(view.key, view.gazetteer.terms):
        type = view.gazetteer.terms[view.key[start:end]]
        follows = view.token(end)
        noun = follows is not None and follows.start == end and follows.tag == "n"
        if (type == "Product" and (noun or _MEASURED.match(view.key, end))) or not _is_whole(view, start, end):
            continue
        edge = _narrowed(view, start) if type == "Product" and _MACHINE.search(view.key[start:end]) else start
        if view.key[edge:end] not in named:
            yield view.mention(edge, end, type, "term", 0.6)


def _narrowed(view: View, start: int) -> int:
    """The start of a machine's name with the nouns right before it that say which kind (智能|采茶机)."""
    edge = start
    while (token := view.token(edge - 1)) is not None and token.end == edge and start - token.start <= _LONGEST:
        fits = (
            token.tag in ("n", "nz", "vn", "a")
            and token.end - token.start > 1
            and not is_worn(view.word(token))
            and view.word(token) not in _OF_SIZE
        )
        if not fits or any(m.start < edge and token.start < m.end for m in view.found):
            break
        edge = token.start
    return edge


def _is_whole(view: View, start: int, end: int) -> bool:
    """Whether a term is a word or words of its own, no part of a longer word or of a Latin one."""
    if view.key[start].isascii() and view.key[start - 1 : start].isascii() and view.key[start - 1 : start].isalnum():
        return False
    if view.key[end - 1].isascii() and view.key[end : end + 1].isascii() and view.key[end : end + 1].isalnum():
        return False
    follows = view.token(end)
    if view.key[end - 1].isascii() and follows is not None and follows.tag in ("n", "nz", "vn", "nw"):
        return False  # AI眼镜
    return view.starts_word(start) and view.ends_word(end)
