"""What pages leave in a text that is no part of it: tools, notices, watermarks, markup, doubled commas, the same line again.

All patterns read the normal form, so that each is written once for both scripts. Nothing here looks at what a sentence
says: a line goes because of its form, and a text that only resembles one stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOOL = (
    "(?:打 ?印(?:本[页稿]|此页)?|关 ?闭(?:窗口|本页)?|收 ?藏(?:本[页文])?|复制链接|返回(?:顶部|首页|列表|上页)|字[体号]:?|大 ?中 ?小|大|中|小|"
    "分享(?:到|至)?:?|推荐给好友|我要(?:纠错|评论|分享)|纠错|举报|点赞|转发|微信(?:好友)?|(?:新浪)?微博|qq空间|qq好友|朋友圈|人人网|"
    "[上下]一[页篇条]:?|[首尾末]页|正文|要闻|更多>*|评论(?:\\(\\d*\\))?|赞(?:\\(\\d*\\))?|阅读(?:全文|原文)|展开全文|查看更多|全文阅读|\\d+ ?条评论|[一-龥]{0,6}客户端下载|下载[一-龥]{0,6}客户端)"
)
_HEADS = "相关(?:阅读|新闻|链接|报道|推荐|文章)|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻)|猜你喜欢|更多精彩(?:内容)?|网友评论|发表评论|最新评论|end|完"
_EDITOR = "责任编辑|责编|本文编辑|网络编辑|编辑|校对|审核|监制|初审|复审|终审|值班主任"
_LINES = re.compile(
    rf"[\s\-—_*【\[(]*(?:{_HEADS})[\s:：\-—_*】\])]*"
    rf"|[\s【\[(|]*{_TOOL}(?:[\s|/·、>【】\[\]()]*{_TOOL})*[\s|/·、>【】\[\]()]*"
    r"|\s*(?:当前位置|您?(?:现在)?(?:所在)?的?位置|原标题|标签|关键[词字]|keywords?|tags?)[:>].{0,120}"
    rf"|[\s【\[(]*(?:{_EDITOR})(?:[:/]|(?<=责任编辑)\s)[^。]{{0,40}}"
    r"|[^。]{0,12}(?:扫一扫|扫码|扫描(?:下方|上方)?二维码|长按(?:识别)?二维码|点击.{0,3}阅读原文|点个.?在看|关注我们|关注.{0,8}公众号)[^。]{0,30}"
    r"|[\s(【]*(?:版权声明|免责声明|特别声明|郑重声明)[】\s]*:.*|[^。]{0,60}(?:icp[备证]|公网安备|许可证(?:编?号)?:\s*\S{0,6}\d{4})[^。]*"
    r"|.{0,80}未经.{0,16}(?:授权|许可|允许|同意).{0,16}(?:转载|镜像|摘编|复制).{0,40}|[^。]{0,40}(?:版权所有|copyright)[^。]{0,60}",
)
_GREY = re.compile(
    "真人娱乐|真人荷官|注册送|送彩金|彩金|老虎机|百家乐|博彩|六合彩|时时彩|开奖结果|赌场|代开发票|办证刻章|成人(?:视频|电影)|无码|约炮|裸聊|私服|外挂"
)
_TAGS = "p|br|hr|span|div|strong|b|em|i|u|a|img|font|table|tbody|td|tr|th|h[1-6]|section|center|li|ul|ol|sup|sub|small"
_SITE = r"(?:https?://|www\.)[a-z0-9.\-]+\.[a-z]{2,12}(?![a-z])(?::\d+)?(?:/[a-z0-9_./?=&%#~+\-]*)?"
_INLINE = re.compile(
    r"!\[[^\]\n]{0,200}\]\([^)\s]{0,500}\)"  # a picture in Markdown
    r"|\*\*|(?:(?<=\n)|\A)(?:#{1,6}|>) (?=.)"
    r"|(?:(?<=\n)|\A)\s*\?{2,}(?=[^?\s])"  # an indent whose blanks were lost
    rf"|</?(?:{_TAGS})(?:\s[^<>\n]{{0,300}})?/?>|\?[?!]*/(?:{_TAGS})>"
    r"|&(?:nbsp|emsp|ensp|amp|quot|lt|gt|[lr][sd]quo|mdash|hellip|middot|#\d{1,6});"
    rf"|[【】\[]{{1,3}} ?{_TOOL} ?(?:[【】\]]+ ?(?:{_TOOL} ?(?:[【】\]]+|(?=\n|\Z)) ?)*|(?=\n|\Z))"
    rf"|\({_SITE}\)|{_SITE}"
    r"|(?<=[,、])[,、]+"
)
_LINK = re.compile(r"(\[)[^\]\n]{1,200}(\]\((?:https?:|/)[^)\s]{0,500}\))")
_RIGHTS = re.compile(r"(?P<name>[一-龥]{1,8}(?:网站?|报社?|社|在线))版权所有")
_EDGES = ("", "\n", " ", "。", ")")
_LONGEST_SITE = 5  # characters of a site's name, 网 included, as most are
_WORD = re.compile("[一-龥]{3,8}")
_SHORTEST = 6  # characters of a line that is dropped where it comes again


def debris_spans(form: str, publisher: str) -> Iterator[tuple[int, int]]:
    """The half-open spans of debris in the normal form of a source, in no order; they may overlap.

    ``publisher`` is the normal form of the publisher's name, by which a watermark in mid-sentence is told from the text.
    """
    yield from _lines(form)
    yield from (match.span() for match in _INLINE.finditer(form))
    yield from (link.span(part) for link in _LINK.finditer(form) for part in (1, 2))
    for mark, name in _watermarks(form, publisher):
        if name:
            yield mark.end("name") - len(name), mark.end()


def _lines(form: str) -> Iterator[tuple[int, int]]:
    seen: set[str] = set()
    for line in re.finditer(r"[^\n]+", form):
        bare = "".join(line.group().split())
        again = bare in seen and len(bare) >= _SHORTEST
        if bare and (again or _LINES.fullmatch(line.group()) or _is_stuffing(line.group())):
            yield line.span()
        seen.add(bare)


def _is_stuffing(line: str) -> bool:
    """Whether a line is a row of search words: of a trade that lives by them, or one of them within most of the others."""
    if re.search("[。;!?]", line):
        return False
    words = [word for word in re.split(r"[\s,、|_/]+", line) if word]
    inner = min((word for word in words if _WORD.fullmatch(word)), key=len, default="")
    several = len(words) >= 4 and inner
    return len(_GREY.findall(line)) > 1 or bool(
        several and sum(inner in word for word in words) > max(3, len(words) / 2)
    )


def unsure_spans(form: str, publisher: str) -> Iterator[tuple[int, int]]:
    """The half-open spans of watermarks in mid-sentence of which nobody can tell where the site's name begins."""
    for match, name in _watermarks(form, publisher):
        if not name:
            yield max(match.start(), match.end("name") - _LONGEST_SITE), match.end()


def _watermarks(form: str, publisher: str) -> Iterator[tuple[re.Match[str], str]]:
    """X网版权所有 with the site's name, where the text before it does not run into that, or the name is known."""
    found = list(_RIGHTS.finditer(form))
    alone = [match["name"] for match in found if form[max(0, match.start() - 1) : match.start()] in _EDGES]
    shared = [_common_end(one["name"], other["name"]) for one in found for other in found if one is not other]
    known = [name for name in (publisher, *sorted(shared, key=len), *alone) if len(name) > 2]
    for match in found:
        yield match, next((name for name in known if match["name"].endswith(name)), "")


def _common_end(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return one[len(one) - length :]
