"""The reader's patterns as a page: docs/method.md is made from data/reader/patterns.toml.

`python -m layers.catalogue` writes the page; a test holds the page to the data.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "method.md"
PATTERNS = ROOT / "data" / "reader" / "patterns.toml"
MARK = "<!-- patterns: written by python -m layers.catalogue -->"

COLUMNS = ("name", "kind", "status", "industry", "members")


def page(text: str) -> str:
    """The method page with the catalogue of patterns below the mark (`ValueError` without one)."""
    if MARK not in text:
        raise ValueError(f"{PAGE}: expected the line {MARK}, found none; put it back")
    return text[: text.index(MARK)] + MARK + "\n\n" + catalogue()


def catalogue(file: Path = PATTERNS) -> str:
    """Every pattern with what it reads, its example and the claims of it, as Markdown."""
    patterns = tomllib.loads(file.read_text("utf8"))["pattern"]
    return "\n".join(_section(pattern) for pattern in patterns)


def _section(pattern: dict[str, Any]) -> str:
    title = pattern["name"][0].upper() + pattern["name"][1:]
    lines = [f"### {title}", "", f"{pattern['reads'][0].upper()}{pattern['reads'][1:]}."]
    lines += [f"Read by `{pattern['by']}`.", ""]
    lines += [f"> {line}" for line in pattern["text"].splitlines()]
    lines += ["", f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}"]
    lines += [f"| {row} |" for row in pattern["expect"]]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf8")), "utf8")
