"""Lists of industries that a number sums up: 建设粮油、柑橘、生猪三大基地 are three bases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layers.extract.industries import focus
from layers.extract.labels import label
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Obj, Verb
from layers.extract.sentences.drafting import GENERIC, keep
from layers.extract.sentences.drafts import Draft
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import kind_for, status
from layers.extract.sentences.strengths import LEANING

_TALLY = compiled(
    r"(?:打造|建设|建成|培育|形成|构建|构筑|推进|抓好|壮大|发展|布局|创建|做强|做大|建立)"
    r"(?P<list>[^，,。；;：:“”（）()《》]{3,90}?)(?P<etc>等)?(?P<n>[两三四五六七八九十]|\d{1,2})(?:大|个|条|类)"
    r"(?P<tail>[^，,。；;、：:“”（）()]{2,16}?)(?:建设|发展)?(?=[，,。；;]|$)"
)
_NAME = r"[“\"]?[^，,、。；;：:（）()《》“”\"]{3,14}[”\"]?"
_SPELT = compiled(
    r"[“\"]?(?P<n>[两三四五六七八九十]|\d{1,2})[大条个]?(?P<tail>[^，,。；;、：:“”（）()]{0,4}(?:基地|板块|集聚区|带|走廊))[”\"]?"
    rf"[，,]?(?:即|[：:])[是为]?(?P<list>{_NAME}(?:、{_NAME})+)(?=[，,。；;]|$)"
)
"""“四基地”：“A基地”、“B基地”: as many carriers as are counted before them."""
_SUMMED = re.compile(r"[大个条类](?<=[两三四五六七八九十\d].)")
_NUMERALS = {numeral: at for at, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_JOINT = re.compile(r"、|以及|和|与|及")
_LED = ("", "支持", "推动", "鼓励", "引导", "把", "将", "在")
"""What may stand in a clause before its subject."""
_PARTS = "功能板块"
_KINDS = ("base", "agglomeration_area", "corridor")
"""Kinds that stand somewhere; clusters without a place are only the industries themselves."""


def tallied(state: State) -> None:
    """A claim on the issuer's land for each industry of the lists of a sentence."""
    if "、" not in state.whole or not _SUMMED.search(state.whole):
        return
    for match in _TALLY.finditer(state.whole):
        kind = _borne(state, match["tail"])
        goods = _goods(state, match)
        if kind in _KINDS and goods and not (_is_placed(state, match) or GENERIC.search(match[0])):
            _claims(state, match, kind, [(item, item) for item in goods])


def spelt(state: State) -> None:
    """A claim on the issuer's land for each carrier of a list that its number announces."""
    announced = "、" in state.whole and ("：" in state.whole or "即" in state.whole)
    match = _SPELT.search(state.whole) if announced else None
    if match is None:
        return
    items = [item.strip('“”"') for item in match["list"].split("、")]
    kinds = {_borne(state, item) for item in items}
    goods = [item.removesuffix(_carrier(state, item)) for item in items]
    told = len(items) == counted(match["n"]) and len(kinds) == 1 and kinds <= {*_KINDS}
    known = all(label(g, state.page.taxonomy) for g in goods)
    if told and known and not _is_placed(state, match):
        _claims(state, match, kinds.pop(), [*zip(items, goods, strict=True)])


def _borne(state: State, words: str) -> str:
    """The kind of the carrier that the words end with, "" for none."""
    return state.page.kinds.get(_carrier(state, words), "")


def _carrier(state: State, words: str) -> str:
    """The carrier that the words end with, "" for none."""
    ends = (words[at:] for at in range(len(words) - 1))
    return next((end for end in ends if end in state.page.kinds), "")


def _goods(state: State, match: re.Match[str]) -> list[str]:
    """The items of the list, where all are industries and as many as the number says."""
    if "为主" in match["list"]:
        return []  # 以佛手、丹皮为主的五大基地: what is most of them, not all
    items = [item for item in _JOINT.split(match["list"]) if item]
    if _PARTS in match["tail"] or any(_borne(state, item) == "corridor" for item in items):
        return []  # 郑汴经济带、郑洛经济带 lie somewhere, 四大功能板块 are parts of one place
    count = counted(match["n"])
    whole = len(items) == count or (match["etc"] and len(items) < count)
    known = sum(label(item, state.page.taxonomy) is not None for item in items)
    return items if len(items) > 1 and whole and known * 2 >= len(items) else []


def counted(said: str) -> int:
    """The number, in digits or in words, that announces a list."""
    return int(said) if said.isdigit() else _NUMERALS[said]


def _is_placed(state: State, match: re.Match[str]) -> bool:
    """Whether a place stands in the list, or a claim of the sentence speaks of it already."""
    begin = state.sentence.start
    start, end = begin + match.start(), begin + match.end()
    if len(_actors(state, start)) > 1:
        return True  # nobody can tell whose each is
    groups = (i for _, _, items in state.read for i in items if isinstance(i, Group))
    named = any(start <= i.start < end for i in groups)
    return named or any(d.start < end and start < d.end for d in state.mine)


def _claims(state: State, match: re.Match[str], kind: str, named: list[tuple[str, str]]) -> None:
    """Claims with their names and goods."""
    start, end = (state.sentence.start + at for at in match.span())
    objects = (i for _, _, items in state.read for i in items if isinstance(i, Obj))
    state.taken |= {i.start for i in objects if start <= i.start < end}
    when = status(state, next(_verbs(state, start), None), end)
    actor = next(iter(_actors(state, start)), None)
    head, places = (actor.name, actor.places) if actor else (state.ground.name, (state.ground,))
    stated = actor is not None or state.ground is not state.home
    for name, goods in named:
        made = Draft(
            actor.start if actor else start,
            end,
            name,
            head,
            kind_for(kind, when),
            when,
            state.sentence,
            places,
            "stated" if stated else "none",
            phrases=focus(goods),
        )
        made.add(focus(goods))
        keep(state, made)


def _actors(state: State, at: int) -> list[Entity]:
    """湛江重点打造钢铁、石化、造纸三大基地: the units that stand as the subject in the clause whose
    verb begins at an offset."""
    begin, _, items = next(c for c in state.read if c[0] <= at <= c[1])
    group = next((i for i in items if isinstance(i, Group)), None)
    if group is None and state.subject is None:
        begin, _, items = state.read[0]
        first = next((i for i in items if isinstance(i, Group)), None)
        leans = first is not None and LEANING.fullmatch(state.text, first.entities[-1].end, at)
        group = first if leans else None
    if group is None or group.start >= at or state.text[begin : group.start] not in _LED:
        return []
    plain = all(e.places and not (e.outside or e.carrier or e.extra) for e in group.entities)
    return group.entities if plain else []


def _verbs(state: State, at: int) -> Iterator[Verb]:
    """The verb that begins at an offset."""
    items = (i for _, _, items in state.read for i in items)
    return (i for i in items if isinstance(i, Verb) and i.start == at)
