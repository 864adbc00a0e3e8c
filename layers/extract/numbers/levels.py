"""The level that a number goes on about: behind its growth, as a part of it, in a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layers.extract.numbers.counts import Measure, counted
from layers.extract.numbers.indicators import indicator_at_end
from layers.extract.patterns import compiled, last

if TYPE_CHECKING:
    from layers.extract.numbers.clauses import Clause
    from layers.extract.numbers.quantities import Amount

_CHANGE = compiled(r"(?:年均)?(?:占比|增速|增幅|增长率?|提高|提升|上升|下降|降低|减少|增加)?$")
_OUTPUT = compiled(r"(?:产量|产能|销量|销售量|出口量|出货量|业务量|保有量|交付量)$")
"""Indicators that count things one by one (辆, 台, 件)."""
_FIRMS = ("家", "户", "个", "项", "名", "人", "处", "条", "次")
_MONEY = compiled(r"(?:产值|收入|规模|营收|增加值|投资|[额税])$")
_MADE = compiled(r"(?:产能|产量|能力|装机|装机容量|装机规模|面积)$")
_BARE = compiled(r"(?:突破|超过|力争|分别|[将均约达到超近至为是的、])*")
_OTHER = compiled(r"[量额率值数税积资]$|\d|占|其中|项目|企业|基地|园")
"""What ends a thing that has an indicator of its own, or holds one."""
_CROP = compiled(
    r"(?!.*(?:[新增改扩减压建完推流覆认治修复补轮休退]|标准|设施|示范|其中|涉及|绿化|灌溉|土地|撂荒|耕种))[\u4e00-\u9fff]{2,5}(?<![田地林草区场园积村湖水])"
)
"""种植面积20万亩，硒砂瓜30万亩: what can be grown, no work on the land."""
_AREA = ("mu", "ha", "m2", "km2")
_LONGEST = 10
_SOME = compiled(r"(?:一批|若干|多个|一系列)(?P<what>[^，,。；;：:、]{2,16})[，,：:]")
_SUM = compiled(
    r"(?<![第十二])[\d一二三四五六七八九十]大(?!会|精神|报告)(?P<what>[^，,。；;：:、》”]{2,12})"
)
_BACK = 100
"""Characters before a sentence in which it can have named what it counts parts of."""
_LABEL = 12
"""Characters of a label before a colon."""


def announced(text: str, begin: int, clause: Clause, amount: Amount, what: Measure) -> Measure:
    """What the first number of a sentence measures where words before it say so: 形成产能：聚乙烯
    200万吨, 建设一批特色园区，龙口市（2个）."""
    if text[amount.left - 1] in "（(":
        listed = _SOME.search(text, begin, clause.start)
        return counted("", listed["what"], None, goes_on=False) if listed else what
    at = clause.start - 1
    if amount.is_count or what.indicator != what.subject or text[at] not in "：:":
        return what
    label = indicator_at_end(text[max(begin, at - _LABEL) : at])
    return replace(what, indicator=label) if label else what


def summed(text: str, begin: int) -> Measure:
    """What the parts of a sum count that stands in front, before `begin`, as a name and no number
    (打造20大先进制造业园区。其中诸暨4个)."""
    named = last(_SUM, text, max(0, begin - _BACK), begin)
    return counted("", named["what"], None, goes_on=False) if named else Measure("数量", "")


def levelled(before: Measure) -> Measure:
    """What a growth is of: 总产值年均增速 -> 总产值."""
    stem = _CHANGE.sub("", before.indicator, count=1)
    return replace(before, indicator=stem or before.indicator, increment=False, rate=False)


def counted_on(words: str, head: str, tail: str, amount: Amount, before: Measure) -> Measure | None:
    """产量100万辆，其中新能源汽车45万辆: what is made, no count of things; None for such a count.

    `words` are the clause's, `head` those without its opening.
    """
    if before.rate or tail or not _OUTPUT.search(before.indicator) or amount.unit.endswith(_FIRMS):
        return None
    if _BARE.fullmatch(head):
        return replace(before, increment=False)
    part = (
        words.startswith("、") or words[1:3] == "其中" or words[2:4] == "其中"
    ) and not _OTHER.search(head)
    return replace(before, subject=_BARE.sub("", head) or head) if part else None


def _is_crop(thing: str, joined: str, amount: Amount, before: Measure) -> bool:
    """Whether the next clause goes on about what is grown on how much land."""
    grown = before.indicator.endswith(("种植面积", "播种面积", "养殖面积", "栽培面积"))
    land = joined in ("，", ",") and amount.unit_base in _AREA
    return grown and land and _CROP.fullmatch(thing) is not None


def is_next(thing: str, joined: str, amount: Amount, before: Measure) -> bool:
    """磁性材料产能10万吨、抛光材料4万吨: whether the next of a list is measured as the first."""
    if _is_crop(thing, joined, amount, before):
        return True
    if joined != "、" or len(thing) > _LONGEST or _OTHER.search(thing):
        return False
    if amount.unit_base == "yuan":
        return _MONEY.search(before.indicator) is not None
    area = before.indicator.endswith("面积")
    return _MADE.search(before.indicator) is not None and area == (amount.unit_base in _AREA)
