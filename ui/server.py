"""The server of the app: what Streamlit's own does not do at start and at the door.

`app.py` hands this to `st.App`. Without it (`runpy`, an older Streamlit) the pages are the
same, and slower to come.
"""

from __future__ import annotations

import gc
import socket
import threading
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.errors import GeoError
from layers.errors import JiqunError
from ui import preload, sources
from ui.memory import Memory

PAGES = ("", "targets", "plan", "compare", "method")


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """From the start of the server to its end."""
    undelayed()
    threading.Thread(target=ready, name="jiqun-start", daemon=True).start()
    yield


def undelayed() -> None:
    """Let answers leave at once.

    asyncio switches Nagle's algorithm off for sockets that were made with the number of
    the protocol; Streamlit makes its own without, so that every small file waits 40 ms
    for the browser's acknowledgement: 2.5 s for the 59 files of its start, one after the
    other, 0.13 s without. What a listening socket accepts inherits the option.
    """
    for item in gc.get_objects():
        if type(item) is socket.socket and item.family in (socket.AF_INET, socket.AF_INET6):
            with suppress(OSError):
                item.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def ready() -> None:
    """Open the page for who has a screen; load what it needs before it asks."""
    if not st.get_option("server.headless"):
        webbrowser.open(f"http://localhost:{st.get_option('server.port')}{base()}/")
    # `streamlit_folium` itself registers its component, which only a run of a page may do.
    for name in ("folium", "layers.export", "ui.shell"):
        import_module(name)
    # Unusable data are told to the first visitor, as one line on the page.
    with suppress(JiqunError, GeoError):
        sources.files()
    sources.lasting()
    sources.warm()


def base() -> str:
    """The path under which the app is served: "/maps", or "" at the root."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def routes() -> list[BaseRoute]:
    """Routes that come before Streamlit's: the pages' first answer."""
    return [Route(f"{base()}/{page}", first) for page in PAGES]


def middleware() -> list[Middleware]:
    """What stands before Streamlit's own: the files from memory, the frame of the map."""
    return [Middleware(Memory, base=base()), Middleware(Framed, base=base())]


async def first(_: Request) -> Response:
    """Streamlit's index, with what the page needs named in its head."""
    headers = {"Cache-Control": "no-cache"}
    files = sources.laid()
    if files is None:
        return HTMLResponse((preload.STREAMLIT / "index.html").read_bytes(), headers=headers)
    return HTMLResponse(index(files), headers=headers)


class Framed:
    """Answers for the page of the map's frame, whose path no route of ours may have."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app = app
        self.path = f"{base}{preload.FRAME}/index.html"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        files = sources.laid()
        answer: ASGIApp = self.app
        if files and scope["type"] == "http" and scope["path"] == self.path:
            answer = HTMLResponse(preload.frame(files), headers={"Cache-Control": "no-cache"})
        await answer(scope, receive, send)


_indexes: dict[sources.Files, str] = {}


def index(files: sources.Files) -> str:
    """The index of this build, made once."""
    if files not in _indexes:
        _indexes[files] = preload.index(files, base())
    return _indexes[files]
