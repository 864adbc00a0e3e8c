"""Lists, records and tables: what is a row, where it lies, and what is no row."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layers.extract.lines.rows import LONGEST, line
from layers.plan import Plan
from layers.records import Claim

SHAOXING, ZHUJI, ZHEJIANG, HAINAN = "330600", "330681", "330000", "460000"


def told(claims: tuple[Claim, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(c.name, c.focus) for c in claims]


def where(claim: Claim) -> list[str | None]:
    return [m.code or m.within for m in claim.members]


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param("：", id="full-width colon"),
        pytest.param(":", id="colon"),
        pytest.param("——", id="dash"),
        pytest.param("\t", id="tab"),
        pytest.param(" | ", id="bar"),
        pytest.param(" ", id="space"),
        pytest.param("　", id="full-width space"),
    ],
)
def test_a_row_is_read_however_its_writer_divided_it(found: Callable, cut: str) -> None:
    rows = (("诸暨", "袜业和铜加工"), ("嵊州", "茶叶、电机"), ("新昌", "轴承、制药"))
    text = "\n".join(f"{place}{cut}{what}" for place, what in rows)
    claims, _ = found(text, SHAOXING, "2015")
    assert told(claims) == [
        ("诸暨", ("袜业", "铜加工")),
        ("嵊州", ("茶叶", "电机")),
        ("新昌", ("轴承", "制药")),
    ]
    assert [where(c) for c in claims] == [["330681"], ["330683"], ["330624"]]


@pytest.mark.parametrize("mark", ["- ", "• ", "1. ", "（1）", "① ", "一、", "<li>"])
def test_a_bullet_is_no_part_of_the_name(found: Callable, mark: str) -> None:
    claims, _ = found(f"{mark}诸暨市：袜业、铜加工", SHAOXING, "2015")
    assert told(claims) == [("诸暨市", ("袜业", "铜加工"))]


def test_the_evidence_is_the_row(found: Callable) -> None:
    text = "特色产业\n诸暨：袜业、铜加工\n嵊州：茶叶、电机。"
    (first, second), _ = found(text, SHAOXING, "2015")
    assert first.evidence.exact == "诸暨：袜业、铜加工"
    assert second.evidence.exact == "嵊州：茶叶、电机"


def test_the_titles_below_a_town_say_what_it_makes(found: Callable) -> None:
    text = "店口镇\n中国水暖阀门之都，汽车零部件产业聚集\n枫桥镇\n中国历史文化名镇，家电产业聚集"
    claims, _ = found(text, ZHUJI, "2015")
    assert told(claims) == [("店口镇", ("水暖阀门", "汽车零部件")), ("枫桥镇", ("家电",))]
    assert where(claims[0]) == ["330681"]


def test_rows_in_one_paragraph_are_divided_by_semicolons(found: Callable) -> None:
    claims, _ = found("诸暨：袜业；嵊州：茶叶、电机；新昌：轴承。", SHAOXING, "2015")
    assert [c.name for c in claims] == ["诸暨", "嵊州", "新昌"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("诸暨市 120.5 8.1%\n嵊州市 70.2 7.5%\n新昌县 55.1 6.9%", id="statistics"),
        pytest.param("诸暨市：新材料产业座谈会\n嵊州市：纺织企业培训会", id="meetings"),
        pytest.param("诸暨市：杭金衢高速公路\n嵊州市：金甬铁路", id="transport"),
        pytest.param("新昌县：张三 0575-86000000\n嵊州市：李四", id="contacts"),
        pytest.param("嵊州市：年产10万台电机项目\n诸暨市：轴承厂扩建工程", id="projects"),
        pytest.param("诸暨市纺织........12\n嵊州市电机........15", id="contents"),
        pytest.param("牵头单位：诸暨市、嵊州市\n责任单位：新昌县", id="responsible bodies"),
        pytest.param("诸暨市\n嵊州市\n新昌县", id="names alone"),
        pytest.param("诸暨市 李四\n嵊州市 王五\n新昌县 赵六", id="people"),
        pytest.param("1 | 某某纺织有限公司 | 诸暨市 | 320万元", id="firms with amounts"),
    ],
)
def test_a_list_without_industries_makes_no_claim(found: Callable, text: str) -> None:
    assert found(text, SHAOXING, "2015")[0] == ()


def test_a_cluster_of_a_list_has_its_industry_in_a_bracket(found: Callable) -> None:
    text = "特色产业集群名单\n1.诸暨市（袜业）特色产业集群\n2.新昌县（轴承）特色产业集群"
    claims, _ = found(text, SHAOXING, "2015")
    assert [(c.name, c.kind, c.industry) for c in claims] == [
        ("诸暨市（袜业）特色产业集群", "cluster_current", "袜业"),
        ("新昌县（轴承）特色产业集群", "cluster_current", "轴承"),
    ]


def test_the_middle_of_a_city_is_a_district_of_it(found: Callable) -> None:
    text = "特色产业集群名单\n1.济南市中区（软件）特色产业集群\n2.诸城市（食品）特色产业集群"
    claims, _ = found(text, "370000", "2022")
    assert [m.code for c in claims for m in c.members] == ["370103", "370782"]


def test_a_row_says_whether_its_industries_are_to_come(found: Callable) -> None:
    claims, _ = found("诸暨市：大力发展袜业。\n新昌县：轴承产业。", SHAOXING, "2015")
    assert [(c.name, c.status) for c in claims] == [("诸暨市", "planned"), ("新昌县", "existing")]


def test_words_that_nobody_knows_count_among_rows_of_known_ones(found: Callable) -> None:
    text = "诸暨：袜业\n嵊州：茶叶\n新昌：小京生"
    assert [c.name for c in found(text, SHAOXING, "2015")[0]] == ["诸暨", "嵊州", "新昌"]
    assert found("新昌：小京生", SHAOXING, "2015")[0] == ()


def test_white_space_alone_makes_no_row_of_one_line(found: Callable) -> None:
    assert found("诸暨 袜业", SHAOXING, "2015")[0] == ()


def test_a_zone_lies_in_the_unit_whose_name_it_begins_with(found: Callable) -> None:
    text = "生物医药园区：\n- 新昌梅渚健康产业园\n- 诸暨店口高新园区\n- 某某谷软件园"
    claims, refused = found(text, SHAOXING, "2015")
    assert [(c.name, where(c), c.industry, c.status) for c in claims] == [
        ("新昌梅渚健康产业园", ["330624"], "生物医药", "existing"),
        ("诸暨店口高新园区", ["330681"], "生物医药", "existing"),
    ]
    assert {c.basis for c in claims} == {"stated"}
    assert [u.name for u in refused] == ["某某谷软件园"]


def test_the_name_of_the_province_places_no_zone(found: Callable) -> None:
    claims, refused = found("制造业园区：\n- 浙江数据谷软件园\n- 诸暨现代装备园", ZHEJIANG, "2020")
    assert [c.name for c in claims] == ["诸暨现代装备园"]
    assert [(u.name, u.reason) for u in refused] == [("浙江数据谷软件园", "unknown")]


def test_the_industry_first_and_then_its_places(found: Callable) -> None:
    claims, _ = found("轴承产业：新昌县、嵊州市\n茶叶产业基地：诸暨市", SHAOXING, "2015")
    assert [(c.name, c.industry) for c in claims] == [
        ("新昌县", "轴承"),
        ("嵊州市", "轴承"),
        ("诸暨市", "茶叶"),
    ]


def test_places_under_an_industry_may_have_their_own_in_brackets(found: Callable) -> None:
    text = "水果产业：诸暨市（樱桃）、嵊州市\n其他特色产业：新昌县（茶叶）"
    claims, _ = found(text, SHAOXING, "2015")
    assert [(c.name, c.industry, c.focus) for c in claims] == [
        ("诸暨市", "水果", ("樱桃",)),
        ("嵊州市", "水果", ()),
        ("新昌县", "茶叶", ("茶叶",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("序号 县市 产业\n1 诸暨 {0}\n2 嵊州 {1}\n3 新昌 {2}", id="numbers and spaces"),
        pytest.param("产业 县市\n{0} 诸暨\n{1} 嵊州\n{2} 新昌", id="industry first"),
        pytest.param("【诸暨】{0}\n【嵊州】{1}\n【新昌】{2}", id="lenticular brackets"),
        pytest.param("诸暨（{0}）、嵊州（{1}）、新昌（{2}）", id="one line with brackets"),
        pytest.param("1\n诸暨\n{0}\n2\n嵊州\n{1}\n3\n新昌\n{2}", id="a cell on each line"),
    ],
)
def test_layouts_of_copied_tables(found: Callable, text: str) -> None:
    claims, _ = found(text.format("袜业", "茶叶", "轴承"), SHAOXING, "2015")
    assert told(claims) == [("诸暨", ("袜业",)), ("嵊州", ("茶叶",)), ("新昌", ("轴承",))]


def test_a_village_lies_in_its_town_or_county(found: Callable) -> None:
    text = "诸暨市赵家镇甲村（香榧）\n新昌县乌有镇乙村（茶叶）\n嵊州市丙社区（水果）"
    claims, _ = found(text, SHAOXING, "2015")
    assert [where(c) for c in claims] == [["330681"], ["330624"], ["330683"]]


def test_prose_behind_a_name_tells_by_its_last_clause(found: Callable) -> None:
    text = (
        "赵家镇：农贸型城镇，以香榧种植、休闲旅游为主导产业；店口镇：工业型城镇，主打铜加工产业。"
    )
    claims, _ = found(text, ZHUJI, "2015")
    assert told(claims) == [("赵家镇", ("香榧种植", "休闲旅游")), ("店口镇", ("铜加工",))]


def test_the_industries_of_a_record_stand_below_its_name(found: Callable) -> None:
    first = "园区名称：诸暨经济开发区\n面积：42\n主导产业：环保装备、轴承\n"
    text = first + "嵊州市\n产业定位为电机和茶叶。"
    claims, _ = found(text, SHAOXING, "2015")
    assert told(claims) == [("诸暨经济开发区", ("环保装备", "轴承")), ("嵊州市", ("电机", "茶叶"))]


def test_a_record_ends_with_the_next_name(found: Callable) -> None:
    claims, _ = found("诸暨市\n嵊州市\n主导产业：电机、茶叶", SHAOXING, "2015")
    assert [c.name for c in claims] == ["嵊州市"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("('诸暨经济开发区', '环保装备、轴承'),", id="values"),
        pytest.param('{ "name": "诸暨经济开发区", "main": "环保装备、轴承" },', id="object"),
        pytest.param(
            "<tr><td>诸暨经济开发区</td><td>42</td><td>环保装备、轴承</td></tr>", id="markup"
        ),
        pytest.param('"name": "诸暨经济开发区",\n"main": ["环保装备", "轴承"],', id="array"),
        pytest.param("| 3 | **诸暨经济开发区** | 环保装备、轴承 |", id="marked table"),
    ],
)
def test_program_text_and_markup_hold_rows_too(found: Callable, text: str) -> None:
    claims, _ = found(text, SHAOXING, "2015")
    assert told(claims) == [("诸暨经济开发区", ("环保装备", "轴承"))]


def test_a_column_is_known_by_its_head(found: Callable) -> None:
    head = "序号 | 园区 | 主导产业\n1 | 诸暨经济开发区 | 环保装备\n"
    text = head + "2 | 新昌工业园区 | 轴承\n3 | 嵊州经济开发区 | 小笼包"
    assert [c.name for c in found(text, SHAOXING, "2015")[0]] == [
        "诸暨经济开发区",
        "新昌工业园区",
        "嵊州经济开发区",
    ]


def test_a_neighbour_counts_in_a_list_of_our_own_places_only(found: Callable) -> None:
    ours = "诸暨：袜业\n嵊州：茶叶\n新昌：轴承\n"
    claims, _ = found(ours + "东阳：建材", SHAOXING, "2015")
    assert where(claims[-1]) == ["330783"]
    claims, refused = found("东阳：建材", SHAOXING, "2015")
    assert claims == () and [u.name for u in refused] == ["东阳"]


def test_a_sentence_names_its_neighbours_in_full(found: Callable) -> None:
    text = "在杭州市、湖州市、嘉兴市、黄山市建设茶叶种植基地。"
    claims, _ = found(text, ZHEJIANG, "2015")
    assert [where(c) for c in claims] == [["330100"], ["330500"], ["330400"], ["341000"]]
    claims, _ = found("与黄山市、宣城市、杭州市共建茶叶种植基地。", ZHEJIANG, "2015")
    assert {code for c in claims for code in where(c)} <= {"330100"}


def test_a_far_namesake_is_no_neighbour(found: Callable) -> None:
    text = "诸暨：袜业\n嵊州：茶叶\n新昌：轴承\n漠河：旅游"
    claims, refused = found(text, SHAOXING, "2015")
    assert [c.name for c in claims] == ["诸暨", "嵊州", "新昌"]
    assert [(u.name, u.reason) for u in refused] == [("漠河", "outside")]


def test_a_name_that_nobody_knows_is_refused_in_sight(found: Callable) -> None:
    text = "诸暨：袜业\n乌有：茶叶\n嵊州：茶叶、电机\n新昌：轴承"
    claims, refused = found(text, SHAOXING, "2015")
    assert [c.name for c in claims] == ["诸暨", "嵊州", "新昌"]
    assert [(u.name, u.reason) for u in refused] == [("乌有", "unknown")]


def test_towns_of_a_list_lie_in_the_county_that_lists_them(found: Callable) -> None:
    claims, _ = found("茶叶主要分布在赵家镇、乌有镇、东白湖镇等乡镇。", ZHUJI, "2015")
    assert [(c.name, where(c)) for c in claims] == [
        ("赵家镇", ["330681"]),
        ("乌有镇", ["330681"]),
        ("东白湖镇", ["330681"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("在山区、库区等乡镇种植中药材。", id="zones"),
        pytest.param("在东部、南部乡镇发展中药材种植。", id="sectors"),
        pytest.param("在基础扎实、水源充足的乡镇发展蔬菜种植。", id="qualities"),
        pytest.param("依托香榧、珍珠特色乡镇，发展茶叶产业。", id="crops"),
        pytest.param("依托蔬菜、轴承等两个乡镇，发展茶叶产业。", id="crops-counted"),
        pytest.param("以上坞、下坞等乡镇为基地，发展茶叶种植。", id="nobody-knows-one"),
        pytest.param("一、茶产业\n依靠乡贤，各乡镇的干部、群众。", id="all-towns"),
    ],
)
def test_what_towns_are_like_is_no_town(found: Callable, text: str) -> None:
    assert found(text, ZHUJI, "2016")[0] == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("在枫桥、赵家两镇发展茶叶种植。", ["枫桥", "赵家"], id="count"),
        pytest.param("在枫桥、乌有等乡镇发展茶叶种植。", ["枫桥", "乌有"], id="one-is-known"),
    ],
)
def test_towns_that_a_list_counts_or_the_gazetteer_knows(
    found: Callable, text: str, names: list[str]
) -> None:
    assert [c.name for c in found(text, ZHUJI, "2016")[0]] == names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("游客主要分布在诸暨、嵊州、新昌。", id="no industry"),
        pytest.param("出口市场集中在诸暨、嵊州、新昌。", id="markets"),
        pytest.param("成员单位分别是：诸暨市、嵊州市、新昌县。", id="members"),
    ],
)
def test_what_is_spread_over_places_need_not_be_made_there(found: Callable, text: str) -> None:
    assert found(text, SHAOXING, "2015")[0] == ()


def test_the_head_of_a_record_is_not_joined_to_the_line_above() -> None:
    text = (
        "资料来源是市发改委的简介；地方日报二〇一五年十一月报道，有删节\n新昌县\n主导产业为轴承。"
    )
    clean = Plan.from_bytes(text.encode(), issuer=SHAOXING, issued="2015").clean
    assert "\n新昌县\n" in clean


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="诸暨嵊州新昌袜业轴承：:|、，。-—（）'\"<>1 \t\n", max_size=2 * LONGEST))
def test_cells_stand_in_their_line(text: str) -> None:
    if not text.strip():
        return
    try:
        plan = Plan.from_bytes(text.encode(), issuer=SHAOXING, issued="2015")
    except Exception as error:
        assert type(error).__module__ == "layers.errors"
        return
    for sentence in plan.sentences:
        found = line(plan, sentence)
        if found is None:
            continue
        assert sentence.start <= found.start <= found.end <= sentence.end
        edges = [edge for cell in found.cells for edge in cell]
        assert edges == sorted(edges) and all(found.start <= e <= found.end for e in edges)


def test_a_record_may_tell_of_its_size_first(found: Callable) -> None:
    text = "（一）诸暨经开区\n规划面积37平方公里，主导产业为袜业、铜加工，2020年产值300亿元。\n"
    (claim,), _ = found(text, SHAOXING, "2021")
    assert (claim.name, claim.focus) == ("诸暨经开区", ("袜业", "铜加工"))


def test_a_list_may_close_with_a_figure(found: Callable) -> None:
    (claim,), _ = found("诸暨市：袜业、铜加工，2020年袜业产值92亿元。", SHAOXING, "2021")
    assert claim.focus == ("袜业", "铜加工")
    assert not found("诸暨市：总人口45万人，2020年产值92亿元。", SHAOXING, "2021")[0]


def test_a_number_of_local_clusters_is_no_industry(found: Callable) -> None:
    text = "形成诸暨袜业、嵊州领带、新昌轴承等18个县域特色产业集群。"
    claims, _ = found(text, SHAOXING, "2021")
    assert [c.focus for c in claims] == [("袜业",), ("领带",), ("轴承",)]


def test_what_leads_and_how_much_is_sown_is_claimed(found: Callable) -> None:
    text = "诸暨市以袜业为首位产业，新昌县茶叶种植面积达到15万亩。"
    claims, _ = found(text, SHAOXING, "2021")
    assert told(claims) == [("诸暨市", ("袜业",)), ("新昌县", ("茶叶",))]
    assert not found("新昌县耕地面积达到15万亩。", SHAOXING, "2021")[0]


def test_a_unit_before_its_zone_is_no_industry(found: Callable) -> None:
    text = "1.新昌县产业集聚区。主导产业为轴承、制药，规划面积20平方公里。"
    (claim,), _ = found(text, SHAOXING, "2021")
    assert (claim.industry, claim.focus) == ("综合", ("轴承", "制药"))


def test_a_park_before_a_colon_lies_in_the_county_of_its_name(found: Callable) -> None:
    claims, refused = found("诸暨市无名园：重点发展袜业。", SHAOXING, "2021")
    assert not refused
    assert [(c.name, c.kind, where(c)) for c in claims] == [("诸暨市无名园", "zone", ["330681"])]


def test_clauses_that_are_all_places_and_goods_are_a_list(found: Callable) -> None:
    claims, _ = found("诸暨市、柯桥区袜业，嵊州市领带，新昌县轴承。", SHAOXING, "2021")
    assert [c.focus for c in claims] == [("袜业",), ("袜业",), ("领带",), ("轴承",)]
    assert not found("诸暨市水灾，嵊州市旱灾，新昌县雪灾。", SHAOXING, "2021")[0]


def test_a_part_of_a_zone_lies_where_its_name_says(found: Callable) -> None:
    text = (
        "主导产业：\n中关村昌平园：医药健康、先进能源\n中关村顺义园（两个分园）：航空航天、第三代半导体"
        "\n密云经济开发区：生命健康、智能装备、应急救援"
    )
    claims, _ = found(text, "110000", "2023")
    assert [[m.code for m in c.members] for c in claims] == [["110114"], ["110113"], ["110118"]]


def test_a_nickname_with_a_region_in_it_is_its_bearers(found: Callable) -> None:
    text = "商水县服装加工企业达到320家，被誉为“豫东服装之都”。"
    claims, _ = found(text, "411600", "2022")
    assert [(c.name, c.industry) for c in claims] == [("商水县", "服装")]


def test_a_zones_name_and_the_line_below_it_are_one_claim(found: Callable) -> None:
    text = (
        "开发区主导产业一览\n古塔区生产性服务业集聚区\n主导产业：工业设计、检验检测"
        "\n辽宁北镇经济开发区（省级，原沟帮子经济开发区）\n主导产业：熏制食品、农机配件"
    )
    claims, _ = found(text, "210700", "2023")
    assert [c.focus for c in claims] == [("工业设计", "检验检测"), ("熏制食品", "农机配件")]


def test_parks_behind_a_unit_and_a_colon_lie_in_the_unit(found: Callable) -> None:
    text = "东西湖区：走马岭工业园重点发展食品加工。江夏区：重点发展汽车，建设庙山光电子产业园。"
    claims, _ = found(text, "420100", "2021")
    assert [(c.name, c.members[0].code) for c in claims] == [
        ("走马岭工业园", "420112"),
        ("江夏区", "420115"),
        ("江夏区", "420115"),
    ]
