"""Downloads: files of exactly the rows that the link shows."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from layers.export import FORMATS, Format, export
from layers.filters import Filter
from layers.views import views
from ui import choice, sources
from ui.state import State


def bench(state: State) -> None:
    """A format and its button; the file is made when the button is clicked, not before."""
    with st.container(key="jq-files", horizontal=True, vertical_alignment="center", gap="small"):
        note = st.empty()
        ending = st.selectbox(
            state.say("download.format"),
            list(FORMATS),
            format_func=lambda ending: title(state, FORMATS[ending]),
            label_visibility="collapsed",
            key="jq-format",
        )
        kind = FORMATS[ending]
        if not kind.unlocated:
            # Shown where rows without a place are (`data-jq-placeless`, ui/web/store.js).
            note.html(f'<small class="jq-onlyplaced">{state.say("download.note")}</small>')
        button(state, kind, choice.chosen(state))


def title(state: State, kind: Format) -> str:
    """What stands in the list: the format, and what it is good for."""
    return f"{kind.title} · {state.say(f'format.{kind.ending}')}"


def button(state: State, kind: Format, chosen: Filter) -> None:
    """The button of one format. It makes no new run: the page stays as it is."""
    first = next(iter(views(sources.content().plans)))
    st.download_button(
        state.say("download", name=kind.title),
        data=made(kind, chosen),
        file_name=f"jiqun-{chosen.view or first}.{kind.ending}",
        mime=kind.media_type,
        on_click="ignore",
        key="jq-file",
        help=state.say("download.exact" if kind.unlocated else "download.placed"),
    )


def made(kind: Format, chosen: Filter) -> Callable[[], bytes]:
    """What makes the file at the click, by the same function as `jiqun export`."""
    return lambda: export(sources.content().layers, kind.ending, chosen)
