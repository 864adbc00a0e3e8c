"""What a number goes on about: a level behind its growth, a list's shared indicator, 均."""

from __future__ import annotations

import pytest

from layers.library import shipped_gazetteer, shipped_taxonomy
from layers.plan import Plan
from layers.reader import read

_TITLE = "嘉兴市工业发展规划(2021—2025年)\n"


def _rows(text: str) -> list[tuple[str, str, float]]:
    plan = Plan.from_bytes((_TITLE + text).encode(), issuer="330400", issued="2021")
    found = read(plan, shipped_gazetteer(), shipped_taxonomy()).targets
    return [(t.subject, t.indicator, t.value) for t in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "107个县域特色产业集群营收突破3.6万亿元。",
            [
                ("县域特色产业集群", "县域特色产业集群数", 107),
                ("107个县域特色产业集群", "营收", 3.6),
            ],
            id="a count and what the counted earn",
        ),
        pytest.param(
            "纺织产业总产值年均增长8%，到2025年达到1500亿元。",
            [("纺织产业", "总产值年均增速", 8), ("纺织产业", "总产值", 1500)],
            id="level behind growth",
        ),
        pytest.param(
            "到2025年，电子信息营业收入突破1000亿元，建材、食品分别达到700亿元、400亿元。",
            [("电子信息", "营业收入", 1000), ("建材", "营业收入", 700), ("食品", "营业收入", 400)],
            id="indicator carried",
        ),
        pytest.param(
            "到2025年，磁性材料产能达到10万吨、抛光材料4万吨。",
            [("磁性材料", "产能", 10), ("抛光材料", "产能", 4)],
            id="next of a list",
        ),
        pytest.param(
            "到2025年，汽车产量100万辆，其中新能源汽车45万辆。",
            [("汽车", "产量", 100), ("新能源汽车", "产量", 45)],
            id="part of an output",
        ),
        pytest.param(
            "建成工业园区12个，其中市区5个、海宁4个，桐乡和海盐合建3个。",
            [
                ("工业园区", "工业园区数", 12),
                ("市区", "工业园区数", 5),
                ("", "工业园区数", 4),
                ("", "工业园区数", 3),
            ],
            id="the parts of a sum by place",
        ),
        pytest.param(
            "打造9大先进制造业园区。其中海宁市4个。",
            [("先进制造业园区", "先进制造业园区数", 4)],
            id="a part of what a name sums",
        ),
        pytest.param("海宁市4个。", [("", "数量", 4)], id="a count of nothing that is said"),
    ],
)
def test_what_a_number_goes_on_about(text: str, expected: list[tuple[str, str, float]]) -> None:
    assert _rows(text) == expected


def test_a_total_behind_a_list_is_of_no_one_industry_or_place() -> None:
    text = "建成平湖茶叶基地20万亩、海盐柑橘基地30万亩，产值突破100亿元。"
    plan = Plan.from_bytes(text.encode(), issuer="330400", issued="2021")
    *_, total = read(plan, shipped_gazetteer(), shipped_taxonomy()).targets
    assert (total.industry, [m.name for m in total.scope]) == ("总体", ["平湖市", "海盐县"])


def test_each_place_of_a_list_of_amounts_has_its_own() -> None:
    text = _TITLE + "海宁皮革加工超百亿元、桐乡毛衫加工超60亿元。"
    plan = Plan.from_bytes(text.encode(), issuer="330400", issued="2021")
    found = read(plan, shipped_gazetteer(), shipped_taxonomy()).targets
    assert [[m.name for m in t.scope] for t in found] == [["海宁市"], ["桐乡市"]]
