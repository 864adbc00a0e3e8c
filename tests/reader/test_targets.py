"""Targets: subject, year, modality, scope, threshold and industry of every number."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layers.extract.numbers.targets import targets
from layers.extract.numbers.years import year_refs
from layers.library import shipped_gazetteer, shipped_taxonomy
from layers.plan import Plan
from layers.records import Target
from tests.growth import is_linear
from tests.reader.numbers import read

ROOT = Path(__file__).resolve().parents[2]


@cache
def shipped(name: str, issuer: str) -> tuple[Target, ...]:
    plan = Plan.from_file(ROOT / "data" / "plans" / f"{name}.txt", issuer)
    return targets(plan, shipped_gazetteer(), shipped_taxonomy())


PLANS = {"shaoxing-2011-2015": "330600", "zhejiang-2017-2020": "330000"}


def annotated(name: str) -> list[dict[str, object]]:
    path = ROOT / "tests" / "annotations" / f"{name}.targets.jsonl"
    return [json.loads(line) for line in path.read_text("utf8").splitlines()]


@pytest.mark.parametrize(("name", "issuer"), PLANS.items(), ids=list(PLANS))
def test_the_plan_is_read_to_the_last_number(name: str, issuer: str) -> None:
    left = list(shipped(name, issuer))
    for row in annotated(name):
        same = [
            t
            for t in left
            if t.evidence.start < row["end"]
            and t.evidence.end > row["start"]
            and t.value_base == pytest.approx(row["value_base"])
            and t.industry in (row["industry"], *row["industry_also"])
        ]
        if not same:
            assert row["optional"], f"not found: {row['quote']}"
            continue
        found = same[0]
        left.remove(found)
        if row["optional"]:
            continue
        assert found.comparator in (row["comparator"], *row["comparator_also"]), row["quote"]
        assert found.modality == row["modality"], row["quote"]
        assert found.unit in (row["unit"], *row["unit_also"]), row["quote"]
        year = list(found.year) if isinstance(found.year, tuple) else found.year
        assert year in (row["year"], *row["year_also"]), row["quote"]
        assert [m.name for m in found.scope] == row["scope"], row["quote"]
        assert (found.threshold is None) == (row["threshold"] is None), row["quote"]
        if found.threshold:
            assert found.threshold.value_base == row["threshold"]["value_base"]
            assert found.threshold.indicator == row["threshold"]["indicator"]
    assert left == [], f"said by nobody: {[t.evidence.exact for t in left]}"


@pytest.mark.parametrize(("name", "issuer"), PLANS.items(), ids=list(PLANS))
def test_evidence_is_the_text(name: str, issuer: str) -> None:
    text = (ROOT / "data" / "plans" / f"{name}.txt").read_bytes().decode()
    rows = shipped(name, issuer)
    assert all(text[t.evidence.start : t.evidence.end] == t.evidence.exact for t in rows)
    assert len({t.id for t in rows}) == len(rows)


def test_each_industry_of_an_enumeration_has_its_row() -> None:
    text = (
        "产业发展规划(2011-2015年)\n(一)先进装备制造业\n发展装备。\n(二)新材料产业\n发展材料。\n"
        "(三)总目标\n力争到2015年，先进装备和新材料两大产业产值分别突破1000亿元。\n"
    )
    rows = [t for t in read(text) if t.value == 1000]
    assert [t.industry for t in rows] == ["先进装备制造", "新材料"]
    assert {(t.comparator, t.modality, t.year) for t in rows} == {(">", "strive", 2015)}


def test_several_numbers_are_dealt_out_to_their_subjects() -> None:
    rows = read("商品销量、门票收入分别增长2.5倍、3倍。")
    assert [(t.subject, t.value) for t in rows] == [("商品销量", 2.5), ("门票收入", 3)]


def test_a_list_before_the_comma_of_its_number_is_dealt_out() -> None:
    rows = read("继续抓好枸杞、红枣、水产等产业，尽快分别达到100万亩规模。")
    assert [(t.subject, t.value, t.modality) for t in rows] == [
        (goods, 100, "target") for goods in ("枸杞", "红枣", "水产")
    ]


def test_numbers_are_dealt_out_to_places() -> None:
    rows = read("固始、光山茶叶产量分别为3万吨、2万吨。", "411500")
    assert [(t.value, t.scope[0].name, t.indicator) for t in rows] == [
        (3, "固始县", "产量"),
        (2, "光山县", "产量"),
    ]
    assert len({t.id for t in rows}) == 2


@pytest.mark.parametrize(
    ("text", "issuer", "scope"),
    [
        pytest.param("全国茶叶产量300万吨，我市8万吨。", "411500", ["信阳市"], id="country"),
        pytest.param("全省茶叶产量30万吨。", "411500", ["河南省"], id="province above"),
        pytest.param("无锡集成电路产值突破2000亿元。", "320500", ["无锡市"], id="city elsewhere"),
        pytest.param("江苏恒力集团产值1000亿元。", "320500", ["苏州市"], id="firm"),
        pytest.param("三水镇完成工业产值35亿元。", "510681", ["三水镇"], id="town of its own"),
        pytest.param("特色小镇产值35亿元。", "510681", ["广汉市"], id="no town's name"),
    ],
)
def test_whose_number_it_is(text: str, issuer: str, scope: list[str]) -> None:
    assert [m.name for t in read(text, issuer) for m in t.scope] == scope


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        pytest.param("增速高于全省平均2个百分点。", "增速高于全省平均", id="above"),
        pytest.param("城镇化率提高4个百分点。", "城镇化率提高", id="raised"),
    ],
)
def test_a_distance_from_another_rate_is_not_the_rate(text: str, indicator: str) -> None:
    assert [t.indicator for t in read(text)] == [indicator]


def test_power_beside_a_count_of_projects_is_their_capacity() -> None:
    rows = read("规划风电项目11个，共746兆瓦。")
    assert [t.indicator for t in rows] == ["风电项目数", "装机容量"]


def test_dealt_numbers_take_up_the_subjects_of_the_clauses_before() -> None:
    rows = read("2010年我市完成生产总值863亿元、税费收入97.2亿元，较2005年分别增长31.5%、28.4%。")
    assert [t.value for t in rows] == [863, 97.2, 31.5, 28.4]
    assert [t.year for t in rows] == [2010, 2010, (2005, 2010), (2005, 2010)]
    assert {t.modality for t in rows} == {"actual"}


def test_the_comparator_of_a_list_holds_for_all_of_it() -> None:
    rows = read("到2015年，纺织、陶瓷集群产值分别突破2万亿元、0.6万亿元。")
    assert [t.comparator for t in rows] == [">", ">"]


@pytest.mark.parametrize(
    ("text", "count", "limit", "indicator"),
    [
        pytest.param(
            "培育主营业务收入超800亿元的物联网领军企业1家", 1, 800, "主营业务收入", id="before"
        ),
        pytest.param("建成5个以上产值超百亿元的产业基地", 5, 100, "产值", id="behind"),
        pytest.param("支持3个万亿级产业园区做强做大", 3, 1, "产业规模", id="order of magnitude"),
        pytest.param("培育产值达50亿元加工企业5家", 5, 50, "产值", id="size without its mark"),
        pytest.param("培育产值20—50亿元企业10家", 10, 20, "产值", id="size as a range"),
        pytest.param("引进100亿元项目1个", 1, 100, "总投资", id="size alone"),
        pytest.param("千亿级企业达到7家", 7, 1000, "产业规模", id="order before the count"),
        pytest.param("建设3个二百亿级园区", 3, 200, "产业规模", id="order in numerals"),
    ],
)
def test_thresholds_are_nested_not_rows(
    text: str, count: int, limit: float, indicator: str
) -> None:
    (row,) = read(f"到2015年，{text}。")
    assert row.value == count and row.threshold is not None
    assert (row.threshold.value, row.threshold.indicator) == (limit, indicator)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("发展目标——到2020年\n袜业企业突破500家\n", 2020, id="title without a number"),
        pytest.param("产值2017年达到90亿元\n2020年达到99亿元\n占比达到9%\n", 2020, id="list"),
        pytest.param(
            "《袜业发展规划（2012—2018年）》提出，将建设三个产业基地。", 2018, id="named plan"
        ),
        pytest.param(
            "“十二五”末产值达到90亿元。\n建设3个产业基地。\n", 2011, id="not another plan"
        ),
    ],
)
def test_the_year_comes_from_where_the_text_sets_it(text: str, year: int) -> None:
    assert read(text)[-1].year == year


@pytest.mark.parametrize(
    ("text", "indicator", "subject"),
    [
        pytest.param("衢州20万吨纯碱项目建成投产。", "年生产能力", "纯碱", id="project"),
        pytest.param("建成4000兆瓦光伏项目。", "装机容量", "光伏", id="power project"),
        pytest.param("形成年生产袜机3万台的生产能力。", "年生产能力", "袜机", id="capacity behind"),
        pytest.param(
            "袜机整机产能规模达到3万台。", "产能规模", "袜机整机", id="scale of a capacity"
        ),
        pytest.param(
            "新建电站8座以上、充电桩2万个。", "充电桩新建数", "充电桩", id="a verb for a list"
        ),
        pytest.param("新建电站8座，充电桩2万个。", "充电桩数", "充电桩", id="not over a comma"),
        pytest.param("种植60万亩香梨、9万亩白杏。", "白杏", "白杏", id="each of a list its own"),
        pytest.param(
            "抓好石化、软件等千亿产业集群。", "产业集群规模", "产业集群", id="order of magnitude"
        ),
    ],
)
def test_what_a_number_measures(text: str, indicator: str, subject: str) -> None:
    row = read(text)[-1]
    assert (row.indicator, row.subject) == (indicator, subject)


def test_a_bracket_behind_a_number_is_not_what_the_next_one_counts() -> None:
    rows = read("建成园区6个，其中国家级1个（袍江园区）、省级5个（诸暨园区、新昌园区）。")
    assert [r.indicator for r in rows] == ["园区数"] * 3


def test_a_threshold_takes_its_indicator_from_the_one_before() -> None:
    rows = read("培育主营业务收入超100亿元的企业1家，超10亿元的骨干企业50家以上。")
    assert [t.threshold.indicator for t in rows if t.threshold] == ["主营业务收入"] * 2
    assert rows[1].subject == "主营业务收入超10亿元的骨干企业"


def test_shared_noun() -> None:
    rows = read("重点打造2个世界级、3个国家级、5个省级产业园区。")
    assert [t.value for t in rows] == [2, 3, 5]
    assert [t.evidence.exact for t in rows] == [
        "重点打造2个世界级",
        "3个国家级",
        "5个省级产业园区",
    ]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("到2015年，产值力争超过600亿元。", "strive", id="before the number"),
        pytest.param(
            "力争到2015年，产值达100亿元；引进人才20名。", "strive", id="over a semicolon"
        ),
        pytest.param("力争产值增长。企业达到50家。", "target", id="not over a full stop"),
        pytest.param("产值突破85亿元，力争年均增长10%以上。", "target", id="not backwards"),
        pytest.param("到2015年，产值达到500亿元。", "target", id="horizon"),
        pytest.param("到2015年，产值比2010年翻一番。", "target", id="year to measure from"),
        pytest.param("9亿元，这是2010年的产值，占全市9%。", "actual", id="this is the year's"),
        pytest.param("2010年，产值达到500亿元。", "actual", id="year behind"),
        pytest.param("上虞市集聚了近200家企业。", "actual", id="completed verb"),
        pytest.param("据统计，全市企业644家。", "actual", id="statistics"),
        pytest.param("截至2010年底，企业达到86家。", "actual", id="as of"),
        pytest.param("推动工业投资增长21.3%，居全市前列。", "actual", id="rank reached"),
        pytest.param("加快6个电站建设。", "target", id="verb of intention"),
        pytest.param("规划建设11个产业集聚区。", "target", id="planned"),
        pytest.param("争取企业达到50家。", "target", id="only 力争 strives"),
        pytest.param("去年压力很大，预计完成产值500亿元。", "actual", id="estimate of a year past"),
        pytest.param("预计到2015年，产值达到500亿元。", "target", id="estimate of a year ahead"),
        pytest.param("轴承业要抓紧改造，使全市产值达到90亿元。", "target", id="must"),
        pytest.param("还将加快园区建设，完成工业投资12亿元。", "target", id="will, and complete"),
        pytest.param(
            "2011年，推进老厂改造，开工建设3个园区。", "target", id="this year's intention"
        ),
        pytest.param("把“产值增长9%左右”列入预期目标。", "target", id="named an aim behind"),
        pytest.param("到2015年，产业做强。现有1个开发区。", "actual", id="what there is"),
        pytest.param("产能30万吨，力争2015年达到60万吨。", "actual", id="before its goal"),
        pytest.param("占比为45%，较2009年提升5个点，力争2015年达到55%。", "actual", id="so far"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    rows = read(text)
    assert rows[0].modality == modality


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("到2013年，产值达100亿元。", 2013, id="horizon of the clause"),
        pytest.param("到2013年，产业壮大。产值达100亿元。", 2013, id="horizon of the paragraph"),
        pytest.param("产值达到100亿元。", 2015, id="the plan's end"),
        pytest.param("到2013年，年均增速超过13%。", (2011, 2013), id="yearly growth"),
        pytest.param("新增企业100家以上。", (2011, 2015), id="increment"),
        pytest.param("“十二五”期间新建电站800座。", (2011, 2015), id="five-year period"),
        pytest.param("到“十二五”末，产值达100亿元。", 2015, id="end of a five-year plan"),
        pytest.param("2010年，产值达到100亿元。", 2010, id="reported"),
        pytest.param("到2013年，产值100亿元；到2015年，200亿元。", 2013, id="stages"),
        pytest.param("到2013年，产值由30亿元增加到90亿元。", None, id="baseline without a year"),
        pytest.param("产值由2008年的30亿元增加到90亿元。", 2008, id="baseline with its year"),
        pytest.param("“十一五”期间，产值由30亿元增至90亿元。", 2005, id="baseline of a plan"),
        pytest.param("较2009年，占比由30%降至25%。", 2009, id="baseline by comparison"),
    ],
)
def test_year(text: str, year: object) -> None:
    assert read(f"绍兴市产业发展规划(2011-2015年)\n{text}")[0].year == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("袜企由2012年的90户增加到99户。", 2020, id="end of a change"),
        pytest.param("产值由2012年的9亿元增到19亿元。装机达到1万千瓦。", 2020, id="not the base"),
        pytest.param("2019年产值增长9%，为2009年以来最快。产量9万吨。", 2019, id="since"),
        pytest.param("1980年发现富硒土壤。全市有7个园区。", 2020, id="long ago"),
        pytest.param("2012年占比是31%，现在已经下降到22%。", 2021, id="now"),
        pytest.param("2011年，产值达9亿元。产量达1万吨。", 2011, id="an old report goes on"),
        pytest.param("力争用5年左右时间产值达到90亿元。", 2026, id="within years"),
        pytest.param("5年后产量将达1250吨。", 2026, id="years from now"),
        pytest.param("用5年时间建成了3个园区。", 2020, id="years that it took"),
        pytest.param("近3年内产值达到了9亿元。", 2020, id="the last years"),
    ],
)
def test_years_that_are_not_the_numbers_own(text: str, year: int) -> None:
    assert read(text, "330600", "2021")[-1].year == year


def test_a_baseline_is_reported_whatever_is_aimed_at() -> None:
    rows = read("到2015年，产值由30亿元增加到90亿元。")
    assert [(t.modality, t.year) for t in rows] == [("actual", None), ("target", 2015)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "玉米、马铃薯产量分别增长17%、7%。",
            [("玉米", "产量增速"), ("马铃薯", "产量增速")],
            id="growth",
        ),
        pytest.param(
            "工业、房地产业投资分别下降14%、5%。",
            [("工业", "投资下降"), ("房地产业", "投资下降")],
            id="fall",
        ),
        pytest.param(
            "附子、天麻产量分别占全国66%、46%。",
            [("附子", "产量占全国比重"), ("天麻", "产量占全国比重")],
            id="share",
        ),
        pytest.param(
            "商品销量、门票收入分别增长20%、30%。",
            [("商品销量", "商品销量增速"), ("门票收入", "门票收入增速")],
            id="each its own",
        ),
    ],
)
def test_the_verb_of_a_list_is_in_its_indicators(text: str, rows: list[tuple[str, str]]) -> None:
    assert [(t.subject, t.indicator) for t in read(text)] == rows


@pytest.mark.parametrize(
    ("text", "indicator", "subject"),
    [
        pytest.param("茶园面积90万亩，同比增加11万亩。", "面积增量", "茶园", id="added"),
        pytest.param("茶园90万亩，产量9万吨，较2009年减少2万吨。", "产量减量", "", id="lost"),
        pytest.param("产值增加到90亿元。", "产值", "", id="a level after all"),
        pytest.param("2010年末，人均GDP为35801元。", "人均GDP", "", id="per head"),
        pytest.param("工业增加值增长7%，两年平均增长5%。", "工业增加值年均增速", "", id="average"),
        pytest.param("养蜂9万只。从业农户为119户。", "从业农户数", "从业农户", id="从 of a word"),
        pytest.param("种茶9万亩。园区总产值：50亿元。", "总产值", "园区", id="label"),
        pytest.param("茶园9亩。建设8万吨制茶项目。", "年生产能力", "制茶", id="built"),
        pytest.param("化解过剩产能55万吨。", "去产能", "", id="capacity given up"),
        pytest.param("4个县GDP超过300亿元。", "县数", "县", id="counties of a size"),
        pytest.param("3个产业集群产值超百亿元。", "产业集群数", "产业集群", id="clusters"),
        pytest.param("城镇化率提高5个百分点，达到70%。", "城镇化率", "", id="level after a change"),
        pytest.param("袜企由2008年的90户增加到99户。", "袜企数", "袜企", id="end of a change"),
        pytest.param("产值由2008年的9亿元增加到2010年的19亿元。", "产值", "", id="both years"),
        pytest.param("去年，越袜集团产值9亿元，利税2亿元。", "利税", "越袜集团", id="the firm's"),
        pytest.param("产值9亿元，按可比价格计算比上年增长8%。", "产值增速", "", id="by prices"),
        pytest.param("产值由下降3%转为增长8%。", "产值增速", "", id="a turn upwards"),
        pytest.param("工业投资负增长2%。", "工业投资下降", "", id="grows below zero"),
        pytest.param("产值占全省的52%、全国的22%。", "产值占全国比重", "", id="the next whole"),
        pytest.param("袜企净增23家，总数达134家。", "袜企数", "袜企", id="the sum of a gain"),
        pytest.param("全市现有市场主体56万户。", "市场主体数", "市场主体", id="there are now"),
        pytest.param("在校学生86万人。", "在校学生数", "在校学生", id="在 of a word"),
        pytest.param("产品出口到72个国家和地区。", "国家和地区数", "国家和地区", id="lands"),
        pytest.param("原油当量18万吨，原油加工量6万吨。", "原油加工量", "原油加工量", id="worked"),
    ],
)
def test_indicators_of_changes_and_labels(text: str, indicator: str, subject: str) -> None:
    row = read(text)[-1]
    assert (row.indicator, row.subject) == (indicator, subject)


def test_increments_are_not_summed_with_levels() -> None:
    assert [t.additive for t in read("产量9万吨，比上年增加2万吨。")] == [True, False]


@pytest.mark.parametrize(
    ("text", "value", "limit"),
    [
        pytest.param("4个县GDP超过300亿元。", 4, 300, id="what each exceeds"),
        pytest.param("投资超亿元项目占8成以上。", 8, 1, id="projects of a size"),
    ],
)
def test_limits_of_what_is_counted(text: str, value: float, limit: float) -> None:
    (row,) = read(text)
    assert row.threshold is not None and (row.value, row.threshold.value) == (value, limit)


def test_a_sum_of_firms_is_no_limit() -> None:
    assert [t.threshold for t in read("90家企业实现产值超过500亿元。")] == [None, None]


def test_years_in_titles_of_documents_do_not_count() -> None:
    text = "《行动方案（2023—2027年）》提出，到2025年"
    assert [r.last for r in year_refs(text, 0, len(text), 2023)] == [2025]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        pytest.param(
            "在杭州、宁波等地建成5个以上产业基地。", ["杭州市", "宁波市"], id="enumeration"
        ),
        pytest.param("杭州市产值突破500亿元。", ["杭州市"], id="the clause's own place"),
        pytest.param(
            "宁波市重点打造装备，到2020年，产值达到500亿元。", ["宁波市"], id="head of sentence"
        ),
        pytest.param("全省产值突破500亿元。", ["浙江省"], id="issuer"),
        pytest.param(
            "建设杭州、宁波、温州3个产业集聚区。", ["浙江省"], id="areas that are counted"
        ),
    ],
)
def test_scope(text: str, scope: list[str]) -> None:
    (row,) = read(text, "330000", "2017-09")
    assert [m.name for m in row.scope] == scope


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "2015年，越城区、诸暨市和上虞市工业产值分别达400、600和1500亿元。",
            [
                ("工业产值", 400, 2015, "越城区"),
                ("工业产值", 600, 2015, "诸暨市"),
                ("工业产值", 1500, 2015, "上虞市"),
            ],
            id="one unit for a list",
        ),
        pytest.param(
            "2015年，杭州市、绍兴市工业产值分别达800亿元和400亿元。",
            [("工业产值", 800, 2015, "杭州市"), ("工业产值", 400, 2015, "绍兴市")],
            id="a place elsewhere and the issuer",
        ),
        pytest.param(
            "工业产值2015年达到1200亿元，其中杭州800亿元、绍兴400亿元。",
            [
                ("工业产值", 1200, 2015, "绍兴市"),
                ("工业产值", 800, 2015, "杭州市"),
                ("工业产值", 400, 2015, "绍兴市"),
            ],
            id="the next of a list is not the first's",
        ),
        pytest.param(
            "2015年、2020年产值分别达到300亿元和500亿元。",
            [("产值", 300, 2015, "绍兴市"), ("产值", 500, 2020, "绍兴市")],
            id="years",
        ),
        pytest.param(
            "杭州、宁波产值合计8000亿元。",
            [("产值", 8000, 2010, "杭州市、宁波市")],
            id="places elsewhere together",
        ),
    ],
)
def test_each_number_of_a_list_is_its_own_places(text: str, rows: list[tuple]) -> None:
    got = [
        (t.indicator, t.value, t.year, "、".join(m.name for m in t.scope))
        for t in read(text, "330600", "2011")
    ]
    assert got == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "集成电路和纺织产业产值分别增长20%和下降3%。",
            [("集成电路", "产值增速", 20), ("纺织", "产值下降", 3)],
            id="a verb each",
        ),
        pytest.param(
            "石化、汽车、纺织服装产业产值分别达到3600亿、3500亿和1500亿元。",
            [("石化", "产值", 3600), ("汽车", "产值", 3500), ("纺织服装", "产值", 1500)],
            id="a magnitude each",
        ),
        pytest.param(
            "越城区、诸暨市石化产业产值分别增长5%、下降4%。",
            [("石化", "产值增速", 5)],
            id="places with a verb each: the second is of another kind",
        ),
        pytest.param(
            "2022年苏州、南通纺织产业产值分别为2500亿元和1800亿元。",
            [],
            id="several units elsewhere bear the name",
        ),
        pytest.param("茶产业产值比景德镇市多出20亿元。", [], id="how far from another's"),
    ],
)
def test_what_is_dealt_out(text: str, rows: list[tuple]) -> None:
    got = [(t.industry, t.indicator, t.value) for t in read(text, "330600", "2023")]
    assert got == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("诸暨市\n袜业产业产值700亿元。", id="a line of its own"),
        pytest.param("诸暨市。袜业产业产值700亿元。", id="what opens the paragraph"),
        pytest.param("第三节 诸暨市\n袜业产业产值700亿元。", id="a chapter"),
        pytest.param("诸暨市：袜业、铜加工。袜业产业产值700亿元。", id="a key"),
    ],
)
def test_a_place_above_gives_its_scope(text: str) -> None:
    (row,) = read(text, "330600", "2023")
    assert [m.name for m in row.scope] == ["诸暨市"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("工业增速由5.3%回落至-0.8%。", id="behind a verb"),
        pytest.param("增速由2009年的5.3%回落到2010年的-0.8%。", id="behind a year"),
    ],
)
def test_a_rate_falls_below_zero(text: str) -> None:
    assert [t.value for t in read(text, "330600", "2011")] == [5.3, -0.8]


@pytest.mark.parametrize(
    ("text", "issuer", "scope"),
    [
        pytest.param("店口镇产值达到90亿元。", "330600", "店口镇", id="a town with its ending"),
        pytest.param("建设高速公路500公里。", "410000", "河南省", id="a verb that is a town, too"),
        pytest.param(
            "港口年通过能力达到9亿吨。", "420000", "湖北省", id="a noun that is a town, too"
        ),
    ],
)
def test_scope_of_towns(text: str, issuer: str, scope: str) -> None:
    (row,) = read(text, issuer, "2017")
    assert [m.name for m in row.scope] == [scope]


@pytest.mark.parametrize(
    ("text", "issuer", "scope"),
    [
        pytest.param("新昌县种茶。全县茶园面积12万亩。", "330600", "新昌县", id="its county"),
        pytest.param(
            "新昌县种茶，全县茶园12万亩，产值达到9亿元。", "330600", "新昌县", id="goes on"
        ),
        pytest.param("诸暨市织袜，全市袜业产值90亿元。", "330600", "绍兴市", id="issuer's kind"),
        pytest.param("延安采油，全市产油90万吨。", "610000", "延安市", id="by its short name"),
        pytest.param(
            "发展忠县柑橘、奉节脐橙，火锅产值达到90亿元。", "500000", "重庆市", id="goods"
        ),
        pytest.param("宣威火腿、昭通苹果产值达到90亿元。", "530000", "云南省", id="goods act"),
        pytest.param("支持昭通发展苹果，产值达到90亿元。", "530000", "昭通市", id="helped to act"),
        pytest.param("支持忠县等区县做强柑橘，产值达到9亿元。", "500000", "忠县", id="and others"),
        pytest.param(
            "随着库车园区建成，示范基地达到9个。", "650000", "新疆维吾尔自治区", id="with"
        ),
        pytest.param("班列“长安号”开行900列。", "610000", "陕西省", id="quotation"),
        pytest.param("太白山旅游收入达到20亿元。", "610000", "陕西省", id="mountain"),
        pytest.param("大夏河沿岸建设电站9座。", "620000", "甘肃省", id="longer river"),
        pytest.param("青海—河南线路送电90亿千瓦时。", "630000", "青海省", id="line"),
        pytest.param("西安（不含西咸新区）产值达到90亿元。", "610000", "西安市", id="exception"),
        pytest.param("沈阳、大连以外各市产值达到90亿元。", "210000", "辽宁省", id="all but"),
        pytest.param("支持吉林（市）发展碳纤维，产值达到90亿元。", "220000", "吉林市", id="kind"),
        pytest.param("以新昌为重点，建设3个轴承产业基地。", "330600", "新昌县", id="centre"),
        pytest.param("建设滨海新城，产值达到90亿元。", "330600", "绍兴滨海新城", id="built"),
        pytest.param("诸暨产值占绍兴市的35%。", "330600", "诸暨市", id="not the whole"),
        pytest.param("推动诸暨袜业集群发展，产业规模达到90亿元。", "330600", "诸暨市", id="helped"),
    ],
)
def test_only_the_subject_gives_its_scope_to_a_number(text: str, issuer: str, scope: str) -> None:
    assert [m.name for m in read(text, issuer, "2017")[-1].scope] == [scope]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        pytest.param("宁波海铁联运量达到90万标箱。", "宁波市", id="sea-and-rail"),
        pytest.param("绍兴河道整治里程达到90公里。", "绍兴市", id="channels"),
        pytest.param("丽水山林面积达到90万亩。", "丽水市", id="woods"),
        pytest.param("舟山海岛旅游收入达到90亿元。", "舟山市", id="islands"),
        pytest.param("湖州湖笔产值达到9亿元。", "湖州市", id="brushes"),
        pytest.param("杭州湖滨商圈零售额达到90亿元。", "杭州市", id="shore"),
        pytest.param("绍兴水库库容达到9亿立方米。", "绍兴市", id="reservoirs"),
        pytest.param("衢州山区生态产值达到90亿元。", "衢州市", id="hill-country"),
        pytest.param("温州海事产值达到9亿元。", "温州市", id="shipping"),
        pytest.param("诸暨山核桃产值达到9亿元。", "诸暨市", id="nuts"),
    ],
)
def test_a_word_that_begins_with_water_or_hill_is_the_citys(text: str, scope: str) -> None:
    assert [m.name for m in read(text, "330000", "2017")[-1].scope] == [scope]


@pytest.mark.parametrize(
    ("text", "issuer", "scope"),
    [
        pytest.param("依托长白山发展矿泉水，产量达到90万吨。", "220000", "吉林省", id="verb"),
        pytest.param("长白山人参产值达到90亿元。", "220000", "吉林省", id="goods"),
        pytest.param("祁连山南麓草地达到90万亩。", "630000", "青海省", id="foot"),
        pytest.param("小兴安岭木材产量达到9万吨。", "230000", "黑龙江省", id="lesser"),
        pytest.param("呼兰河、通肯河流域产粮90万吨。", "230000", "黑龙江省", id="two-rivers"),
        pytest.param("赤水河流域酿酒产值达到90亿元。", "520000", "贵州省", id="basin"),
        pytest.param("连山河以东建设园区9个。", "210000", "辽宁省", id="side"),
    ],
)
def test_a_mountain_or_river_is_no_county(text: str, issuer: str, scope: str) -> None:
    assert [m.name for m in read(text, issuer, "2017")[-1].scope] == [scope]


def test_an_exception_goes_on_behind_a_quotation_in_it() -> None:
    (row,) = read("绍兴市（不包括“酱缸城”和诸暨市）纺织产值达到90亿元。", "330000", "2017")
    assert [m.name for m in row.scope] == ["绍兴市"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        pytest.param(
            "诸暨工业园区产值达到50亿元。", [("诸暨工业园区", None, "330681")], id="its own"
        ),
        pytest.param(
            "诸暨工业园区：2006年设立，规划面积9平方公里。",
            [("诸暨工业园区", None, "330681")],
            id="in a record",
        ),
        pytest.param(
            "诸暨工业园区和嵊州工业园区产值达到50亿元。",
            [("诸暨工业园区", None, "330681"), ("嵊州工业园区", None, "330683")],
            id="two of them",
        ),
        pytest.param("诸暨建设工业园区5个。", [("诸暨市", "330681", None)], id="what is built"),
    ],
)
def test_a_zones_number_is_not_its_countys(text: str, scope: list[tuple]) -> None:
    row = read(text, "330600")[-1]
    assert [(m.name, m.code, m.within) for m in row.scope] == scope


def test_each_district_stands_behind_its_city() -> None:
    (row,) = read("广州市黄埔区、深圳市南山区集聚企业500家。", "440000", "2017")
    assert [m.name for m in row.scope] == ["黄埔区", "南山区"]


def test_scope_of_the_plans_date() -> None:
    (row,) = read("上虞市集聚了近200家节能电光源相关企业。")
    assert [(m.name, m.code, m.code_today) for m in row.scope] == [("上虞市", "330682", "330604")]


def test_industry_is_the_heading_in_the_plan_s_words() -> None:
    text = "一、重点\n（一）推动信息技术产业跨越发展。\n主要目标：到2015年，产值达到500亿元。\n"
    (row,) = read(text)
    assert row.industry == "信息技术" and row.section == (
        "一、重点",
        "（一）推动信息技术产业跨越发展",
    )


@pytest.mark.parametrize(
    ("text", "additive"),
    [
        pytest.param("产值达到500亿元。", True, id="amount"),
        pytest.param("增加值占比达到40%。", False, id="share"),
        pytest.param("产值年均增长10%。", False, id="growth"),
        pytest.param("建设11个产业集聚区。", False, id="count of areas"),
        pytest.param("实施科技计划50项，其中国家火炬计划6项。", True, id="whole"),
        pytest.param("人均生产总值达到9378美元。", False, id="per head"),
    ],
)
def test_additive(text: str, additive: bool) -> None:
    assert read(text)[0].additive is additive


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("积极开发2万吨以上城市污水处理关键技术和成套设备。", id="specification"),
        pytest.param("形成1.5兆瓦级以上陆上风电机组批量化生产能力。", id="size of a machine"),
        pytest.param("《培育100家企业行动方案》印发。", id="title of a document"),
        pytest.param("六个重点园区简称为“六大重点园区”。", id="enumeration that is named"),
        pytest.param("横贯全境，全长120公里。", id="geography"),
        pytest.param("引进投资超10亿元的项目。", id="threshold alone"),
        pytest.param("力争百亿元企业有新突破。", id="a class of firms"),
        pytest.param("培育一批产值达到百亿元以上的加工园区。", id="some of a size"),
        pytest.param("七台河发展石墨产业。", id="a city that begins with a number"),
        pytest.param("五家渠市建设纺织产业园。", id="a city that reads as five firms"),
        pytest.param("支持北四家乡发展食用菌产业。", id="a number in the middle of a town's name"),
        pytest.param("首架3吨级无人机首飞。", id="a machine's size"),
        pytest.param("在袜业基地，小王月收入3000元。", id="one person's income"),
        pytest.param("产量连续34个榨季居第一。", id="seasons"),
        pytest.param("化工园区发生爆炸，造成3人死亡。", id="an accident"),
        pytest.param("破获假烟案，涉案金额2600万元。", id="a crime"),
        pytest.param("对袜业企业按设备投资额20%给予补贴。", id="the rate of a subsidy"),
        pytest.param("| 粮食产量（亿斤） | 1500 | 1600 |", id="unit in a table's head"),
    ],
)
def test_numbers_that_are_no_targets(text: str) -> None:
    assert read(text) == ()


def test_the_whole_of_another_is_not_the_issuers() -> None:
    rows = read("全市茶园面积达141万亩，占全省总面积610万亩的23%。")
    assert [(t.value, t.indicator) for t in rows] == [(141, "面积"), (23, "占总面积比重")]


def test_range() -> None:
    (row,) = read("到2015年，助推3—5家企业上市。")
    assert (row.value, row.value_max) == (3, 5)


WORDS = ["力争", "到2015年", "，", "、", "。", "；", "产值", "突破", "100亿元", "3家", "50%以上"]
WORDS += ["分别", "增长", "企业", "千亿级", "产业链", "绍兴市", "和", "的", "（", "）"]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_clause_gives_records_that_hold(words: list[str]) -> None:
    text = "".join(words) + "。"
    for row in read(text):
        assert text[row.evidence.start : row.evidence.end] == row.evidence.exact
        assert row.comparator in (">=", ">", "~", "<=", "<", "=") and row.scope


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("piece", "size"),
    [
        pytest.param("三成", 500_000, id="glued tenths"),
        pytest.param("产值100亿元", 500_000, id="no punctuation"),
        pytest.param("产值100亿元、", 500_000, id="one endless list"),
        pytest.param("分别增长2%、3%", 500_000, id="dealt out without end"),
        pytest.param("力争2015年（千亿占全市的", 5_000_000, id="5 MB without a number"),
    ],
)
def test_a_hostile_file_is_read_in_bounded_time(piece: str, size: int) -> None:
    text = piece * (size // len(piece.encode()))
    assert len(read(text)) <= 600


def test_time_is_linear_in_the_number_of_targets() -> None:
    text = "到2015年，绍兴市产值力争突破100亿元，占全市三成以上、新增企业3家。\n"

    def work(times: int) -> None:
        assert len(read(text * times)) == 3 * times

    assert is_linear(work, 50, 500)


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("产值增长" + "快" * 150 + "到新兴产业10%。", id="a growth with many words"),
        pytest.param("产值" + "达到" * 70 + "的企业10%。", id="a verb over and over"),
        pytest.param(
            "产值" + "比上" * 40 + "一年的水平又有新的增长10%。", id="comparison upon comparison"
        ),
    ],
)
def test_no_pattern_takes_exponential_time(text: str) -> None:
    assert len(read(text)) == 1


def test_a_goal_for_the_year_of_issue_is_no_report() -> None:
    rows = read(
        "襄阳市2021年汽车产业产值首次突破2500亿元，预计2022年突破3000亿元。", "420600", "2022"
    )
    assert [(t.modality, t.year) for t in rows] == [("actual", 2021), ("target", 2022)]


def test_the_end_of_a_change_that_a_report_tells_of_is_reported() -> None:
    rows = read("新疆棉花产量513万吨，占全国比重由86.4%提高到89.5%。", "650000", "2022")
    assert [t.modality for t in rows] == ["actual"] * 3


def test_the_whole_of_a_next_share_is_not_whose_it_is() -> None:
    rows = read("延安市苹果产量388万吨，占全国的1/9、陕西的1/3。", "610600", "2022")
    assert [[m.name for m in t.scope] for t in rows] == [["延安市"]] * 3


def test_how_far_anothers_count_is_is_no_number() -> None:
    rows = read("单项冠军企业达63家，居全国城市首位，比深圳多12家。", "330200", "2022")
    assert [t.value for t in rows] == [63]


def test_an_indicator_has_no_unit_before_it() -> None:
    row = read("寿光市蔬菜种子国产化率达到75%。", "370700", "2022")[0]
    assert (row.indicator, row.scope[0].name) == ("蔬菜种子国产化率", "寿光市")
