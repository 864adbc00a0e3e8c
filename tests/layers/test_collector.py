"""The collector rests while a plan is read, and is then as it was."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from layers.collector import paused
from layers.library import shipped_gazetteer, shipped_taxonomy
from layers.plan import Plan
from layers.reader import read
from tests.layers import specimen


def test_it_rests_inside_and_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError), paused():
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()


def test_what_rested_before_rests_afterwards() -> None:
    with paused():
        with paused():
            pass
        assert not gc.isenabled()


@pytest.mark.parametrize("plan", [specimen.ZJ, specimen.SX])
def test_a_reading_leaves_nothing_to_collect(plan: str) -> None:
    path, issuer = Path(specimen.PLANS / f"{plan}.txt"), {specimen.ZJ: "330000"}.get(plan, "330600")
    gazetteer, taxonomy = shipped_gazetteer(), shipped_taxonomy()
    read(Plan.from_file(path, issuer=issuer), gazetteer, taxonomy)
    gc.collect()
    with paused():
        reading = read(Plan.from_file(path, issuer=issuer), gazetteer, taxonomy)
        assert reading.claims and gc.collect() == 0
