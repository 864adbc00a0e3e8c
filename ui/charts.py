"""Charts of the targets page: courses of amounts, and sums beside their totals.

Drawn by Vega-Lite, which Streamlit ships: no chart asks another host for anything.
Every mark carries the id of its record; `PICK` is the selection that hands it back.
Colours are those of `layers.styles`, the same as on the map.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from layers.balance import Course, Goal
from layers.figures import HUNDRED_MILLION, Figure, hundred_millions
from layers.styles import industry_class
from layers.sums import Sum
from ui.look import Look, over

PICK = "pick"
_ROW = 52
_BAR = 46
_MARGIN = 1.01
_FITS = "datum.share * width > 9 * length(datum.label)"
"""A number stands inside its bar only where the bar is wide enough for it, in pixels."""

Rows = list[dict[str, Any]]


def course_chart(slots: Sequence[tuple[str, Course | None]], look: Look) -> alt.LayerChart:
    """One plan's courses, a row each: hollow where it stands, full where it is to be.

    `slots` are the rows from top to bottom, a key and a course; a key without a
    course is an empty row that keeps the classes of two charts level.
    """
    order = [key for key, _ in slots]
    places = [row for key, c in slots if c for row in _points(key, c, look)]
    spans = [_span(key, c, look) for key, c in slots if c and c.last]
    named = {key.split(".")[0] for key, c in slots if c}
    words = [_words(key, c, look) for key, c in slots if c or key.split(".")[0] not in named]
    top = max((row["amount"] for row in places), default=1) * 1.04
    rows = alt.Scale(domain=order, paddingInner=0, paddingOuter=0)
    y = alt.Y("row:N", sort=order, axis=None, scale=rows)
    x = alt.X("amount:Q", scale=alt.Scale(domain=[0, top]), axis=_axis(look))
    layers = (
        _chart(spans)
        .mark_rule(strokeWidth=3, yOffset=9)
        .encode(
            x=x,
            x2="goal:Q",
            y=y,
            opacity=alt.Opacity("weight:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
        ),
        _dots(places, x, y, look),
        _labels(words, y, "heading", "left"),
        _labels(words, y, "number", "right"),
        *(_english(words, y) if look.english else ()),
    )
    return _finished(alt.layer(*layers), height=alt.Step(_ROW + 16 * look.english))


def sum_chart(check: Sum, look: Look) -> alt.LayerChart:
    """The parts of a sum end to end, a bar for each measure, above the plan's own total."""
    bars = [
        row
        for group in check.groups
        for row in _stacked(group.parts, look.measure(group.measure), look)
    ]
    if check.total is not None:
        bars += _stacked((check.total,), look.say("checks.total"), look, total=True)
    order = [*dict.fromkeys(row["row"] for row in bars)]
    widest = max((row["to"] for row in bars), default=1)
    for row in bars:
        row["label"] = hundred_millions(row["amount"] * HUNDRED_MILLION)
        row["share"] = row["amount"] / (widest * _MARGIN)
    y = alt.Y("row:N", sort=order, title=None, axis=_names(look))
    x = alt.X("from:Q", scale=alt.Scale(domain=[0, widest * _MARGIN]), axis=_axis(look))
    pick = alt.selection_point(name=PICK, fields=["id"])
    bar = (
        _chart(bars)
        .mark_bar(height=26, strokeWidth=1.8, cursor="pointer")
        .encode(
            x=x,
            x2="to:Q",
            y=y,
            color=alt.Color("colour:N", scale=None),
            stroke=alt.condition(pick, alt.value(look.text), alt.value(look.paper), empty=False),
            tooltip=_tooltip(look),
        )
        .add_params(pick)
    )
    number = (
        _chart(bars)
        .mark_text(fontSize=12, fontWeight=600, tooltip=None)
        .encode(
            x="middle:Q",
            y=y,
            text=alt.condition(_FITS, alt.Text("label:N"), alt.value("")),
            color=alt.Color("over:N", scale=None),
        )
    )
    return _finished(alt.layer(bar, number), height=alt.Step(_BAR))


def _points(key: str, course: Course, look: Look) -> Rows:
    found = [_point(key, goal.figure, look, goal) for goal in course.goals]
    if course.baseline is not None:
        found.insert(0, _point(key, course.baseline, look))
    return found


def _point(key: str, figure: Figure, look: Look, goal: Goal | None = None) -> dict[str, Any]:
    return {
        **_facts(figure, look),
        "row": key,
        "amount": (figure.cny or 0) / HUNDRED_MILLION,
        "colour": look.ink(figure.code),
        "inside": look.colour(figure.code) if goal else look.paper,
    }


def _facts(figure: Figure, look: Look) -> dict[str, Any]:
    """What a mark says when a reader points at it."""
    return {
        "id": figure.id,
        "industry": figure.industry,
        "indicator": figure.indicator,
        "words": figure.words(look.english),
        "year": str(figure.year or ""),
        "quote": "".join(figure.quote.split()),
    }


def _span(key: str, course: Course, look: Look) -> dict[str, Any]:
    base, last = course.baseline, course.last
    return {
        "row": key,
        "amount": ((base.cny if base else 0) or 0) / HUNDRED_MILLION,
        "goal": (last.cny if last else 0) / HUNDRED_MILLION,
        "weight": 0.45 if base else 0.14,
        "colour": look.ink(course.code),
    }


def _words(key: str, course: Course | None, look: Look) -> dict[str, Any]:
    if course is None:
        nothing = look.say("targets.none")
        empty = {"number": "", "gloss": "", "growth": ""}
        return {"row": key, "heading": nothing, **empty, "ink": look.quiet}
    figure = course.last.figure if course.last else course.baseline
    number = figure.words(look.english) if figure else ""
    growth = ""
    if course.growth is not None:
        growth = look.say("targets.growth", percent=f"{100 * course.growth:.1f}%")
    return {
        "row": key,
        "heading": course.industry,
        "gloss": industry_class(course.code).en,
        "number": number if look.english else f"{number}　{growth}".rstrip(),
        "growth": growth,
        "ink": look.ink(course.code),
    }


def _stacked(parts: Sequence[Figure], name: str, look: Look, total: bool = False) -> Rows:
    rows: Rows = []
    at = 0.0
    for part in parts:
        amount = (part.cny or 0) / HUNDRED_MILLION
        ends = {"from": at, "to": at + amount, "middle": at + amount / 2}
        colour = look.quiet if total else look.colour(part.code)
        rows.append(
            {
                **_facts(part, look),
                **ends,
                "row": name,
                "amount": amount,
                "colour": colour,
                "over": over(colour),
            }
        )
        at += amount
    return rows


def _dots(places: Rows, x: alt.X, y: alt.Y, look: Look) -> alt.Chart:
    pick = alt.selection_point(name=PICK, fields=["id"])
    return (
        _chart(places)
        .mark_point(strokeWidth=2.5, opacity=1, filled=False, yOffset=9, cursor="pointer")
        .encode(
            x=x,
            y=y,
            stroke=alt.Stroke("colour:N", scale=None),
            fill=alt.Fill("inside:N", scale=None),
            size=alt.condition(pick, alt.value(420), alt.value(170), empty=False),
            tooltip=_tooltip(look),
        )
        .add_params(pick)
    )


def _labels(
    words: Rows, y: alt.Y, field: str, side: str, down: int = -11, size: int = 13
) -> alt.Chart:
    x = alt.value(0) if side == "left" else alt.value("width")
    weight = 600 if field == "heading" else 400
    return (
        _chart(words)
        .mark_text(align=side, fontSize=size, fontWeight=weight, yOffset=down, tooltip=None)
        .encode(x=x, y=y, text=f"{field}:N", color=alt.Color("ink:N", scale=None))
    )


def _english(words: Rows, y: alt.Y) -> tuple[alt.Chart, ...]:
    """Below the line: the class as a gloss, and the growth, for which a phone has no room above."""
    return (
        _labels(words, y, "gloss", "left", 26, 11),
        _labels(words, y, "growth", "right", 26, 12),
    )


def _tooltip(look: Look) -> list[alt.Tooltip]:
    names = ("industry", "indicator", "words", "year", "quote")
    return [alt.Tooltip(f"{name}:N", title=look.say(f"figure.{name}")) for name in names]


def _chart(values: Sequence[Mapping[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.Data(values=[dict(row) for row in values]))


def _axis(look: Look) -> alt.Axis:
    return alt.Axis(
        title=look.say("targets.unit"),
        titleAnchor="end",
        titleColor=look.quiet,
        labelColor=look.quiet,
        gridColor=look.grid,
        domain=False,
        ticks=False,
        tickCount=4,
        format=",d",
    )


def _names(look: Look) -> alt.Axis:
    return alt.Axis(labelColor=look.text, labelLimit=110, domain=False, ticks=False)


def _finished(chart: alt.LayerChart, height: alt.Step) -> alt.LayerChart:
    return chart.properties(height=height).configure_view(stroke=None)
