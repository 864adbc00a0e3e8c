"""Numbers with units: values, base units, comparator words, and what is no number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from layers.cleaning import clean
from layers.extract.numbers.amounts import amounts
from layers.extract.numbers.comparators import sign_before
from layers.extract.numbers.numerals import number
from layers.extract.numbers.quantities import Amount
from layers.extract.numbers.units import BASE
from tests.growth import is_linear


def one(text: str) -> Amount:
    (found,) = amounts(clean(text).text)
    return found


def test_a_sign_at_the_start_of_a_text_begins_there() -> None:
    assert sign_before("超90家", 1) == (">", 0)
    assert one("超90家企业").left == 0


def test_a_count_of_large_things_is_no_money() -> None:
    found = amounts(clean("建成5个亿元村").text)
    assert found[0].unit == "个"


def test_a_village_of_the_name_is_no_count() -> None:
    assert not list(amounts(clean("培优六口猕猴桃基地").text))


@pytest.mark.parametrize(
    ("text", "value", "unit", "base", "unit_base"),
    [
        pytest.param("主营业务收入突破2.5万亿元", 2.5, "万亿元", 2.5e12, "yuan", id="trillions"),
        pytest.param("产值１，０００亿元", 1000, "亿元", 1e11, "yuan", id="full-width comma"),
        pytest.param("新增1,500家企业", 1500, "家", 1500, "count", id="ASCII comma"),
        pytest.param("占比30％以上", 30, "%", 0.3, "fraction", id="full-width percent"),
        pytest.param("产值16.9亿元", 16.9, "亿元", 1_690_000_000, "yuan", id="no binary noise"),
        pytest.param("提高4个百分点", 4, "个百分点", 0.04, "point", id="percentage points"),
        pytest.param("人均达9378美元", 9378, "美元", 9378, "usd", id="dollars"),
        pytest.param("装机超过700万千瓦", 700, "万千瓦", 7e6, "kw", id="kilowatts"),
        pytest.param("100兆瓦级储能", 100, "兆瓦", 100, "mw", id="megawatts"),
        pytest.param("年产40吉瓦时电芯", 40, "吉瓦时", 40, "gwh", id="gigawatt hours"),
        pytest.param("外送1500亿千瓦时", 1500, "亿千瓦时", 1.5e11, "kwh", id="kilowatt hours"),
        pytest.param("电池100亿安时", 100, "亿安时", 1e10, "ah", id="ampere hours"),
        pytest.param("产能1400万吨/年", 1400, "万吨/年", 1.4e7, "ton", id="tons a year"),
        pytest.param("亩均税收30万元/亩", 30, "万元/亩", 300_000, "yuan_per_mu", id="yuan a mu"),
        pytest.param("算力规模5000P，领先", 5000, "P", 5000, "pflops", id="computing power"),
        pytest.param("天然气10亿方", 10, "亿方", 1e9, "m3", id="cubic metres"),
        pytest.param("面积64.9万亩", 64.9, "万亩", 649_000, "mu", id="mu"),
        pytest.param("能力432万标箱", 432, "万标箱", 4.32e6, "teu", id="containers"),
        pytest.param("引进人才20名", 20, "名", 20, "person", id="people"),
        pytest.param("增长2.5倍", 2.5, "倍", 2.5, "times", id="times"),
        pytest.param("规模翻了一番", 1, "番", 2, "multiple", id="doubled"),
        pytest.param("产值翻两番", 2, "番", 4, "multiple", id="quadrupled"),
        pytest.param("能力实现翻番", 1, "番", 2, "multiple", id="doubled without numeral"),
        pytest.param("占总量的三分之一", 1 / 3, "", 1 / 3, "fraction", id="a third"),
        pytest.param("占全省比重1/3以上", 1 / 3, "", 1 / 3, "fraction", id="a third by a stroke"),
        pytest.param("占全国的1/12", 1 / 12, "", 1 / 12, "fraction", id="a twelfth by a stroke"),
        pytest.param("网箱达到6000口左右", 6000, "口", 6000, "count", id="cages"),
        pytest.param("年产300台风机", 300, "台", 300, "count", id="no typhoon"),
        pytest.param("4200万重量箱玻璃", 4200, "万重量箱", 4.2e7, "count", id="glass"),
        pytest.param("投资近22个亿", 22, "个亿", 2.2e9, "yuan", id="hundred millions of yuan"),
        pytest.param("造船90.5万载重吨", 90.5, "万载重吨", 905_000, "dwt", id="deadweight"),
        pytest.param("蜂群2.9万群", 2.9, "万群", 29_000, "count", id="hives"),
        pytest.param("收集种质2100余份", 2100, "份", 2100, "count", id="specimens"),
        pytest.param("产值同比增长-0.08%", -0.08, "%", -0.0008, "fraction", id="below zero"),
        pytest.param("增速为－5.2%", -5.2, "%", -0.052, "fraction", id="full-width minus"),
        pytest.param("完成产值14﹒3亿元", 14.3, "亿元", 1.43e9, "yuan", id="small full stop"),
        pytest.param("“千亿级”新能源产业链", 1000, "亿元", 1e11, "yuan", id="level in quotes"),
        pytest.param("面板出货2.4亿片", 2.4, "亿片", 2.4e8, "count", id="panels"),
        pytest.param("育苗800万粒", 800, "万粒", 8e6, "count", id="seeds"),
        pytest.param("种植食用菌1400万棒", 1400, "万棒", 1.4e7, "count", id="logs"),
        pytest.param("占全市的一半以上", 0.5, "", 0.5, "fraction", id="a half"),
        pytest.param("白酒20万千升", 20, "万千升", 200_000, "kl", id="kilolitres"),
        pytest.param("培育50家具有规模的企业", 50, "家", 50, "count", id="a word behind the unit"),
        pytest.param("培育20个重点县域集群", 20, "个", 20, "count", id="key things are counted"),
        pytest.param("突破50项关键核心技术", 50, "项", 50, "count", id="key technologies"),
        pytest.param("“产值增长5.5%左右”列入目标", 5.5, "%", 0.055, "fraction", id="quoted share"),
        pytest.param("占百分之三十", 30, "%", 0.3, "fraction", id="per cent in words"),
        pytest.param("占比近六成", 6, "成", 0.6, "fraction", id="tenths"),
        pytest.param("项目占8成以上", 8, "成", 0.8, "fraction", id="tenths in digits"),
        pytest.param("产值14 879.2亿元", 14879.2, "亿元", 1.48792e12, "yuan", id="blank"),
        pytest.param("产值实现1 234 567万元", 1234567, "万元", 1.234567e10, "yuan", id="blanks"),
        pytest.param("表1 500亿元企业", 500, "亿元", 5e10, "yuan", id="number of a table"),
        pytest.param("鲜切花产量200亿枝", 200, "亿枝", 2e10, "count", id="stems"),
        pytest.param("棉纱规模2800万锭", 2800, "万锭", 2.8e7, "count", id="spindles"),
        pytest.param("食用菌4亿袋", 4, "亿袋", 4e8, "count", id="bags"),
        pytest.param("牲畜存栏1200万头只", 1200, "万头只", 1.2e7, "count", id="head"),
        pytest.param("产值破百亿。", 100, "亿元", 1e10, "yuan", id="money without its unit"),
        pytest.param("打造千亿级产业链", 1000, "亿元", 1e11, "yuan", id="order of magnitude"),
        pytest.param("建成三百亿级企业", 300, "亿元", 3e10, "yuan", id="numeral and order"),
        pytest.param("300亿级产业园区", 300, "亿元", 3e10, "yuan", id="digits and order"),
        pytest.param("产值超百亿元的基地", 100, "亿元", 1e10, "yuan", id="hundred hundred-million"),
        pytest.param("万亿级产业基地", 1, "万亿元", 1e12, "yuan", id="a trillion"),
        pytest.param("千万吨水泥稳产", 1, "千万吨", 1e7, "ton", id="ten million tons"),
        pytest.param("保持在亿吨规模以上", 1, "亿吨", 1e8, "ton", id="magnitude without digit"),
        pytest.param("建设两个产业园", 2, "个", 2, "count", id="two in Chinese"),
    ],
)
def test_value_and_base(text: str, value: float, unit: str, base: float, unit_base: str) -> None:
    found = one(text)
    assert (found.value, found.unit, found.unit_base) == (value, unit, unit_base)
    assert found.base == pytest.approx(base, rel=1e-12)


def test_great_things_of_a_size_are_counted() -> None:
    found = amounts(clean("打造三大千亿级产业集群").text)
    assert [(a.value, a.unit) for a in found] == [(3, "个"), (1000, "亿元")]


def test_the_last_of_a_list_names_the_points() -> None:
    found = amounts("增速、占比分别提高2.5个、1.2个百分点，新建3个、4个园区")
    assert [(a.value, a.unit) for a in found] == [
        (2.5, "个百分点"),
        (1.2, "个百分点"),
        (3, "个"),
        (4, "个"),
    ]


def test_a_hundred_million_of_something_else_is_no_money() -> None:
    assert [a.unit for a in amounts("新能源装机率先破亿、达到1.35亿千瓦")] == ["亿千瓦"]


def test_countries_and_twin_cities_are_no_amounts() -> None:
    assert amounts("与12个国家建立20对友好城市") == ()
    assert [a.value for a in amounts("产品销往12个国家和地区")] == [12]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        pytest.param("达到500亿元以上", ">=", id="and more"),
        pytest.param("不低于 30%", ">=", id="not below"),
        pytest.param("不少于5家", ">=", id="no fewer"),
        pytest.param("达到或突破2000亿元", ">=", id="reach or exceed"),
        pytest.param("突破500亿元", ">", id="exceed"),
        pytest.param("力争超过600亿元", ">", id="more than"),
        pytest.param("逾百项成果", ">", id="over, in Chinese"),
        pytest.param("50余项", ">", id="odd"),
        pytest.param("360多亿吨", ">", id="odd inside the magnitude"),
        pytest.param("1.5万多吨", ">", id="odd behind the magnitude"),
        pytest.param("500亿元左右", "~", id="about"),
        pytest.param("近200家企业", "~", id="near"),
        pytest.param("约占全国16%", "~", id="about, before what the share is of"),
        pytest.param("总投资约385亿元", "~", id="circa"),
        pytest.param("产业规模达200亿元多", ">", id="and some"),
        pytest.param("年产20万吨多晶硅", "=", id="a material that begins with 多"),
        pytest.param("年产5万吨多层板", "=", id="boards that begin with 多"),
        pytest.param("占六成多", ">", id="tenths and more"),
        pytest.param("交易额破百亿，", ">", id="break"),
        pytest.param("深加工率不到20%", "<", id="does not come to"),
        pytest.param("不及30%", "<", id="falls short of"),
        pytest.param("打破100项纪录", "=", id="break down"),
        pytest.param("控制在5%以内", "<=", id="within"),
        pytest.param("不超过3家", "<=", id="not above"),
        pytest.param("低于10%", "<", id="below"),
        pytest.param("达到8000亿元", "=", id="reach"),
        pytest.param("644家规模以上企业", "=", id="grade of the firms, not of the number"),
        pytest.param("附近3家企业", "=", id="nearby is not near"),
        pytest.param("联合45户上下游企业", "=", id="up and down stream"),
        pytest.param("通过30家企业", "=", id="through is not over"),
        pytest.param("千亿元产业集群", ">=", id="order of magnitude before a noun"),
    ],
)
def test_comparator(text: str, sign: str) -> None:
    assert one(text).comparator == sign


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        pytest.param("打造3—4个主导产业", 3, 4, "个", id="dash"),
        pytest.param("形成4至5个产业集群", 4, 5, "个", id="to"),
        pytest.param("增长5%-8%", 5, 8, "%", id="unit twice"),
        pytest.param("投资10亿到20亿元", 10, 20, "亿元", id="magnitude twice"),
        pytest.param("开发100至150平方公里", 100, 150, "平方公里", id="area"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    found = one(text)
    assert (found.value, found.value_max, found.unit) == (low, high, unit)


def test_from_and_to_are_two_amounts() -> None:
    found = amounts("产值由20亿元增至30亿元")
    assert [(a.value, a.unit) for a in found] == [(20, "亿元"), (30, "亿元")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2015年3月28日", id="date"),
        pytest.param("2017-2020年", id="period"),
        pytest.param("力争通过5-10年时间", id="span of years"),
        pytest.param("通过五年努力", id="years in Chinese"),
        pytest.param("位居全省第四位", id="ordinal in Chinese"),
        pytest.param("上升到全省第3位", id="ordinal"),
        pytest.param("全国制造业500强企业", id="top 500"),
        pytest.param("十大战略性新兴产业", id="ten great industries"),
        pytest.param("三大先进装备制造业集聚区", id="three great areas"),
        pytest.param("形成“2+4”发展格局", id="2+4"),
        pytest.param("“4×4”产业体系", id="4 by 4"),
        pytest.param("实施“330海外英才计划”", id="name of a programme"),
        pytest.param("开展“百家企业结对科研院所”活动", id="hundred firms in a name"),
        pytest.param("百名海归博士百企行", id="hundred scholars"),
        pytest.param("实施百万家庭屋顶光伏工程", id="million households"),
        pytest.param("千人计划产业园", id="thousand talents"),
        pytest.param("三元动力电池", id="ternary batteries"),
        pytest.param("12月1/3前完成", id="no share by a stroke"),
        pytest.param("5A级旅游景区", id="grade of a sight"),
        pytest.param("枢纽“双中心”建设", id="double centre"),
        pytest.param("K40高档产品", id="name of a product"),
        pytest.param("8英寸以上芯片", id="inches"),
        pytest.param("线宽0.1-0.2微米集成电路", id="micrometres"),
        pytest.param("开工750千伏输变电工程", id="kilovolts"),
        pytest.param("波音737完工和交付中心", id="aircraft"),
        pytest.param("104国道沿线", id="road"),
        pytest.param("规模以上工业[1]。［2］", id="footnotes"),
        pytest.param("国发〔2016〕67号", id="document number"),
        pytest.param("一批重大项目，一个中心", id="one and some"),
        pytest.param("数十家企业，几十家企业", id="tens"),
        pytest.param("国家电网、5家电企业", id="electric appliances"),
        pytest.param("三个“一批”工程", id="three lots"),
        pytest.param("分3个阶段推进", id="stages"),
        pytest.param("形成合力，建成效果显著", id="tenths inside words"),
        pytest.param("100亩以上规模基地", id="a class of sizes"),
        pytest.param("下辖8个镇、38个行政村和14个社区。", id="how a county is divided"),
        pytest.param("全县土地面积480平方公里，总面积5平方公里。", id="how large it is"),
        pytest.param("是全市唯一一家盐化工园区", id="the only one"),
        pytest.param("设置4个发展专栏和1张产业布局图", id="boxes and maps of a document"),
        pytest.param("顶一下\n(0)\n0%\n", id="a figure of the page"),
        pytest.param(
            "收入每提高1个百分点，可带动产值提高0.5个百分点", id="how one follows another"
        ),
    ],
)
def test_false_numbers(text: str) -> None:
    assert amounts(clean(text).text) == ()


def test_signs_before_numbers_and_strokes_between_them() -> None:
    text = (
        "产值500亿元(-4.5%)，化工↓2.1%，分别增长3%、-1.5%，增长5-8%，100亿元-200亿元，3公里-8公里。"
    )
    found = [(a.value, a.value_max, a.unit) for a in amounts(clean(text).text)]
    assert found == [
        (500, None, "亿元"),
        (-4.5, None, "%"),
        (-2.1, None, "%"),
        (3, None, "%"),
        (-1.5, None, "%"),
        (5, 8, "%"),
        (100, 200, "亿元"),
        (3, None, "公里"),
        (8, None, "公里"),
    ]


def test_units_of_measure_are_no_numbers() -> None:
    text = "万元GDP能耗下降3%，万人高价值专利15件。\n图1 产值构成（单位：亿元）"
    assert [(a.value, a.unit) for a in amounts(clean(text).text)] == [(3, "%"), (15, "件")]


def test_what_looks_like_a_division_or_an_extent_and_is_a_target() -> None:
    text = "建设8个示范镇，建成区面积5平方公里，种植面积3万亩，超10亿项目9个。"
    found = [(a.value, a.unit) for a in amounts(clean(text).text)]
    assert found == [(8, "个"), (5, "平方公里"), (3, "万亩"), (10, "亿元"), (9, "个")]


def test_spans_hold_the_words() -> None:
    text = "产值力争超过2500亿元以上。"
    found = one(text)
    assert text[found.start : found.end] == "2500亿元"
    assert text[found.left : found.right] == "超过2500亿元以上"


@pytest.mark.parametrize(
    ("han", "value"),
    [("一百零五", 105), ("两千三百", 2300), ("十二", 12), ("三点五", 3.5), ("万亿", 10**12)],
)
def test_numerals(han: str, value: float) -> None:
    assert number(han) == value


@given(
    st.integers(1, 10**7),
    st.sampled_from(["", "万", "亿", "万亿"]),
    st.sampled_from([u for u in sorted(BASE) if u and u not in ("度电", "人", "位")]),
)
@settings(max_examples=200, deadline=None)
def test_base_is_value_times_magnitude(value: int, magnitude: str, unit: str) -> None:
    assume(magnitude or unit not in ("米", "小时"))  # few: the size of a thing, a journey
    scale = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[magnitude]
    found = one(f"产值达到{value}{magnitude}{unit}。")
    assert (found.value, found.unit_base) == (value, BASE[unit][0])
    assert found.base == pytest.approx(value * scale * BASE[unit][1])


@given(
    st.text(
        st.sampled_from("一二三十百千万亿0123456789.,，%家个元分之成翻番级余多近约至-—"),
        max_size=60,
    )
)
@settings(max_examples=300, deadline=None)
def test_amounts_are_disjoint_and_in_order(text: str) -> None:
    found = amounts(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(a.left <= a.start < a.end <= a.right for a in found)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("piece", ["1", "1,", "一", "三分之", "千亿", "产值100亿元"])
def test_time_is_linear_in_hostile_text(piece: str) -> None:
    def read(size: int) -> None:
        amounts(piece * (size // len(piece)))

    assert is_linear(read, 20_000, 200_000)
