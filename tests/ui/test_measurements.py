"""The measurements in Chinese: every figure of the English report, none of our own."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from tests.ui.pages import nodes, run, text, trees
from ui import accounts, measurements
from ui.words import texts

REPORT = accounts.accuracy()
PAIRS = list(zip(REPORT, measurements.chinese(REPORT), strict=True))
PROSE = [(old.text, new.text) for old, new in PAIRS if old.kind == "text"]


@pytest.mark.parametrize(("english", "chinese"), PROSE, ids=[e[:24] for e, _ in PROSE])
def test_a_paragraph_keeps_its_numbers(english: str, chinese: str) -> None:
    assert re.search("[一-鿿]", chinese) and english != chinese
    assert set(measurements.numbers(english)) <= set(re.findall(r"\d[\d,]*(?:\.\d+)*", chinese))


def test_tables_keep_their_figures_and_change_their_labels() -> None:
    for old, new in PAIRS:
        if old.kind != "table":
            continue
        figures = [[cell for cell in row if cell[:1].isdigit()] for row in old.rows]
        assert [[cell for cell in row if cell[:1].isdigit()] for row in new.rows] == figures
        assert not any(re.fullmatch("[a-z_ ]+", cell) for cell in new.rows[0] if cell)


def test_every_set_of_texts_has_a_chinese_name() -> None:
    (sets,) = [
        new for old, new in PAIRS if old.kind == "table" and old.rows[0][0] == "at first sight"
    ]
    assert [row[0] for row in sets.rows[1:] if not re.search("[一-鿿]", row[0])] == []


def test_what_the_form_does_not_fit_stays_english() -> None:
    words = texts("zh")
    assert measurements.filled("Something new was said.", words) == "Something new was said."
    short = "The evidence of 3 records is there."
    assert measurements.filled(short, words) == short


def test_the_page_is_chinese_where_it_is_chinese(both: SimpleNamespace) -> None:
    for lang, word in (("zh", "召回率"), ("en", "recall")):
        (part,) = nodes(trees(run("method", lang=lang)), data_part="accuracy")
        assert word in text(part)
    assert "annotated" in text(part)
