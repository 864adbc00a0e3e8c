"""The app: its pages and the state they share. `jiqun app` or `streamlit run app.py`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

import streamlit as st

from geo.errors import GeoError
from layers.errors import JiqunError
from ui import map_page, shell, sources
from ui.state import State, from_link

OTHERS = ("targets", "plan", "compare", "method")
"""Pages beside the map; each is `ui/<name>_page.py` with `show(state)`."""


def main() -> None:
    """Set up the pages, draw their common head, run the one asked for."""
    state = from_link()
    st.set_page_config(page_title="集群 Jiqun", layout="wide", initial_sidebar_state="collapsed")
    loaded(state)
    pages = {name: page(name, state) for name in OTHERS if find_spec(f"ui.{name}_page")}
    reader = pages.get("plan")
    home = st.Page(lambda: map_page.show(state, reader), title=title("map", state), default=True)
    every = {"map": home, **pages}
    chosen = st.navigation(list(every.values()), position="hidden")
    shell.head(state, every, next(name for name, page in every.items() if page == chosen))
    chosen.run()


def loaded(state: State) -> None:
    """Read the plans at the first visit; data that cannot be used are said in one line."""
    try:
        with st.spinner(state.say("page.reading")):
            sources.files()
    except (JiqunError, GeoError) as fault:
        st.error(f"error: {fault}")
        st.stop()


def page(name: str, state: State) -> st.Page:
    """One of the pages beside the map, at the path of its name."""
    return st.Page(run(name, state), title=title(name, state), url_path=name)


def run(name: str, state: State) -> Callable[[], None]:
    """The page's function, bound to this run's state."""
    return lambda: import_module(f"ui.{name}_page").show(state)


def title(name: str, state: State) -> str:
    """The name of a page in the language of the link."""
    return f"{state.say(f'page.{name}')} · 集群 Jiqun"


main()
