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
    ("link", "options"),
    [
        pytest.param("?view=shaoxing&industry=6", ("--industry", "6"), id="industry"),
        pytest.param("?view=shaoxing&kind=zone", ("--kind", "zone"), id="kind"),
    ],
)
def test_page_and_command_line_agree(
    open_desk: Callable[..., Desk], tmp_path: Path, link: str, options: tuple[str, ...]
) -> None:
    downloaded = Path(open_desk(link).download("下载 GeoJSON")).read_bytes()
    out = tmp_path / "claims.geojson"
    command = [sys.executable, "-m", "layers.cli", "export", "--out", str(out)]
    subprocess.run([*command, "--view", "shaoxing", *options], cwd=ROOT, check=True)
    assert out.read_bytes() == downloaded
