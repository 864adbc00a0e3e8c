"""Heads of documents: title, issuer, date, period and industry, as plans are really printed."""

from __future__ import annotations

import pytest

from layers import read_plan

HEADS = [
    pytest.param(
        "遵义市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n打造白酒产业集群。",
        ("520300", (2021, 2025)),
        id="a fourteenth plan in words",
    ),
    pytest.param(
        "北京市朝阳区国民经济和社会发展第十四个五年规划纲要\n打造商务产业集聚区。",
        ("110105", (2021, 2025)),
        id="a district with a common name",
    ),
    pytest.param(
        "湖北省人民政府关于印发\n湖北省制造业高质量发展“十四五”规划的通知\n打造光电子产业集群。",
        ("420000", (2021, 2025)),
        id="a title over two lines",
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_issuer_and_period_of_a_head(text: str, expected: tuple[str, tuple[int, int]]) -> None:
    plan = read_plan(text.encode(), issued="2021").plan
    assert (plan.issuer, plan.period) == expected


@pytest.mark.parametrize(
    ("title", "industry"),
    [
        ("绿色铝产业高质量发展三年行动", "绿色铝"),
        ("“十四五”茶产业发展规划", "茶产业"),
        ("关于加快食品加工园区建设的实施意见", "食品加工"),
        ("制造业高质量发展规划", "综合"),
    ],
    ids=["action", "one character", "park", "too wide"],
)
def test_the_titles_industry_is_its_places(title: str, industry: str) -> None:
    text = f"诸暨市{title}\n店口镇建设标准化示范基地。\n店口镇打造现代产业园。"
    claims = read_plan(text.encode(), "330681", "2021").claims
    assert {c.industry for c in claims} == {industry}


@pytest.mark.parametrize(
    ("heading", "industry"),
    [
        ("构建现代产业体系", "袜业"),
        ("推进钢铁产业减量", "钢铁"),
        ("做优做精陶瓷产业", "陶瓷"),
        ("打好种业翻身仗", "种业"),
    ],
)
def test_what_a_heading_names(heading: str, industry: str) -> None:
    text = f"绍兴市产业规划\n第一章 {heading}\n打造诸暨袜业产业基地。"
    (claim,) = read_plan(text.encode(), "330600", "2021").claims
    assert claim.industry == industry


def test_a_number_without_a_title_ends_the_chapter_of_the_one_before() -> None:
    text = "东港市布局\n（一）水产业。养殖重点布局在北井子镇。\n（二）粮食加工重点布局在前阳镇。"
    claims = read_plan(text.encode(), "210681", "2021").claims
    assert [c.industry for c in claims] == ["水产", "粮食加工"]
