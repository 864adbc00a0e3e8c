"""What may stand on either side of a comparison: plans and places, kept in the link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from layers.figures import split
from layers.filters import Filter
from ui import choice, sources
from ui.state import State

NAMES = ("left", "right")
"""Parameters of the link. A value is plan:ID or place:CODE."""

Options = Mapping[str, str]


def options(state: State) -> Options:
    """Every plan, then every place that some claim names or lies in, by code."""
    plans = {f"plan:{plan.id}": plan.title for plan in choice.plans()}
    return plans | {f"place:{code}": name for code, name in _places().items()}


def asked_for(state: State, allowed: Options) -> tuple[str, str]:
    """The two sides of the link; by default the first two plans, those of the filter first."""
    wanted = {f"plan:{id}" for id in state.filter.get("plan", ())}
    values = sorted(allowed, key=lambda value: value not in wanted)
    standard = (values[0], values[min(1, len(values) - 1)])
    asked = (next(iter(state.parameters.get(name, ())), "") for name in NAMES)
    left, right = (
        value if value in allowed else usual for value, usual in zip(asked, standard, strict=True)
    )
    return left, right


def select(state: State, name: str, value: str, allowed: Options) -> None:
    """A choice of one side; choosing writes the link."""
    key = f"jq-{name}"
    st.selectbox(
        state.say(f"compare.{name}"),
        list(allowed),
        index=list(allowed).index(value),
        format_func=lambda option: allowed[option],
        key=key,
        on_change=_write(name, key),
    )


def _write(name: str, key: str) -> Callable[[], None]:
    def write() -> None:
        st.query_params[name] = st.session_state[key]

    return write


def upper_and_lower(left: str, right: str) -> tuple[Any, Any] | None:
    """Two plans of which one's issuer encloses the other's, upper first; None else."""
    plans = {f"plan:{plan.id}": plan for plan in choice.plans()}
    if left not in plans or right not in plans:
        return None
    pair = sorted((plans[left], plans[right]), key=lambda plan: str(plan.issuer))
    upper, lower = pair
    root = str(upper.issuer).removesuffix("00").removesuffix("00")
    inside = str(lower.issuer).startswith(root) and lower.issuer != upper.issuer
    return (upper, lower) if inside else None


def issuer(plan: str) -> str:
    """The name of a plan's issuer."""
    name: str = sources.content().layers.provenance.issuer_name(plan)
    return name


def _places() -> dict[str, str]:
    """Names by code, of the units on the plans' dates that claims or numbers speak of."""
    units: pd.DataFrame = sources.content().layers.units
    claims = choice.claims(Filter())
    used = {code for codes in claims["place_codes"] for code in split(codes)}
    rows = units[units["code"].isin(used) & (units["level"] != "province")]
    found: dict[str, str] = {}
    for code, name in sorted(zip(rows["code"], rows["name"], strict=True)):
        found.setdefault(code, name)
    return found
