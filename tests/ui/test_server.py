"""What the server adds to Streamlit's: its index, its files, its sockets."""

from __future__ import annotations

import asyncio
import gzip
import re
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ui import memory, preload, server, sources, statics

FILES = sources.Files("/r.json", "/g.json", "/app/static/web-1", "/app/static/vendor-1")


def asked(path: str, **headers: str) -> tuple[dict[bytes, bytes], bytes] | None:
    """What the memory answers to a request; None where it leaves it to Streamlit."""
    sent: list[dict[str, Any]] = []
    left: list[bool] = []

    async def below(*_: object) -> None:
        left.append(True)

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    pairs = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "headers": pairs}
    asked = memory.Memory(below)(scope, below, send)  # type: ignore[arg-type]
    # In a thread of its own: a browser's tests leave a running loop in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, asked).result()
    return None if left else (dict(sent[0]["headers"]), sent[1]["body"])


@pytest.fixture
def web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `static/` with one script in it, and a secret beside it."""
    folder = tmp_path / "static" / "web-1"
    folder.mkdir(parents=True)
    (folder / "desk.js").write_text("export const 集群 = 1;\n" * 60, encoding="utf8")
    (tmp_path / "secret.js").write_text("no")
    monkeypatch.setattr(statics, "STATIC", tmp_path / "static")
    return folder


def test_every_file_that_the_index_names_is_there() -> None:
    page = preload.index(FILES)
    chunks = re.findall(r'rel="modulepreload" href="\./(static/js/[^"]+)"', page)
    assert any("BidiComponent" in name for name in chunks)
    assert [name for name in chunks if not (preload.STREAMLIT / name).is_file()] == []
    scripts = re.findall(r'href="/app/static/web-1/([^"]+\.js)"', page)
    assert sorted(scripts) == sorted(statics.ENTRIES)
    assert "<title>集群 Jiqun</title>" in page and page.count("</head>") == 1


def test_the_index_follows_the_path_of_the_app() -> None:
    assert 'href="/maps/component/streamlit_folium' in preload.index(FILES, "/maps")


def test_the_frame_names_what_its_map_loads() -> None:
    page = preload.frame(FILES)
    assert 'rel="modulepreload" href="/app/static/web-1/map.js"' in page
    assert 'href="/app/static/vendor-1/leaflet.js"' in page
    assert "main." in page and page.count("</head>") == 1


@pytest.mark.parametrize(("path", "ours"), [("/maps", True), ("", False)])
def test_the_frame_is_answered_where_the_app_is(
    monkeypatch: pytest.MonkeyPatch, path: str, ours: bool
) -> None:
    monkeypatch.setattr(sources, "laid", lambda: FILES)
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def below(*_: object) -> None:
        sent.append({"left": True})

    scope = {"type": "http", "method": "GET", "path": f"{path}{preload.FRAME}/index.html"}
    framed = server.Framed(below, "/maps")(scope, below, send)  # type: ignore[arg-type]
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, framed).result()
    assert ("left" in sent[0]) is not ours
    assert ours is any(b"modulepreload" in message.get("body", b"") for message in sent)


def test_a_file_comes_from_memory_and_stays_in_the_browser(web: Path) -> None:
    answer = asked("/app/static/web-1/desk.js")
    assert answer is not None
    headers, body = answer
    assert body == (web / "desk.js").read_bytes()
    assert b"immutable" in headers[b"cache-control"]
    assert headers[b"content-type"].startswith(b"text/javascript")
    assert int(headers[b"content-length"]) == len(body)


def test_it_is_packed_for_who_can_unpack(web: Path) -> None:
    answer = asked("/app/static/web-1/desk.js", accept_encoding="gzip, br")
    assert answer is not None
    headers, body = answer
    assert headers[b"content-encoding"] == b"gzip"
    assert gzip.decompress(body) == (web / "desk.js").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/app/static/../secret.js",
        "/app/static/web-1/../../secret.js",
        "/app/static//etc/hosts.js",
        "/app/static/web-1/none.js",
        "/app/static/web-1",
        "/app/static/web-1/desk.js\0.js",
        "/static/../../streamlit/__init__.py",
        "/_stcore/health",
        "/",
    ],
)
def test_nothing_else_is_answered(web: Path, path: str) -> None:
    assert asked(path) is None


def test_a_part_of_a_file_is_left_to_streamlit(web: Path) -> None:
    assert asked("/app/static/web-1/desk.js", range="bytes=0-9") is None


def test_answers_leave_at_once() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        server.undelayed()
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
