"""Ways between the pages: a link that keeps the filters, and the step it leads to."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from ui.state import State, link

HOME = ""
"""Path of the map."""


def page(path: str) -> st.Page:
    """The registered page at this path. Streamlit knows pages by their path alone."""
    return st.Page(_nothing, title=path or "map", url_path=path or None, default=path == HOME)


def address(path: str, state: State, **changes: str | None) -> str:
    """The relative address of a page, with the link's parameters and some changed."""
    query = urlencode(link(state, **changes), doseq=True)
    return f"{path or './'}?{query}" if query else path or "./"


def turn(path: str, state: State, **changes: str | None) -> None:
    """Go to a page without loading the app anew; ends this run."""
    st.switch_page(page(path), query_params=link(state, **changes))


def _nothing() -> None:
    """A stand-in: the page at the path was registered with its own function."""
