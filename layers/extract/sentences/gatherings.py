"""Lists that go over commas: 以A、B，C，D为核心区域的X走廊 is said of them all."""

from __future__ import annotations

import re

from layers.extract.places.entities import Group
from layers.extract.sentences.layouts import SAID
from layers.extract.sentences.state import Clause

_OPEN = re.compile(r"以(?<!不[得再能宜]以)(?=[^以为]+$)")
"""What begins a list of places that its own clause does not end."""
_GOES_ON = 6
"""Clauses over which one list of places goes on."""


def gathered(text: str, read: list[Clause]) -> list[Clause]:
    """The clauses with a list that goes over commas as one (以A、B，C，D为核心的X产业带)."""
    if text.find("以", read[0][0], read[-1][1]) < 0:
        return read
    done: list[Clause] = []
    while read:
        stop = _closing(text, read)
        items = [i for clause in read[: stop + 1] for i in clause[2]]
        done.append((read[0][0], read[stop][1], items))
        read = read[stop + 1 :]
    return done


def _closing(text: str, read: list[Clause]) -> int:
    """Which clause ends the list of places that the first leaves open behind 以: mostly itself."""
    by = _OPEN.search(text, read[0][0], read[0][1])
    if by is None:
        return 0
    for number, (start, end, items) in enumerate(read[:_GOES_ON]):
        said = SAID.search(text, start, end)
        until = said.start() if said else end
        named = [i for i in items if by.end() <= i.start < until]
        if not named or not all(isinstance(i, Group) for i in named):
            return 0
        if said:
            return number
    return 0
