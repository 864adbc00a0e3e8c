"""Claims: every pattern by its example, and the shipped plans row by row where it matters."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib import import_module
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layers.extract.claims import claims
from layers.library import shipped_gazetteer, shipped_taxonomy
from layers.plan import Plan
from layers.records import Claim

ROOT = Path(__file__).resolve().parent.parent.parent
PATTERNS = tomllib.loads((ROOT / "data/reader/patterns.toml").read_text("utf8"))["pattern"]
PLANS = {"zhejiang-2017-2020": ("330000", "2017-09"), "shaoxing-2011-2015": ("330600", "2011-03")}


@cache
def shipped(plan: str) -> tuple[Plan, tuple[Claim, ...]]:
    issuer, issued = PLANS[plan]
    read = Plan.from_file(ROOT / f"data/plans/{plan}.txt", issuer=issuer, issued=issued)
    return read, claims(read, shipped_gazetteer(), shipped_taxonomy())[0]


def line(claim: Claim) -> str:
    members = "、".join(m.code or f"in {m.within}" for m in claim.members)
    return f"{claim.name} | {claim.kind} | {claim.status} | {claim.industry} | {members}"


@pytest.mark.parametrize("pattern", [pytest.param(p, id=p["name"]) for p in PATTERNS])
def test_each_pattern_reads_its_example(found: Callable, pattern: dict) -> None:
    read, _ = found(pattern["text"], pattern["issuer"], pattern["issued"])
    assert [line(c) for c in read] == pattern["expect"]


@pytest.mark.parametrize("pattern", [pytest.param(p, id=p["name"]) for p in PATTERNS])
def test_each_pattern_names_the_code_that_reads_it(pattern: dict) -> None:
    module, _, name = pattern["by"].removeprefix("layers.extract.").partition(".")
    assert attrgetter(name)(import_module(f"layers.extract.{module}"))


def test_the_eleven_areas_of_shaoxing_with_their_members_and_focus() -> None:
    _, read = shipped("shaoxing-2011-2015")
    areas = [c for c in read if c.kind == "agglomeration_area"]
    assert len(areas) == 11
    by_name = {c.name: c for c in areas}
    shaoyu = by_name["绍虞先进装备制造业集聚区"]
    assert {m.code for m in shaoyu.members} >= {"330621", "330682"}
    assert shaoyu.focus == ("新能源汽车及整车制造", "高端纺织装备", "输变电装备制造")
    assert by_name["绍兴纺织新材料产业集聚区"].focus[-1] == "高新技术纤维"
    assert [m.code for m in by_name["嵊新先进装备制造业集聚区"].members] == ["330683", "330624"]
    assert by_name["绍虞太阳能光伏产业集聚区"].industry_codes == ("6.3",)
    assert {c.industry for c in areas} == {
        "先进装备制造", "新材料", "生物医药", "节能环保", "新能源", "新兴信息",
    }  # fmt: skip


def test_the_example_of_the_contract() -> None:
    _, read = shipped("shaoxing-2011-2015")
    (claim,) = [c for c in read if c.name == "诸暨先进装备制造业集聚区"]
    assert (claim.kind, claim.status, claim.industry) == (
        "agglomeration_area",
        "planned",
        "先进装备制造",
    )
    assert claim.industry_codes == ("2",)
    assert claim.focus == ("高档数控机床", "现代交通装备制造")
    (member,) = claim.members
    assert (member.name, member.code, member.code_today) == ("诸暨市", "330681", "330681")
    assert (claim.basis, claim.precision) == ("stated", "county")
    assert claim.section == ("三、产业发展重点与空间布局", "(一)先进装备制造业", "3.产业布局")


def test_the_current_clusters_of_shaoxing() -> None:
    _, read = shipped("shaoxing-2011-2015")
    current = [(c.name, c.industry) for c in read if c.section[-1:] == ("2.产业集群初步形成",)]
    assert current == [
        ("绍兴县", "先进装备制造"),
        ("新昌县", "先进装备制造"),
        ("诸暨市", "先进装备制造"),
        ("绍兴市区", "新材料"),
        ("绍兴县", "新材料"),
        ("诸暨市", "新材料"),
        ("嵊新区域", "生物医药"),
        ("诸暨店口", "节能环保"),
        ("牌头", "节能环保"),
        ("上虞市", "节能环保"),
        ("绍兴市区、绍兴县和上虞市的104国道沿线", "新能源"),
        ("绍兴市区", "新兴信息"),
    ]


def test_the_enumerations_of_zhejiang() -> None:
    _, read = shipped("zhejiang-2017-2020")
    cars = [c.name for c in read if c.industry == "新能源汽车"]
    assert cars == ["杭州", "宁波", "湖州", "金华", "台州"]
    tools = [c.name for c in read if "高档数控机床" in c.focus]
    assert tools == ["杭州", "湖州", "嘉兴", "绍兴", "金华"]


def test_the_areas_are_not_listed_twice() -> None:
    _, read = shipped("shaoxing-2011-2015")
    assert not any("11个战略性新兴产业集聚区" in c.evidence.exact for c in read)


@pytest.mark.parametrize("name", [pytest.param(p, id=p) for p in PLANS])
def test_quotes_are_the_text_and_claims_are_in_order(name: str) -> None:
    plan, read = shipped(name)
    assert all(plan.text[c.evidence.start : c.evidence.end] == c.evidence.exact for c in read)
    starts = [c.evidence.start for c in read]
    assert starts == sorted(starts)
    assert len({c.id for c in read}) == len(read)


@pytest.mark.parametrize("name", [pytest.param(p, id=p) for p in PLANS])
def test_located_claims_have_a_point_and_an_honest_radius(name: str) -> None:
    _, read = shipped(name)
    for claim in read:
        located = claim.basis != "none"
        assert (claim.lon is not None) == located or claim.place_confidence == "none"
        assert claim.members, claim.name


def test_firms_are_inferred_with_the_note_of_their_seat() -> None:
    _, read = shipped("shaoxing-2011-2015")
    dunan = next(c for c in read if c.name == "盾安控股")
    assert (dunan.kind, dunan.basis, dunan.industry) == ("enterprise", "inferred", "先进装备制造")
    assert dunan.note and "杭州" in dunan.note


@pytest.mark.parametrize(
    ("name", "basis", "member"),
    [
        pytest.param("上虞阳光集团", "stated", "上虞阳光集团", id="its name says where"),
        pytest.param("三花控股", "inferred", "三花控股", id="the gazetteer says where"),
        pytest.param("嘉利珂钴镍材料", "none", "绍兴市", id="nobody says where"),
    ],
)
def test_how_the_seat_of_a_firm_is_known(name: str, basis: str, member: str) -> None:
    _, read = shipped("shaoxing-2011-2015")
    firm = next(c for c in read if c.name == name)
    assert (firm.basis, firm.members[0].name) == (basis, member)


def test_bearings_are_developed_along_no_axis(found: Callable) -> None:
    """发展|轴承, not 发展轴|承."""
    (claim,), _ = found("新昌县发展轴承产业。", "330600", "2015-03")
    assert (claim.kind, claim.industry, claim.focus) == ("city_role", "轴承", ("轴承",))


def test_a_core_is_a_list_to_its_end() -> None:
    _, read = shipped("shaoxing-2011-2015")
    held = next(c for c in read if c.name == "越城区" and c.industry == "新兴信息")
    assert held.focus == ("高性能集成电路", "物联网", "系统集成", "软件服务")


WORDS = [
    "杭州",
    "宁波",
    "、",
    "和",
    "等地",
    "打造",
    "支持",
    "新能源",
    "产业基地",
    "集聚区",
    "，",
    "。",
    "(",
    ")",
    "的",
    "重点发展",
    "软件",
    "我省",
    "高新区",
    "；",
    "5个",
    "入选",
    "包括",
    "以",
    "为主",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_any_order_of_known_words_is_read_without_fault(text: str) -> None:
    plan = Plan.from_bytes(f"计划\n{text}".encode(), issuer="330000", issued="2020")
    read, _ = claims(plan, shipped_gazetteer(), shipped_taxonomy())
    assert all(plan.text[c.evidence.start : c.evidence.end] == c.evidence.exact for c in read)
    assert all((m.code or m.within or "33")[:2] == "33" for c in read for m in c.members)


def test_second_centres_bear_no_belt_alone(found: Callable) -> None:
    text = "打造以长沙为核心，以湘潭、株洲为副中心的先进装备制造产业带。"
    claims, _ = found(text, "430000", "2021")
    assert {c.name: c.kind for c in claims} == dict.fromkeys(("长沙", "湘潭", "株洲"), "city_role")


WHOSE = [
    pytest.param(
        "640000",
        "支持银川打造光伏材料、石嘴山打造绿色食品、中卫打造云计算产业。",
        [("银川", "光伏材料"), ("石嘴山", "绿色食品"), ("中卫", "云计算")],
        id="builders-joined-by-a-mark",
    ),
    pytest.param(
        "620000",
        "支持张掖发展光伏制造、支持武威发展葡萄酒、酒泉打造新能源装备产业链。",
        [("张掖", "光伏制造"), ("武威", "葡萄酒"), ("酒泉", "新能源装备")],
        id="growers-joined-by-a-mark",
    ),
    pytest.param(
        "340000",
        "推进芜湖机器人、宿州云计算、滁州智能家电等12个战略性新兴产业集聚发展基地建设。",
        [("芜湖", "机器人"), ("宿州", "云计算"), ("滁州", "智能家电")],
        id="a-rank-that-a-count-opens",
    ),
    pytest.param(
        "530000",
        "加快曲靖、保山硅光伏和文山、红河绿色铝产业园区建设。",
        [("曲靖", "硅光伏"), ("保山", "硅光伏"), ("文山", "绿色铝"), ("红河", "绿色铝")],
        id="two-lists-with-one-carrier",
    ),
    pytest.param(
        "510000",
        "大力发展泸州、宜宾白酒产业和攀枝花钒钛产业。",
        [("泸州", "白酒"), ("宜宾", "白酒"), ("攀枝花", "钒钛")],
        id="two-lists-with-one-verb",
    ),
    pytest.param(
        "510000",
        "重点发展泸州白酒，成都、绵阳电子信息，攀枝花钒钛，凉山水电。",
        [
            *(("泸州", "白酒"), ("成都", "电子信息"), ("绵阳", "电子信息")),
            *(("攀枝花", "钒钛"), ("凉山", "水电")),
        ],
        id="a-list-over-commas-led-by-its-verb",
    ),
    pytest.param(
        "510000",
        "做大做强宜宾白酒，绵阳电子信息等产业。",
        [("宜宾", "白酒"), ("绵阳", "电子信息")],
        id="a-list-over-commas-closed-by-etc",
    ),
    pytest.param("530000", "推动普洱咖啡产业发展。", [("普洱", "咖啡")], id="mere-growth"),
    pytest.param(
        "500000",
        "加快推进涪陵榨菜产业发展，持续推进奉节脐橙产业发展。",
        [("涪陵", "榨菜"), ("奉节", "脐橙")],
        id="growth-of-one-place-after-another",
    ),
    pytest.param("530000", "围绕普洱咖啡产业发展，加强攻关。", [], id="growth-that-is-a-theme"),
    pytest.param(
        "530000",
        "推动文山三七、昭通天麻等中药材规模化种植。",
        [("文山", "三七"), ("昭通", "天麻")],
        id="goods-that-end-in-a-numeral",
    ),
    pytest.param(
        "330000",
        "形成以杭州为龙头，宁波、温州为重点的数字经济发展格局。",
        [("杭州", "数字经济"), ("宁波", "数字经济"), ("温州", "数字经济")],
        id="the-industry-of-a-layout",
    ),
    pytest.param(
        "510000",
        "推动宜宾、泸州等市白酒产业集群发展。",
        [("宜宾", "白酒"), ("泸州", "白酒")],
        id="etc-with-the-units",
    ),
    pytest.param(
        "540000",
        "布局拉萨、山南两大数据中心。",
        [("拉萨", "大数据"), ("山南", "大数据")],
        id="a-count-before-big-data",
    ),
    pytest.param(
        "500000",
        "壮大两江新区新型显示、西部科学城重庆高新区软件产业集群。",
        [("两江新区", "新型显示"), ("重庆高新区", "软件")],
        id="zones-with-their-goods",
    ),
    pytest.param(
        "360000",
        "建设赣江新区中医药、上饶光伏产业集群。",
        [("赣江新区", "中医药"), ("上饶", "光伏")],
        id="a-zone-with-its-goods-before-a-cluster",
    ),
    pytest.param(
        "420000",
        "以“宜荆荆”为重点发展绿色化工、以“襄十随”为重点发展新能源汽车。",
        [("宜荆荆", "绿色化工"), ("襄十随", "新能源汽车")],
        id="quoted-strings-joined-by-a-mark",
    ),
    pytest.param(
        "230000",
        "培育“鹤岗石墨”“牡丹江食品”产业集群。",
        [("鹤岗", "石墨"), ("牡丹江", "食品")],
        id="names-in-quotation-marks-side-by-side",
    ),
    pytest.param(
        "230000", "加快哈大齐工业走廊建设。", [("哈大齐", "综合")], id="a-corridor-of-a-region"
    ),
    pytest.param(
        "410000", "加快郑汴洛工业走廊建设。", [("郑汴洛", "综合")], id="a-corridor-of-initials"
    ),
    pytest.param(
        "220000",
        "支持“长辽梅通”建设医药健康走廊。",
        [("长辽梅通", "医药健康")],
        id="a-string-with-a-county",
    ),
    pytest.param(
        "130000",
        "依托唐山高新区、曹妃甸新兴产业示范区，布局建设机器人产业基地。",
        [("唐山高新区", "机器人"), ("曹妃甸", "机器人")],
        id="zones-that-are-leant-on",
    ),
    pytest.param(
        "330600",
        "依托店口镇新材料产业园，建设绍兴高新区基地。",
        [("店口镇新材料产业园", "新材料")],
        id="a-zone-leant-on-for-what-another-place-gets",
    ),
    pytest.param("430000", "株洲打造“动力谷”。", [("株洲", "综合")], id="a-valley-by-its-nickname"),
    pytest.param(
        "360000",
        "樟树打造中国药都、景德镇打造世界瓷都。",
        [("樟树", "药"), ("景德镇", "瓷")],
        id="capitals-of-goods-without-marks",
    ),
    pytest.param(
        "360000",
        "发展资溪白茶、广昌白莲、南丰蜜桔等特色产业。",
        [("资溪", "白茶"), ("广昌", "白莲"), ("南丰", "蜜桔")],
        id="goods-that-bear-a-town's-name",
    ),
    pytest.param(
        "430000",
        "安化黑茶、炎陵黄桃等特色产业提质增效。",
        [("安化", "黑茶"), ("炎陵", "黄桃")],
        id="a-list-that-opens-with-a-word",
    ),
    pytest.param(
        "320000",
        "盛泽丝绸、海门家纺等产业不断壮大。",
        [("盛泽", "丝绸"), ("海门", "家纺")],
        id="a-list-that-opens-with-a-town",
    ),
    pytest.param(
        "520000",
        "都匀茶叶、关岭牛、从江香猪等产业不断壮大。",
        [("都匀", "茶叶"), ("关岭", "牛"), ("从江", "香猪")],
        id="goods-of-one-character",
    ),
    pytest.param(
        "630000",
        "格尔木盐湖化工、德令哈碱业产业集聚发展。",
        [("格尔木", "盐湖化工"), ("德令哈", "综合")],
        id="a-trade-by-its-ending",
    ),
    pytest.param(
        "110000",
        "支持昌平打造生命谷、房山发展氢能产业。",
        [("房山", "氢能")],
        id="what-one-builds-and-the-next-that-acts",
    ),
    pytest.param(
        "130000",
        "清河羊绒、安平丝网等107个县域特色产业集群发展壮大。",
        [("清河", "羊绒"), ("安平", "丝网")],
        id="clusters-of-counties",
    ),
    pytest.param(
        "500000", "距重庆江北机场15公里范围内布局航空物流产业。", [], id="how-far-from-a-place"
    ),
    pytest.param(
        "540000", "加快羊八井、谷露、古堆地热基地建设。", [], id="names-that-nobody-knows"
    ),
]


@pytest.mark.parametrize(("issuer", "text", "expected"), WHOSE)
def test_whose_each_industry_of_a_list_is(
    found: Callable, issuer: str, text: str, expected: list[tuple[str, str]]
) -> None:
    read, _ = found(text, issuer, "2021")
    names = {name for name, _ in expected}
    assert [(next((n for n in names if n in c.name), ""), c.industry) for c in read] == expected


PLACED = [
    pytest.param(
        "420000", "建设“宜都、枝江食品加工园”。", ["420581", "420583"], id="list-in-marks"
    ),
    pytest.param(
        "430000", "把荷塘区打造成株洲的硬质材料产业基地。", ["430202"], id="of-the-city-round-it"
    ),
    pytest.param(
        "430000", "将望城建成长沙的有色金属加工基地。", ["430112"], id="of-a-city-without-成"
    ),
    pytest.param(
        "420100",
        "黄陂区发展航空物流，重点建设天河空港产业园、横店汽车零部件产业园。",
        ["420116", "420116", "420116"],
        id="parks-that-a-district-builds",
    ),
    pytest.param(
        "440000",
        "湛江重点打造钢铁、石化、造纸三大基地。",
        ["440800", "440800", "440800"],
        id="bases-that-a-city-builds",
    ),
    pytest.param(
        "440000",
        "湛江、茂名打造石化、造纸、钢铁三大基地。",
        ["440800", "440900"],
        id="bases-that-cities-share",
    ),
    pytest.param(
        "620000",
        "发展壮大兰州新区石化、装备制造、生物医药产业。",
        ["620100"],
        id="industries-behind-a-zone",
    ),
    pytest.param(
        "610000",
        "建设西安阎良国家航空高技术产业基地。",
        ["610114"],
        id="zone-whose-name-says-its-county",
    ),
]


@pytest.mark.parametrize(("issuer", "text", "codes"), PLACED)
def test_where_a_carrier_lies(found: Callable, issuer: str, text: str, codes: list[str]) -> None:
    read, _ = found(text, issuer, "2014")
    assert [m.code_today or m.within for c in read for m in c.members] == codes
