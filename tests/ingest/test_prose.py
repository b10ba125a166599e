"""An article tells something in a sentence; a notice, a list of headlines and a closed door do not."""

from __future__ import annotations

import json

import pytest

from graph.errors import InputError
from graph.ingest.prose import check_prose
from graph.model import Document

from .articles import document, piped, reason

DISPATCH = "第五届澜州国际水产博览会二十日在澜州闭幕。"


@pytest.mark.parametrize(
    "text",
    [
        DISPATCH,
        f"快讯\n{DISPATCH}",
        "江海网10月20日電 第五屆瀾州國際水產博覽會今日閉幕，成交額二十六億元。",
        "第五届澜州水博会闭幕\n主办方说：“成交额达到二十六亿七千万元。”",
        "第五届澜州国际水产博览会二十日在澜州闭幕.成交额二十六亿元.",
        "第五届澜州国际水产博览会二十日在澜州闭幕，来自四十二个国家和地区的企业参展，成交额达到二十六亿元，比上届增",
        f"【打印】【关闭】\n您的位置：首页 > 经济\n{DISPATCH}\n未经授权请勿转载。",
    ],
)
def test_one_sentence_makes_an_article(text):
    """A dispatch of one sentence is enough, cut off or with the full stops of a typewriter, whatever stands around it."""
    check_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "请登录后阅读全文\n您还没有登录，请登录后继续阅读本文的全部内容。没有账号？立即注册。",
        "抱歉，您访问的页面不存在或已被删除，5秒后将自动跳转到首页。",
        "本网站使用Cookie来改善您的浏览体验。继续使用本网站即表示您同意我们的隐私政策。",
        "正在跳转，请稍候……如果浏览器没有自动跳转，请点击这里。",
        "您需要启用JavaScript才能运行此应用。",
        "为了保护您的账号安全，请完成下方验证后继续访问。",
        "本文为付费内容，订阅后可阅读全文，会员可在客户端免费阅读。",
        "視頻：瀾州水博會開幕\n圖為觀眾在博覽會現場參觀水下機器人。",
        "宁港港口吞吐量再创新高\n霽川智能发布新一代机器人\n江海省出台渔业规划\n第五届澜州水博会今天开幕，你准备好了吗？",
        "江海网版权所有，未经书面授权不得转载或建立镜像。\n江ICP备05000001号-1",
        "上一页 1 2 3 下一页",
        "",
    ],
    ids="login missing cookie jump script check paid video headlines footer pager nothing".split(),
)
def test_what_speaks_to_a_visitor_is_none(text):
    """A closed door, an error, a list of headlines, a video with its caption: no sentence tells anything."""
    with pytest.raises(InputError, match="no sentence of an article in it"):
        check_prose(text)


def test_a_file_without_a_sentence_is_skipped():
    """It is reported with the remedy, and not built."""
    assert reason("请登录后阅读全文\n您还没有登录，请登录后继续阅读。").endswith(
        "save the article itself, once the browser shows it"
    )


@pytest.mark.parametrize(
    "text", ["霽川智能位于澜州，生产机器人", "您好，霽川智能位于澜州。", "霽川智能发布新一代机器人"]
)
def test_a_record_is_an_article_however_short(text):
    """Who makes records has chosen the texts: sentences one by one, say, to see what is read out of them."""
    (found,) = piped(json.dumps({"id": "a", "text": text}))
    assert isinstance(found, Document)
    assert found.source == text


def test_what_is_not_chinese_is_said_first():
    """The reason is the one that helps."""
    assert reason("An article about a fair.").startswith("no Chinese in it")
    assert document(DISPATCH).source == DISPATCH
