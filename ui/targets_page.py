"""The targets page: courses by industry, sums to check, and every other number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from layers.balance import Course, aligned, courses
from layers.figures import Figure, figures
from layers.filters import Filter
from layers.sums import counts, sums
from ui import choice, frame, quotes, routes, sources
from ui.charts import PICK, Look, course_chart, measure, sum_chart
from ui.check_cards import check_card, count_card
from ui.number_tables import course_table, other_table
from ui.sheet import Node, Step, e, sheet
from ui.state import State

_CHOSEN = "jq-figure"
"""Key of the session under which the chosen number is kept."""

_STYLE = """<style>
:has(> .st-key-jq-choice) { position: sticky; bottom: 0.6rem; z-index: 5; }
</style>"""


def show(state: State) -> None:
    """Draw the page for the link's filter."""
    wanted = choice.chosen(state)
    rows = choice.shown("targets", wanted)
    look = Look(state.say, state.lang == "en", state.theme == "dark")
    numbers = figures(rows)
    picked = _picked(state)
    with frame.page(state):
        st.html(_STYLE)
        place(state, "head", head(state, wanted, len(rows)))
        draw_courses(state, look, numbers)
        place(state, "course-table", course_table(state, courses(numbers)))
        draw_checks(state, look, wanted)
        place(state, "others", other_table(state, numbers))
        with st.container(key="jq-choice"):
            draw_choice(state, picked)


def head(state: State, wanted: Filter, count: int) -> Node:
    """Title, what the page shows, and whether the link narrows it."""
    total = len(sources.content().layers.targets)
    note: Node | None = None
    if wanted:
        text = state.say("targets.filtered", shown=count, total=total)
        reset = e("button", state.say("targets.all"), type="button", data_pick="reset")
        note = e("p", text, " ", reset, class_="note")
    lead = e("p", state.say("targets.lead"), " ", state.say("figure.hint"), class_="lead")
    return e("header", e("h2", state.say("targets.title")), lead, note)


def place(state: State, key: str, *tree: Node) -> None:
    """Mount a tree and follow what the reader chooses in it."""
    english, dark = state.lang == "en", state.theme == "dark"
    asked = sheet(*tree, key=f"jq-targets-{key}", english=english, dark=dark)
    if isinstance(asked, Step):
        routes.turn(asked.page, state, sel=asked.selected)
    elif asked == "reset":
        routes.turn("targets", State(lang=state.lang, parameters=_language(state)))
    elif asked:
        _choose("" if asked == "none" else asked)
        st.rerun()


def _language(state: State) -> dict[str, list[str]]:
    return {"lang": [state.lang]} if state.lang == "en" else {}


def draw_courses(state: State, look: Look, numbers: tuple[Figure, ...]) -> None:
    """A chart for each plan, their classes level with each other."""
    found = [course for course in courses(numbers) if course.code.isdigit() and course.code != "0"]
    place(state, "courses-head", _title(state, "courses", "legend" if found else "none_at_all"))
    plans = [plan for plan in _plans() if any(course.plan == plan.id for course in found)]
    if not plans:
        return
    table = aligned(found)
    for column, plan in zip(st.columns(len(plans), gap="large"), plans, strict=True):
        with column:
            place(state, f"plan-{plan.id}", plan_head(state, plan, courses(numbers)))
            slots = _slots(table, [p.id for p in plans], plan.id)
            count = sum(course is not None for _, course in slots)
            alt = state.say("targets.chart", issuer=plan.title, count=count)
            _chart(course_chart(slots, look), f"course-{plan.id}", alt)


def plan_head(state: State, plan: Any, found: tuple[Course, ...]) -> Node:
    """The plan's title and its own number for all industries together."""
    total = next((c for c in found if c.plan == plan.id and c.code == "0"), None)
    parts: list[Node] = [] if total is None else [_total(state, total)]
    meta = " · ".join(part for part in (plan.doc_number, plan.issued) if part)
    return e("header", e("h3", plan.title), e("p", meta, class_="meta"), *parts, class_="plan")


def _total(state: State, course: Course) -> Node:
    english = state.lang == "en"
    shown = [f for f in (course.baseline, *(g.figure for g in course.goals)) if f is not None]
    steps = [
        e(
            "button",
            e("small", f"{figure.year or ''} {figure.indicator}".strip()),
            e("strong", figure.words(english)),
            type="button",
            data_pick=figure.id,
        )
        for figure in shown
    ]
    growth = _growth(state, course)
    return e("p", *steps, *([growth] if growth else []), class_="steps")


def _growth(state: State, course: Course) -> Node | None:
    if course.growth is not None:
        percent = f"{100 * course.growth:.1f}%"
        return e("span", state.say("targets.growth", percent=percent), class_="growth")
    if course.stated is None:
        return None
    words = course.stated.words(state.lang == "en")
    label = e("small", state.say("targets.stated"))
    return e("button", label, e("strong", words), type="button", data_pick=course.stated.id)


def draw_choice(state: State, picked: str | None) -> None:
    """The sentence of the chosen number, held at the foot of the window."""
    frame = sources.content().layers.targets
    row = frame[frame["id"] == picked]
    if not len(row):
        place(state, "choice", e("div", role="status"))
        return
    card = quotes.card(state, figures(row)[0], row.iloc[0].to_dict())
    label = state.say("figure.close")
    close = e("button", "×", type="button", class_="close", aria_label=label, data_pick="none")
    place(state, "choice", e("div", card, close, class_="chosen", role="status"))


def draw_checks(state: State, look: Look, wanted: Filter) -> None:
    """The sums of every plan shown. Made from all its numbers: half a sum checks nothing."""
    layers = sources.content().layers
    numbers = figures(_of_plans(layers.targets, wanted))
    place(state, "checks-head", _section(state, "checks.title", "checks.lead"))
    for number, check in enumerate(sums(numbers)):
        place(state, f"check-head-{number}", e("h3", _check_title(state, check)))
        alt = state.say("checks.alt", list="、".join(part.industry for part in check.parts))
        _chart(sum_chart(check, look), f"check-{number}", alt)
        place(state, f"check-{number}", check_card(state, check))
    for number, count in enumerate(counts(numbers, layers.claims)):
        place(state, f"count-{number}", count_card(state, count, _issuer(count.plan)))


def _check_title(state: State, check: Any) -> str:
    key = "checks.reported" if check.reported else "checks.intended"
    name = measure(check.groups[0].measure, state.lang == "en")
    return state.say(key, issuer=_issuer(check.plan), year=check.year, measure=name)


def _of_plans(frame: pd.DataFrame, wanted: Filter) -> pd.DataFrame:
    return frame[frame["plan"].isin(wanted.plans)] if wanted.plans else frame


def _issuer(plan: str) -> str:
    frame = sources.content().layers.targets
    return str(frame.loc[frame["plan"] == plan, "issuer"].iloc[0])


def _plans() -> list[Any]:
    """The plans from the widest issuer to the narrowest: province before city."""
    return sorted(sources.content().plans, key=lambda plan: (plan.issuer, plan.issued))


def _slots(
    table: dict[str, dict[str, tuple[Course, ...]]], plans: list[str], plan: str
) -> list[tuple[str, Course | None]]:
    """The rows of one plan's chart: as many for each class as the plan with most needs."""
    slots: list[tuple[str, Course | None]] = []
    for code, row in table.items():
        own = row.get(plan, ())
        height = max(len(row.get(other, ())) for other in plans)
        for place_ in range(height):
            slots.append((f"{code}.{place_}", own[place_] if place_ < len(own) else None))
    return slots


def _chart(chart: Any, key: str, alt: str) -> None:
    """Draw a chart; choosing a mark chooses its number."""
    name = f"jq-chart-{key}"
    st.altair_chart(
        chart,
        width="stretch",
        key=name,
        on_select=_on_select(name),
        selection_mode=[PICK],
        alt=alt,
    )


def _on_select(name: str) -> Callable[[], None]:
    def follow() -> None:
        marks = st.session_state[name].selection.get(PICK, [])
        _choose(str(marks[0]["id"]) if marks else "")

    return follow


def _choose(id: str) -> None:
    st.session_state[_CHOSEN] = id


def _picked(state: State) -> str | None:
    """What was chosen last: in this session, else by the link. Kept in the link."""
    if _CHOSEN in st.session_state:
        picked = st.session_state.pop(_CHOSEN)
        st.query_params.from_dict({**st.query_params.to_dict(), "sel": picked})
        if not picked:
            del st.query_params["sel"]
        return picked or None
    return state.selection or None


def _title(state: State, name: str, lead: str) -> Node:
    return _section(state, f"targets.{name}", f"targets.{lead}")


def _section(state: State, title: str, lead: str) -> Node:
    lead_text = e("p", state.say(lead), class_="lead")
    return e("header", e("h2", state.say(title)), lead_text, class_="section")
