"""Distinctions received: X入选Z, an industry of X入选Z, the issuer's own 新材料产业入选Z."""

from __future__ import annotations

import re

from layers.extract.industries import focus
from layers.extract.places.entities import Entity, Group, Item, Obj, Verb, uncounted
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.objects import dealt
from layers.extract.sentences.purposes import inside
from layers.extract.sentences.quotations import CULTURE, is_nickname
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import WISHED
from layers.records import Status

_HONOURED = re.compile(
    r"(?P<wish>(?:力争|争取|努力|确保|推动|支持|助力|培育|推荐)*)"
    r"(?P<what>[^，,。：:“”]{2,60}?)(?:产业|制造业)(?:集群)?(?:等)?(?:双双|成功|均|先后|相继|正式|已)*"
)


def listed(state: State, owner: Group, rest: list[Item], start: int, end: int) -> bool:
    """酒泉、张掖入选国家氢能应用试点, 金昌铜镍材料入选国家级集群: a distinction received."""
    obj = next((i for i in rest if isinstance(i, Obj)), None)
    if obj is None:
        return False
    dealt_to = dealt(state, owner, obj, [i for i in rest if isinstance(i, Obj)])
    if dealt_to is None:
        return False
    owner = dealt_to
    granted = state.industrial(focus(obj.modifier)) or inside(state, obj.carrier)
    if not granted and is_nickname(state.text, obj) and not CULTURE.search(obj.modifier):
        granted = focus(obj.modifier)
    wished = WISHED.search(state.text, start, obj.start)
    when: Status = "planned" if wished else "existing"
    for entity in owner.entities:
        held = state.industrial(focus(uncounted(entity.extra.split("被")[0])))
        if state.is_home(entity) and not (held and entity.carrier):
            continue
        if not (held or granted or entity.carrier):
            continue
        kind = state.kind_of(entity, state.page.kinds[obj.carrier.word])
        draft(state, entity, kind, when, held or granted, start, end)
    return True


def named_at_home(state: State, verb: Verb, start: int, end: int) -> bool:
    """新材料、生物医药产业入选省级产业集群: the issuer's own industries, without its name."""
    match = _HONOURED.fullmatch(state.text, start, verb.start)
    if match is None or state.text.find("集群", start, end) < 0:
        return False
    products = focus(match["what"])
    if not products or not all(state.page.taxonomy.knows(p) for p in products):
        return False
    begin, stop = match.span("what")
    owner = state.carried()
    places = owner.entities[0].places if owner is not None else (state.ground,)
    when: Status = "planned" if match["wish"] else "existing"
    for product in products:
        home = Entity(begin, stop, product, places, stop)
        draft(state, home, "cluster", when, (product,), start, end)
    return True
