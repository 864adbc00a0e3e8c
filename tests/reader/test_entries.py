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
