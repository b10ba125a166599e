"""What is left of a division's name without its kind."""

from __future__ import annotations

import re

_PEOPLES = (
    "维吾尔|土家|蒙古|布依|朝鲜|哈尼|哈萨克|傈僳|仡佬|东乡|高山|拉祜|纳西|仫佬|锡伯|柯尔克孜|达斡尔|景颇|毛南|撒拉|布朗|塔吉克|阿昌|普米|"
    "鄂温克|基诺|德昂|保安|俄罗斯|裕固|乌孜别克|门巴|鄂伦春|独龙|塔塔尔|赫哲|珞巴|壮|满|回|苗|彝|藏|侗|瑶|白|黎|傣|畲|水|佤|羌|土|怒|京"
)
_ETHNIC = re.compile(rf"(?:(?:{_PEOPLES})族|维吾尔|哈萨克|(?<!内)蒙古|柯尔克孜|塔吉克|锡伯|各族)+(?=自治|联合|区$)")
_ENDINGS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "林区",
    "新区",
    "省",
    "市",
    "盟",
    "县",
    "区",
    "旗",
)


def short_name(name: str) -> str:
    """A division's name without what it is: 苏州市 → 苏州, 延边朝鲜族自治州 → 延边; itself where nothing would be left.

    >>> short_name("广西壮族自治区")
    '广西'
    """
    bare = _ETHNIC.sub("", name)
    if bare.startswith("自治"):
        return name[: name.index("族自治")]  # 东乡族自治县 is named after its people
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 2:
            return bare[: -len(ending)]
    return name
