"""What is made in a year, what it can be made in, and the capacity that is given up."""

from __future__ import annotations

from layers.extract.numbers.changes import unverbed
from layers.extract.numbers.counts import Measure
from layers.extract.numbers.quantities import Amount
from layers.extract.patterns import compiled

_HOLDS = compiled(
    r"(?P<what>产能|产量|装机容量|装机|生产能力|种植面积|面积)(?:分别)?(?:达到?|突破|为|[：:])(?P<good>[\u4e00-\u9fff]{2,8})$"
)
"""产能达到工业硅80万吨、多晶硅20万吨: what is measured, then of what."""
_CAPACITY = compiled(r"的?(?:生产能力|加工能力|产能)")
_YEARLY = compiled(r"年(?:生产|加工|产)(?P<what>[^，,。；、年]{2,20})$")
"""形成年生产动力电池100亿安时的生产能力."""
_MADE_IN_YEAR = compiled(
    r"年产(?P<what>(?!量|值|能|出|业|品|学|城)[^，,。；、年\d]{2,8}?)(?:可?达到?|约|近|超过?|突破|为|[总共]计)*$"
)
"""年产袜子250亿双."""
_PRODUCT = compiled(r"[\u4e00-\u9fffA-Za-z\d-]{2,14}")
_BUILDS = compiled(r"[年日月](?:产|加工|处理)$")
"""建设年产20万吨己二腈项目."""
_PROJECT = compiled(
    r"(?P<what>(?![的级等左以上、，余]|多(?![晶肽糖]))(?:(?!等)[\u4e00-\u9fffA-Za-z]){2,12}?)等?"
    r"(?:一体化|重点|重大|扩建|技改|示范)*(?:项目|生产线|装置|(?<=电)(?:站|场))(?!数|总数|投资|建设用地)"
)
"""德令哈20万吨纯碱项目: what a project is to make so much of."""
_LISTED = compiled(
    r"(?:[、和及][\u4e00-\u9fffA-Za-z（）()]{0,8}\d[\d.]*[万亿]?(?:吨|千瓦|立方米)[\u4e00-\u9fffA-Za-z]{2,12}?)+"
    r"(?:一体化|重点|重大|扩建|技改|示范)*(?:项目|生产线|装置)"
)
"""What closes a list of projects (30万吨绿氨、包头10万吨多晶硅项目) behind its first."""
_RUN = compiled(r"(?:[、和及]\d[\d.]*[万亿]?(?:千瓦|兆瓦|吨))+")
"""The other numbers of a list that stand before what all of them are of."""
BUILT = "年生产能力"
_MADE = {"ton": BUILT, "m3": BUILT}
POWER = "装机容量"
_MADE |= dict.fromkeys(("kw", "mw", "gw"), POWER)
_MEASURES = compiled(
    r"(?:量|值|额|数|能力?|容量|装机|规模|面积|重|率|需求|消费|达到?|增至|超过?|突破)的?$"
)
"""What a head ends in that says itself what is measured."""
_YEARS_OWN = 3
"""石材年产2000万平方米: characters of a head with goods before 年产."""
THING = compiled(r"(?![的级等左以上、，])[\u4e00-\u9fff]{2,14}")
"""60万亩香梨、9万亩白杏: each number of a list has its own thing behind it."""
_CUT = compiled(r"[^，,。；;]{0,24}?去产能")
_GIVEN_UP = compiled(
    r"(?:淘汰|化解|压减|退出|关停|削减|去)[^，,。]{0,8}产能(?:[了约近超为达]|超过|达到)*$"
)
_RETIRED = "去产能"
_NEXT = compiled(r"[、和及][^，,。；;、达到至增为]{1,12}产能$")
"""The next of a list of capacities, without a verb of its own."""


def capacity(
    text: str, start: int, head: str, tail: str, amount: Amount, before: Measure | None
) -> Measure | None:
    """The capacity or the year's output that a number measures; None where it is of neither.

    `head` and `tail` are the words round the number, in the clause that begins at `start`.
    """
    if not amount.is_count and _is_retired(text, start, amount, head, before):
        return Measure(_RETIRED, (THING.match(tail) or [""])[0], increment=True)
    holds = _HOLDS.search(head) if not (amount.is_rate or amount.is_count) else None
    if holds and amount.unit_base != "yuan":
        return Measure(holds["what"], holds["good"])
    made = _CAPACITY.match(tail) and _YEARLY.search(head)
    if made:
        return Measure(BUILT, unverbed(made["what"]).strip("的"))
    run = _RUN.match(tail)
    tail = tail[run.end() :] if run is not None else tail
    if _LISTED.match(text, amount.right + len(tail)) and THING.fullmatch(tail):
        tail += "项目"
    return _yearly(head, tail, amount)


def _yearly(head: str, tail: str, amount: Amount) -> Measure | None:
    """What is made in a year, or built to make so much of it."""
    built = _BUILDS.search(head) and _PRODUCT.match(tail)
    project = _PROJECT.match(tail) if built or amount.unit_base in _MADE else None
    if built and not amount.is_rate:
        what = project["what"] if project else built[0]
        return Measure(BUILT, what.removesuffix("项目").removesuffix("生产线"))
    if project is not None and not (amount.is_rate or amount.level or _MEASURES.search(head)):
        return Measure(_MADE[amount.unit_base], project["what"], increment=True)
    if head.endswith("年产") and not tail and len(head) > _YEARS_OWN:
        return Measure("年产量", head.removesuffix("年产"))
    made = None if amount.is_rate or amount.unit_base == "yuan" else _MADE_IN_YEAR.search(head)
    return Measure("年产量", made["what"]) if made else None


def _is_retired(text: str, start: int, amount: Amount, head: str, before: Measure | None) -> bool:
    """Whether a number is of capacity that is given up; so is the next one of a list without a
    verb of its own (压减焦化产能50万吨、水泥产能200万吨)."""
    if _gives_up(head, text[amount.right : amount.right + 30]):
        return True
    listed = before is not None and before.indicator == _RETIRED
    return listed and _NEXT.match(text, max(start - 1, 0), amount.left) is not None


def _gives_up(head: str, tail: str) -> bool:
    """Whether the capacity is one that is given up (化解过剩产能9万吨; 9万吨煤炭的去产能任务)."""
    if "产能" in head and _GIVEN_UP.search(head[-20:]):
        return True
    return "去产能" in tail and bool(_CUT.match(tail))
