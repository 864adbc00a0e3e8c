"""The line above a list: which industry it names, whether what follows is still to come.

A caption is short and no sentence: 制造业园区：, 烟叶产业, 重点发展的小城市, 园区名称 | 主导产业.
"""

from __future__ import annotations

import re

from layers.extract.industries import focus
from layers.extract.labels import ACTS, label
from layers.extract.lines.goods import industries
from layers.extract.patterns import ASIDE
from layers.extract.places.entities import Entity
from layers.extract.places.townships import without_town
from layers.extract.sentences.denials import bars
from layers.extract.sentences.state import Page
from layers.industry import MIXED

LONGEST = 30
"""Characters of a caption."""
_ROLL = 60
"""Characters of the title of a list of honours."""
_NOUNS = (
    *("园区", "产业园", "集聚区", "集群", "基地", "开发区", "产区", "板块", "产业带", "小镇"),
    *("强镇", "专业镇", "名镇", "产业链", "产业", "行业", "领域", "类"),
)
_LISTS = ("名单", "名单公示", "列表", "布局", "分布", "一览表")
_ENDS = (*_NOUNS, *_LISTS)
_TAIL = re.compile(
    rf"(?:类|型)?(?:产业)?(?:特色)?(?:{'|'.join(_NOUNS)})"
    rf"(?:(?:建设|创建|认定|培育|拟?入选)*(?:{'|'.join(_LISTS)}))?$"
)
_BATCH = re.compile(r"^.*(?:第[一二三四五六七八九十]+批|首批|\d{4}年度?)(?:[省市国][级家])?")
"""What opens the title of a list of honours, up to its batch."""
_HOLLOW = re.compile(
    r"(?:拟|已|国家级|省级|市级|县级|区级|国家|重点|主要|其他|其它|主导|特色|优势|支柱|新增|首批|培育|核心|各"
    r"|第[一二三四五六七八九十]+批|[本全我][省市县区]|专业|示范|[一二三四五六七八九十\d]+[个大类家]|布局|空间|的)*"
)
"""Words that say nothing of the industry."""
_TOWNS = re.compile(r"(?:小镇|强镇|专业镇|名镇)(?:名单|列表|布局|分布|一览表)?$")
_MIXED = re.compile(r"综合(?:类|性)?|多元")
_ODD = re.compile(r"[\d“”《》、，,；;]|的")
_PLANNED = re.compile(
    r"(?:重点|优先|核心)(?:布局|区域|产区|园区|县)|布局重点|(?:空间|产业)布局|"
    r"(?:建设|创建|培育|申报)名单|发展方向|重点发展|重点打造|打造|规划(?!面积|范围|用地|总)|主攻|培育|将重点|目标|定位|到20\d\d年"
)
_REFUSED = re.compile(
    r"不得|严禁|不再|禁[种养建]|调减|取缔|摘牌|未(?:入选|通过|获)|(?<!县)(?<!全部)退出|^限制|限制类|去产能|产能压减|通报(?!表扬)|清退|不予|停建"
)
_LAYOUT = re.compile(
    r"(?:产业|空间|区域|重点|主要|优势|优先|核心|发展|集中|生产|种植|养殖|主|建设)*"
    r"(?:布局|区域|产区|分布|基地|县市|县区|市县|县|园区|载体|乡镇|地区|片区)(?:重点|园区|区域)?"
)
"""What stands before the places of the industry that a heading names."""
_WHERE = ("位于", "地处", "坐落", "选址", "包括", "包含", "涵盖", "覆盖")
_COLUMN = re.compile(
    r"(?:申报|入选|鼓励类?|允许类?|现有|引进|主导|首位|重点|特色|主要|支柱|优势|传统|新兴|发展|规划|所属|功能|[和及、（）()])*"
    r"(?:产业|行业|方向|定位|品种|产品|特产)+(?:类别|名称|类型|布局|集群)?"
)
_GENERIC = ("制造", "加工", "制造业", "高新技术", "经济", "工业", "产业", "科技", "物流")
"""Industries that a zone's name bears without saying what it makes."""
_NAME = re.compile(
    r"(?:园区|开发区|县区|地区|城市|区域|名称|单位|县市|市县|所在地|乡镇|基地)+(?:名称)?"
)


def is_short(words: str) -> bool:
    """Whether a line is short enough for a caption; a list of honours has a long title."""
    if len(words) <= LONGEST:
        return True
    return len(words) <= _ROLL and words.endswith(("名单", "名单公示"))


def industry(page: Page, words: str) -> str | None:
    """The industry that a caption names (互联网科技园区, 烟叶产业), 综合 for 综合园区, or None."""
    if "是" in words:
        return None  # 铸造是晋城的产业 tells, it heads nothing
    counted = words.endswith(("）", ")"))
    words = (ASIDE.sub("", words) if counted else words).strip("：: ")
    titled = _BATCH.sub("", words) if "批" in words or "年" in words else words
    bare = _TAIL.sub("", titled) if titled.endswith(_ENDS) else titled
    if bare == words and not page.taxonomy.knows(words):
        return None
    unplaced = page.context.titles.unplaced
    bare = unplaced(_HOLLOW.sub("", unplaced(bare), count=1)).removeprefix("产业")
    if _MIXED.fullmatch(bare):
        return MIXED
    if not 2 <= len(bare) <= 12:
        return None
    named = label(bare, page.taxonomy)
    if named is None and (bare == words or _ODD.search(bare)):
        return None
    whole = named is None or (named in bare and not ACTS.search(bare))
    return page.context.own_words(bare if whole or named is None else named)


def headed(page: Page, section: tuple[str, ...], words: str) -> str | None:
    """重点区域：A、B below the heading of an industry: the industry."""
    strong = page.context.titles.headings(section)[0]
    return strong if strong and _LAYOUT.fullmatch(words) else None


def is_list_of(words: str) -> bool:
    """Whether a caption ends in a noun of what is listed (领带产业基地, 轴承产业)."""
    return words.endswith(_NOUNS) or (words.endswith(_LISTS) and _TAIL.search(words) is not None)


def is_of_towns(words: str) -> bool:
    """Whether a caption says that what stands below are towns by their trade (农业产业强镇名单)."""
    return _TOWNS.search(words) is not None


def own_words(page: Page, zone: Entity, loose: bool) -> tuple[str, ...]:
    """The industries between the place and the end of a zone's name, or in its bracket; `loose`
    takes any words."""
    if zone.extra:
        return industries(zone.extra, page.taxonomy)
    if zone.carrier is None:
        return ()
    text, at = page.plan.clean, zone.start
    for place in zone.places:
        names = (place.name, place.name.rstrip("省市县区"))
        at += next((len(n) for n in names if zone.name.startswith(n)), 0)
    inner = without_town(text[at : zone.carrier.start])
    if loose and at > zone.start and inner:
        return focus(inner) or (inner,)
    found = page.taxonomy.named(text[at : zone.stop])
    return tuple(dict.fromkeys(w for w in found if w not in _GENERIC))


def is_barred(words: str) -> bool:
    """Whether a caption or key speaks of what is to go, or was refused (限制类, 拟退出, 未通过):
    its last clause (不得重复建设，各地主攻方向为：) says of what."""
    last = re.split("[，,]", words)[-1]
    return bars(last) or _REFUSED.search(last) is not None


def is_planned(words: str) -> bool:
    """Whether a caption or key speaks of what is to come (发展方向, 重点发展)."""
    return not words.startswith("已") and bool(_PLANNED.search(words))


def is_column(words: str) -> bool:
    """Whether the head of a column says that industries stand below it."""
    return bool(_COLUMN.fullmatch(words))


def says_where(words: str) -> bool:
    """Whether a cell goes on to say where the zone before it lies, or what the area takes in, as a
    sentence (位于Y县，…)."""
    return words.startswith(_WHERE) and ("，" in words or "," in words)


def is_name_key(words: str) -> bool:
    """Whether a cell only says that a name follows (园区名称)."""
    return bool(_NAME.fullmatch(words))
