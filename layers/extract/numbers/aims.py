"""Goals set over a list: 到2025年： and the lines that follow it.

The line that opens the list says until when; its items name no year of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layers.extract.numbers.numerals import number
from layers.extract.numbers.years import year_refs
from layers.extract.patterns import compiled

if TYPE_CHECKING:
    from layers.plan import Plan

_TITLE = 40
"""Characters of a title above a list."""
_ITEM = 160
"""Characters of an item without a mark, which a semicolon ends."""
_COLONS = ("：", ":")
_STOPS = ("。", "；", ";", "，")
_GOAL = compiled(r"目标(?![市地客群消用])|重点(?:工作|任务)|主要任务|工作(?:安排|打算)")
_REACHED = compiled(r"完成情况|完成了|已|现状|回顾|基础|成效|去年")
_UNTIL = compiled(r"[到至]20\d\d年[底末]?[，,]?$")
_BULLET = compiled(r"\s*(?:[—–\-·•●◆■□○▲★*➢]+|[①-⑳])")
_MARK = compiled(
    r"\s*(?P<open>[（(]|第)?(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<close>[）)]|[.．、是](?!\d))"
)
_LABEL = compiled(r"[\u4e00-\u9fff“”、]{4,16}[。：:]")
"""产业规模：, 创新能力显著增强。: what an item without a mark opens with."""


@dataclass
class Aims:
    """Follows the paragraphs of one plan: `year` until when a list's items are meant, 0 where
    only a title says that they are goals, None outside of such lists."""

    plan: Plan
    issued: int
    year: int | None = None
    _marks: set[str] = field(default_factory=set)
    _listed: bool = False

    def take(self, start: int, end: int) -> None:
        """Take up the next paragraph, in clean offsets."""
        opened = self._opened(start, end)
        if opened is not None:
            self.year, self._listed = opened, True
            self._marks.clear()
        elif self.year is not None and not self._goes_on(start, end):
            self.year = None

    def _opened(self, start: int, end: int) -> int | None:
        """The year of a paragraph that opens a list of goals, 0 for none named; else None."""
        text = self.plan.clean
        colon = text.startswith(_COLONS, end - 1)
        if not colon and end - start > _TITLE:
            return None
        begin = max(start, text.rfind("。", start, end - 1) + 1)
        goal = _GOAL.search(text, begin, end) is not None
        if not goal and text.find("年", begin, end) < 0:
            return None
        titled = not any(text.find(stop, start, end) >= 0 for stop in _STOPS)
        if not (colon or titled or _UNTIL.search(text, start, end)):
            return None
        if _REACHED.search(text, begin, end):
            return None
        refs = [r for r in year_refs(text, begin, end, self.issued) if r.kind != "base"]
        if not refs:
            return 0 if goal else None
        ahead = refs[-1].last > self.issued or (goal and refs[-1].last == self.issued)
        named = colon or goal or _UNTIL.search(text, begin, end)
        return refs[-1].last if ahead and named and refs[-1].kind != "span" else None

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a paragraph is one of the list's."""
        text = self.plan.clean
        listed, self._listed = self._listed, text.startswith(("；", ";"), end - 1)
        if _BULLET.match(text, start, end) or start == end:
            return True
        mark = _MARK.match(text, start, end)
        if mark is not None:
            return self._counts_on(mark["open"] or "", mark["n"], mark["close"])
        if _LABEL.match(text, start, end):
            return True
        return listed and end - start <= _ITEM and any(map(str.isdigit, text[start:end]))

    def _counts_on(self, opening: str, written: str, closing: str) -> bool:
        """Whether a mark is the first of its kind, or of a kind that the list has had: （三）
        behind 1. and 2. is the next heading."""
        if opening == "第" or (closing == "、" and not written.isdigit()):
            return False
        kind = opening + closing + str(written.isdigit())
        first = (int(written) if written.isdigit() else number(written)) == 1
        if not first and kind not in self._marks:
            return False
        self._marks.add(kind)
        return True
