"""Take the pictures of the documentation from the real app: `python docs/screenshots.py`.

Starts the app on a free port, drives the browser that the tests drive, and
writes `docs/picture.png`, which README shows, and more into `tests/artefacts`.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from tests.browser.conftest import SCRIPT, WARM_S, served  # noqa: E402
from tests.browser.desk import Desk  # noqa: E402
from tests.tools import WAY_OUT, browser  # noqa: E402

PICTURE = ROOT / "docs" / "picture.png"
ARTEFACTS = ROOT / "tests" / "artefacts"
SHOTS = (
    ("picture", "?view=shaoxing", 1440, "light", "绍虞太阳能光伏产业集聚区"),
    ("province", "", 1440, "light", None),
    ("dark", "?view=shaoxing&industry=7", 1440, "dark", "诸暨店口"),
    ("phone", "", 390, "light", None),
)
"""Name, query, width in pixels, colour scheme, name of the row to select."""


def main() -> int:
    """Take every picture; 2 where this machine has no browser."""
    path = browser()
    if path is None:
        print(WAY_OUT, file=sys.stderr)
        return 2
    ARTEFACTS.mkdir(exist_ok=True)
    with served(SCRIPT) as address, sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(path), args=["--no-sandbox"])
        for shot in SHOTS:
            take(opened, address, *shot)
        opened.close()
    return 0


def take(
    opened: Browser, address: str, name: str, query: str, width: int, scheme: str, row: str | None
) -> None:
    """One picture of the page as a person would see it."""
    height = 900 if width > 600 else 844
    page = opened.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    desk = Desk(page, address).open(query, timeout_s=WARM_S)
    if row:
        desk.choose(row)
    desk.settle()
    page.wait_for_timeout(1200)
    page.screenshot(path=PICTURE if name == PICTURE.stem else ARTEFACTS / f"{name}.png")
    page.close()


if __name__ == "__main__":
    sys.exit(main())
