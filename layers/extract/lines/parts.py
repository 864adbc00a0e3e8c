"""Goods of the parts of the place that opens a line: 渭南市：富平县奶山羊，蒲城县酥梨."""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.industries import focus
from layers.extract.labels import label
from layers.extract.lines.goods import industries, worded
from layers.extract.lines.rows import Cell, Line
from layers.extract.lines.runs import Above, Row
from layers.extract.places.entities import Entity
from layers.extract.places.strays import is_common
from layers.extract.places.toponyms import has_ending, is_unit

_CUT = re.compile("[、，,；;]")
_FEWEST = 2
_NAME = range(8, 1, -1)
"""Lengths of a part's name before its goods, longest first."""


def in_parts(reading: Above, found: Line, site: Entity, cell: Cell) -> bool:
    """Rows of the parts that a cell's items begin with; an item without one is its neighbour's
    (武都区花椒、油橄榄，成县核桃). False where the first names none, or it alone does and has
    several."""
    if len(site.places) != 1 or not is_unit(site.places[0]):
        return False
    rows: list[Row] = []
    if reading.page.words.holds(*cell, lex.VERBS | lex.CARRIER):
        return False  # 渭南市：富平县打造奶山羊基地
    for begin, end in _items(reading.page.plan.clean, cell):
        product = reading.words((begin, end))
        part = _part(reading, site, begin, product)
        if part is not None:
            words, taxonomy = product[len(part.name) :], reading.page.taxonomy
            goods = industries(words, taxonomy) or worded(words)
            rows.append(Row(found, (part,), goods, reading.topic, reading.status, begin, end))
            rows[-1].doubtful = not any(label(p, taxonomy) for p in goods)
        elif rows:
            rows[-1].products, rows[-1].end = (*rows[-1].products, *focus(product)), end
        else:
            return False
    alone = len(rows) < _FEWEST and len(rows[0].products) > 1
    if alone or not all(row.products for row in rows):
        return False
    reading.rows += rows
    return True


def _items(text: str, cell: Cell) -> list[Cell]:
    """The spans of a cell between its commas and stops of listing."""
    cuts = [m.span() for m in _CUT.finditer(text, *cell)]
    starts = [cell[0], *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), cell[1]]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b > a]


def _part(reading: Above, site: Entity, start: int, product: str) -> Entity | None:
    """The county or town of the place that a product begins with, where goods follow it."""
    outer = site.places[0]
    for length in _NAME:
        name, goods = product[:length], product[length:]
        place = reading.page.resolver.resolve(name, within=outer).place if goods else None
        if place is None or place == outer or is_common(name):
            continue
        sure = has_ending(name) or is_unit(place)
        if sure or label(goods, reading.page.taxonomy) is not None:
            return Entity(
                start, start + length, name, (place,), start + length, outside=site.outside
            )
    return None
