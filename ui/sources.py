"""What the pages show, loaded once a server: layers, plans and their files."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from geo.errors import GeoError
from layers.errors import JiqunError
from ui import keep, statics

Made = TypeVar("Made")
QUIET_S = 4.0
"""Seconds without a run of any page after which the layers are built: a first view,
which needs the processor for about three, comes first."""


@dataclass(frozen=True, slots=True)
class Content:
    """Layers and plans of one build, with the two JSON values of `layers.scene`."""

    layers: Any
    plans: tuple[Any, ...]
    records: dict[str, Any]
    ground: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Files:
    """Addresses of what the browser fetches."""

    records: str
    ground: str
    web: str
    vendor: str


class Once(Generic[Made]):
    """A value that is made once a server: whoever asks meanwhile waits for it.

    What fails is made again at the next asking.
    """

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._made: list[Made] = []
        self._lock = threading.Lock()

    def __call__(self) -> Made:
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]

    @property
    def there(self) -> Made | None:
        """The value if it is made; None does not wait."""
        return self._made[0] if self._made else None

    @property
    def wanted(self) -> bool:
        """Whether it is there, or being made for someone who waits."""
        return bool(self._made) or self._lock.locked()


def load() -> Content:
    """The shipped plans through the whole chain."""
    from ui.content import shipped

    return shipped()


SHIPPED = load
"""What is kept between servers; a test's own content is not."""


def _lay() -> Files:
    """Lay everything that the browser fetches; data of a known build need no building."""
    name = keep.fingerprint() if load is SHIPPED else None
    data = (name and keep.kept(name)) or _lay_data(name)
    return Files(
        records=statics.address(f"{data}/records.json"),
        ground=statics.address(f"{data}/ground.json"),
        web=statics.address(statics.scripts()),
        vendor=statics.address(statics.vendor()),
    )


def _lay_data(name: str | None) -> str:
    shown = content()
    # Files changed while the layers were built: then nobody can say of what they are.
    same = name if name and name == keep.fingerprint() else None
    return keep.lay(same, shown.records, shown.ground)


def _built() -> Content:
    made = load()
    lasting()
    return made


def lasting() -> None:
    """Leave what is loaded out of all later collections: it stays until the server ends.

    Streamlit collects at the end of every run. With libraries and layers in memory that
    stops the server for 0.2 to 0.6 s, in the middle of a first view.
    """
    gc.collect()
    gc.freeze()


_content = Once(_built)
_files = Once(_lay)
_seen = [time.monotonic()]


def content() -> Content:
    """The content of this server. Raises JiqunError or GeoError for unusable data."""
    return _content()


def files() -> Files:
    """Where what the browser fetches lies. Raises as `content` does."""
    return _files()


def laid() -> Files | None:
    """What `files` gives, if it takes no waiting."""
    return _files.there


def built() -> Content | None:
    """What `content` gives, if it takes no waiting."""
    return _content.there


def warm() -> None:
    """Build the layers in the background, once the pages are quiet; call it at each run."""
    _seen[0] = time.monotonic()
    _warming()


def _start() -> threading.Thread:
    thread = threading.Thread(target=_build, name="jiqun-layers", daemon=True)
    thread.start()
    return thread


_warming = Once(_start)


def _build() -> None:
    while not _content.wanted and (rest := _seen[0] + QUIET_S - time.monotonic()) > 0:
        time.sleep(rest)
    # Unusable data are told to the person who asks for the layers.
    with suppress(JiqunError, GeoError):
        content()
