"""The plan reader: the whole text, every record underlined where it stands."""

from __future__ import annotations

from typing import Any

import streamlit as st

from layers.filters import matches
from layers.plan import Plan
from layers.rows import rows
from ui import choice, frame, reader, routes, sources
from ui.state import State

DOCUMENT = "doc"
"""Parameter of the link that names the plan to read."""


def show(state: State) -> None:
    """Draw the plan of the link; follow the reader to the map, the targets, another plan."""
    plan = asked_for(state)
    data = {
        **_content(plan.id, state.lang, state.theme),
        "shown": shown(state),
        "selected": state.selection,
        "theme": state.theme,
        "lang": "en" if state.lang == "en" else "zh-CN",
        "plans": [[other.id, other.title] for other in choice.plans()],
    }
    with frame.page(state):
        asked = reader.read(data, key=f"jq-reader-{plan.id}-{state.lang}")
    if asked.go:
        routes.turn(str(asked.go["page"]), state, sel=str(asked.go["sel"]), doc=None)
    elif asked.doc:
        routes.turn("plan", state, sel=None, doc=str(asked.doc))


def asked_for(state: State) -> Plan:
    """The plan to read: of the selected record, else of the link, else of the filter."""
    plans = {plan.id: plan for plan in choice.plans()}
    named = (
        _plan_of(state.selection),
        *state.parameters.get(DOCUMENT, ()),
        *state.filter.get("plan", ()),
    )
    found: Plan = next((plans[id] for id in named if id in plans), choice.plans()[0])
    return found


def shown(state: State) -> list[str] | None:
    """Ids of the records that the filter lets through; None where it lets all through."""
    wanted = choice.chosen(state)
    if not wanted:
        return None
    layers = sources.content().layers
    names = ("claims", "targets", "unlocated")
    every = (row for name in names for row in rows(name, getattr(layers, name)))
    return [row.id for row in every if matches(wanted, row)]


def _plan_of(record: str) -> str:
    layers = sources.content().layers
    for table in (layers.claims, layers.targets, layers.unlocated):
        found = table.loc[table["id"] == record, "plan"]
        if len(found):
            return str(found.iloc[0])
    return ""


@st.cache_resource(show_spinner=False, max_entries=16)
def _content(plan: str, lang: str, theme: str) -> dict[str, Any]:
    """Made once a plan, language and theme; never changed afterwards."""
    state = State(lang="en" if lang == "en" else "zh", theme=theme)
    return reader.content(choice.plan(plan), sources.content().layers, state)
