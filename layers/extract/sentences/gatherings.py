"""Lists that go over commas: 以A、B，C，D为核心区域的X走廊 is said of them all, and so is
在A县B镇、C镇，D县E镇建设X.
"""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.places.entities import Group, Item, Verb
from layers.extract.places.standing import BUILDING
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.layouts import SAID
from layers.extract.sentences.state import Clause

_OPEN = re.compile(r"以(?<!不[得再能宜]以)(?=[^以为]+$)")
"""What begins a list of places that its own clause does not end."""
_SEATS = 2
"""Words of a clause that is 在 and a list."""
_GOES_ON = 6
"""Clauses over which one list of places goes on."""

_SPLIT = 3
"""A place, its verb, and the list that is none."""


def apart(items: list[Item]) -> list[Item]:
    """昌平打造生命谷、房山发展X: what one place builds and the next that acts are no list."""
    if len(items) < _SPLIT:
        return items
    found: list[Item] = []
    for number, item in enumerate(items):
        after = items[number + 1] if number + 1 < len(items) else None
        if number > 1 and isinstance(item, Group) and _is_split(items[number - 2 : number], item):
            *zones, last = item.entities
            if isinstance(after, Verb) and after.start == last.stop and after.classes & BUILDING:
                found += [Group(zones), Group([last], item.etc)]
                continue
        found.append(item)
    return found


def _is_split(before: list[Item], group: Group) -> bool:
    """Whether a place and its building verb stand before a zone and another place."""
    who, verb = before
    built = isinstance(verb, Verb) and bool(verb.classes & lex.BUILD)
    if not (built and isinstance(who, Group) and verb.start == who.end):
        return False
    first, last = group.entities[0], group.entities[-1]
    made = bool(first.places) and not any(is_unit(p) for p in first.places)
    acts = bool(last.places) and not last.carrier and not last.extra
    return group.start <= verb.end + 1 and len(group.entities) > 1 and made and acts


def gathered(text: str, read: list[Clause]) -> list[Clause]:
    """The clauses with a list that goes over commas as one (以A、B，C，D为核心的X产业带)."""
    if text.find("在", read[0][0], read[-1][1]) >= 0:
        read = _seats(text, read)
    if text.find("以", read[0][0], read[-1][1]) < 0:
        return read
    done: list[Clause] = []
    while read:
        stop = _closing(text, read)
        items = [i for clause in read[: stop + 1] for i in clause[2]]
        done.append((read[0][0], read[stop][1], items))
        read = read[stop + 1 :]
    return done


def _seats(text: str, read: list[Clause]) -> list[Clause]:
    """The clauses with a list behind 在 that goes over commas as one."""
    done: list[Clause] = []
    for clause in read:
        held, more = _held(done[-1]) if done else None, _more(clause)
        if held is None or more is None:
            done.append(clause)
            continue
        begin, _, (seat, _) = done.pop()
        whole = Group([*held.entities, *more.entities], more.etc)
        done.append((begin, clause[1], [seat, whole, *clause[2][1:]]))
    return done


def _held(clause: Clause) -> Group | None:
    """The list of a clause that is nothing but places behind 在."""
    _, end, items = clause
    if len(items) != _SEATS or not isinstance(items[1], Group) or not isinstance(items[0], Verb):
        return None
    seated = items[0].word == "在" and items[0].end == items[1].start and items[1].end == end
    return items[1] if seated and _is_bare(items[1]) else None


def _more(clause: Clause) -> Group | None:
    """The list that opens a clause, and acts there."""
    start, _, items = clause
    first = items[0] if len(items) > 1 and isinstance(items[1], Verb) else None
    opens = isinstance(first, Group) and first.start == start and _is_bare(first)
    return first if opens and isinstance(first, Group) else None


def _is_bare(group: Group) -> bool:
    """Whether no place of a list has a carrier of its own."""
    return not any(e.carrier for e in group.entities)


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
