"""The files that the browser fetches, laid into `static/` at start.

Leaflet comes from its package, the page's own scripts from
`ui/web`, the data from the layers (`ui/keep.py`). Each lies in a folder named by its
content, because Streamlit serves static files without a word on caching: a new
content is a new address.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import xstatic.pkg.leaflet
from streamlit import config

from ui.bundle import bundle
from ui.words import texts

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
PREDICATE = ROOT / "layers" / "predicate.js"
WEB = Path(__file__).parent / "web"
LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
ENTRIES = ("desk.js", "map.js")
"""The modules that a document loads: the page and the frame of its map."""
VENDOR = {
    "leaflet.js": LEAFLET / "leaflet.js",
    "leaflet.css": LEAFLET / "leaflet.css",
}
HASH = 12
LAST = 6
"""Folders of one kind that are left: those of servers and checkouts side by side."""


def address(path: str) -> str:
    """Where the browser finds a file of `static/`, whatever path the app is served under."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/app/static/{path}" if base else f"/app/static/{path}"


def scripts() -> str:
    """Lay the page's own scripts and styles; their folder under `static/`."""
    styles = {path.name: path.read_bytes() for path in sorted(WEB.glob("*.css"))}
    words = {f"words-{lang}.json": as_json(texts(lang)) for lang in ("zh", "en")}
    modules = {path.name: path.read_text(encoding="utf8") for path in sorted(WEB.glob("*.js"))}
    modules["rows.js"] = PREDICATE.read_text(encoding="utf8") + "\nexport { jiqunMatches };\n"
    bundles = {name: bundle(modules, name).encode() for name in ENTRIES}
    return _by_content("web", styles | words | bundles)


def vendor() -> str:
    """Lay Leaflet; its folder under `static/`."""
    return _by_content("vendor", {name: path.read_bytes() for name, path in VENDOR.items()})


def _by_content(name: str, content: Mapping[str, bytes]) -> str:
    digest = sha256(b"".join(key.encode() + blob for key, blob in content.items()))
    return lay(f"{name}-{digest.hexdigest()[:HASH]}", content)


def lay(name: str, content: Mapping[str, bytes]) -> str:
    """Write the files of a folder of `static/`, in their order; its name.

    `name` is what the folder holds, a hyphen, and which one. Older ones go, but not
    the last few: other servers may serve them.
    """
    folder = STATIC / name
    for file, blob in content.items():
        path = folder / file
        if not path.exists() or path.read_bytes() != blob:
            _write(path, blob)
    os.utime(folder)
    like = STATIC.glob(f"{name.split('-')[0]}-*")
    for old in sorted(like, key=lambda path: path.stat().st_mtime, reverse=True)[LAST:]:
        shutil.rmtree(old, ignore_errors=True)
    return name


def as_json(content: Mapping[str, Any]) -> bytes:
    """JSON of few bytes, in UTF-8; the same for the same content."""
    text = json.dumps(dict(content), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()


def _write(path: Path, blob: bytes) -> None:
    """Write under a temporary name and move: a browser never gets half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as file:
        file.write(blob)
    os.chmod(temporary, 0o644)
    os.replace(temporary, path)
