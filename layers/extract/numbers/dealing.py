"""What 分别 deals numbers out to: the items of a list with their industries and indicators."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from layers.extract.numbers.changes import GROWN, increment
from layers.extract.numbers.indicators import indicator_at_end
from layers.extract.numbers.topics import OVERALL, Topics
from layers.extract.patterns import compiled
from layers.records import Member, Target, record_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layers.extract.numbers.quantities import Amount

Holder = tuple[str, str, str]
"""What holds a number of a list: its subject, industry and indicator."""
_DEALT = compiled(r"(?P<verb>增长|提高|提升|上升|下降|降低|减少|增加)(?P<to>[到至])?")
_WHOLE = compiled(
    r"占(?P<whole>[^，,占]{0,16}?)(?:的)?(?:比重|比例|份额)?(?:的|为|达到?|超过?|近|约)*$"
)
_SHARE = compiled(r"占(?P<whole>[^，,、占\d]{1,16}?)的?(?P<kind>比重|比例|份额)$")
_OPENS = compiled(r"^(?:其中|包括|此外|同时)[：:，,]?")
_JOINTS = compiled(r"[、，,]|[和及与](?![^，,]*、)")
"""铜加工及新材料、珍珠: a word that joins before the last stroke joins within an item."""
_CLUSTER = compiled(r"(?<=..)(?:产业)?(?:集群|产业链|板块)$")
_REGION = compiled(r"^[全我][省市州盟区县]")
_INDICATOR = compiled(r"[量额值率比数积]$")
_NUMBERED = compiled(
    r"(?<=..)(?:(?:从业|就业|用工)(?:人员|人数)|(?:企业|园区|基地|品牌)(?:数量?|户数|总数))$"
)
"""What industries have a number of, behind their names: 青绣、拉面产业从业人员."""
_FIRMS = ("企业", "公司", "基地", "园区")
_GROUPS = ("战略性新兴产业", "战略新兴产业", "高新技术产业", "高技术产业")
"""What is told of as an industry, and is a sum of several."""
_GOODS = compiled(r"[\u4e00-\u9fff]{2,8}")
_NO_GOODS = compiled(
    r"[工农林牧渔服企事行]业|公司|基地|园|规上|规模|[农居牧]民|人均|城[乡镇]"
    r"|[数量额值率比积]$|中心|平台|项目|的|其[他它中]"
)
"""What is no industry, or has an indicator of its own."""
_NUMBER = ("数", "数量", "量", "率")
"""What ends an item that has an indicator of its own (绿色食品认证数量)."""
_LEAD = compiled(r"^(?:继续|抓好|做大|做强|做优|壮大|推进|推动|大力|加快|积极|着力|发展(?=.{2}))+")
_ADVERBS = compiled(r"[，,][^，,、]{1,6}$")
"""What stands between the comma behind a list and 分别 (，尽快分别达到)."""
_YEARS = compiled(
    r"(?P<years>(?:\d{4}年[底末]?(?:[、和与及]|以及))+\d{4}年[底末]?)[，,]?[^，,。；;\d]{0,24}$"
)
_SPAN = compiled(r"(?P<first>\d{4})年?[—–－~至-]{1,2}(?P<last>\d{4})年[，,]?[^。；;\d]{0,24}$")
_YEAR = re.compile(r"\d{4}")
_ENUMERATED = compiled(
    r"(?P<list>[^，,：:；;。]*?)(?:等)?(?:[两二三四五六七八九十\d]+[大个]|等)(?:传统|支柱|主导|优势|重点|特色|新兴|先导|骨干)*(?:产业链|产业|行业|领域|园区|集群)*(?P<what>[^，,]{0,12})$"
)
_GROWS = compiled(
    r"(?:年均|同比|[平均]均|均|力争|预计|将)*(?:增长|增加|提高|下降|达到?|突破|超过?|完成|实现)[了约]?$"
)
"""What is said of several numbers, of which 分别 is left out (A、B产值增长8%、20%)."""
_TOWN = compiled(r"^[\u4e00-\u9fff]{2,7}[镇乡村县市区]的(?=..)")
"""Whose goods an item names (大官亭镇的丝网)."""


def holders(text: str, topics: Topics, start: int, end: int, count: int = 0) -> list[Holder]:
    """The holders before 分别, one for each item of the list, which has `count` of them if its
    strokes alone part as many (磷及磷化工、铝及铝加工)."""
    words = re.sub(r"^.*(?:到|至)?\d{4}年[底末]?[，,]?", "", text[start:end])
    words = _ADVERBS.sub("", _LEAD.sub("", _OPENS.sub("", words))).removesuffix("年均")
    share = _SHARE.search(words)
    of = _REGION.sub("", share["whole"]) if share else ""
    whole = "" if not share else f"占{of}{share['kind']}" if of else "占比"
    words = words[: share.start()] if share else words
    match = _ENUMERATED.match(words)
    listed = match["list"] if match else words
    what = (match["what"] if match else "").strip("的")
    listed = _REGION.sub("", listed)
    strokes = [i for i in listed.split("、") if i]
    items = strokes if len(strokes) == count > 1 else [i for i in _JOINTS.split(listed) if i]
    if len(items) < 2:
        return []
    out = []
    for item in items:
        name = _field(topics, _REGION.sub("", item.removesuffix(_told(item))))
        out.append((item.strip("的"), name, what or item))
    if any(name for _, name, _ in out):
        out = [(who, name or _unknown(who), item) for who, name, item in out]
    return _of_whole(out, whole) if whole else out


def in_step(text: str, topics: Topics, head: int, group: list[Amount]) -> bool:
    """A、B产值增长8%、20%: whether a list of things stands behind `head`, then a verb and as many
    numbers."""
    stop = verb_at(text, head, group[0])
    if stop is None or any(a.is_count for a in group):
        return False
    return len(holders(text, topics, head, stop, len(group))) == len(group)


def verb_at(text: str, begin: int, first: Amount) -> int | None:
    """Where the verb of several numbers begins that stands right before the first, if any does."""
    verb = _GROWS.search(text, begin, first.left)
    if verb is not None:
        return verb.start()
    return first.left if first.left < first.start else None  # 突破 is the number's


def _told(item: str) -> str:
    """The indicator at the end of an item, "" for none."""
    numbered = _NUMBERED.search(item)
    return numbered[0] if numbered else indicator_at_end(item)


def _field(topics: Topics, item: str) -> str:
    """The industry of an item without its indicator; "" where it is none (加工企业产值)."""
    good = _CLUSTER.sub("", _TOWN.sub("", item)) or item
    if good.endswith(_GROUPS) or (good.endswith("产业") and not topics.knows(good)):
        return topics.own(good) or ""
    if good.endswith(_FIRMS) or not topics.knows(good):
        return ""
    return (topics.own(good) if good.endswith(_NUMBER) else topics.phrase(good)) or ""


def _unknown(item: str) -> str:
    """The goods of an item beside known ones (马铃薯、高原夏菜), though nobody knows them."""
    words = _CLUSTER.sub("", item.removesuffix(_told(item))).removesuffix("产业")
    goods = _GOODS.fullmatch(words) is not None and not _NO_GOODS.search(words)
    return words if goods else ""


def _of_whole(listed: list[Holder], whole: str) -> list[Holder]:
    """The holders with their share of a `whole`, of the indicator that the last one names."""
    told = _told(listed[-1][0])
    return [(who.removesuffix(told) or who, industry, told + whole) for who, industry, _ in listed]


def verbs(text: str, start: int, group: Sequence[Amount]) -> list[str]:
    """The verb of each number of a list (增长20%和下降3%), of the one before if it has none."""
    found: list[str] = []
    for amount in group:
        words = text[start : amount.left].strip("、，,和及与")
        found.append(words or (found[-1] if found else ""))
        start = amount.right
    return found


def named(held: list[Holder], said: list[str], amount: Amount, before: str = "") -> list[Holder]:
    """The holders with what the verbs behind 分别 say of their indicators; with the one `before`
    where they are industries without any."""
    told = indicator_at_end(said[0])
    if not told and all(industry and not _is_named(item) for _, industry, item in held):
        told = before
    if told:  # 三大产业分别实现主营业务收入410亿元
        return [(who, industry, told) for who, industry, _ in held]
    items = [indicator for _, _, indicator in held]
    known = [_told(item) for item in items]
    shared = _shared(items, known)
    whole = OVERALL if shared and any(industry for _, industry, _ in held) else ""
    rate = amount.is_rate
    return [
        (who.removesuffix(shared) or who, industry or whole, changed(shared or item, verb, rate))
        for (who, industry, item), verb in zip(held, said, strict=True)
    ]


def _is_named(item: str) -> bool:
    return bool(_told(item) or _INDICATOR.search(item))


def _shared(items: list[str], known: list[str]) -> str:
    """The indicator of the last item where it holds for all (玉米、马铃薯产量), else ""."""
    if any(known[:-1]) or any(_INDICATOR.search(item) for item in items[:-1]):
        return ""
    return known[-1]


def changed(name: str, verb: str, is_rate: bool) -> str:
    """The indicator with what its number says of it: 产量增速, 产量占全国比重."""
    whole = _WHOLE.search(verb) if is_rate and "占" in verb else None
    if whole:
        of = _REGION.sub("", whole["whole"])
        return f"{name}占{of}比重" if of else f"{name}占比"
    change = _DEALT.search(verb)
    if change is None or change["to"]:
        return name
    if is_rate:
        yearly = "年均" if "年均" in verb else ""
        return name + yearly + GROWN.get(change["verb"], change["verb"])
    return name + (increment(change["verb"]) or "")


def years(text: str, start: int, stop: int, count: int) -> list[int]:
    """The years that 分别 at `stop` deals numbers out to (2015年、2020年产值分别, 2019—2021年分别),
    if as many."""
    listed, span = _YEARS.search(text, start, stop), _SPAN.search(text, start, stop)
    found = [int(year) for year in _YEAR.findall(listed["years"])] if listed else []
    if span is not None and not listed:
        found = [*range(int(span["first"]), int(span["last"]) + 1)][: count + 1]
    return found if len(found) == count else []


def of_kind(row: Target, first: Target) -> Target:
    """A number of a list: of the same indicator as the first."""
    mark = (row.evidence.start, row.industry, first.indicator, str(row.value), row.unit)
    made = record_id("t", row.plan, *mark, row.subject)
    return replace(row, id=made, indicator=first.indicator)


def of_place(row: Target, first: Target, scope: tuple[Member, ...], field: str) -> Target:
    """A number that 分别 deals out to a place: of the same kind as the first of its list, and of
    the `field` that is its own, if any."""
    kind = replace(first, industry=field or first.industry)
    return _alike(replace(row, scope=scope), kind, "、".join(m.name for m in scope))


def of_year(row: Target, first: Target, year: int) -> Target:
    """A number that 分别 deals out to a year: of the same kind as the first of its list."""
    return _alike(replace(row, year=year), first, str(year))


def _alike(row: Target, first: Target, whose: str) -> Target:
    mark = (row.evidence.start, first.industry, first.indicator, str(row.value), row.unit)
    return replace(
        row,
        id=record_id("t", row.plan, *mark, whose),
        indicator=first.indicator,
        subject=first.subject,
        industry=first.industry,
    )
