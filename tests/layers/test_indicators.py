"""Families of the indicators that the two plans name."""

from __future__ import annotations

import pytest

from layers.indicators import family


@pytest.mark.parametrize(
    ("indicator", "unit", "expected"),
    [
        pytest.param("销售收入", "yuan", "scale", id="sales"),
        pytest.param("规模以上工业产值", "yuan", "scale", id="output"),
        pytest.param("增加值", "yuan", "value_added", id="value-added"),
        pytest.param("增加值占比", "fraction", "share", id="share-of-value-added"),
        pytest.param("主营业务收入年均增速", "fraction", "growth", id="growth-of-revenue"),
        pytest.param("占规模以上工业销售收入比重", "fraction", "share", id="share-of-sales"),
        pytest.param("生产总值", "yuan", "gdp", id="gdp"),
        pytest.param("完成投资", "yuan", "investment", id="investment"),
        pytest.param("龙头骨干企业新增数", "count", "firms", id="firms"),
        pytest.param("企业技术中心数", "count", "carriers", id="centres-of-firms"),
        pytest.param("省级市级创新团队数", "count", "people", id="teams"),
        pytest.param("专利数", "count", "innovation", id="patents"),
        pytest.param("规模", "count", "capacity", id="cars-a-year"),
        pytest.param("年生产动力电池", "ah", "capacity", id="ampere-hours"),
        pytest.param("充换电站新建数", "count", "capacity", id="charging-stations"),
        pytest.param("没有见过的", "count", "other", id="unknown"),
    ],
)
def test_the_family_of_an_indicator(indicator: str, unit: str, expected: str) -> None:
    assert family(indicator, unit) == expected
