"""Years that a text names, and which of them a number refers to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from layers.extract.numbers.numerals import number
from layers.extract.patterns import compiled
from layers.front import five_year
from layers.records import Year

RefKind = Literal["until", "at", "range", "base", "span"]

# Three patterns that each begin with a letter, so that the engine can skip to it.
_YEAR = compiled(
    r"[12][09]\d\d(?:年?(?:-|—{1,2}|–|至|到|~)(?P<last>[12][09]\d\d))?年(?P<base>相比|以来)?"
)
_PLAN = compiled(
    r"十(?P<n>[一二三四五六])五[”’\"']?(?P<part>期间|末|时期|以来|规划期|收官|(?=(?:主要|发展|预期)*目标))"
)
_WORD = compiled(
    r"今年|去年|上年|明年|截至目前|目前|当前|现在|如今|近日|年内|未来五年|未来5年|本次|上半年|前\d{1,2}个?月"
    r"|前一季度|前二季度|前三季度|一季度|二季度|三季度|四季度|五年(?!努力|时间|左右|规划|行动|计划|内)"
)
_QUARTER = compiled(r"上半年|前|.季度")
_LEADS = ("截止到", "截至", "截止", "较之", "相比", "较", "比", "是", "到", "至", "由", "从")
_BASES = ("较", "比", "相", "是", "由", "从")
_THIS = ("这", "即", "就")
"""这是2022年的产量 measures from no year."""
_SINCE = ("起", "开始", "以后", "，", ",")
"""从2020年起 names a year that the number is of, 由2012年的9户增加到 one that it is not."""
_USED = compiled(r"用(?P<n>[两三四五六七八九十\d]{1,2})年")
_PLANNED = ("力争", "争取", "计划", "确保", "拟", "将", "要", "再")
"""Before 用5年: years that are still to come."""
_AFTER = compiled(
    r"(?<![近去\d两三四五六七八九十年])(?P<n>[两三四五六七八九十]|[1-9]|1[0-5])年[后内](?!的今天|来)"
)
NAMED = ("until", "at", "range")
"""Kinds of years that numbers may stand in; a base is what they are measured from."""
_BOOK = compiled(r"[《〈][^》〉\n]{0,120}[》〉]")
_WORDS = {"今年": 0, "去年": -1, "上年": -1, "明年": 1, "目前": 0, "当前": 0, "截至目前": 0}
_WORDS |= {"现在": 0, "如今": 0, "近日": 0, "年内": 0, "本次": 0}


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
    found = [_figures(m, issued) for m in _YEAR.finditer(text, start, end)]
    found += [_plan_period(m, issued) for m in _PLAN.finditer(text, start, end)]
    found += [r for m in _WORD.finditer(text, start, end) if (r := _word(m, issued))]
    found += [_after(m, issued) for m in _still_to_come(text, start, end)]
    found.sort(key=lambda r: r.start)
    if text.find("《", start, end) < 0 and text.find("〈", start, end) < 0:
        return found
    books = [m.span() for m in _BOOK.finditer(text, start, end)]
    opens = [a for a, _ in books]
    return [r for r in found if not _inside(r.start, opens, books)]


def _inside(at: int, opens: list[int], books: list[tuple[int, int]]) -> bool:
    index = bisect_right(opens, at) - 1
    return index >= 0 and at < books[index][1]


def _lead(text: str, start: int) -> str:
    """The word in front that says how a year is meant (到, 较, 截至)."""
    if start and text[start - 1] in "“‘\"'":
        start -= 1
    begin = max(0, start - 3)
    if not text.endswith(_LEADS, begin, start):
        return ""
    return next(w for w in _LEADS if text.endswith(w, begin, start))


def _figures(match: re.Match[str], issued: int) -> YearRef:
    lead = _lead(match.string, match.start())
    start, end = match.start() - len(lead), match.end()
    year = int(match[0][:4])
    if match["last"]:
        return YearRef(start, end, "range", year, int(match["last"]))
    if lead == "是" and match.string.endswith(_THIS, 0, start):
        lead = ""
    since = lead in ("由", "从") and match.string.startswith(_SINCE, end)
    begun = match["base"] == "以来" and year >= issued  # 今年以来
    if (match["base"] and not begun) or (lead.startswith(_BASES) and not since):
        return YearRef(start, end, "base", year, year)
    return YearRef(start, end, "until" if lead else "at", year, year)


def _plan_period(match: re.Match[str], issued: int) -> YearRef:
    lead = _lead(match.string, match.start())
    start, end = match.start() - len(lead), match.end()
    first = five_year(match["n"])
    last = first + 4
    if lead.startswith(_BASES):
        return YearRef(start, end, "base", last, last, plain=False)
    if match["part"] in ("末", "收官"):
        return YearRef(start, end, "until", last, last, plain=False)
    if match["part"] == "以来":
        last = max(first, min(last, issued))
    return YearRef(start, end, "range", first, last, plain=False)


def _still_to_come(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    if text.find("年内", start, end) >= 0 or text.find("年后", start, end) >= 0:
        yield from _AFTER.finditer(text, start, end)
    for match in _USED.finditer(text, start, end):
        if text.endswith(_PLANNED, start, match.start()):
            yield match


def _after(match: re.Match[str], issued: int) -> YearRef:
    """用5年时间, 5年后: so many years from the issue."""
    written = match["n"]
    years = int(written) if written.isdigit() else int(number(written) or 0)
    last = issued + years
    return YearRef(match.start(), match.end(), "until", last, last, plain=False)


def _word(match: re.Match[str], issued: int) -> YearRef | None:
    word, start, end = match[0], match.start(), match.end()
    before = match.string[start - 1 : start]
    if word == "五年":
        if before and before in "未来今后下通过用十":
            return None
        return YearRef(start, end, "span", issued - 5, issued - 1, plain=False)
    if word.startswith("未来"):
        return YearRef(start, end, "until", issued, issued + 4, plain=False)
    if word == "年内" and before and before in "0123456789一两三四五六七八九十":
        return None  # 近3年内
    if _QUARTER.match(word) and (before == "年" or before.isdigit()):
        return None  # 2016年上半年
    year = issued + _WORDS.get(word, 0)
    base = _lead(match.string, start).startswith(_BASES)
    return YearRef(start, end, "base" if base else "at", year, year, plain=False)


def nearest(refs: Sequence[YearRef], at: int, *, past: bool, issued: int) -> YearRef | None:
    """The last year named before `at` that fits a reported (`past`) or an intended number."""
    fitting = [r for r in refs if r.start < at and r.kind in NAMED and _fits(r, past, issued)]
    return fitting[-1] if fitting else None


def _fits(ref: YearRef, past: bool, issued: int) -> bool:
    return ref.last <= issued if past else ref.last >= issued


def reported(refs: Sequence[YearRef], issued: int) -> int | None:
    """The latest year behind, or of, the issue that is named in figures."""
    years = [r.last for r in refs if r.plain and r.kind in NAMED and r.last <= issued]
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
