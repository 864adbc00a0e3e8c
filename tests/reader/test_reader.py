"""The whole reading."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import UnknownCode
from geo.gazetteer import Gazetteer
from layers.industry import Taxonomy
from layers.library import shipped_gazetteer, shipped_taxonomy
from layers.plan import Plan
from layers.reader import read
from tests.growth import is_linear

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


def test_a_reading_opens_no_file(
    gazetteer: Gazetteer, taxonomy: Taxonomy, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = Plan.from_file(PLAN, issuer="330600", issued="2011-03")
    read(plan, gazetteer, taxonomy)

    def refused(path: Path, *_: object, **__: object) -> None:
        raise AssertionError(f"a reading opened {path}")

    monkeypatch.setattr(Path, "open", refused)
    assert read(plan, gazetteer, taxonomy).claims


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


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("诸暨、", id="one endless list of places"),
        pytest.param("打造" + "诸暨光伏产业园、" * 200 + "。", id="long lists of claims"),
        pytest.param("打造" + "光伏基地" * 400 + "。\n", id="carriers upon carriers"),
        pytest.param("（诸暨（" * 300 + "光伏产业园" + "））" * 300 + "。", id="nested brackets"),
        pytest.param("打造" * 900 + "。", id="verbs alone"),
        pytest.param("以诸暨为核心，" * 250 + "。", id="a layout that is for nothing"),
        pytest.param("茶叶产业主要分布在" + "店口镇南部、" * 250 + "。", id="towns by sector"),
        pytest.param("打造诸暨光伏基地，嵊州重点发展轴承", id="one sentence without an end"),
        pytest.param("（一）做强轴承产业。打造诸暨轴承基地。\n", id="headings without end"),
        pytest.param("绍虞嵊新0123，456%", id="initials and digits"),
    ],
)
def test_time_is_linear_in_hostile_text(
    piece: str, gazetteer: Gazetteer, taxonomy: Taxonomy, issuer: str = "330600"
) -> None:
    def work(size: int) -> None:
        text = (piece * (size // len(piece) + 1)).encode()
        read(Plan.from_bytes(text, "p", issuer, "2011"), gazetteer, taxonomy)

    assert is_linear(work, 4_000, 40_000)


def test_time_is_linear_in_a_county_s_lists(gazetteer: Gazetteer, taxonomy: Taxonomy) -> None:
    piece = "（一）光伏产业\n诸暨市、嵊州市\n"
    test_time_is_linear_in_hostile_text(piece, gazetteer, taxonomy, issuer="330681")


PATTERNS = tomllib.loads((PLAN.parents[1] / "reader" / "patterns.toml").read_text("utf8"))
PIECES = sorted(
    {
        piece
        for pattern in PATTERNS["pattern"]
        for piece in re.split(r"(?<=[，。；、\n])", pattern["text"])
    }
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.integers(0, 200))
def test_any_words_of_plans_have_a_reading_with_evidence_and_ids(
    pieces: list[str], start: int
) -> None:
    text = "".join(pieces)[start:]
    if not text.strip():
        return
    plan = Plan.from_bytes(text.encode(), issuer="330600", issued="2021")
    reading = read(plan, shipped_gazetteer(), shipped_taxonomy())
    records = (*reading.claims, *reading.targets)
    assert len({r.id for r in records}) == len(records)
    assert all(text[r.evidence.start : r.evidence.end] == r.evidence.exact for r in records)


def test_two_claims_of_one_place_and_industry_bear_two_ids(
    gazetteer: Gazetteer, taxonomy: Taxonomy
) -> None:
    text = "一、农业\n建设诸暨香榧、诸暨茶叶、店口葡萄等一批千亩以上基地。"
    plan = Plan.from_bytes(text.encode(), issuer="330600", issued="2020")
    found = read(plan, gazetteer, taxonomy).claims
    assert len({c.id for c in found}) == len(found) == 3
