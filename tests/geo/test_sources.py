"""Every data file has its entry, every entry its file, and the bytes are those listed."""

from __future__ import annotations

import re
import runpy
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = tomllib.loads((ROOT / "data" / "sources.toml").read_text(encoding="utf-8"))["source"]
CODE = (".py", ".pyc")


@pytest.mark.parametrize("entry", ENTRIES, ids=[e["file"] for e in ENTRIES])
def test_an_entry_says_where_its_file_comes_from(entry: dict[str, str]) -> None:
    for field in ("file", "title", "producer", "licence", "origin", "sha256"):
        assert entry.get(field), f"{field} is empty: run data/derive/seal.py for the hash"
    found = sha256((ROOT / entry["file"]).read_bytes()).hexdigest()
    assert found == entry["sha256"], "changed on purpose? run data/derive/seal.py"


@pytest.mark.parametrize("hash_line", ["", 'sha256 = ""\n'], ids=["no line", "an empty one"])
def test_sealing_fills_in_each_hash(hash_line: str) -> None:
    sealed = runpy.run_path(str(ROOT / "data" / "derive" / "seal.py"))["sealed"]
    listed = (ROOT / "data" / "sources.toml").read_text(encoding="utf-8")
    bare = re.sub(r"^sha256 = .*\n", hash_line, listed, flags=re.M)
    assert bare != listed
    assert sealed(bare) == listed == sealed(listed)
    kept = tomllib.loads(sealed(bare, ("data/plans",)))["source"]
    assert {entry["file"] for entry in kept if entry.get("sha256")} == {
        entry["file"] for entry in ENTRIES if entry["file"].startswith("data/plans")
    }


def test_nothing_lies_there_unlisted_and_nothing_is_listed_twice() -> None:
    listed = [entry["file"] for entry in ENTRIES]
    files = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "data").rglob("*")
        if path.is_file() and path.suffix not in CODE
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == files - {"data/sources.toml"}
