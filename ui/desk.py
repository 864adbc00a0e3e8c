"""The parts of the page that run in the browser, as Streamlit components.

Each loads the same module from `static/`; see `ui/web/desk.js` and
docs/decisions for why the filters run in the browser.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

ASKED = "jq-asked"
"""Where the session keeps what a leaving event asked for, until a run has done it."""
LEAVING = ("open", "go")
"""Events that lead to another page; the later one counts."""
LOADER = """
export default function (component) {
  const url = new URL(component.data.module, document.baseURI).href;
  const desk = import(url);
  desk.then((module) => module.render("%(part)s", component)).catch((fault) => {
    component.parentElement.textContent = String(fault);
  });
  return () => desk.then((module) => module.unmount("%(part)s", component)).catch(() => {});
}
"""


@st.cache_resource(show_spinner=False)
def component(part: str) -> Callable[..., Any]:
    """The component of one part, registered once a server."""
    return st.components.v2.component(
        f"jiqun_{part}", js=LOADER % {"part": part}, isolate_styles=False
    )


def mount(part: str, module: str, reruns: tuple[str, ...] = (), **data: Any) -> dict[str, Any]:
    """Draw a part; `reruns` names the events at which it makes Python run again.

    Returns what the events of this run say, by name; empty in runs of other causes.
    """
    key = f"jq-{part}"
    callbacks = {f"on_{name}_change": partial(follow, key, name) for name in reruns}
    content = {"module": module, "reruns": list(reruns), **data}
    result = component(part)(key=key, data=content, **callbacks)
    said = {name: getattr(result, name, None) for name in reruns}
    return {name: event["value"] for name, event in said.items() if event}


def asked(name: str) -> Any:
    """Where an event asked to go, once; None where it has not.

    Kept apart from the event, which is lost when another rerun breaks off the run that has it.
    """
    if st.session_state.get(ASKED, ("",))[0] != name:
        return None
    return st.session_state.pop(ASKED)[1]


def follow(key: str, name: str) -> None:
    """Take over the link that the browser shows: it comes with every event.

    The page changes its link by itself; Streamlit's own copy stays at the one
    that the page was opened with until Python sets it.
    """
    event = getattr(st.session_state.get(key), name, None)
    if not event:
        return
    if name in LEAVING:
        st.session_state[ASKED] = (name, event["value"])
    shown = parse_qs(event["link"].lstrip("?"), keep_blank_values=True)
    if shown != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(shown)
