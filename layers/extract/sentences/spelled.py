"""Parks, bases and towns that a number announces and a list spells out: “三园”即A物流园、B纺织
工业园、C食品产业园. Names that nobody knows are places of the issuer's own land.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from layers.extract.industries import focus
from layers.extract.patterns import JOINT, compiled
from layers.extract.places.entities import Entity, Group, Obj
from layers.extract.places.mentions import Token
from layers.extract.places.strays import stray
from layers.extract.sentences.drafting import GENERIC, draft
from layers.extract.sentences.placeless import SEVERAL
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import AIM
from layers.extract.sentences.tallies import counted
from layers.records import Status

_NAME = r"[“\"]?[^，,、。；;：:（）()《》“”\"和与及]{3,16}[”\"]?"
_LIST = compiled(
    r"(?P<n>[一二两三四五六七八九十]|\d{1,2})[大个座条]?"
    r"(?:园区?|区|小?镇|基地|廊道?|带|片区?|板块|中心|城|港|谷|组团|园地)[”\"]?"
    rf"[，,]?(?:即|指|分别[为是]|[：:])[是为]?(?P<list>{_NAME}(?:[、和与及]{_NAME}){{0,11}}?)"
    r"(?:等)?(?=[，,。；;]|$)"
)
_KINDS = ("zone", "town", "base", "agglomeration_area", "corridor")
"""Kinds that lie somewhere."""
_HEAD = 5
"""Characters of a place's own name before what it is for."""
_HAD = compiled(r"已|现有|建有|设有|拥有|建成")
_WORK = re.compile("加工|制造|生产")
"""What a carrier says is done to the goods before it (铁矿深|加工园)."""
_MARKS = '“”"'


def spelled_out(state: State) -> None:
    """A claim for each place of such a list that the gazetteer lacks."""
    if state.home.level not in ("county", "prefecture") or not _announces(state.whole):
        return
    for match in _LIST.finditer(state.whole):
        items = [*_items(state, match)]
        if len(items) != counted(match["n"]) or GENERIC.search(match["list"]):
            continue
        kinds = _KINDS if len(items) > 1 else _KINDS[:-1]  # 以A、B为组团 tells of the one belt
        sites = [_site(state, *item, kinds) for item in items]
        if not all(site is not None for site, _ in sites):
            continue
        before = state.whole[: match.start()]
        had = _HAD.search(before) and not AIM.search(before)
        _claims(state, sites, "existing" if had else "planned", match)


def _announces(sentence: str) -> bool:
    return any(sign in sentence for sign in ("即", "：", ":", "指", "分别"))


def _items(state: State, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The spans of the names in clean offsets."""
    at = state.sentence.start + match.start("list")
    for name in JOINT.split(match["list"]):
        bare = name.strip(_MARKS)
        start = at + name.index(bare)
        yield start, start + len(bare)
        at += len(name) + 1


def _site(
    state: State, start: int, end: int, kinds: tuple[str, ...]
) -> tuple[Entity | None, tuple[str, ...]]:
    """A name with its carrier as a place of the issuer's land, and what it is for."""
    name = state.text[start:end]
    carrier = next((name[at:] for at in range(2, len(name)) if name[at:] in state.page.kinds), "")
    if state.page.kinds.get(carrier) not in kinds or SEVERAL.search(name):
        return None, ()
    if stray(state.page.resolver, name.removesuffix(carrier)) is not None:
        return None, ()  # named for a unit elsewhere
    token = Token(end - len(carrier), end, 0, carrier)
    site = Entity(start, end, name, (state.ground,), end, carrier=token, explicit=True)
    return site, _goods(state, name, carrier)


def _goods(state: State, name: str, carrier: str) -> tuple[str, ...]:
    """What a place's name says that it is for: from its first industry to its carrier, of which
    the industry may be a part (临水物流园)."""
    found = state.page.taxonomy.find(name)
    if not found or found[0][0] > _HEAD:
        return ()
    begin, end, _ = found[0]
    own = _WORK.match(carrier)
    words = name[begin : max(end, len(name) - len(carrier) + (own.end() if own else 0))]
    return state.industrial(focus(words)) or (name[begin:end],)


def _claims(
    state: State,
    sites: list[tuple[Entity | None, tuple[str, ...]]],
    when: Status,
    match: re.Match[str],
) -> None:
    """A claim for each that has goods, or stands under an industry, and whose name holds no place
    that speaks for it."""
    begin, end = (state.sentence.start + at for at in match.span())
    governed = state.governed()
    for site, products in sites:
        if site is None or not (products or governed) or _is_held(state, site):
            continue
        draft(state, site, state.kind_of(site), when, products, begin, end)
        items = (i for _, _, items in state.read for i in items if isinstance(i, Obj))
        state.taken |= {i.start for i in items if site.start <= i.start < site.end}


def _is_held(state: State, site: Entity) -> bool:
    """Whether a claim of the sentence, or a place in its name, speaks of the site."""
    groups = (i for _, _, items in state.read for i in items if isinstance(i, Group))
    named = any(site.start <= e.start < site.end for group in groups for e in group.entities)
    return named or any(d.start <= site.start < d.end for d in state.mine if d.mention < 0)
