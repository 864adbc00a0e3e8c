"""Quotes find their sentence again, or say that it is gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.evidence import anchor, from_selectors, selector_text
from layers.records import Evidence
from tests.layers import specimen

PLAN = specimen.plan(specimen.SX)
QUOTES = [claim.evidence for claim in specimen.shaoxing().claims]


@given(st.integers(0, len(PLAN.text) - 1), st.integers(1, 80))
def test_every_quote_is_found_in_its_own_text(start: int, length: int) -> None:
    quote = Evidence.from_text(PLAN.text, start, min(start + length, len(PLAN.text)))
    found = anchor(quote, PLAN.text)
    if quote.exact.isspace():
        assert found is None
    else:
        assert found is not None and found.exact.split() == quote.exact.split()


@pytest.mark.parametrize("quote", QUOTES, ids=range(len(QUOTES)))
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: "前言。\n" * 50 + text, id="text-before"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="other-line-breaks"),
        pytest.param(
            lambda text: "".join(c + "\n" * (i % 30 == 0) for i, c in enumerate(text)),
            id="broken-lines-of-a-pdf",
        ),
        pytest.param(lambda text: text.replace("\u3000", ""), id="without-indents"),
    ],
)
def test_a_changed_copy_still_holds_the_sentence(quote: Evidence, change: object) -> None:
    copy = change(PLAN.text)  # type: ignore[operator]
    found = anchor(quote, copy)
    assert found is not None
    assert "".join(found.exact.split()) == "".join(quote.exact.split())
    assert copy[found.start : found.end] == found.exact


def test_of_two_places_the_one_with_the_old_context_is_taken() -> None:
    text = "一、诸暨打造集聚区。二、嵊新打造集聚区。"
    second = Evidence.from_text(text, text.rindex("打造"), text.rindex("。"))
    copy = "三、" + text
    found = anchor(second, copy)
    assert found is not None and found.start == copy.rindex("打造")


def test_a_deleted_sentence_is_gone() -> None:
    quote = QUOTES[0]
    assert anchor(quote, PLAN.text.replace(quote.exact, "")) is None


@given(st.text(min_size=1), st.text(), st.text())
def test_selectors_keep_the_quote(exact: str, prefix: str, suffix: str) -> None:
    quote = Evidence(3, 3 + len(exact), exact, prefix, suffix)
    assert from_selectors(selector_text(quote)) == quote
