"""How a line of a list opens: its bullet or number, and a catchword in quotation marks."""

from __future__ import annotations

from layers.extract.patterns import compiled
from layers.plan import Plan

_MARKER = compiled(
    r"(?:[-•·●■◆▪▲★○□➤►◎※*#\s]+|\d{1,3}[.、．)）](?!\d)|[（(][\d一二三四五六七八九十]{1,3}[）)]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,3}[、.．])+"
)
_NUMBER = compiled(r"\d{1,3}(?=[\u4e00-\u9fff])")
NUMERALS = frozenset("一二三四五六七八九十")
"""Chinese characters that open a line as its number; any other opens a word."""
_SLOGAN = compiled(r"[“「][^“”「」]{1,8}[”」](?=[\u4e00-\u9fff])")
"""“多组团” before the names of its members."""


def opened(plan: Plan, start: int, end: int) -> tuple[int, int]:
    """Where a line goes on behind its marker, and behind the catchword that follows it."""
    marker = _MARKER.match(plan.clean, start, end)
    body = marker.end() if marker else _numbered(plan, start, end)
    quoted = plan.clean.startswith(("“", "「"), body, end)
    slogan = _SLOGAN.match(plan.clean, body, end) if quoted else None
    return body, slogan.end() if slogan else body


def _numbered(plan: Plan, start: int, end: int) -> int:
    """Behind a number that white space of the source divides from its row (1 诸暨市 袜业)."""
    number = _NUMBER.match(plan.clean, start, end)
    if number is None:
        return start
    behind = number.end()
    apart = plan.index.source(behind) - plan.index.source(behind - 1) > 1
    return behind if apart else start
