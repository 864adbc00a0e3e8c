"""The method page shows the patterns as the data has them."""

from __future__ import annotations

import tomllib

import pytest

from layers.catalogue import MARK, PAGE, PATTERNS, catalogue, page


def test_the_page_is_made_from_the_patterns() -> None:
    text = PAGE.read_text("utf8")
    assert text == page(text), "run python -m layers.catalogue"


def test_the_catalogue_shows_every_pattern_and_every_claim() -> None:
    shown = catalogue()
    for pattern in tomllib.loads(PATTERNS.read_text("utf8"))["pattern"]:
        assert pattern["text"].splitlines()[0] in shown
        assert all(row in shown for row in pattern["expect"])


def test_a_page_without_its_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="expected the line"):
        page("# Method\n")
    assert page(f"# Method\n{MARK}\n").startswith("# Method\n")
