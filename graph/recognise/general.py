"""Which noun phrases are terms and which are general words: 某某机器人 is one, 先进技术 and 创新活力 are none."""

from __future__ import annotations

import re

from .view import View

_WORN = re.compile(
    r"^(?:新|高|重点|重要|首创|所需|升级|绿色|低碳|各种|配套|终端|系列|国产|优质|特色|传统|创新|科技创新|科技|先进|消费|关键|核心|前沿|高端|相关|全新|重大|自主|主要)*(?:产品|零部件|原材料|原料|技术|科技|设备|成果|服务|企业|项目|商品|展品|材料|应用|系统|平台|方案|业务|内容|领域|行业|产业|功能|优势|方式|模式|经验|活动|资源|"
    r"机遇|信心|动力|动能|机会|作用|影响|变化|水平|能力|环境|市场|订单|客户|消费|生活|体验|发展|合作|信息|数据|研究|实践|问题|前景|空间|潜力|惊喜|"
    r"研发|生产|销售|制造|设计|加工|运营|推广|应用|开发|贸易|经营|出口|进口|采购|管理)+$"
)
_ABSTRACT = re.compile(
    r"(?:机遇|信心|动力|动能|机会|作用|影响|变化|水平|能力|环境|优势|体验|发展|合作|问题|前景|空间|潜力|魅力|目光|关注|实力|成果|成就|成绩|贡献|"
    r"效应|效果|效率|力度|规模|格局|局面|趋势|态势|氛围|热潮|氛|风采|形象|精神|理念|文化|故事|方向|目标|任务|政策|措施|举措|机制|体系|制度|环节|创新|开放|改革|转型|升级|建设|治理|保障|安全|议题|主题|热点|话题|需求|要求|关切|民生|主业|领先|"
    r"收入|增长|损失|压力|挑战|危机|风险|困难|便利|实惠|红利|利润|效益|价值|意义|企业|公司|人员|游客|观众|客商|嘉宾|代表|产能|订单|信息|工作|活动|"
    r"计划|规划|方案|战略|格|感|性|度|率|量|额|者|们|(?<!机器)人|(?<!专)家|力|项目|基地|中心|园区|产业园|园|展区|专区|论坛|大会|峰会|博览会|报告|榜单)$"
)
_GENERAL_SOLUTION = re.compile(r"解决方案$")


def is_worn(term: str) -> bool:
    """Whether a phrase is made of nothing but worn words (科技创新产品)."""
    return _WORN.match(term) is not None


def is_nominal(view: View, start: int, end: int) -> bool:
    """Whether a phrase ends in a noun and is neither worn nor abstract."""
    term = view.key[start:end]
    if is_worn(term) or (_ABSTRACT.search(term) and not _GENERAL_SOLUTION.search(term)):
        return False
    last = view.token(end - 1)
    return last is not None and last.tag in ("n", "nz", "vn", "nw", "ORG", "LOC", "PER")


def is_plausible(view: View, start: int, end: int, type: str) -> bool:
    """Whether an object of a cue is a term and no general word: its ending fits the class, or it has a name in it."""
    term = view.key[start:end]
    if not is_nominal(view, start, end):
        return False
    if re.search(r"[a-z]", term) and re.search(r"[一-龥]|[a-z]{3}", term):
        return True
    if type == "Industry":
        return len(term) >= 2
    if not view.ontology.fits(type, "Offering"):
        return _is_plausible_own(view, term, type)
    product, technology = view.ontology.lexicon("Product"), view.ontology.lexicon("Technology")
    endings = (*product.suffixes, *technology.suffixes)
    own = view.ontology.lexicon(type)
    if type not in ("Product", "Technology") and own.suffixes:
        endings = (*endings, *own.suffixes)
    return len(term) >= 4 and term.endswith(endings) and term not in (*product.stops, *technology.stops)


def _is_plausible_own(view: View, term: str, type: str) -> bool:
    """Whether a term is one of a class outside offerings and trades: it ends as that class's names do, where any do."""
    if type not in view.ontology.classes:
        return False
    found = [view.ontology.lexicon(name) for name in sorted(view.ontology.superclasses(type))]
    endings = tuple(ending for cls in found for ending in cls.suffixes)
    return not any(term in cls.stops for cls in found) and (not endings or term.endswith(endings))
