"""Imports point one way: app and ui use layers, layers use geo, geo uses neither."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = {
    "geo": {"layers", "ui", "app", "streamlit", "folium"},
    "layers": {"ui", "app", "streamlit"},
}
ONLY_IN = {
    "streamlit": ("app.py", "ui/"),
    "folium": ("layers/map.py",),
}
EXTRACT = {
    "places": {"sentences", "lines", "numbers"},
    "numbers": {"sentences", "lines"},
    "sentences": {"lines", "numbers"},
    "lines": {"numbers"},
}
LAZY = {"geopandas", "pandas", "shapely", "pyogrio", "folium", "pandera"}
QUICK = ("layers.cli", "layers.reader", "geo.geocode")


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Top-level names of every import anywhere in the file."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", FORBIDDEN)
def test_a_package_imports_nothing_above_it(package: str) -> None:
    wrong = {
        str(path.relative_to(ROOT)): sorted(imported(path) & FORBIDDEN[package])
        for path in modules(package)
        if imported(path) & FORBIDDEN[package]
    }
    assert wrong == {}


@pytest.mark.parametrize("package", EXTRACT)
def test_the_parts_of_the_reader_import_one_way(package: str) -> None:
    above = {f"layers.extract.{name}" for name in EXTRACT[package]}
    paths = modules(f"layers/extract/{package}")
    assert len(paths) > 5
    for path in paths:
        named = {
            node.module
            for node in ast.walk(ast.parse(path.read_text(encoding="utf8")))
            if isinstance(node, ast.ImportFrom) and node.module
        }
        assert not {".".join(name.split(".")[:3]) for name in named} & above, path


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_drawing_library_stays_in_its_place(library: str) -> None:
    everywhere = [ROOT / "app.py", *modules("geo"), *modules("layers"), *modules("ui")]
    users = [p.relative_to(ROOT).as_posix() for p in everywhere if library in imported(p)]
    assert users and all(user.startswith(ONLY_IN[library]) for user in users)


@pytest.mark.parametrize("module", QUICK)
def test_the_quick_commands_load_no_frames(module: str) -> None:
    import subprocess
    import sys

    code = f"import sys, {module}; print(*sorted(set(sys.modules) & {LAZY!r}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (run.returncode, run.stdout.strip()) == (0, "")
