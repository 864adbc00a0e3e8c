"""Baseline, goals and growth of each industry, and the sums that a reader can check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.balance import Course, aligned, courses, others
from layers.build import Layers
from layers.figures import HUNDRED_MILLION, Figure, amounts, figures
from layers.sums import Sum, counts, sums
from tests.layers import specimen

MADE = Figure(
    id="t-1",
    plan="p",
    industry="新能源",
    code="6",
    codes=("6",),
    indicator="产值",
    family="scale",
    subject="新能源产业",
    comparator="=",
    modality="target",
    value=500.0,
    value_max=None,
    unit="亿元",
    cny=500e8,
    year=2015,
    since=2015,
    scope="绍兴市",
    whole=True,
    threshold="",
    quote="新能源产业产值达到500亿元",
    section="",
)


def figure(industry: str, amount: float, **changes: object) -> Figure:
    """A made figure of `amount` in 亿元."""
    base = replace(MADE, id=f"t-{industry}-{amount}", industry=industry, value=amount)
    return replace(base, **{"cny": amount * HUNDRED_MILLION, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def numbers(real: Layers) -> tuple[Figure, ...]:
    return figures(real.targets)


def course(found: Iterable[Course], plan: str, industry: str) -> Course:
    return next(c for c in found if (c.plan, c.industry) == (plan, industry))


@pytest.mark.parametrize(
    ("industry", "baseline", "goal", "words", "growth"),
    [
        pytest.param("先进装备制造", 560, 1000, "力争超过 1,000 亿元", 0.1230, id="equipment"),
        pytest.param("新材料", 414, 1000, "力争超过 1,000 亿元", 0.1929, id="materials"),
        pytest.param("生物医药", 123, 500, "力争超过 500 亿元", 0.3238, id="medicine"),
        pytest.param("节能环保", 181, 500, "力争超过 500 亿元", 0.2253, id="environment"),
        pytest.param("新能源", 52, 500, "力争超过 500 亿元", 0.5725, id="energy"),
        pytest.param("新兴信息", 33, 500, "力争约 500 亿元", 0.7222, id="information"),
        pytest.param("总体", 1362, 4000, "力争约 4,000 亿元", 0.2404, id="all"),
    ],
)
def test_shaoxings_courses(
    numbers: tuple[Figure, ...],
    industry: str,
    baseline: float,
    goal: float,
    words: str,
    growth: float,
) -> None:
    found = course(courses(numbers), specimen.SX, industry)
    assert found.baseline is not None and found.last is not None
    assert (found.baseline.cny, found.baseline.year) == (baseline * 1e8, 2010)
    assert (found.last.cny, found.last.year) == (goal * 1e8, 2015)
    assert found.last.figure.words() == words
    assert found.growth == pytest.approx(growth, abs=5e-5)
    assert not found.same_measure  # 销售收入 in 2010, 产值 in 2015


def test_a_goal_set_in_two_chapters_is_one_goal_with_both_sentences(
    numbers: tuple[Figure, ...],
) -> None:
    goal = course(courses(numbers), specimen.SX, "新能源").last
    assert goal is not None
    assert [f.comparator for f in goal.figures] == [">", ">="]
    assert len({f.section for f in goal.figures}) == 2


def test_zhejiang_reports_no_baseline_and_sets_its_own_growth(
    numbers: tuple[Figure, ...],
) -> None:
    found = course(courses(numbers), specimen.ZJ, "总体")
    assert (found.baseline, found.growth) == (None, None)
    assert found.stated is not None and found.stated.words() == "超过 13%"


def test_a_firms_revenue_is_not_its_industrys_baseline(numbers: tuple[Figure, ...]) -> None:
    firms = [f for f in numbers if f.quote.startswith("古纤道")]
    assert firms and not any(f.whole for f in firms)
    assert not set(amounts(numbers)) & set(firms)
    assert set(others(numbers)) >= set(firms)


def test_classes_align_what_the_plans_call_differently(numbers: tuple[Figure, ...]) -> None:
    table = aligned(courses(numbers))
    names = {
        code: {plan: [c.industry for c in cs] for plan, cs in row.items()}
        for code, row in table.items()
    }
    assert names["1"] == {
        specimen.ZJ: ["信息技术", "物联网", "人工智能"],
        specimen.SX: ["新兴信息"],
    }
    assert names["2"] == {specimen.ZJ: ["高端装备制造"], specimen.SX: ["先进装备制造"]}
    assert specimen.SX not in names["5"]


def test_a_baseline_under_another_heading_of_the_class_is_brought_over_and_named() -> None:
    base = figure("电子信息", 33, code="1", modality="actual", year=2010)
    goal = figure("新兴信息", 500, code="1")
    (found,) = courses((base, goal))
    assert (found.industry, found.heading_at_baseline) == ("新兴信息", "电子信息")
    assert found.baseline == base


def test_with_three_headings_in_a_class_no_baseline_changes_hands() -> None:
    base = figure("电子信息", 33, code="1", modality="actual", year=2010)
    goals = [figure(name, 500, code="1") for name in ("新兴信息", "物联网")]
    assert len(courses((base, *goals))) == 3


def test_shaoxings_six_sales_miss_the_total_by_one_which_rounding_explains(
    numbers: tuple[Figure, ...],
) -> None:
    check = next(s for s in sums(numbers) if s.reported)
    assert [p.cny for p in check.parts] == [56e9, 41.4e9, 12.3e9, 18.1e9, 5.2e9, 3.3e9]
    assert check.added == 1363e8
    assert check.total is not None and check.total.cny == 1362e8
    assert (check.difference, check.slack, check.verdict) == (1e8, 3.5e8, "rounding")


def test_shaoxings_goals_sum_to_the_total(numbers: tuple[Figure, ...]) -> None:
    check = next(s for s in sums(numbers) if s.year == 2015)
    assert (check.added, check.difference, check.verdict) == (4000e8, 0, "equal")


def test_zhejiangs_ten_must_not_be_added_and_the_reasons_are_found(
    numbers: tuple[Figure, ...],
) -> None:
    check = next(s for s in sums(numbers) if s.year == 2020)
    assert (len(check.parts), check.added) == (10, 24600e8)
    assert check.verdict == "not_addable"
    assert {g.measure: (len(g.parts), g.added) for g in check.groups} == {
        "规模": (3, 11300e8),
        "产值": (5, 10000e8),
        "主营业务收入": (1, 2500e8),
        "增加值": (1, 800e8),
    }
    assert [[p.industry for p in group] for group in check.overlaps] == [
        ["信息技术", "物联网", "人工智能"]
    ]
    assert {p.industry for p in check.above_size} == {"高端装备制造", "新能源汽车"}


def test_the_eleven_areas_are_counted_and_named(real: Layers, numbers: tuple[Figure, ...]) -> None:
    (count,) = counts(numbers, real.claims)
    assert (count.total.value, len(count.named), count.agrees) == (11, 11, True)
    assert "沿曹娥江生物医药产业集聚区" in {name for _, name, _ in count.named}


def test_a_missing_area_shows() -> None:
    import pandas as pd

    total = figure("总体", 11, unit="个", cny=None, indicator="集聚区数", family="carriers")
    rows = [("c-1", "p", "agglomeration_area", "诸暨", "新材料"), ("c-2", "p", "base", "x", "y")]
    claims = pd.DataFrame(rows, columns=["id", "plan", "kind", "name", "industry"])
    (count,) = counts([total], claims)
    assert not count.agrees
    assert count.named == (("c-1", "诸暨", "新材料"),)


def test_a_difference_beyond_rounding_is_called_one() -> None:
    parts = [figure("新能源", 500, code="6"), figure("新材料", 600, code="3")]
    (check,) = sums([*parts, figure("总体", 1200, code="0")])
    assert (check.verdict, check.difference) == ("differs", -100e8)


def test_a_total_in_another_measure_cannot_be_checked() -> None:
    parts = [figure("新能源", 500, code="6"), figure("新材料", 600, code="3")]
    (check,) = sums([*parts, figure("总体", 1100, code="0", indicator="主营业务收入")])
    assert check.mixed and check.verdict == "not_addable"


@given(st.lists(st.integers(1, 9999), min_size=2, max_size=9))
def test_parts_that_make_the_total_are_equal_and_one_more_is_within_rounding(
    values: list[int],
) -> None:
    parts = tuple(figure(f"产业{i}", value, code=str(i + 1)) for i, value in enumerate(values))
    total = figure("总体", sum(values), code="0")
    assert Sum("p", 2015, False, parts, total).verdict == "equal"
    off = figure("总体", sum(values) + 1, code="0")
    assert Sum("p", 2015, False, parts, off).verdict == "rounding"  # slack is 1.5 at least


@given(st.integers(1, 10**6), st.floats(-0.5, 2.0), st.integers(1, 20))
def test_the_growth_leads_from_the_baseline_to_the_goal(
    start: int, rate: float, years: int
) -> None:
    goal = start * (1 + rate) ** years
    rows = (
        figure("新能源", float(start), modality="actual", year=2010),
        figure("新能源", goal, year=2010 + years),
    )
    (found,) = courses(rows)
    assert found.growth is not None
    assert start * (1 + found.growth) ** years == pytest.approx(goal, rel=1e-6)


@pytest.mark.parametrize(
    ("indicator", "measure"),
    [
        pytest.param("规模以上工业总产值", "产值", id="output-above-size"),
        pytest.param("产业规模", "规模", id="size"),
        pytest.param("年主营业务收入", "主营业务收入", id="revenue"),
        pytest.param("增加值", "增加值", id="value-added"),
    ],
)
def test_the_measure_is_the_indicator_without_whose_it_is(indicator: str, measure: str) -> None:
    assert replace(MADE, indicator=indicator).measure == measure


@pytest.mark.parametrize(
    ("value", "unit", "cny", "resolution"),
    [
        pytest.param(560.0, "亿元", 560e8, 1e8, id="whole"),
        pytest.param(174.9, "亿元", 174.9e8, 1e7, id="one-decimal"),
        pytest.param(2.5, "万亿元", 2.5e12, 1e11, id="trillions"),
    ],
)
def test_the_resolution_is_the_last_digit_written(
    value: float, unit: str, cny: float, resolution: float
) -> None:
    found = replace(MADE, value=value, unit=unit, cny=cny).resolution
    assert found == pytest.approx(resolution)
