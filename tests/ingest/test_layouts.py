"""Saved pages as Chinese news sites lay them out: the article and nothing else comes out of each."""

from __future__ import annotations

import pytest

from graph.model import Document, Skipped

from .articles import document, piped, reason

TITLE = "第五届澜州水博会开幕 千余家企业参展"
STORY = (
    "江海网澜州10月18日电（记者 林小溪）第五届澜州国际水产博览会18日在澜州开幕，来自四十二个国家和地区的一千二百多家企业参展。",
    "本届博览会由澜州市人民政府主办。开幕当天，浙江霽川智能科技有限公司带来“潮汐三号”水下机器人。",
    "据主办方统计，博览会三天共接待专业观众5.3万人次，达成意向成交额26.7亿元，同比增长12.5%。",
)
OTHERS = ("宁港港口吞吐量再创新高", "江海省出台渔业发展规划", "智利代表团访问澜州")
ARTICLE = "\n".join((TITLE, *STORY))

NAV = (
    "<div class='nav'><a href=/>首页</a> <a href=/a>要闻</a> <a href=/b>经济</a></div>"
    "<div class='path'>当前位置：<a href=/>首页</a> &gt; <a href=/b>经济</a> &gt; 正文</div>"
)
META = (
    "<div class='info'>2024年10月18日 19:30　来源：<a href=/>江海网</a>　作者：林小溪　<a href='#'>【大</a> <a href='#'>中</a> "
    "<a href='#'>小】</a> <a href='#'>【打印】</a> <a href='#'>【关闭】</a></div>"
)
TAIL = "<div class='share'>分享到： <a>微信</a> <a>微博</a></div>"
RELATED = (
    "<div class='relate'><h3>相关阅读</h3><ul>"
    + "".join(f"<li><a href='{i}.html'>{other}</a><span>2024-10-0{i}</span></li>" for i, other in enumerate(OTHERS, 1))
    + "</ul></div>"
)
COMMENTS = "<div class='comments'><h3>网友评论</h3><div><b>海边的人</b> 这个机器人真厉害，什么时候能买到？<a>回复</a></div></div>"
FOOT = "<div class='footer'><p>关于我们 | 联系我们 | 网站地图</p><p>江海网版权所有 未经授权禁止转载 江ICP备05000001号-1</p></div>"
CARDS = "".join(
    f"<article class='card'><h3><a href='{i}'>{other}</a></h3><p>宁港港务集团昨日公布，前三季度吞吐量达到3.1亿吨。</p></article>"
    for i, other in enumerate(OTHERS)
)


def paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>　　{text}</{tag}>" for text in STORY)


def page(body: str, charset: str = "utf-8") -> str:
    head = f"<meta charset={charset}><title>{TITLE}_经济频道_江海网</title>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


LAYOUTS = {
    "blocks": f"{NAV}<h1>{TITLE}</h1>{META}<div id='content'>{paragraphs()}</div>{TAIL}{RELATED}{COMMENTS}{FOOT}",
    "article": f"<header>{NAV}</header><main><article><h1>{TITLE}</h1>{META}{paragraphs()}{TAIL}</article>{RELATED}</main>{FOOT}",
    "several articles": f"{NAV}<article><h1>{TITLE}</h1>{META}{paragraphs()}</article><section>{CARDS}</section>{FOOT}",
    "tables": (
        f"<table><tr><td>{NAV}</td></tr><tr><td><table><tr><td><a href=1>{OTHERS[0]}</a></td></tr></table></td><td><table>"
        f"<tr><td align=center><b>{TITLE}</b></td></tr><tr><td>{META}</td></tr><tr><td>　　{'<br><br>　　'.join(STORY)}</td></tr>"
        f"<tr><td align=right>【<a href=#>打 印</a>】【<a href=#>关闭窗口</a>】</td></tr></table></td></tr></table>{FOOT}"
    ),
    "sections": f"<div><h1>{TITLE}</h1><div>{META}</div><div id=c>{paragraphs('section')}<section><br></section></div></div>",
    "hidden": (
        f"<noscript>请启用JavaScript。</noscript><div style='display:none'>这一段话没有人看得见，因为它是隐藏的。</div>{NAV}"
        f"<h1>{TITLE}</h1>{META}<div>{paragraphs()}</div><script>var a='脚本里的话。'</script>{FOOT}"
    ),
    "pager": (
        f"{NAV}<h1>{TITLE}</h1>{META}<div id=c>{paragraphs()}<div class=page><a>上一页</a> <b>1</b> <a>下一页</a></div></div>"
        f"<div>下一篇：<a href=2>{OTHERS[0]}</a></div>{FOOT}"
    ),
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_the_source_is_the_article(body, charset):
    """Navigation, tools, other articles, comments, footers: none is in the source, and no paragraph of the story is lost."""
    found = document(page(body, charset).encode("gb18030" if charset == "gb2312" else "utf-8"))
    assert "\n".join(line.strip() for line in found.source.split("\n")) == ARTICLE


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_the_day_is_that_of_the_article(body):
    """The line above the article gives the day, not the list of other articles with theirs; the bar names the site."""
    found = document(page(body))
    assert (found.title, found.published, found.publisher) == (TITLE, "2024-10-18", "江海网")


def test_a_day_that_the_head_declares_goes_first():
    """What a page says of itself for machines is preferred to what it shows."""
    declared = page(LAYOUTS["blocks"]).replace("</head>", "<meta name='publishdate' content='2024-10-17'></head>")
    assert document(declared).published == "2024-10-17"


def test_a_short_dispatch_is_found_between_lists():
    """An article of one sentence is not given up for everything that the page shows."""
    story = "江海网快讯：第五届澜州国际水产博览会20日在澜州闭幕，成交额26.7亿元。"
    found = document(page(f"{NAV}<h1>{TITLE}</h1>{META}<div><p>{story}</p></div>{TAIL}{RELATED}{FOOT}"))
    assert found.source == f"{TITLE}\n{story}"


def test_a_table_of_data_is_lines_of_cells():
    """Cells are lines, without the bars that a table has in Markdown; items of a list are lines without dashes."""
    table = "<table><tr><th>展区</th><th>面积</th></tr><tr><td>海洋装备</td><td>2.1万平方米</td></tr></table>"
    body = f"<p>{STORY[0]}</p>{table}<ul><li>海洋装备展区最大。</li></ul><p>{STORY[1]}</p><p>{STORY[2]}</p>"
    lines = document(page(f"<article><h1>{TITLE}</h1>{body}</article>")).source.split("\n")
    assert lines[2:-2] == ["展区", "面积", "海洋装备", "2.1万平方米", "海洋装备展区最大。"]


@pytest.mark.parametrize(
    "body",
    [
        f"{NAV}<h1>请登录</h1><p>您还没有登录，请登录后继续阅读。没有账号？立即注册。</p>{FOOT}",
        f"{NAV}<h1>404</h1><p>抱歉，您访问的页面不存在或已被删除，5秒后将自动跳转到首页。</p>",
        "<p>本网站使用Cookie来改善您的浏览体验。继续使用本网站即表示您同意我们的隐私政策。</p><div id=app></div>",
        f"{NAV}<h1>经济新闻</h1>{RELATED * 4}<div>上一页 1 2 3 下一页</div>{FOOT}",
        "<p>正在跳转，请稍候……如果浏览器没有自动跳转，请点击这里。</p>",
        f"{NAV}<h1>视频：{TITLE}</h1><video></video><p>{TITLE}</p>{RELATED}{FOOT}",
        "<noscript>您需要启用JavaScript才能运行此应用。</noscript><div id=app></div><script src=a.js></script>",
        f"{NAV}<h1>{TITLE}</h1>{META}<p>本文为付费内容，订阅后可阅读全文。</p>{RELATED}{FOOT}",
    ],
    ids="login missing cookie list jump video script paid".split(),
)
def test_a_page_without_an_article_is_reported(body):
    """A page that shows no article is skipped with a remedy, whatever it shows instead."""
    (found,) = piped(page(body))
    assert isinstance(found, Skipped), found
    assert "save" in found.reason


def test_a_page_of_frames_is_reported():
    """Frames are other files."""
    frames = f"<html><head><title>{TITLE}</title></head><frameset cols='200,*'><frame src=l.html></frameset></html>"
    assert reason(frames) == "a page of frames; give the page that the frame with the article shows"


@pytest.mark.parametrize("tag", ["div", "p", "section"])
def test_a_paragraph_of_any_element_is_a_line(tag):
    """Whatever sites use for paragraphs, each is a line."""
    (found,) = piped(page(f"<h1>{TITLE}</h1>{META}<div>{paragraphs(tag)}</div>"))
    assert isinstance(found, Document)
    assert [line.strip() for line in found.source.split("\n")][-3:] == list(STORY)
