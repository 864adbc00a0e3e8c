"""The whole reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.errors import UnknownCode
from geo.gazetteer import Gazetteer
from layers.industry import Taxonomy
from layers.plan import Plan
from layers.reader import read

PLAN = Path(__file__).resolve().parent.parent.parent / "data/plans/shaoxing-2011-2015.txt"


def test_a_reading_is_the_same_twice(gazetteer: Gazetteer, taxonomy: Taxonomy) -> None:
    plan = Plan.from_file(PLAN, issuer="330600", issued="2011-03")
    first, second = (read(plan, gazetteer, taxonomy) for _ in range(2))
    assert first.claims == second.claims
    assert first.targets == second.targets
    assert first.unlocated == second.unlocated


def test_a_reading_holds_claims_and_targets(gazetteer: Gazetteer, taxonomy: Taxonomy) -> None:
    plan = Plan.from_file(PLAN, issuer="330600", issued="2011-03")
    reading = read(plan, gazetteer, taxonomy)
    assert len(reading.claims) >= 50
    assert len(reading.targets) >= 50
    assert reading.corrections == ()


def test_a_text_without_a_claim_is_an_empty_reading(
    gazetteer: Gazetteer, taxonomy: Taxonomy
) -> None:
    plan = Plan.from_bytes("会议认为，要加强学习。".encode(), issuer="330000", issued="2020")
    reading = read(plan, gazetteer, taxonomy)
    assert (reading.claims, reading.targets, reading.unlocated) == ((), (), ())


def test_an_issuer_that_never_was_is_refused(gazetteer: Gazetteer, taxonomy: Taxonomy) -> None:
    plan = Plan.from_bytes("打造新材料产业基地。".encode(), issuer="999999", issued="2020")
    with pytest.raises(UnknownCode):
        read(plan, gazetteer, taxonomy)
