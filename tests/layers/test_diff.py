"""Two builds compared in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from layers.build import build
from layers.diff import compare
from layers.errors import JiqunError
from layers.package import write_package
from layers.records import record_id
from tests.layers import specimen


def written(reading: specimen.Reading, folder: Path) -> Path:
    write_package(build((reading,), specimen.Boxes(), specimen.gazetteer()), folder)
    return folder


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(specimen.shaoxing(), tmp_path_factory.mktemp("old") / "out")


def test_the_same_build_has_no_difference(old: Path) -> None:
    assert compare(old, old) == "没有差别 no difference\n"


def test_what_went_is_named_with_its_quote(old: Path, tmp_path: Path) -> None:
    reading = specimen.shaoxing()
    new = written(replace(reading, claims=reading.claims[1:]), tmp_path / "new")
    told = compare(old, new)
    assert "地点 claims: 消失 went 1" in told
    assert "- shaoxing-2011-2015 先进装备制造 绍虞先进装备制造业集聚区" in told
    assert "came" not in told and "targets" not in told
    assert "新增 came 1" in compare(new, old)


def test_a_change_names_the_column_before_and_after(old: Path, tmp_path: Path) -> None:
    reading = specimen.shaoxing()
    zone = replace(reading.claims[3], uncertainty_m=8000)
    claims = (*reading.claims[:3], zone, *reading.claims[4:])
    told = compare(old, written(replace(reading, claims=claims), tmp_path / "new"))
    assert "改变 changed 1" in told
    assert "uncertainty_m: 5000 → 8000" in told


def test_a_target_is_told_with_its_number(old: Path, tmp_path: Path) -> None:
    reading = specimen.shaoxing()
    target = replace(reading.targets[1], value=1200, value_base=1200e8)
    targets = (reading.targets[0], target, *reading.targets[2:])
    told = compare(old, written(replace(reading, targets=targets), tmp_path / "new"))
    assert "value: 1000 → 1200" in told
    # The joined number of the claims follows, and is told too.
    assert "target_value_cny: 100000000000 → 120000000000" in told


def test_a_rewritten_sentence_is_a_change(old: Path, tmp_path: Path) -> None:
    """Its quote is another and so is its id; what it speaks of is the same."""
    reading = specimen.shaoxing()
    before = reading.targets[1]
    quote = replace(before.evidence, exact="全市先进装备制造业产值突破1200亿元")
    target = replace(before, id="t-other", value=1200, value_base=1200e8, evidence=quote)
    targets = (reading.targets[0], target, *reading.targets[2:])
    told = compare(old, written(replace(reading, targets=targets), tmp_path / "new"))
    assert "指标 targets: 改变 changed 1" in told
    assert "value: 1000 → 1200" in told
    assert "came" not in told and "went" not in told


def test_a_row_whose_position_moved_is_not_new(old: Path, tmp_path: Path) -> None:
    reading = specimen.shaoxing()

    def later(claim: specimen.Claim) -> specimen.Claim:
        quote = replace(claim.evidence, start=claim.evidence.start + 7, end=claim.evidence.end + 7)
        key = record_id("c", claim.plan, quote.start, claim.name, claim.industry)
        return replace(claim, id=key, evidence=quote)

    moved = replace(reading, claims=tuple(map(later, reading.claims)))
    told = compare(old, written(moved, tmp_path / "new"))
    assert "移位 moved 4" in told and "came" not in told and "went" not in told


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("name,kind\n绍兴,base\n".encode(), id="no-id"),
        pytest.param(b"id\n\xff\xfe\n", id="not-utf-8"),
        pytest.param(b"id,name\n1," + b"x" * 200_000 + b"\n", id="endless-cell"),
    ],
)
def test_a_table_of_somebody_else_is_refused(old: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "claims.csv").write_bytes(content)
    with pytest.raises(JiqunError, match=r"claims\.csv"):
        compare(tmp_path, old)


def test_a_folder_without_a_build_is_refused(old: Path, tmp_path: Path) -> None:
    with pytest.raises(JiqunError, match="jiqun build"):
        compare(old, tmp_path)
