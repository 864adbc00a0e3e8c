"""Counts that 分别 deals out to ranks: 超百亿元、超50亿元企业分别达到5家、12家.

The ranks are limits of what is counted, and no amounts of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from layers.extract.numbers.clauses import Clause, clause_start, is_list
from layers.extract.numbers.counts import NOUN, counted
from layers.extract.numbers.indicators import indicator_at_end
from layers.extract.numbers.nesting import EACH
from layers.extract.numbers.readings import one
from layers.extract.numbers.state import Reading
from layers.extract.patterns import compiled
from layers.records import Target

if TYPE_CHECKING:
    from layers.extract.numbers.quantities import Amount
    from layers.plan import Sentence

_BETWEEN = compiled(
    r"(?:的|以上)*[^，,。；;：:、\d]{0,14}?(?:[、和及与]|以及)(?:[^，,。；;：:、\d]{0,8})"
)
"""What stands between two ranks: 企业、产值."""
_COUNTED = compiled(
    r"(?:的|以上)*[^，,。；;：:、\d]{0,14}(?:企业|公司|集团|产业链|集群|园区|基地|产业|项目|品牌|开发区|平台|强镇|镇|县|链)数?量?"
)
"""What the ranks are ranks of, behind the last of them."""
_REACHED = compiled(r"(?:力争|争取|将|要|达到?|为|有|突破|超过?|发展到|增加?[至到]|[约近]){0,4}")
_FAR = 24
"""Characters before the first rank that can name its indicator."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """Limits and as many counts, with the words between them; `start:end` holds them all."""

    start: int
    end: int
    limits: tuple[Amount, ...]
    counts: tuple[Amount, ...]
    deals: int

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The limits and the counts."""
        return self.limits + self.counts


def ranked(text: str, start: int, end: int, held: Sequence[Amount]) -> list[Ranks]:
    """The ranks of a sentence with their counts."""
    words = EACH.finditer(text, start, end) if len(held) > 3 else ()
    found = (_ranks(text, start, held, m.start(), m.end()) for m in words)
    return [ranks for ranks in found if ranks is not None]


def _ranks(text: str, start: int, held: Sequence[Amount], deals: int, after: int) -> Ranks | None:
    limits = [a for a in held if a.right <= deals]
    counts: list[Amount] = []
    for amount in held[len(limits) :]:
        gap = text[counts[-1].right if counts else after : amount.left]
        listed = is_list(gap) and gap if counts else _REACHED.fullmatch(gap)
        if not (amount.is_count and listed):
            break
        counts.append(amount)
    limits = limits[-len(counts) :] if counts else []
    if len(counts) < 2 or len(limits) < len(counts) or not _are_limits(text, limits, deals):
        return None
    first = limits[0].left
    begin = clause_start(text, max(start, first - _FAR), first)
    return Ranks(begin, counts[-1].right, tuple(limits), tuple(counts), deals)


def _are_limits(text: str, limits: list[Amount], deals: int) -> bool:
    """Whether amounts are ranks of something counted."""
    first = limits[0]
    alike = {a.unit_base for a in limits} == {first.unit_base} and not first.is_rate
    said = first.level or first.bare or first.comparator in (">", ">=")
    if first.is_count or not (alike and said):
        return False
    gaps = (text[a.right : b.left] for a, b in pairwise(limits))
    return all(map(_BETWEEN.fullmatch, gaps)) and bool(
        _COUNTED.fullmatch(text, limits[-1].right, deals)
    )


def each_rank(reading: Reading, sentence: Sentence, ranks: Ranks) -> Iterator[Target]:
    """One target for each rank: how many of it there are."""
    text, first = reading.plan.clean, ranks.limits[0]
    clause = Clause(ranks.start, ranks.end, ranks.start, ranks.amounts)
    measured = indicator_at_end(text[ranks.start : first.left])
    sign = first.comparator if first.left < first.start else "="
    sign_of_count = ranks.counts[0].comparator
    last = _noun(text, ranks.limits[-1].right, ranks.deals)
    for limit, amount in zip(ranks.limits, ranks.counts, strict=True):
        noun = _noun(text, limit.right, ranks.deals) or last
        what = counted("", text[limit.left : limit.right] + noun, None, goes_on=False)
        limit = limit if limit.comparator != "=" else replace(limit, comparator=sign)
        if amount.comparator == "=" and ranks.counts[0].left < ranks.counts[0].start:
            amount = replace(amount, comparator=sign_of_count)
        yield one(
            reading, sentence, clause, amount, limit, measured + what.subject, "", what.indicator
        )
        reading.measure = what


def _noun(text: str, start: int, stop: int) -> str:
    """What is counted of a rank; "" where its list goes on first."""
    found = NOUN.match(text, start, stop)
    words = found[0] if found else ""
    cut = min((at for c in "、和及与" if (at := words.find(c)) >= 0), default=len(words))
    return words[:cut].removeprefix("的").removesuffix("数量").removesuffix("数")
