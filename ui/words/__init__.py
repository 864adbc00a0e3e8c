"""What the pages say, by language: `words/*.toml`, one file a page."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

Lang = Literal["zh", "en"]
FOLDER = Path(__file__).parent


@cache
def texts(lang: Lang) -> Mapping[str, str]:
    """Every text of the pages by its key: `facet.kind`; `view` for a section's own.

    Keys of the section `word` stand alone: `reset`.
    """
    column = 1 if lang == "en" else 0
    return {
        _key(section, name): pair[column]
        for path in sorted(FOLDER.glob("*.toml"))
        for section, entries in tomllib.loads(path.read_text(encoding="utf8")).items()
        for name, pair in entries.items()
    }


def _key(section: str, name: str) -> str:
    if section == "word":
        return name
    return f"{section}.{name}" if name else section


def say(lang: Lang, key: str, **values: object) -> str:
    """One text with its values; the key itself where nothing is written for it."""
    return texts(lang).get(key, key).format(**values)
