"""What a number is in its paragraph: goal or fact, of which indicator, industry, year and place."""

from __future__ import annotations

import pytest

from tests.reader.numbers import read

PLAN = "绍兴市工业“十四五”规划（2021-2025年）\n"


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，纺织产业产值达到2000亿元，居全国前列。",
        "到2025年，成功创建国家级高新区，产值突破1000亿元。",
        "到2025年，产业规模跃居全国首位，营业收入达到800亿元。",
        "二、发展目标\n——数字化转型加快。累计建成智能工厂100家。",
        "到2025年，产业实力更加雄厚。规上工业产值突破1万亿元，规模居全省第四位。",
        "建设年产5GW光伏组件项目，总投资30亿元，2023年建成投产。",
    ],
    ids=["rank", "success", "leap", "heading", "next sentence", "finished later"],
)
def test_praise_does_not_make_a_fact_of_a_goal(text: str) -> None:
    assert {t.modality for t in read(PLAN + text, issued="2021")} == {"target"}


def test_a_fact_with_its_rank_stays_one() -> None:
    (row,) = read(PLAN + "2020年，纺织产业产值达到2000亿元，居全国前列。", issued="2021")
    assert (row.modality, row.year) == ("actual", 2020)


INDICATORS = [
    pytest.param(
        "到2025年，产值达到1000亿元（年均增长12%）。",
        [(1000, "产值"), (12, "产值年均增速")],
        id="in brackets",
    ),
    pytest.param(
        "2020年实现营业收入8000.5亿元，利润总额553.6亿元，同比分别增长2.1%和12.8%。",
        [
            (8000.5, "营业收入"),
            (553.6, "利润总额"),
            (2.1, "营业收入增速"),
            (12.8, "利润总额增速"),
        ],
        id="each rate its own",
    ),
    pytest.param(
        "年主营业务收入10亿元以上的企业达到20家，其中超过50亿元的3家，超过100亿元的1家。",
        [(20, "企业数"), (3, "企业数"), (1, "企业数")],
        id="sizes of some",
    ),
    pytest.param(
        "规模以上工业总产值达到1000亿元，其中新材料500亿元。",
        [(1000, "规模以上工业总产值"), (500, "规模以上工业总产值")],
        id="an industry's part",
    ),
    pytest.param(
        "全市建筑业总产值连续12年居全省首位，2020年达到1.2万亿元。",
        [(1.2, "总产值")],
        id="the clause before",
    ),
    pytest.param("建设年产20万吨己二腈项目。", [(20, "年生产能力")], id="capacity"),
    pytest.param("对首次上规企业给予10万元奖励。", [], id="a grant"),
    pytest.param("机器人密度达到400台/万人。", [(400, "机器人密度")], id="for ten thousand"),
]


@pytest.mark.parametrize(("text", "rows"), INDICATORS)
def test_what_a_number_measures(text: str, rows: list[tuple[float, str]]) -> None:
    found = read(text, issued="2021")
    assert [t.value for t in found] == [value for value, _ in rows]
    assert all(t.indicator.endswith(name) for t, (_, name) in zip(found, rows, strict=True))


@pytest.mark.parametrize(
    ("text", "industries"),
    [
        ("到2025年，汽车制造业产值达到800亿元。", ["汽车"]),
        ("先进制造业产值达到800亿元。", ["总体"]),
        (
            "越城区重点发展集成电路产业。力争到2025年产值突破800亿元，集聚企业200家。",
            ["集成电路", "集成电路"],
        ),
        (
            "数字经济核心产业增加值达到15%左右，R&D经费支出占地区生产总值比重不低于3.2%。",
            ["数字经济", "总体"],
        ),
        ("全市有色金属产业产值达到80亿元。", ["有色金属"]),
    ],
    ids=["made", "quality", "sentence before", "whole economy", "有 of a word"],
)
def test_whose_industry_it_is(text: str, industries: list[str]) -> None:
    assert [t.industry for t in read(PLAN + text, issued="2021")] == industries


def test_the_provinces_number_is_the_provinces() -> None:
    (row,) = read("我省数字经济增加值突破3万亿元。", issued="2021")
    assert [m.name for m in row.scope] == ["浙江省"]


def test_a_total_over_years_has_them_all() -> None:
    (row,) = read("2021—2025年，累计完成技改投资1000亿元。", issued="2021")
    assert row.year == (2021, 2025)
