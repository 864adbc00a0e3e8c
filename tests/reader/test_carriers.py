"""The lexicon: carriers with their kinds, verbs, each group with an example that is its test."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import get_args

import pytest

from geo.gazetteer import Gazetteer
from layers.extract.lexicon import Lexicon
from layers.extract.places.mentions import Scanner
from layers.industry import Taxonomy
from layers.records import Kind

LEXICON = Lexicon.from_data()
DATA = Path(__file__).parents[2] / "data" / "reader"


@pytest.mark.parametrize(
    ("text", "words", "bit"),
    [pytest.param(*e, id=f"group-{i}") for i, e in enumerate(LEXICON.examples)],
)
def test_each_group_finds_the_words_of_its_example(
    gazetteer: Gazetteer, taxonomy: Taxonomy, text: str, words: tuple[str, ...], bit: int
) -> None:
    tokens = Scanner.for_data(gazetteer, taxonomy).scan(text)
    found = [t.word for t in tokens if t.classes & bit]
    assert [w for w in found if w in words] == list(words)


def test_no_town_hides_a_carrier_behind_a_count(gazetteer: Gazetteer, taxonomy: Taxonomy) -> None:
    tokens = Scanner.for_data(gazetteer, taxonomy).scan("重点打造智能制造三大集聚区")
    assert tokens[-1].word == "集聚区"


def test_every_carrier_has_a_kind_of_the_contract() -> None:
    assert set(LEXICON.kinds.values()) <= {*get_args(Kind), "cluster"}
    assert {"enterprise"}.isdisjoint(LEXICON.kinds.values())


def test_no_carrier_is_of_two_kinds() -> None:
    data = tomllib.loads((DATA / "lexicon.toml").read_text("utf8"))
    kinds: dict[str, set[str]] = {}
    for group in data["carrier"]:
        for word in group["words"]:
            kinds.setdefault(word, set()).add(group["kind"])
    assert {w: k for w, k in kinds.items() if len(k) > 1} == {}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("和林格尔县算力产业", "和林格尔县", id="name-before-joint"),
        pytest.param("新兴产业", "新兴产业", id="industry-before-name"),
        pytest.param("新能源汽车产业", "新能源汽车", id="longest-label"),
    ],
)
def test_the_longest_word_wins(
    gazetteer: Gazetteer, taxonomy: Taxonomy, text: str, word: str
) -> None:
    assert Scanner.for_data(gazetteer, taxonomy).scan(text)[0].word == word


def test_the_scanner_is_built_once(gazetteer: Gazetteer, taxonomy: Taxonomy) -> None:
    assert Scanner.for_data(gazetteer, taxonomy) is Scanner.for_data(gazetteer, taxonomy)
