"""Names: words that look like places, namesakes, dates, strings of initials."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geo.gazetteer import Gazetteer
from layers.extract.places.initials import initials
from layers.extract.places.toponyms import REASONS, Resolver

# Sentences in which a dictionary finds a county or town that nobody means: the worst twenty.
TRAPS = [
    ("330000", "大力发展战略性新兴产业，建设战略性新兴产业基地。", "新兴", "emerging"),
    ("440000", "加快战略性新兴产业集群发展。", "新兴", "emerging-at-home"),
    ("620000", "深化科技合作，建设产业合作基地。", "合作", "cooperation"),
    ("450000", "推进资源综合利用产业基地建设，加强资源要素保障。", "资源", "resources"),
    ("450000", "坚持和平发展，加强平安建设。", "平安", "peace"),
    ("120000", "走和平发展道路，建设和谐社会。", "和平", "peace-district"),
    ("320000", "创新发展方式，建设创新型产业集群。", "建设", "construction"),
    ("330000", "推动信息化和工业化深度融合。", "工业", "industry"),
    ("430000", "打通物流通道，建设物流产业基地。", "通道", "thoroughfare"),
    ("420000", "公安机关加强安全生产监管，建设装备制造基地。", "公安", "police"),
    ("210000", "扩大对外开放，建设开放型经济产业园。", "开放", "opening"),
    ("220000", "促进经济平稳较快发展，建设食品加工基地。", "经济", "economy"),
    ("150000", "实现东部地区、中部地区协调发展。", "东部", "east"),
    ("230000", "建设友好城市，打造旅游名城。", "友好", "friendly"),
    ("350000", "构建光明前景，建设光电产业基地。", "光明", "bright"),
    ("510000", "提高居民安居乐业水平，建设绿色建材基地。", "安居", "dwelling"),
    ("340000", "发挥龙头企业作用，建设家电产业基地。", "龙头", "leader"),
    ("370000", "发挥中心城区作用，建设海洋装备产业基地。", "中心", "centre"),
    ("610000", "兴平安之风，振兴装备制造业。", "振兴", "revival"),
    ("530000", "确保大方向不变，建设稀有金属产业园。", "大方", "direction"),
    ("220000", "推动园区和龙头企业联动，建设人参产业基地。", "和龙", "and-leaders"),
    ("620000", "强化产业布局和政策引导，建设精细化工产业基地。", "和政", "and-policies"),
    ("140000", "坚持动态和静态相结合，建设煤化工产业基地。", "和静", "and-still"),
    ("130000", "太行山东麓建设核桃产业基地。", "山东", "eastern-foot"),
]


@pytest.mark.parametrize(("issuer", "text", "word"), [pytest.param(*t[:3], id=t[3]) for t in TRAPS])
def test_words_that_are_names_are_no_places(
    found: Callable, issuer: str, text: str, word: str
) -> None:
    claims, refused = found(text, issuer, "2017")
    home = issuer
    assert all(m.code == home for c in claims for m in c.members), [c.name for c in claims]
    assert all(u.name != word for u in refused)


@pytest.mark.parametrize(
    ("issuer", "text", "codes"),
    [
        pytest.param("620000", "支持合作市建设牦牛产业基地。", ["623001"], id="suffix"),
        pytest.param(
            "450000", "建设资源、兴安新能源产业基地。", ["450329", "450325"], id="list-of-places"
        ),
        pytest.param(
            "630000", "支持海南打造清洁能源产业基地。", ["632500"], id="hainan-of-qinghai"
        ),
        pytest.param("460000", "支持海口打造数字经济产业基地。", ["460100"], id="haikou"),
        pytest.param(
            "220000",
            "长春、吉林打造新材料产业基地。",
            ["220100", "220200"],
            id="city-beside-a-city",
        ),
    ],
)
def test_names_by_suffix_list_and_issuer(
    found: Callable, issuer: str, text: str, codes: list[str]
) -> None:
    claims, _ = found(text, issuer, "2024")
    assert [m.code for c in claims for m in c.members] == codes


def test_a_namesake_that_nothing_decides_is_refused_with_its_candidates(found: Callable) -> None:
    claims, refused = found("支持鼓楼区建设软件产业基地。", "320000", "2024")
    assert claims == () or all(c.basis == "none" for c in claims)
    assert [(u.name, u.reason) for u in refused] == [("鼓楼区", "ambiguous")]
    assert {c.split()[1] for c in refused[0].candidates} == {"320106", "320302"}


def test_a_parent_in_front_decides_between_namesakes(found: Callable) -> None:
    claims, refused = found("支持南京鼓楼区建设软件产业基地。", "320000", "2024")
    assert [m.code for m in claims[0].members] == ["320106"]
    assert refused == ()


def test_a_county_is_that_of_the_plans_date(found: Callable) -> None:
    text = "支持绍兴县建设纺织装备产业基地。"
    (claim,), _ = found(text, "330600", "2011-03")
    assert (claim.members[0].code, claim.members[0].code_today) == ("330621", "330603")
    later, refused = found(text, "330600", "2017")
    assert later == ()
    assert [u.reason for u in refused] == ["expired"]


def test_a_place_outside_the_issuer_is_no_claim(found: Callable) -> None:
    claims, _ = found("支持常州建设动力电池产业基地。", "330000", "2021")
    assert not any(m.code == "320400" for c in claims for m in c.members)


@pytest.mark.parametrize(
    ("issuer", "chunk", "codes"),
    [
        pytest.param(
            "150000", "呼包鄂", ["150100", "150200", "150600"], id="three-of-inner-mongolia"
        ),
        pytest.param("610000", "宝汉天", ["610300", "610700", "620500"], id="neighbour-abroad"),
        pytest.param("510000", "成渝绵", ["510100", "500000", "510700"], id="municipality-abroad"),
        pytest.param("460000", "湘琼", ["430000", "460000"], id="two-provinces"),
        pytest.param("330000", "新材料", [], id="no-string-material"),
        pytest.param("500000", "西永", [], id="no-string-of-far-places"),
        pytest.param("330000", "高端", [], id="no-string-high-end"),
    ],
)
def test_strings_of_one_character_a_place(
    gazetteer: Gazetteer, issuer: str, chunk: str, codes: list[str]
) -> None:
    found = initials(chunk, Resolver(gazetteer, issuer, "2024"))
    held = [p.code for p in found.places] if found.length == len(chunk) else []
    assert held == codes


def test_a_string_goes_on_without_the_character_that_nothing_decides(gazetteer: Gazetteer) -> None:
    found = initials("成德绵内广遂", Resolver(gazetteer, "510000", "2010"))
    assert [p.name for p in found.places] == ["成都市", "德阳市", "绵阳市", "内江市", "遂宁市"]
    assert (found.length, {p.name for p in found.doubtful}) == (6, {"广元市", "广安市"})


def test_refusals_give_a_reason_of_the_closed_list(found: Callable) -> None:
    text = "支持鼓楼区、绍兴县建设软件产业基地，支持合作市建设牦牛产业基地。"
    _, refused = found(text, "320000", "2024")
    assert refused
    assert {u.reason for u in refused} <= set(REASONS)


def test_a_town_does_not_answer_for_a_city_elsewhere(gazetteer: Gazetteer) -> None:
    found = Resolver(gazetteer, "230000", "2016").resolve("长春")
    assert found.place is None
    assert "长春市" in {p.name for p in found.candidates}


@pytest.mark.parametrize(
    ("issuer", "word"),
    [
        pytest.param("500000", "中石化", id="a-firm"),
        pytest.param("340000", "安全感", id="a-feeling"),
        pytest.param("320000", "通信安全", id="a-field"),
    ],
)
def test_words_are_no_strings_of_short_forms(gazetteer: Gazetteer, issuer: str, word: str) -> None:
    assert initials(word, Resolver(gazetteer, issuer, "2024")).length == 0


def test_what_a_string_lacks_stands_in_its_note(found: Callable) -> None:
    (claim,), (refused,) = found("建设成德绵内广遂电子信息产业带。", "510000", "2010")
    assert claim.note == "without one that nothing decides: 广元市 or 广安市"
    assert (refused.name, refused.reason) == ("成德绵内广遂", "ambiguous")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        pytest.param("藏西北", True, id="part-of-a-province"),
        pytest.param("鲁南", True, id="one-direction"),
        pytest.param("鲁南部", False, id="a-part-by-the-word"),
        pytest.param("城西北", False, id="no-province"),
    ],
)
def test_parts_of_provinces_by_the_compass(gazetteer: Gazetteer, words: str, part: bool) -> None:
    assert Resolver(gazetteer, "330000", "2024").compass(words) is part


@pytest.mark.parametrize(
    ("issuer", "text", "codes"),
    [
        pytest.param("610000", "陕北（不含榆林）重点发展能源化工产业。", ["610600"], id="left-out"),
        pytest.param("610000", "陕北（榆林以外）重点发展能源化工产业。", ["610600"], id="outside"),
        pytest.param("610000", "陕北（榆林除外）重点发展能源化工产业。", ["610600"], id="save-for"),
        pytest.param("610000", "陕北（榆林）能源化工基地加快建设。", ["610800"], id="where-in-it"),
        pytest.param(
            "220000", "支持吉林（市）发展碳纤维产业。", ["220200"], id="the-city-it-means"
        ),
        pytest.param(
            "340000", "建设马鞍山（含山）铸造产业基地。", ["340522"], id="a-name-like-a-word"
        ),
        pytest.param(
            "330000", "支持绍兴（新昌、嵊州）建设轴承基地。", ["330624", "330683"], id="counties"
        ),
        pytest.param("330000", "宁波（余姚另行规划）重点发展石化。", ["330200"], id="apart"),
        pytest.param("530000", "在红河（个旧以外）重点发展锡产业。", ["532500"], id="but-for"),
        pytest.param("330000", "宁波（含象山）重点发展海洋装备产业。", ["330200"], id="counted-in"),
        pytest.param("330000", "建设宁波（象山）海洋装备基地。", ["330225"], id="seat"),
        pytest.param("330000", "建设绍兴（原越城）黄酒产业基地。", ["330600"], id="former-name"),
        pytest.param("370000", "支持济南市中区建设软件基地。", ["370103"], id="in the middle"),
        pytest.param("370000", "支持济南市建设软件基地。", ["370100"], id="the city"),
        pytest.param("210000", "丹东港以大东港区为重点，发展物流。", ["210600"], id="of the port"),
        pytest.param("621100", "陇中物流园位于安定区。", ["621102"], id="where it is said to lie"),
        pytest.param(
            "621100", "石化产业园项目位于安定区。", ["621102"], id="a project and where it lies"
        ),
        pytest.param("210000", "支持大东区建设物流基地。", ["210104"], id="a district"),
        pytest.param(
            "130500", "以沙河金百家工业园区为主体的建材产业基地。", ["130582"], id="at its head"
        ),
    ],
)
def test_which_units_a_name_and_its_bracket_mean(
    found: Callable, issuer: str, text: str, codes: list[str]
) -> None:
    claims, _ = found(text, issuer, "2018")
    assert [m.code for c in claims for m in c.members] == codes


def test_what_bears_a_name_of_elsewhere_is_refused_in_sight(found: Callable) -> None:
    _, refused = found("建设靖边无人机产业园。", "610100", "2018")
    assert [(r.name, r.reason) for r in refused] == [("靖边无人机产业园", "outside")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("湖田镇主要发展乡村旅游业。", ["湖田镇"], id="acts"),
        pytest.param("各乡镇重点发展茶叶。", [], id="all of them"),
        pytest.param("特色小镇加快建设，全镇大力发展旅游。", [], id="a kind of town"),
        pytest.param("洪塘镇重点发展油茶。", [], id="known"),
    ],
)
def test_a_town_that_nobody_knows_is_refused_in_sight(
    found: Callable, text: str, names: list[str]
) -> None:
    assert [r.name for r in found(text, "360900", "2020")[1]] == names


def test_a_town_of_a_list_is_not_another_countys(found: Callable) -> None:
    text = "打造三大茶叶产区：英山县杨柳湾镇、城关镇，麻城市龟山镇、城关镇。"
    claims, _ = found(text, "420000", "2021")
    towns = [c.members[0] for c in claims if c.name == "城关镇"]
    assert [m.code or m.within for m in towns] == ["421124", "421181"]


def test_a_towns_bare_name_behind_a_city_narrows_nothing(found: Callable) -> None:
    codes = {}
    for place in ("大庆宏伟", "大庆宏伟乡", "林甸宏伟"):
        claims, _ = found(f"建设{place}石化产业基地。", "230000", "2018")
        codes[place] = [(m.code, m.within) for c in claims for m in c.members]
    assert codes["大庆宏伟"] == [("230600", None)]
    assert codes["大庆宏伟乡"] == codes["林甸宏伟"] != codes["大庆宏伟"]


@pytest.mark.parametrize(
    ("issuer", "name", "codes"),
    [
        pytest.param("511700", "万达开", ["500101", "500154", "511700"], id="over-a-border"),
        pytest.param("650000", "南疆三地州", ["653000", "653100", "653200"], id="three-of-five"),
        pytest.param("530000", "滇中", ["530100", "530300", "530400", "532300"], id="plateau"),
        pytest.param(
            "640000",
            "贺兰山东麓",
            ["640100", "640200", "640381", "640303"],
            id="foot-of-a-mountain",
        ),
        pytest.param("620000", "陇东南", ["620500", "620800", "621000", "621200"], id="compass"),
    ],
)
def test_regions_known_by_common_usage(
    found: Callable, issuer: str, name: str, codes: list[str]
) -> None:
    claims, _ = found(f"{name}重点发展中药材产业。", issuer, "2023")
    assert [m.code for c in claims for m in c.members] == codes


@pytest.mark.parametrize(
    ("issued", "code"),
    [
        pytest.param("2013-02", "330682", id="before"),
        pytest.param("2013", "330682", id="in-the-year"),
        pytest.param("2014", "330604", id="after"),
    ],
)
def test_a_unit_renamed_in_the_year_of_issue_is_one_place(
    gazetteer: Gazetteer, issued: str, code: str
) -> None:
    place = Resolver.of(gazetteer, "330600", issued).resolve("上虞").place
    assert place is not None and place.code == code


def test_a_text_may_end_in_a_park(found: Callable) -> None:
    claims, _ = found("浙江建设绍兴园", "330000", "2018")
    assert [c.kind for c in claims] == ["zone"]


def test_a_zone_behind_a_name_is_not_hidden_by_a_town(found: Callable) -> None:
    claims, _ = found("太原中北高新区重点发展特钢材料产业。", "140000", "2024")
    assert [c.name for c in claims] == ["太原中北高新区"]


def test_a_county_s_own_town_is_its_own_whatever_other_counties_have(found: Callable) -> None:
    text = "曹路镇、高桥镇的汽车配套，高行镇的石油化工配套，川沙镇的精密电子配套已有规模。"
    claims, refused = found(text, "310115", "2011")
    assert [c.name for c in claims] == ["曹路镇", "高桥镇", "高行镇", "川沙镇"]
    assert {m.within or m.code for c in claims for m in c.members} == {"310115"}
    assert refused == ()


def test_a_zone_lies_where_it_is_and_not_where_its_name_says(found: Callable) -> None:
    claims, _ = found("支持井冈山经开区建设通讯设备产业基地。", "360000", "2021")
    assert {m.within for c in claims for m in c.members} == {"360821"}


def test_a_zone_of_its_own_name_lies_in_its_county(found: Callable) -> None:
    claims, _ = found("虹桥经济技术开发区重点发展会展产业。", "310000", "2018")
    assert [m.within for c in claims for m in c.members] == ["310105"]
    claims, _ = found("虹桥经济技术开发区重点发展会展产业。", "330000", "2018")
    assert claims == ()


def test_a_borderland_of_provinces_is_none_of_them(found: Callable) -> None:
    claims, refused = found("强化浙赣闽边界地区铜材加工产业集聚。", "360000", "2023")
    assert claims == ()
    assert [u.name for u in refused] == ["浙赣闽"]


def test_a_bracket_behind_a_province_is_no_seat(found: Callable) -> None:
    claims, _ = found("支持新昌轴承产业园、浙江(广东)家居产业园发展。", "330600", "2019")
    assert {m.code for c in claims for m in c.members} == {"330624"}


def test_a_base_named_for_a_site_that_nobody_knows_is_refused(found: Callable) -> None:
    claims, refused = found("规划建设海甸岛物联网应用创新基地。", "460000", "2019")
    assert claims == ()
    assert [u.name for u in refused] == ["海甸岛物联网应用创新基地"]


def test_an_extent_below_the_walls_is_the_countys(found: Callable) -> None:
    claims, _ = found("推进临县城北红枣园区建设。", "141100", "2014")
    assert [m.code for c in claims for m in c.members] == ["141124"]


@pytest.mark.parametrize(
    ("issuer", "text", "codes"),
    [
        pytest.param("350000", "南安市官桥镇发展粮食物流。", ["350583"], id="town-elsewhere"),
        pytest.param("410000", "民权县北关镇发展画虎产业。", ["411421"], id="district-elsewhere"),
        pytest.param(
            "440000", "佛山市禅城区石湾镇街道发展陶瓷产业。", ["440604"], id="town-and-subdistrict"
        ),
        pytest.param("350000", "南安市官桥发展食品产业。", ["350583"], id="bare-town"),
    ],
)
def test_a_town_behind_its_county_is_that_countys(
    found: Callable, issuer: str, text: str, codes: list[str]
) -> None:
    claims, _ = found(text, issuer, "2022")
    assert [m.code for c in claims for m in c.members] == codes


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        pytest.param("330624", "嵊州领带产业园建成投产。", "嵊州领带产业园", id="built"),
        pytest.param("330624", "嵊州经开区重点发展厨具。", "嵊州经开区", id="its-own-zone"),
        pytest.param(
            "330624", "嵊州领带产业园、诸暨袜业产业园。", "嵊州领带产业园", id="alone-on-a-line"
        ),
    ],
)
def test_a_park_of_another_county_is_refused(
    found: Callable, issuer: str, text: str, name: str
) -> None:
    claims, refused = found(text, issuer, "2022")
    assert claims == ()
    assert name in [u.name for u in refused]
    assert len({u.id for u in refused}) == len(refused)


def test_a_park_by_a_word_that_many_units_bear_is_the_countys(found: Callable) -> None:
    claims, _ = found("城东工业园重点发展食品产业。", "330624", "2022")
    assert [m.code for c in claims for m in c.members] == ["330624"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("诸暨企业在江西抚州投资的铜加工产业园建成投产。", id="in another province"),
        pytest.param("由诸暨企业投资建设的越南袜业产业园开园。", id="abroad"),
        pytest.param("我市企业到新疆建设纺织产业园。", id="gone elsewhere"),
        pytest.param("我市对口支援四川省沐川县，建设竹产业园。", id="help"),
    ],
)
def test_what_is_built_elsewhere_is_none_of_the_issuers(found: Callable, text: str) -> None:
    assert found(text, "330681", "2022")[0] == ()


def test_a_city_beside_cities_is_no_county_of_its_name(found: Callable) -> None:
    claims, _ = found("支持吉林、长春打造新材料产业基地。", "220000", "2022")
    assert [m.code for c in claims for m in c.members] == ["220200", "220100"]


def test_a_year_holds_two_versions_of_a_district(found: Callable) -> None:
    """The district was redrawn in March 2021; a year for a date means that of January."""
    (claim,), _ = found("打造杭州市萧山区数字经济产业基地。", "330000", "2021")
    assert [m.code for m in claim.members] == ["330109"]


@pytest.mark.parametrize(
    ("issuer", "text", "expected", "unknown"),
    [
        pytest.param(
            "510000",
            "成都软件和信息服务、成德高端能源装备、德阳清洁能源装备等集群入选名单。",
            [("软件和信息服务", ["510100"]), ("高端能源装备", ["510100", "510600"])],
            [],
            id="two-letters-before-their-goods",
        ),
        pytest.param(
            "510000",
            "成都软件、成渝地区电子信息等集群入选名单。",
            [("软件", ["510100"])],
            [],
            id="a-region-of-two-provinces",
        ),
        pytest.param(
            "330000",
            "建设甬舟绿色石化基地。",
            [("绿色石化", ["330200", "330900"])],
            [],
            id="two-letters-before-a-quality",
        ),
        pytest.param(
            "650000",
            "建设伊犁、库拜两大煤炭基地。",
            [("煤炭", ["654000"]), ("煤炭", ["652902", "652926"])],
            [],
            id="counties-before-a-count",
        ),
        pytest.param(
            "350000",
            "重点布局漳州、泉州、可门三大石化基地。",
            [("石化", ["350600"]), ("石化", ["350500"])],
            ["可门"],
            id="a-name-that-nobody-knows-before-a-count",
        ),
        pytest.param(
            "650000",
            "建设哈密、塔城、百里风区风电基地。",
            [("风电", ["650500"]), ("风电", ["654200"])],
            ["百里风区"],
            id="a-district-that-nobody-knows",
        ),
    ],
)
def test_the_names_of_a_list_up_to_its_end(
    found: Callable,
    issuer: str,
    text: str,
    expected: list[tuple[str, list[str]]],
    unknown: list[str],
) -> None:
    claims, refused = found(text, issuer, "2022")
    read = [(c.focus[0], [m.code for m in c.members]) for c in claims]
    assert read[: len(expected)] == expected
    assert [u.name for u in refused] == unknown


@pytest.mark.parametrize(
    ("issued", "count", "last"), [("2014", 9, "济源市"), ("2018", 30, "亳州市")]
)
def test_a_region_is_what_it_was_on_the_plans_date(
    gazetteer: Gazetteer, issued: str, count: int, last: str
) -> None:
    resolver = Resolver.of(gazetteer, "410000", issued)
    place = resolver.resolve("中原城市群").place
    assert place is not None
    members = [p.name for p in resolver.members(place)]
    assert (len(members), last in members) == (count, True)
