"""Carriers in quotation marks: nicknames (“中国人参之乡”抚松县) and what is only cited."""

from __future__ import annotations

import re

from layers.extract.industries import focus
from layers.extract.lexicon import Lexicon
from layers.extract.patterns import compiled
from layers.extract.places.entities import Group, Item, Obj, Verb
from layers.extract.places.toponyms import TOWNS
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import CALLED

CULTURE = re.compile(
    r"书法|长寿|诗|歌|舞|戏|将军|革命|红色|侨|历史|文明|礼仪|民间|武术|孝|千年|故里|孔孟|浪漫|小品|教育|渔猎|红叶|枫叶|佛|越剧|百工|杂技|足球|艺术|文化$"
)
"""What a place may be known for without making any of it."""
_CALLING = compiled(r"[”\"]?(?:(?:之称|称号|美誉|美称|之誉|招牌)?的(?:该[省市县区])?)?")
"""What joins a nickname to the place that bears it."""
_OPENING = ("“", '"', "为“")
_BEHIND = Lexicon.from_data().behind


def is_nickname(text: str, item: Obj) -> bool:
    """Whether the carrier ends a nickname in quotation marks (“中国人参之乡”)."""
    return text[item.end : item.end + 1] in ("”", '"') and item.carrier.word in _BEHIND


def names_those_behind(state: State, item: Obj, rest: list[Item]) -> bool:
    """“中国人参之乡”抚松县, “玻铝之乡”称号的该县新沟镇: a nickname before those who bear it."""
    places = next((i for i in rest if isinstance(i, Group)), None)
    if places is None or not _CALLING.fullmatch(state.text, item.end, places.start):
        return False
    _titled(state, item, places)
    return True


def _titled(state: State, item: Obj, places: Group) -> None:
    """Places by their nickname: what they are known for is there."""
    products = focus(item.modifier) or (item.modifier.removeprefix("中国"),)
    if not products[0] or CULTURE.search(item.modifier):
        return
    for entity in places.entities:
        if entity.name.endswith(TOWNS) or not state.is_home(entity):
            draft(state, entity, "city_role", "existing", products, item.start, entity.stop)


def called(state: State, name: Group, verb: Verb | None, owner: Group | None) -> bool:
    """商水县被誉为“豫东服装之都”: a nickname that begins with a region's name is its bearer's, and
    says nothing of the region."""
    title = name.entities[0]
    if verb is None or not verb.word.startswith(CALLED) or title.carrier is None:
        return False
    if state.text[verb.end : name.start] not in _OPENING:
        return False
    opened = next((i for i in state.read[0][2] if isinstance(i, Group)), None)
    for entity in (owner or state.subject or opened or name).entities:
        if entity is not title and not state.is_home(entity):
            draft(state, entity, "city_role", "existing", focus(title.extra), name.start, name.end)
    return True


def is_quoted(state: State, item: Obj) -> bool:
    """Whether the carrier stands inside quotation marks (“…打造先进制造业基地”总体要求)."""
    at = item.start - state.sentence.start
    return state.whole.rfind("“", 0, at) > state.whole.rfind("”", 0, at)
