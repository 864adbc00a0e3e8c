"""Which industry governs a claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

HEADED = "绍兴市规划\n三、布局\n(一)新材料产业\n{}\n"


@pytest.mark.parametrize(
    ("text", "issuer", "industry"),
    [
        pytest.param(
            HEADED.format("着力打造诸暨化纤产业集聚区。"), "330600", "新材料", id="heading-above"
        ),
        pytest.param(
            "积极发展海洋经济，打造洛阳无人机产业集聚区。", "410000", "海洋经济", id="topic-clause"
        ),
        pytest.param(
            "支持西安建设光电芯片产业集聚区，做优做强光电芯片产业。",
            "610000",
            "光电芯片",
            id="named-again-in-the-sentence",
        ),
        pytest.param(
            "新能源领域，西安已形成光伏产业集群。", "610000", "新能源", id="field-of-the-sentence"
        ),
        pytest.param(
            "一要推进传统产业转型提质。支持西安打造纺织产业基地，提升加工能力和市场份额。",
            "610000",
            "传统产业",
            id="group-of-industries",
        ),
        pytest.param("打造西安航空产业基地。", "610000", "航空", id="own-words"),
        pytest.param(
            "打造世界级产业集群，支持西安建设航空产业基地。", "610000", "航空", id="rank-alone"
        ),
        pytest.param(
            "推动渭水两岸先进装备制造产业带发展，支持韩城钢铁基地建设。",
            "610000",
            "钢铁",
            id="another-belt",
        ),
        pytest.param(
            "打造世界级清洁能源走廊，支持榆林建设光伏基地。",
            "610000",
            "清洁能源",
            id="industry-of-a-belt",
        ),
        pytest.param(
            "- 大数据产业：西安市重点建设智能终端产业基地。",
            "610000",
            "大数据",
            id="mark-of-a-list",
        ),
        pytest.param(
            "一、文化\n●影视动漫。加快发展。\n西安市重点建设智能终端产业基地。",
            "610000",
            "影视动漫",
            id="mark-of-a-heading",
        ),
        pytest.param(
            "1电子信息，以西安、宝鸡为核心，推动产业集聚。",
            "610000",
            "电子信息",
            id="number-without-a-mark",
        ),
        pytest.param(
            "陕西园区\n二、代表性现代物流园区\n西安国际港务区（商贸物流）\n宝鸡高新区（冷链物流）\n",
            "610000",
            "现代物流",
            id="heading-over-parks",
        ),
        pytest.param(
            "陕西中医药重点产业园主要分布在铜川、商洛。",
            "610000",
            "中医药",
            id="parks-of-an-industry",
        ),
        pytest.param(
            "将西安经开区作为光伏产业核心发展区，宝鸡高新技术产业开发区、渭南高新区作为重点发展区。",
            "610000",
            "光伏",
            id="rank-of-a-zone-is-no-industry",
        ),
        pytest.param(
            "支持西安、宝鸡高新区提质升级，打造一流园区。", "610000", "综合", id="across-industries"
        ),
        pytest.param(
            "湄洲湾产业基地。规划建设泉港石化工业园。", "350000", "石化", id="caption-of-a-water"
        ),
    ],
)
def test_the_industry_under_which_the_plan_puts_it(
    found: Callable, text: str, issuer: str, industry: str
) -> None:
    claims, _ = found(text, issuer, "2026")
    assert {c.industry for c in claims} == {industry}


@pytest.mark.parametrize(
    ("text", "industries"),
    [
        pytest.param(
            "抓好渭南生物医药、铜川液压等产业集群。", ["生物医药", "液压"], id="not-the-neighbours"
        ),
        pytest.param(
            "宝鸡钛合金、铜川液压、乌有湖大闸蟹产业集群不断壮大。",
            ["钛合金", "液压"],
            id="not-the-unknown-one's",
        ),
        pytest.param(
            "入选的是西安航空配套产业集群、宝鸡微波射频产业集群。",
            ["航空", "微波射频"],
            id="by-the-word-cluster",
        ),
        pytest.param(
            "将西安化工园区、宝鸡高新区作为产业重点发展区。",
            ["化工", "综合"],
            id="not-the-next-parks",
        ),
    ],
)
def test_each_place_of_a_list_has_its_own_industry(
    found: Callable, text: str, industries: list[str]
) -> None:
    claims, _ = found(text, "610000", "2026")
    assert [c.industry for c in claims] == industries


def test_a_layout_is_of_its_subject(found: Callable) -> None:
    text = "轨道交通装备产业布局以诸暨市、新昌县为整车研制主基地。"
    claims, _ = found(text, "330600", "2017")
    assert {(c.industry, c.focus) for c in claims} == {("轨道交通装备", ("整车研制",))}


def test_where_clusters_lie_is_not_what_they_make(found: Callable) -> None:
    text = "打造北海电子信息、钦州石化、防城港钢铁三大临港产业集群。"
    claims, _ = found(text, "450000", "2024")
    assert [c.industry for c in claims] == ["电子信息", "石化", "钢铁"]


@pytest.mark.parametrize(
    ("text", "issuer", "rows"),
    [
        pytest.param(
            "林产加工业依托贵港、玉林等地建设木业家居生产基地。",
            "450000",
            [("贵港", "林产加工"), ("玉林", "林产加工")],
            id="the subject of a clause that builds",
        ),
        pytest.param(
            "西华县缝制设备充足，被省商务厅认定为国家纺织服装外贸转型升级基地。",
            "411600",
            [("西华县", "纺织服装")],
            id="behind those who grant it",
        ),
        pytest.param(
            "专栏4“十四五”江西省新材料产业发展空间布局\n支持上饶打造铜精深加工基地。",
            "360000",
            [("上饶", "新材料")],
            id="a heading with its years and land",
        ),
        pytest.param(
            "支持衡阳建设长株潭都市圈特种电机产业基地。",
            "430000",
            [("衡阳", "特种电机")],
            id="whose market it is",
        ),
        pytest.param(
            "在双阳区主要布局鹿茸加工。", "220100", [("双阳区", "鹿茸加工")], id="laid out in"
        ),
    ],
)
def test_whose_industry_a_clause_tells(
    found: Callable, text: str, issuer: str, rows: list[tuple[str, str]]
) -> None:
    claims, _ = found(text, issuer, "2021")
    assert [(c.name, c.industry) for c in claims] == rows


def test_where_a_park_is_to_lie_is_no_caption(found: Callable) -> None:
    text = "纺织工业园选址奎屯、库尔勒。电子信息基地布局在奎屯、库尔勒。乌鲁木齐将成为钢铁基地。"
    claims, _ = found(text, "650000", "2010")
    assert [c.industry for c in claims] == ["纺织", "电子信息", "电子信息", "钢铁"]


def test_the_number_of_a_section_is_no_industry(found: Callable) -> None:
    (claim,), _ = found("第一节 生物医药产业\n杭州重点发展创新药。", "330000", "2021")
    assert claim.industry == "生物医药"


def test_a_field_is_told_in_the_plans_own_heading(found: Callable) -> None:
    text = (
        "一、现状\n环保装备领域，诸暨市集聚了一批除尘装备企业。\n"
        "三、重点\n(四)节能环保产业\n做强产业。\n"
    )
    (claim,), _ = found(text, "330600", "2011-03")
    assert claim.industry == "节能环保"
    assert claim.industry_codes == ("7.2",)
