"""Patterns: brackets at the end, the last match, and alternatives that the engine can skip to."""

from __future__ import annotations

import re
from typing import Any, cast

_HAN = r"[\u4e00-\u9fff]"
_NOT_ELSE = r"[^\x00-\xff\u2000-\u2bff\u3000-\u303f\uff00-\uffef]"
"""The same by what it is not: Latin, signs, marks, full-width forms."""
ASIDE = re.compile(r"[（(][^（()）]*[）)]$")
"""A bracket at the end: the years of a plan, the count of a list."""

NUMBER = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])+")
"""The number that opens an entry."""
JOINT = re.compile("[、和与及]")
"""What stands between the things of a list."""


class _Waiting:
    """A pattern that is compiled when it is first asked to match; from then on it answers with
    the compiled one's own methods."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        made = re.compile(self.pattern)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that is compiled when first needed, with `[\u4e00-\u9fff]` told by what it is not.

    The reader has hundreds of patterns, and a command that reads a sentence needs few of them;
    to compile them all took it a third of its time. Python lists the 20,992 characters of the
    range each time; the few signs round them take a tenth of that. A pattern that every sentence
    is held against is better compiled by `re.compile`: a call of it is a little faster.

    >>> compiled("[\\u4e00-\\u9fff]+").findall("a，绍兴1、②嵊州")
    ['绍兴', '嵊州']
    """
    return cast("re.Pattern[str]", _Waiting(pattern.replace(_HAN, _NOT_ELSE)))


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


def each(words: str, tail: str) -> str:
    """Alternatives for a pattern: every word with what follows it.

    The engine skips to the first letter of `布局在|分布在`, but tries `(?:布局|分布)在`, as part
    of a longer pattern, at every character.

    >>> each("布局 分布", "[在于]")
    '布局[在于]|分布[在于]'
    """
    return "|".join(word + tail for word in words.split())
