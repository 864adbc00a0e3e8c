"""The label of a claim's industry: a name, without what stands round it in the text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.extract.labels import DATA, label, plain, with_step
from layers.industry import Taxonomy

TAXONOMY = Taxonomy.from_data()
WORDS = tomllib.loads(DATA.read_text("utf8"))
GROUPS = [group for name in ("head", "tail", "hollow") for group in WORDS[name]]


@pytest.mark.parametrize("group", GROUPS, ids=[str(n) for n in range(len(GROUPS))])
def test_the_example_of_each_group_of_words(group: dict[str, str]) -> None:
    words, expected = group["example"].split(" -> ")
    assert (label(words, TAXONOMY) or "") == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param("百万吨级炼化", "炼化", id="size-before"),
        pytest.param("3D打印", "3D打印", id="digit-of-a-name"),
        pytest.param("新能源（光伏", "新能源", id="bracket-left-open"),
        pytest.param("电子信息（线路板、覆铜板）", "电子信息", id="bracket"),
        pytest.param("乌有镇模具", "模具", id="town-before"),
        pytest.param("国家级水泥绿色循环", "水泥", id="rank-before-aims-behind"),
        pytest.param("发力精密模具", "精密模具", id="verb"),
        pytest.param("建成纺织", "纺织", id="verb-of-what-stands"),
        pytest.param("新建材", "新建材", id="no-verb"),
        pytest.param("造纸业", "造纸业", id="trade-keeps-its-word"),
        pytest.param("食品工业", "食品", id="industry-of-a-thing"),
        pytest.param("产值超500亿元轴承", "轴承", id="amount"),
        pytest.param("-大数据", "大数据", id="mark-of-a-list"),
        pytest.param("拉长钢铁", "钢铁", id="verb-of-a-chain"),
        pytest.param("在电子信息", "电子信息", id="preposition"),
        pytest.param("在线教育软件", "在线教育软件", id="no-preposition"),
        pytest.param("建两个模具", "模具", id="one-verb-and-a-count"),
        pytest.param("模具新型工业化", "模具", id="kind-of-base"),
        pytest.param("主要经济指标", None, id="figure"),
        pytest.param("草原", None, id="landscape"),
        pytest.param("现代化智能化", None, id="qualities-alone"),
        pytest.param("第三产业", None, id="sector-of-the-economy"),
    ],
)
def test_a_phrase_is_told_by_its_industry_alone(phrase: str, expected: str | None) -> None:
    assert label(phrase, TAXONOMY) == expected


def test_a_known_place_before_the_industry_is_dropped() -> None:
    assert label("绍兴模具", TAXONOMY, lambda name: name == "绍兴") == "模具"
    assert label("绍兴模具", TAXONOMY) == "绍兴模具"


def test_a_step_of_work_is_never_cut_in_two() -> None:
    assert with_step(("茶叶精深",), "茶叶精深", "加工基地") == ("茶叶精深加工",)
    assert with_step(("茶叶",), "茶叶", "加工基地") == ("茶叶",)


READ = [
    pytest.param(
        "关于锂电的报道\n近日，市里印发《某市锂电产业发展规划》。支持诸暨打造正极产业基地。\n",
        "330600", "锂电", id="the-plan-that-a-report-announces",
    ),
    pytest.param(
        "绍兴市2024年新材料产业行动计划\n支持诸暨打造碳纤维产业基地。\n",
        "330600", "新材料", id="the-title-of-the-plan",
    ),
    pytest.param(
        "绍兴市2024年新材料产业行动计划\n支持诸暨打造风电产业基地。\n",
        "330600", "风电", id="another-class-than-the-title",
    ),
    pytest.param(
        "新材料方面，诸暨重点发展纺织材料；新昌重点发展环保装备。",
        "330600", "新材料", id="a-field-holds-over-semicolons",
    ),
    pytest.param("打造诸暨戈壁产业基地。", "330600", "综合", id="names-no-industry"),
    pytest.param("建设诸暨茶叶精深加工基地。", "330600", "茶叶精深加工", id="whole-step"),
    pytest.param("诸暨打造产值超50亿元轴承产业集群。", "330600", "轴承", id="amount-in-a-cluster"),
    pytest.param("建设诸暨经济开发区化工产业园。", "330600", "化工", id="park-in-a-zone"),
    pytest.param(
        "电力装机达到9万千瓦，建成了诸暨铜加工基地。", "330600", "铜加工", id="figure-in-the-topic"
    ),
    pytest.param(
        "诸暨的袜业产业以棉袜为主，打造诸暨袜业产业集群。", "330600", "袜业", id="place-of-a-topic"
    ),
    pytest.param(
        "走进诸暨经济开发区，大力发展轴承产业。", "330600", "轴承", id="said-in-a-later-clause"
    ),
    pytest.param("推进诸暨某某园区轴承基地建设。", "330600", "轴承", id="part-of-a-county-before"),
    pytest.param("建设石莲休闲农业示范区。", "330000", "休闲农业", id="town-of-elsewhere-before"),
    pytest.param("建设诸暨石莲轴承产业基地。", "330600", "轴承", id="town-behind-its-county"),
    pytest.param("建设嵊州高山蔬菜基地。", "330600", "高山蔬菜", id="word-that-a-town-bears-too"),
    pytest.param(
        "推动杭州、宁波、温州等市装备制造业转型升级。", "330000", "装备制造",
        id="units-that-close-a-list",
    ),
    pytest.param(
        "打造杭州新能源和智能网联汽车产业集群。", "330000", "新能源和智能网联汽车",
        id="one-industry-with-a-joint",
    ),
    pytest.param(
        "建设衢州碳酸钙和新型材料产业基地。", "330000", "碳酸钙和新型材料",
        id="two-that-one-base-is-for",
    ),
    pytest.param(
        "支持安吉、龙泉打造以竹地板为主导的竹加工产业集群。", "330000", "竹加工",
        id="what-most-of-it-is",
    ),
    pytest.param(
        "建设磐安以浙贝母为主的医药产业基地。", "330000", "医药", id="place-before-most-of-it"
    ),
    pytest.param(
        "新能源汽车产业布局以杭州、宁波为整车制造主基地。", "330000", "新能源汽车",
        id="layout-of-an-industry",
    ),
    pytest.param("建设诸暨板栗集散基地。", "330600", "板栗", id="trade-in-it"),
    pytest.param("诸暨大力发展果品加工业。", "330600", "果品加工", id="trade-of-processing"),
    pytest.param(
        "（一）能源保障更加有力\n支持诸暨打造光伏产业基地。", "330600", "能源",
        id="heading-that-tells",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuer", "industry"), READ)
def test_the_industry_of_a_claim(found: Callable, text: str, issuer: str, industry: str) -> None:
    claims, _ = found(text, issuer, "2026")
    assert {c.industry for c in claims} == {industry}


_PIECES = [
    *("国家级", "千万吨级", "（", "）", "乌有镇", "纺织", "茶叶"),
    *("示范", "特色", "大型", "、", "产业", "5个"),
]


def test_no_verb_is_left_in_a_focus(found: Callable) -> None:
    (claim, *_), _ = found("诸暨市：重点建成纺织、轴承产业，形成食品加工集群。", "330600", "2022")
    assert claim.focus == ("纺织", "轴承", "食品")


@given(st.lists(st.sampled_from(_PIECES), max_size=7).map("".join))
def test_no_label_has_an_open_bracket_or_a_size(phrase: str) -> None:
    name = label(phrase, TAXONOMY) or ""
    assert not re.search(r"[（(）)]|[\d千万]+(?:吨|个)", name)
    assert label(name, TAXONOMY) == (name or None)
    assert name != "乌有镇"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("华南重要水电能源", "水电能源", id="region-and-rank"),
        pytest.param("武陵山区薯粉加工中心", "薯粉", id="range-and-site"),
        pytest.param("某泥路沿线生态楠竹", "生态楠竹", id="along-a-road"),
        pytest.param("桃花江生态农业", "生态农业", id="river"),
        pytest.param("矿山装备", "矿山装备", id="no-name-of-a-mountain"),
        pytest.param("都市农业", "都市农业", id="no-name-of-a-city"),
        pytest.param("冷水鱼养殖池", "冷水鱼养殖", id="ponds"),
        pytest.param("优农业强特色", "农业", id="slogan"),
        pytest.param("省超硬材料", "超硬材料", id="rank-of-a-letter"),
        pytest.param("页岩气装备高新技术产业化", "页岩气装备", id="kind-of-base"),
        pytest.param("中部环湖休闲渔业区", "休闲渔业", id="area"),
        pytest.param("海上风电科技成果", "海上风电", id="what-is-built-of-it"),
        pytest.param("成全国设施食用菌生产", "设施食用菌", id="half-a-verb"),
        pytest.param("集安葡萄酒", "集安葡萄酒", id="no-half-of-a-verb"),
        pytest.param("高端花卉产业", "高端花卉产业", id="as-a-list-heads-it"),
        pytest.param("产业转型升级", "产业转型升级", id="group"),
        pytest.param("果品精深", "果品精深加工", id="step-that-the-park-took"),
        pytest.param("装备制造上", "装备制造", id="field"),
        pytest.param("淮河中游大宗散货物流", "大宗散货物流", id="reach-of-a-river"),
        pytest.param("综合", None, id="hollow"),
    ],
)
def test_a_name_that_is_shown_holds_the_industry_alone(name: str, expected: str | None) -> None:
    assert plain(name, TAXONOMY) == expected


def test_a_part_of_a_place_goes_with_the_place() -> None:
    assert label("绍兴港风电", TAXONOMY, lambda name: name == "绍兴") == "风电"
