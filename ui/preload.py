"""The first answer to a browser, with what the page will need named in its head.

Streamlit's index names the files of its own start alone. What a page draws comes in
a chain after it: chunks for the elements, our module, its imports, the data, the
map's frame, Leaflet. Named in the head, they come while Streamlit starts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path

from ui.sources import Files


def package(name: str) -> Path:
    """The folder of an installed package, which is not loaded for that."""
    found = find_spec(name)
    assert found and found.origin, name
    return Path(found.origin).parent


STREAMLIT = package("streamlit") / "static"
FOLIUM = package("streamlit_folium") / "frontend" / "build"
FRAME = "/component/streamlit_folium.st_folium"
"""Path of the map's frame."""
CHUNKS = "static/js"
ELEMENTS = ("BidiComponent", "ComponentInstance")
"""Chunks of Streamlit's for what stands on the map page at first; they import others."""
_IMPORT = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
_TITLE = re.compile(r"<title>.*?</title>")


def index(files: Files, root: str = "") -> str:
    """Streamlit's index for a page; `root` leads from the server to the app: "/maps" or ""."""
    page = (STREAMLIT / "index.html").read_text(encoding="utf8")
    links = (*_chunks(page), *_own(files), *_frame(files, root))
    page = _TITLE.sub("<title>集群 Jiqun</title>", page, count=1)
    return page.replace("</head>", "".join(f"{link}\n" for link in links) + "</head>", 1)


def _chunks(page: str) -> Iterator[str]:
    """Streamlit's chunks for our elements, without those that its index names."""
    folder = STREAMLIT / CHUNKS
    asked = [path.name for name in ELEMENTS for path in folder.glob(f"{name}.*.js")]
    for name in sorted(_reached(folder, asked)):
        if name not in page:
            yield _link("modulepreload", f"./{CHUNKS}/{name}", crossorigin="")


def _reached(folder: Path, asked: Iterable[str]) -> set[str]:
    """The chunks and all that they import before they run."""
    found: set[str] = set()
    waiting = list(asked)
    while waiting:
        name = waiting.pop()
        if name in found or not (folder / name).is_file():
            continue
        found.add(name)
        waiting += _IMPORT.findall((folder / name).read_text(encoding="utf8"))
    return found


def _own(files: Files) -> Iterator[str]:
    """The page's module, data, words and styles."""
    yield _link("modulepreload", f"{files.web}/desk.js")
    for address in (files.records, files.ground, f"{files.web}/words-zh.json"):
        yield _link("preload", address, **{"as": "fetch", "crossorigin": "anonymous"})
    yield _link("preload", f"{files.web}/desk.css", **{"as": "style"})


def _frame(files: Files, root: str) -> Iterator[str]:
    """What the map's frame loads. It takes them from the cache, as another document."""
    yield _link("prefetch", f"{files.web}/map.js", **{"as": "script"})
    yield _link("prefetch", f"{files.vendor}/leaflet.js", **{"as": "script"})
    yield _link("prefetch", f"{files.vendor}/leaflet.css", **{"as": "style"})
    yield _link("prefetch", f"{files.web}/map.css", **{"as": "style"})
    for path in (FOLIUM / "static" / "js").glob("main.*.js"):
        yield _link("prefetch", f"{root}{FRAME}/static/js/{path.name}", **{"as": "script"})


def frame(files: Files) -> str:
    """The page of the map's frame; what the map loads one after the other is named in its head."""
    page = (FOLIUM / "index.html").read_text(encoding="utf8")
    links = (
        _link("modulepreload", f"{files.web}/map.js"),
        _link("preload", f"{files.vendor}/leaflet.js", **{"as": "script"}),
        _link("preload", f"{files.vendor}/leaflet.css", **{"as": "style"}),
        _link("preload", f"{files.web}/map.css", **{"as": "style"}),
    )
    return page.replace("</head>", "".join(links) + "</head>", 1)


def _link(rel: str, href: str, **attributes: str) -> str:
    # Streamlit's own start comes first: without it nothing of this is asked for.
    said = {"rel": rel, "href": href, **attributes, "fetchpriority": "low"}
    return "<link " + " ".join(f'{name}="{escape(value)}"' for name, value in said.items()) + ">"
