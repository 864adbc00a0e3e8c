"""Make sure that the programs which the tests drive are on this machine.

The browser is needed always: it is found, else installed where this account may
(Debian's package as root, Playwright's own build elsewhere), else the way out is
told and the run fails. The other programs check exported files with eyes that
are not ours; without CI their tests say that they were left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FIXED = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
WAY_OUT = (
    "error: expected a Chromium or Chrome for the page's tests, found none on PATH; "
    "install one (Debian: apt-get install chromium) or name it in JIQUN_BROWSER"
)


def browser() -> Path | None:
    """The browser to drive: JIQUN_BROWSER, else one on PATH, else Playwright's own."""
    named = os.environ.get("JIQUN_BROWSER")
    if named:
        return Path(named) if Path(named).exists() else None
    found = (shutil.which(name) for name in BROWSERS)
    paths = [Path(path) for path in found if path] + [path for path in FIXED if path.exists()]
    return paths[0] if paths else _playwright_browser()


def _playwright_browser() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        path = Path(driver.chromium.executable_path)
    return path if path.exists() else None


def install_browser() -> None:
    """Install one where this account may; the caller looks whether it is there."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-cjk")
    else:
        _run(sys.executable, "-m", "playwright", "install", "chromium")


def _run(*command: str) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def main() -> int:
    if browser() is None and not os.environ.get("JIQUN_BROWSER"):
        print("No Chromium or Chrome found: installing one", file=sys.stderr)
        install_browser()
    if browser() is None:
        print(WAY_OUT, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
