"""CSV and XLSX: the layers as tables that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import shapely

from layers.export.about import about
from layers.export.cells import columns
from layers.export.text import printable
from layers.schema import LAYERS, LEDGER

if TYPE_CHECKING:
    from openpyxl import Workbook

    from layers.build import Layers

ABOUT = "about"
"""Last column of a CSV: the account of the file, in every row, so that it stays with any part."""
_WIDEST = 48
"""Letters across the widest column: a quote is read in its cell, not across three screens."""
_CELL_LIMIT = 32_767
"""Characters that a cell of XLSX holds."""


def table(layers: Layers, name: str, with_wkt: bool = True) -> dict[str, list[Any]]:
    """A layer's attributes, its geometry as `wkt`, and the account of the file."""
    layer, frame = LAYERS[name], getattr(layers, name)
    made: dict[str, list[Any]] = dict(columns(layer, frame))
    if layer.geometry and with_wkt:
        made["wkt"] = shapely.to_wkt(frame["geometry"].to_numpy(), rounding_precision=6).tolist()
    return made


def as_csv(layers: Layers, name: str = "claims") -> bytes:
    """One layer as CSV: UTF-8 with a byte order mark (Excel needs it), commas, \\r\\n.

    Values stand as they are in the plan. A spreadsheet may take a cell that starts
    with = + - @ for a formula: for spreadsheets there is XLSX, where text is text.
    """
    made = table(layers, name)
    count = len(getattr(layers, name))
    made[ABOUT] = [about(layers, name).line()] * count
    return _csv(made)


def ledger_csv(layers: Layers) -> bytes:
    """The ledger of the plans as CSV; the account of the file stands in its first row."""
    made: dict[str, list[Any]] = {
        column.name: [getattr(row, column.name) for row in layers.ledger]
        for column in LEDGER.columns
    }
    account = about(layers, LEDGER.name).line()
    made[ABOUT] = [account if index == 0 else None for index, _ in enumerate(layers.ledger)]
    return _csv(made)


def _csv(made: dict[str, list[Any]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(made)
    writer.writerows(zip(*map(_written, made.values()), strict=True))
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def _written(values: list[Any]) -> list[Any]:
    return [str(v).lower() if isinstance(v, bool) else v for v in values]


def xlsx(layers: Layers, *names: str) -> bytes:
    """The layers as one workbook: a sheet a layer, definitions, and the account of the file.

    Every text is stored as text: nothing in it can run as a formula. Geometry has
    its own formats; here stand lon, lat and area.
    """
    from openpyxl import Workbook

    from layers.export.archive import repack

    shown = names or tuple(LAYERS)
    book = Workbook(write_only=True)
    for name in shown:
        _sheet(book, name, table(layers, name, with_wkt=False))
    _definitions(book, shown)
    _account(book, layers, shown)
    file = io.BytesIO()
    book.save(file)
    return repack(file.getvalue())


def _sheet(book: Workbook, name: str, made: dict[str, list[Any]]) -> None:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    sheet.freeze_panes = "B2"
    for index, (heading, values) in enumerate(made.items(), start=1):
        sheet.column_dimensions[get_column_letter(index)].width = _width(heading, values)
    sheet.append([_bold(sheet, heading) for heading in made])
    for row in zip(*made.values(), strict=True):
        sheet.append([_cell(sheet, value) for value in row])


def _width(heading: str, values: list[Any]) -> int:
    """Room for most of a column's values; a Chinese character takes two letters' room."""
    longest = max((sum(1 + (c > "\u2e7f") for c in str(v)) for v in values if v), default=0)
    return min(max(len(heading), longest) + 2, _WIDEST)


def _definitions(book: Workbook, names: tuple[str, ...]) -> None:
    heads = ("layer", "column", "type", "unit", "may be empty", "中文", "English", "codes")
    rows = [
        (name, c.name, c.kind, c.unit, c.empty, c.zh, c.en, codes(c.terms))
        for name in names
        for c in LAYERS[name].columns
    ]
    made = {head: [row[i] for row in rows] for i, head in enumerate(heads)}
    _sheet(book, "definitions", made)


def codes(terms: Any) -> str | None:
    """A closed vocabulary in one cell: `base 产业基地 Base；…`."""
    return "；".join(f"{t.code} {t.zh} {t.en}" for t in terms.values()) if terms else None


def _account(book: Workbook, layers: Layers, names: tuple[str, ...]) -> None:
    pairs = about(layers, *names).pairs()
    _sheet(book, ABOUT, {"name": [key for key, _ in pairs], "value": [text for _, text in pairs]})


def _bold(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Any, value: Any) -> Any:
    """A text that looks like a formula is marked as a string; the rest goes as it is."""
    if not isinstance(value, str):
        return value
    text = printable(value)[:_CELL_LIMIT]
    if not text.startswith(("=", "+", "-", "@", "\t", "\r")):
        return text
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell
