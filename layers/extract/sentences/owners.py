"""Whose a carrier of a clause is: the places' before it, the subject's carried on, or nobody's."""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.entities import JOINTS, Entity, Group, Item, Obj, Verb
from layers.extract.places.toponyms import Resolution
from layers.extract.sentences.acting import OPENING
from layers.extract.sentences.grounds import is_common_part
from layers.extract.sentences.purposes import products_of
from layers.extract.sentences.state import State

_ONE_OF_TWO = ("前者", "后者")
_OURS = re.compile(r"我[省市县区州](?!重要|最大|唯一)")
_NAMED = compiled(r"[“\"][^”\"]{1,8}[”\"](?:为|即|是)")
"""“四心”为X: a part of a layout is a subject of its own."""
_SIZE = compiled(r"(?:规模|总?产值|营业?收入|总量)?(?:突破|达到?|超过?|实现)")
"""What is said of how large a carrier is to be."""
_WIDE = compiled(r"[\u4e00-\u9fff]{2}地区|[长珠]三角|京津冀|[\u4e00-\u9fff]{2,4}湾区")
"""A region of several provinces that closes a list (成都软件、成渝地区电子信息等集群)."""
_OPENED = compiled(r"[（(][^）)，,。；;]*$")
_NEAR = 24
"""Characters of a bracket before the place in it."""


def owner_of(
    state: State, item: Obj, current: Group | None, verb: Verb | None, rest: list[Item], start: int
) -> Group | None:
    """The places that act on a carrier: `current`, those of the clause that begins at `start`, or
    the subject carried on. `verb` is the last before the carrier, `rest` follows it."""
    if current is None:
        lone = _is_nobodys(state, item, verb, start) or _opens_list(state, item, verb, rest, start)
        return None if lone else state.carried()
    if _is_aside(state.text, current, item):
        return None
    if verb is not None and verb.start >= current.end:
        return current  # 在A开发区和B园打造X集群
    closed = current.entities[-1].carrier is not None or state.text[current.end - 1] in "）)"
    if closed and state.text.startswith(JOINTS, current.end):
        return None  # 洋浦新材料基地、老城油气基地: the next of a list is not the first one's
    return current


def one_of_two(state: State, start: int) -> Group | None:
    """甲、乙错位发展，前者建设X，后者建设Y: the one of two subjects that a clause speaks of."""
    subject = state.subject
    said = state.text.startswith(_ONE_OF_TWO, start)
    if subject is None or not said or len(subject.entities) != len(_ONE_OF_TWO):
        return None
    return Group([subject.entities[state.text.startswith(_ONE_OF_TWO[1], start)]])


def ends_list(state: State, item: Obj, current: Group | None) -> bool:
    """丹阳眼镜、邳州大蒜、阳澄湖大闸蟹产业集群: the list ends in a name that nobody knows."""
    if current is None or current.entities[-1].carrier is not None:
        return False
    joint = state.text[current.end : item.start] in JOINTS
    if current.etc and len(current.entities) == 1 and not _WIDE.match(item.modifier):
        return False
    return joint and bool(item.modifier) and all(e.extra for e in current.entities)


def unknown_belt(state: State, item: Obj, rest: list[Item], start: int) -> Entity | None:
    """A经济区发展X；西江经济带发展Y: a belt that opens its clause, acts, and is in no list."""
    after = next(iter(rest), None)
    acts = isinstance(after, Verb) and after.start == item.end and after.classes & lex.FOCUS
    opens = not OPENING.sub("", state.text[start : item.start])
    if not (acts and opens and item.modifier and state.page.kinds[item.carrier.word] == "corridor"):
        return None
    if state.industrial(products_of(state, item)):
        return None
    name = state.text[item.start : item.end]
    return Entity(item.start, item.end, name, (), item.end, failed=Resolution(None, "unknown"))


def _is_nobodys(state: State, item: Obj, verb: Verb | None, start: int) -> bool:
    """打造藏中南清洁能源基地: whether the words before a carrier, or its own, are about others than
    the subject."""
    text = state.text
    if verb is not None and state.is_foreign(start, verb.start):
        return True
    ours = _OURS.search(text, start, item.start) or _NAMED.match(text, start)
    if ours or text.startswith("全省", start) or _is_sum(state, item, verb):
        return True
    return is_common_part(state, item) or state.page.resolver.compass(item.modifier)


def _is_sum(state: State, item: Obj, verb: Verb | None) -> bool:
    """支持A、B创建X，力争Y产业集群突破万亿元: a size that is aimed at is not each place's."""
    subject = state.subject
    if subject is None or len(subject.entities) < 2:
        return False
    aims = verb is None or (not verb.classes & lex.BUILD and verb.end == item.start)
    return aims and _SIZE.match(state.text, item.end) is not None


def _opens_list(state: State, item: Obj, verb: Verb | None, rest: list[Item], start: int) -> bool:
    """藏中清洁能源基地、昌都水风光储基地纳入规划: the first of a list, and its own subject."""
    text, after = state.text, next(iter(rest), None)
    opens = verb is None and not OPENING.sub("", text[start : item.start])
    follows = isinstance(after, Group | Obj) and text[item.end : after.start] in JOINTS
    return opens and follows


def _is_aside(text: str, group: Group, item: Obj) -> bool:
    """甲基地（含乙县丙园）和丁园: whether a place stands in a bracket before a carrier."""
    between = text[group.end : item.start]
    closes = between[:1] in ("）", ")") and len(between) > 1
    return closes and _OPENED.search(text, max(0, group.start - _NEAR), group.start) is not None
