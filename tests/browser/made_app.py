"""The app on made content, named by JIQUN_MADE: `hostile` text, or one `long` plan."""

from __future__ import annotations

import os
import runpy
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from layers import scene  # noqa: E402
from layers.plan import Plan  # noqa: E402
from tests.layers import specimen  # noqa: E402
from ui import sources  # noqa: E402


def hostile() -> tuple[Any, tuple[Any, ...]]:
    """Hostile text in every free text of every record."""
    words = "".join(specimen.HOSTILE)
    data = f"绍兴市产业规划(2011—2015年)\n{words}打造{words}诸暨集聚区。\n".encode()
    plan = Plan.from_bytes(data, "evil", issuer="330600", issued="2011-03-28")
    return specimen.hostile(), (replace(plan, title=words, doc_number=words),)


def long() -> tuple[Any, tuple[Any, ...]]:
    """Shaoxing's plan seven times over: more than 100,000 characters, read by rule."""
    from geo.boundaries import Boundaries
    from layers.build import build
    from layers.library import read_bytes, shipped_gazetteer

    text = (specimen.PLANS / f"{specimen.SX}.txt").read_text(encoding="utf8")
    head, body = text.split("一、发展现状与形势", 1)
    whole = head + ("一、发展现状与形势" + body + "\n") * 7
    reading = read_bytes(whole.encode(), "long", "330600", "2011-03-28")
    gazetteer = shipped_gazetteer()
    return build([reading], Boundaries.from_data(gazetteer), gazetteer), (reading.plan,)


def load() -> sources.Content:
    """The content that the environment names."""
    made = {"hostile": hostile, "long": long}[os.environ["JIQUN_MADE"]]
    layers, plans = made()
    records = scene.records(layers.claims, layers.unlocated, layers.targets, plans)
    return sources.Content(layers, plans, records | {"places": {}}, {})


sources.load = load
runpy.run_path(str(ROOT / "app.py"), run_name="__main__")
