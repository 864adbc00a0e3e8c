"""The targets page: courses by industry, sums to check, and every other number.

Choosing a number runs no Python where a button is clicked, and only the chart's own
fragment where a mark is.
"""

from __future__ import annotations

import streamlit as st

from layers.filters import Filter
from ui import choice, frame, routes
from ui.charts import PICK
from ui.sheet import Node, Step, choices, sheet, signal
from ui.state import State
from ui.targets_content import Chart, Content, content
from ui.words import Lang

_STYLE = """<style>
:has(> .st-key-jq-choice) { position: sticky; bottom: 0.6rem; z-index: 5; }
:has(> [class*="st-key-jq-signal"]) { display: none; }
</style>"""


def show(state: State) -> None:
    """Draw the page for the link's filter."""
    wanted = choice.chosen(state)
    made = _content(wanted, state.lang, state.theme)
    with frame.page(state):
        st.html(_STYLE)
        place(state, "head", *made.head)
        if made.columns:
            columns(state, made)
        for checked in made.checks:
            place(state, checked.chart.key, *checked.above)
            draw(checked.chart)
        place(state, "foot", *made.foot)
        with st.container(key="jq-choice"):
            english, dark = state.lang == "en", state.theme == "dark"
            follow(state, choices(made.cards, "jq-targets-cards", english, dark))


def columns(state: State, made: Content) -> None:
    """Province beside city."""
    sides = st.columns(len(made.columns), gap="large")
    for side, column in zip(sides, made.columns, strict=True):
        with side:
            place(state, f"head-{column.chart.key}", column.head)
            draw(column.chart)


@st.fragment
def draw(chart: Chart) -> None:
    """Draw a chart; choosing a mark runs this fragment alone and hands its number on."""
    key = f"jq-chart-{chart.key}"
    event = st.vega_lite_chart(
        spec=chart.spec,
        width="stretch",
        key=key,
        on_select="rerun",
        selection_mode=[PICK],
        alt=chart.alt,
    )
    marks = event.selection.get(PICK, [])
    with st.container(key=f"jq-signal-{chart.key}"):
        signal(str(marks[0]["id"]) if marks else "", f"{key}-signal")


def place(state: State, key: str, *tree: Node) -> None:
    """Mount a tree and follow what the reader asks in it."""
    english, dark = state.lang == "en", state.theme == "dark"
    follow(state, sheet(*tree, key=f"jq-targets-{key}", english=english, dark=dark))


def follow(state: State, asked: Step | str | None) -> None:
    """Go where the reader asked to go; "reset" is this page without a filter."""
    if isinstance(asked, Step):
        routes.turn(asked.page, state, sel=asked.selected)
    elif asked:
        language = {"lang": [state.lang]} if state.lang == "en" else {}
        routes.turn("targets", State(lang=state.lang, parameters=language))


@st.cache_resource(show_spinner=False, max_entries=64)
def _content(wanted: Filter, lang: Lang, theme: str) -> Content:
    """Made once; never changed afterwards."""
    language = {"lang": [lang]} if lang == "en" else {}
    return content(State(lang=lang, theme=theme, parameters=language), wanted)
