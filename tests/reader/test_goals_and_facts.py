"""What a number is in its paragraph: goal or fact, of which indicator, industry, year and place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reader.numbers import read

PLAN = "绍兴市工业“十四五”规划（2021-2025年）\n"


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，纺织产业产值达到2000亿元，居全国前列。",
        "到2025年，成功创建国家级高新区，产值突破1000亿元。",
        "到2025年，产业规模跃居全国首位，营业收入达到800亿元。",
        "二、发展目标\n——数字化转型加快。累计建成智能工厂100家。",
        "到2025年，产业实力更加雄厚。规上工业产值突破1万亿元，规模居全省第四位。",
        "建设年产5GW光伏组件项目，总投资30亿元，2023年建成投产。",
    ],
    ids=["rank", "success", "leap", "heading", "next sentence", "finished later"],
)
def test_praise_does_not_make_a_fact_of_a_goal(text: str) -> None:
    assert {t.modality for t in read(PLAN + text, issued="2021")} == {"target"}


def test_a_fact_with_its_rank_stays_one() -> None:
    (row,) = read(PLAN + "2020年，纺织产业产值达到2000亿元，居全国前列。", issued="2021")
    assert (row.modality, row.year) == ("actual", 2020)


INDICATORS = [
    pytest.param(
        "到2025年，产值达到1000亿元（年均增长12%）。",
        [(1000, "产值"), (12, "产值年均增速")],
        id="in brackets",
    ),
    pytest.param(
        "2020年实现营业收入8000.5亿元，利润总额553.6亿元，同比分别增长2.1%和12.8%。",
        [
            (8000.5, "营业收入"),
            (553.6, "利润总额"),
            (2.1, "营业收入增速"),
            (12.8, "利润总额增速"),
        ],
        id="each rate its own",
    ),
    pytest.param(
        "年主营业务收入10亿元以上的企业达到20家，其中超过50亿元的3家，超过100亿元的1家。",
        [(20, "企业数"), (3, "企业数"), (1, "企业数")],
        id="sizes of some",
    ),
    pytest.param(
        "规模以上工业总产值达到1000亿元，其中新材料500亿元。",
        [(1000, "规模以上工业总产值"), (500, "规模以上工业总产值")],
        id="an industry's part",
    ),
    pytest.param(
        "全市建筑业总产值连续12年居全省首位，2020年达到1.2万亿元。",
        [(1.2, "总产值")],
        id="the clause before",
    ),
    pytest.param("建设年产20万吨己二腈项目。", [(20, "年生产能力")], id="capacity"),
    pytest.param("对首次上规企业给予10万元奖励。", [], id="a grant"),
    pytest.param("机器人密度达到400台/万人。", [(400, "机器人密度")], id="for ten thousand"),
]


@pytest.mark.parametrize(("text", "rows"), INDICATORS)
def test_what_a_number_measures(text: str, rows: list[tuple[float, str]]) -> None:
    found = read(text, issued="2021")
    assert [t.value for t in found] == [value for value, _ in rows]
    assert all(t.indicator.endswith(name) for t, (_, name) in zip(found, rows, strict=True))


@pytest.mark.parametrize(
    ("text", "industries"),
    [
        ("到2025年，汽车制造业产值达到800亿元。", ["汽车"]),
        ("先进制造业产值达到800亿元。", ["总体"]),
        (
            "越城区重点发展集成电路产业。力争到2025年产值突破800亿元，集聚企业200家。",
            ["集成电路", "集成电路"],
        ),
        (
            "数字经济核心产业增加值达到15%左右，R&D经费支出占地区生产总值比重不低于3.2%。",
            ["数字经济", "总体"],
        ),
        ("全市有色金属产业产值达到80亿元。", ["有色金属"]),
    ],
    ids=["made", "quality", "sentence before", "whole economy", "有 of a word"],
)
def test_whose_industry_it_is(text: str, industries: list[str]) -> None:
    assert [t.industry for t in read(PLAN + text, issued="2021")] == industries


def test_the_provinces_number_is_the_provinces() -> None:
    (row,) = read("我省数字经济增加值突破3万亿元。", issued="2021")
    assert [m.name for m in row.scope] == ["浙江省"]


def test_a_total_over_years_has_them_all() -> None:
    (row,) = read("2021—2025年，累计完成技改投资1000亿元。", issued="2021")
    assert row.year == (2021, 2025)


LISTED = [
    "到2025年：\n（1）企业培育。百亿企业达到8家，累计引进项目50个。\n（2）获批创新平台5个。",
    "下一步，要实现以下目标：\n——获批国家级创新平台5个。\n——新增上市公司20家，累计达到100家。",
    "“十四五”目标\n——新药获批20个；\n——上市公司达到15家。",
    "到2025年，我市化工产业：\n规模以上产值达到3000亿元；\n上市企业10家。",
]


@pytest.mark.parametrize("text", LISTED, ids=["until", "goals", "title", "without marks"])
def test_a_goal_reaches_over_its_list(text: str) -> None:
    told = "2022年，全市规上工业增加值增长8.1%，产值突破1万亿元。\n"
    fact, _, *goals = read(told + text, "430100", "2023")
    assert fact.modality == "actual"
    assert {t.modality for t in goals} == {"target"}


def test_a_list_of_goals_ends() -> None:
    text = (
        "2024年重点工作：\n——获批国家级集群1个。\n"
        "2023年，全省规上工业增加值增长5%，获批国家级特色集群5个。"
    )
    found = read(text, "610000", "2024")
    assert [(t.modality, t.year) for t in found] == [
        ("target", 2024),
        ("actual", 2023),
        ("actual", 2023),
    ]


def test_prose_behind_a_list_is_none_of_it() -> None:
    text = (
        "2023年，全省粮食产量837亿斤。\n2024年预期目标：\n——粮食产量稳定在850亿斤以上。\n"
        "农业方面，建成规模养殖场1.2万个，获批国家级产业集群3个。"
    )
    found = read(text, "220000", "2024")
    assert [t.modality for t in found] == ["actual", "target", "actual", "actual"]


TASKS = [
    "实施质量强市工程，上市新药10个，获批发明专利500件。",
    "三年累计实施技改项目3000个、完成投资2000亿元，新增绿色工厂50家。",
    "新增境内外上市公司50家，累计达到600家。",
    "二、重点任务\n（一）提升创新能力\n建设创新平台。获批国家级重点实验室2家。",
]


@pytest.mark.parametrize("text", TASKS, ids=["first verb", "over years", "in all", "heading"])
def test_what_a_plan_sets_out_to_do_is_no_fact(text: str) -> None:
    assert {t.modality for t in read(PLAN + text, issued="2021")} == {"target"}


def test_the_verb_of_a_list_of_counts_reaches_over_its_commas() -> None:
    text = "全市企业突破1000家。培育形成轴承等3个千亿级集群，纺织等4个百亿级集群。新昌入选示范县。"
    assert {t.modality for t in read(text, issued="2021") if t.unit == "个"} == {"target"}


def test_what_a_plan_tells_of_before_stays_a_fact() -> None:
    text = PLAN + "一、发展基础\n工业总产值达到3000亿元，获批国家级绿色工厂12家。"
    assert {t.modality for t in read(text, issued="2021")} == {"actual"}


MEASURED = [
    pytest.param(
        "产能达到工业硅80万吨、多晶硅20万吨。", ["产能", "产能"], id="reached, then of what"
    ),
    pytest.param("形成产能：聚乙烯200万吨、聚丙烯300万吨。", ["产能", "产能"], id="label"),
    pytest.param("年产葡萄酒24万吨（3亿瓶）以上。", ["年产量", "年产量"], id="again in brackets"),
    pytest.param("企业数量持续增加，达到1万家。", ["企业数"], id="what grew"),
    pytest.param("产业规模不断扩大，突破1000亿元。", ["产业规模"], id="what grew in money"),
    pytest.param("产值三年翻一番，种植优质稻100万亩。", ["产值", "种植优质稻"], id="another base"),
    pytest.param("链主企业新增2户。", ["链主企业新增数"], id="new behind its noun"),
    pytest.param(
        "规上工业总产值2024年、2026年分别达3万亿元、4万亿元。", ["规上工业总产值"] * 2, id="years"
    ),
    pytest.param(
        "物流业增加值800亿元，社会物流总额2万亿元。", ["增加值", "社会物流总额"], id="own sum"
    ),
]


@pytest.mark.parametrize(("text", "indicators"), MEASURED)
def test_indicators_of_lists_and_labels(text: str, indicators: list[str]) -> None:
    assert [t.indicator for t in read(PLAN + text, issued="2021")] == indicators


def test_years_of_shares_that_rise_and_of_this_year() -> None:
    found = read(PLAN + "新能源车占比由2022年的17%提高到2027年的50%以上。", issued="2023")
    assert [t.year for t in found] == [2022, 2027]
    assert read("2023年以来，工业产值增长12.2%。", issued="2023")[0].year == 2023


def test_a_city_goes_on_behind_a_semicolon() -> None:
    text = "2021年南京市软件业务收入6800亿元；预计2022年收入突破7500亿元。"
    assert {m.name for t in read(text, "320000", "2022") for m in t.scope} == {"南京市"}


def test_a_word_is_no_county_elsewhere() -> None:
    (row,) = read(PLAN + "盐湖产业产值达到350亿元。", "630000", "2021")
    assert [m.name for m in row.scope] == ["青海省"]


def test_a_row_of_what_is_yet_to_be_built_is_planned(found: Callable) -> None:
    claims, _ = found("诸暨市：新建纺织产业。\n\n上虞区：新建材、纺织。", "330600", "2021")
    assert [(c.name, c.status) for c in claims] == [("诸暨市", "planned"), ("上虞区", "existing")]
