"""Whether a claim's thing stands: by the perfect, by what was granted, by where it lies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

STATUSES = [
    pytest.param("做强杭州—宁波高端装备产业带。", "planned", id="belt-made-stronger"),
    pytest.param("做强宁波家电产业集群。", "existing", id="cluster-that-stands"),
    pytest.param("宁波构建了海洋装备产业基地。", "existing", id="perfect"),
    pytest.param("宁波规划建设了海洋装备产业园。", "planned", id="planned-in-the-perfect"),
    pytest.param("宁波先后建设海洋装备产业园。", "existing", id="one-after-another"),
    pytest.param("宁波已规划建设海洋装备产业园。", "planned", id="only-planned"),
    pytest.param("宁波将先后建设海洋装备产业园。", "planned", id="will"),
    pytest.param("宁波高新区做强模具，先后被评为“模具产业示范基地”。", "existing", id="granted"),
    pytest.param("位于宁波高新区的模具产业园，产值达到9亿元。", "existing", id="lies"),
    pytest.param("位于宁波高新区的模具产业园加快建设。", "planned", id="lies-and-grows"),
    pytest.param("在宁波石化产业园，工人每天上两班。", "existing", id="there"),
    pytest.param("到2035年，宁波石化产业规模突破2000亿元。", "planned", id="size-ahead"),
    pytest.param("力争宁波石化产业规模突破2000亿元。", "planned", id="size-striven-for"),
    pytest.param("宁波石化产业规模突破2000亿元。", "existing", id="size-reached"),
    pytest.param("宁波要以石化为主导产业，延伸链条。", "planned", id="to-live-on"),
    pytest.param("宁波以石化为主导产业，不断延伸链条。", "existing", id="lives-on"),
    pytest.param("到2025年，在宁波石化产业园建立新的制度。", "planned", id="year-ahead"),
    pytest.param(
        "打造宁波石化基地，绍兴、嘉兴纺织基地，湖州、金华茶叶产业带。", "planned", id="over-commas"
    ),
    pytest.param("新建成宁波、舟山海洋装备产业基地。", "existing", id="newly-built"),
    pytest.param("宁波石化、绍兴纺织产业集群入列国家先进制造业集群。", "existing", id="ranked"),
    pytest.param(
        "嘉兴获批建设综合保税区，宁波石化产业集群产值突破千亿元。", "existing", id="put-out"
    ),
    pytest.param("宁波石化、绍兴纺织产业集群占全省比重达60%。", "existing", id="part-of-all"),
]


def test_a_verb_governs_a_list_over_commas(found: Callable) -> None:
    text = "规划建设宁波石化产业园，绍兴纺织产业园，台州泵阀产业园，温州阀门产业园。"
    read, _ = found(text, "330000", "2022")
    assert [c.status for c in read] == ["planned"] * 4


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_the_status_of_a_claim(found: Callable, text: str, status: str) -> None:
    read, _ = found(text, "330000", "2022")
    assert read[-1].status == status


def test_the_perfect_is_no_part_of_a_name(found: Callable) -> None:
    (claim,), _ = found("全省建设了海洋装备产业基地。", "330000", "2022")
    assert (claim.name, claim.status) == ("海洋装备产业基地", "existing")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("诸暨老矿已开掘4处大型煤矿。", "诸暨老矿", id="verb-and-count"),
        pytest.param("诸暨现有化工园区3个。", "诸暨", id="has"),
    ],
)
def test_a_verb_is_no_part_of_a_name(found: Callable, text: str, name: str) -> None:
    (claim,), _ = found(text, "330600", "2022")
    assert (claim.name, claim.status) == (name, "existing")
