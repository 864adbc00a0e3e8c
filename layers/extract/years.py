"""Years that a text names, and which of them a number refers to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from layers.front import five_year
from layers.records import Year

RefKind = Literal["until", "at", "range", "base", "span"]

_REF = re.compile(
    r"(?P<lead>较之?|比|相比|是|到|至|截至|截止到?|自|从)?(?:"
    r"(?P<y1>(?:19|20)\d\d)年?(?:-|—{1,2}|–|至|到|~)(?P<y2>(?:19|20)\d\d)年"
    r"|(?P<y>(?:19|20)\d\d)年"
    r"|[“‘\"']?十(?P<n>[一二三四五六])五[”’\"']?(?P<part>期间|末|时期|以来|规划期|收官)"
    r"|(?P<five>(?<![未来今后下通过用十])(?:过去|这|近)?五年(?:来|间)?"
    r"(?!努力|时间|左右|规划|行动|计划|内))"
    r"|(?P<word>(?<![年0-9])(?:前\d{1,2}个?月|上半年|前[一二三]季度|[一二三四]季度)|本次|今年|去年"
    r"|上年|明年|截至目前|目前|当前|近日|年内|未来五年|未来5年))"
)
_NAMED = ("until", "at", "range")
_BOOK = re.compile(r"[《〈][^》〉\n]{0,120}[》〉]")
_WORDS = {"今年": 0, "去年": -1, "上年": -1, "明年": 1, "目前": 0, "当前": 0, "截至目前": 0}
_WORDS |= {"近日": 0, "年内": 0, "本次": 0}


@dataclass(frozen=True, slots=True)
class YearRef:
    """A year or span of years named at clean offsets `start:end`.

    `until` is a horizon (到2020年), `at` a plain year, `range` a period, `base` the
    year that a growth is measured from (较2015年),
    `span` the five years behind a report. `plain` marks a year in figures.
    """

    start: int
    end: int
    kind: RefKind
    first: int
    last: int
    plain: bool = True


def year_refs(text: str, start: int, end: int, issued: int) -> list[YearRef]:
    """The years named in `text[start:end]`, those in titles of documents left out.

    >>> [(r.kind, r.last) for r in year_refs("到2020年产值比2015年翻一番", 0, 16, 2017)]
    [('until', 2020), ('base', 2015)]
    """
    books = [m.span() for m in _BOOK.finditer(text, start, end)]
    refs = []
    for match in _REF.finditer(text, start, end):
        if any(a <= match.start() < b for a, b in books):
            continue
        ref = _ref(match, issued)
        if ref is not None:
            refs.append(ref)
    return refs


def _ref(match: re.Match[str], issued: int) -> YearRef | None:
    lead, (start, end) = match["lead"] or "", match.span()
    base = lead.startswith(("较", "比", "相", "是"))
    if match["y1"]:
        return YearRef(start, end, "range", int(match["y1"]), int(match["y2"]))
    if match["n"]:
        return _plan_period(match, base, issued)
    if match["five"]:
        return YearRef(start, end, "span", issued - 5, issued - 1, plain=False)
    if match["word"]:
        if match["word"].startswith("未来"):
            return YearRef(start, end, "until", issued, issued + 4, plain=False)
        year = issued + _WORDS.get(match["word"], 0)
        return YearRef(start, end, "base" if base else "at", year, year, plain=False)
    year = int(match["y"])
    if base:
        return YearRef(start, end, "base", year, year)
    until = lead in ("到", "至", "截至", "截止", "截止到")
    return YearRef(start, end, "until" if until else "at", year, year)


def _plan_period(match: re.Match[str], base: bool, issued: int) -> YearRef:
    first = five_year(match["n"])
    last = first + 4
    start, end = match.span()
    if base:
        return YearRef(start, end, "base", last, last, plain=False)
    if match["part"] in ("末", "收官"):
        return YearRef(start, end, "until", last, last)
    if match["part"] == "以来":
        last = max(first, min(last, issued))
    return YearRef(start, end, "range", first, last)


def nearest(refs: Sequence[YearRef], at: int, *, past: bool, issued: int) -> YearRef | None:
    """The last year named before `at` that fits a reported (`past`) or an intended number."""
    fitting = [r for r in refs if r.start < at and r.kind in _NAMED and _fits(r, past, issued)]
    return fitting[-1] if fitting else None


def _fits(ref: YearRef, past: bool, issued: int) -> bool:
    return ref.last <= issued if past else ref.last >= issued


def reported(refs: Sequence[YearRef], issued: int) -> int | None:
    """The latest year behind, or of, the issue that is named in figures."""
    years = [r.last for r in refs if r.plain and r.kind in _NAMED and r.last <= issued]
    return max(years, default=None)


def base_year(refs: Sequence[YearRef], start: int, at: int) -> int | None:
    """The year in figures that a growth between `start` and `at` is measured from."""
    bases = [r for r in refs if r.kind == "base" and r.plain and start <= r.start < at]
    return bases[-1].last if bases else None


def five_year_span(year: int) -> tuple[int, int]:
    """The five-year plan that a year falls into.

    >>> five_year_span(2025)
    (2021, 2025)
    """
    first = year - (year - 1) % 5
    return first, first + 4


def of_ref(ref: YearRef) -> Year:
    """The year, or pair of years, that a reference stands for."""
    return (ref.first, ref.last) if ref.kind == "range" and ref.first != ref.last else ref.last
