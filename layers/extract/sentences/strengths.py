"""On whose strength a thing is built: 依托洛阳化工园区, 发挥A、B产业优势."""

from __future__ import annotations

from layers.extract import lexicon as lex
from layers.extract.industries import focus
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item, Obj, Verb
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.state import State

_STRENGTHS = ("优势", "潜力", "特长")
"""What places have that is put to use for what they build."""
_BUILT = frozenset(("base", "agglomeration_area", "cluster"))
"""Kinds of what is built on the strength of a zone, and is the zone's."""

LEANING = compiled(
    r"等?[地市]?[要应]?(?:充分|积极|主动|紧紧|牢牢)?(?:依托|立足|利用|发挥|抢抓|借助|结合|把握)"
    r"[^，,。；;]{2,24}[，,]"
)
"""What a place has at hand, in the clause before the verb (丰润区依托港口优势，)."""


def leans(state: State, group: Group) -> bool:
    """依托郑州、开封等地，打造…; 依托洛阳轴承，打造…; 依托孟津化工园区，打造…: what is built is
    theirs."""
    places = [p for e in group.entities for p in e.places]
    borne = [e for e in group.entities if e.carrier]
    if not places or not all(state.kind_of(e) == "zone" or _is_area(state, e) for e in borne):
        return False
    return group.etc or all(is_unit(p) or p.level in ("zone", "town") for p in places)


def is_means(state: State, verb: Item | None, group: Group) -> bool:
    """依托郑州、开封等地，打造…; 围绕柳州市、来宾市，打造…: what is built is theirs."""
    if not isinstance(verb, Verb):
        return False
    if verb.word == "围绕":
        alone = state.clause(verb.start)[0] == verb.start and state.subject is None
        bare = all(e.carrier is None for e in group.entities)
        return alone and bare and leans(state, group)
    return verb.word == "依托" and leans(state, group)


def _is_area(state: State, entity: Entity) -> bool:
    """固安新兴产业示范区: a model area of no industry of its own is a zone like others."""
    bears = entity.carrier is not None and entity.carrier.word in ("示范区", "先导区", "先行区")
    return bears and not state.industrial(focus(entity.extra))


def is_leant_on(state: State, group: Group, rest: list[Item], end: int) -> bool:
    """依托洛阳化工园区，打造X基地: the zone, with only carriers behind it, is named for what is
    built in the next clause, behind `end`."""
    if not all(isinstance(item, Obj) for item in rest):
        return False
    later = (items for start, _, items in state.read if start >= end)
    things = next(later, [])
    verb = things[0] if things else None
    if not (isinstance(verb, Verb) and verb.classes & lex.BUILD):
        return False
    if verb.word == "发展" and len(things) == 1:
        return leans(state, group)  # 依托A、B高新区，发展新材料
    kinds = {state.page.kinds[i.carrier.word] for i in things if isinstance(i, Obj)}
    another = isinstance(things[1], Group) if len(things) > 1 else False
    return bool(kinds & _BUILT) and not another and leans(state, group)


def uses(verb: Item | None, rest: str) -> bool:
    """发挥A、B产业优势: whether the verb puts to use what the places have."""
    return isinstance(verb, Verb) and verb.word.endswith("发挥") and rest.endswith(_STRENGTHS)
