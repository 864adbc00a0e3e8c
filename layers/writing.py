"""Files appear whole or not at all: written under a temporary name, then moved."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from layers.errors import JiqunError


def write(path: Path, content: bytes) -> None:
    """Write one file; whatever stood there before stays until the new one is whole."""
    check_file(path)
    with _beside(path) as fresh:
        fresh.write_bytes(content)
        os.replace(fresh, path)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files (names relative, `/` between parts) in one move.

    Files that an earlier build wrote and this one does not are removed with it; a
    folder that holds anything else is refused, lest a slip of `--out` deletes work.
    """
    check_own(folder)
    with _beside(folder) as fresh:
        for name, content in files.items():
            target = fresh / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        _swap(fresh, folder)


def _swap(fresh: Path, folder: Path) -> None:
    if not folder.exists():
        os.replace(fresh, folder)
        return
    with _beside(folder) as old:
        os.replace(folder, old)
        try:
            os.replace(fresh, folder)
        except OSError:
            os.replace(old, folder)
            raise


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A free name in the same folder, so that the final move cannot cross disks.

    A fault of the disk names the path that was asked for, not the name beside it.
    """
    fresh = path.parent / f".{path.name}.{secrets.token_hex(4)}.part"
    try:
        yield fresh
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(path)) from fault
    finally:
        with suppress(OSError):
            if fresh.is_dir():
                shutil.rmtree(fresh, ignore_errors=True)
            else:
                fresh.unlink(missing_ok=True)


def check_file(path: Path) -> None:
    """Refuse a path that is a folder, or whose folder is not there. Raises JiqunError."""
    check_folder(path)
    if path.is_dir():
        raise JiqunError(f"expected a file to write, got a folder: {path}", "name a file in it")


def check_folder(path: Path) -> None:
    """Refuse a path whose folder is not there. Raises JiqunError."""
    if not path.parent.is_dir():
        raise JiqunError(
            f"expected a folder to write into, found none: {path.parent}", "make it first"
        )


NAME = "jiqun"
"""The name of the package in the descriptor of every build."""
MARK = "datapackage.json"
"""A folder with this file, which lists the others, is one that Jiqun wrote."""
_LEFT = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What a desktop leaves in any folder that it shows."""
_OPEN = ("-wal", "-shm", ".aux.xml")
"""What QGIS leaves beside a file that it has opened."""


def check_own(folder: Path) -> None:
    """Refuse a folder that holds anything but an earlier build. Raises JiqunError."""
    check_folder(folder)
    if folder.is_file():
        raise JiqunError(f"expected a folder for --out, got a file: {folder}", "name another")
    strange = _strange(folder) if folder.is_dir() else []
    if strange:
        raise JiqunError(
            f"expected an empty or new folder, or one of an earlier build: {folder}",
            f"it holds other files ({', '.join(strange[:3])}); name another --out",
        )


def _strange(folder: Path) -> list[str]:
    """Names in a folder that are neither of an earlier build nor left there by a program."""
    own = _own(folder)
    beside = {name + end for name in own for end in _OPEN} if own else set()
    return sorted({p.name for p in folder.iterdir()} - own - beside - {*_LEFT})


def _own(folder: Path) -> set[str]:
    """Names of the files that an earlier build wrote there, as its descriptor lists them."""
    try:
        made = json.loads((folder / MARK).read_text(encoding="utf8"))
        paths = [item["path"] for item in made["resources"]] if made["name"] == NAME else []
        return {MARK, *(Path(path).parts[0] for path in paths)} if paths else set()
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return set()
