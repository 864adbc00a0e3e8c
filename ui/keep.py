"""The page's JSON of the last build, kept so that a server can start without building.

Each build lies in a folder of `static/` that is named by a fingerprint of everything
the build depends on. A seal, written last, holds the hashes of its files: a folder
that was left half-written, or that someone changed, is no build.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from ui import statics

ROOT = Path(__file__).resolve().parent.parent
MADE_FROM = ("data", "geo", "layers", "ui/content.py", "requirements/run.txt")
"""What decides the JSON: data, code, and the versions of the libraries."""
FILES = ("records", "ground")
SEAL = "seal.json"


def fingerprint(root: Path = ROOT) -> str:
    """Hexadecimal digits that stand for the bytes of every file in `MADE_FROM`.

    Contents are read, not dates: a checkout gives every file a new date. Some 50 ms.
    """
    digest = sha256(sys.version.encode())
    for path in inputs(root):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[: statics.HASH]


def inputs(root: Path) -> Iterator[Path]:
    """The files of `MADE_FROM`, in one order; what Python compiled is left out."""
    for name in MADE_FROM:
        place = root / name
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (p for p in found if p.is_file() and "__pycache__" not in p.parts)


def kept(name: str) -> str | None:
    """The folder under `static/` that holds the build of this fingerprint, if it is whole."""
    folder = statics.STATIC / f"data-{name}"
    try:
        seal = json.loads((folder / SEAL).read_bytes())
        whole = all(seal[file] == _hash((folder / file).read_bytes()) for file in _names())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return folder.name if whole else None


def lay(name: str | None, records: Mapping[str, Any], ground: Mapping[str, Any]) -> str:
    """Write a build under its fingerprint (None: its own hash); its folder under `static/`."""
    blobs = dict(zip(_names(), map(statics.as_json, (records, ground)), strict=True))
    seal = {file: _hash(blob) for file, blob in blobs.items()}
    version = name or _hash(statics.as_json(seal))[: statics.HASH]
    return statics.lay(f"data-{version}", blobs | {SEAL: statics.as_json(seal)})


def _names() -> tuple[str, ...]:
    return tuple(f"{name}.json" for name in FILES)


def _hash(blob: bytes) -> str:
    return sha256(blob).hexdigest()
