"""The real page in a real browser, with every host but this machine blocked."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.desk import Desk
from tests.tools import WAY_OUT, browser

ROOT = Path(__file__).parents[2]
ARTEFACTS = ROOT / "tests" / "artefacts"
BLOCKED = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
WARM_S = 120
collect_ignore = ["hostile_app.py", "made_app.py"]
"""Apps that tests serve: to import one is to run it."""
SCRIPT = os.environ.get("JIQUN_TEST_APP", "app.py")
"""The app; another script to look at the page over other layers."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The app on a free port, from the checkout, until the tests are done."""
    with served(SCRIPT) as address:
        yield address


class served:  # noqa: N801 - used as the context manager that it is
    """`streamlit run` of a script as a context; gives its address without a slash."""

    def __init__(self, script: str, **environment: str) -> None:
        self.port = free_port()
        share_static(ROOT / script)
        command = [sys.executable, "-m", "streamlit", "run", script]
        options = ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        self.run = subprocess.Popen(
            [*command, *options],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> str:
        address = f"http://127.0.0.1:{self.port}"
        for _ in range(WARM_S * 4):
            try:
                urlopen(f"{address}/_stcore/health", timeout=1).read()
                return address
            except OSError:
                time.sleep(0.25)
        raise TimeoutError(f"expected the app at {address}, nothing answered in {WARM_S} s")

    def __exit__(self, *_: object) -> None:
        self.run.terminate()
        self.run.wait(timeout=20)


def share_static(script: Path) -> None:
    """Streamlit serves the folder `static` beside its script; a test's script gets the page's."""
    (ROOT / "static").mkdir(exist_ok=True)
    beside = script.parent / "static"
    if not beside.exists():
        beside.symlink_to(ROOT / "static", target_is_directory=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this machine; the run fails with the way out where there is none."""
    path = browser()
    if path is None:
        pytest.fail(WAY_OUT, pytrace=False)
    with sync_playwright() as driver:
        opened = driver.chromium.launch(
            executable_path=str(path), args=["--no-sandbox", BLOCKED, "--font-render-hinting=none"]
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def warm(server: str, chromium: Browser) -> str:
    """The server after its first reading of the plans, which no person waits for twice."""
    page = chromium.new_page()
    Desk(page, server).open(timeout_s=WARM_S)
    page.close()
    return server


@pytest.fixture
def open_desk(warm: str, chromium: Browser) -> Iterator[Callable[..., Desk]]:
    """Open the page in a fresh context: `open_desk("?view=shaoxing", width=390)`.

    At the end no request may have left the machine and no script may have failed.
    """
    contexts: list[Any] = []
    strayed: list[str] = []
    faults: list[str] = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: strayed.append(request.url))

    def start(query: str = "", width: int = 1440, height: int = 900, **options: Any) -> Desk:
        strict = options.pop("strict", True)
        context = chromium.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **options
        )
        contexts.append(context)
        page = context.new_page()
        if strict:
            watch(page)
        return Desk(page, warm).open(query)

    yield start
    for context in contexts:
        context.close()
    own = (warm, "data:", "blob:")
    assert [url for url in strayed if not url.startswith(own)] == []
    assert faults == []


def geojson(path: Path) -> dict[str, Any]:
    """A downloaded file as JSON."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    return content
