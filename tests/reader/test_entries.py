"""Places of a sentence with their industries in brackets, and industries made a place's pillar."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "示范基地分别是诸暨市（环保装备）、云岭工业园区（摩托车）、新昌高新区（轴承）。",
            [("诸暨市", "环保装备"), ("新昌高新区", "轴承")],
            id="a-park-that-nobody-knows",
        ),
        pytest.param(
            "重点园区包括诸暨工业园区（环保装备）、新昌工业园区（轴承），效益良好。",
            [("诸暨工业园区", "环保装备"), ("新昌工业园区", "轴承")],
            id="parks",
        ),
    ],
)
def test_each_place_of_a_list_has_its_own_bracket(
    found: Callable, text: str, rows: list[tuple[str, str]]
) -> None:
    claims, _ = found(text, "330000", "2022")
    assert [(c.name, c.industry) for c in claims] == rows
    assert {c.status for c in claims} == {"existing"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "把轴承产业培植成新昌县富民强县的支柱产业。", id="behind-a-word-with-a-county"
        ),
        pytest.param("将轴承产业打造成新昌县的特色产业。", id="plain"),
    ],
)
def test_an_industry_is_made_a_pillar_of_its_place(found: Callable, text: str) -> None:
    (claim,), _ = found(text, "330600", "2022")
    assert (claim.name, claim.industry, claim.status) == ("新昌县", "轴承", "planned")


LISTED = [
    pytest.param("轴承：以新昌、诸暨、嵊州为主。", "轴承", "planned", id="mainly"),
    pytest.param("轴承产业：以新昌、诸暨、嵊州为重点。", "轴承", "planned", id="first-of-all"),
    pytest.param("食用菌：新昌、诸暨、嵊州等地。", "食用菌", "existing", id="and-so-on"),
    pytest.param("茶叶：新昌县、诸暨市、嵊州市等县市。", "茶叶", "existing", id="and-units"),
    pytest.param("（一）茶叶。重点区域：新昌、诸暨、嵊州。", "茶叶", "planned", id="layout-key"),
    pytest.param(
        "（一）茶叶产业\n生产基地：新昌、诸暨、嵊州等县市。", "茶叶", "existing", id="layout-line"
    ),
]


@pytest.mark.parametrize(("text", "industry", "status"), LISTED)
def test_a_list_behind_its_industry_is_whole(
    found: Callable, text: str, industry: str, status: str
) -> None:
    claims, _ = found(text, "330600", "2022")
    assert [c.members[0].code for c in claims] == ["330624", "330681", "330683"]
    assert {(c.industry, c.status) for c in claims} == {(industry, status)}


def test_those_who_are_to_see_to_it_are_no_list_of_an_industry(found: Callable) -> None:
    assert found("责任单位：新昌、诸暨、嵊州。", "330600", "2022")[0] == ()


def test_a_clause_that_opens_with_another_industry_is_of_that(found: Callable) -> None:
    text = "我市经济增长。\n轴承产业以新昌、嵊州为重点，石化产业以诸暨、上虞为重点。"
    claims, _ = found(text, "330600", "2022")
    assert [c.industry for c in claims] == ["轴承", "轴承", "石化", "石化"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("——东部片区：包括新昌、嵊州，重点发展轴承、茶叶。", id="colon"),
        pytest.param("东部片区（新昌、嵊州）：重点发展轴承、茶叶。", id="bracket"),
    ],
)
def test_an_area_is_made_of_the_units_behind_its_colon(found: Callable, text: str) -> None:
    (claim,), _ = found(text, "330600", "2022")
    assert [m.code for m in claim.members] == ["330624", "330683"]
    assert (claim.name, claim.focus) == ("东部片区", ("轴承", "茶叶"))


def test_a_list_behind_in_goes_on_over_commas(found: Callable) -> None:
    claims, _ = found("在新昌县、嵊州市，诸暨市、上虞区发展茶叶产业。", "330600", "2022")
    assert [c.members[0].code for c in claims] == ["330624", "330683", "330681", "330604"]


def test_belts_that_are_counted_are_each_claimed(found: Callable) -> None:
    text = "一核：越城区服务业核心区；两带：沿江化工产业带、沿湾海洋经济产业带。"
    claims, _ = found(text, "330600", "2022")
    assert [c.name for c in claims if c.kind == "corridor"] == [
        "沿江化工产业带",
        "沿湾海洋经济产业带",
    ]


@pytest.mark.parametrize(
    ("heading", "industry"),
    [
        pytest.param("（二）重点园区产业布局", "综合", id="parks"),
        pytest.param("专栏2 各县市区产业布局", "综合", id="units"),
        pytest.param("（二）海洋经济空间布局", "海洋经济", id="an-industry"),
    ],
)
def test_a_heading_over_lands_names_no_industry(
    found: Callable, heading: str, industry: str
) -> None:
    rows = "新昌工业园区：重点发展轴承、制药。\n诸暨工业园区：重点发展袜业、铜加工。"
    claims, _ = found(f"绍兴市工业发展规划\n{heading}\n{rows}", "330600", "2022")
    assert [c.industry for c in claims] == [industry] * 2


def test_a_county_called_by_a_word_belongs_to_its_list(found: Callable) -> None:
    text = "西部片区：包括武城、夏津、平原，重点发展纺织。"
    (claim,), _ = found(text, "371400", "2016")
    assert [m.code for m in claim.members] == ["371428", "371427", "371426"]
