"""Whether a text is an article at all, or a notice, a list of headlines, a page that lets nobody in.

An article has at least one sentence that tells something: of twelve Chinese characters or more, with its full stop, and not
one that speaks to the visitor of a site. Short dispatches have one. Records (JSON, tables) are not asked: whoever makes
them has chosen the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import InputError
from ..script import normal_form

LEAST_HAN = 12
"""The fewest Chinese characters of a sentence that makes a text an article."""

LEAST_WITHOUT_STOP = 40
"""The same for a line with commas that is cut off before its full stop."""

# In normal form. What a sentence says to the visitor of a site, not to the reader of an article.
_NOTICE = re.compile(
    "您|请(?:登录|点击|稍|刷新|输入|启用|开启|使用|完成|联系|返回|检查|下载|重新|选择|勿)|登录后|登陆后|注册账号|未登录|跳转|浏览器|"
    "cookie|javascript|flash|页面(?:不存在|未找到|已|无法|加载|出错)|找不到|访问的(?:页面|网页|内容)|验证码|安全验证|订阅后|付费内容|会员专享|"
    "版权所有|版权声明|版权归|转载|免责声明|隐私政策|用户协议|备案|许可证|扫一扫|扫码|点击|加载中|缓冲|阅读全文|阅读原文|责任编辑|举报|"
    "本站|本网|网站地图|联系我们|关于我们|下载app|客户端|关注我们|公众号"
)
_STOP = re.compile(r"[。…]+[”\")]*|(?<=[一-龥”\")])\.(?!\d)")  # NFKC makes ． a point
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_CAPTION = re.compile(r"^(?:图为|上图|下图|图片来源|资料图)|摄[)。.]?$")


def check_prose(text: str) -> None:
    """``InputError`` where no sentence of ``text`` is one of an article."""
    if not any(map(_tells, _sentences(text))):
        raise InputError(
            "no sentence of an article in it (a notice, headlines, a login page?)",
            remedy="save the article itself, once the browser shows it",
        )


def _sentences(text: str) -> Iterator[str]:
    for line in (normal_form(part.strip()) for part in text.split("\n")):
        at = 0
        for stop in _STOP.finditer(line):
            yield line[at : stop.end()]
            at = stop.end()
        rest = line[at:]
        if "," in rest and len(_HAN.findall(rest)) >= LEAST_WITHOUT_STOP:
            yield rest


def _tells(sentence: str) -> bool:
    enough = len(_HAN.findall(sentence)) >= LEAST_HAN
    return enough and not _NOTICE.search(sentence) and not _CAPTION.search(sentence)
