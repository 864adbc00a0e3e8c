"""The pages' content without a server: both plans through the whole chain, or hostile text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest

from layers.plan import Plan
from tests.layers import specimen
from tests.ui import pages
from ui import plan_page, sources, targets_page


@pytest.fixture(scope="session")
def real() -> SimpleNamespace:
    """Both plans through the whole chain."""
    from geo.boundaries import Boundaries
    from layers.build import build
    from layers.library import read_folder, shipped_gazetteer

    gazetteer = shipped_gazetteer()
    readings = read_folder()
    layers = build(readings, Boundaries.from_data(gazetteer), gazetteer)
    return pages.content(layers, tuple(reading.plan for reading in readings))


@pytest.fixture(scope="session")
def evil() -> SimpleNamespace:
    """Layers and plan with hostile text in every free text."""
    words = "".join(specimen.HOSTILE)
    data = f"绍兴市产业规划(2011—2015年)\n{words}打造{words}诸暨集聚区。\n".encode()
    plan = Plan.from_bytes(data, "evil", issuer="330600", issued="2011-03-28")
    return pages.content(specimen.hostile(), (replace(plan, title=words, doc_number=words),))


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Callable[[SimpleNamespace], None]:
    """Let the pages show this content."""

    def show(content: SimpleNamespace) -> None:
        plan_page._content.clear()
        targets_page._content.clear()
        monkeypatch.setattr(sources, "content", lambda: content)
        files = sources.Files("records.json", "ground.json", "web", "vendor")
        monkeypatch.setattr(sources, "files", lambda: files)

    return show


@pytest.fixture
def both(real: SimpleNamespace, serve: Callable[[SimpleNamespace], None]) -> SimpleNamespace:
    """The pages show both plans."""
    serve(real)
    return real


@pytest.fixture
def hostile(evil: SimpleNamespace, serve: Callable[[SimpleNamespace], None]) -> SimpleNamespace:
    """The pages show the hostile plan."""
    serve(evil)
    return evil
