"""The items of a list before 分别, each with its own place and industry.

A市X产业集群、B区Y园区、C县Z产业产值分别达到三 numbers: whose each number is, and of what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layers.extract.numbers.clauses import clause_start
from layers.extract.numbers.indicators import indicator_at_end
from layers.extract.numbers.names import is_of_another
from layers.extract.numbers.scopes import members
from layers.extract.numbers.sightings import Sighting, zoned
from layers.extract.patterns import JOINT, compiled, last
from layers.records import Member

if TYPE_CHECKING:
    from layers.extract.numbers.clauses import Clause
    from layers.extract.numbers.state import Reading
    from layers.plan import Sentence

_DATED = compiled(r"^.*\d{4}年(?:[底末初]|全年|上半年)?[，,]?|^(?:其中|目前|全年|去年)[，,]?")
_TOLD = compiled(r"(?:合计|预计|均|可|将|力争|有望|同比|年均|[，,][^，,、]{0,6})+$")
_CARRIER = compiled(
    r"(?:特色|重点|主导|优势|支柱)*(?:产业集群|产业园区?|产业链|产业带|产业基地|产业|行业|集群|基地|园区?|板块)(?:建设)?$"
)
_UNIT = compiled(r"(?:[镇乡园]|街道|[发高经园工]区|新区)$")
"""What ends the name of a town or zone, known or not."""
_ZONE = compiled(
    r"^[^、]*?(?:工业园区?|开发区|高新区|经开区|工业区|集中区|产业园区?|(?<=..)(?:园区|镇|乡(?!村)|街道)|新区)(?=..)"
)
"""A zone or town that nobody knows, before what is made there."""
_ABOVE = re.compile(r"(?:规上|规模以上)(?:工业|企业)*|工业")
_LEAST, _MOST = 2, 8
"""Characters of goods that nobody knows, among some that are known."""
_WHOLE = compiled(r"(?:等|[两三四五六七八九十\d]+[个大家]).*$")
"""What sums a list up (等三个产业)."""
_DEALS = compiled(
    r"(?:分别|依次)(?:重点|大力|集中|主要)*(?:发展|打造|建设|培育|壮大|做强|布局|形成)(?P<goods>[^，,。；;]{2,40})[，,]"
)
"""What an earlier clause deals goods out with, each to its place."""


_OWN = compiled(
    r"(?:力争|争取|预计|确保|到|至|\d{4}年[底末]?|[，,])*(?P<what>[\u4e00-\u9fff]{2,12}?)"
)
_FAR = 120
"""Characters of a clause that lists industries."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list: the units that it names, () for none, and its industry, "" for none; `known`
    whether the words say that it is one."""

    scope: tuple[Member, ...]
    industry: str
    known: bool


def items(reading: Reading, start: int, stop: int, count: int) -> list[Item]:
    """The items of `start:stop` where they are as many as the numbers, name places and what is made
    there; else none. A place before the first alone is that of them all."""
    text = reading.plan.clean
    lead = _DATED.match(text[start:stop])
    start += lead.end() if lead else 0
    stop = start + len(_TOLD.sub("", text[start:stop]))
    sights = [zoned(text, s) for s in reading.scopes.sights.within(text, start, stop)]
    spans = _parts(text, start, stop, sights)
    if len(spans) != count or count < 2:
        return []
    found = [_item(reading, span, sights) for span in spans]
    placed = [i.scope for i in found if i.scope]
    named = all(
        i.scope or _UNIT.search(text[slice(*span)]) for i, span in zip(found, spans, strict=True)
    )
    words = (text[slice(*span)] for i, span in zip(found, spans, strict=True) if not i.scope)
    if not placed or not (named or any(i.known for i in found)):
        return []
    if any(is_of_another(word, reading.scopes.resolver) for word in words):
        return []  # 杭州市、绍兴市 in Shaoxing's text
    zones = any(_UNIT.search(text[slice(*span)]) for span in spans[1:])
    if len(placed) == 1 and found[0].scope and not zones:
        return [replace(i, scope=placed[0]) for i in found]
    return [replace(i, scope=i.scope or reading.scopes.ground) for i in found]


def clause_before(
    reading: Reading, sentence: Sentence, clause: Clause, stop: int
) -> tuple[int, int, str] | None:
    """The clause before, and the words of the number's own where they are but its indicator
    (A、B、C三大产业，力争2025年产值分别达到)."""
    text, at = reading.plan.clean, clause.head - 1
    told = _OWN.fullmatch(text, clause.head, stop)
    if told is None or not indicator_at_end(told["what"]) or text[at : at + 1] not in ("，", ","):
        return None
    return clause_start(text, max(sentence.start, at - _FAR), at), at, told["what"]


def items_before(
    reading: Reading, sentence: Sentence, clause: Clause, stop: int, count: int
) -> list[Item]:
    """The places with their goods that the clause before lists (钦州石化、防城港钢铁基地建设，产值
    分别达到); [] where they are not as many."""
    before = clause_before(reading, sentence, clause, stop)
    found = items(reading, before[0], before[1], count) if before and count > 1 else []
    return found if all(item.scope and item.industry for item in found) else []


def told(reading: Reading, sentence: Sentence, head: int, stop: int, count: int) -> list[Item]:
    """The places and goods that an earlier clause has dealt out (昆山、太仓分别发展X、Y，产值分别
    达到…), where they are as many as the numbers, whose own clause lists nothing."""
    text = reading.plan.clean
    found = last(_DEALS, text, sentence.start, head)
    if found is None or JOINT.search(text, head, stop):
        return []
    start = max(text.rfind("，", sentence.start, found.start()) + 1, sentence.start)
    sights = [zoned(text, s) for s in reading.scopes.sights.within(text, start, found.start())]
    goods = [i for i in JOINT.split(_CARRIER.sub("", _WHOLE.sub("", found["goods"]))) if i]
    goods *= count if len(goods) == 1 else 1
    if not len(sights) == len(goods) == count > 1:
        return []
    fields = [reading.topics.phrase(_CARRIER.sub("", good)) or good for good in goods]
    return [Item(members(s.place), field, True) for s, field in zip(sights, fields, strict=True)]


def _parts(text: str, start: int, stop: int, sights: list[Sighting]) -> list[tuple[int, int]]:
    """The spans of a list's items; a joint in a place's name (和平县) parts nothing."""
    spans, at = [], start
    for match in JOINT.finditer(text, start, stop):
        if not any(s.start <= match.start() < s.end for s in sights):
            spans.append((at, match.start()))
            at = match.end()
    return [(a, b) for a, b in [*spans, (at, stop)] if b - a > 1]


def _item(reading: Reading, span: tuple[int, int], sights: list[Sighting]) -> Item:
    start, end = span
    inside = [s for s in sights if start <= s.start and s.end <= end]
    words = reading.plan.clean[inside[-1].end if inside else start : end]
    words = _ZONE.sub("", _WHOLE.sub("", words))
    words = words.removesuffix(indicator_at_end(words)).strip("的")
    bare = "" if _ABOVE.fullmatch(words) else _CARRIER.sub("", words)
    words = words if bare else ""
    known = bool(bare) and (reading.topics.knows(bare) or words != bare)
    scope = members(inside[-1].place) if inside else ()
    named = known or (_LEAST <= len(words) <= _MOST and not _UNIT.search(words))
    return Item(scope, (reading.topics.phrase(bare) or words) if named else "", known)
