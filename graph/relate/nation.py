"""The nation as bearer: whose statistics a figure goes on with that nobody else bears (全国…, 我国…)."""

from __future__ import annotations

import re

from ..model import Part
from .bearers import has_topic
from .measures import Measured
from .quantities import Quantity
from .scene import Scene

# Statistics that a nation's figures go on with where no other bearer is named.
_STATISTIC = re.compile(
    r"营业?收入?|利润|增加值|产值|投资|消费|零售|出口|进口|产量|销量|销售|指数|收入|支出|总额|经费|强度|面积|人口|价格|失业率|就业|增速|规模|占比|比重|额|率|量"
)


def the_nation(scene: Scene, number: int, quantity: Quantity, what: Measured, borne: int | None) -> int | None:
    """The mention of 全国 or 我国 whose statistics a figure goes on with that nobody else bears.

    It bore the figure before (``borne``) or stands earlier in the paragraph; since then nobody has become the topic.
    """
    if what.how == "counted" and not _told_just_before(scene, number):
        return None
    if what.how != "counted" and borne is None and not _STATISTIC.search(what.name):
        return None
    before = [i for i, m in enumerate(scene.mentions) if m.recogniser == "deictic" and m.start < quantity.start]
    pointed = [(i, scene.sentence_at(scene.mentions[i].start)) for i in before]
    near = [
        (i, at)
        for i, at in pointed
        if i == borne or (scene.paragraph(at) == scene.paragraph(number) and _opens(scene, scene.mentions[i].start))
    ]
    if any(g.type in ("Person", "Policy") for clause in scene.clauses[number] for g in clause.groups):
        return None
    near = near or [(i, at) for i, at in pointed if _is_theme(scene, i, at)]
    if near and near[-1][1] < number and scene.paragraph(near[-1][1]) != scene.paragraph(number):
        if any(scene.ontology.fits(g.type, "Place") for clause in scene.clauses[number] for g in clause.groups):
            return None
        first = next(n for n in range(number + 1) if scene.paragraph(n) == scene.paragraph(number))
        return None if any(has_topic(scene, n) for n in range(first, number + 1)) else near[-1][0]
    if not near or any(has_topic(scene, at) for at in range(near[-1][1], number + 1)):
        return None
    return near[-1][0]


def _told_just_before(scene: Scene, number: int) -> bool:
    """Whether 我国 or 全国 opens a clause of the sentence right before, in the same paragraph."""
    if number == 0 or scene.paragraph(number - 1) != scene.paragraph(number):
        return False
    earlier = scene.sentences[number - 1]
    pointing = [m.start for m in scene.mentions if m.recogniser == "deictic"]
    return any(earlier.start <= at < earlier.end and _opens(scene, at) for at in pointing)


def _is_theme(scene: Scene, mention: int, at: int) -> bool:
    """Whether an article is about 我国 or 全国 by its title or first words, and a statistic opens its clause there."""
    return scene.sentences[at].part in (Part.TITLE, Part.LEAD) and _opens(scene, scene.mentions[mention].start)


def _opens(scene: Scene, at: int) -> bool:
    """Whether a clause begins at ``at``, so that what stands there is what it speaks of (not 居全国第一)."""
    return at == 0 or scene.key[at - 1] in ",。;:、年月日\n"
