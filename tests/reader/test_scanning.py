"""What the reader does once, or by a shorter way, against the long way that it stands for."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.gazetteer import Gazetteer
from layers import folding, headings
from layers.extract import claims
from layers.extract.lexicon import CARRIER, INDUSTRY, PLACE
from layers.extract.lines.sites import Sites
from layers.extract.numbers import changes, shares
from layers.extract.patterns import _Waiting, compiled
from layers.extract.places.mentions import Scanner, Token, Words
from layers.extract.sentences.state import Page
from layers.extract.titles import Titles
from layers.industry import Taxonomy
from layers.plan import Plan

PIECES = (
    "绍兴市",
    "和林格尔",
    "新区域",
    "发展轴承",
    "战略性新兴产业",
    "新昌",
    "基地",
    "、",
    "的",
    "茶",
)


@pytest.fixture(scope="module")
def scanner(gazetteer: Gazetteer, taxonomy: Taxonomy) -> Scanner:
    return Scanner.for_data(gazetteer, taxonomy)


def _moved(tokens: list[Token], by: int) -> list[Token]:
    return [Token(t.start + by, t.end + by, t.classes, t.word) for t in tokens]


@settings(max_examples=150)
@given(words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), data=st.data())
def test_a_piece_has_the_words_that_it_has_alone(
    scanner: Scanner, words: list[str], data: st.DataObject
) -> None:
    text = "".join(words)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole, alone = Words(scanner, text), _moved(scanner.scan(text[start:end]), start)
    assert whole.within(start, end) == alone
    for bit in (PLACE, CARRIER, INDUSTRY):
        assert whole.holds(start, end, bit) == any(t.classes & bit for t in alone)


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        pytest.param("发展轴承", 0, 3, ["发展轴"], id="inside a word that is two"),
        pytest.param("战略性新兴产业", 3, 5, ["新兴"], id="inside a longer word"),
        pytest.param("建设发展轴承基地", 2, 6, ["发展", "轴承"], id="a whole word that is two"),
    ],
)
def test_a_word_across_an_edge_is_read_anew(
    scanner: Scanner, text: str, start: int, end: int, words: list[str]
) -> None:
    assert [t.word for t in Words(scanner, text).within(start, end)] == words


class _Patient(Sites):
    """Reads every cell to its end."""

    def _may_end_name(self, start: int, end: int) -> bool:
        return True


CELLS = (
    *PIECES,
    "全国",
    "诸暨",
    "店口镇",
    "产业园",
    "发展",
    "大数据",
    "村",
    "高",
    "（",
    "）",
    "和",
    "局",
)


@settings(max_examples=200, deadline=None)
@given(words=st.lists(st.sampled_from(CELLS), min_size=1, max_size=5), county=st.booleans())
def test_a_cell_that_is_put_aside_at_once_holds_no_name(
    gazetteer: Gazetteer, taxonomy: Taxonomy, scanner: Scanner, words: list[str], county: bool
) -> None:
    cell = "".join(words)
    plan = Plan.from_bytes(cell.encode(), issuer="330681" if county else "330600", issued="2012")
    titles = Titles.of(plan, gazetteer, taxonomy)
    page = Page.of(gazetteer, titles, scanner.read(plan.clean))
    end = len(plan.clean)
    assert Sites(page).all(0, end) == _Patient(page).all(0, end)


def test_a_pattern_waits_until_it_is_needed() -> None:
    pattern = compiled(r"[\u4e00-\u9fff]{2}(?P<end>市|县)")
    assert pattern.pattern.endswith("(?P<end>市|县)")
    assert "search" not in vars(pattern)
    assert [m["end"] for m in pattern.finditer("绍兴市、新昌县")] == ["市", "县"]
    assert "search" in vars(pattern)
    assert pattern.sub("", "绍兴市、新昌县") == "、"


def test_every_pattern_that_waits_can_be_compiled() -> None:
    waiting = {
        id(value): value
        for name, module in list(sys.modules.items())
        if name.startswith("layers.extract")
        for value in vars(module).values()
        if isinstance(value, _Waiting)
    }
    assert len(waiting) > 100
    for pattern in waiting.values():
        assert callable(pattern.search)  # re.error where it is none


NUMERALS = st.text("一二十是要，。\n成半三四数另天0Oo年12", max_size=14)


@given(NUMERALS)
def test_numbered_statements_are_those_of_the_pattern(text: str) -> None:
    long = [m.span() for m in headings._INLINE.finditer(text)]
    assert [m.span() for m in headings._inline_marks(text)] == long


@given(NUMERALS)
def test_tenths_are_those_of_the_pattern(text: str) -> None:
    long = [m.span() for m in shares._TENTH.finditer(text)]
    assert [m.span() for m in shares._in_tenths(text)] == long


@given(NUMERALS)
def test_zeros_are_mended_as_by_one_pattern(text: str) -> None:
    long = folding._HAN_ZERO.sub("〇", folding._ZERO.sub("0", text))
    assert folding.widths(text) == long


def test_places_are_the_same_where_all_their_values_are(gazetteer: Gazetteer) -> None:
    city = gazetteer.unit("330600")
    assert city == replace(city)
    assert hash(city) == hash(replace(city))
    assert city != replace(city, name="越州市")
    assert city != "330600"


VERBS = (*re.findall("[\u4e00-\u9fff]+", changes._VERBS.pattern), "、", "产值", "市")


@given(st.lists(st.sampled_from(VERBS), max_size=5))
def test_verbs_at_the_end_are_those_of_the_pattern(words: list[str]) -> None:
    text = "".join(words)
    assert changes.unverbed(text) == changes._VERBS.sub("", text)


CLAUSES = (
    *("推进项目建设", "全县重点发展轴承", "呈现集聚态势", "诸暨市", "店口镇将打造", "入选名单"),
    *("全县", "打造产业基地", "该区加快建设", "形成", "乌有镇主要发展旅游业", "，", "，", "。"),
)


@settings(max_examples=200, deadline=None)
@given(words=st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=9), county=st.booleans())
def test_a_clause_in_which_nobody_acts_says_nothing(
    gazetteer: Gazetteer, taxonomy: Taxonomy, words: list[str], county: bool
) -> None:
    issuer = "330681" if county else "330600"
    plan = Plan.from_bytes(f"规划\n{''.join(words)}".encode(), issuer=issuer, issued="2012")
    short = claims.claims(plan, gazetteer, taxonomy)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(claims, "is_idle", lambda *_: False)
        assert claims.claims(plan, gazetteer, taxonomy) == short
