"""The line below a place: what stands before the industries of its record.

A record says the place once, on a line of its own, and its industries on a line below, behind a
key (主导产业为, 产业定位：) or in a sentence without a subject (有某某等焦化企业).
"""

from __future__ import annotations

from layers.extract.industries import labelled
from layers.extract.lines.goods import industries, worded
from layers.extract.lines.sayings import Saying, said
from layers.extract.patterns import compiled
from layers.industry import Taxonomy

KEY = compiled(
    r"(?:重点|主要|主导|优势|首位|特色|支柱|主攻|传统|规划|产业|园区|功能|发展|培育)*"
    r"(?:产业|行业|定位|方向|主业|领域|业态|产品)(?:类型|类别|布局|分类)?(?P<link>为|是|有|包括|[：:—|\t]|$)"
)
"""What stands before the industries of the place above: 主导产业为, 产业定位：."""
_HOUSES = compiled(
    r"(?:现)?(?:拥)?有(?P<firms>[^，,。；]{2,40}?)等(?P<what>[^，,。；等]{2,12}?)(?:类)?企业"
)
_LATER = compiled(
    r"(?<=[，；])(?:现|已|初步|园区|其)*(?:形成的?)?(?:主导|首位|支柱|主要|特色|优势)(?:产业|行业)(?:定位)?(?:主要)?(?:为|是|有|包括)"
    r"(?P<what>[^，；。]{2,40})"
)
_RANKS = compiled(
    r"龙头|骨干|规模|规上|知名|重点|民营|国有|上市|大型|中小|优质|品牌|百强|高新|头部"
)
"""Words of firms that say nothing of what they make."""


def _houses(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """有A、B等焦化企业: the industry of the firms that a line says a place has."""
    match = _HOUSES.search(text)
    if match is None:
        return ()
    what = match["what"].split("的")[-1]
    named = labelled(what, taxonomy)
    return named if named or _RANKS.search(what) else worded(what)


def _led(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """规划面积X，主导产业为A和B: what leads the place, behind its size and age."""
    match = _LATER.search(text)
    return industries(match["what"], taxonomy) if match else ()


def recorded(text: str, taxonomy: Taxonomy, name: str = "") -> Saying:
    """What a line below its place says: 主导产业为A和B, 有A、B等焦化企业, a place's titles.

    `name` is the place's own, which the line may say again.

    >>> recorded("主导产业为轴承和精密刀具，区内有企业百余家", Taxonomy.from_data()).all
    ('轴承', '精密刀具')
    >>> recorded("中国袜业之都，纺织机械产业聚集", Taxonomy.from_data()).all
    ('袜业', '纺织机械')
    >>> recorded("中国历史文化名镇，交通便利", Taxonomy.from_data()).all
    ()
    """
    whole, short = text, name.rstrip("县市区")
    text = text.removeprefix(name if text.startswith(name) else short if len(short) > 1 else "")
    first = text.split("，")[0]
    key = KEY.match(first)
    found = industries(first[key.end("link") :], taxonomy, strict=False) if key else ()
    found = found or _led(text, taxonomy)
    found = found or _houses(text, taxonomy)
    return Saying((), found) if found else said(text, taxonomy, led=text != whole)
