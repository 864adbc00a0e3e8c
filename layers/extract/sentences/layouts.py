"""The layout of an industry: 以X为核心，Y为支撑; 以X、Y为龙头的Z集群; 以X为重点区域，打造Z集群.

The places come first, with their part in the layout; what they are laid out for stands behind
them: the carrier after 的, that of a later clause, what a later clause strengthens, or else the
industry that the sentence names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from layers.extract import lexicon as lex
from layers.extract.industries import aims, focus
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item, Obj, Verb
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.belts import BY, opened, reached, reaches, reaching, through
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.grounds import is_zone, own_zone
from layers.extract.sentences.purposes import products_of
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import status
from layers.records import Status

_ROLE = (
    r"(?:(?:主要|重点|核心|发展|拓展|支撑|引领|辐射|示范|战略|承载|布局|建设|配套|协作|联动|协同)*"
    r"(?:区域|地区|片区|主?产区|区)|重点支撑|核心|副?中心|龙头|主体(?=的)|主(?=[，,。；;]|$)|重点(?!培育|发展|推进|支持|建设|打造|引导|扶持)|支撑|引领|节点|支点|骨干|代表(?=的)|两翼|(?:配套|补充)(?=[，,。；;]|$)|主阵地|主战场|(?:主要|重要|核心|重点)?(?:承载地|载体)|引擎"
    r"|[一二两三双多主]?(?:核|轴|带|极|翼|点)(?=[、，,。；;的]|$))"
)
_STEP = "(?:整[机车]|研发|制造|生产|加工|总部|集聚|物流|销售){1,2}"
"""What of the industry a place is the core of (以涧西区为整机核心)."""
_PART = compiled(
    rf"(?:(?:^|(?<=[和及与]))(?:形成|构建|打造|即)?)?(?P<by>以|将|把)?(?P<who>[^以为]{{2,160}}?)(?:等(?:地|市|区|县|乡?镇)?)?(?:分别)?"
    rf"(?:为|作为)(?:[^，,。；为的]{{2,8}}产业|{_STEP})?{_ROLE}(?P<of>的)?"
    rf"|^(?P<all>.{{2,120}}?)等?(?:地|市)?(?:联动发展|协同发展(?=的)|多点支撑(?=的))"
)

SAID = re.compile(
    rf"为(?:[^，,。；为的]{{2,8}}产业|{_STEP})?{_ROLE}|联动发展|协同发展的|多点支撑的"
)
"""What closes a part of a layout; the whole pattern looks far ahead for it."""
_JOINS = compiled(
    r"等?[地市]?(?:协同|联动|配套|跟进|支撑|呼应|补充|响应|参与|辐射)(?:发展|联动|推进|配套|支撑)?"
)
"""What further places only do beside those of a layout (以A为龙头，B、C协同，建设X集群)."""
_AHEAD = 40
"""Clauses within which a layout says what it is for."""
_LONG = 8
"""Characters of an industry that opens a layout."""
_FAR = 16
"""Characters of a carrier's own words behind 的."""
_NEAR = 4
"""Characters behind a layout in which what is cut or policed is named (为重点防控区)."""
_CURBED = compiled(
    r"监测|预警|培训|保险|压减|压缩(?!机)|淘汰|化解|退出|整治|抽检|检查|防控|监管|管控|关停|排查|打击|去产能|严控"
    r"|(?:防治|治理|监测)(?!装备|设备|仪|技术|产业|服务)"
)
"""What is cut or policed is no industry to be grown."""
_PUBLIC = compiled(
    r"高铁|铁路|爱国主义|教育基地|医疗(?!器械|装备|设备)|救治|接种|应急物资|训练基地"
)
"""What is laid out for the public and is no industry."""
_AS = compiled(r"等?(?:作为|为).*$")
"""What the last place's goods are followed by (宜昌化工|为重点)."""
_CLOSED = ("", "，", ",", "。", "；", ";", "、", "的")
"""What may stand behind a layout that its own industry opens."""
_GROWING = ("发展", "布局")
_LEANING = ("依托", "立足", "利用", "发挥", "围绕")
"""What opens a clause about the means of a layout, not its end."""
_SHAPE = compiled(
    r"的(?P<what>[^，,。；、的]{2,12}?)(?:产业)?(?:[发展空间区域]{2})*新?(?:格局|布局)"
)
"""The industry that a layout is said to be of (以杭州为龙头，宁波为重点的数字经济发展格局)."""
_TOWNS = compiled(
    r"(?:新型)?(?:城镇|城乡|城市|同城|人口|公共|教育|医疗|开放|对外开放|综合交通|交通)"
    r"(?![^，,。；、]{0,8}(?:装备|产业|制造))"
)
"""What else is laid out: towns and their people."""
_FORMED = compiled(r"格局|布局|以[^，,]+为")


class _Part(NamedTuple):
    """Places with one part in the layout: their span, and where what they are for begins."""

    start: int
    end: int
    after: int
    bound: bool  # 的 binds the carrier behind
    loose: bool  # 联动发展, which says nothing of an industry by itself


def lays_out(sentence: str) -> bool:
    """Whether any clause of a sentence may be a layout."""
    return SAID.search(sentence) is not None


def layout(state: State, number: int) -> list[Item]:
    """Claims of the places that a clause lays out; the words of the clause that remain."""
    start, end, items = state.read[number]
    if not items:
        return items
    left = items
    for part in _parts(state, start, end):
        who = [i for i in left if part.start <= i.start and i.start < part.end]
        places = [*_entities(state, who, _has_actor(state, left, part.start))]
        if part.loose and any(e.carrier for e in places):
            continue
        around = state.text[part.start : part.after + (_FAR if part.bound else _NEAR)]
        if "以外" in around or _CURBED.search(around) or _PUBLIC.search(around):
            continue
        if places and _laid_out(state, number, part, places):
            gone = {id(i) for i in left if part.start <= i.start < part.after}
            left = [i for i in left if id(i) not in gone and i.start not in state.taken]
    return left


def _parts(state: State, start: int, end: int) -> Iterator[_Part]:
    text = state.text[start:end]
    if not SAID.search(text):
        return  # most clauses
    for match in _PART.finditer(text):
        name = "all" if match["all"] else "who"
        begins = match.start(name) == 0 or match[name].startswith("、")
        if match["by"] is None and not begins:
            continue
        begin, stop = match.span(name)
        yield _Part(
            start + begin, start + stop, start + match.end(), bool(match["of"]), name == "all"
        )


def _has_actor(state: State, items: list[Item], before: int) -> bool:
    """Whether places inside the issuer's land act (诸暨、嵊州以X园为载体)."""
    groups = (i for i in items if isinstance(i, Group) and i.start < before)
    return any(not all(map(state.is_home, group.entities)) for group in groups)


def _entities(state: State, who: list[Item], acted: bool) -> Iterator[Entity]:
    """Places, and zones that the gazetteer lacks (以临港工业区、老边区为重点区域), which are the
    issuer's where none of its parts acts."""
    begin = None
    for item, after in zip_longest(who, who[1:]):
        if isinstance(item, Group):
            yield from (e for e in item.entities if not state.is_home(e) or _is_own(e))
        elif isinstance(item, Obj) and is_zone(state, item):
            begin = item.start if begin is None else begin
            if isinstance(after, Obj) and after.start == item.end:
                continue  # 开发区 in 开发区临港工业区
            near = state.home.level in ("county", "prefecture") and not acted
            if near and state.text[begin - 1] != "等":
                yield own_zone(state, item, begin)
            begin = None


def _is_own(entity: Entity) -> bool:
    """Whether what lies somewhere in the issuer's land is a part of it: a carrier, or a town that
    the gazetteer lacks (以将台堡镇为核心)."""
    return entity.carrier is not None or entity.explicit


def _laid_out(state: State, number: int, part: _Part, places: list[Entity]) -> bool:
    start, end, items = state.read[number]
    said = _said_before(state, part, start)
    after = state.read[number + 1][2] if len(state.read) > number + 1 else []
    if not part.bound and reaching(state, after, part.start, places, _when(state, number)):
        return True
    ahead = None if part.bound or said else later(state, number)
    found = _bound(state, items, part) or ahead
    kind, products = found or ("city_role", _named(state, start, end, places))
    strong = state.page.context.titles.headings(state.sentence.section)[0]
    text = state.text[start:end] if part.loose and not _FORMED.search(state.whole) else state.whole
    closed = not state.text.startswith("等", part.end)
    before = state.read[max(0, number - 1)][:2]
    if kind == "corridor" and any(p.start < start and not p.bound for p in _parts(state, *before)):
        kind = "city_role"  # 以A、B为核心，以C为副中心的X产业带 is not a belt of C
    if found and kind == "corridor" and closed and len(places) > 1:
        head = next((i for i in items if isinstance(i, Obj) and i.start >= part.after), None)
        span = (start, end)
        return through(state, head, places, products, _when(state, number), part.start, span)
    opened(state, items, places, products, (part.start, part.after))
    of = _SHAPE.search(state.text, max(part.end, part.after - 1), state.sentence.end)
    if of and _TOWNS.match(of["what"]):
        return False
    shaped = state.industrial(focus(of["what"])) if of and not found else ()
    products = shaped or products or said
    told = bool(products or strong or state.topic or state.page.context.title)
    own = {e.start: state.industrial(focus(_AS.sub("", e.extra))) for e in places}
    told = told and (part.bound or len(places) == 1 or not all(own.values()))
    named = strong is not None and not any(e.explicit for e in places)
    says = bool(found or said or shaped) or "产业" in text or "领域" in text or named
    if not (told or any(own.values())) or not says:
        return False
    for entity in (*places, *reached(state, after)) if told else places:
        if not _takes_part(entity):
            continue
        shape = state.kind_of(entity, kind)
        if told or own[entity.start]:
            products = products if told else own[entity.start]
            draft(state, entity, shape, _when(state, number), products, start, end)
    return True


def _said_before(state: State, part: _Part, start: int) -> tuple[str, ...]:
    """苹果以昭阳为重点: the one industry that the clause opens with."""
    words = state.text[start : part.start].removesuffix("以").removesuffix("产业")
    if _CURBED.search(state.whole) or state.text[part.after : part.after + 1] not in _CLOSED:
        return ()
    return (words,) if len(words) < _LONG and state.page.taxonomy.knows(words) else ()


def _when(state: State, number: int) -> Status:
    """Whether the layout stands: by the verb that opens it, or the one of the layouts before it
    (形成了以A为中心的X产业带，以B为中心的Y产业带)."""
    for start, end, items in reversed(state.read[: number + 1]):
        verb = next((i for i in items if isinstance(i, Verb)), None)
        if verb is None or verb.word not in BY:
            builds = verb is not None and verb.classes & lex.BUILD and verb.word != "形成"
            return status(state, verb, end) if builds else "planned"
        if verb.start > start:
            return "planned"
    return "planned"


def _takes_part(entity: Entity) -> bool:
    """A unit, a zone with its carrier, or what a bracket or a string of names spells out."""
    return (
        entity.carrier is not None
        or entity.explicit
        or (
            bool(entity.places)
            and all(is_unit(p) or p.level in ("zone", "region", "town") for p in entity.places)
        )
    )


def _bound(state: State, items: list[Item], part: _Part) -> tuple[str, tuple[str, ...]] | None:
    """The carrier behind 的: 以潍坊、淄博为龙头的燃料电池产业集群."""
    item = next((i for i in items if i.start >= part.after and not isinstance(i, Verb)), None)
    if not isinstance(item, Obj):
        return None
    state.taken.add(item.start)
    kind = state.page.kinds[item.carrier.word]
    return ("agglomeration_area" if kind == "cluster" else kind), products_of(state, item)


def later(state: State, number: int) -> tuple[str, tuple[str, ...]] | None:
    """The carrier or the aims of a later clause: 以X为重点区域，打造输变电产业集群."""
    joined = False
    for start, end, items in state.read[number + 1 : number + 1 + _AHEAD]:
        parts = [*_parts(state, start, end)]
        bound = _bound(state, items, parts[0]) if parts and parts[0].bound else None
        if bound is not None and state.industrial(bound[1]):
            return ("city_role" if bound[0] == "corridor" else bound[0]), bound[1]
        if parts or reaches(items) or state.text.startswith(_LEANING, start):
            continue
        for item in items:
            if isinstance(item, Group) and _JOINS.fullmatch(state.text, item.end, end):
                joined = True
                break
            if isinstance(item, Group):
                return None
            if isinstance(item, Obj) and products_of(state, item):
                things = [i for i in items if isinstance(i, Obj) and i.start >= item.start]
                state.taken |= set() if joined else {i.start for i in things}
                return "city_role", tuple(p for i in things for p in products_of(state, i))
            if isinstance(item, Verb) and (item.classes & lex.FOCUS or item.word in _GROWING):
                aimed = state.text[item.end : end]
                products = state.industrial(aims(aimed))
                if products and not _CURBED.search(aimed):
                    return "city_role", products
    return None


def _named(state: State, start: int, end: int, places: list[Entity]) -> tuple[str, ...]:
    """The first industry that the clause names outside the names of its places, else the sentence,
    where no heading governs it."""
    if state.page.context.titles.headings(state.sentence.section)[0]:
        return ()
    names = [(e.start, e.stop) for e in places if e.carrier] if len(places) > 1 else []
    for begin, text in ((start, state.text[start:end]), (state.sentence.start, state.whole)):
        for a, b, _ in state.page.taxonomy.find(text):
            if not any(x <= begin + a < y for x, y in names):
                return (text[a:b],)
    return ()
