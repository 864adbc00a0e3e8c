"""KML 2.2: a folder for each industry class, styled, with the quote in every balloon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from layers import styles
from layers.export.about import about
from layers.export.cells import records
from layers.export.text import printable
from layers.schema import LAYERS
from layers.vocabulary import KINDS, PRECISIONS, STATUSES, word

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from layers.build import Layers

_NO_NAME = re.compile(r"[^\w.-]")
"""What the XML type of a KML id excludes."""
NAMESPACE = "http://www.opengis.net/kml/2.2"
BALLOON = "$[description]"
"""Viewers read balloons as HTML: only the description goes in, and it is escaped."""


def kml(layers: Layers, name: str = "claims") -> bytes:
    """One layer with geometry as KML; targets and unlocated come as features without a place."""
    root = Element("kml", xmlns=NAMESPACE)
    document = SubElement(root, "Document")
    made = about(layers, name)
    _text(document, "name", made.title)
    _text(document, "description", escape(made.line()))
    for entry in styles.CLASSES:
        for status in STATUSES:
            _style(document, entry, status)
    rows = records(LAYERS[name], getattr(layers, name))
    frame = getattr(layers, name)
    shapes = list(frame["geometry"]) if "geometry" in frame else [None] * len(rows)
    for label, members in _folders(rows, shapes):
        folder = SubElement(document, "Folder")
        _text(folder, "name", label)
        for row, shape in members:
            _placemark(folder, row, shape)
    indent(root, space=" ")
    body = tostring(root, encoding="unicode").replace("\r", "&#13;")  # else read as \n
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def _folders(
    rows: list[dict[str, Any]], shapes: list[BaseGeometry | None]
) -> Iterator[tuple[str, list[tuple[dict[str, Any], BaseGeometry | None]]]]:
    """Rows by industry class in its order; a layer without industries is one folder."""
    pairs = list(zip(rows, shapes, strict=True))
    if rows and "industry_class" not in rows[0]:
        yield "", pairs
        return
    for entry in styles.CLASSES:
        members = [(r, s) for r, s in pairs if (r["industry_class"] or styles.OTHER) == entry.code]
        if members:
            yield f"{entry.zh} {entry.en}（{len(members)}）", members


def _text(parent: Element, tag: str, text: str) -> Element:
    child = SubElement(parent, tag)
    child.text = printable(text)
    return child


def style_id(code: str, status: str) -> str:
    """The id of a class's style, shared by every feature of it."""
    return f"class-{code}-{status}"


def _style(document: Element, entry: styles.IndustryClass, status: str) -> None:
    """Planned areas are an outline over a faint fill, existing ones a full fill."""
    style = SubElement(document, "Style", id=style_id(entry.code, status))
    planned = styles.dashed(status)
    icon = SubElement(style, "IconStyle")
    _text(icon, "color", colour(entry.fill))
    _text(icon, "scale", "0.9" if planned else "1.1")
    line = SubElement(style, "LineStyle")
    _text(line, "color", colour(entry.ink))
    _text(line, "width", "1.5" if planned else "3")
    area = SubElement(style, "PolyStyle")
    _text(area, "color", colour(entry.fill, 0x30 if planned else 0x80))
    balloon = SubElement(style, "BalloonStyle")
    _text(balloon, "text", BALLOON)


def colour(rgb: str, alpha: int = 0xFF) -> str:
    """A colour as KML has it: alpha, blue, green, red.

    >>> colour("#332288")
    'ff882233'
    """
    red, green, blue = rgb[1:3], rgb[3:5], rgb[5:7]
    return f"{alpha:02x}{blue}{green}{red}".lower()


def _placemark(folder: Element, row: dict[str, Any], shape: BaseGeometry | None) -> None:
    mark = SubElement(folder, "Placemark", id=_NO_NAME.sub("_", row["id"]))
    title = str(row.get("name") or row.get("subject") or row["id"])
    _text(mark, "name", title)
    _text(mark, "description", f"{escape(title)}<br>{_balloon(row)}")
    if "industry_class" in row:
        style = style_id(row["industry_class"] or styles.OTHER, row.get("status") or "existing")
        _text(mark, "styleUrl", f"#{style}")
    data = SubElement(mark, "ExtendedData")
    for key, value in row.items():
        if value is not None:
            _text(SubElement(data, "Data", name=key), "value", _written(value))
    if shape is not None:
        _geometry(mark, shape)


def _balloon(row: dict[str, Any]) -> str:
    """What the balloon shows, as HTML in which every text is escaped."""
    if "evidence_exact" not in row:
        return escape(row.get("source") or "")
    kind, status = word(KINDS, row.get("kind") or ""), word(STATUSES, row.get("status") or "")
    facts = [kind, status, row["industry"], word(PRECISIONS, row.get("precision") or "")]
    document = f"{row['plan_title']}（{row['doc_number'] or '无文号'}，{row['issued']}）"
    lines = (" · ".join(filter(None, facts)), row["section"] or "", document)
    quote = f"<blockquote>{escape(row['evidence_exact'])}</blockquote>"
    return quote + "<br>".join(escape(line) for line in lines)


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _geometry(parent: Element, shape: BaseGeometry) -> None:
    parts = list(getattr(shape, "geoms", [shape]))
    home = SubElement(parent, "MultiGeometry") if len(parts) > 1 else parent
    for part in parts:
        {"Point": _point, "LineString": _line, "Polygon": _polygon}[part.geom_type](home, part)


def _point(parent: Element, shape: Any) -> None:
    _text(SubElement(parent, "Point"), "coordinates", _coordinates(shape.coords))


def _line(parent: Element, shape: Any) -> None:
    line = SubElement(parent, "LineString")
    _text(line, "tessellate", "1")
    _text(line, "coordinates", _coordinates(shape.coords))


def _polygon(parent: Element, shape: Any) -> None:
    polygon = SubElement(parent, "Polygon")
    for ring in (shape.exterior, *shape.interiors):
        side = "outerBoundaryIs" if ring is shape.exterior else "innerBoundaryIs"
        border = SubElement(SubElement(polygon, side), "LinearRing")
        _text(border, "coordinates", _coordinates(ring.coords))


def _coordinates(points: Iterable[tuple[float, ...]]) -> str:
    return " ".join(f"{point[0]!r},{point[1]!r}" for point in points)
