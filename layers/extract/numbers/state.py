"""What still holds from the numbers before, while a plan is read number by number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from dataclasses import field as default
from typing import TYPE_CHECKING

from layers.extract.numbers.counts import Measure
from layers.extract.numbers.scopes import Scopes
from layers.extract.numbers.situation import Situation
from layers.extract.numbers.topics import Topics

if TYPE_CHECKING:
    from layers.extract.numbers.dealing import Holder
    from layers.extract.numbers.items import Item
    from layers.plan import Plan, Sentence

Told = tuple[Measure, str, str]
"""What a number measured, its industry, and the base of its unit."""


@dataclass(frozen=True)
class Series:
    """The holders that a sentence has dealt numbers out to: where the sentence begins, and how
    many (`at`) have had another one in the clause that begins at `head`."""

    begun: int = -1
    holders: tuple[Holder, ...] = ()
    head: int = -1
    at: int = 0


@dataclass
class Reading:
    """The state of one reading: what still holds from the numbers before."""

    plan: Plan
    topics: Topics
    scopes: Scopes
    situation: Situation
    sentence: int = -1
    field: str | None = None
    industry: str | None = None
    running: str | None = None
    measure: Measure | None = None
    measured: list[Told] = default(default_factory=list)
    earlier: list[Told] = default(default_factory=list)
    threshold: str = ""
    series: Series = Series()
    dealt: tuple[int, list[Item]] = default(default_factory=lambda: (-1, []))

    def listed(self, sentence: Sentence, head: int, count: int, more: bool) -> list[Holder]:
        """The next holders of the sentence's last list, without its indicators: all of them, or
        as many as the numbers where `more` of those follow; else as many without a name."""
        last = self.series
        at = last.at if last.head == head else 0
        rest = last.holders[at : at + count]
        ended = more or at + count == len(last.holders)
        if last.begun != sentence.start or len(rest) < count or not ended:
            return [("", "", "")] * count
        self.series = replace(last, head=head, at=at + count)
        return [(who, industry, "") for who, industry, _ in rest]

    def again(self, sentence: Sentence, count: int) -> list[Item]:
        """The items that the sentence has dealt numbers out to before, if they are as many."""
        begun, items = self.dealt
        return items if begun == sentence.start and len(items) == count else []
