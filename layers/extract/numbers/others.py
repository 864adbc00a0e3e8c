"""Numbers that are not the issuer's: the world's, a wider unit's, that of a unit elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.strays import is_common
from layers.extract.places.toponyms import Resolution, Resolver, has_ending, is_unit

if TYPE_CHECKING:
    from geo.place import Place
    from layers.extract.numbers.clauses import Clause
    from layers.extract.numbers.quantities import Amount
    from layers.extract.places.mentions import Words

OPENED = r"(?:其中|目前|去年|今年|[至到]?\d{4}年[底末]?|全年|上半年|预计|据统计|[，,\s])*+"
"""What may stand before the subject of a number."""
_WORLD = compiled(
    rf"{OPENED}(?:全国|我国|全球|世界|国内)(?!重点|示范|文明|首|先进|[\d百千]|领先|知名|一流|著名|最|唯一)[^，,。；]*$"
)
_RATES = ("fraction", "point", "permille")
_BESIDE = compiled(
    r"[较比][\u4e00-\u9fff]{1,6}[省市县区州][^，,。；\d]{0,8}?(?:多出?|(?<!减)少|高出?|(?<!降)低|翻)[了约近]*$"
)
_MORE = compiled(
    r"[，,]比(?!上[年月届]|去年|前年|同期|往年|年初|20|十|计划|原)[\u4e00-\u9fff]{2,8}(?:多|少)出?[了约近]*$"
)
"""，比深圳多12家: how far another's count is from one's own."""
_SHARED = compiled(r"占[^，,。；;]{1,20}[\d一]%?[^，,。；;]{0,4}[，,]$")
_WHOLE = frozenset("全国世")
_OURS = compiled(r"[我全本][省市州盟县区旗]|占|贡献|排|居|第")
_FIRM = compiled(r"公司|集团|企业|股份|厂|院|大学|商会")
_OPENS = ("", "，", ",", "。", "；", "：", "\n", "年")
_RANK = compiled(r"第|前|平均|首|领先|最|排|[一二三四五六七八九十]|各")
_KINDS = {"省": ("省", "自治区"), "市": ("市",), "区": ("自治区",)}
"""What the unit is called that 全省, 全市 or 全区 means above the issuer."""
_AGAIN = compiled(
    r"(?:预计|力争|争取|计划|[到至])*\d{4}年[底末]?[，,]?(?:力争|预计|[可将]|实现|达到|完成|总|年|主营|营业|销售|综合|业务|工业)*(?:产值|收入|产量|产能|营收|规模|面积|增加值)"
)
_SEMICOLON = 2
"""Characters between two sentences that a semicolon parts."""
_OPENING = compiled(OPENED)
_JOINTS = "、和与及"


def is_the_worlds(text: str, clause: Clause, amount: Amount) -> bool:
    """全国茶叶产量300万吨: a number of the country or the world, which no plan sets; or how far
    another unit's is from one's own."""
    head = text[clause.head : amount.left]
    if amount.unit_base not in _RATES and _BESIDE.search(head):
        return True  # 比景德镇市多出20亿元
    if _MORE.search(text, max(0, clause.head - 1), amount.left):
        return True
    if amount.unit_base in _RATES and _SHARED.search(text, max(0, clause.head - 40), clause.head):
        return False  # 占全省的20%，全国的5%
    if amount.is_count or _WHOLE.isdisjoint(head[:12]):
        return False
    return _WORLD.match(head) is not None and _OURS.search(head, 2) is None


def above(resolver: Resolver, text: str, own: re.Match[str]) -> Place | None:
    """The province or city over the issuer that 全省 or 全市 means where it opens a clause."""
    kind, home = own[1] or "", resolver.home
    opens = own[0][0] in "全我" and text[own.start() - 1 : own.start()] in _OPENS
    if not opens or kind not in _KINDS or home.name.endswith(kind) or _RANK.match(text, own.end()):
        return None
    over = (resolver.gazetteer.find_unit(code, resolver.issued) for code in home.parents)
    return next((place for place in over if place.name.endswith(_KINDS[kind])), None)


def goes_on(text: str, end: int, start: int, at: int) -> bool:
    """Whether a sentence tells the number `at` of whom the one that ends at `end` did, in another
    year (南京市…收入6800亿元；预计2022年收入突破7500亿元)."""
    if not end <= start <= end + _SEMICOLON or "。" in text[end:start]:
        return False
    return _AGAIN.match(text, start, at) is not None


def strangers(
    text: str, clause: Clause, amount: Amount, words: Words, resolver: Resolver
) -> list[Place] | None:
    """无锡集成电路产值突破2000亿元 in another city's text: the units that open the clause of a
    number, if one of them lies elsewhere, with the others of the list; None where nobody can tell
    which unit elsewhere one of them is."""
    named = _listed(text, clause.start, amount.left, words, resolver)
    if not named and clause.head != clause.start:
        named = _listed(text, clause.head, amount.left, words, resolver)
    known = [place for place in named if place is not None]
    if len(known) < len(named):
        return None
    return [] if all(map(resolver.is_home, known)) else known


def _listed(
    text: str, start: int, stop: int, words: Words, resolver: Resolver
) -> list[Place | None]:
    """The units of a list that opens `start:stop`; none where a firm is what is spoken of."""
    opened = _OPENING.match(text, start, stop)
    at = opened.end() if opened else start
    named: list[Place | None] = []
    while at < stop:
        word, end = words.at(at, lex.PLACE)
        found = resolver.resolve(word) if len(word) > 1 and end <= stop else None
        if word == "全州" and resolver.home.name.endswith("州"):
            return []
        wordlike = bool(words.at(at, lex.WORDLIKE)[0]) and not has_ending(word)
        if found is not None and found.place is None and wordlike:
            return []  # 盐湖产业产值, 港口吞吐量: first of all a word
        if found is None or _FIRM.search(text, end, stop):
            return []
        place = _unit(found)
        if place is None and (text[end] in "镇乡街村" or not _is_lost(found, word, resolver)):
            return []
        named.append(place)
        if text[end] not in _JOINTS:
            break
        at = end + 1
    return named


def _unit(found: Resolution) -> Place | None:
    """The unit that a name means, here or elsewhere."""
    alone = found.candidates[0] if len(found.candidates) == 1 else None
    place = found.place or (alone if found.reason == "outside" else None)
    return place if place is not None and is_unit(place) else None


def _is_lost(found: Resolution, word: str, resolver: Resolver) -> bool:
    """Whether a name is that of several units elsewhere, and no ordinary word."""
    if found.reason != "ambiguous" or is_common(word):
        return False
    near = any(map(resolver.is_home, found.candidates))
    return not near and any(map(is_unit, found.candidates))
