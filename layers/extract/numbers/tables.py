"""Tables of numbers: an indicator, an industry or a place in each line, a year in each column.

The clean copy drops the white space that parts columns, so a table is read from the text as it
came. Its head tells it: a line of cells (parted by bars, tabs or, where it names its columns, by
white space) of which one at least is a year. A cell without a unit of its own has that of its
line, its column or the table; without any it is no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layers.extract.labels import label
from layers.extract.numbers.additivity import is_additive
from layers.extract.numbers.amounts import Amount, amounts
from layers.extract.numbers.measures import Measure
from layers.extract.numbers.topics import OVERALL
from layers.extract.patterns import compiled
from layers.records import Comparator, Evidence, Modality, Target, Year, record_id

if TYPE_CHECKING:
    from layers.extract.numbers.readings import Reading

_LONGEST = 300
"""Characters of a line of a table."""
_FEWEST = 3
"""Columns of a table that only white space parts."""
_BARS = re.compile(r"[|｜]")
_TABS = re.compile(r"\t")
_GAPS = re.compile(r"[ \u3000\u00a0]+")
_YEAR = compiled(r"(?<!\d)(20[0-4]\d)(?!\d)年?")
_NAME = compiled(
    r"(?:主要|核心|具体|发展|预期|经济)*指标(?:名称|体系|内容)?|名称|项目|类别"
    r"|(?:重点|主导)?(?:产业|行业|领域)(?:名称|类别|领域)?|地区|区域|县市区?|市县|区县|园区(?:名称)?|单位名称"
)
_UNIT = compiled(r"(?:计量|指标)?单位")
_GOAL = compiled(r"(?:规划|预期|发展)?目标(?:值|数)?|规划值")
_GROWTH = compiled(r"年均(?:增长|增速|增幅|增长率|递增).*")
_TABLE_UNIT = compiled(r"[（(]?单位[:：]\s*([^\s，,、）)]{1,8})[）)]?\s*$")
_ASIDE = compiled(r"[（(]([^（()）]{1,12})[）)]")
_NUMBERING = compiled(r"^(?:[（(]?[\d一二三四五六七八九十]{1,2}[)）.、．]|其中[:：]?|[#*＃★]|—+)+")
_NUMBER = compiled(r"[\d.,，]+%?")
_SERIAL = compiled(r"\d{1,2}|序号")
_STOPS = frozenset("。；;")
_TOLD = compiled(r"现状|实际|实绩|基期|完成|基数")
_AIMED = compiled(r"目标|规划|预期|预计")
_SPENT = "[［〔【"
"""What opens a number that is the sum of the plan's years, as tables note below."""
_ROUND = "[]［］〔〕【】()（）* "
_CELL = compiled(
    r"(?P<sign>≥|>=|＞|>|≤|<=|＜|<|≈|约|不低于|不少于|超过?|大于|突破|达到|不高于|小于)?"
    r"(?P<number>-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)"
    r"(?P<unit>[^\d以左\s]{0,8}?)(?P<after>以上|左右|以内|以下)?"
)
_SIGNS: dict[str | None, Comparator] = {
    **dict.fromkeys(("≥", ">=", "不低于", "不少于", "以上"), ">="),
    **dict.fromkeys(("＞", ">", "超", "超过", "大于", "突破"), ">"),
    **dict.fromkeys(("≤", "<=", "不高于", "以内", "以下"), "<="),
    **dict.fromkeys(("＜", "<", "小于"), "<"),
    **dict.fromkeys(("≈", "约", "左右"), "~"),
}
_TOTAL = compiled(r"[合总共]计|全[省市县区州]|总[数量]")
_TOLD_HOW = compiled(r"(?:现状|实际|实绩|基期|完成|基数|目标|规划|预期|预计)+[值数]?")
"""What the head of a year's column says besides what is measured."""
_RATES = ("增速", "增长", "增长率", "增幅")

Span = tuple[int, int]
"""First and last: of offsets in the text as read, of years."""


@dataclass(frozen=True)
class Column:
    """A column of numbers: its place counted from the last, the year, the words and unit of its
    head; `span` where it is a growth between the years of two other columns."""

    at: int
    year: int
    words: str
    unit: str
    span: Span | None = None


@dataclass(frozen=True)
class Head:
    """The head of a table: how its cells are parted, how many there are, which of them, counted
    from the last, names the lines and which their unit."""

    cut: re.Pattern[str]
    size: int
    name: int
    unit: int | None
    shared: str
    columns: tuple[Column, ...]


def tabulated(reading: Reading) -> tuple[list[Target], list[Span]]:
    """The numbers of all tables of a plan, and the lines that they have used up."""
    rows: list[Target] = []
    used: list[Span] = []
    head, before = None, ""
    for start, end in _lines(reading.plan.text):
        line = reading.plan.text[start:end]
        opened = _head(line, before, reading.plan.period)
        if opened is None and head is not None and not _goes_on(head, line):
            head = None
        if opened is None and head is not None:
            rows += _row(reading, head, start, line)
        head, before = opened or head, line
        if head is not None:
            used.append((start, end))
    return rows, used


def _lines(text: str) -> Iterator[Span]:
    """The lines of a text, without those too long for a table's."""
    at = 0
    for line in text.splitlines(keepends=True):
        if len(line) <= _LONGEST:
            yield at, at + len(line.rstrip())
        at += len(line)


def _cells(line: str, cut: re.Pattern[str]) -> list[Span]:
    """Where the cells of a line stand in it; bars round the whole line part nothing."""
    spans, at = [], 0
    for match in cut.finditer(line):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(line)))
    blank = [not line[a:b].strip() for a, b in spans]
    spans = spans[blank[0] : len(spans) - (len(spans) > 1 and blank[-1])]
    return [_stripped(line, a, b) for a, b in spans]


def _stripped(line: str, start: int, end: int) -> Span:
    """A cell without the white space and the stars of bold type round its words."""
    bare = line[start:end].strip(" \t\u3000\u00a0*")
    begin = line.find(bare, start, end) if bare else start
    return begin, begin + len(bare)


def _head(line: str, before: str, period: Span | None) -> Head | None:
    """The head of a table, where the line is one; `before` may say the unit of all of it."""
    if not (_YEAR.search(line) or "目标" in line) or not _STOPS.isdisjoint(line):
        return None
    cut = _BARS if _BARS.search(line) else _TABS if "\t" in line else _GAPS
    cells = [line[a:b] for a, b in _cells(line, cut)]
    size = len(cells)
    named = [at - size for at, cell in enumerate(cells) if _NAME.fullmatch(cell)]
    if not named and (cut is _GAPS or any(map(_NUMBER.fullmatch, cells))):
        return None  # 绍兴市 | 1000 | 2000 is a row
    if cut is _GAPS and size < _FEWEST:
        return None
    columns = tuple(_columns(cells, period))
    first = min((c.at for c in columns), default=0)
    names = [at for at in named if at < first] or [
        at - size for at, cell in enumerate(cells) if at - size < first and not _SERIAL.match(cell)
    ]
    units = [at - size for at, cell in enumerate(cells) if _UNIT.fullmatch(cell)]
    if not columns or not names:
        return None
    shared = _TABLE_UNIT.search(before)
    name = next((at for at in names if "指标" in cells[at]), names[-1] if named else names[0])
    return Head(cut, size, name, units[0] if units else None, shared[1] if shared else "", columns)


def _columns(cells: list[str], period: Span | None) -> Iterator[Column]:
    """The columns of numbers: of a year, of the aims of the plan's last, of a growth between."""
    years = [int(m[1]) for cell in cells if (m := _YEAR.search(cell))]
    for at, cell in enumerate(cells):
        unit = _ASIDE.search(cell)
        words = _ASIDE.sub("", cell).strip()
        found = _YEAR.search(words)
        said = unit[1] if unit and not _YEAR.search(unit[1]) else ""
        if _GROWTH.match(words):
            span = (min(years), max(years)) if len(set(years)) > 1 else None
            yield Column(at - len(cells), max(years, default=0), words, said or "%", span)
        elif found and len(_YEAR.findall(words)) == 1:
            rest = (words[: found.start()] + words[found.end() :]).strip("年度的 ")
            yield Column(at - len(cells), int(found[1]), rest, said)
        elif period and _GOAL.fullmatch(words):
            yield Column(at - len(cells), period[1], words, said)


def _goes_on(head: Head, line: str) -> bool:
    """Whether a line can be one of the table's: parted like its head, a rule, a blank."""
    if not line.strip():
        return True
    fits = -head.name <= len(_cells(line, head.cut)) <= head.size
    return fits and _STOPS.isdisjoint(line) and (head.cut is not _GAPS or _ends(head, line))


def _ends(head: Head, line: str) -> bool:
    """Whether a line that only white space parts has a number where its head has a year."""
    cells = _cells(line, head.cut)
    return any(_CELL.fullmatch(line[slice(*cells[c.at])].strip(_ROUND)) for c in head.columns)


def _row(reading: Reading, head: Head, start: int, line: str) -> Iterator[Target]:
    """The numbers of one line of a table."""
    cells = _cells(line, head.cut)
    if len(cells) < -head.name:
        return
    begin, end = cells[head.name]
    printed = line[begin:end]
    aside = _ASIDE.search(printed)
    own = line[slice(*cells[head.unit])] if head.unit is not None else ""
    name = _NUMBERING.sub("", _ASIDE.sub("", printed)).strip()
    for column in head.columns if len(name) > 1 else ():
        a, b = cells[column.at]
        units = [column.unit] if column.span else [own, aside[1] if aside else "", column.unit]
        found = _amount(line[a:b], next(filter(None, [*units, head.shared]), ""))
        if found is not None:
            made = _target(reading, column, name, printed, *found, (start + begin, start + b))
            yield from (made,) if made else ()


def _amount(cell: str, unit: str) -> tuple[Amount, bool] | None:
    """The number of a cell, and whether it is the sum of several years."""
    spent = cell.startswith(tuple(_SPENT))
    match = _CELL.fullmatch(cell.strip(_ROUND).replace(" ", ""))
    if match is None:
        return None
    written = f"为{match['number']}{match['unit'] or unit}"
    found = amounts(written)
    if len(found) != 1 or found[0].end != len(written) or found[0].value_max is not None:
        return None
    sign = _SIGNS.get(match["sign"]) or _SIGNS.get(match["after"], "=")
    return replace(found[0], comparator=sign), spent


def _target(
    reading: Reading,
    column: Column,
    name: str,
    printed: str,
    amount: Amount,
    spent: bool,
    span: Span,
) -> Target | None:
    """The target of one cell; `span` is from its line's name to the number. None for a place's or
    an industry's number of which the table does not say what it measures."""
    plan, topics = reading.plan, reading.topics
    sentence = plan.sentences[plan.sentence_at(plan.index.offset(span[0]))]
    place, bare = reading.scopes.named(name), topics.taxonomy.bare(name)
    field = topics.phrase(bare) if label(bare, topics.taxonomy) == bare else None
    measured = _TOLD_HOW.sub("", column.words)
    if (place or field or _TOTAL.fullmatch(name)) and not (measured or sentence.section):
        return None
    indicator = name + column.words if column.span else name
    if place or field or _TOTAL.fullmatch(name):
        indicator = measured or sentence.section[-1]
    industry = topics.section(sentence.section)[0] or field or topics.own(name) or OVERALL
    what = Measure(indicator, "", rate=bool(column.span) or name.endswith(_RATES))
    evidence = Evidence.from_text(plan.text, *span)
    mark = (industry, indicator, str(amount.value), amount.unit, str(column.year))
    return Target(
        id=record_id("t", plan.id, evidence.start, *mark),
        plan=plan.id,
        industry=industry,
        industry_codes=tuple(sorted(topics.codes(industry))) if industry != OVERALL else (),
        indicator=indicator,
        subject="",
        comparator=amount.comparator,
        modality=_modality(column, int(plan.issued[:4])),
        value=amount.value,
        value_max=None,
        unit=amount.unit,
        value_base=amount.base,
        unit_base=amount.unit_base,
        year=_year(column, spent, plan.period),
        scope=place or reading.scopes.home,
        threshold=None,
        additive=is_additive(printed, amount, what, industry, topics),
        section=sentence.section,
        evidence=evidence,
    )


def _modality(column: Column, issued: int) -> Modality:
    """Of the head's words, else of the year."""
    if _TOLD.search(column.words):
        return "actual"
    aimed = _AIMED.search(column.words) or column.year >= issued or column.span
    return "target" if aimed else "actual"


def _year(column: Column, spent: bool, period: Span | None) -> Year:
    """[35]: the sum of the plan's years up to that of the column."""
    if spent and period and period[0] < column.year <= period[1]:
        return period[0], column.year
    return column.span or column.year or None
