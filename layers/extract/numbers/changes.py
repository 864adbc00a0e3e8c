"""What a number does to a level: growth, increments, shares that 分别 deals out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from layers.extract.numbers.clauses import Clause
from layers.extract.numbers.quantities import Amount
from layers.extract.patterns import compiled

GROWN = {"增长": "增速", "增幅": "增速", "负增长": "下降", "正增长": "增速"}
"""The indicator that a verb makes; the others are their own (产量下降)."""
_BASE = 8
"""Characters of what a growth is measured from (较2010年)."""
_ADDED = compiled(
    r"(?:(?P<up>增加(?!值)|增长|净增|提高|提升|扩大)|(?P<down>减少|下降|降低|压减))"
    r"(?:[了约近超逾将]|超过|接近)*$"
)
_START = compiled(r"[由从](?![业事来此])[^，,。；;、]{0,14}$")
_TURN = (
    r"[^，,。\d]{0,2}?(?:增加?|增长|发展|提高?|提升|扩大|上升|下?降低?|减少?|调整|转变?|跃升|攀升|壮大)"
    r"[^，,。\d]{0,2}?[至到为]"
)
ONWARD = compiled(rf"(?:[（(][^（()）。]{{0,12}}[）)])?{_TURN}")
_DATED = compiled(r"[由从]\d{4}年[底末]?的?$")
SWUNG = compiled(
    r"[由从](?:上年|去年|同期|上年同期)?的?(?=(?:下降|增长|[正负]增长)(?:[\d.]+%[转变]为(?:下降|增长|[正负]增长))?$)"
    r"|(?:(?:下降|增长|[正负]增长)[\d.]+%)?[转变]为(?=(?:下降|增长|[正负]增长)$)"
)
"""由下降3.5%转为增长8.2%: what stands before each verb of a growth that turns."""
_END = compiled(
    rf"[由从](?![业事来此])[^，,。；;、]{{0,14}}?\d[^，,。；;、]{{0,8}}?{_TURN}[了约近超]?(?:\d{{4}}年[底末初]?的?)?$"
)
# Possessive, longer words first: 达到 is 达 and 到, too, and each one would double the ways.
_VERBS = re.compile(
    r"(?:力争|争取|有望|预期|分别|依次|将|已经|已|(?<!平)均|约|就|可|共|实现|完成|达到|达成|达|突破|超过|超|恢复|保持|维持|稳定|高于|接近|不低于|不少于|稳定在|保持在|控制在"
    r"|现在|目前|如今|率先|首次?|破[百千万]?亿|破|提升|提高|上升|增加|增长|下降|降低|降(?=[至到]$)|减少|扩大|发展|跃上|迈上|迈入|跨上|为|是|在|到|至|近|有|了|年均|同比|累计|的|仅|各|合计|总计|共计|调整|要|再|、)++$"
)
_VERB_ENDS = frozenset(
    "持定复争取望期别将已均约就可共现成到达破过超于近在前今经先次首亿升高加长降低少大展上入为是至有了比计的仅各计整要再、"
)
"""What such a verb ends in."""
_YEARLY = compiled(r"(?:近?[两三四五六七八九十\d]+年)?(?<![月日])(?:年?平均|年均)$")


def onward(text: str, clause: Clause, amount: Amount) -> Literal["from", "to", ""]:
    """Whether a change begins with a number (由36亿元增加到100亿元), or ends with it."""
    head = text[clause.head : amount.left]
    if "由" not in head and "从" not in head:
        return ""
    if _DATED.search(head) or (_START.search(head) and ONWARD.match(text, amount.right)):
        return "from"
    return "to" if _END.search(head) else ""


def increment(head: str) -> str:
    """What a sum is of the level before it: 增量, 减量; "" where it is a level itself.

    >>> increment("面积同比增加"), increment("产值增加到"), increment("成本减少了")
    ('增量', '', '减量')
    """
    match = _ADDED.search(head[-12:])
    return "" if match is None else "增量" if match["up"] else "减量"


def unchanged(head: str) -> str:
    """The words of a clause without the verb of its increment, and what it is measured from."""
    return uncompared(_ADDED.sub("", head))


def unaveraged(words: str) -> tuple[str, str]:
    """The words without 两年平均 at their end, and 年均 if they had it."""
    bare = _YEARLY.sub("", words)
    return bare, "年均" if bare != words or "年均" in words else ""


@lru_cache(1024)  # each number asks it of the same words several times
def unverbed(words: str) -> str:
    """The words without the verbs at their end.

    >>> unverbed("产值力争达到"), unverbed("产值")
    ('产值', '产值')
    """
    return _VERBS.sub("", words) if words[-1:] in _VERB_ENDS else words


def uncompared(words: str) -> str:
    """The words without the comparison at their end.

    By hand, for a pattern of such pieces, any number of them, could be cut up in exponentially
    many ways.

    >>> uncompared("产值比2010年年均"), uncompared("产值较2010年的规模翻了几番")
    ('产值', '产值较2010年的规模翻了几番')
    """
    ends = {len(words)}  # offsets behind which only comparison stands
    begin = len(words)
    for at in range(len(words) - 1, -1, -1):
        if begin - at > _BASE + 1:
            break
        base = words[at + 1 : begin]
        if (
            words[at] in "较比"
            and words[at - 1 : at + 1] != "占比"
            and len(base) <= _BASE
            and "，" not in base
            and "," not in base
        ) or (at + 2 in ends and words.startswith(("年均", "同比", "实现"), at)):
            ends.add(at)
            begin = at
    return words[:begin]
