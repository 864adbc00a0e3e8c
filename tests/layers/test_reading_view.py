"""A plan laid out for reading: no character lost, every record over its own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.build import Layers
from layers.plan import Plan
from layers.reading_view import Mark, View, marks, view
from tests.growth import is_linear
from tests.layers import specimen

HOSTILE = "<img src=x onerror=alert(1)>${alert(1)}`</script>"
TEXT = (
    "绍兴市新能源产业规划\n一、总则\n着力打造 诸暨\n光伏产业集聚区。到2015年，"
    "产值突破 500亿元。\n（一）布局。依托袍江，建设光伏基地。\n二、措施\n强化支撑。\n"
)


@pytest.fixture(scope="module")
def small() -> Plan:
    return Plan.from_bytes(TEXT.encode(), issuer="330600", issued="2011")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.from_file(specimen.PLANS / f"{specimen.SX}.txt", issuer="330600")


def words(found: View) -> str:
    return "".join(piece.text for block in found.blocks for piece in block.pieces)


def covered(found: View, mark: int) -> str:
    return "".join(p.text for b in found.blocks for p in b.pieces if mark in p.marks)


@given(st.data())
def test_any_records_leave_every_character_in_its_place(small: Plan, data: st.DataObject) -> None:
    size = len(small.clean)
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, size - 1), st.integers(1, size)), max_size=8)
    )
    made = [
        Mark(f"r{i}", "claim", a, min(size, a + b), "6", "planned", "")
        for i, (a, b) in enumerate(spans)
    ]
    found = view(small, made)
    assert words(found) == small.clean.replace("\n", "")
    for index, mark in enumerate(found.marks):
        assert covered(found, index) == small.clean[mark.start : mark.end].replace("\n", "")


def test_the_narrowest_record_comes_first(small: Plan) -> None:
    at = small.clean.index("诸暨")
    wide = Mark("wide", "claim", at - 4, at + 9, "6", "planned", "")
    slim = Mark("slim", "claim", at, at + 2, "6", "planned", "")
    found = view(small, (wide, slim))
    piece = next(p for b in found.blocks for p in b.pieces if p.text == "诸暨")
    assert [found.marks[i].id for i in piece.marks] == ["slim", "wide"]


def test_headings_make_the_contents_with_the_records_below_them(small: Plan) -> None:
    at = small.clean.index("500亿元")
    found = view(small, [Mark("t", "target", at, at + 5, "6", "target", "产值")])
    assert [(c.title, c.depth, c.marks) for c in found.contents] == [
        ("一、总则", 0, 1),
        ("（一）布局", 1, 0),
        ("二、措施", 0, 0),
    ]
    assert covered(found, 0) == "500亿元"


def test_every_record_of_a_plan_stands_over_its_own_quote(real: Layers, plan: Plan) -> None:
    found = marks(plan, {"claim": real.claims, "target": real.targets})
    shown = view(plan, found)
    quotes = {
        row["id"]: "".join(row["evidence_exact"].split())
        for frame in (real.claims, real.targets)
        for row in frame[frame["plan"] == plan.id].to_dict("records")
    }
    assert len(found) == len(quotes)
    for index, mark in enumerate(shown.marks):
        assert "".join(covered(shown, index).split()) == quotes[mark.id]


def test_a_quote_that_no_longer_stands_there_is_left_out(real: Layers, plan: Plan) -> None:
    moved = real.claims.assign(evidence_start=real.claims["evidence_start"] + 1)
    assert marks(plan, {"claim": moved}) == ()


def test_hostile_text_is_text() -> None:
    text = f"绍兴市产业规划\n一、{HOSTILE}\n打造{HOSTILE}基地。\n"
    plan = Plan.from_bytes(text.encode(), issuer="330600", issued="2011")
    assert words(view(plan, ())) == plan.clean.replace("\n", "")


def test_the_work_grows_with_text_and_records(plan: Plan) -> None:
    texts = {n: plan.text * n for n in (1, 7)}
    longer = {n: Plan.from_bytes(t.encode(), "x", "330600", "2011-03") for n, t in texts.items()}

    def lay_out(times: int) -> None:
        long = longer[times]
        step = len(long.clean) // (140 * times)
        spans = [(i * step, i * step + 60) for i in range(140 * times)]
        made = [Mark(f"r{a}", "claim", a, b, "6", "", "") for a, b in spans]
        assert len(view(long, made).marks) == 140 * times

    assert len(longer[7].clean) > 100_000 and is_linear(lay_out, 1, 7)
