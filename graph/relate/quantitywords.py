"""The words for quantities: numbers, scales, units and comparators as one pattern; :mod:`.quantities` reads them."""

from __future__ import annotations

import re

_SCALES = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦米克卡])|百"
_HAN = r"[〇零○一二两三四五六七八九十百千]+(?:点[〇零○一二三四五六七八九]+)?"
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.。]\d+)?"
# What goes on after a scale: 1亿2000万, 一万二千. Digits need a scale of their own there, or they begin something else.
_REST = rf"(?:(?:{_ARABIC})(?:{_SCALES})|[〇零]?[一二两三四五六七八九][十百千〇零一二三四五六七八九]*(?:{_SCALES})?)*"
_BEFORE = (
    "不少于|不低于|不小于|至少[有为达]?|不足|不到|低于|少于|小于|不超过|不多于|不大于|不高于|至多[有为]?|最多[有为]?|超过了?|突破了?|高于|大于等于|大于|多于|"
    "优于|逾|超|近|≥|≤|(?<![签合条节预公契制])约|大约|将近|接近|大概|上"
)
_AFTER = "以上|以下|左右|上下(?![游级])|以内|之多|开外"
_CLASSIFIERS = (
    "个百分点|人次|班次|列次|架次|艘次|车次|台\\(套\\)|台套|平方公里|平方千米|平米|批次|字节|平方米|立方米|公顷|公里|千米|公斤|千克|斤|海里|厘米|毫米|微米|纳米|"
    "千瓦时|千瓦|兆瓦|载重吨|总吨|标箱|毫秒|小时|分钟|分(?![之别布享众])|个月|标准箱|吨|克|升|亩|米|度|秒|级|天|日|周|年|岁|倍|"
    "多?个|多?家|项|件|名|位|人|户|种|款|类|处|座|所|台|套|艘|架|辆|列|条|张|册|部|篇|份|笔|场|次|届|期|批|支|只|头|颗|枚|株|棵|间|栋|幢|"
    "所|站|城|国(?!道)|省(?!道)|市|县(?!道)|镇|村|路|层|股|单|例|起|轮|步|对|组|本|幅|片|块|道|门|口|箱|包|瓶|盒|套|亿|家次|余家|元"
)
_CURRENCIES = (
    "元人民币|人民币元|人民币|美元|美圆|美金|欧元|英镑|日元|日圆|港元|港币|澳门元|元新台币|新台币|台币|卢布|韩元|瑞士法郎|加元|澳元|新加坡元|"
    "新元|泰铢|卢比|林吉特|越南盾|印尼盾|雷亚尔|迪拉姆|兰特|比索|里拉|坚戈|里亚尔|瑞典克朗|挪威克朗|丹麦克朗|奈拉|元"
)
_SIGNS = r"新台币|港币|美元|us\$|hk\$|\$|€|£|¥|rmb|人民币"
_UNIT = rf"(?:{_CURRENCIES}|{_CLASSIFIERS}|番)"

# What a quantity can begin with: a look at one character spares the pattern most places of a text.
_BEGINS = r"(?=[\d〇零○一二两三四五六七八九十百千万亿半 不至低少小最超突高大多优逾近≥≤约将接上新港美人uhr$€£¥])"
NUMBER = re.compile(
    rf"{_BEGINS}(?P<before>{_BEFORE})? ?(?:(?P<sign>{_SIGNS})\s*)?"
    rf"(?:(?P<base>[百千万])分之(?P<parts>{_HAN}|{_ARABIC})"
    r"|(?P<halved>(?<=[过超近])半数?(?=[,。;、的]|$)|(?<![一大另])半数|(?<![另大])一半)"
    rf"|(?P<fraction>(?<![\d/])\d{{1,4}}/\d{{1,4}}(?![\d/])|(?:[一二三四五六七八九十百]+|\d{{1,4}})分之(?:[一二两三四五六七八九十]+|\d{{1,4}}))"
    rf"|(?P<tenths>(?<![一二三四五六七八九十\d.])(?:[一二两三四五六七八九](?:点[一二三四五六七八九])?|十|\d+(?:\.\d+)?))成(?P<half>半|[一二三四五六七八九](?![一-龥]))?"
    rf"(?![立为功员果交本都长品熟效绩年就分群形名人千上排像])"
    rf"|(?P<number>{_ARABIC}|{_HAN}|万|亿)(?P<more1>多|余|来|几)?(?P<scale>{_SCALES})?(?P<rest>{_REST})(?P<more2>多|余|来)?"
    rf"(?: ?(?P<percent>%|％|个百分点)|(?P<unit>{_UNIT})?))"
    rf"(?P<after>{_AFTER})?"
)
NO_QUANTITY_BEFORE = re.compile(
    r"(?:第|每|数|几|[a-z]-?|[a-z]\s|\d[年月.:\-—~/]|[-—]\d?|中共|党的|十[一二三四五六七八九]届|北纬|东经|西经|南纬|[′°]|\d, ?[-+]?|\ufffd)$"
)
NO_QUANTITY_AFTER = re.compile(
    r"(?:国道|省道|县道|[a-z+]|年(?!的?时间)|月(?!份)?|[日号](?![,。]?\d)|世纪|届|[:]\d|点(?!\d)[整半]?|时\d|五规划|五”|五\"|[°′]|\ufffd)"
)
NEGATIVE = re.compile(r"(?:(?<![\d%％a-z一-龥])-|(?<=[比长减降率为])-|负)$")  # -3.2%, but not 2-3%
DOUBLED = re.compile(r"翻(?:了|两)?$")
# The lower bound of a range, before the number that has the unit: 100至200家, 20~30万吨.
LOWER = re.compile(rf"(?<![\d.,年月:/a-z])(?P<number>{_ARABIC}|{_HAN})(?P<scale>{_SCALES})? ?(?:至|到|-|—|~|–) ?$")
GOES_TO = re.compile(r"[%％万亿元] ?[-—~–]$")
LOWER_REACH = 16  # characters
TO = re.compile(r"\s?(?:至|到|-|—|~|–)\s?")
# 从原来的3家到5家 tells a change, no range.
CHANGES = re.compile(r"[从由自第前][^,。;]{0,12}$")
SCALE = re.compile(_SCALES)
