"""Themes: what the first clause of a sentence is all about, where it names no place
(积极发展海洋经济，…)."""

from __future__ import annotations

from layers.extract.patterns import compiled
from layers.extract.titles import CARRIERS, Titles
from layers.industry import Taxonomy

_NUMBER = compiled(
    r"^(?:[（(]\s*\d+\s*[）)]|[一二三四五六七八九十]+[是要]|\d+[.．、]|\d{1,2}(?=[^\x00-\xff]{4}))"
)
_TOLD = compiled("突出|品牌|带动|打响|开工|投产|发达|开通|通车|签约|落户")
"""What tells of something before the industry that it is about."""
_OF = compiled(
    r"[+＋”]?[\u4e00-\u9fff]{0,3}?(?:产业|制造业?|加工业?|种植业?|养殖业?|装备|材料|产品|服务业?|经济|工业|业|技术|设备|器械|研发|生产|贸易|开发|利用|体系|集群|链)?"
)
"""What may stand behind it and be part of its name."""
_NO_TOPIC = (
    *("不", "严", "禁止", "淘汰", "压减", "退出", "除"),
    *("若干", "无不", "各县", "各地", "多地"),
)
"""What opens a clause about what is to go or is left out, or about many places."""
_FORMED = compiled(
    r"(?:[我全][省市县区州])?(?:(?:现?已|已经|初步|基本|目前)+(?:建成|形成|拥有|培育)|建成)"
)
"""What tells of what there is."""
_LONG_CLAUSE = 40
_LONG_TOPIC = 14
"""Characters of a clause that may be a topic, and of the topic."""
_BUILT = compiled(r"(?:产业带|经济带|走廊)(?:[加快高质量协同联动]{2,6})?(?:建设|发展|$)")
"""What shows that a clause builds a belt of its own, and only opens the sentence."""
_RANK = compiled(
    r"(?:世界级?|国家级?|省级|区域级|国际|国内|全国|一流|领先|先进水平|[千百万]亿元?级?|标志性|高能级"
    r"|重要|一批|若干|支柱|主导|产业)+"
)
"""Words of a clause that say how great a thing is to be, and not of what it is."""
_SHORES = ("岸", "沿线", "沿江", "沿海", "流域", "一带", "片区")
"""What the name of an area ends in that no list of places holds."""
_TERM = compiled(r"(?:[一二两三五]年|(?:特色|优势|产业)*板块)$")
"""How long a plan runs (全域旅游三年行动计划), a part of the economy."""
_PARK = ("园", "区")
_LISTED = compiled(r"(?:基地|中心|园区?|集群|区)[、和与及]")


def opening(clause: str, titles: Titles) -> str | None:
    """The industry that a clause is all about, None where it is about more or something else."""
    if len(clause) > _LONG_CLAUSE or clause.startswith(_NO_TOPIC) or _FORMED.match(clause):
        return None
    taxonomy = titles.taxonomy
    name = _TERM.sub("", titles.sane(taxonomy.heading(clause)) or "")
    if not name or _RANK.fullmatch(name) or len(name) > _LONG_TOPIC:
        return None
    if not _begins(clause, name, taxonomy) or _tells(name, taxonomy):
        return None
    if name.endswith(_PARK) or clause.endswith("园") or _LISTED.search(clause):
        return None  # 临港工业园 is no industry, nor is the first of several bases
    return name


def builds_belt(clause: str) -> bool:
    """Whether a clause builds a belt, which is no topic of what follows (打造X产业带，支持Y…)."""
    return _BUILT.search(clause) is not None


def core(name: str, taxonomy: Taxonomy) -> str:
    """清洁能源 of 世界级清洁能源走廊: the industry, where the name holds what is built."""
    found = taxonomy.find(name)
    ends = not found or name.endswith(CARRIERS) or name[: found[0][0]].endswith(_SHORES)
    return name[found[0][0] : found[-1][1]] if found and ends else name


def _tells(name: str, taxonomy: Taxonomy) -> bool:
    """Whether words hold a statement and not an industry alone (核电3号机组开工, 农业发达)."""
    found = taxonomy.find(name)
    if not found or name in taxonomy.labels:
        return False
    start, end = found[-1][:2]
    return _TOLD.search(name[:start]) is not None or not _OF.fullmatch(name[end:])


def _begins(clause: str, name: str, taxonomy: Taxonomy) -> bool:
    """Whether only verbs stand before the name, or the name is the whole clause."""
    clause = _NUMBER.sub("", clause)
    lead = taxonomy.lead.match(clause)
    return clause.startswith(name, lead.end() if lead else 0) and (
        lead is not None or len(clause) <= len(name) + 2
    )
