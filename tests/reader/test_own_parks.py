"""Parks of a county's own, by their names, whatever its text says of them."""

from collections.abc import Callable

import pytest

CLAIMED = [
    pytest.param(
        "由环溪电子信息园、北山模具工业园组成，规划用地5平方公里。",
        [("环溪电子信息园", "planned"), ("北山模具工业园", "planned")],
        id="what an area consists of",
    ),
    pytest.param("珍珠文创园获评省级示范园区。", [("珍珠文创园", "existing")], id="a distinction"),
    pytest.param(
        "铜加工产业园区一期已建成投产。", [("铜加工产业园区", "existing")], id="what is built"
    ),
    pytest.param(
        "加快东片溪口医药化工加工区、南片石桥绿松石加工区建设。",
        [("溪口医药化工加工区", "planned"), ("石桥绿松石加工区", "planned")],
        id="parts of the land by the compass",
    ),
    pytest.param(
        "其中安华食品工业园主要发展罐头。", [("安华食品工业园", "planned")], id="no 其中 in a name"
    ),
    pytest.param("袜业产业园管委会召开安全生产会议。", [], id="its office"),
    pytest.param("省领导参观袜业产业园。", [], id="a visit"),
    pytest.param("新增绿色蔬菜生产基地两个。", [], id="a count"),
    pytest.param("依托省级现代农业园区做响品牌。", [], id="a rank"),
    pytest.param("分布在黄瓜园、老城一带。", [], id="a garden"),
    pytest.param("完成电子信息产业园5公里道路。", [], id="its roads"),
    pytest.param("广东东莞电子信息产业园开园。", [], id="another province's"),
    pytest.param("袜业产业园路面改造完工。", [], id="a road"),
]


@pytest.mark.parametrize(("text", "claimed"), CLAIMED)
def test_a_county_speaks_of_its_own_parks(
    found: Callable, text: str, claimed: list[tuple[str, str]]
) -> None:
    claims = found(text, "330681", "2021")[0]
    assert [(c.name, c.status) for c in claims] == claimed
    assert all((m.code or m.within) == "330681" for c in claims for m in c.members)


def test_a_key_is_no_more_of_the_park_before(found: Callable) -> None:
    text = "食品工业园：规划面积12平方公里。现代农业园：总面积200平方公里。"
    assert {c.name for c in found(text, "330681", "2021")[0]} >= {"食品工业园"}
    named = [(c.name, c.industry) for c in found(text, "330681", "2021")[0]]
    assert ("食品工业园", "现代农业") not in named


def test_a_province_has_no_parks_of_its_own(found: Callable) -> None:
    assert found("袜业产业园获评省级示范园区。", "330000", "2021")[0] == ()


def test_a_districts_park_may_bear_its_citys_name(found: Callable) -> None:
    claims, refused = found("引进佛山国际工业设计产业园等4个载体。", "440604", "2023")
    assert [m.code for c in claims for m in c.members] == ["440604"]
    assert refused == ()


def test_goods_that_no_list_has_are_told_by_what_they_are_made_of(found: Callable) -> None:
    claims = found("贺州、崇左加快承接电源适配器、连接线等产业转移。", "450000", "2022")[0]
    assert [(c.name, c.focus) for c in claims] == [
        ("贺州", ("电源适配器", "连接线")),
        ("崇左", ("电源适配器", "连接线")),
    ]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        pytest.param(
            "佛山，推动智能家电产业向世界级产业集群跃升；发展壮大泛家居产业集群。",
            [("佛山", "智能家电"), ("佛山", "泛家居")],
            id="and another beside it",
        ),
        pytest.param("推动石化产业向世界级产业集群跃升。", [], id="nobody's"),
        pytest.param(
            "推动珠海智能家电产业向世界级产业集群跃升，支持中山照明产业争创国家级产业集群。",
            [("珠海", "智能家电"), ("中山", "照明")],
            id="each its own",
        ),
    ],
)
def test_an_industry_that_is_to_be_a_great_cluster(
    found: Callable, text: str, claimed: list[tuple[str, str]]
) -> None:
    assert [(c.name, c.industry) for c in found(text, "440000", "2021")[0]] == claimed


def test_what_is_joined_to_a_countys_carrier_is_the_countys(found: Callable) -> None:
    text = "做强清河羊绒产业集群和汽摩配件产业集群、宁晋电线电缆产业集群。"
    claims = found(text, "130500", "2019")[0]
    assert [(c.name, c.members[0].code) for c in claims] == [
        ("清河羊绒产业集群", "130534"),
        ("汽摩配件产业集群", "130534"),
        ("宁晋电线电缆产业集群", "130528"),
    ]
    text = "做强洋浦新材料产业基地和老城油气产业基地。"
    claims = found(text, "460000", "2021")[0]
    assert len({m.id or m.code for c in claims for m in c.members}) == len(claims)
