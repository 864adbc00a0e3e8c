"""Words that look like what they are not: adverbs, headings, columns, counties within words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reader.numbers import read

CLAIMED = [
    pytest.param(
        "330000",
        "慈溪打造智能家电产业基地，大力打造新材料产业集群。",
        [("智能家电", "330282"), ("新材料", "330282")],
        id="an adverb is no builder",
    ),
    pytest.param(
        "330000",
        "慈溪打造智能家电产业基地，前湾打造新材料产业集群。",
        [("智能家电", "330282")],
        id="a name that nobody knows is one",
    ),
    pytest.param(
        "330000",
        "浙江省纺织产业规划\n纺织产业以绍兴为龙头，联动宁波",
        [("纺织", "330600")],
        id="places end the text",
    ),
    pytest.param(
        "330000",
        "县市 | 集群名称\n湖州市 | 丝绸产业集群\n绍兴市 | 黄酒产业集群",
        [("丝绸", "330500"), ("黄酒", "330600")],
        id="a column of clusters",
    ),
    pytest.param(
        "330000",
        "县（市） | 历史经典产业\n湖州市 | 丝绸\n绍兴市 | 黄酒",
        [("丝绸", "330500"), ("黄酒", "330600")],
        id="a column of old industries",
    ),
    pytest.param(
        "330000",
        "园区名称 | 主导产业\n平原科创园 | 生物医药\n绍兴市 | 黄酒",
        [("黄酒", "330600")],
        id="a row whose name holds 原",
    ),
    pytest.param(
        "330000",
        "（二）淘汰落后产能，培育新兴产业\n打造诸暨光伏产业集聚区。",
        [("光伏", "330681")],
        id="a heading of two matters",
    ),
    pytest.param("330000", "（二）限制类产业\n打造诸暨光伏产业集聚区。", [], id="a heading of one"),
    pytest.param(
        "210100",
        "支持沈河、和平发展数字安防产业。",
        [("数字安防", "210103"), ("数字安防", "210102")],
        id="和 behind a mark joins nothing",
    ),
    pytest.param(
        "350000",
        "支持泉港建设石化产业基地。",
        [("石化", "350505")],
        id="a district that is no harbour",
    ),
    pytest.param(
        "430000",
        "支持邵阳建设湘中南装备制造基地。",
        [("装备制造", "430500")],
        id="a region that nobody knows is a word of what is built",
    ),
    pytest.param(
        "450200",
        "打造城东汽车产业基地（含柳南区太阳村镇汽车零部件园区）和城西专用车产业园两大汽车产业基地。",
        [("汽车", "450200"), ("专用车", "450200"), ("汽车零部件", "450204")],
        id="a bracket ends the words of its place",
    ),
    pytest.param(
        "510900",
        "食品饮料的产业承载地则为射洪县和船山区。",
        [("食品饮料", "510981"), ("食品饮料", "510903")],
        id="an adverb before what is said",
    ),
    pytest.param(
        "350300",
        "石材加工厂逐步向仙游县、涵江区集中。",
        [("石材", "350322"), ("石材", "350303")],
        id="where works move to",
    ),
    pytest.param(
        "210100",
        "浑南集成电路装备规模占全国近四分之一，沈北陶瓷产量占全省的三成。",
        [("集成电路装备", "210112"), ("陶瓷", "210113")],
        id="a share of what is made",
    ),
    pytest.param(
        "120000",
        "西青经济技术开发区再生资源年处理能力达180万吨。",
        [("再生资源", "120111")],
        id="how much of it is made",
    ),
    pytest.param("210100", "浑南能耗占全市三成，沈河专利数占全市两成。", [], id="other shares"),
    pytest.param(
        "620421",
        "五基地：城北种羊繁育基地、城南生猪养殖基地。",
        [("种羊", "620421"), ("生猪养殖", "620421")],
        id="a number is no name",
    ),
    pytest.param(
        "370000", "培育济泰德机器人产业集群。", [], id="a string of cities that nothing decides"
    ),
    pytest.param(
        "430700",
        "湖南桃源高新技术产业开发区（省级）\n主导产业：铝材加工\n"
        "湖南石门经济开发区\n主导产业：柑橘加工",
        [("铝材加工", "430725"), ("柑橘加工", "430726")],
        id="the province before a county, where other units are called so too",
    ),
    pytest.param(
        "361000",
        "崇仁工业园区：陶瓷（首位）；电子信息\n南城工业园区：中药\n东乡经济开发区：绿色食品",
        [("综合", "361024"), ("中药", "361021"), ("绿色食品", "361003")],
        id="goods behind a semicolon, counties called by words",
    ),
    pytest.param(
        "430200",
        "株洲市打造成为天元区沿江开发的核心承载区。",
        [],
        id="whose something becomes",
    ),
    pytest.param(
        "430200",
        "把轴承产业打造成为芦淞区的支柱产业。",
        [("轴承", "430203")],
        id="把 is no part of an industry",
    ),
    pytest.param(
        "450900",
        "容县、北流市则分别瞄准家具和水泥产业。",
        [("家具", "450921"), ("水泥", "450981")],
        id="what counties aim at",
    ),
    pytest.param(
        "330000",
        "不得重复建设，各地主攻方向为：\n湖州市：丝绸\n绍兴市：黄酒",
        [("丝绸", "330500"), ("黄酒", "330600")],
        id="a caption of two matters",
    ),
    pytest.param(
        "360000",
        "新增规模以上高新技术企业100家，打造电子信息产业集群。",
        [("电子信息", "360000")],
        id="no 上高 in 以上高新",
    ),
    pytest.param(
        "330000", "以上虞为核心打造化工产业集群。", [("化工", "330604")], id="以上虞为核心"
    ),
    pytest.param(
        "450000",
        "桂林市 | 资源循环利用\n柳州市 | 汽车",
        [("资源循环利用", "450300"), ("汽车", "450200")],
        id="no 资源 in 资源循环",
    ),
    pytest.param("330000", "关停企业：印染（绍兴柯桥）、化工（宁波镇海）。", [], id="closed works"),
    pytest.param("330000", "支持和田建设棉纺织产业基地。", [], id="和 opens a name"),
    pytest.param(
        "371500", "加快建设聊城无缝钢管产业集群。", [("无缝钢管", "371500")], id="无 in goods"
    ),
    pytest.param("140000", "太原是我国重要的煤化工基地。", [("煤化工", "140100")], id="原是"),
    pytest.param(
        "653100",
        "依托对口援疆机制，莎车县建设纺织服装产业基地。",
        [("纺织服装", "653125")],
        id="whom others aid",
    ),
    pytest.param(
        "410000",
        "洛阳、豫西南建设化工基地。",
        [("化工", "410300")],
        id="a neighbour that nobody knows",
    ),
    pytest.param("410000", "打造豫西南新能源板块。", [], id="豫西南 is not 豫西"),
    pytest.param("150600", "打造蒙西化工基地。", [], id="a region round the issuer"),
    pytest.param(
        "230000",
        "依托哈电集团、东安动力等企业，发展发电设备产业。",
        [],
        id="a firm behind another",
    ),
    pytest.param(
        "511600",
        "建成以蜜李、柚子等品种为主的水果基地和园区、以黄连、丹参为主的五大中药材基地。",
        [("水果", "511600"), ("中药材", "511600")],
        id="the most of what is counted",
    ),
]


@pytest.mark.parametrize(("issuer", "text", "claimed"), CLAIMED)
def test_what_words_hide_or_feign(
    found: Callable, issuer: str, text: str, claimed: list[tuple[str, str]]
) -> None:
    claims = found(text, issuer, "2017")[0]
    assert [(c.industry, m.code_today) for c in claims for m in c.members] == claimed


NUMBERS = [
    pytest.param("产业能级跃升工程-5大千亿级产业集群。", [(5, "千亿级产业集群数")], id="a dash"),
    pytest.param("杭州市纺织、绍兴市化工产值分别达到20亿元、30亿元。", [], id="another's first"),
    pytest.param("诸暨市化工、杭州市纺织产值分别达到20亿元、30亿元。", [], id="another's last"),
    pytest.param("产值占全省两成半。", [(2.5, "产值占比")], id="two tenths and a half"),
    pytest.param("每年产学研合作项目100项。", [(100, "产学研合作项目数")], id="no 年产"),
    pytest.param("轴承产业到2025年产值实现400亿元。", [(400, "产值")], id="no 年产值"),
    pytest.param("用地比上年全市减少100亩。", [(100, "用地减量")], id="less than the year before"),
    pytest.param("农畜产品加工业总产值100亿元。", [(100, "总产值")], id="no 工业总产值"),
    pytest.param("云计算产业安装机架3万个。", [(3, "云计算产业安装机架数")], id="no 装机"),
    pytest.param("市场主体总量突破60万户。", [(60, "市场主体总量")], id="no city's grade"),
    pytest.param("沿江1公里范围内禁止新建化工园区。", [], id="a ban's reach"),
    pytest.param("严禁在干流岸线2公里内新建化工项目。", [], id="within some distance"),
    pytest.param("人口自然增长率-2.5‰。", [(-2.5, "人口自然增长率")], id="below zero"),
    pytest.param("增速-3%至5%。", [(-3, "增速")], id="from below zero"),
    pytest.param(
        "引进央企集团3家，投资100亿元。",
        [(3, "央企集团引进数"), (100, "投资")],
        id="counted firms",
    ),
    pytest.param(
        "全市产值如下，其中诸暨市增长最快。\n| 指标 | 2020年 |\n| 工业产值（亿元） | 300 |",
        [(300, "工业产值")],
        id="prose above a table",
    ),
]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_what_numbers_measure(text: str, numbers: list[tuple[float, str]]) -> None:
    found = read(text, issued="2022")
    assert [(t.value, t.indicator) for t in found] == numbers
    assert {m.code_today for t in found for m in t.scope} <= {"330600"}


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("到2025年，化工、纺织产业产值达到500亿元。", "总体"),
        ("化工和纺织产业产值达到500亿元。", "总体"),
        ("纺织产业产值达到500亿元。", "纺织"),
        ("节能与新能源汽车产业产值达到500亿元。", "新能源汽车"),
    ],
    ids=["both", "both by 和", "one", "one name with 与"],
)
def test_a_number_of_two_industries_is_of_neither(text: str, industry: str) -> None:
    assert [t.industry for t in read(text, "410000", "2022")] == [industry]


def test_rows_of_other_lands_are_left() -> None:
    text = "| 地区 | 2020年产值（亿元） |\n| 全国 | 50000 |\n| 江苏省 | 9000 |\n| 绍兴市 | 1000 |"
    assert [t.value for t in read(text, "330000", "2022")] == [1000]


def test_two_numbers_of_a_row_bear_two_names() -> None:
    text = "| 指标 | 2020年目标 | 2020年实际 |\n| 产值（亿元） | 500 | 500 |"
    assert len({t.id for t in read(text, issued="2022")}) == 2


def test_a_word_that_is_a_county_elsewhere_hides_no_number() -> None:
    rows = read("2015年港口吞吐量达到6000万吨。", "350300", "2012")
    assert [(t.indicator, t.value, t.unit) for t in rows] == [("吞吐量", 6000, "万吨")]


def test_units_in_letters_are_units_and_parts_of_words_are_none() -> None:
    text = "苹果面积1.4万hm2，产量38万t，建设3Tbps网络和T800级碳纤维基地。"
    rows = [(t.value, t.unit_base) for t in read(text, "513400", "2012")]
    assert rows == [(1.4, "ha"), (38, "ton")]


def test_the_number_of_a_heading_is_no_part_of_what_is_counted() -> None:
    rows = read("（一）省级开发区（2个）\n(二)县级重点园区（5个）", "530300", "2012")
    assert [t.indicator for t in rows] == ["开发区数", "重点园区数"]


def test_how_large_each_of_those_counted_is_no_number_of_its_own() -> None:
    text = "打造50亿元县域产业链8条以上，建成4个300亿元产业集群。"
    assert [t.value for t in read(text, "331100", "2023")] == [8, 4]
