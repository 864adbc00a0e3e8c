"""Units that have one cluster together: 南通市、泰州市海工装备集群, 通化、白山医药板块."""

from __future__ import annotations

from layers.extract.industries import focus
from layers.extract.places.entities import Entity, Group, Verb, uncounted
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import own_status

_PART_OF = "板块"
"""A part of the land, whatever units it takes in."""
_BELT = "产业带"
"""What lies in all the units before it (忻州定襄、原平法兰锻造产业带)."""


def together(state: State, group: Group, verb: Verb | None, tail: Verb | None) -> bool:
    """One claim for each cluster that several units of a list have, where all its clusters are
    such; `verb` and `tail` are the verbs before and behind the list."""
    parts = _parts(group)
    if not all(map(_is_joint, parts)):
        return False
    for part in parts:
        _joint(state, part, verb, tail)
    return True


def _parts(group: Group) -> list[Group]:
    """A、B医药板块和C、D化工板块: the places of a list up to each carrier."""
    parts: list[list[Entity]] = [[]]
    for entity in group.entities:
        parts[-1].append(entity)
        if entity.carrier is not None and entity is not group.entities[-1]:
            parts.append([])
    return [Group(part, group.etc) for part in parts]


def _is_joint(group: Group) -> bool:
    """南通市、泰州市海工装备集群: cities by their full names before one cluster, or by any name
    before one part of the land or one belt (通化、白山医药板块), which is theirs together."""
    *rest, last = group.entities
    if not rest or last.carrier is None or uncounted(last.extra) != last.extra:
        return False
    if group.etc or any(e.carrier or e.extra or not e.places for e in rest):
        return False
    part = last.carrier.word == _PART_OF or (
        last.carrier.word.endswith(_BELT) and _are_units(group)
    )
    named = all(e.name.endswith("市") for e in group.entities)
    return part or (named and last.carrier.word.endswith("集群"))


def _are_units(group: Group) -> bool:
    """Whether the places are units, each another one: a county's towns have each its belt."""
    places = [p for e in group.entities for p in e.places]
    return all(map(is_unit, places)) and len({p.id for p in places}) == len(group.entities)


def _joint(state: State, group: Group, verb: Verb | None, tail: Verb | None) -> None:
    last = group.entities[-1]
    extra, carrier = last.extra, last.carrier
    if carrier is None:
        return
    name = state.text[group.start : last.end]
    places = tuple(p for e in group.entities for p in e.places)
    whole = Entity(group.start, last.end, name, places, last.stop, extra, carrier, explicit=True)
    products = focus(extra)
    if products:
        kind = "corridor" if carrier.word.endswith(_BELT) else "cluster"
        when = own_status(state, verb, tail, kind, group.start)
        phrase = extra + carrier.word
        draft(state, whole, kind, when, products, group.start, group.end, phrase)
