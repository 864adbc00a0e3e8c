"""Towns that a county's text lists for what they grow: 以A、B等十个乡镇为基地，发展大豆;
A镇的甲、乙，B镇的丙, towns each with its villages.

The list says itself that its names are towns, so that one which the gazetteer lacks lies in the
county.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from layers.extract.industries import aims, labelled
from layers.extract.lines.sites import Sites
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity
from layers.extract.places.toponyms import TOWNS, Resolution
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.state import State

_NAME = r"(?:(?![等的]|乡镇|镇[街乡])[\u4e00-\u9fff]){2,5}"
_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)个?"
_BASED = compiled(
    rf"(?:以|在|依托)(?P<list>{_NAME}(?:、{_NAME}?){{1,30}}?)(?:等(?P<count>{_NUMBER})?|(?P<of>{_NUMBER}))"
    r"(?:乡镇|镇街|镇乡|镇|乡|街道)(?P<base>为(?:基地|重点|中心|核心|主))?[，,]?"
    r"(?:大力|重点|积极|着力|规模化?)*(?:发展|种植|养殖|推广|建设|打造|布局)(?P<what>[^，,。；]{2,30})"
)
_HELD = compiled(
    r"(?:^|(?<=[；;，,：:。和及])|(?=包括|涉及|涵盖|即|在|有))(?:包括|涉及|涵盖|即|在|有)?"
    r"(?P<town>(?!全[镇乡街县市区])(?:(?!各|乡镇|城乡(?!的)|特色小)[\u4e00-\u9fff]){1,4}(?:镇|乡|街道))的(?P<villages>[\u4e00-\u9fff]{2,5}"
    r"(?:、[\u4e00-\u9fff]{2,6}?){1,11})等?(?=[；;，,。]|$)"
)
"""A town and its villages."""
_NO_TOWN = compiled(r"[东西南北中]部|区$")
"""北部, 山区: a part of the county."""
_SIGN = re.compile("乡镇|镇[街的为]|乡[的为]|道的|等[镇乡]")
"""What every such sentence holds."""


def lists_towns(state: State) -> bool:
    """Whether a sentence of a county's text may list towns."""
    return state.home.level != "province" and _SIGN.search(state.whole) is not None


def of_towns(state: State, sites: Sites) -> bool:
    """Claims of the towns that a sentence lists; True where it made any."""
    return _based(state, sites) or _held(state, sites)


def _based(state: State, sites: Sites) -> bool:
    made = False
    for match in _BASED.finditer(state.whole):
        products = labelled(match["what"], state.page.taxonomy) or aims(match["what"])
        kind = "base" if (match["base"] or "").endswith("基地") else "city_role"
        if not any(map(state.page.taxonomy.knows, products)):
            continue
        start, end = (state.sentence.start + at for at in match.span())
        towns = list(_listed(state, sites, *match.span("list")))
        if not (match["count"] or match["of"] or any(map(_is_known, towns))):
            continue
        for town in towns:
            if not _may_be_town(state, town):
                continue
            draft(state, town, kind, "planned", products, start, end)
            made = True
    return made


def _listed(state: State, sites: Sites, start: int, end: int) -> Iterator[Entity]:
    """The towns of a list, whose offsets count from the sentence's start."""
    at = state.sentence.start + start
    for name in state.whole[start:end].split("、"):
        yield _town(state, sites, name, at)
        at += len(name) + 1


def _is_known(town: Entity) -> bool:
    """Whether the gazetteer has the town, so that it is not only said to lie in the county."""
    return any(place.level == "town" for place in town.places)


def _may_be_town(state: State, town: Entity) -> bool:
    """Whether a name may be a town's: no part of the county (北部), no product (香榧)."""
    if _is_known(town):
        return True
    return not (_NO_TOWN.search(town.name) or state.page.taxonomy.knows(town.name))


def _held(state: State, sites: Sites) -> bool:
    """Towns with their villages, where an industry governs the sentence."""
    made = False
    for match in _HELD.finditer(state.whole) if state.governed() else ():
        if state.page.taxonomy.find(match["villages"]):
            continue  # 枫桥镇的香榧、茶叶
        begin = state.sentence.start + match.start("town")
        stop = state.sentence.start + match.end()
        town = _town(state, sites, match["town"], begin)
        draft(state, town, "agglomeration_area", "planned", (), begin, stop)
        made = True
    return made


def _town(state: State, sites: Sites, name: str, start: int) -> Entity:
    """A town, in the county where the gazetteer lacks it."""
    end = start + len(name)
    known = sites.one(start, end)
    if known is not None and known.places:
        return known
    resolve = state.page.resolver.resolve
    full = (resolve(name + kind).place for kind in TOWNS if not name.endswith(TOWNS))
    town = next((p for p in full if p is not None and state.page.resolver.is_home(p)), None)
    if town is not None or state.ground.level == "county":
        return Entity(start, end, name, (town or state.ground,), end, explicit=True)
    lost = Entity(start, end, name, (), end, failed=Resolution(None, "unknown"))
    state.refuse(lost)
    return lost
