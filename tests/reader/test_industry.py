"""Industries: codes of phrases, the plan's own words of headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.industry import Taxonomy, finest

TAXONOMY = Taxonomy.from_data()


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("(一)先进装备制造业", "先进装备制造", id="class-heading"),
        pytest.param("(六)新兴信息产业", "新兴信息", id="industry-heading"),
        pytest.param("（三）抢占人工智能产业制高点", "人工智能", id="aim-behind"),
        pytest.param("（七）促进新能源汽车规模化生产和应用", "新能源汽车", id="no-suffix"),
        pytest.param("（五）构建完善新材料产业体系", "新材料", id="system-behind"),
        pytest.param("（十）加快培育壮大数字创意产业", "数字创意", id="verbs-before"),
        pytest.param("一要推进传统产业转型提质", "传统产业", id="ordinal-and-group"),
        pytest.param("推动产业转型升级", "产业转型升级", id="upgrading"),
        pytest.param("积极发展海洋经济", "海洋经济", id="topic-clause"),
        pytest.param("开展“人工智能+”行动", "人工智能+", id="quoted-action"),
        pytest.param("大力实施先进制造业集群跃升工程", "先进制造业", id="keeps-its-suffix"),
        pytest.param("3.产业布局", None, id="layout"),
        pytest.param("2.产业集群初步形成", None, id="clusters"),
        pytest.param("1.培育战略性新兴产业策源地", None, id="strategic-industries"),
        pytest.param("(五)优化产业布局，促进集聚发展", None, id="policy"),
        pytest.param("煤炭、电力、化工、建材", None, id="list"),
    ],
)
def test_headings_in_the_plans_own_words(heading: str, expected: str | None) -> None:
    assert TAXONOMY.heading(heading) == expected


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        pytest.param("先进装备制造", ("2",), id="equipment"),
        pytest.param("生物医药", ("4.1",), id="medicine"),
        pytest.param("节能电光源", ("7.1",), id="light-sources"),
        pytest.param("太阳能光伏产业带", ("6.3",), id="solar"),
        pytest.param("通用航空", ("2.2",), id="aviation"),
        pytest.param("北斗导航产业基地", ("2.3",), id="navigation"),
        pytest.param("新能源汽车及整车制造", ("5",), id="vehicles-before-energy"),
        pytest.param("氟硅新材料", ("3.3",), id="fluorine"),
        pytest.param("物联网", ("1",), id="internet-of-things"),
        pytest.param("人工智能", ("1.5",), id="artificial-intelligence"),
        pytest.param("纺织机械", (), id="traditional-product"),
        pytest.param("环保型染整设备", (), id="negative-label-environment"),
        pytest.param("国际金融危机", (), id="negative-label-crisis"),
        pytest.param("信息化建设", (), id="negative-label-informatization"),
    ],
)
def test_codes_of_a_phrase(phrase: str, codes: tuple[str, ...]) -> None:
    assert TAXONOMY.codes(phrase) == codes


def test_the_crosswalk_of_both_plans() -> None:
    zhejiang = (
        "信息技术 物联网 人工智能 高端装备制造 新材料 生物 新能源汽车 新能源 节能环保 数字创意"
    )
    classes = [TAXONOMY.codes(word)[0][0] for word in zhejiang.split()]
    assert classes == ["1", "1", "1", "2", "3", "4", "5", "6", "7", "8"]
    shaoxing = "先进装备制造 新材料 生物医药 节能环保 新能源 新兴信息"
    assert [TAXONOMY.codes(word)[0][0] for word in shaoxing.split()] == [
        "2",
        "3",
        "4",
        "7",
        "6",
        "1",
    ]


def test_the_classification_is_whole() -> None:
    classes = [code for code in TAXONOMY.names if "." not in code]
    assert classes == [str(n) for n in range(1, 10)]
    assert len(TAXONOMY.names) - len(classes) == 40


def test_every_label_names_a_class_that_exists() -> None:
    assert {code for code in TAXONOMY.labels.values() if code} <= set(TAXONOMY.names)
    assert not set(TAXONOMY.labels) & TAXONOMY.negative


@given(st.lists(st.sampled_from(sorted(TAXONOMY.names)), max_size=8))
def test_finest_keeps_no_parent_of_a_kept_code(codes: list[str]) -> None:
    kept = finest(codes)
    assert kept <= set(codes)
    assert not any("." in code and code.split(".")[0] in kept for code in kept)


@given(st.lists(st.sampled_from(sorted(TAXONOMY.labels)), max_size=5))
def test_codes_over_phrases_do_not_depend_on_their_order(phrases: list[str]) -> None:
    assert TAXONOMY.codes(*phrases) == TAXONOMY.codes(*reversed(phrases))
