"""The columns of each layer, checked at build (`contracts`) and published as a dictionary.

`LAYERS` is the single source: the pandera models, the data package's fields, the
definitions inside XLSX and GeoPackage and `docs/data-dictionary.md` are all made
from it. CRS of every geometry is WGS 84 in the order longitude, latitude.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from layers import vocabulary
from layers.columns import (
    DOCUMENT,
    EVIDENCE,
    ID,
    INDUSTRY,
    LIST,
    PLACE,
    Column,
    coded,
    integer,
    number,
    text,
)
from layers.excuses import REASONS
from layers.vocabulary import Term

LayerName = Literal["claims", "targets", "units", "lines", "unlocated", "ledger"]
FATES: Mapping[str, Term] = {
    "used": Term("used", "已用于记录", "Used by a record"),
    **{code: Term(code, zh, en) for code, (zh, en) in REASONS.items()},
    "unread": Term("unread", "未读", "Unread"),
}
"""What became of an amount or a name: the reasons of `layers.ledger`."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer's name, its geometry types (empty: a table) and its columns in order."""

    name: LayerName
    geometry: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column of this name; KeyError where there is none."""
        return {column.name: column for column in self.columns}[name]

    @property
    def attributes(self) -> tuple[Column, ...]:
        """All columns but the geometry."""
        return tuple(column for column in self.columns if column.kind != "geometry")


JOINED = (
    text(
        "target_ids",
        "按规则连接的本规划指标编号",
        "ids of the same plan's targets joined by the declared rule",
        LIST,
        empty=True,
    ),
    text("target_industry", "所示目标的产业", "industry of the shown target", empty=True),
    text(
        "target_scope", "所示目标属于哪些单位", "whose number the shown target is", LIST, empty=True
    ),
    text("target_level", "该单位的级别", "level of that unit", empty=True),
    text("target_indicator", "所示目标的指标", "indicator of the shown target", empty=True),
    coded("target_comparator", "目标的比较词", "comparator", vocabulary.COMPARATORS, empty=True),
    coded("target_modality", "目标的语气", "modality", vocabulary.MODALITIES, empty=True),
    number("target_value_cny", "目标值", "value of the shown target", "CNY"),
    integer("target_year", "目标年份", "its year", "year", empty=True),
    text("target_quote", "目标原文", "its quote", empty=True),
    text("baseline_indicator", "基期指标", "indicator of the reported baseline", empty=True),
    number("baseline_value_cny", "基期值", "reported baseline", "CNY"),
    integer("baseline_year", "基期年份", "its year", "year", empty=True),
    text("baseline_quote", "基期原文", "its quote", empty=True),
    number(
        "implied_growth_per_year",
        "由基期到目标所隐含的年均增速",
        "yearly growth that leads from the baseline to the target",
        "fraction per year",
    ),
    text(
        "growth_note",
        "增速的口径说明",
        "how far baseline and target measure the same thing",
        empty=True,
    ),
    text(
        "upper_target_ids",
        "上级规划中相应指标的编号，另列",
        "ids of targets in an enclosing unit's plan, shown apart",
        LIST,
        empty=True,
    ),
    text("upper_target_scope", "上级指标属于哪些单位", "whose number that is", LIST, empty=True),
    number("upper_target_value_cny", "上级目标值", "its value", "CNY"),
    integer("upper_target_year", "上级目标年份", "its year", "year", empty=True),
    text("upper_target_quote", "上级目标原文", "its quote", empty=True),
)
_AT = "characters from 0"
AREA = number("area_km2", "面积（等积投影）", "area of the polygon, equal-area", "km²", low=0)


def _geometry(zh: str, en: str) -> Column:
    return Column("geometry", "geometry", zh, en, unit="WGS 84, longitude latitude")


CLAIMS = Layer(
    "claims",
    ("Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"),
    (
        ID,
        *DOCUMENT,
        *PLACE,
        *EVIDENCE,
        *JOINED,
        AREA,
        _geometry(
            "县级以上为当时的行政区范围，产业带为线，镇和园区为点",
            "units as polygons of the date, corridors as lines, towns and zones as points",
        ),
    ),
)
TARGETS = Layer(
    "targets",
    (),
    (
        ID,
        *DOCUMENT,
        *INDUSTRY,
        text("indicator", "指标", "indicator"),
        coded("indicator_family", "指标类别", "family of indicators", vocabulary.FAMILIES),
        text("subject", "指标的主语", "what the number is said of", empty=True),
        coded("comparator", "比较词", "comparator", vocabulary.COMPARATORS),
        coded("modality", "语气", "modality", vocabulary.MODALITIES),
        number("value", "数值（原文单位）", "value as written", "as in `unit`", empty=False),
        number("value_max", "上限（区间）", "upper end of a range", "as in `unit`"),
        text("unit", "原文单位", "unit as written", empty=True),
        number("value_base", "数值（基本单位）", "value in base units", "as in `unit_base`"),
        number(
            "value_base_max", "上限（基本单位）", "upper end in base units", "as in `unit_base`"
        ),
        text("unit_base", "基本单位", "base unit: yuan, usd, count, fraction, …", empty=True),
        number("value_cny", "金额", "amount of money where it is in yuan", "CNY"),
        integer("year_from", "起始年", "first year it refers to", "year", empty=True),
        integer("year_to", "年份或终止年", "year, or last year of a period", "year", empty=True),
        text("scope", "数字所属单位", "units that the number speaks of", LIST, empty=True),
        text(
            "scope_codes",
            "所属单位当时的代码",
            "their codes on the date of issue",
            "GB/T 2260; " + LIST,
            empty=True,
        ),
        text(
            "scope_codes_today",
            "所属单位今天的代码",
            "their codes today",
            "GB/T 2260; " + LIST,
            empty=True,
        ),
        text("scope_level", "所属单位的级别", "their level", empty=True),
        text(
            "place_codes",
            "所属单位及其全部上级当时的代码，供按地方筛选",
            "codes on the date of issue of the scope and all above it; for filters by place",
            "GB/T 2260; " + LIST,
            empty=True,
        ),
        text("threshold_indicator", "门槛指标", "indicator of a nested number", empty=True),
        coded(
            "threshold_comparator",
            "门槛比较词",
            "its comparator",
            vocabulary.COMPARATORS,
            empty=True,
        ),
        number("threshold_value", "门槛值", "its value as written", "as in `threshold_unit`"),
        text("threshold_unit", "门槛单位", "its unit as written", empty=True),
        number(
            "threshold_value_base",
            "门槛值（基本单位）",
            "its value in base units",
            "as in `threshold_unit_base`",
        ),
        text("threshold_unit_base", "门槛基本单位", "its base unit", empty=True),
        Column(
            "additive",
            "flag",
            "能否与同级相加",
            "false where the plan's structure says it must not be summed with its siblings",
        ),
        text("note", "说明", "remark", empty=True),
        *EVIDENCE,
    ),
)
UNITS = Layer(
    "units",
    ("Polygon", "MultiPolygon"),
    (
        ID,
        text("plan", "规划编号", "id of the plan on whose date it is drawn"),
        text("as_of", "所绘日期", "date that the unit is drawn for", "ISO 8601"),
        text("code", "当时代码", "code on that date", "GB/T 2260"),
        text("name", "当时名称", "name on that date"),
        text("level", "级别", "level: province, prefecture, county"),
        text(
            "parents",
            "上级代码，由近及远",
            "units above, nearest first",
            "GB/T 2260; " + LIST,
            True,
        ),
        text("code_today", "今天的代码", "today's codes", "GB/T 2260; " + LIST, empty=True),
        text("valid_from", "设立日期", "in force from", "ISO 8601", empty=True),
        text("valid_to", "撤销日期", "in force until", "ISO 8601", empty=True),
        AREA,
        text("rule", "界线的重建规则", "rule that rebuilt the boundary", empty=True),
        text("source", "界线来源", "source of the boundary", empty=True),
        _geometry("当时的范围", "its extent on that date"),
    ),
)
LINES = Layer(
    "lines",
    ("LineString", "MultiLineString"),
    (
        ID,
        text("name", "名称", "name"),
        number("length_km", "长度", "length", "km", low=0),
        text("accuracy", "精度", "accuracy", empty=True),
        text("source", "来源", "source", empty=True),
        _geometry("走向", "its course"),
    ),
)
UNLOCATED = Layer(
    "unlocated",
    (),
    (
        ID,
        *DOCUMENT,
        text("type", "claim：无地点的记录；toponym：未判定的地名", "claim or toponym"),
        coded("reason", "为何没有地点", "why it has no place", vocabulary.REASONS),
        text("candidates", "候选单位", "candidates among which nothing decided", LIST, empty=True),
        PLACE[0],
        *(column.optional() for column in PLACE[1:]),
        *EVIDENCE,
    ),
)
LEDGER = Layer(
    "ledger",
    (),
    (
        text("plan", "规划编号", "id of the plan"),
        text("type", "amount：数字；name：地名", "amount or name"),
        integer("start", "起点（解码后文本的字符序号，从 0 起）", "start in the decoded text", _AT),
        integer("end", "终点（不含）", "end, excluded", _AT),
        text("exact", "原文", "as in the text"),
        coded("reason", "用于记录，或为何没有用", "used, or why it was not", FATES),
        text("record", "所用记录的编号", "id of the record that used it", empty=True),
    ),
)
"""No layer of its own: it travels with the data package, whole, whatever the filter."""
LAYERS: Mapping[str, Layer] = {
    layer.name: layer for layer in (CLAIMS, TARGETS, UNITS, LINES, UNLOCATED)
}
