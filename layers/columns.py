"""A column of a layer, and the groups of columns that several layers share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from layers import vocabulary
from layers.vocabulary import Term

Kind = Literal["text", "integer", "number", "flag", "geometry"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type, unit, whether it may be empty, and what it means.

    `unit` is the unit of a number or the form of a text ("GB/T 2260", "list joined
    with ；"); `terms` the closed vocabulary of a coded text; `low`, `high` the
    bounds of a number, both included.
    """

    name: str
    kind: Kind
    zh: str
    en: str
    empty: bool = False
    unit: str = ""
    terms: Mapping[str, Term] | None = None
    low: float | None = None
    high: float | None = None
    unique: bool = False

    def optional(self) -> Column:
        """The same column where it may be empty."""
        return replace(self, empty=True)


LIST = "list joined with ；"
PATH = "path joined with › "


def text(name: str, zh: str, en: str, unit: str = "", empty: bool = False) -> Column:
    """A text column."""
    return Column(name, "text", zh, en, empty, unit)


def coded(name: str, zh: str, en: str, terms: Mapping[str, Term], empty: bool = False) -> Column:
    """A text column with a closed vocabulary."""
    return Column(name, "text", zh, en, empty, terms=terms)


def integer(
    name: str,
    zh: str,
    en: str,
    unit: str = "",
    empty: bool = False,
    low: float | None = None,
    high: float | None = None,
) -> Column:
    """A column of whole numbers."""
    return Column(name, "integer", zh, en, empty, unit, low=low, high=high)


def number(
    name: str,
    zh: str,
    en: str,
    unit: str = "",
    empty: bool = True,
    low: float | None = None,
    high: float | None = None,
) -> Column:
    """A column of numbers."""
    return Column(name, "number", zh, en, empty, unit, low=low, high=high)


ID = Column(
    "id",
    "text",
    "由内容得出的稳定编号",
    "stable id, derived from the content (plan, position, what it says)",
    unique=True,
)
DOCUMENT = (
    text("plan", "规划编号", "id of the plan"),
    text("plan_title", "规划标题", "title of the plan"),
    text("doc_number", "发文字号", "document number", empty=True),
    text("issued", "印发日期", "date of issue", "ISO 8601, as far as known"),
    text("issuer_code", "发文机关所在地代码", "code of the issuer's place", "GB/T 2260"),
    text("issuer", "发文机关所在地", "the issuer's place"),
)
INDUSTRY = (
    text(
        "industry",
        "规划自己的产业名称（去掉“产业”“业”）",
        "the heading under which the plan puts it, in its own words without 产业/业",
    ),
    text(
        "industry_codes",
        "战略性新兴产业分类(2018)代码，取原文所能支持的最细一级；综合为空",
        "codes of the national classification (2018), finest that the text supports; "
        "empty where it crosses industries",
        LIST,
        empty=True,
    ),
    text(
        "industry_class",
        "国家分类一级代码：1—9，0 为综合，x 为其他；图上颜色据此",
        "first-level class 1 to 9, 0 cross-industry, x other; decides the colour",
    ),
    text("industry_class_name", "国家分类一级名称", "name of that class"),
)
EVIDENCE = (
    text("section", "章节路径", "section path", PATH, empty=True),
    integer(
        "evidence_start",
        "引文起点（解码后文本的字符序号，从 0 起）",
        "start of the quote in the decoded text",
        "characters from 0",
        low=0,
    ),
    integer(
        "evidence_end", "引文终点（不含）", "end of the quote, excluded", "characters from 0", low=1
    ),
    text("evidence_exact", "引文", "the quote, exactly as in the text"),
    text("evidence_prefix", "引文前 32 字", "up to 32 characters before", empty=True),
    text("evidence_suffix", "引文后 32 字", "up to 32 characters after", empty=True),
    text(
        "evidence_selector",
        "W3C Web Annotation 选择器（引文与位置）",
        "W3C Web Annotation selectors: TextQuoteSelector and TextPositionSelector",
        "JSON",
    ),
)
PLACE = (
    text(
        "name", "名称，原文最长的连续名称，否则为地名", "longest name in the text, else the place"
    ),
    coded("kind", "类型", "kind of place", vocabulary.KINDS),
    coded("status", "现有或规划", "existing or planned", vocabulary.STATUSES),
    *INDUSTRY,
    text("focus", "重点方向", "what it concentrates on", LIST, empty=True),
    text(
        "members",
        "所含单位（发布之日的名称）",
        "units that it consists of or lies in, as named on the date of issue",
        LIST,
        empty=True,
    ),
    text(
        "member_codes",
        "所含单位当时的代码",
        "their codes on the date of issue",
        "GB/T 2260; " + LIST,
        empty=True,
    ),
    text(
        "member_codes_today",
        "所含单位今天的代码",
        "their codes today",
        "GB/T 2260; " + LIST,
        empty=True,
    ),
    text(
        "place_codes",
        "所在单位及其全部上级当时的代码，供按地方筛选",
        "codes on the date of issue of all units that hold it, upward; for filters by place",
        "GB/T 2260; " + LIST,
        empty=True,
    ),
    coded("basis", "地点依据", "what the place rests on", vocabulary.BASES),
    coded("precision", "空间精度", "spatial precision", vocabulary.PRECISIONS, empty=True),
    integer(
        "uncertainty_m",
        "以 lon、lat 为圆心、包住整个范围的半径",
        "radius round lon, lat that holds the whole footprint",
        "m",
        empty=True,
        low=0,
    ),
    number("lon", "经度", "longitude", "degrees, WGS 84", low=-180, high=180),
    number("lat", "纬度", "latitude", "degrees, WGS 84", low=-90, high=90),
    text("place_source", "坐标来源", "where the point comes from", empty=True),
    text("place_confidence", "坐标可信度", "confidence in the point", empty=True),
    text("note", "说明", "why the place is inferred or vague", empty=True),
)
