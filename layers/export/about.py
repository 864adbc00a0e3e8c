"""What every file says about itself: the filter that made it, how many rows of how
many, the link that reopens the view, the build, the sources and their licences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from layers import provenance
from layers.vocabulary import LAYER_NAMES, word

if TYPE_CHECKING:
    from layers.build import Layers

LINK = "http://localhost:8501/"
"""Where `jiqun app` serves the page; the query after it reopens the view anywhere."""


@dataclass(frozen=True, slots=True)
class About:
    """One file's account of itself. `rows` counts by layer: shown, in all."""

    title: str
    filter: str
    link: str
    rows: tuple[tuple[str, int, int], ...]
    build: str
    version: str
    licence: str
    documents: tuple[str, ...]
    sources: tuple[str, ...]
    licences: tuple[str, ...]

    @property
    def shown(self) -> int:
        """Rows in the file."""
        return sum(shown for _, shown, _ in self.rows)

    @property
    def total(self) -> int:
        """Rows of the same layers without the filter."""
        return sum(total for _, _, total in self.rows)

    def as_json(self) -> dict[str, Any]:
        """For formats that hold structured metadata."""
        return {
            "title": self.title,
            "filter": self.filter,
            "link": self.link,
            "rows_shown": self.shown,
            "rows_total": self.total,
            "layers": {name: {"shown": shown, "total": all_} for name, shown, all_ in self.rows},
            "build": self.build,
            "generator": f"Jiqun {self.version}",
            "licence": self.licence,
            "documents": list(self.documents),
            "sources": list(self.sources),
            "source_licences": list(self.licences),
        }

    def pairs(self) -> list[tuple[str, str]]:
        """For formats that hold a table of names and values."""
        rows = [(f"rows_{name}", f"{shown}/{total}") for name, shown, total in self.rows]
        return [
            ("title", self.title),
            ("filter", self.filter),
            ("link", self.link),
            *rows,
            ("build", self.build),
            ("generator", f"Jiqun {self.version}"),
            ("licence", self.licence),
            *(("document", text) for text in self.documents),
            *(("source", text) for text in self.sources),
            *(("source_licence", text) for text in self.licences),
        ]

    def line(self) -> str:
        """All of it in one line, for formats that hold nothing but rows."""
        return " | ".join(f"{key}: {value}" for key, value in self.pairs())


def about(layers: Layers, *names: str) -> About:
    """The account of a file that holds these layers."""
    made = layers.provenance
    titles = "、".join(word(LAYER_NAMES, name) for name in names)
    query = layers.filter.to_query()
    return About(
        title=f"集群 Jiqun：{titles}",
        filter=layers.filter.describe(),
        link=f"{LINK}?{query}" if query else LINK,
        rows=tuple(_count(layers, name) for name in names),
        build=made.build,
        version=made.version,
        licence=_licence(names),
        documents=tuple(plan.cited for plan in made.plans),
        sources=made.attribution,
        licences=made.licences,
    )


def _count(layers: Layers, name: str) -> tuple[str, int, int]:
    shown = len(getattr(layers, name))
    return name, shown, layers.totals.get(name, shown)


def _licence(names: tuple[str, ...]) -> str:
    """The licence of a file; claims along a river take the river's course with them."""
    if {"claims", "lines"} & set(names):
        return f"{provenance.LICENCE_OF_LAYERS}; {provenance.LICENCE_OF_LINES}"
    return provenance.LICENCE_OF_LAYERS
