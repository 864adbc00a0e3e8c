"""Numbers of lists: whose each is, of which industry, of which indicator and year."""

from __future__ import annotations

import pytest

from tests.reader.numbers import read


@pytest.mark.parametrize(
    ("issuer", "text", "rows"),
    [
        pytest.param(
            "420600",
            "老河口市食品产业集群、枣阳市汽车零部件产业集群、宜城市精细化工产业集群产值分别达到150、120、80亿元。",
            [("老河口市", "食品", 150), ("枣阳市", "汽车零部件", 120), ("宜城市", "精细化工", 80)],
            id="clusters",
        ),
        pytest.param(
            "360700",
            "章贡区生物医药、赣县区稀土产值分别达到200、300亿元，分别增长6%、7%。",
            [
                ("章贡区", "生物医药", 200),
                ("赣县区", "稀土", 300),
                ("章贡区", "生物医药", 6),
                ("赣县区", "稀土", 7),
            ],
            id="a second series",
        ),
        pytest.param(
            "450000",
            "加快钦州石化、防城港钢铁两大基地建设，到2020年两大基地产值分别达到1500亿元、1200亿元。",
            [("钦州市", "石化", 1500), ("防城港市", "钢铁", 1200)],
            id="bases of the clause before",
        ),
        pytest.param(
            "330500",
            "安吉县竹产业、椅业和白茶产业产值分别达到156亿元、420亿元和31亿元。",
            [("安吉县", "竹产业", 156), ("安吉县", "椅业", 420), ("安吉县", "白茶", 31)],
            id="one place before the list",
        ),
        pytest.param(
            "150000",
            "呼和浩特、包头乳业产值分别增长12%、8%。",
            [("呼和浩特市", "乳业", 12), ("包头市", "乳业", 8)],
            id="one industry behind the list",
        ),
        pytest.param(
            "220000",
            "双辽市、梨树县玉米深加工能力达到500万吨和600万吨。",
            [("双辽市", "玉米", 500), ("梨树县", "玉米", 600)],
            id="without 分别",
        ),
        pytest.param(
            "320500",
            "昆山、太仓分别打造电子信息和航空产业集群，产值依次达到5000亿元和800亿元。",
            [("昆山市", "电子信息", 5000), ("太仓市", "航空", 800)],
            id="dealt out in the clause before",
        ),
        pytest.param(
            "320500",
            "昆山、太仓分别发展电子信息产业，产值分别达到5000亿元和800亿元。",
            [("昆山市", "电子信息", 5000), ("太仓市", "电子信息", 800)],
            id="one good of the clause before",
        ),
    ],
)
def test_whose_each_number_is(issuer: str, text: str, rows: list[tuple[str, str, float]]) -> None:
    got = [(t.scope[0].name, t.industry, t.value) for t in read(text, issuer, "2022")]
    assert got == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "机械装备、纺织服装两大产业分别实现营业收入410亿元、360亿元，分别增长8.1%、7%。",
            [("营业收入", 410), ("营业收入", 360), ("营业收入增速", 8.1), ("营业收入增速", 7)],
            id="said by the verb",
        ),
        pytest.param(
            "四大产业产值分别达到3000亿元以上、2500亿元左右和500亿元。",
            [("产值", 3000), ("产值", 2500), ("产值", 500)],
            id="no names",
        ),
        pytest.param(
            "净用地面积763平方米（1.14亩）。",
            [("面积", 763), ("面积", 1.14)],
            id="the same in another unit",
        ),
    ],
)
def test_each_has_the_lists_indicator(text: str, rows: list[tuple[str, float]]) -> None:
    assert [(t.indicator, t.value) for t in read(text)] == rows


def test_a_sign_behind_the_first_is_the_firsts() -> None:
    found = read("四大产业产值分别达到3000亿元以上、2500亿元左右和500亿元。")
    assert [t.comparator for t in found] == [">=", "~", "="]
    assert [t.comparator for t in read("三大产业产值分别超过30亿元、10亿元。")] == [">", ">"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2019年—2021年，光伏产业产值分别为580、650、820亿元。", [2019, 2020, 2021]),
        ("到二〇二五年，产值达1000亿元。", [2025]),
    ],
    ids=["a span", "Chinese digits"],
)
def test_years(text: str, years: list[int]) -> None:
    assert [t.year for t in read(text)] == years


def test_an_aim_of_the_year_of_issue_is_an_aim() -> None:
    assert [t.modality for t in read("2022年目标产值100亿元。")] == ["target"]


def test_a_name_that_is_a_word_is_one_of_its_list() -> None:
    found = read("东台、射阳、滨海、响水沿海四县海上风电装机达到500万千瓦。", "320900")
    assert [m.name for m in found[0].scope] == ["东台市", "射阳县", "滨海县", "响水县"]


def test_what_stands_below_a_units_own_line_is_the_units() -> None:
    text = (
        "诸暨市\n重点发展袜业。\n产值达到500亿元。\n珍珠产值达到100亿元。\n"
        "嵊州市\n重点发展厨具产业。\n产值达到80亿元。\n专栏1 项目\n全市总投资500亿元。"
    )
    got = [(t.value, t.scope[0].name) for t in read(text)]
    assert got == [(500, "诸暨市"), (100, "诸暨市"), (80, "嵊州市"), (500, "绍兴市")]


def test_capacity_that_is_given_up_stays_so_in_a_list() -> None:
    rows = read("到2025年，压减焦化产能50万吨、水泥产能200万吨，水泥产能达到300万吨。")
    assert [(t.industry, t.indicator, t.value) for t in rows] == [
        ("焦化", "去产能", 50),
        ("水泥", "去产能", 200),
        ("水泥", "产能", 300),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "打造千亿级新能源汽车产业集群和百亿级白酒产业集群。",
            [("新能源汽车", "产业集群规模", 1000), ("白酒", "产业集群规模", 100)],
            id="an order of magnitude is that of what follows it",
        ),
        pytest.param(
            "到2025年，培育先进制造业集群10个，其中绍兴、宁波各2个。",
            [("总体", "先进制造业集群数", 10), ("总体", "先进制造业集群数", 2)],
            id="as many each",
        ),
        pytest.param(
            "轴承产业2021年产值实现400亿元。",
            [("轴承", "产值", 400)],
            id="年 of the year",
        ),
        pytest.param(
            "2015—2020年产值增长10%。", [("总体", "产值增速", 10)], id="年 of the last year"
        ),
        pytest.param(
            "袜业产量200亿双，印染布产量50亿米，幕墙高30米。",
            [("袜业", "产量", 200), ("印染", "产量", 50)],
            id="pairs and lengths",
        ),
        pytest.param(
            "诸暨年产袜子250亿双，占全国的70%、全球的30%。",
            [("袜子", "年产量", 250), ("袜子", "占全国比重", 70), ("袜子", "占全球比重", 30)],
            id="a year's output and its shares",
        ),
        pytest.param(
            "纺织产业集群年产值达到10000亿元，石化产业集群突破15000亿元。",
            [("纺织", "年产值", 10000), ("石化", "年产值", 15000)],
            id="an industry is no indicator",
        ),
        pytest.param(
            "诸暨袜业、嵊州厨具等县域产业产值达到500亿元。",
            [("总体", "产值", 500)],
            id="等 sums goods up",
        ),
    ],
)
def test_what_a_number_is_of(text: str, rows: list[tuple[str, str, float]]) -> None:
    got = [(t.industry, t.indicator, t.value) for t in read(text, "330000")]
    assert got == rows


EACH = [
    pytest.param(
        "360000",
        "到2025年，电子信息、有色金属、装备制造产业营业收入均突破万亿元。",
        [("电子信息", 1), ("有色金属", 1), ("装备制造", 1)],
        id="industries",
    ),
    pytest.param(
        "510700",
        "到2025年，绵阳市电子信息、食品饮料产业产值均达到500亿元以上。",
        [("电子信息", 500), ("食品饮料", 500)],
        id="behind their place",
    ),
    pytest.param(
        "620000",
        "到2025年，新能源装备产业链、中医药产业链产值均达到300亿元。",
        [("新能源装备", 300), ("中医药", 300)],
        id="chains",
    ),
    pytest.param(
        "420600",
        "到2025年，规上企业户均产值达到5亿元，营业收入、利润均增长8%。",
        [("总体", 5), ("总体", 8)],
        id="no industries",
    ),
    pytest.param(
        "350900",
        "锂电、铜材料、不锈钢三大主导产业，力争2025年产值分别达到4000亿元、1500亿元、2500亿元。",
        [("锂电", 4000), ("铜材料", 1500), ("不锈钢", 2500)],
        id="listed before a comma",
    ),
    pytest.param(
        "520100",
        "到2025年，磷及磷化工、铝及铝加工产业产值分别达到600亿元和400亿元。",
        [("磷及磷化工", 600), ("铝及铝加工", 400)],
        id="a joint inside the items",
    ),
    pytest.param(
        "620000",
        "到2025年，马铃薯、高原夏菜种植面积分别达到1000万亩、600万亩。",
        [("马铃薯", 1000), ("高原夏菜", 600)],
        id="goods that nobody knows",
    ),
    pytest.param(
        "630000",
        "青绣、拉面产业从业人员分别达到3万人、18万人。",
        [("青绣", 3), ("拉面", 18)],
        id="people of industries",
    ),
    pytest.param(
        "320000",
        "战略性新兴产业、高新技术产业产值占规上工业比重分别达39.8%、47.5%。",
        [("战略性新兴产业", 39.8), ("总体", 47.5)],
        id="industries that are sums",
    ),
    pytest.param(
        "640500",
        "枸杞种植面积20万亩，硒砂瓜30万亩，改造良田10万亩。",
        [("枸杞", 20), ("硒砂瓜", 30), ("硒砂瓜", 10)],
        id="the next crop",
    ),
    pytest.param(
        "330600",
        "规上工业总产值1800亿元，其中集成电路产业产值396亿元，增长32%，占全市的22%。",
        [("总体", 1800), ("集成电路", 396), ("集成电路", 32), ("集成电路", 22)],
        id="the growth of a part",
    ),
    pytest.param(
        "330600",
        "到2025年，新昌县轴承产业、诸暨市规模以上工业产值分别达到100亿元、2000亿元。",
        [("轴承", 100), ("总体", 2000)],
        id="all that a place makes beside an industry",
    ),
    pytest.param("430100", "每万人发明专利拥有量45件。", [("总体", 45)], id="no hair"),
    pytest.param("420500", "磷石膏综合利用率达80%。", [("磷石膏", 80)], id="a rate of use"),
    pytest.param(
        "210100", "装备制造业增加值增长8.2%。", [("装备制造", 8.2)], id="no equipment alone"
    ),
]


@pytest.mark.parametrize(("issuer", "text", "rows"), EACH)
def test_each_industry_has_its_number(
    issuer: str, text: str, rows: list[tuple[str, float]]
) -> None:
    found = read(text, issuer, "2021")
    assert [(t.industry, t.value) for t in found] == rows


RANKS = [
    pytest.param(
        "到2025年，培育营业收入超百亿元企业、超十亿元企业、超亿元企业分别达到10家、100家、500家。",
        [(10, "营业收入", 100), (100, "营业收入", 10), (500, "营业收入", 1)],
        id="each with its noun",
    ),
    pytest.param(
        "到2025年，产值超50亿元、100亿元的农业龙头企业分别达到10家和3家。",
        [(10, "产值", 50), (3, "产值", 100)],
        id="one noun",
    ),
    pytest.param(
        "到2025年，百亿级、五十亿级企业分别达到3家、5家。",
        [(3, "产业规模", 100), (5, "产业规模", 50)],
        id="orders of magnitude",
    ),
    pytest.param(
        "到2025年，千亿元产业集群、百亿元企业分别达到20个、50家。",
        [(20, "产业规模", 1000), (50, "产业规模", 100)],
        id="of several things",
    ),
]


@pytest.mark.parametrize(("text", "rows"), RANKS)
def test_ranks_are_no_amounts(text: str, rows: list[tuple[float, str, float]]) -> None:
    found = read(text, "440000", "2021")
    limits = [t.threshold for t in found if t.threshold]
    assert [(t.value, n.indicator, n.value) for t, n in zip(found, limits, strict=True)] == rows


def test_sizes_of_a_list_of_clusters() -> None:
    text = "化工产业形成榆林煤化工超800亿元、渭南精细化工超200亿元的产业集群。"
    found = read("到2025年，" + text, "610000", "2021")
    assert [(t.indicator, t.value, t.scope[0].name) for t in found] == [
        ("产业规模", 800, "榆林市"),
        ("产业规模", 200, "渭南市"),
    ]


def test_places_that_an_earlier_clause_lists() -> None:
    text = "苏州、无锡地区生产总值均突破1万亿元，分别达到2.4万亿元、1.5万亿元。"
    rows = [(t.value, [m.name for m in t.scope]) for t in read(text, "320000", "2023")]
    assert rows[1:] == [(2.4, ["苏州市"]), (1.5, ["无锡市"])]


def test_a_count_in_the_bracket_behind_a_place() -> None:
    text = "布局建设一批特色园区，龙口市（2个）、莱州市（3个）。"
    assert [(t.indicator, t.value, t.scope[0].name) for t in read(text, "370600", "2021")] == [
        ("特色园区数", 2, "龙口市"),
        ("特色园区数", 3, "莱州市"),
    ]


@pytest.mark.parametrize(
    ("issuer", "text", "rows"),
    [
        pytest.param(
            "150000",
            "实施鄂尔多斯30万吨绿氨、包头10万吨多晶硅、乌海6万吨绿醇项目。",
            [
                ("鄂尔多斯市", "年生产能力", "绿氨", 30),
                ("包头市", "年生产能力", "多晶硅", 10),
                ("乌海市", "年生产能力", "绿醇", 6),
            ],
            id="projects of a list",
        ),
        pytest.param(
            "140000",
            "加快建设吕梁（柳林）百万吨铝基新材料园区。",
            [("柳林县", "园区规模", "铝基新材料", 1)],
            id="the size in a park's name",
        ),
        pytest.param(
            "130000",
            "推动石家庄生物医药、邢台太阳能光伏等107个县域特色产业集群提档升级。",
            [("河北省", "县域特色产业集群数", "总体", 107)],
            id="what becomes of the counted",
        ),
        pytest.param(
            "640000",
            "到2025年奶产业全产业链产值达到1000亿元，枸杞全产业链产值达到500亿元。",
            [
                ("宁夏回族自治区", "产值", "奶产业", 1000),
                ("宁夏回族自治区", "产值", "枸杞", 500),
            ],
            id="the whole of a chain",
        ),
        pytest.param(
            "131124",
            "大官亭镇的丝网、五公镇的汽车配件产值分别增长12%、10%，建设30万亩番茄基地。",
            [
                ("饶阳县", "产值增速", "丝网", 12),
                ("饶阳县", "产值增速", "汽车配件", 10),
                ("饶阳县", "番茄基地", "番茄", 30),
            ],
            id="towns and their goods",
        ),
        pytest.param(
            "513300",
            "到2025年清洁能源装机达到3000万千瓦，牦牛存栏250万头，玛咖产量10万吨。",
            [
                ("甘孜藏族自治州", "装机", "清洁能源", 3000),
                ("甘孜藏族自治州", "存栏", "牦牛", 250),
                ("甘孜藏族自治州", "产量", "玛咖", 10),
            ],
            id="goods that no list has",
        ),
        pytest.param(
            "441621",
            "克服工业重新起步的困难，引进落户项目31个。先进材料产业集群工业产值1500亿元。",
            [
                ("紫金县", "落户项目引进数", "总体", 31),
                ("紫金县", "工业产值", "先进材料", 1500),
            ],
            id="a verb before 工业",
        ),
        pytest.param(
            "320500",
            "电子信息、生物医药产值年均增长8%、20%。规上工业增加值、税收、利润增长6%、8%、10%。",
            [
                ("苏州市", "产值年均增速", "电子信息", 8),
                ("苏州市", "产值年均增速", "生物医药", 20),
                ("苏州市", "规上工业增加值增速", "总体", 6),
                ("苏州市", "税收增速", "总体", 8),
                ("苏州市", "利润增速", "总体", 10),
            ],
            id="dealt out without 分别",
        ),
        pytest.param(
            "410000",
            "电子信息等六个高成长性产业、铝精深加工、精品钢4个产业带动全局，"
            "实施“百千万”亿级优势产业集群培育工程。",
            [],
            id="what a list of industries comes to",
        ),
        pytest.param(
            "370000",
            "电子信息、装备制造产值达到5000亿元、3000亿元，钢铁、水泥产量突破1亿吨、2亿吨。",
            [
                ("山东省", "产值", "电子信息", 5000),
                ("山东省", "产值", "装备制造", 3000),
                ("山东省", "产量", "钢铁", 1),
                ("山东省", "产量", "水泥", 2),
            ],
            id="levels dealt out without 分别",
        ),
        pytest.param(
            "350000",
            "海洋经济总值1.3万亿元，民营经济增加值占比70%，千亿产业集群达到23个。",
            [
                ("福建省", "海洋经济总值", "海洋经济", 1.3),
                ("福建省", "增加值占比", "总体", 70),
                ("福建省", "千亿产业集群数", "总体", 23),
            ],
            id="what is of no industry",
        ),
    ],
)
def test_what_a_number_measures(
    issuer: str, text: str, rows: list[tuple[str, str, str, float]]
) -> None:
    found = read(text, issuer, "2026")
    assert [(t.scope[0].name, t.indicator, t.industry, t.value) for t in found] == rows
