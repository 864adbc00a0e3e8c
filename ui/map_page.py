"""The map page: filters, map, selection and table, as four parts of one desk."""

from __future__ import annotations

import os
from urllib.parse import urlencode

import streamlit as st
from streamlit_folium import st_folium

from layers.map import desk_map
from ui import desk, downloads, routes, sources
from ui.state import State, from_link

DRAWN = "jq-drawn"
"""Set in a session once its map is drawn."""
HEIGHT = 560
"""Pixels of the map before the page's styles size it to the window."""


def show(state: State) -> None:
    """Draw the page; "open in the plan" leads to the reader."""
    if opened := desk.asked("panel", "open"):
        routes.turn("plan", state, sel=str(opened))
    module = f"{sources.files().web}/desk.js"
    with st.container(key="jq-desk"):
        with st.container(key="jq-side"):
            desk.mount("filters", module)
        with st.container(key="jq-map"):
            draw_map()
        with st.container(key="jq-detail"):
            desk.mount("panel", module, reruns=("open",))
        with st.container(key="jq-rows"):
            rows(module)


@st.fragment
def rows(module: str) -> None:
    """The table and the files of its rows: all that runs again at a change of filter.

    A run of the whole page would send the map's script and every container again. The files
    come when the map is drawn: Streamlit's widgets take the browser longer than the map.
    """
    state = from_link()
    answered = f"?{urlencode(state.parameters, doseq=True)}"
    drawn = DRAWN in st.session_state
    said = desk.mount("table", module, reruns=("link", "drawn"), link=answered, drawn=drawn)
    if drawn or said.get("drawn"):
        st.session_state[DRAWN] = True
        downloads.bench(state)


def draw_map() -> None:
    """The map in its frame. Its script never changes, so it is mounted once."""
    files = sources.files()
    page = desk_map(
        files.vendor,
        f"{files.web}/map.js",
        {"ground": files.ground, "tianditu": os.environ.get("JIQUN_TIANDITU_KEY", "")},
    )
    st_folium(page, key="map", returned_objects=[], use_container_width=True, height=HEIGHT)
