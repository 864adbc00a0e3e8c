"""Two plans or places side by side, and where one plan answers another."""

from __future__ import annotations

import pandas as pd
import pytest

from layers.build import Layers
from layers.compare import Facing, Side, answers, facing, named, side
from layers.library import shipped_taxonomy
from tests.layers import specimen


@pytest.fixture(scope="module")
def claims(real: Layers) -> pd.DataFrame:
    listed = real.unlocated[real.unlocated["type"] == "claim"]
    columns = [c for c in listed.columns if c in real.claims.columns]
    return pd.concat([real.claims[columns], listed[columns]], ignore_index=True)


def rows(claims: pd.DataFrame, real: Layers) -> dict[str, Facing]:
    left = side(claims, real.targets, plan=specimen.ZJ)
    right = side(claims, real.targets, plan=specimen.SX)
    return {row.code: row for row in facing(left, right)}


def test_the_plans_face_each_other_by_class(claims: pd.DataFrame, real: Layers) -> None:
    table = rows(claims, real)
    assert list(table)[:3] == ["1", "2", "3"]
    assert "高端装备制造" in table["2"].left.headings
    assert "先进装备制造" in table["2"].right.headings
    assert "高档数控机床" in table["2"].right.focus
    assert not table["8"].right and not table["5"].right.claims


def test_the_numbers_of_a_side_are_its_own(claims: pd.DataFrame, real: Layers) -> None:
    table = rows(claims, real)
    assert [c.last.cny for c in table["6"].left.courses if c.last] == [1500e8]
    assert [c.last.cny for c in table["6"].right.courses if c.last] == [500e8]


def test_a_place_has_its_claims_and_only_numbers_about_it(
    claims: pd.DataFrame, real: Layers
) -> None:
    zhuji = side(claims, real.targets, place="330681")
    names = {claim.name for claim in zhuji.claims}
    assert "诸暨先进装备制造业集聚区" in names
    assert "嵊新先进装备制造业集聚区" not in names
    assert {figure.scope for figure in zhuji.figures} <= {"诸暨市"}


def test_zhejiangs_lathes_are_answered_by_zhuji_and_shengxin(claims: pd.DataFrame) -> None:
    found = {a.claim.focus: a for a in replies(claims)}
    lathes = next(a for focus, a in found.items() if "高档数控机床" in focus)
    assert "数控机床" in lathes.words
    assert {"诸暨先进装备制造业集聚区", "嵊新先进装备制造业集聚区"} <= {
        claim.name for claim in lathes.direct
    }


def test_textile_machines_answer_textile_equipment(claims: pd.DataFrame) -> None:
    found = [a for a in replies(claims) if any("纺织装备" in f for f in a.claim.focus)]
    direct = {claim.name for answer in found for claim in answer.direct}
    assert {"绍兴县", "新昌县"} <= direct  # 纺织机械 in 2011, 纺织装备 in 2017


def test_what_the_city_never_mentions_stays_unanswered(claims: pd.DataFrame) -> None:
    aviation = next(a for a in replies(claims) if "通用航空" in a.claim.name)
    assert aviation.direct == ()
    assert aviation.same_class


def replies(claims: pd.DataFrame) -> tuple:  # type: ignore[type-arg]
    upper = named(claims[claims["plan"] == specimen.ZJ])
    lower = named(claims[claims["plan"] == specimen.SX])
    return answers(upper, lower, "330600", shipped_taxonomy())


def test_two_empty_sides_face_nothing() -> None:
    assert facing(Side((), ()), Side((), ())) == ()
