"""The line below a place: what stands before the industries of its record.

A record says the place once, on a line of its own, and its industries on a line below, behind a
key (主导产业为, 产业定位：) or in a sentence without a subject (有某某等焦化企业).
"""

from __future__ import annotations

import re

from layers.extract.industries import focus
from layers.extract.labels import ACTS, label
from layers.extract.lines.rows import industries, worded
from layers.extract.sentences.objects import CULTURE
from layers.industry import Taxonomy

KEY = re.compile(
    r"(?:重点|主要|主导|优势|首位|特色|支柱|主攻|传统|规划|产业|园区|功能|发展|培育)*"
    r"(?:产业|行业|定位|方向|主业|领域|业态|产品)(?:类型|类别|布局|分类)?(?P<link>为|是|有|包括|[：:—|\t]|$)"
)
"""What stands before the industries of the place above: 主导产业为, 产业定位：."""
_HOUSES = re.compile(
    r"(?:现)?(?:拥)?有(?P<firms>[^，,。；]{2,40}?)等(?P<what>[^，,。；等]{2,12}?)(?:类)?企业"
)
_RANKS = re.compile(
    r"龙头|骨干|规模|规上|知名|重点|民营|国有|上市|大型|中小|优质|品牌|百强|高新|头部"
)
"""Words of firms that say nothing of what they make."""
_SEAT = re.compile(
    r"^[^，,。；]{2,12}?的(?P<what>[^，,。；的]{2,16}?)(?:产业)?(?:集中区|集聚区|聚集区|主产区|集聚地|产区)(?=[，,。；]|$)"
)
_TITLE = re.compile(
    r"(?:中国|全国|国家|[\u4e00-\u9fff]{1,2}省)?(?P<what>[^，,。；]{2,16}?)(?:产业)?"
    r"(?:(?:示范|生产|制造)*基地|之[都乡]|[名重强]镇|(?<=产业)镇)(?=[，,。；]|$)"
)
"""中国灯饰之都, 精细化工产业镇: what a place is known for."""
_GATHERED = re.compile(
    r"(?:^|[，,])(?P<what>[^，,。；]{2,30}?)(?:产业|企业)?(?:聚集|集聚)(?:地|区)?(?=[，,。；]|$)"
)


def _titles(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """中国灯饰之都，照明产业聚集: the industries of a line that is a place's titles."""
    title = _TITLE.match(text)
    if title is None or CULTURE.search(title[0]) or ACTS.match(title[0]):
        return ()
    found = (title, *_GATHERED.finditer(text))
    named = (p for match in found for p in focus(match["what"]))
    return tuple(dict.fromkeys(p for p in named if label(p, taxonomy) is not None))


def _houses(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """有A、B等焦化企业, 传统的煤炭、焦化集中区: the industries that a line says a place has."""
    for pattern in (_HOUSES, _SEAT):
        match = pattern.search(text)
        if match is not None:
            what = match["what"].split("的")[-1]
            named = tuple(p for p in focus(what) if label(p, taxonomy) is not None)
            if named or (pattern is _HOUSES and not _RANKS.search(what)):
                return named or worded(what)
    return ()


def recorded(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The industries of a line below its place: 主导产业为A和B, 有A、B等焦化企业.

    >>> recorded("主导产业为轴承和精密刀具，区内有企业百余家", Taxonomy.from_data())
    ('轴承', '精密刀具')
    >>> recorded("中国袜业之都，纺织机械产业聚集", Taxonomy.from_data())
    ('袜业', '纺织机械')
    >>> recorded("中国历史文化名镇，家电产业聚集", Taxonomy.from_data())
    ()
    """
    first = text.split("，")[0]
    key = KEY.match(first)
    found = industries(first[key.end("link") :], taxonomy, strict=False) if key else ()
    return found or _houses(text, taxonomy) or _titles(text, taxonomy)
