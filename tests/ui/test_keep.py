"""What a server keeps for the next one: the page's JSON, as long as nothing has changed."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from layers.errors import JiqunError
from ui import keep, sources, statics

RECORDS = {"claims": [{"name": "诸暨先进装备制造业集聚区"}]}
GROUND = {"views": {}}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A checkout in small: one file for each thing that a build depends on."""
    for name in keep.MADE_FROM:
        place = tmp_path / name
        file = place if place.suffix else place / "inner" / "file.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return tmp_path


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A server over an empty `static/`; the list grows with each build of the layers."""
    done: list[int] = []

    def load() -> sources.Content:
        done.append(1)
        return sources.Content(None, (), RECORDS, GROUND)

    monkeypatch.setattr(statics, "STATIC", tmp_path / "static")
    monkeypatch.setattr(sources, "load", load)
    monkeypatch.setattr(sources, "SHIPPED", load)
    monkeypatch.setattr(keep, "fingerprint", lambda: "print")
    monkeypatch.setattr(sources, "lasting", lambda: None)
    return done


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Callable[[], sources.Files]:
    """Start a server anew and ask it for the page."""

    def started() -> sources.Files:
        monkeypatch.setattr(sources, "_content", sources.Once(sources._built))
        monkeypatch.setattr(sources, "_files", sources.Once(sources._lay))
        return sources.files()

    return started


def laid(files: sources.Files) -> Path:
    return statics.STATIC / files.records.removeprefix("/app/static/")


@pytest.mark.parametrize("name", keep.MADE_FROM)
def test_the_fingerprint_follows_every_file(tree: Path, name: str) -> None:
    before = keep.fingerprint(tree)
    place = tree / name
    file = place if place.is_file() else place / "inner" / "file.py"
    file.write_text(name[:-1] + "?")
    assert keep.fingerprint(tree) != before
    file.write_text(name)
    assert keep.fingerprint(tree) == before


def test_the_fingerprint_follows_names_and_leaves_compiled_code_out(tree: Path) -> None:
    before = keep.fingerprint(tree)
    compiled = tree / "geo" / "__pycache__" / "place.pyc"
    compiled.parent.mkdir()
    compiled.write_bytes(b"1")
    assert keep.fingerprint(tree) == before
    (tree / "geo" / "inner" / "file.py").rename(tree / "geo" / "inner" / "other.py")
    assert keep.fingerprint(tree) != before


def test_the_next_server_builds_nothing(
    builds: list[int], start: Callable[[], sources.Files]
) -> None:
    first = start()
    assert start() == first
    assert len(builds) == 1
    assert json.loads(laid(first).read_bytes()) == RECORDS


def test_another_fingerprint_is_another_build(
    builds: list[int], start: Callable[[], sources.Files], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = start()
    monkeypatch.setattr(keep, "fingerprint", lambda: "other")
    assert start().records != first.records
    assert len(builds) == 2


@pytest.mark.parametrize("file", ["records.json", "ground.json", "seal.json"])
@pytest.mark.parametrize("damage", ["half", "gone"])
def test_what_was_left_half_written_is_made_again(
    builds: list[int], start: Callable[[], sources.Files], file: str, damage: str
) -> None:
    folder = laid(start()).parent
    if damage == "half":
        (folder / file).write_bytes((folder / file).read_bytes()[:-9])
    else:
        (folder / file).unlink()
    assert laid(start()).parent == folder
    assert len(builds) == 2
    assert json.loads((folder / "records.json").read_bytes()) == RECORDS
    assert keep.kept("print") == folder.name


def test_content_of_ones_own_is_never_taken_for_the_shipped(
    builds: list[int], start: Callable[[], sources.Files], monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = start()
    own = sources.Content(None, (), {"claims": []}, GROUND)
    monkeypatch.setattr(sources, "load", lambda: own)
    assert json.loads(laid(start()).read_bytes()) == {"claims": []}
    assert json.loads(laid(shipped).read_bytes()) == RECORDS


def test_files_that_change_during_a_build_keep_nothing_under_their_print(
    builds: list[int], start: Callable[[], sources.Files], monkeypatch: pytest.MonkeyPatch
) -> None:
    prints = iter(["before", "after"])
    monkeypatch.setattr(keep, "fingerprint", lambda: next(prints))
    start()
    assert keep.kept("before") is None and keep.kept("after") is None


def test_unusable_data_are_said_at_every_asking(
    builds: list[int], start: Callable[[], sources.Files], monkeypatch: pytest.MonkeyPatch
) -> None:
    def load() -> sources.Content:
        raise JiqunError("expected the data as listed")

    monkeypatch.setattr(sources, "load", load)
    for _ in range(2):
        with pytest.raises(JiqunError, match="as listed"):
            start()


def test_old_builds_go_but_not_the_last_few(
    builds: list[int], start: Callable[[], sources.Files], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(statics.LAST + 3):
        monkeypatch.setattr(keep, "fingerprint", lambda number=number: f"p{number}")
        start()
        time.sleep(0.01)
    assert len(list(statics.STATIC.glob("data-*"))) == statics.LAST


def test_nothing_is_made_twice() -> None:
    made: list[int] = []

    def make() -> int:
        time.sleep(0.05)
        made.append(1)
        return len(made)

    once = sources.Once(make)
    threads = [threading.Thread(target=once) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1] and once() == 1 and once.there == 1
