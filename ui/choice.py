"""What the link's filter leaves of the layers, for the pages beside the map."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pandas as pd

from layers.errors import JiqunError
from layers.filters import Filter, located, matches
from layers.rows import rows
from layers.views import ordered, views
from ui import sources
from ui.state import State


def chosen(state: State) -> Filter:
    """The filter of the link; a link with an unknown value in it shows everything, and one
    that names no plan's view is read without it, as the map reads it."""
    plans = sources.content().plans
    asked = dict(state.filter)
    if asked.get("view", [""])[0] not in views(plans):
        asked.pop("view", None)
    try:
        return located(Filter.from_query(urlencode(asked, doseq=True)), plans)
    except JiqunError:
        return Filter()


def shown(name: str, wanted: Filter) -> pd.DataFrame:
    """The rows of a layer that the filter lets through."""
    frame: pd.DataFrame = getattr(sources.content().layers, name)
    if not wanted:
        return frame
    return frame[[matches(wanted, row) for row in rows(name, frame)]]


def claims(wanted: Filter) -> pd.DataFrame:
    """All claims, those without a place included: what is named counts, mapped or not."""
    placed, listed = shown("claims", wanted), shown("unlocated", wanted)
    columns = [c for c in listed.columns if c in placed.columns and c != "geometry"]
    frames = [placed[columns], listed.loc[listed["type"] == "claim", columns]]
    return pd.concat([f for f in frames if len(f)] or frames[:1], ignore_index=True)


def plan(id: str) -> Any:
    """The document of this id; KeyError for an unknown one."""
    return {plan.id: plan for plan in sources.content().plans}[id]


def plans() -> list[Any]:
    """The plans in the order of their views."""
    return ordered(sources.content().plans)
