"""What a person downloads from the page is what `jiqun export` writes, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.desk import Desk

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("link", "options", "kind", "ending"),
    [
        pytest.param(
            "?view=shaoxing&industry=6", ("--industry", "6"), "GeoJSON", "geojson", id="industry"
        ),
        pytest.param(
            "?view=shaoxing&kind=zone", ("--kind", "zone"), "GeoJSON", "geojson", id="kind"
        ),
        pytest.param(
            "?view=shaoxing&place=330681", ("--place", "330681"), "GeoPackage", "gpkg", id="gpkg"
        ),
    ],
)
def test_page_and_command_line_agree(
    open_desk: Callable[..., Desk],
    tmp_path: Path,
    link: str,
    options: tuple[str, ...],
    kind: str,
    ending: str,
) -> None:
    desk = open_desk(link)
    if kind != "GeoJSON":
        desk.page.locator(".st-key-jq-format input").click()
        desk.page.get_by_role("option", name=kind).click()
    downloaded = Path(desk.download(f"下载 {kind}")).read_bytes()
    out = tmp_path / f"claims.{ending}"
    command = [sys.executable, "-m", "layers.cli", "export", "--out", str(out)]
    subprocess.run([*command, "--view", "shaoxing", *options], cwd=ROOT, check=True)
    assert out.read_bytes() == downloaded
