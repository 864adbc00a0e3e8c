"""The app over plans whose every text is hostile: what a test serves instead of `app.py`."""

from __future__ import annotations

import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

from ui import sources
from ui.sources import Content

HOSTILE = '<img src=x onerror="parent.pwned=1">${parent.pwned=2}`</script><script>pwned=3</script>'
TEXTS = {
    *("name", "industry", "focus", "members", "section", "before", "quote", "after", "note"),
    *("title", "doc_number", "place_source", "indicator", "subject", "scope", "unit", "reason"),
    *("growth_note", "target_scope", "candidates"),
}
COLUMNS = {
    *("name", "focus", "members", "section", "note", "plan_title", "doc_number", "place_source"),
    *("indicator", "subject", "scope", "unit", "evidence_exact", "evidence_prefix", "target_quote"),
    *("evidence_suffix", "baseline_quote", "reason", "candidates", "issuer"),
}


def poisoned(value: Any, field: str = "") -> Any:
    """The JSON with the hostile text behind every text that comes out of a plan."""
    if isinstance(value, dict):
        return {key: poisoned(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, field) for item in value]
    return value + HOSTILE if isinstance(value, str) and field in TEXTS else value


def content() -> Content:
    """The shipped content, poisoned in the page's JSON and in the layers' columns."""
    shipped = LOAD()
    frames = {}
    for name, frame in shipped.layers.frames().items():
        columns = [c for c in frame.columns if c in COLUMNS]
        frames[name] = frame.assign(
            **{c: frame[c].map(lambda text: text + HOSTILE, na_action="ignore") for c in columns}
        )
    records = {
        key: poisoned(value) if key in ("claims", "targets", "plans") else value
        for key, value in shipped.records.items()
    }
    return replace(shipped, records=records, layers=replace(shipped.layers, **frames))


LOAD = getattr(sources, "shipped_load", sources.load)
sources.shipped_load = LOAD  # type: ignore[attr-defined]
sources.load = content
runpy.run_path(str(Path(__file__).parents[2] / "app.py"), run_name="__main__")
