"""Layers to export: the specimen, the same with hostile text, and the shipped plans."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from layers.build import Layers, build
from layers.library import read_folder, shipped_gazetteer
from tests.layers import specimen

collect_ignore = ["qgis_render.py"]
"""Runs in Debian's Python, where QGIS is; `test_export` starts it."""
ROOT = Path(__file__).parents[2]
CHECK = ROOT / "tests" / "node" / "check.mjs"


@pytest.fixture(scope="session")
def layers() -> Layers:
    return specimen.layers()


@pytest.fixture(scope="session")
def hostile() -> Layers:
    return specimen.hostile()


@pytest.fixture(scope="session")
def real() -> Layers:
    """Both plans through the whole chain."""
    from geo.boundaries import Boundaries

    gazetteer = shipped_gazetteer()
    return build(read_folder(), Boundaries.from_data(gazetteer), gazetteer)


def outside(name: str, way_out: str) -> str:
    """The path of somebody else's program; without it CI fails, a developer's run skips."""
    found = shutil.which(name)
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail(f"expected {name} on PATH, found none; {way_out}")
    pytest.skip(f"no {name} on this machine; {way_out}")


@pytest.fixture(scope="session")
def gdal() -> Callable[..., str]:
    """Run a GDAL program and give what it prints; any error or warning of it fails."""
    outside("ogrinfo", "apt-get install gdal-bin")

    def run(*command: str | Path) -> str:
        done = subprocess.run(
            [str(c) for c in command], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def linter() -> Callable[[str, Path], dict[str, object]]:
    """Other people's readers of GeoJSON and TopoJSON, from npm."""
    node, way_out = outside("node", "apt-get install nodejs npm"), "npm ci --prefix tests/node"
    if not (CHECK.parent / "node_modules").is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"expected the linters of tests/node, found none; {way_out}")
        pytest.skip(f"the linters of tests/node are not laid in; {way_out}")

    def run(kind: str, path: Path) -> dict[str, object]:
        command = [node, str(CHECK), kind, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found: dict[str, object] = json.loads(done.stdout)
        return found

    return run


@pytest.fixture(scope="session")
def soffice() -> str:
    return outside("soffice", "apt-get install --no-install-recommends libreoffice-calc-nogui")


@pytest.fixture(scope="session")
def qgis_python() -> str:
    """The Python that Debian's QGIS is built for."""
    python = outside("/usr/bin/python3", "apt-get install python3-qgis qgis-providers")
    probe = subprocess.run([python, "-c", "import qgis.core"], capture_output=True, check=False)
    if probe.returncode == 0:
        return python
    way_out = "apt-get install --no-install-recommends python3-qgis qgis-providers"
    if os.environ.get("CI"):
        pytest.fail(f"expected QGIS for /usr/bin/python3, found none; {way_out}")
    pytest.skip(f"no QGIS on this machine; {way_out}")
