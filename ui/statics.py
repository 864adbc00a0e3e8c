"""The files that the browser fetches, laid into `static/` at start.

Leaflet comes from its package, the page's own scripts from
`ui/web`, the data from the layers. Each lies in a folder or file named by its
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

from ui.words import texts

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
PREDICATE = ROOT / "layers" / "predicate.js"
WEB = Path(__file__).parent / "web"
LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
VENDOR = {
    "leaflet.js": LEAFLET / "leaflet.js",
    "leaflet.css": LEAFLET / "leaflet.css",
}
HASH = 12


def address(path: str) -> str:
    """Where the browser finds a file of `static/`, whatever path the app is served under."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/app/static/{path}" if base else f"/app/static/{path}"


def scripts() -> str:
    """Lay the page's own scripts and styles; their folder under `static/`."""
    files = {path.name: path.read_bytes() for path in sorted(WEB.iterdir()) if path.is_file()}
    words = {f"words-{lang}.json": _json(texts(lang)) for lang in ("zh", "en")}
    predicate = PREDICATE.read_bytes() + b"\nexport { jiqunMatches };\n"
    return _folder("web", files | words | {"rows.js": predicate})


def vendor() -> str:
    """Lay Leaflet; its folder under `static/`."""
    return _folder("vendor", {name: path.read_bytes() for name, path in VENDOR.items()})


def data(name: str, content: Mapping[str, Any]) -> str:
    """Lay one JSON file; its address under `static/` with the hash as version."""
    blob = _json(content)
    version = sha256(blob).hexdigest()[:HASH]
    path = STATIC / "data" / f"{name}.json"
    if not path.exists() or path.read_bytes() != blob:
        _write(path, blob)
    return f"data/{name}.json?v={version}"


def _folder(name: str, content: Mapping[str, bytes]) -> str:
    digest = sha256(b"".join(key.encode() + blob for key, blob in content.items()))
    folder = STATIC / f"{name}-{digest.hexdigest()[:HASH]}"
    for file, blob in content.items():
        if not (folder / file).exists():
            _write(folder / file, blob)
    for old in STATIC.glob(f"{name}-*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)
    return folder.name


def _json(content: Mapping[str, Any]) -> bytes:
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
