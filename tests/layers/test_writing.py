"""Files whole or not at all, and archives that every reader opens."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.errors import JiqunError
from layers.export.archive import archive, repack
from layers.writing import write, write_folder

NAMES = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)


@given(st.dictionaries(NAMES, st.binary(max_size=2000), max_size=6))
def test_an_archive_gives_back_what_went_in(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(files))) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == files
        assert opened.namelist() == list(files)


def test_repacking_takes_the_clock_out() -> None:
    def office(stamp: str) -> bytes:
        core = f'<x><dcterms:created xsi:type="t">{stamp}</dcterms:created></x>'
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as made:
            made.writestr("docProps/core.xml", core)
        return file.getvalue()

    assert office("2011-03-28T00:00:00Z") != office("2026-01-01T00:00:00Z")
    assert repack(office("2011-03-28T00:00:00Z")) == repack(office("2026-01-01T00:00:00Z"))


def listing(*paths: str) -> bytes:
    """The descriptor of a build with these files."""
    return json.dumps({"name": "jiqun", "resources": [{"path": p} for p in paths]}).encode()


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, {"datapackage.json": listing("a.csv"), "a.csv": b"1"})
    write_folder(out, {"datapackage.json": listing("b/c.csv"), "b/c.csv": b"2"})
    write_folder(out, {"datapackage.json": listing("b/c.csv"), "b/c.csv": b"2"})
    found = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert found == {"datapackage.json", "b/c.csv"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_folder_with_other_work_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_bytes(b"x")
    with pytest.raises(JiqunError, match="other files"):
        write_folder(tmp_path, {"datapackage.json": b"{}"})
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_failed_write_leaves_the_old_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    write_folder(out, {"datapackage.json": listing("a.csv")})
    real, calls = Path.replace, []
    import os

    def fail_second(old: str, new: str) -> None:
        calls.append(new)
        if len(calls) == 2:
            raise OSError(5, "Input/output error")
        real(Path(old), new)

    monkeypatch.setattr(os, "replace", fail_second)
    with pytest.raises(OSError, match="Input"):
        write_folder(out, {"datapackage.json": b"new"})
    assert (out / "datapackage.json").read_bytes() == listing("a.csv")
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_file_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(JiqunError, match="folder"):
        write(tmp_path / "no" / "x.csv", b"")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(JiqunError, match="got a folder"):
        write(tmp_path, b"")


def test_a_fault_of_the_disk_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 250}.csv"
    with pytest.raises(OSError, match="too long") as raised:
        write(path, b"")
    assert raised.value.filename == str(path)
    assert list(tmp_path.iterdir()) == []
