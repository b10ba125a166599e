"""The words for times: one pattern whose named groups say of what kind an expression is; :mod:`.times` gives the dates."""

from __future__ import annotations

import re

_NUMERAL = "〇零○一二三四五六七八九"
_YEAR_DIGITS = rf"(?<!\d)(?:20|19)\d{{2}} ?年|(?<!\d)1[0-8]\d\d年(?!前|来|以|间|的?历史)|(?<!\d)0\d ?年|(?<!\d)\d\d年(?=[\d一二三四五六七八九十]{{1,2}}月)|(?:[一二][{_NUMERAL}]{{3}}|[〇零○][{_NUMERAL}])年"
# 光明年产, 三年前年产: no year of the calendar.
_YEAR_RELATIVE = r"今年|去年|(?<![\d年月日以之此提])前年(?!产|均)|(?<![\d年月日以之此先])后年(?!产|均|轻|度)|(?<!光)明年|当年|同年|本年(?!度?报)|上年(?!级|限|纪)"
# The reigns of the last two dynasties, by their first year; the months of their years are those of the moon.
REIGNS = {
    "洪武": 1368, "永乐": 1403, "宣德": 1426, "正统": 1436, "成化": 1465, "弘治": 1488, "正德": 1506, "嘉靖": 1522, "隆庆": 1567,
    "万历": 1573, "崇祯": 1628, "顺治": 1644, "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851,
    "同治": 1862, "光绪": 1875, "宣统": 1909,
}  # fmt: skip
_REIGN = rf"(?:{'|'.join(REIGNS)})(?:元|[一二三四五六七八九十]{{1,3}}|\d{{1,2}})年"
_YEAR = rf"(?:{_YEAR_DIGITS}|民国[一二三四五六七八九十\d]{{1,3}}年|{_YEAR_RELATIVE})(?!代)"
_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_DAY = r"3[01]|[12]\d|0?[1-9]"
_DAY_WORDS = r"三十一?|二?十[一二三四五六七八九]|二?十|[一二三四五六七八九]"
_THIRD = r"上旬|中旬|下旬|月?[底末]|初(?![一二三四五六七八九十])|份"
# 农历八月十五 is no day of this calendar; 3个月, 每月 and 三五月 are no months.
_NO_MONTH_BEFORE = r"(?<![\d.个每逢十一二三四五六七八九历])(?<!农历)(?<!阴历)(?<!旧历)"
_NO_MONTH_AFTER = r"(?![\d初花球亮嫂饼]|革命|党)"
_MONTHS = r"(?:1[0-2]|[2-9]|十[一二]?|[二两三四五六七八九])个?月"
_PART = rf"第?[一二三四1234首]季度末?|首季(?!度)|[前头首][三两二]个?季度?|[上下前后]半年|[前头首]{_MONTHS}|年?[末底初]"
_BARE_PART = (
    r"第?[一二三四首]季度末?|首季(?!度)|[前头首][三两二]个?季度|上半年|下半年|"
    rf"(?<![提此之以])[前头首]{_MONTHS}|(?<=[至到,。;])年[末底]|(?<=[从自])年初"
)
_WEEK = r"周|星期|礼拜"
# 10月12日(星期一): the day of the week repeats what the date says.
_WEEKDAY = rf"(?:,?\s?\(?(?:{_WEEK})[一二三四五六日天]\)?)?"
_TO = r"(?:-|—|–|~|至|到)"

# What a time can begin with: a look at one character spares the pattern most places of a text.
_BEGINS = rf"(?=[\d{_NUMERAL}十民今去前后明当同本上下这大昨周星礼过最未近首头第年“\"{''.join(sorted({name[0] for name in REIGNS}))}])"
EXPRESSION = re.compile(
    rf"{_BEGINS}(?:(?<!\d)(?P<from>(?:19|20)\d{{2}}) ?年?\s?{_TO}\s?(?P<to>(?:19|20)\d{{2}}) ?年(?!代)"
    rf"|(?<![\d./])(?P<iso>(?:1[5-9]|20)\d\d(?P<sep>[\-./ ])(?:1[0-2]|0?[1-9])(?P=sep)(?:3[01]|[12]\d|0?[1-9]))(?![\d/]|-\d{{1,2}}(?!\d)|\.\d)"
    rf"|(?:(?P<span>{_YEAR})的?)(?P<first>1[0-2]|[1-9])\s?{_TO}\s?(?P<last>1[0-2]|[1-9])月(?!\d)"
    rf"|(?<![\d年.])(?P<mfirst>1[0-2]|[1-9]){_TO}(?P<mlast>1[0-2]|[1-9])月(?!\d)"
    rf"|(?P<reign>{_REIGN})"
    rf"|(?:(?P<year>{_YEAR})的? ?)?(?(year)|(?<!年)){_NO_MONTH_BEFORE}(?P<month>{_MONTH})月"
    rf"(?:(?P<day>{_DAY})[日号]?(?!\d)|(?P<dayword>{_DAY_WORDS})(?:[日号]|(?![日号十一二三四五六七八九个年月]))|(?P<third>{_THIRD})?{_NO_MONTH_AFTER}){_WEEKDAY}"
    rf"|(?P<whole>{_YEAR})(?:的?(?P<part>{_PART}))?"
    rf"|(?<![年\d])(?P<bare>{_BARE_PART})(?!报)"
    rf"|(?P<rmonthword>本月|这个月|上个?月|下个?月|(?<!月)当月|同月)(?:(?P<rmday>{_DAY}|{_DAY_WORDS})[日号]|(?P<rmthird>{_THIRD})?{_NO_MONTH_AFTER})"
    r"|(?P<relative>当日|当天|大前天|大后天|(?<![\d年月日以之])前天|(?<!最)后天(?!性|的努力|培养)|今天|今日(?!头条)|昨天|昨日|明天|明日(?!之)|[昨今明当]晚|今[早晨]|明早)"
    r"(?:上午|中午|下午|傍晚|晚上?|早间|晚间|凌晨)?(?:\((?P<rmonth>\d{1,2})月(?P<rday>\d{1,2})日\))?"
    rf"|(?<![每逢一二两三几\d单双至到个])(?P<shift>上上个?|下下个?|上个?|下个?|本|这个?)?(?P<week>{_WEEK})(?P<weekday>[一二三四五六日天末](?![一二三四五六日天、期年次个周報报刊福])(?(shift)|(?![到至])))"
    rf"|(?P<weekshift>上上个?|下下个?|上个?|下个?|本|这)(?:{_WEEK})(?![一二三四五六日天末边年期转围])"
    r"|(?P<reach>(?:过去|最近|未来|今后)的?|(?:(?<=[,。;、:])|(?<=\n)|^)近|(?<=在)近|(?<=是)近|近(?=[一二两三四五六七八九十\d ]{1,4}年来)) ?(?P<length>[一二两三四五六七八九十]+|\d+) ?(?P<of>年|个月|周|天)(?!级|期)"
    rf"|(?:(?P<century>上世纪|本世纪|(?:1[0-9]|2[01]|十[{_NUMERAL}]|二十一?)世纪)|(?P<centuryyear>1[5-9]|20))?(?P<decade>[1-9]0|[一二三四五六七八九]十)年代"
    r"|[“\"]?(?P<plan>十[一二三四五六]?)五[”\"]?(?:规划|期间|时期|计划)"
    rf"|(?<=[至到—-])(?P<lastday>{_DAY_WORDS})日"
    r"|(?<![\d月年])(?P<onlyday>3[01]|[12]\d|[1-9])日(?!报|本|常|益|前|均))"
)
# What makes a time reach to the article's own date: 今年以来, 2015年至今.
SINCE = re.compile(r"(?:以来|至今|起至今|到现在)")
RANGE = re.compile(r"\s?(?:至|到|—|-|~|–)\s?")
# 2007年与2009年之间 is a range, 2007年与2009年 a list.
BETWEEN = re.compile(r"\s?(?:和|与|跟)\s?")
BETWEEN_END = re.compile(r"之?间")
GOES_ON = re.compile(r"\s?(?:至|到|—|-|~|–|、|和|,)\s?")
