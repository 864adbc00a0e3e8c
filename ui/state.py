"""The link is the state of the app: what it says, as a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

import streamlit as st

from layers import styles, vocabulary
from ui.words import Lang, say

FILTERS = ("plan", "industry", "heading", "kind", "status", "basis", "place", "q", "from", "to")
"""Parameters of a filter, named as in `jiqun export` and in `ui/web/link.js`."""
CLOSED: Mapping[str, Set[str]] = {
    "industry": {entry.code for entry in styles.CLASSES},
    "kind": set(vocabulary.KINDS),
    "status": set(vocabulary.STATUSES),
    "basis": set(vocabulary.BASES),
}
"""Values that a link may hold; others are left out, as the browser leaves them out."""


@dataclass(frozen=True, slots=True)
class State:
    """What the link asks for. `parameters` holds every one of them, as lists."""

    lang: Lang = "zh"
    view: str = ""
    selection: str = ""
    theme: str = "light"
    parameters: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def say(self, key: str, **values: object) -> str:
        """One text of the page in the language of the link."""
        return say(self.lang, key, **values)

    @property
    def filter(self) -> dict[str, list[str]]:
        """The filter's parameters alone, the view among them: it too shows and hides rows."""
        chosen = {name: _parts(name, self.parameters.get(name, ())) for name in (*FILTERS, "view")}
        return {name: values for name, values in chosen.items() if values}


def _parts(name: str, values: Sequence[str]) -> list[str]:
    """The usable values of a parameter; a comma separates several, as in the command."""
    if name in ("q", "from", "to", "view"):
        first = next(iter(values), "").strip()
        year = len(first) == 4 and first.isascii() and first.isdigit()
        known = year if name in ("from", "to") else first in CLOSED.get(name, (first,))
        return [first] if first and known else []
    parts = [part for value in values for part in value.split(",") if part]
    return [part for part in parts if part in CLOSED.get(name, (part,))]


def from_link() -> State:
    """The state of this run: the link's parameters and the browser's theme."""
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    first = {name: values[0] for name, values in parameters.items() if values}
    return State(
        lang="en" if first.get("lang") == "en" else "zh",
        view=first.get("view", ""),
        selection=first.get("sel", ""),
        theme="dark" if st.context.theme.type == "dark" else "light",
        parameters=parameters,
    )


def link(state: State, **changes: str | None) -> dict[str, list[str]]:
    """The link's parameters with some changed; None takes one out."""
    merged = {name: list(values) for name, values in state.parameters.items()}
    for name, value in changes.items():
        merged.pop(name, None)
        if value is not None:
            merged[name] = [value]
    return merged
