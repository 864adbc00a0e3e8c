"""The sentences that all tools are given, and which units each group of them names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.reader.agreement import STOP, sentence
from benchmarks.reader.annotations import Annotated, ClaimRow

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that annotated claims share, with today's codes.

    `needed` are the units that the required rows with a stated place name,
    `allowed` those that may be named besides.
    """

    plan: str
    start: int
    end: int
    needed: frozenset[str]
    allowed: frozenset[str]


def spans(text: str) -> list[Span]:
    """Every sentence of a text that holds more than white space."""
    cuts = [0, *(m.end() for m in re.finditer(f"[{STOP}]", text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def groups(plan: Annotated) -> list[Group]:
    """The groups of a plan, in order of position."""
    found: list[tuple[Span, list[ClaimRow]]] = []
    text = plan.text
    placed = ((sentence(text, row.start, row.end), row) for row in plan.claims)
    for span, row in sorted(placed, key=lambda pair: pair[0]):
        if found and span[0] < found[-1][0][1]:
            (start, end), rows = found.pop()
            found.append(((start, max(end, span[1])), [*rows, row]))
        else:
            found.append((span, [row]))
    made = (_group(plan, span, rows) for span, rows in found)
    return [group for group in made if group.needed]


def _group(plan: Annotated, span: Span, rows: Sequence[ClaimRow]) -> Group:
    needed = {c for r in rows if not r.optional and r.basis == "stated" for c in r.codes}
    other = {code for row in rows for code in (*row.codes, *row.codes_also)}
    allowed = {plan.issuer, *other, *_above(needed | other | {plan.issuer})} - needed
    return Group(plan.id, *span, frozenset(needed), frozenset(allowed))


def _above(codes: Iterable[str]) -> set[str]:
    """Codes of the prefecture and the province of each: naming them too is no fault."""
    return {above for code in codes for above in (code[:2] + "0000", code[:4] + "00")}
