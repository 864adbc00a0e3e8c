"""Names of firms, goods and bodies that begin with a place: what they say is not the place's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SILENT = [
    pytest.param("330000", "支持宁波均胜电子、绍兴三力士、温州正泰等骨干企业做强。", id="called"),
    pytest.param("330000", "以宁波韵升、绍兴喜临门为代表的企业不断壮大。", id="for-example"),
    pytest.param("330000", "支持宁波机床、绍兴重工发展高端装备产业。", id="an-industry-to-develop"),
    pytest.param("330600", "诸暨全兴精工、华泰气门等企业稳步成长。", id="one-with-its-like"),
    pytest.param("330000", "绍兴高校与示范基地共建创新联盟。", id="body"),
    pytest.param("610000", "做强太白酒、秦川泉等品牌。", id="brand"),
    pytest.param(
        "330000",
        "以海正、华峰为核心企业，台州伟星、温州森马等为支撑。",
        id="behind-a-list-of-firms",
    ),
]


@pytest.mark.parametrize(("issuer", "text"), SILENT)
def test_a_firm_is_not_its_city(found: Callable, issuer: str, text: str) -> None:
    read, _ = found(text, issuer, "2022")
    assert [c.name for c in read if c.kind not in ("enterprise", "institution")] == []


def test_what_is_built_on_firms_is_nobodys_but_the_issuers(found: Callable) -> None:
    (claim,), _ = found("诸暨全兴精工、华泰气门等企业成为支撑，打造铜加工基地。", "330600", "2022")
    assert (claim.name, claim.basis) == ("铜加工基地", "none")


def test_firms_by_name_are_no_products(found: Callable) -> None:
    read, _ = found("诸暨集聚了宏达电机、万丰轮毂等骨干企业。", "330600", "2022")
    assert read == ()
    (claim,), _ = found("诸暨集聚了轴承、袜业等骨干企业。", "330600", "2022")
    assert claim.focus == ("轴承", "袜业")


@pytest.mark.parametrize(
    ("text", "industries"),
    [
        pytest.param(
            "推动宁波汽车、绍兴纺织、台州模具产业集群发展，培育龙头企业。",
            ["汽车", "纺织", "模具"],
            id="clusters-and-firms-later",
        ),
        pytest.param(
            "推动诸暨袜业、嵊州领带、新昌轴承等中小企业抱团。",
            ["袜业", "领带", "轴承"],
            id="firms-of-industries",
        ),
        pytest.param(
            "做强永康五金、武义电动工具、温岭水泵等优势企业群。",
            ["五金", "电动工具", "水泵"],
            id="groups-of-firms",
        ),
        pytest.param("支持宁波、绍兴发展模具产业。", ["模具", "模具"], id="cities-alone"),
    ],
)
def test_industries_of_cities_are_still_theirs(
    found: Callable, text: str, industries: list[str]
) -> None:
    read, _ = found(text, "330000", "2022")
    assert [c.industry for c in read] == industries


def test_a_citys_wine_is_no_brand(found: Callable) -> None:
    read, _ = found("打造金华酒、兰溪杨梅等产业集群。", "330000", "2022")
    assert [m.name for m in read[0].members] == ["金华市"]
