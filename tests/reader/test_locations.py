"""Whose land it is: zones that a text seats, towns behind their county, units together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from layers.records import Claim

ZHEJIANG, SHAOXING, FUJIAN = "330000", "330600", "350000"


def placed(claim: Claim) -> tuple[str, list[str | None]]:
    return claim.name, [m.code_today or m.within for m in claim.members]


@pytest.mark.parametrize(
    ("text", "name", "focus"),
    [
        pytest.param(
            "智汇轴承产业园。位于新昌县澄潭街道，重点发展精密轴承、滚子。",
            "智汇轴承产业园",
            ("轴承", "精密轴承", "滚子"),
            id="behind-its-line",
        ),
        pytest.param(
            "1.智汇轴承产业园\n位于新昌县澄潭街道，规划面积3平方公里。",
            "智汇轴承产业园",
            ("轴承",),
            id="below-its-line",
        ),
        pytest.param(
            "智汇园区：位于新昌县，主导产业为轴承、制冷配件。",
            "智汇园区",
            ("轴承", "制冷配件"),
            id="behind-a-colon",
        ),
        pytest.param(
            "绍兴智汇工业园，位于新昌县，主要生产轴承。",
            "绍兴智汇工业园",
            ("轴承",),
            id="behind-a-comma",
        ),
        pytest.param(
            "智汇工业园坐落于新昌县澄潭街道，以轴承为主导产业。",
            "智汇工业园",
            ("轴承",),
            id="in-one-clause",
        ),
        pytest.param(
            "1、智汇工业园：在新昌县境内，规划面积3平方公里。主导产业：轴承、制冷配件。",
            "智汇工业园",
            ("轴承", "制冷配件"),
            id="its-industries-in-the-next-sentence",
        ),
        pytest.param(
            "5、智汇工业园（新昌）：主导产业为轴承、制冷配件，到2025年产值过百亿。",
            "智汇工业园",
            ("轴承", "制冷配件"),
            id="a-unit-in-its-bracket",
        ),
    ],
)
def test_a_zone_lies_where_the_text_says(
    found: Callable, text: str, name: str, focus: tuple[str, ...]
) -> None:
    (claim,), _ = found(text, SHAOXING, "2021")
    assert (*placed(claim), claim.focus) == (name, ["330624"], focus)
    assert claim.kind == "zone"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("智汇广场位于新昌县，每年接待游客百万人次。", id="no-zone"),
        pytest.param("智汇工业园位于新昌县，道路畅通。", id="no-industry"),
        pytest.param("智汇园区位于新昌县，主导产业为化工，已全部关停。", id="gone"),
        pytest.param("智汇化工园位于苏州市，重点发展化工。", id="elsewhere"),
    ],
)
def test_what_is_no_zone_of_an_industry_is_not_seated(found: Callable, text: str) -> None:
    assert found(text, SHAOXING, "2021")[0] == ()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "诸暨市店口镇、无名岭镇建设茶叶基地，新昌县镜岭镇、清水驿乡建设板栗基地。",
            [
                ("诸暨市店口镇", "330681"),
                ("无名岭镇", "330681"),
                ("新昌县镜岭镇", "330624"),
                ("清水驿乡", "330624"),
            ],
            id="verbs",
        ),
        pytest.param(
            "诸暨市石板镇、无名岭街道香榧加工产业园。",
            [("诸暨市石板镇", "330681"), ("无名岭街道香榧加工产业园", "330681")],
            id="goods",
        ),
    ],
)
def test_towns_of_a_list_are_their_countys_known_or_not(
    found: Callable, text: str, rows: list[tuple[str, str]]
) -> None:
    claims, refused = found(text, SHAOXING, "2021")
    assert [placed(c) for c in claims] == [(name, [code]) for name, code in rows]
    assert not refused


def test_the_towns_behind_a_county_that_acts_are_its(found: Callable) -> None:
    for text in (
        "新昌县：重点建设无名岭镇、乌有镇茶叶产业带。",
        "新昌县依托无名岭镇、乌有镇发展茶叶。",
    ):
        claims, _ = found(text, SHAOXING, "2021")
        assert {m.code for c in claims for m in c.members} == {"330624"}
        assert [c.name for c in claims][-1][:3] in ("乌有镇", "新昌县")


def test_a_countys_town_may_hide_another_place(found: Callable) -> None:
    text = "石梁河镇重点发展葡萄，平明镇、白塔埠镇建设水稻基地。"
    claims, _ = found(text, "320722", "2018")
    assert [placed(c) for c in claims] == [
        (name, ["320722"]) for name in ("石梁河镇", "平明镇", "白塔埠镇")
    ]


def test_another_county_ends_a_list_of_towns(found: Callable) -> None:
    claims, _ = found("诸暨店口镇、牌头镇和新昌儒岙镇发展茶叶产业。", SHAOXING, "2021")
    assert [placed(c)[1] for c in claims] == [["330681"], ["330681"], ["330624"]]


def test_a_road_is_of_both_its_ends(found: Callable) -> None:
    (claim,), _ = found("打造宁波至绍兴高铁沿线轨道交通装备产业带。", ZHEJIANG, "2021")
    name = "宁波至绍兴高铁沿线轨道交通装备产业带"
    assert (*placed(claim), claim.kind) == (name, ["330200", "330600"], "corridor")


def test_a_part_of_the_land_is_its_units_together(found: Callable) -> None:
    text = "打造宁波、绍兴纺织板块和台州、温州泵阀板块。"
    claims, _ = found(text, ZHEJIANG, "2021")
    assert [placed(c) for c in claims] == [
        ("宁波、绍兴纺织板块", ["330200", "330600"]),
        ("台州、温州泵阀板块", ["331000", "330300"]),
    ]


def test_a_bracket_lists_the_parts_of_a_unit(found: Callable) -> None:
    claims, _ = found("纺织服装：泉州（晋江、石狮）、厦门。", FUJIAN, "2021")
    assert [placed(c) for c in claims] == [
        ("泉州（晋江、石狮）", ["350582", "350581"]),
        ("厦门", ["350200"]),
    ]


def test_the_country_is_no_string_of_counties(found: Callable) -> None:
    (claim,), _ = found("打造全国家具产业集群。", "360700", "2020")
    assert placed(claim)[1] == ["360700"]


def test_a_firm_between_two_cities_builds_for_neither(found: Callable) -> None:
    text = (
        "许昌电力装备产业加快发展，平煤神马建成尼龙新材料产业园，漯河食品产业集群产值突破2000亿元。"
    )
    claims, _ = found(text, "410000", "2021")
    assert "尼龙新材料" not in {c.industry for c in claims if c.basis == "stated"}
    (_, base), _ = found("洛阳聚焦轴承，成功建成高端轴承产业基地。", "410000", "2021")
    assert placed(base) == ("洛阳", ["410300"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("新昌县在儒岙镇、乌有镇、无名岭镇等乡镇发展高山蔬菜。", id="等乡镇"),
        pytest.param("新昌县重点在无名岭镇、乌有镇、儒岙镇建设高山蔬菜基地。", id="在"),
        pytest.param("新昌县无名岭镇、赤城镇、儒岙镇高山蔬菜产业带。", id="a line"),
    ],
)
def test_the_towns_that_a_county_works_in_are_its(found: Callable, text: str) -> None:
    claims, refused = found(text, SHAOXING, "2021")
    assert not refused
    today = [m.code or m.within for c in claims for m in c.members]
    assert today == ["330624"] * 3


def test_a_list_of_a_countys_towns_ends_in_an_unknown_one(found: Callable) -> None:
    for text in (
        "依托儒岙镇、无名岭镇，建设茶叶产业带。",
        "西部片区（儒岙镇、无名岭镇）重点发展花木。",
    ):
        claims, _ = found(text, "330624", "2021")
        assert [c.name for c in claims] == ["儒岙镇", "无名岭镇"]


def test_a_town_with_its_goods_is_of_the_county_before_it(found: Callable) -> None:
    text = "新昌县无名岭镇茶叶、乌有镇轴承、儒岙镇蔬菜。"
    claims, refused = found(text, SHAOXING, "2021")
    assert not refused
    assert [c.focus for c in claims] == [("茶叶",), ("轴承",), ("蔬菜",)]
    assert {m.code or m.within for c in claims for m in c.members} == {"330624"}
    text = "建设新昌县儒岙镇轴承产业园、乌有镇茶叶产业园。"
    claims, _ = found(text, SHAOXING, "2021")
    assert [c.focus for c in claims] == [("轴承",), ("茶叶",)]
    assert {m.code or m.within for c in claims for m in c.members} == {"330624"}


@pytest.mark.parametrize(
    "text",
    ["培育从宁波至绍兴的纺织产业带。", "形成宁波至绍兴纺织产业带。"],
)
def test_a_belt_is_of_both_its_ends(found: Callable, text: str) -> None:
    (claim,), _ = found(text, ZHEJIANG, "2021")
    assert placed(claim)[1] == ["330200", "330600"]
    assert (claim.kind, claim.focus) == ("corridor", ("纺织",))


def test_bare_towns_of_a_county_have_what_they_are_most_of(found: Callable) -> None:
    text = "形成以儒岙、乌有、镜岭为主的茶叶种植区。"
    claims, _ = found(text, "330624", "2021")
    assert [(c.name, c.focus) for c in claims] == [
        (name, ("茶叶",)) for name in ("儒岙", "乌有", "镜岭")
    ]
    none, _ = found("形成以农户、大户、合作社为主的茶叶种植区。", "330624", "2021")
    assert not [c for c in none if c.basis == "stated"]


def test_the_other_part_of_a_zone_by_its_compass_point(found: Callable) -> None:
    text = "滨海新城东部片区布局现代医药，西部片区布局智能装备。"
    claims, refused = found(text, SHAOXING, "2021")
    assert not refused
    assert [c.focus for c in claims] == [("现代医药",), ("智能装备",)]


def test_a_part_of_the_economy_is_a_countys_where_it_is_made(found: Callable) -> None:
    (claim,), _ = found("打造轴承特色板块。", "330624", "2021")
    assert (claim.name, claim.industry) == ("轴承特色板块", "轴承")
    assert not found("打造轴承特色板块。", ZHEJIANG, "2021")[0]
    text = "儒岙镇、镜岭镇建设茶叶基地，打造蔬菜特色板块。"
    claims, _ = found(text, "330624", "2021")
    assert [c.name for c in claims][2:] == ["蔬菜特色板块"]


def test_a_number_of_units_belongs_to_the_last_of_them(found: Callable) -> None:
    claims, _ = found("纺织产业集中分布在柯桥、上虞、诸暨三区市。", SHAOXING, "2021")
    assert [placed(c)[1] for c in claims] == [["330603"], ["330604"], ["330681"]]
    claims, _ = found("轴承产业主要分布在新昌、嵊州、诸暨三县市。", SHAOXING, "2021")
    assert [placed(c)[1] for c in claims] == [["330624"], ["330683"], ["330681"]]


def test_a_park_may_lie_in_a_zone(found: Callable) -> None:
    text = "新昌高新区梅渚产业园重点发展轴承。"
    (claim,), _ = found(text, SHAOXING, "2021")
    assert placed(claim) == ("新昌高新区梅渚产业园", ["330624"])
