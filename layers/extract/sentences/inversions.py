"""What a place is, said before its name: 作为X基地的Y, 作为X基地，Y…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from layers.extract import lexicon as lex
from layers.extract.places.entities import Group, Item, Obj, Verb
from layers.extract.sentences.state import Clause

_AS = "作为"
_RANK = re.compile(r"最|重要|主要|唯一|首|第")
"""What stands behind the unit within which something is the first (广西最大的)."""


def upright(text: str, read: list[Clause]) -> list[Clause]:
    """The clauses with the place before what it is: Y是X基地."""
    if text.find(_AS, read[0][0], read[-1][1]) < 0:
        return read
    return [_turned(text, read, number) for number in range(len(read))]


def _turned(text: str, read: list[Clause], number: int) -> Clause:
    start, end, items = read[number]
    bases = [i for i in items if isinstance(i, Obj)]
    if not text.startswith(_AS, start) or not bases:
        return read[number]
    owner = _owner(text, read, number)
    if owner is None:
        return read[number]
    equal = Verb(start, start + len(_AS), lex.HELP, "是")
    return start, end, [owner, equal, *bases]


def _owner(text: str, read: list[Clause], number: int) -> Group | None:
    """The place behind 的 at the clause's end, or the one that opens the next clause."""
    end, items = read[number][1:]
    named = [i for i in items if isinstance(i, Group) and not _RANK.match(text, i.end)]
    last = named[0] if len(named) == 1 else None
    if last is not None and last.end == end and text[last.start - 1] == "的":
        return last
    return None if named else next(_openers(read[number + 1 : number + 3]), None)


def _openers(clauses: list[Clause]) -> Iterator[Group]:
    """The places that open clauses."""
    for start, _, items in clauses:
        first: Item | None = items[0] if items else None
        if isinstance(first, Group) and first.start == start:
            yield first
