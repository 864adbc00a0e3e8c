"""The shape of a table of numbers: its cells, and what its head says of its columns.

The clean copy drops the white space that parts columns, so a table is read from the text as it
came. Its head tells it: a line of cells (parted by bars, tabs or, where it names its columns, by
white space) of which one at least is a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from layers.extract.patterns import compiled

Span = tuple[int, int]
"""First and last: of offsets in the text as read, of years."""

_LONGEST = 300
"""Characters of a line of a table."""
_FEWEST = 3
"""Columns of a table that only white space parts."""
_BARS = re.compile(r"[|｜]")
_TABS = re.compile(r"\t")
_GAPS = re.compile(r"[ \u3000\u00a0]+")
_WHITE = " \t\u3000\u00a0*"
_YEAR = compiled(r"(?<!\d)(20[0-4]\d)(?![\d.%％亿万千百家个项吨元人件])年?")
_NAME = compiled(
    r"(?:主要|核心|具体|发展|预期|经济)*指标(?:名称|体系|内容)?|名称|项目|类别|平台"
    r"|(?:重点|主导)?(?:产业|行业|领域)(?:名称|类别|领域)?|地区|区域|[省市州]|县市?区?|市县|市州|区县?|设区市|县[（(]市、区[）)]"
    r"|园区(?:名称)?|开发区|单位名称"
)
_UNIT = compiled(r"(?:计量|指标)?单位")
_GOAL = compiled(r"(?:规划|预期|发展)?目标(?:值|数)?|规划值")
_GROWTH = compiled(r"年均(?:增长|增速|增幅|增长率|递增).*")
_TABLE_UNIT = compiled(r"[（(]?单位[:：]\s*([^\s，,、）)]{1,8})[）)]?\s*$")
ASIDE = compiled(r"[（(]([^（()）]{1,12})[）)]")
_DATE_AND_UNIT = compiled(r"(?P<year>20[0-4]\d年?)[，,、](?P<unit>[^\d，,]{1,6})")
_NUMBER = compiled(r"[\d.,，]+%?")
_SERIAL = compiled(r"\d{1,2}|序号")
_STOPS = frozenset("。；;")
_PROJECTS = compiled(r"建设内容|建设地点|起止|投资|工期|建设年限|建设期限|进度|责任")
"""What the head of a list of projects names: its numbers are sizes."""
CELL = compiled(
    r"(?P<sign>≥|>=|＞|>|≤|<=|＜|<|≈|约|不低于|不少于|超过?|大于|突破|达到|不高于|小于)?"
    r"(?P<number>-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)"
    r"(?P<unit>[^\d以左\s]{0,8}?)(?P<after>以上|左右|以内|以下)?"
)
"""The number of a cell."""
ROUND = "[]［］〔〕【】()（）* "
"""What may stand round it."""


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
    from the last, names the lines and which their unit, the unit of all (`shared`) and where the
    line above it stands (`title`)."""

    cut: re.Pattern[str]
    size: int
    name: int
    unit: int | None
    shared: str
    columns: tuple[Column, ...]
    title: Span


def lines(text: str) -> Iterator[Span]:
    """The lines of a text, without those too long for a table's."""
    at = 0
    for line in text.splitlines(keepends=True):
        if len(line) <= _LONGEST:
            yield at, at + len(line.rstrip())
        at += len(line)


def cells_of(line: str, cut: re.Pattern[str]) -> list[Span]:
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
    bare = line[start:end].strip(_WHITE)
    begin = line.find(bare, start, end) if bare else start
    return begin, begin + len(bare)


def head_of(line: str, text: str, above: Span, period: Span | None) -> Head | None:
    """The head of a table, where the line is one; the line `above` it in the text may say the unit
    of all of it."""
    if "。" in line or not (_YEAR.search(line) or "目标" in line) or not _STOPS.isdisjoint(line):
        return None  # prose, and most lines are
    cut = _BARS if _BARS.search(line) else _TABS if "\t" in line else _GAPS
    cells = [line[a:b] for a, b in cells_of(line, cut)]
    size = len(cells)
    named = [at - size for at, cell in enumerate(cells) if _NAME.fullmatch(cell)]
    if not named and (cut is _GAPS or any(map(_NUMBER.fullmatch, cells))):
        return None  # 绍兴市 | 1000 | 2000 is a row
    if (cut is _GAPS and size < _FEWEST) or any(map(_PROJECTS.search, cells)):
        return None
    columns = tuple(_columns(cells, period))
    first = min((c.at for c in columns), default=0)
    names = [at for at in named if at < first] or [
        at - size for at, cell in enumerate(cells) if at - size < first and not _SERIAL.match(cell)
    ]
    units = [at - size for at, cell in enumerate(cells) if _UNIT.fullmatch(cell)]
    if not columns or not names:
        return None
    said = _TABLE_UNIT.search(text[slice(*above)])
    name = next((at for at in names if "指标" in cells[at]), names[-1] if named else names[0])
    unit = units[0] if units else None
    return Head(cut, size, name, unit, said[1] if said else "", columns, above)


def _columns(cells: list[str], period: Span | None) -> Iterator[Column]:
    """The columns of numbers: of a year, of the aims of the plan's last, of a growth between."""
    years = [int(m[1]) for cell in cells if (m := _YEAR.search(cell))]
    for at, cell in enumerate(cells):
        words, unit = _head_words(cell)
        found = _YEAR.search(words)
        if _GROWTH.match(words):
            span = (min(years), max(years)) if len(set(years)) > 1 else None
            yield Column(at - len(cells), max(years, default=0), words, unit or "%", span)
        elif found and len(_YEAR.findall(words)) == 1:
            rest = (words[: found.start()] + words[found.end() :]).strip("年度的 ")
            yield Column(at - len(cells), int(found[1]), rest, unit)
        elif period and _GOAL.fullmatch(words):
            yield Column(at - len(cells), period[1], words, unit)


def _head_words(cell: str) -> tuple[str, str]:
    """The words of the head of a column, and the unit in its bracket (产值目标（2025年，亿元）)."""
    aside = ASIDE.search(cell)
    words = ASIDE.sub("", cell).strip()
    if aside is None:
        return words, ""
    both = _DATE_AND_UNIT.fullmatch(aside[1])
    if both is not None:
        return f"{both['year']}{words}", both["unit"]
    if _YEAR.fullmatch(aside[1]):
        return f"{aside[1]}{words}", ""
    return words, "" if _YEAR.search(aside[1]) else aside[1]


def goes_on(head: Head, line: str) -> bool:
    """Whether a line can be one of the table's: parted like its head, a rule, a blank."""
    if not line.strip():
        return True
    cells = cells_of(line, head.cut)
    fits = -head.name <= len(cells) <= head.size
    return fits and _STOPS.isdisjoint(line) and (head.cut is not _GAPS or _ends(head, line, cells))


def _ends(head: Head, line: str, cells: list[Span]) -> bool:
    """Whether a line that only white space parts has a number where its head has a year."""
    return any(CELL.fullmatch(line[slice(*cells[c.at])].strip(ROUND)) for c in head.columns)
