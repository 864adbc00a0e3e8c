"""Goods of the parts of the place that opens a line: 渭南市：富平县奶山羊，蒲城县酥梨."""

from __future__ import annotations

from layers.extract.labels import label
from layers.extract.lines.rows import Cell, Line
from layers.extract.lines.runs import Above, Row
from layers.extract.places.entities import Entity
from layers.extract.places.toponyms import has_ending, is_unit

_NAME = range(8, 1, -1)
"""Lengths of a part's name before its goods, longest first."""


def in_parts(
    reading: Above, found: Line, site: Entity, products: tuple[str, ...], cell: Cell
) -> bool:
    """Rows of the parts that a cell's products begin with; none where one of them names none."""
    if len(site.places) != 1 or not is_unit(site.places[0]):
        return False
    text, at, rows = reading.page.plan.clean, cell[0], []
    for product in products:
        begin = text.find(product, at, cell[1])
        part = _part(reading, site, begin, product) if begin >= 0 else None
        if part is None:
            return False
        at = begin + len(product)
        goods = (product[len(part.name) :],)
        rows.append(Row(found, (part,), goods, reading.topic, reading.status, begin, at))
    reading.rows += rows
    return bool(rows)


def _part(reading: Above, site: Entity, start: int, product: str) -> Entity | None:
    """The county or town of the place that a product begins with, where goods follow it."""
    outer = site.places[0]
    for length in _NAME:
        name, goods = product[:length], product[length:]
        place = reading.page.resolver.resolve(name, within=outer).place if goods else None
        if place is None or place == outer:
            continue
        sure = has_ending(name) or is_unit(place)
        if sure or label(goods, reading.page.taxonomy) is not None:
            return Entity(
                start, start + length, name, (place,), start + length, outside=site.outside
            )
    return None
