"""Towns that a county's text lists for what they grow: 以A、B等十个乡镇为基地，发展大豆;
A镇的甲、乙，B镇的丙, towns each with its villages.

The list says itself that its names are towns, so that one which the gazetteer lacks lies in the
county.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layers.extract.industries import aims, labelled
from layers.extract.lines.sites import Sites
from layers.extract.patterns import compiled
from layers.extract.places.chapters import acting_county
from layers.extract.places.entities import Entity, Group
from layers.extract.places.toponyms import TOWNS, Resolution
from layers.extract.places.townlists import HOW
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.state import State

if TYPE_CHECKING:
    from geo.place import Place

_SHORT, _SEVERAL = 3, 3
"""Characters of a town's bare name at most, and how many such make a list."""
_NEAR = 8
"""Characters between a county and the list of its towns."""
_NAME = r"(?:(?![等的]|乡镇|镇[街乡])[\u4e00-\u9fff]){2,5}"
_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)个?"
_BASED = compiled(
    rf"(?:以|在|依托)(?P<list>{_NAME}(?:、{_NAME}?){{1,30}}?)(?:等(?P<count>{_NUMBER})?|(?P<of>{_NUMBER}))"
    r"(?:乡镇|镇街|镇乡|镇|乡|街道)(?P<base>为(?:基地|重点|中心|核心|主))?[，,]?"
    r"(?:大力|重点|积极|着力|规模化?)*(?:发展|种植|养殖|推广|建设|打造|布局)(?P<what>[^，,。；]{2,30})"
)
_CENTRED = compiled(
    rf"以(?P<list>{_NAME}(?:、{_NAME}?){{1,20}}?)等?(?:地|镇|乡镇)?为(?:主|核心|中心|重点|主体|龙头)的"
    r"(?P<what>[^，,。；、的]{2,14}?)"
    r"(?P<area>产业带|产业区|产区|种植区|养殖区|生产区|优势区|基地|产业园|集聚区|板块|[区带])(?=[，,。；、]|$)"
)
_FORMED = ("形成了", "已形成", "建成了", "已建成", "初步形成")
_HELD = compiled(
    r"(?:^|(?<=[；;，,：:。和及])|(?=包括|涉及|涵盖|即|在|有))(?:包括|涉及|涵盖|即|在|有)?"
    r"(?P<town>(?!全[镇乡街县市区])(?:(?!各|乡镇|城乡(?!的)|特色小)[\u4e00-\u9fff]){1,4}(?:镇|乡|街道))的(?P<villages>[\u4e00-\u9fff]{2,5}"
    r"(?:、[\u4e00-\u9fff]{2,6}?){0,11})等?(?=[；;，,。]|$)"
)
"""A town and its villages; one village alone counts beside a list of them."""
_NO_TOWN = compiled(r"[东西南北中]部|区$")
"""北部, 山区: a part of the county."""
_SIGN = re.compile("乡镇|镇[街的为]|乡[的为]|道的|等[镇乡]|为(?:主|核心|中心|重点|主体|龙头)的")
"""What every such sentence holds."""


def lists_towns(state: State) -> bool:
    """Whether a sentence of a county's text may list towns."""
    return state.home.level != "province" and _SIGN.search(state.whole) is not None


def of_towns(state: State, sites: Sites) -> bool:
    """Claims of the towns that a sentence lists; True where it made any."""
    return _based(state, sites) or _centred(state, sites) or _held(state, sites)


def _based(state: State, sites: Sites) -> bool:
    made = False
    for match in _BASED.finditer(state.whole):
        products = labelled(match["what"], state.page.taxonomy) or aims(match["what"])
        kind = "base" if (match["base"] or "").endswith("基地") else "city_role"
        if not any(map(state.page.taxonomy.knows, products)):
            continue
        start, end = (state.sentence.start + at for at in match.span())
        towns = list(_listed(state, sites, *match.span("list"), _county(state, start)))
        if not (match["count"] or match["of"] or any(map(_is_known, towns))):
            continue
        for town in towns:
            if not _may_be_town(state, town):
                continue
            draft(state, town, kind, "planned", products, start, end)
            made = True
    return made


def _centred(state: State, sites: Sites) -> bool:
    """以卫城、新店、站街为主的生猪养殖区: towns by their bare names, some of which the gazetteer
    knows, and what they are the most of."""
    made = False
    for match in _CENTRED.finditer(state.whole) if state.home.level == "county" else ():
        products = labelled(match["what"], state.page.taxonomy)
        towns = list(_listed(state, sites, *match.span("list"), None))
        if not products or not (any(map(_is_known, towns)) or _are_names(state, towns)):
            continue
        start, end = (state.sentence.start + at for at in match.span())
        stands = state.text.endswith(_FORMED, state.sentence.start, start)
        for town in (t for t in towns if _may_be_town(state, t)):
            kind = state.page.kinds.get(match["area"], "base")
            draft(state, town, kind, "existing" if stands else "planned", products, start, end)
            made = True
    return made


def _listed(
    state: State, sites: Sites, start: int, end: int, county: Place | None
) -> Iterator[Entity]:
    """The towns of a list, whose offsets count from the sentence's start."""
    at = state.sentence.start + start
    for name in state.whole[start:end].split("、"):
        yield _town(state, sites, name, at, county)
        at += len(name) + 1


def _county(state: State, at: int) -> Place | None:
    """剑阁县在A镇、B镇等乡镇…: the county whose name stands right before the list."""
    groups = (i for _, _, items in state.read for i in items if isinstance(i, Group))
    for group in groups:
        last = group.entities[-1]
        if group.start < at <= group.end + _NEAR and HOW.fullmatch(state.text, last.end, at):
            return acting_county(Group([last]))
    return None


def _is_known(town: Entity) -> bool:
    """Whether the gazetteer has the town, so that it is not only said to lie in the county."""
    return any(place.level == "town" for place in town.places)


def _are_names(state: State, towns: list[Entity]) -> bool:
    """Whether three bare words or more can be towns, which none is known to be: short, no goods,
    and one at least the name of a town elsewhere."""
    bearers = state.page.resolver.gazetteer.bearers
    short = all(len(t.name) <= _SHORT and _may_be_town(state, t) for t in towns)
    named = any(bearers(t.name + end) for t in towns for end in TOWNS)
    return len(towns) >= _SEVERAL and short and named


def _may_be_town(state: State, town: Entity) -> bool:
    """Whether a name may be a town's: no part of the county (北部), no product (香榧)."""
    if _is_known(town):
        return True
    return not (_NO_TOWN.search(town.name) or state.page.taxonomy.knows(town.name))


def _held(state: State, sites: Sites) -> bool:
    """Towns with their villages, where an industry governs the sentence."""
    made = False
    found = list(_HELD.finditer(state.whole)) if state.governed() else []
    listed = any("、" in match["villages"] for match in found)
    for match in found if listed else ():
        if state.page.taxonomy.find(match["villages"]):
            continue  # 枫桥镇的香榧、茶叶
        begin = state.sentence.start + match.start("town")
        stop = state.sentence.start + match.end()
        town = _town(state, sites, match["town"], begin)
        draft(state, town, "agglomeration_area", "planned", (), begin, stop)
        made = True
    return made


def _town(state: State, sites: Sites, name: str, start: int, county: Place | None = None) -> Entity:
    """A town, in the county where the gazetteer lacks it: `county`, if the text names it."""
    end = start + len(name)
    resolve = state.page.resolver.resolve
    if county is not None:
        inner = (resolve(name + kind, within=county).place for kind in ("", *TOWNS))
        place = next((p for p in inner if p is not None), county)
        return Entity(start, end, name, (place,), end, explicit=True)
    known = sites.one(start, end)
    if known is not None and known.places:
        return known
    full = (resolve(name + kind).place for kind in TOWNS if not name.endswith(TOWNS))
    town = next((p for p in full if p is not None and state.page.resolver.is_home(p)), None)
    if town is not None or state.ground.level == "county":
        return Entity(start, end, name, (town or state.ground,), end, explicit=True)
    lost = Entity(start, end, name, (), end, failed=Resolution(None, "unknown"))
    state.refuse(lost)
    return lost
