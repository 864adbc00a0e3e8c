"""Numbers of a list that share the unit of its last: 分别达400、600和1500亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from layers.extract.numbers.comparators import sign_before
from layers.extract.numbers.quantities import Amount, exact
from layers.extract.patterns import compiled

_LIST = compiled(
    r"(?:分别|依次)[^，,。；;\d\n]{0,10}(?P<list>(?:\d+(?:\.\d+)?(?:[、和与及]|以及)){1,8})(?=\d)"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def with_shared(text: str, found: Sequence[Amount]) -> list[Amount]:
    """The amounts with those before them that 分别 deals out and that have no unit of their own.

    >>> from layers.extract.numbers.amounts import amounts
    >>> text = "产量分别达400、600和1500万吨"
    >>> [(a.value, a.unit) for a in with_shared(text, amounts(text))]
    [(400, '万吨'), (600, '万吨'), (1500, '万吨')]
    """
    by_start = {a.start: a for a in found if a.value}
    added = [
        amount
        for match in _LIST.finditer(text)
        if (last := by_start.get(match.end("list"))) is not None
        for amount in _listed(text, match, last)
    ]
    return sorted([*found, *added], key=lambda a: a.start) if added else list(found)


def _listed(text: str, match: re.Match[str], last: Amount) -> Iterator[Amount]:
    for number in _NUMBER.finditer(text, *match.span("list")):
        start, end = number.span()
        sign, left = sign_before(text, start)
        value = exact(float(number[0]))
        yield replace(
            last,
            start=start,
            end=end,
            left=left,
            right=end,
            value=value,
            value_max=None,
            base=exact(value * last.base / last.value),
            base_max=None,
            comparator=sign,
            level=False,
        )
