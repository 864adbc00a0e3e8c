"""What the targets page shows, made once a filter, language and theme.

Trees of text, chart specifications and a card for every number: making them costs
far more than sending them, and nothing in them changes while a reader chooses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd
from altair.utils.schemapi import debug_mode

from layers.balance import Course, aligned, courses
from layers.figures import Figure, figures
from layers.filters import Filter
from layers.sums import Count, Sum, counts, sums
from ui import choice, quotes, sources
from ui.charts import course_chart, sum_chart
from ui.check_cards import check_card, count_card
from ui.look import Look, measure
from ui.number_tables import course_table, other_table
from ui.sheet import Node, e
from ui.state import State


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite specification with its key and what it says to who cannot see it."""

    key: str
    spec: dict[str, Any]
    alt: str


@dataclass(frozen=True, slots=True)
class Column:
    """One plan: its head above its chart."""

    head: Node
    chart: Chart


@dataclass(frozen=True, slots=True)
class Checked:
    """What stands above a check's chart, and the chart."""

    above: tuple[Node, ...]
    chart: Chart


@dataclass(frozen=True, slots=True)
class Content:
    """The page from top to bottom; `cards` by the id of their number."""

    head: tuple[Node, ...]
    columns: tuple[Column, ...]
    checks: tuple[Checked, ...]
    foot: tuple[Node, ...]
    cards: dict[str, Node]


def content(state: State, wanted: Filter) -> Content:
    """The page for a filter. Sums are made from all numbers of the plans shown: half a
    sum checks nothing."""
    # Altair holds every part of a chart against its schema, nine tenths of the time here;
    # tests/ui holds the finished charts against it once.
    with debug_mode(False):
        return _made(state, wanted)


def _made(state: State, wanted: Filter) -> Content:
    layers = sources.content().layers
    rows = choice.shown("targets", wanted)
    look = Look(state.say, state.lang == "en", state.theme == "dark")
    found = courses(figures(rows))
    numbers = figures(_of_plans(layers.targets, wanted))
    checks, last = _checks(state, look, course_table(state, found), sums(numbers))
    counted = [_count(state, count) for count in counts(numbers, layers.claims)]
    return Content(
        head=(_head(state, wanted, len(rows)), _courses_head(state, found)),
        columns=_columns(state, look, found),
        checks=checks,
        foot=(*last, *counted, other_table(state, figures(rows))),
        cards=_cards(state, layers.targets),
    )


def _head(state: State, wanted: Filter, count: int) -> Node:
    total = len(sources.content().layers.targets)
    note: Node | None = None
    if wanted:
        text = state.say("targets.filtered", shown=count, total=total)
        reset = e("button", state.say("targets.all"), type="button", data_ask="reset")
        note = e("p", text, " ", reset, class_="note")
    lead = e("p", state.say("targets.lead"), " ", state.say("figure.hint"), class_="lead")
    return e("header", e("h2", state.say("targets.title")), lead, note)


def _courses_head(state: State, found: tuple[Course, ...]) -> Node:
    lead = "targets.legend" if _of_industries(found) else "targets.none_at_all"
    return _section(state, "targets.courses", lead)


def _section(state: State, title: str, lead: str) -> Node:
    text = e("p", state.say(lead), class_="lead")
    return e("header", e("h2", state.say(title)), text, class_="section")


def _of_industries(found: tuple[Course, ...]) -> tuple[Course, ...]:
    return tuple(c for c in found if c.code.isdigit() and c.code != "0")


def _columns(state: State, look: Look, found: tuple[Course, ...]) -> tuple[Column, ...]:
    """A chart for each plan, their classes level with each other."""
    shown = _of_industries(found)
    plans = [plan for plan in choice.plans() if any(course.plan == plan.id for course in shown)]
    table = aligned(shown)
    made = []
    for plan in plans:
        slots = _slots(table, [p.id for p in plans], plan.id)
        count = sum(course is not None for _, course in slots)
        alt_text = state.say("targets.chart", issuer=plan.title, count=count)
        spec = _spec(course_chart(slots, look))
        chart = Chart(f"course-{plan.id}", spec, alt_text)
        made.append(Column(_plan_head(state, plan, found), chart))
    return tuple(made)


def _plan_head(state: State, plan: Any, found: tuple[Course, ...]) -> Node:
    """The plan's title and its own number for all industries together."""
    total = next((c for c in found if c.plan == plan.id and c.code == "0"), None)
    steps = None if total is None else _steps(state, total)
    meta = " · ".join(part for part in (plan.doc_number, plan.issued) if part)
    return e("header", e("h3", plan.title), e("p", meta, class_="meta"), steps, class_="plan")


def _steps(state: State, course: Course) -> Node:
    shown = [f for f in (course.baseline, *(g.figure for g in course.goals)) if f is not None]
    steps = [
        _step(state, f"{figure.year or ''} {figure.indicator}".strip(), figure) for figure in shown
    ]
    if course.growth is not None:
        words = state.say("targets.growth", percent=f"{100 * course.growth:.1f}%")
        steps.append(e("span", words, class_="growth"))
    elif course.stated is not None:
        steps.append(_step(state, state.say("targets.stated"), course.stated))
    return e("p", *steps, class_="steps")


def _step(state: State, label: str, figure: Figure) -> Node:
    words = e("strong", figure.words(state.lang == "en"))
    return e("button", e("small", label), words, type="button", data_pick=figure.id)


def _slots(
    table: dict[str, dict[str, tuple[Course, ...]]], plans: list[str], plan: str
) -> list[tuple[str, Course | None]]:
    """The rows of one plan's chart: as many for each class as the plan with most needs."""
    slots: list[tuple[str, Course | None]] = []
    for code, row in table.items():
        own = row.get(plan, ())
        for place in range(max(len(row.get(other, ())) for other in plans)):
            slots.append((f"{code}.{place}", own[place] if place < len(own) else None))
    return slots


def _checks(
    state: State, look: Look, table: Node, found: tuple[Sum, ...]
) -> tuple[tuple[Checked, ...], tuple[Node, ...]]:
    """Each check's chart with what stands above it, and what stands below the last."""
    above: tuple[Node, ...] = (table, _section(state, "checks.title", "checks.lead"))
    made = []
    for place, check in enumerate(found):
        names = "、".join(part.industry for part in check.parts)
        alt_text = state.say("checks.alt", list=names)
        chart = Chart(f"check-{place}", _spec(sum_chart(check, look)), alt_text)
        made.append(Checked((*above, e("h3", _check_title(state, check))), chart))
        above = (check_card(state, check),)
    return tuple(made), above


def _check_title(state: State, check: Sum) -> str:
    key = "checks.reported" if check.reported else "checks.intended"
    name = measure(check.groups[0].measure, state.lang == "en")
    return state.say(key, issuer=check.parts[0].issuer, year=check.year, measure=name)


def _count(state: State, count: Count) -> Node:
    return count_card(state, count, count.total.issuer)


def _cards(state: State, targets: pd.DataFrame) -> dict[str, Node]:
    """The sentence of every number, ready to be chosen."""
    rows: list[dict[Any, Any]] = targets.to_dict("records")
    label = state.say("figure.close")
    close = e("button", "×", type="button", class_="close", aria_label=label, data_pick="")
    return {
        figure.id: e("div", quotes.card(state, figure, row), close, class_="chosen", role="status")
        for figure, row in zip(figures(targets), rows, strict=True)
    }


def _spec(chart: alt.LayerChart) -> dict[str, Any]:
    """The chart as Vega-Lite, every layer with its own rows."""
    with alt.data_transformers.enable(consolidate_datasets=False):
        made: dict[str, Any] = chart.to_dict(validate=False)
    return made


def _of_plans(frame: pd.DataFrame, wanted: Filter) -> pd.DataFrame:
    return frame[frame["plan"].isin(wanted.plans)] if wanted.plans else frame
