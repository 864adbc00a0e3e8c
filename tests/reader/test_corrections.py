"""Corrections: they change the one record that they expect, and a stale one fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layers.corrections import BadCorrection, StaleCorrection, correct, load
from layers.records import Claim

TEXT = "支持杭州打造软件产业基地，宁波打造新材料产业基地。"
SET = """
- record: claim
  expect: {name: 杭州, kind: base}
  set: {kind: zone, focus: [软件, 云计算]}
  reason: the base is a park
  note: made for the test
"""
DROP = """
- record: claim
  expect: {quote: 宁波打造新材料}
  drop: true
  reason: a rival's plan
  note: made for the test
"""


@pytest.fixture
def read(found: Callable) -> tuple[Claim, ...]:
    claims: tuple[Claim, ...] = found(TEXT, "330000", "2020")[0]
    return claims


def written(folder: Path, text: str) -> Path:
    (folder / "plan.yaml").write_text(text, "utf8")
    return folder


def test_a_correction_sets_fields(read: tuple[Claim, ...], tmp_path: Path) -> None:
    made = correct(read, load("plan", written(tmp_path, SET)), "claim")
    assert (made[0].kind, made[0].focus) == ("zone", ("软件", "云计算"))
    assert made[1] == read[1]


def test_a_correction_drops_a_record(read: tuple[Claim, ...], tmp_path: Path) -> None:
    made = correct(read, load("plan", written(tmp_path, DROP)), "claim")
    assert made == read[:1]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(SET.replace("杭州", "温州"), "found 0", id="nothing-there"),
        pytest.param(
            SET.replace("{name: 杭州, kind: base}", "{kind: base}"), "found 2", id="twice"
        ),
        pytest.param(
            SET.replace("{kind: zone, focus: [软件, 云计算]}", "{kind: base}"), "already", id="done"
        ),
    ],
)
def test_a_stale_correction_fails(
    read: tuple[Claim, ...], tmp_path: Path, text: str, says: str
) -> None:
    with pytest.raises(StaleCorrection, match=says):
        correct(read, load("plan", written(tmp_path, text)), "claim")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("claim: x", id="no-list"),
        pytest.param(SET.replace("reason: the base is a park", "reason:"), id="no-reason"),
        pytest.param(SET.replace("note: made for the test", "note:"), id="no-note"),
        pytest.param(SET.replace("kind: zone", "colour: red"), id="unknown-field"),
        pytest.param(SET.replace("kind: zone", "id: c-1"), id="fixed-field"),
        pytest.param(SET.replace("record: claim", "record: row"), id="unknown-record"),
        pytest.param(SET + "  drop: true\n", id="set-and-drop"),
        pytest.param("- {record: [", id="no-yaml"),
    ],
)
def test_a_file_that_is_no_corrections_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadCorrection):
        load("plan", written(tmp_path, text))


def test_a_plan_without_corrections_has_none(tmp_path: Path) -> None:
    assert load("plan", tmp_path) == ()
