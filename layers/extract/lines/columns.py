"""The head of a table: which of its columns hold industries, and which must not be read."""

from __future__ import annotations

import re

from layers.extract.lines import captions
from layers.extract.lines.rows import Cell, Line
from layers.extract.lines.runs import Above

_HEAD = 14
"""Characters of the head of a column."""
_BODY = re.compile(
    r"(?:责任|配合|牵头|主管|实施)(?:单位|部门|主体)"
    r"|(?:对口)?(?:帮扶|支援|援助|援建|结对|迁出|外迁|来源|输出|合作|消费|客户|供应|消薄结对)(?:方|地区?|市|省|市县|县区?|区|单位|园区)|企业(?:名称)?|品牌"
)
"""The head of a column of those who are to see to it, who help, or whence something comes."""
_OUT = re.compile(
    r"负面|限制|禁|淘汰|退出|关停|停[产建]|压减|去产能|过剩|腾退|搬迁|(?<!承接)(?<!产业)转[移出]|短板|投诉|事故|整[治改]|高耗能|高污染|落后|历史(?:遗留|产业|问题)|原(?:有|产业|行业|址)"
    r"|严控|清退|拆除|信访|违法|隐患|不符合"
)
"""What the head of a column of industries says of those that are to go, or are no strength."""


def header(reading: Above, found: Line) -> bool:
    """园区名称 | 主导产业 | 特色产业: the columns of the industries."""
    cells = found.cells
    words = [reading.words(c) for c in cells]
    out = [c for c, w in zip(cells, words, strict=True) if _OUT.search(w) and len(w) < _HEAD]
    columns = [c for c in cells if c not in out and captions.is_column(reading.words(c))]
    if not (columns or out) or any(s.places for c in cells for s in reading.sites.all(*c)):
        return False
    if found.cut == " " and not any(captions.is_name_key(reading.words(c)) for c in cells):
        return False
    reading.shut = not columns
    bodies = [n for n, w in enumerate(words) if _BODY.fullmatch(w)]
    reading.bodies = tuple(n - len(cells) for n in bodies)
    reading.columns, reading.owner = tuple(cells.index(c) - len(cells) for c in columns), None
    reading.planned = all(captions.is_planned(reading.words(c)) for c in columns)
    return True


def of_industries(reading: Above, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells of a row that stand where the head of the table has industries."""
    return tuple(cells[at] for at in reading.columns if -at < len(cells))


def by_column(reading: Above, cells: tuple[Cell, ...], rest: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells beside a place, those under the head of the industries first."""
    first = of_industries(reading, cells)
    return tuple(sorted(rest, key=lambda cell: cell not in first)) if first else rest
