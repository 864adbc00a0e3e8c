"""The indicators that plans measure by: 产值, 营业收入, 种植面积, 综合利用率."""

from __future__ import annotations

import re

from layers.extract.numbers.changes import unverbed
from layers.extract.numbers.quantities import Amount
from layers.extract.patterns import compiled, last

_PROJECTS = compiled(r"级?(?:及?以上)?的?[^，,。；;、\d]{0,8}项目")
"""10亿元以上项目: of what is invested."""
_NAMES = """
主营业务收入 主营收入 营业收入 营业总收入 经营收入
综合产值 综合收入 销售收入 销售产值 销售额 业务收入 税费收入 财政收入
一般公共预算收入 人均可支配收入
可支配收入 人均收入 总收入 收入 工业总产值 总产值 工业产值 年产值 产值
工业增加值 增加值 地区生产总值 人均生产总值 生产总值 GDP 经济总量 总投资 投资总额 固定资产投资
合同投资额 协议投资额 计划投资额 完成投资 累计投资 投资额 投资 产业规模 市场规模 经济规模 规模
利税 利润 税金 税收 出口额 进出口总额 进出口 出口 产能 总产能 生产能力 加工能力 年产量 产量
装机容量 总装机 装机规模 装机 资源量 储量 面积
种植面积 播种面积 养殖面积 饲养量 保有量 增速 比重 占比 比例 覆盖率 贡献率 城镇化率
转化率 利用率 综合利用率 渗透率 普及率 应用比例
产能规模 用电量 发电量 吞吐量 通过能力 运输能力 当量 储能 投资强度 研发投入
出货量 产销量 销售量 销量 交易额 成交额 营收 人口 库容 存栏 出栏
"""
_NOT_BEFORE = {
    "工业": "(?<!加)工业",
    "经济规模": "(?<![字洋空济台营域])经济规模",
    "装机": "(?<!安)装机(?!架)",
}
"""农产品加工业产值, 数字经济规模, 安装机架: what only looks like an indicator."""


def _known() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _NAMES.split()), key=len, reverse=True))
    for word, guarded in _NOT_BEFORE.items():
        words = words.replace(word, guarded)
    return re.compile(words)


KNOWN = _known()
"""Any of them, longest first."""


def indicator_at_end(words: str) -> str:
    """The known indicator that the words end with; "" if they end with none.

    >>> indicator_at_end("马铃薯产量"), indicator_at_end("工业")
    ('产量', '')
    """
    known = last(KNOWN, words)
    return known[0] if known is not None and known.end() == len(words) else ""


def last_indicator(words: str) -> str:
    """The last known indicator that the words name; "" for none."""
    known = last(KNOWN, words)
    return known[0] if known is not None else ""


def is_level(indicator: str) -> bool:
    """Whether an indicator is one of those that stand at a level (产值, 产能, 资源量).

    >>> is_level("总产能"), is_level("光伏大基地")
    (True, False)
    """
    return KNOWN.search(indicator) is not None


def threshold_indicator(text: str, start: int, amount: Amount, before: str) -> str:
    """The indicator of a threshold (主营业务收入超800亿元的…), that before it if it has none."""
    head = unverbed(text[start : amount.left])
    known = last(KNOWN, head)
    if known is not None and known.end() >= len(head) - 2:
        name = known[0]
        at = known.start()
        return "年" + name if at > 0 and head[at - 1] == "年" else name
    if amount.unit_base in ("yuan", "usd") and _PROJECTS.match(text, amount.right):
        return "总投资"
    if amount.bare and not amount.level and before not in ("", "总投资"):
        return before
    if amount.level or amount.bare:
        return "产业规模" if amount.unit_base == "yuan" else "产能"
    return before or ("产值" if amount.unit_base in ("yuan", "usd") else "产能")
