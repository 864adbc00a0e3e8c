"""The app: its pages and the state they share. `jiqun app` or `streamlit run app.py`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import streamlit as st

from geo.errors import GeoError
from layers.errors import JiqunError
from ui import server, shell, sources
from ui.state import State, from_link

OTHERS = ("targets", "plan", "compare", "method")
"""Pages beside the map; each is `ui/<name>_page.py` with `show(state)`."""


def main() -> None:
    """Set up the pages, draw their common head, run the one asked for."""
    sources.warm()
    state = from_link()
    st.set_page_config(page_title="集群 Jiqun", layout="wide", initial_sidebar_state="collapsed")
    waited_for(sources.laid, sources.files, state)
    home = st.Page(run("map", state), title=title("map", state), default=True)
    pages = {"map": home, **{name: page(name, state) for name in OTHERS}}
    chosen = st.navigation(list(pages.values()), position="hidden")
    shell.head(state, pages, next(name for name, page in pages.items() if page == chosen))
    chosen.run()


def waited_for(there: Callable[[], object], source: Callable[[], object], state: State) -> None:
    """Wait for a source that is not there yet; data that cannot be used are said in one line."""
    if there():
        return
    try:
        with st.spinner(state.say("page.reading")):
            source()
    except (JiqunError, GeoError) as fault:
        st.error(f"error: {fault}")
        st.stop()


def page(name: str, state: State) -> st.Page:
    """One of the pages beside the map, at the path of its name."""
    return st.Page(run(name, state), title=title(name, state), url_path=name)


def run(name: str, state: State) -> Callable[[], None]:
    """The page's function, bound to this run's state. The map alone does without the layers."""

    def show() -> None:
        if name != "map":
            waited_for(sources.built, sources.content, state)
        import_module(f"ui.{name}_page").show(state)

    return show


def title(name: str, state: State) -> str:
    """The name of a page in the language of the link."""
    return f"{state.say(f'page.{name}')} · 集群 Jiqun"


if __name__ == "__main__":
    main()
else:
    # `streamlit run` imports the file that holds an `st.App`, and runs it for each view.
    app = st.App(
        __file__,
        lifespan=server.lifespan,
        routes=server.routes(),
        middleware=server.middleware(),
    )
