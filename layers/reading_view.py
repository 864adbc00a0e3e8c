"""A plan laid out for reading: its paragraphs cut where records begin and end.

The words are those of the clean copy (stray spaces and line breaks mended); records
hold offsets into the text as published, which `Plan.index` brings over. Records may
overlap in any way: every piece of text carries all the records that cover it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from layers.plan import Plan

if TYPE_CHECKING:
    import pandas as pd

MarkKind = Literal["claim", "target", "unlocated"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A record in the text: clean offsets, its class for the colour, its status or modality."""

    id: str
    kind: MarkKind
    start: int
    end: int
    code: str
    manner: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text between two borders; `marks` are indices, the narrowest record first."""

    text: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `level` is 0 for prose, else that of the heading that opens it.

    `heading` is how many characters of it are the heading: all of a line of its
    own, the first words where the title runs in.
    """

    start: int
    level: int
    heading: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: `depth` from 0, `block` the paragraph it leads to."""

    title: str
    depth: int
    block: int
    marks: int


@dataclass(frozen=True, slots=True)
class View:
    """A plan ready to be read."""

    title: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    contents: tuple[Entry, ...]


def view(plan: Plan, marks: Iterable[Mark], deepest: int = 5) -> View:
    """Lay out a plan. Headings below level `deepest` stay out of the table of contents."""
    marks = tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.id)))
    blocks = tuple(_blocks(plan, marks))
    return View(plan.title, blocks, marks, _contents(plan, blocks, deepest))


def marks(plan: Plan, frames: Mapping[MarkKind, pd.DataFrame]) -> tuple[Mark, ...]:
    """The records of these frames that were read from this plan.

    A record whose quote no longer stands at its offsets is left out rather than
    laid over words that are not its own.
    """
    return tuple(
        mark
        for kind, frame in frames.items()
        for row in _rows(frame, plan.id)
        if (mark := _mark(plan, kind, row)) is not None
    )


def _rows(frame: pd.DataFrame, plan: str) -> list[dict[Any, Any]]:
    rows: list[dict[Any, Any]] = frame[frame["plan"] == plan].to_dict("records")
    return rows


def _mark(plan: Plan, kind: MarkKind, row: dict[Any, Any]) -> Mark | None:
    start, end = int(row["evidence_start"]), int(row["evidence_end"])
    if plan.text[start:end] != row["evidence_exact"]:
        return None
    first, last = plan.index.offset(start), plan.index.offset(end)
    if last <= first:
        return None
    manner = row["modality"] if kind == "target" else row["status"]
    label = row["indicator"] if kind == "target" else row["name"]
    code = row["industry_class"]
    return Mark(row["id"], kind, first, last, _word(code) or "0", _word(manner), _word(label))


def _word(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _blocks(plan: Plan, marks: tuple[Mark, ...]) -> Iterable[Block]:
    headings = {heading.start: heading for heading in plan.headings}
    waiting, active = 0, list[int]()
    for start, end in plan.paragraphs:
        while waiting < len(marks) and marks[waiting].start < end:
            active.append(waiting)
            waiting += 1
        active = [index for index in active if marks[index].end > start]
        heading = headings.get(start)
        level, length = (heading.level, heading.end - start) if heading else (0, 0)
        yield Block(start, level, length, _pieces(plan.clean, start, end, length, marks, active))


def _pieces(
    text: str,
    start: int,
    end: int,
    heading: int,
    marks: tuple[Mark, ...],
    active: list[int],
) -> tuple[Piece, ...]:
    """The paragraph cut at every border of a record, and behind its heading."""
    cuts = {start, end, *([start + heading] if heading else [])}
    for index in active:
        cuts |= {max(start, marks[index].start), min(end, marks[index].end)}
    borders = sorted(cuts)
    return tuple(
        Piece(text[one:two], _covering(one, marks, active)) for one, two in pairwise(borders)
    )


def _covering(at: int, marks: tuple[Mark, ...], active: list[int]) -> tuple[int, ...]:
    found = [index for index in active if marks[index].start <= at < marks[index].end]
    return tuple(sorted(found, key=lambda index: marks[index].end - marks[index].start))


def _contents(plan: Plan, blocks: tuple[Block, ...], deepest: int) -> tuple[Entry, ...]:
    starts = [block.start for block in blocks]
    shown = [heading for heading in plan.headings if heading.level <= deepest]
    depths = sorted({heading.level for heading in shown})
    places = [bisect_left(starts, heading.start + 1) - 1 for heading in shown]
    levels = [heading.level for heading in shown]
    return tuple(
        Entry(
            heading.printed,
            depths.index(heading.level),
            places[at],
            _count(blocks, places[at], _stop(at, levels, places, len(blocks))),
        )
        for at, heading in enumerate(shown)
    )


def _stop(at: int, levels: list[int], places: list[int], last: int) -> int:
    """The paragraph before which a section ends: the next heading that is not below its own."""
    after = range(at + 1, len(levels))
    return next((places[i] for i in after if levels[i] <= levels[at]), last)


def _count(blocks: tuple[Block, ...], first: int, stop: int) -> int:
    """How many records stand in a section, its subsections included."""
    found = {i for block in blocks[first:stop] for piece in block.pieces for i in piece.marks}
    return len(found)
