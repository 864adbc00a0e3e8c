"""Tables of numbers: what a line, a column and a cell say of each number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reader.numbers import read


def said(text: str) -> list[tuple[str, str, float, str, object, str]]:
    return [
        (t.indicator, t.comparator, t.value, t.unit, t.year, t.modality)
        for t in read(text, "330000", "2021")
    ]


BARS = """专栏1 主要指标
| 类别 | 指标 | 单位 | 2020年 | 2025年 | 年均增长 | 属性 |
|---|---|---|---|---|---|---|
| 规模 | 1.规模以上工业增加值 | 亿元 | 16,700 | 22000左右 | 6% | 预期性 |
|  | 2.高新技术企业数 | 家 | 22158 | ≥35000 | - | 约束性 |
"""


def test_each_cell_under_a_year_is_a_number() -> None:
    assert said(BARS) == [
        ("规模以上工业增加值", "=", 16700, "亿元", 2020, "actual"),
        ("规模以上工业增加值", "~", 22000, "亿元", 2025, "target"),
        ("规模以上工业增加值年均增长", "=", 6, "%", (2020, 2025), "target"),
        ("高新技术企业数", "=", 22158, "家", 2020, "actual"),
        ("高新技术企业数", ">=", 35000, "家", 2025, "target"),
    ]


def test_the_evidence_runs_from_the_name_to_the_number() -> None:
    found = read(BARS, "330000", "2021")
    assert found[1].evidence.exact == "1.规模以上工业增加值 | 亿元 | 16,700 | 22000左右"
    assert all(BARS[t.evidence.start : t.evidence.end] == t.evidence.exact for t in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("指标\t2020年\t2025年\n研发强度（%）\t2.8\t3.3", [(2.8, "%", 2020), (3.3, "%", 2025)]),
        (
            "序号 指标名称 单位 2025年目标值\n1 规上工业企业数 家 60000\n2 发明专利 件 〔35〕",
            [(60000, "家", 2025), (35, "件", 2025)],
        ),
        (
            "单位：亿元\n| 指标 | 2020 | 2025 |\n| 产值 | 300 | 500 |",
            [(300, "亿元", 2020), (500, "亿元", 2025)],
        ),
        ("| 指标 | 2025年 |\n| 产值 | 1.5万亿元 |\n| 排名 | 3 |", [(1.5, "万亿元", 2025)]),
    ],
    ids=["tabs", "spaces", "unit-above", "unit-in-cell-or-none"],
)
def test_cells_are_parted_and_have_units(text: str, expected: list[object]) -> None:
    assert [(t.value, t.unit, t.year) for t in read(text)] == expected


def test_a_line_may_be_a_place_or_an_industry() -> None:
    by_place = "单位：亿元\n| 地区 | 2020年产值 |\n| 绍兴市 | 1000 |\n| 合计 | 7000 |"
    places = read(by_place, "330000", "2021")
    assert [(t.scope[0].name, t.indicator) for t in places] == [
        ("绍兴市", "产值"),
        ("浙江省", "产值"),
    ]
    fields = read("| 产业 | 2020年产值（亿元） |\n| 化工 | 300 |\n| 新能源汽车产业 | 260 |")
    assert [(t.industry, t.indicator) for t in fields] == [("化工", "产值"), ("新能源汽车", "产值")]


@pytest.mark.parametrize(
    ("text", "issuer", "rows"),
    [
        ("蓬莱区指标\n| 指标 | 2020年 |\n| 产值（亿元） | 300 |", "370600", [("蓬莱区", 300)]),
        (
            "| 指标 | 2020年全国 | 2020年烟台 | 2020年青岛 |\n| 强度（%） | 2.4 | 2.0 | 5.5 |",
            "370600",
            [("烟台市", 2.0)],
        ),
        (
            "| 区县 | 主导产业 | 2020年营收（亿元） |\n| 昆山市 | 电子信息 | 5000 |",
            "320000",
            [("昆山市", 5000)],
        ),
        ("| 指标 | 单位 | 2020年 |\n| 徐州市产值 | 亿元 | 1500 |", "320000", [("徐州市", 1500)]),
        ("| 指标 | 2020年 |\n| 全省产值（亿元） | 9000 |", "320000", [("江苏省", 9000)]),
    ],
    ids=["title", "column", "cell", "name", "home"],
)
def test_whose_a_number_is(text: str, issuer: str, rows: list[object]) -> None:
    assert [(t.scope[0].name, t.value) for t in read(text, issuer, "2021")] == rows


@pytest.mark.parametrize(
    "text",
    [
        "| 项目 | 建设内容 | 2025年总投资（亿元） |\n| 石化 | 120万吨乙烯 | 350 |",
        "产业集群目标（2025年，亿元）\n绿色石化 10000\n汽车 10000",
        "| 指标 | 2020年 |\n| 中芯三期项目（亿元） | 300 |",
    ],
    ids=["projects", "unit-alone", "a-project"],
)
def test_what_is_no_figure_of_the_plan(text: str) -> None:
    assert read(text) == ()


def test_a_sum_of_the_plans_years_says_so() -> None:
    text = "浙江省产业发展规划（2021—2025年）\n| 指标 | 2025年 |\n| 新增企业（家） | [35] |"
    assert read(text)[0].year == (2021, 2025)


def test_a_row_of_what_the_table_does_not_measure_is_left() -> None:
    assert read("| 地区 | 2025年 |\n| 绍兴市 | 1000家 |") == ()


def test_prose_behind_a_table_is_read_as_prose() -> None:
    found = read(BARS + "\n到2025年，产值突破1000亿元。")
    assert (found[-1].indicator, found[-1].comparator) == ("产值", ">")


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=5), st.sampled_from("|\t"))
def test_as_many_numbers_as_cells(values: list[int], cut: str) -> None:
    head = cut.join(["指标", "2020年", "2025年"])
    rows = [f"{chr(0x4E00 + n)}数（亿元）{cut}{v}{cut}{v}" for n, v in enumerate(values)]
    found = read("\n".join([head, *rows]))
    assert [t.value for t in found] == [v for v in values for _ in range(2)]
