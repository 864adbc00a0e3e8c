"""The ledger: nothing lost unseen, every reason honest, no code shared with the reader."""

from __future__ import annotations

import ast
import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from geo.gazetteer import Gazetteer
from layers.excuses import REASONS, numbers
from layers.ledger import Ledger, audit
from layers.library import shipped_gazetteer, shipped_taxonomy
from layers.plan import Plan
from layers.reader import Reading, read
from tests.growth import is_linear

ROOT = Path(__file__).resolve().parents[2]
PLANS = {"shaoxing-2011-2015": "330600", "zhejiang-2017-2020": "330000"}


@cache
def gazetteer() -> Gazetteer:
    return shipped_gazetteer()


@cache
def shipped(name: str) -> Reading:
    plan = Plan.from_file(ROOT / "data" / "plans" / f"{name}.txt", PLANS[name])
    return read(plan, gazetteer(), shipped_taxonomy())


def ledger(text: str, issuer: str = "330600") -> Ledger:
    plan = Plan.from_bytes(text.encode(), "p", issuer, "2011-03")
    return audit(read(plan, gazetteer(), shipped_taxonomy()), gazetteer())


def fates(text: str, kind: str = "amount") -> list[tuple[str, str]]:
    return [(row.exact, row.reason) for row in ledger(text).rows if row.type == kind]


@pytest.mark.parametrize("name", PLANS)
def test_nothing_of_the_plan_is_unread(name: str) -> None:
    found = audit(shipped(name), gazetteer())
    assert found.unread == ()
    totals = found.totals()
    assert totals["used"][0] >= 30 and totals["used"][1] >= 30


@pytest.mark.parametrize("name", PLANS)
def test_every_amount_of_money_is_used(name: str) -> None:
    reading = shipped(name)
    for row in audit(reading, gazetteer()).rows:
        behind = reading.plan.text[row.end : row.end + 4].lstrip()
        if row.type == "amount" and behind.startswith(("亿元", "万亿元", "元", "美元")):
            assert row.reason == "used", row


def test_a_lost_target_is_seen() -> None:
    reading = shipped("zhejiang-2017-2020")
    lost = reading.targets[3]
    without = replace(reading, targets=tuple(t for t in reading.targets if t.id != lost.id))
    unread = audit(without, gazetteer()).unread
    assert [row.exact for row in unread] == ["2500亿"]
    assert lost.evidence.start <= unread[0].start < lost.evidence.end


def test_a_lost_claim_is_seen() -> None:
    reading = shipped("zhejiang-2017-2020")
    without = replace(reading, claims=())
    names = {row.exact for row in audit(without, gazetteer()).unread if row.type == "name"}
    assert {"湖州", "金华", "杭州城西科创大走廊"} <= names


def test_a_number_that_was_misread_is_not_used() -> None:
    reading = shipped("zhejiang-2017-2020")
    wrong = tuple(replace(t, value=1.0, value_base=1.0, threshold=None) for t in reading.targets)
    unread = audit(replace(reading, targets=wrong), gazetteer()).unread
    assert len([row for row in unread if row.type == "amount"]) >= 25


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        pytest.param("到2015年，做大产业。", "2015", "date", id="year"),
        pytest.param("力争通过5-10年时间做大。", "5", "date", id="span of years"),
        pytest.param("1.产业规模\n做大产业。", "1", "numbering", id="heading"),
        pytest.param("重点任务：（1）做大产业。", "1", "numbering", id="item"),
        pytest.param("根据国发〔2010〕32号文件做大。", "2010", "citation", id="document number"),
        pytest.param("产业做大[1]。", "1", "citation", id="footnote"),
        pytest.param("产量跃升至全省第1位。", "1", "ordinal", id="ordinal"),
        pytest.param("引进世界500强企业。", "500", "name", id="top 500"),
        pytest.param("形成“2+4”格局。", "2", "name", id="slogan"),
        pytest.param("开发T5灯。", "5", "name", id="model"),
        pytest.param("发展8英寸以上芯片。", "8", "specification", id="inches"),
        pytest.param("开发2万吨以上污水处理技术。", "2万", "specification", id="capacity"),
        pytest.param("掀起一场变革。", "一场", "one", id="article"),
        pytest.param("开展千人培养计划。", "千人", "name", id="programme"),
    ],
)
def test_reasons_for_numbers(text: str, number: str, reason: str) -> None:
    assert (number, reason) in fates(text)


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        pytest.param("（责任单位：诸暨市经信局）", "诸暨市", "authority", id="authority"),
        pytest.param("诸暨市人民政府印发通知。", "诸暨市", "authority", id="government"),
        pytest.param("绍兴积极推进转型。", "绍兴", "issuer", id="issuer"),
        pytest.param("学习昆山经验。", "昆山", "elsewhere", id="elsewhere"),
        pytest.param("培育战略性新兴产业。", "新兴", "elsewhere", id="word that is a county"),
        pytest.param("在诸暨举办人才招引活动。", "诸暨", "event", id="event"),
    ],
)
def test_reasons_for_names(text: str, name: str, reason: str) -> None:
    assert (name, reason) in fates(text, "name")


def test_a_place_without_a_reason_is_unread() -> None:
    assert ("诸暨", "unread") in fates("诸暨山清水秀。", "name")


def test_totals_and_lines_hold_every_row() -> None:
    found = audit(shipped("shaoxing-2011-2015"), gazetteer())
    totals = found.totals()
    assert set(totals) == {"used", "unread", *REASONS}
    assert sum(a + n for a, n in totals.values()) == len(found.rows)
    lines = [json.loads(line) for line in found.as_lines().splitlines()]
    text = shipped("shaoxing-2011-2015").plan.text
    assert len(lines) == len(found.rows)
    assert all(text[line["start"] : line["end"]] == line["exact"] for line in lines)


def test_records_named_by_the_ledger_exist() -> None:
    reading = shipped("shaoxing-2011-2015")
    ids = {r.id for r in (*reading.claims, *reading.targets, *reading.unlocated)}
    rows = audit(reading, gazetteer()).rows
    assert all((row.record in ids) == (row.reason == "used") for row in rows)


def test_numbers_are_found_as_written() -> None:
    assert [v for _, _, v in numbers("占20.4%，1,002家，2.5万亿元")] == [20.4, 1002, 2.5]
    assert [v for _, _, v in numbers("三分之一，翻一番，千亿元")] == [None] * 3


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("诸暨等", id="one statement without end"),
        pytest.param("打造诸暨光伏产业集聚区。嵊州\n", id="a claim and a name without one"),
    ],
)
def test_time_is_linear_in_the_number_of_names(piece: str) -> None:
    def reading(size: int) -> Reading:
        text = (piece * (size // len(piece))).encode()
        plan = Plan.from_bytes(text, "p", "330600", "2011-03")
        return read(plan, gazetteer(), shipped_taxonomy())

    read_before = {size: reading(size) for size in (4_000, 40_000)}
    assert is_linear(lambda size: audit(read_before[size], gazetteer()), 4_000, 40_000)


@pytest.mark.parametrize("module", ["ledger", "excuses"])
def test_the_ledger_shares_no_code_with_the_reader(module: str) -> None:
    tree = ast.parse((ROOT / "layers" / f"{module}.py").read_text("utf8"))
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    assert not {name for name in imported if name.startswith(("layers.extract", "layers.reader"))}
    assert "data/reader" not in (ROOT / "layers" / f"{module}.py").read_text("utf8")
