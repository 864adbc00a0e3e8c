"""Searching backwards: the last place where a pattern stands."""

from __future__ import annotations

import re


def last(
    pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> re.Match[str] | None:
    """The last match of `pattern` in `text[start:end]`, or None.

    >>> found = last(re.compile("产值|收入"), "产值和收入")
    >>> found[0] if found else None
    '收入'
    """
    match = None
    for match in pattern.finditer(text, start, len(text) if end is None else end):  # noqa: B007
        pass
    return match
