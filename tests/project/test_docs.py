"""Pages that hold numbers or examples are what their scripts write today."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(p for p in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_the_method_page_is_current() -> None:
    command = [sys.executable, "docs/method.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": "."}).returncode == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_architecture_page_names_every_module_of_the_reader() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf8")
    modules = {p.name for p in (ROOT / "layers" / "extract").rglob("*.py")} - {"__init__.py"}
    assert sorted(name for name in modules if f"`{name}`" not in page) == []
