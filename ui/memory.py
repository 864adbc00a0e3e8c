"""Files that never change under their address, answered from memory.

A first view asks for some 130 small files. Streamlit's server looks each of them up on
the disk, in another thread, and compresses ours anew each time; on two cores that shares
the processor with the browser, and the view waits. Here a file is read once a server, and
a browser keeps it for good: its name or folder changes with its content.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from ui import preload, statics

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".woff2": "font/woff2",
}
"""What is answered from memory; anything else is left to Streamlit."""
YEAR_S = 365 * 24 * 3600
LASTING = f"public, immutable, max-age={YEAR_S}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder whose files change their address with their content."""

    path: str
    folder: Path
    zipped: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A file as it goes out; `zipped` None where it goes out as it is."""

    kind: str
    plain: bytes
    zipped: bytes | None

    def headers(self, body: bytes) -> list[tuple[bytes, bytes]]:
        said = {"content-type": self.kind, "content-length": str(len(body))}
        said |= {"cache-control": LASTING, "x-content-type-options": "nosniff"}
        if self.zipped:
            said["vary"] = "accept-encoding"
        if body is self.zipped:
            said["content-encoding"] = "gzip"
        return [(name.encode(), value.encode()) for name, value in said.items()]


def shelves(base: str) -> tuple[Shelf, ...]:
    """Streamlit's own files (plain, as it sends them), the map frame's, and ours."""
    return (
        Shelf(f"{base}/static/", preload.STREAMLIT / "static", zipped=False),
        Shelf(f"{base}{preload.FRAME}/static/", preload.FOLIUM / "static", zipped=True),
        Shelf(f"{base}/app/static/", statics.STATIC, zipped=True),
    )


class Memory:
    """ASGI middleware; `base` is the path under which the app is served, or ""."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app = app
        self.shelves = shelves(base)
        self.answers: dict[str, Answer] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.answer(scope["path"]) if asks_for_a_file(scope) else None
        if answer is None:
            await self.app(scope, receive, send)
            return
        body = answer.zipped if answer.zipped and unzips(scope) else answer.plain
        start = {"type": "http.response.start", "status": 200, "headers": answer.headers(body)}
        await send(start)
        await send({"type": "http.response.body", "body": body})

    def answer(self, path: str) -> Answer | None:
        """What goes out for a path; None leaves it to Streamlit."""
        if path not in self.answers:
            read = next((read for shelf in self.shelves if (read := look_up(shelf, path))), None)
            if read is None:
                return None
            self.answers[path] = read
        return self.answers[path]


def look_up(shelf: Shelf, path: str) -> Answer | None:
    """The file of a path, if it stands on this shelf: nothing outside the folder does."""
    name = path.removeprefix(shelf.path)
    kind = TYPES.get(Path(name).suffix)
    folder = shelf.folder.resolve()
    file = (folder / name).resolve() if kind and name != path and "\0" not in name else folder
    if kind is None or not file.is_relative_to(folder) or not file.is_file():
        return None
    plain = file.read_bytes()
    return Answer(kind, plain, gzip.compress(plain, mtime=0) if shelf.zipped else None)


def asks_for_a_file(scope: Scope) -> bool:
    """Whether this is a plain request of a whole file."""
    names = {name for name, _ in scope.get("headers", ())}
    return scope["type"] == "http" and scope["method"] == "GET" and b"range" not in names


def unzips(scope: Scope) -> bool:
    """Whether the browser takes gzip."""
    return any(n == b"accept-encoding" and b"gzip" in v for n, v in scope["headers"])
