"""A county's own towns, which no gazetteer holds: 恩和镇、大战场镇布局冷链.

Between a boundary and a word that shows where the name ends, an ending tells them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.announced import with_announced
from layers.extract.places.mentions import Token
from layers.extract.places.toponyms import TOWNS
from layers.extract.places.townships import NO_RANK, is_kind
from layers.extract.places.villages import VILLAGE, instead, with_villages

if TYPE_CHECKING:
    from layers.extract.places.toponyms import Resolver

_NAMES = compiled(
    r"(?:(?<=[，。；：、（\s的和与及以在于由向])|(?<=支持|推动|推进|引导|依托|围绕|其中|加强|加快|扩大|抓好|实施|提升|巩固|[东西南北中]部)|^)"
    r"(?![各全等多是使让把被从对并该本我这那每已又也还若如但]|将(?![台乐军])|其[中他余它]|[两三四五六七八九十几数\d]+个"
    r"|重点|中心|特色|部分|周边|所辖|依托|支持|推[动进]|引导|围绕|立足|鼓励|加快|建[设成]|打造|发展|培育|规划"
    r"|加强|扩大|抓好|实施|提升|巩固|扎实|持续|做好|完成|新[增建]|开展|[大着]力|全面|进一步|启动)"
    rf"[^\x00-\xff、，。；：（）“”县区旗的在以于及与]{{2,4}}?"
    rf"(?:{NO_RANK}(?<![城乡小集重古名全本该我各等两三四五六七八九十])镇|(?<![家城故老各全本等两三四五六七八九十])乡"
    r"|(?<![两三四五六七八九十各])街道"
    r"|(?<![农乡政范色心困业新强全各每山水美化名漫客两三四五六七八九十个型富庄])村)"
    r"(?=[、，。；：（和与及的以等则也]|[东南西北中]{1,2}部|主要|重点|集中|着力|大力|积极|全力|布局|发展|建设|打造"
    r"|形成|推广|聚焦|依托|分别|境内|沿线|一带|为|将|已|建成|新建|扩建|种植|养殖|培育|实施|创建|\d+[余多万]*[亩头只袋箱]|$)"
)
"""A town's name, where it can be nothing else."""
_ACROSS = compiled(
    r"(?:地跨|横跨|跨越|途经|涉及|涵盖|包括|覆盖|毗邻|东接|西接|南接|北接)[^，。；]*$"
)
"""What says how far something reaches, and nothing of the towns themselves."""
_FAR, _CROSSING = 80, 2
"""Characters before a name within which such a word stands, and of one that it may begin with."""
_PART = compiled("[东西南北中]{1,2}部")
TERRAIN = (
    r"(?:[东西南北中]{1,2}部|沿[江海河湖山]|[高半]?山|丘陵|平原|平坝|高原|库区|川区|城郊|近郊|远郊|山区|坝区"
    r"|地区|一带|乡镇|区域)+"
)
"""A part of the land, before the towns in it (北部山区的黑沟镇)."""


def with_towns(
    text: str, start: int, end: int, tokens: list[Token], resolver: Resolver
) -> list[Token]:
    """The words of a sentence in a county's text, with the names of its towns and villages: those
    that hold other words, those that are announced, and those that their endings tell."""
    tokens = with_villages(text, start, end, tokens, resolver)
    return _ended(text, start, end, with_announced(text, start, end, tokens, resolver))


def _ended(text: str, start: int, end: int, tokens: list[Token]) -> list[Token]:
    """The words with the names that their endings tell."""
    if not any(text.find(ending, start, end) >= 0 for ending in (*TOWNS, VILLAGE)):
        return tokens
    whole, held = text[start:end], {t.start: t.end for t in tokens}
    named = (m.span() for m in _NAMES.finditer(whole) if not _is_crossed(whole, m.start()))
    found = [(start + a, start + b) for a, b in named]
    made = [
        Token(a, b, lex.PLACE | lex.LOCAL, text[a:b])
        for a, b in found
        if not (is_kind(text[a:b]) or held.get(a, a) >= b)
    ]
    made += [joint for m in made for joint in _beside(text, m)]
    return instead(tokens, made)


def _is_crossed(text: str, at: int) -> bool:
    """Whether the clause of a name only says what something reaches over (地跨A镇、B镇)."""
    return _ACROSS.search(text, max(0, at - _FAR), at + _CROSSING) is not None


def _beside(text: str, town: Token) -> Iterator[Token]:
    """The joint before a town and the part of it behind, which the scanner may have read as parts
    of other names (和合|隆满族乡, 镇东|部)."""
    start, end = town.start, town.end
    if text[start - 1 : start] in ("和", "与", "及"):
        yield Token(start - 1, start, lex.LIST, text[start - 1])
    part = _PART.match(text, end)
    if part is not None:
        yield Token(end, part.end(), lex.SUFFIX, part[0])
