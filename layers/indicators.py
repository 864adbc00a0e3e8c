"""Families of indicators: which numbers speak of the same kind of thing.

产值, 销售收入 and 主营业务收入 are one family (the scale of an industry): a
baseline in one and a target in another may be set side by side with a note, but
never added. 增加值 is a family of its own.
"""

from __future__ import annotations

# The first pattern found in the indicator decides; rates and shares come first,
# because 增加值占比 is a share and 产值年均增速 a growth.
_FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("growth", ("增速", "增长", "增幅", "翻番", "翻一番", "年均")),
    ("share", ("占比", "比重", "比例", "份额", "占有率", "覆盖率", "贡献率", "率")),
    ("people", ("人才", "人数", "人员", "团队", "从业", "院士", "专家")),
    ("value_added", ("增加值",)),
    ("gdp", ("生产总值", "GDP")),
    ("funding", ("基金", "资金", "补助", "贷款", "融资")),
    ("investment", ("投资", "投入")),
    ("trade", ("出口", "进口", "进出口", "外资")),
    ("capacity", ("产能", "装机", "容量", "产量", "充电", "桩", "电站", "发电")),
    (
        "carriers",
        ("基地", "集聚区", "园区", "小镇", "平台", "中心", "实验室", "孵化", "机构"),
    ),
    ("firms", ("企业", "公司", "上市", "单位数")),
    ("innovation", ("专利", "标准", "产品", "项目", "成果", "品牌", "奖", "火炬计划")),
    ("scale", ("产值", "销售", "主营业务", "营业收入", "营收", "收入", "规模", "市场")),
)
MONEY = ("yuan", "usd")
_COUNTED = ("growth", "share", "firms", "carriers", "people", "capacity")
_UNITS = {
    "fraction": "share",
    "person": "people",
    "kw": "capacity",
    "kwh": "capacity",
    "ah": "capacity",
}
"""What a number without a known word measures, by its base unit."""


def family(indicator: str, unit_base: str = "") -> str:
    """The family of an indicator, a code of `vocabulary.FAMILIES`.

    >>> family("主营业务收入", "yuan"), family("增加值占比", "fraction"), family("企业数", "count")
    ('scale', 'share', 'firms')
    """
    for code, words in _FAMILIES:
        if any(word in indicator for word in words):
            return _settled(code, unit_base)
    return _UNITS.get(unit_base, "other")


def _settled(code: str, unit_base: str) -> str:
    """A sum of money is no growth and no count, and a scale in other units is a capacity."""
    if unit_base in MONEY:
        return "scale" if code in _COUNTED else code
    return "capacity" if code == "scale" else code
