"""What the pages beside the map stand in: margins, and the map's own filters at hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ui import desk, sources
from ui.state import State

STYLE = """<style>
.st-key-jq-page { max-width: 86rem; margin: 0 auto; padding: 1.6rem 2.2rem 4rem; gap: 0.9rem; }
.st-key-jq-page [data-testid="stElementContainer"]:has(> .stHtml) { display: none; }
:has(> .st-key-jq-page) { position: relative; }
:has(> .st-key-jq-drawer) {
  position: absolute; top: 1.4rem; width: auto; z-index: 4;
  right: calc(max(0px, (100% - 86rem) / 2) + 2.2rem);
}
[data-testid="stPopoverBody"]:has(.jq-part-filters) {
  width: min(22rem, 92vw); padding: 0; max-height: 76vh; overflow: auto;
}
@media (max-width: 760px) { .st-key-jq-page { padding: 1rem 1rem 3rem; }
  :has(> .st-key-jq-drawer) { position: static; } }
@media print { .st-key-jq-page { padding: 0; max-width: none; } }
</style>"""
"""Constant: nothing that a plan says ever goes in here."""


@contextmanager
def page(state: State, filters: bool = True) -> Iterator[None]:
    """The page's container; with the filters of the map in a drawer of its own."""
    with st.container(key="jq-page"):
        st.html(STYLE)
        if filters:
            with st.container(key="jq-drawer"), st.popover(state.say("filters")):
                desk.mount("filters", f"{sources.files().web}/desk.js")
        yield
