"""From an entity and what is said of it to a draft, and which drafts are one claim."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from layers.extract.industries import focus
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, uncounted
from layers.extract.places.townships import is_kind
from layers.extract.sentences.denials import is_denied
from layers.extract.sentences.drafts import Draft
from layers.extract.sentences.governing import industry_of
from layers.extract.sentences.purposes import own_goods
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import kind_for
from layers.records import Basis, Kind, Status

GENERIC = compiled(
    r"人才|引才|招商|[央国]企总部|应急救援(?=中心|基地|队|体系|能力|联动|站)|留学生|双创|创业|论坛|博览|展会|实训|教育|科普|党建|孵化|培训|景区|国际合作|经贸合作|境外|教学|市场|改革|医疗中心|消费中心|博物馆|图书馆|院校|出台|印发|公布|进入|迈入|跻身|开拓(?!者)"
)
"""Words of carriers that are no industry's: talent, events, trade abroad, and what is done."""

POLICY = compiled(r"乡村产业|社会主义|共同富裕|城乡融合|民族团结|法治|乡村振兴|生态文明|生态保护")
"""Words of model zones that are about no industry."""

MODELS = ("示范区", "示范镇", "先行区", "先导区", "试验区")
"""Carriers that may be models of anything."""

WAY = "走廊"
"""A carrier that birds, pipes and roads have too: it is for an industry or for nothing here."""

if TYPE_CHECKING:
    from geo.place import Place

_STOP = compiled(r"[，,。；;：\n]")
_AREA = "agglomeration_area"
_SAME = {
    ("city_role", "base"),
    ("agglomeration_area", "city_role"),
    ("base", "city_role"),
    ("zone", "city_role"),
    ("zone", "agglomeration_area"),
}
"""A place named once in a sentence and spoken of twice: (kind held, kind that adds to it)."""


def draft(
    state: State,
    entity: Entity,
    kind: str,
    when: Status,
    products: tuple[str, ...],
    start: int,
    end: int,
    phrase: str = "",
    counted: bool = False,
    identity: bool = False,
    said: tuple[str, ...] = (),
) -> None:
    """Keep a claim on an entity; what cannot be placed, and what is abroad, is none. `said` names
    the industry where the products are but the most of it."""
    places = entity.places
    if (not places and not entity.owner) or entity.outside:
        return
    if places == (state.home,) and is_kind(entity.name):
        return  # 中心镇, 沿江乡, which no list has: any such town
    if places and places[0].level in ("enterprise", "institution"):
        body(state, entity, Group([entity]))
        return
    shape = kind_for(kind, when)
    if entity.line is not None and shape in ("cluster_current", "city_role", "zone"):
        shape = "corridor"
    made = Draft(
        start,
        end,
        _name(state, entity, phrase),
        entity.name,
        shape,
        when,
        state.sentence,
        places or (state.home,),
        "stated" if places else "none",
        phrases=said or products,
        named=products if counted or shape == "agglomeration_area" else (),
        line=entity.line,
        mention=entity.start,
        note=_left_out(entity),
        identity=identity,
        listed=counted or shape == "agglomeration_area",
    )
    made.add(products)
    keep(state, made)


def _left_out(entity: Entity) -> str | None:
    """What a placed string lacks: the character that several units share (广 in 成德绵内广遂)."""
    if entity.failed is None or not entity.places:
        return None
    names = " or ".join(place.name for place in entity.failed.candidates)
    return f"without one that nothing decides: {names}"


def body(state: State, entity: Entity, group: Group) -> None:
    """A firm or institution that the gazetteer seats, with the seat's note."""
    place = entity.places[0]
    kind: Kind = "enterprise" if place.level == "enterprise" else "institution"
    if kind == "institution" and GENERIC.search(state.whole):
        return
    name = state.text[entity.start : entity.end]
    basis = _seated(state, place, name)
    made = Draft(
        group.start,
        _clause_end(state, max(group.end, entity.stop)),
        name,
        entity.name,
        kind,
        "existing",
        state.sentence,
        entity.places if basis != "none" else (),
        basis,
        phrases=focus(entity.extra),
        mention=entity.start,
        note=place.note,
    )
    keep(state, made)


def _seated(state: State, place: Place, name: str) -> Basis:
    """How the seat is known: the name says it (诸暨菲达环保), the gazetteer does, or nobody."""
    resolver = state.page.resolver
    if place.confidence == "none" and place.within == resolver.home.code:
        return "none"
    named = resolver.named_in(name)
    if named is not None and place.within in (named.code, *named.code_today):
        return "stated"
    return "inferred"


def _clause_end(state: State, at: int) -> int:
    """Where the clause round an offset ends."""
    stop = _STOP.search(state.text, at, state.sentence.end)
    return stop.start() if stop else state.sentence.end


_SUMMED = compiled(
    r"(?<=...)(?<![“\"])等?(?:\d+|[两三四五六七八九十]+)[余多]?[个家处](?=[^，,。、]{2,12}$)"
)
"""How many there are, before the carrier that a list shares (长沙智能电网|2个示范区)."""


def _name(state: State, entity: Entity, phrase: str) -> str:
    """The longest contiguous name, without the number of the list that it closes."""
    name = _whole_name(state, entity, phrase)
    summed = _SUMMED.search(name)
    return name[: summed.start()] if summed else name


def _whole_name(state: State, entity: Entity, phrase: str) -> str:
    """The longest contiguous name: with its carrier, with the shared one, or the place."""
    text = state.text
    if entity.carrier is None:
        composed = entity.name + uncounted(phrase)
        return composed if phrase and state.page.has(composed) else entity.name
    closed = text.startswith("”", entity.carrier.end) and "“" in text[entity.start : entity.stop]
    quoted = "”" in text[entity.end - 1 : entity.carrier.start]
    opened = quoted and text.startswith("“", entity.start - 1)
    contiguous = text[entity.start - opened : entity.carrier.end + closed]
    whole = entity.name + uncounted(text[entity.end : entity.carrier.end + closed])
    if entity.explicit and entity.end - entity.start > len(entity.name):
        return whole if "包括" in contiguous else contiguous
    if state.page.has(whole) and not opened:
        return whole
    return contiguous if uncounted(entity.extra) == entity.extra else entity.name


def known(state: State, entity: Entity) -> Draft | None:
    """The draft of the same mention, or the listed area of the paragraph, for the same place."""
    for held in state.mine:
        if held.head == entity.name and held.mention == entity.start:
            return held
    zone = entity.carrier is not None and state.kind_of(entity) == "zone"
    areas = (d for d in _listed(state) if d.head == entity.name)
    return next((d for d in areas if d.kind == "zone" or not zone), None)


def _listed(state: State) -> list[Draft]:
    """The areas of the paragraph that the sentence may go on about: those of an enumeration, or of
    the one industry that governs both."""
    areas = [held for held in state.page.before if held.listed]
    starts = [area.start for area in areas]
    return [a for a in areas if state.governed() or starts.count(a.start) > 1]


def renamed(state: State, held: Draft, entity: Entity) -> str:
    """The longer name that a later sentence gives an area (绍兴纺织新材料产业集聚区)."""
    if entity.carrier is None:
        return held.name
    name = state.text[entity.start : entity.carrier.end]
    return name if len(name) > len(held.name) and "(" not in name else held.name


def keep(state: State, made: Draft) -> None:
    """Add a draft, or its focus to the one that the sentence or list already has; what the sentence
    denies is none."""
    if is_denied(state, made.start, made.end, made.name):
        return
    _unname(state, made)
    made.industry = made.industry or industry_of(state, made)
    for held in state.mine:
        same = held.head == made.head and held.basis == made.basis != "none" and _one(held, made)
        if same or _again(held, made):
            held.add(tuple(made.focus))
            return
    named = [d for d in state.page.before if d.listed and set(d.focus) & set(made.focus)]
    for held in (*_listed(state), *named):
        if held.head == made.head and held.kind == made.kind == _AREA:
            held.specify(tuple(made.focus))
            held.named = tuple(held.focus)
            held.name = max(held.name, made.name, key=len)
            return
    state.mine.append(made)


def _unname(state: State, made: Draft) -> None:
    """Take the name of a town or zone from the products that it opens (小蓝汽车零部件)."""
    bare = partial(_unnamed, state, made)
    made.phrases, made.named = tuple(map(bare, made.phrases)), tuple(map(bare, made.named))
    made.focus = list(dict.fromkeys(map(bare, made.focus)))


def _unnamed(state: State, made: Draft, phrase: str) -> str:
    """Goods without the name before them; in a county's text the name of its park may open with
    one that nobody knows."""
    if state.home.level == "county" and made.name.startswith(phrase):
        phrase = own_goods(phrase, state.page.taxonomy)
    return state.page.context.unnamed(phrase)


def _one(held: Draft, made: Draft) -> bool:
    """Whether two drafts of a sentence on the same place are one claim."""
    mention = held.mention == made.mention
    if mention and made.identity:
        if held.kind == "city_role":
            held.kind, held.status, held.end = made.kind, made.status, made.end
            held.industry = made.industry
        return True
    if mention and held.kind == made.kind == "cluster_current":
        return True
    if held.industry != made.industry:
        return False
    if mention and held.kind == "city_role" and made.kind == _AREA:
        held.kind, held.status, held.end = made.kind, made.status, made.end
        return True
    if mention and (held.kind, made.kind) in _SAME:
        return True
    if held.kind == made.kind:
        if not mention and held.start == made.start and _differ(held, made):
            return False  # 烟台先进结构材料、烟台生物医药等产业集群
        same = held.name == made.name != made.head
        bare = held.name == held.head or made.name == made.head or mention
        return (held.start == made.start and bare) or same or (mention and held.kind == "city_role")
    told = made.kind == "cluster_current" and held.status == "existing"
    return told and (mention or not _differ(held, made))  # 柳州螺蛳粉产值…，柳州工程机械集群入选


def _again(held: Draft, made: Draft) -> bool:
    """保定汽车、X产业集群入选: the cluster of a list, named with its goods, and the distinction."""
    alike = held.mention == made.mention and held.kind == made.kind == "cluster_current"
    return alike and held.industry == made.industry and held.head.startswith(made.head)


def _differ(held: Draft, made: Draft) -> bool:
    """Whether a list names a place twice, each time for other things."""
    return bool(held.focus) and bool(made.focus) and set(held.focus).isdisjoint(made.focus)
