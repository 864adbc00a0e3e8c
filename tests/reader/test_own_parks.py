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
    pytest.param("袜业产业园道路已建成。", [], id="its streets"),
    pytest.param("参加杭州电商产业园推介会。", [], id="a fair elsewhere"),
    pytest.param("自治区新材料产业基地建设启动。", [], id="a region's rank"),
    pytest.param("越城区发展袜业，全力打造针织产业园。", [], id="a sister district's"),
]


@pytest.mark.parametrize(("text", "claimed"), CLAIMED)
def test_a_county_speaks_of_its_own_parks(
    found: Callable, text: str, claimed: list[tuple[str, str]]
) -> None:
    claims = found(text, "330681", "2021")[0]
    assert [(c.name, c.status) for c in claims] == claimed
    assert all((m.code or m.within) == "330681" for c in claims for m in c.members)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("在白果村、大岩村建成茶叶示范基地。", ["白果村", "大岩村"], id="built there"),
        pytest.param(
            "推进金岗村80万袋食用菌示范园建设。", ["金岗村80万袋食用菌示范园"], id="with its size"
        ),
        pytest.param(
            "加强北镇村90多亩枇杷、红罗沟村150亩猕猴桃等基地建设。",
            ["北镇村90多亩枇杷", "红罗沟村150亩猕猴桃等基地"],
            id="behind a verb",
        ),
    ],
)
def test_a_county_has_its_own_villages(found: Callable, text: str, names: list[str]) -> None:
    claims = found(text, "330681", "2021")[0]
    assert [c.name for c in claims] == names
    assert all(m.code == "330681" for c in claims for m in c.members)


@pytest.mark.parametrize("end", ["", "\n二、保障\n加强领导。"])
def test_a_park_that_lies_somewhere_is_not_its_citys(found: Callable, end: str) -> None:
    text = "一、布局\n1.轴承产业园。规划面积3平方公里，{}重点发展滚子。" + end
    assert [c.name for c in found(text.format(""), "330600", "2021")[0]] == ["轴承产业园"]
    placed = found(text.format("位于新昌县澄潭街道，"), "330600", "2021")[0]
    assert "330600" not in {m.code for c in placed for m in c.members}


def test_a_belt_that_nobody_knows_is_not_the_area_before_it(found: Callable) -> None:
    text = "北部湾经济区重点布局石化；西江经济带重点布局汽车、机械。"
    claims, refused = found(text, "450000", "2016")
    assert [c.industry for c in claims] == ["石化"]
    assert [u.name for u in refused] == ["西江经济带"]


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


def test_each_of_two_has_its_own(found: Callable) -> None:
    text = "莱阳市、莱州市按“一市一特”发展，前者重点建设预制菜基地，后者重点建设石材基地。"
    claims = found(text, "370600", "2021")[0]
    assert [(c.name, c.industry) for c in claims] == [("莱阳市", "预制菜"), ("莱州市", "石材")]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        pytest.param("拥有“玻铝之乡”称号的该县新沟镇企业达百家。", ["新沟镇"], id="a title"),
        pytest.param(
            "素有“中国线缆第一镇”之称的贾家口镇。", ["贾家口镇"], id="the first of its kind"
        ),
    ],
)
def test_a_nickname_is_its_bearers(found: Callable, text: str, claimed: list[str]) -> None:
    assert [c.name for c in found(text, "421088", "2012")[0]] == claimed


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        pytest.param(
            "农机产业以涧西区为整机核心，偃师市承接零部件配套。",
            [("涧西区", "农机"), ("偃师市", "农机")],
            id="the core of one step",
        ),
        pytest.param(
            "生物医药产业以涧西区为主要承载地。", [("涧西区", "生物医药")], id="what bears it"
        ),
        pytest.param(
            "“一核”即涧西区，是我市机器人产业发展的主体载体。",
            [("涧西区", "机器人")],
            id="said of it",
        ),
        pytest.param("涧西区是我市经济发展的主要载体。", [], id="no industry"),
    ],
)
def test_where_an_industry_of_a_citys_lies(
    found: Callable, text: str, claimed: list[tuple[str, str]]
) -> None:
    assert [(c.name, c.industry) for c in found(text, "410300", "2013")[0]] == claimed


def test_an_aim_is_planned_whatever_is_to_be_built(found: Callable) -> None:
    text = "到2025年，形成两园区：袜业产业园、珍珠产业园。"
    assert {c.status for c in found(text, "330681", "2021")[0]} == {"planned"}


def test_a_clause_before_a_list_names_no_industry(found: Callable) -> None:
    text = "到2025年，形成三园区：石桥食品园、柳湾轴承产业园、袜业产业园。"
    claims = found(text, "330681", "2021")[0]
    assert [(c.name, c.industry) for c in claims] == [
        ("石桥食品园", "食品"),
        ("柳湾轴承产业园", "轴承"),
        ("袜业产业园", "袜业"),
    ]
