"""The words around a quantity that tell what it measures, as patterns; :mod:`.measures` applies them."""

from __future__ import annotations

import re

SEGMENT = re.compile(r"[,;。:!?\n(“]|(?<=[一-龥]) (?=[一-龥])|、(?=[^、,。;]{0,8}\d)")
GROWTH = re.compile(
    r"(?P<against>同比|环比|(?:比(?![重例])|较|与)(?:上年|去年|前年|上届|往届|上月|20\d\d年|上一届|去年同期|上年同期|[^,。;、\d]{2,10}?)(?:同期)?(?:相比)?)?"
    r"[,]?(?:由[^,。;]{0,14}?(?:[升降正负减增][长]?|下降|上升|增长|亏损?)?(?:转为|转)|[由从][升降正负]转|实际|平均|年均|分别|则|又|也|均|大幅|再|将|已)*(?P<verb>增长|增加|增幅|增速|上升|提高|提升|下降|减少|降低|下滑|回落|加快|放缓|收窄|回升|上涨|下跌|扩大|缩短|增收|增产|(?<![新首])增|降|高出|多出|翻)"
    r"(?:了|达到|达|约|近|超过|超|为|逾)*$"
)
# What compares a rate itself: 增长5%,比全国高出2个百分点.
BEYOND = re.compile(r"高|低|快|慢|多|少|提高|回升|回落|加快|放缓")
COMPARED = re.compile(
    r"(?P<against>(?:比|较)[^,。;、\d]{2,14}?)(?P<verb>低|高|快|多|少|轻|重|薄|长|短|减重|节省|节约)(?:了|出|约|近|超|超过|达)*$"
)
# A share that grows: 占全省的比重提高2个百分点.
SHARE_GROWN = re.compile(r"占(?:据了?|到了?|了)?(?P<of>[^,。;\d]{1,16}?)的?(?P<word>比重|比例|份额)$")
# What a rate is above or below: 增速高于全国2个百分点.
ABOVE = re.compile(r"(?P<verb>[高低快慢](?:于|出))(?P<against>[^,。;、\d]{2,16}?)$")
LEVEL = re.compile(
    r"(?:摄氏|总共|共计|共有|共达|累计|总计|合计|已经|已有|已达|已|共|约|近|超|达到|达|为|是|有|突破|超过|增至|增加到|增长到|升至|降至|提高到|提升至|提升到|"
    r"扩大到|扩大至|下降到|降低到|实现|完成|高达|多达|长达|仅|只有|均|分别|逾|至|了|到|将|首次|再|仍|在|接近|不到|保持|稳定|优于|着|计|可|就|全年|预计|带来|"
    r"力争|有望|由|从|最大|最高|最低|平均|大约|以上|左右|多|更是|还|也|不低于|不少于|控制|缩短|延长|也是|:)+$"
)
SHARE = re.compile(
    r"(?P<what>[^,。;、]{0,20}?)(?:占据了?|占到了?|约占|占了?)(?P<of>[^,。;\d]{0,16}?)(?:的|比重|比例|分别)*(?:升至|上升到|上升至|提高到|提高至|提升到|提升至|下降到|降至|达到了?|达|为|超过|超|约|近)*$"
)
SHARE_IN = re.compile(
    r"(?P<what>[^,。;、]{0,20}?)在(?P<of>[^,。;在\d]{2,8}?)的?占比(?:已|均)?(?:达到了?|达|为|超过|超|约|近)*$"
)
RATIO = re.compile(
    r"(?:占比|比重|比例|份额)(?:已|均|也|首次)*(?:达到了?|达|为|超过|超|约|近|升至|提高到|提升到|突破|接近)*$"
)
NATION = re.compile(r"(全国|我国|中国|全球|世界|全省|全市)(?:总额|总量|总数)?(?:的)?(?:近|约|超)?$")
CLASSIFIER = re.compile(
    r"(?:多?个|多?家|项|件|名|位|人|户|种|款|类|处|座|所|台|台\(套\)|台套|套|艘|架|辆|列|条|张|册|部|篇|份|场|次|届|批|支|只|头|颗|枚|株|棵|间|栋|幢|站|单|例|起|轮|步|对|组|本|幅|片|块|道|门|人次|班次|列次|架次)$"
)
AREA_UNITS = {
    "城": "城市数",
    "国": "国家数",
    "省": "省份数",
    "市": "城市数",
    "县": "县数",
    "村": "村数",
    "镇": "镇数",
    "路": "线路数",
}
TAIL_VERBS = re.compile(
    r"(?:线上|线下)?(?:参展|参会|参赛|参加|首发|首展|首发首展|落户|入驻|亮相|签约|上市|注册|就业|受益|投产|达成|开工)+"
)
QUALIFYING = frozenset("使用 发明 参展 参会 到会 注册 成交 签约 研发 进出口 营业".split())
COMPOUNDING = frozenset("可 人均 实际 换 进 展 涉 购 售 研 充 用".split())  # 换电站, 进馆客流量
NOUNS = frozenset({"n", "nz", "vn", "nw", "an", "LOC", "ORG"})
DURATION = re.compile(r"(?:为期|会期|展期|历时)$")
NOMINALS = frozenset("n nz vn an a nw s f ORG LOC PER w m q".split())
STOPS = frozenset({"v", "p", "d", "ad", "vd", "c", "r", "xc", "TIME", "u"})
LEAD = re.compile(
    r"^(?:带动|推动|拉动|促进|帮助|力争|有望|预计|[两兩二三四五六七八九十](?:省市?|市|地|区|區|县|縣|国|國|家|者)的?|其中|此外|目前|同时|另外|而|并|且|也|还|已|共|今年|去年|当年|当日|期间|以来|上|中|内|里|下|年|月|日|的|等|末|底|实现|完成|提供|安排|现有|拥有|接入|建成|签约|达成|引进|新增|培育|全市|全省|全县|全区|全国|我国|当地|境内|区域|地区|等地|相互间|相互|之间|互相|届时|间)+"
)
VERBAL = re.compile(
    r"(赔偿|赔付|补偿|退赃|退赔|占地面积|占地|投资|亏损|出资|注资|募资|融资|耗资|斥资|捐赠|罚款|盈利|总投资|注册资本|年产量|年产|日产|月产|亩产|每亩增产|时速|起步|海拔)(?:达到|达|为|约|近|超过|超|在)*$"
)
MEASURE_TAIL = re.compile(
    r"(?:数量|总数|总量|总额|额|量|率|值|价值|面积|人口|收入|产值|金额|规模|资金|比重|占比|长|宽|高|深|指数|成本|票房|利润|投资|外资)$"
)
# Verbs that name a quantity of statistics when they end a noun phrase: 装备出口2亿元, 研发经费投入3亿元.
NOMINAL = frozenset(
    "投入 支出 出口 进口 进出口 消费 投资 营收 减免 减税 退税 免税 销售 产出 发电 供电 用电 排放 减排 捐款 储备 库存 就业 收割 收获 播种 种植 育秧 栽插 机收".split()
)
# A sum paid to somebody named right behind the verb: it is the payer's.
PAYS = re.compile(r"(?:赔偿|赔付|补偿|支付|给付|偿还|返还|退还|退赔|捐赠)(?:给|了)?")
# The end of a change whose beginning was told (由3%提高到5%), and a value that something is compared with (较上年的3%).
REACHED = re.compile(
    r"[由从](?:[^,。;]{0,24}?)(?:增至|增加到|增长到|上升到|上升至|升至|提高到|提高至|提升至|提升到|扩大到|扩大至|延长至|延长到|下降到|下降至|"
    r"降至|降低到|减少到|减至|缩短到|缩短至|发展到|跃升至|达到)(?:了|约|近|超|超过)*$"
)
FORMER = re.compile(r"(?:较|比|[低高]于)[^,。;]{0,10}?(?:年|月|季度|同期|时)的$")
# What a sum of money is for or consists of, without 的: 3亿元贷款.
MONEY_NOUN = re.compile(
    r"(?:协议|合同|订单|大单|项目|资金|贷款|融资|投资|债券|补贴|补助|奖励|奖金|保费|基金|预算|罚款|赔偿金?|捐款|善款)$"
)
MONEY = re.compile(r"元$|人民币$|美金$|英镑$|港币$|卢布$|法郎$|台币$")
MASS = re.compile(r"^(?:吨|公斤|千克|斤|亩|公顷|千瓦时)$")
RELATED = re.compile(r"(?:与|同|和)[^,。;]{1,14}?(?:相关|有关|配套)的")
# What a rate is called, that stands behind its number (以5%的增速): it is no share of anything.
RATE = re.compile(r"(?:增速|增幅|降幅|涨幅|跌幅|速度|比例|占比|比重|份额|关税|[一-龥]率)$")
# A length of time that measures nothing: 连续3个月, 提前5天.
LASTING = re.compile(r"(?:连续|提前|时隔|仅?用时|每隔|耗时|历经|推迟)$")
# The number that a change begins with (由3万亩), and that it goes on (增加到).
BEGINNING = re.compile(r"[由从](?:[^,。;\d]{0,8}的)?$")
TURNS = re.compile(r"[^,。;]{0,6}?(?:[增提升降减扩缩涨跌调][^,。;]{0,3})?[到至]")
# How long something goes on in a day: 24小时不间断.
ROUND_THE_CLOCK = re.compile(r"不间断|连轴|不停|轮班|值守|营业|在岗|滚动")
# What stands before a number without being what it measures: where something is (集装箱里), how many have it (两座).
NO_MEASURE = re.compile(r"里$|^(?:[两三四五六七八九十几多数\d]+|一)[座台套家个条项种款辆艘架只支对所]$")
# Words for times that qualify a noun: 300个现代农业园区.
EPOCHS = frozenset("现代 當代 当代 傳統 传统 未來 未来".split())
# How often people come: 30万人次参会.
TAKES_PART = re.compile(
    r"(?:线上|线下|現場|现场)?(?:参展|参会|参加|参观|观展|到会|入场|进馆|观影|观赛|出行|出游|就业|受益|报名)"
)
# What a share is no part of: 50%的几率, 25%的决定; nor a rate that is set (加征25%的…).
CHANCE = re.compile(r"(?:几率|机率|概率|可能性?|决定|目标|政策|要求|标准|水平|协议|计划|说法|折扣|优惠)$")
SET_TO = re.compile(r"(?:加征|征收|上调|下调|提高|降低|提升|增加|减)(?:至|到)?$")
