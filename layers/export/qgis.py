"""Styles that QGIS picks up by itself: the table `layer_styles` of a GeoPackage.

One rule for each industry class, in its colour; a line of dashes for what is
planned and a solid one for what exists; points, courses and areas each have
their symbol, because `claims` holds all three.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

import pandas as pd

from layers import styles
from layers.styles import IndustryClass

DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
VERSION = "3.22"
"""Oldest QGIS that the documents are written for; newer ones read them."""
OVER, ALONG = 1, 2
"""Where QGIS puts a label: over the point or centroid, along the line."""
GREY = "#8a8f98"
RIVER = "#5b8fb9"
STATES = (("existing", "现有", "solid"), ("planned", "规划", "dash"))


def table(names: Iterable[str], when: str) -> pd.DataFrame:
    """The rows of `layer_styles`: one default style a layer. `when` is an ISO time."""
    rows = [
        {
            "f_table_catalog": "",
            "f_table_schema": "",
            "f_table_name": name,
            "f_geometry_column": "geom",
            "styleName": f"jiqun_{name}",
            "styleQML": qml(name),
            "styleSLD": "",
            "useAsDefault": True,
            "description": "Jiqun: colour by industry class, dashed where planned",
            "owner": "",
            "ui": None,
            "update_time": when,
        }
        for name in names
    ]
    return pd.DataFrame(rows).astype({"ui": "str"})


def qml(name: str) -> str:
    """The QML document of a layer with geometry, or of the claims of one type."""
    return {"units": _units, "lines": _lines}.get(name, _claims)()


def _document(renderer: str, symbols: str, labels: str = "") -> str:
    return (
        f'{DOCTYPE}<qgis version="{VERSION}" styleCategories="Symbology|Labeling" '
        f'labelsEnabled="{int(bool(labels))}">'
        f"{renderer.format(symbols=f'<symbols>{symbols}</symbols>')}{labels}</qgis>"
    )


def _symbol(name: str, kind: str, *layers: str) -> str:
    head = f'<symbol name="{name}" type="{kind}" alpha="1" clip_to_extent="1">'
    return f"{head}{''.join(layers)}</symbol>"


def _layer(kind: str, **options: str) -> str:
    made = "".join(
        f'<Option name={quoteattr(key)} type="QString" value={quoteattr(value)}/>'
        for key, value in options.items()
    )
    head = f'<layer class="{kind}" enabled="1" locked="0" pass="0">'
    return f'{head}<Option type="Map">{made}</Option></layer>'


def _claims() -> str:
    """Rules: class by class, each split by status and by the type of geometry."""
    rules, symbols, count = [], [], 0
    for entry in styles.CLASSES:
        inner = []
        for status, word, dash in STATES:
            for shape, symbol in _shapes(entry, dash):
                where = f"\"status\" = '{status}' AND geometry_type($geometry) = '{shape}'"
                inner.append(_rule(where, word, count))
                symbols.append(symbol.replace("@", str(count), 1))
                count += 1
        where = f"\"industry_class\" = '{entry.code}'"
        label = quoteattr(f"{entry.zh} {entry.en}")
        head = f'<rule filter={quoteattr(where)} label={label} key="c{entry.code}">'
        rules.append(f"{head}{''.join(inner)}</rule>")
    renderer = (
        '<renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">'
        f'<rules key="jiqun">{"".join(rules)}</rules>{{symbols}}</renderer-v2>'
    )
    return _document(renderer, "".join(symbols), _labels("name", 8))


def _rule(where: str, word: str, symbol: int) -> str:
    return (
        f"<rule filter={quoteattr(where)} label={quoteattr(word)} "
        f'symbol="{symbol}" key="r{symbol}"/>'
    )


def _shapes(entry: IndustryClass, dash: str) -> Iterator[tuple[str, str]]:
    """A symbol for each type of geometry; `@` stands for its number."""
    line = _rgba(entry.ink)
    yield (
        "Polygon",
        _symbol(
            "@",
            "fill",
            _layer(
                "SimpleFill",
                color=_rgba(entry.fill, 70),
                style="solid",
                outline_color=line,
                outline_style=dash,
                outline_width="0.4",
            ),
        ),
    )
    yield (
        "Line",
        _symbol(
            "@",
            "line",
            _layer("SimpleLine", line_color=line, line_style=dash, line_width="1.6"),
        ),
    )
    yield (
        "Point",
        _symbol(
            "@",
            "marker",
            _layer(
                "SimpleMarker",
                name="circle",
                size="3.2",
                color=_rgba(entry.fill),
                outline_color=line,
                outline_style=dash,
                outline_width="0.4",
            ),
        ),
    )


def _units() -> str:
    fill = _layer(
        "SimpleFill",
        color="255,255,255,0",
        style="no",
        outline_color=_rgba(GREY),
        outline_style="solid",
        outline_width="0.2",
    )
    return _single(_symbol("0", "fill", fill), _labels("name", 7))


def _lines() -> str:
    course = _layer("SimpleLine", line_color=_rgba(RIVER), line_style="solid", line_width="0.5")
    return _single(_symbol("0", "line", course), _labels("name", 7, ALONG))


def _single(symbol: str, labels: str) -> str:
    renderer = (
        '<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">'
        "{symbols}</renderer-v2>"
    )
    return _document(renderer, symbol, labels)


def _labels(column: str, size: int, placement: int = OVER) -> str:
    return (
        '<labeling type="simple"><settings calloutType="simple">'
        f'<text-style fieldName="{column}" fontSize="{size}" fontSizeUnit="Point" textOpacity="1" '
        'textColor="40,44,52,255" isExpression="0"><text-buffer bufferDraw="1" '
        'bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255"/></text-style>'
        f'<placement placement="{placement}" quadOffset="4" centroidInside="1" '
        'polygonPlacementFlags="2" placementFlags="10" priority="5" dist="0"/>'
        '<rendering drawLabels="1" obstacle="0" maxNumLabels="2000" labelPerPart="0"/>'
        "</settings></labeling>"
    )


def _rgba(colour: str, alpha: int = 255) -> str:
    """A colour as QGIS writes it: "51,34,136,255"."""
    parts = [str(int(colour[i : i + 2], 16)) for i in (1, 3, 5)]
    return ",".join([*parts, str(alpha)])
