"""Which words of a list its places share: what the carrier at its end is for at each of them."""

from __future__ import annotations

import re
from dataclasses import replace

from layers.extract.industries import SIZE, focus
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item, Obj
from layers.extract.sentences.state import State

_SHARED = re.compile(r"(?P<own>.)(?:\d+|[两二三四五六七八九十]+)(?:个|大|家)(?P<all>.+)$")
_ANY_KIND = compiled(
    r"(?:(?:国家|省|市|县)级|县域|区域|块状|国家|战略性|新兴|特色|优势|主导|支柱|传统|重点|未来|先进|现代|高端"
    r"|标志性|临港|临空|滨海|沿海|沿江|制造业|产业|集聚|发展|创新型?)+"
)
"""What carriers are whose industry the places before them name (战略性新兴产业集聚发展)."""
_ANY_GOODS = ("农产品", "农畜产品", "林产品")


def words_of(entity: Entity, bearer: Entity, mixed: bool) -> str:
    """What the carrier is for: the place's own words, or those that the list shares
    (绍兴纺织、诸暨金属2个新材料产业集聚区: 新材料产业)."""
    shared = _SHARED.search(bearer.extra)
    hollow = shared is None or (
        shared["all"].endswith(_ANY_GOODS) or _ANY_KIND.fullmatch(shared["all"]) is not None
    )
    if shared is not None and not hollow and focus(shared["all"]):
        return shared["all"]
    if shared is not None:  # 昆明花卉、保山绿色硅4个千亿级产业集群
        own = bearer.extra[: shared.end("own")]
        return entity.extra if bearer is not entity and entity.extra else own
    if bearer is not entity and mixed:
        return entity.extra
    return entity.extra if bearer is not entity and entity.extra else bearer.extra


def beside(state: State, entity: Entity, group: Group, bearer: Entity) -> str:
    """曲靖、保山硅光伏和文山、红河绿色铝产业园: the goods of the next place that names its own,
    before the one with the carrier."""
    between = (e for e in group.entities if entity.start < e.start < bearer.start and e.extra)
    words = next((e.extra for e in between if e.carrier is None), "")
    return words if state.industrial(focus(words)) else ""


def next_words(entity: Entity, group: Group) -> str:
    """西安、咸阳半导体、宝鸡钛合金等产业集群: a place without words has those of the next."""
    return next((e.extra for e in group.entities if e.start > entity.start and e.extra), "")


def joined_words(state: State, group: Group, entity: Entity) -> str:
    """爱辉区和逊克蓝莓加工: a place without words has those of the one that 和 joins to it."""
    after = next((e for e in group.entities if e.start > entity.start), None)
    joined = after is not None and state.text[entity.end : after.start] in ("和", "与", "及")
    return after.extra if after is not None and joined and not entity.extra else ""


def second_carriers(state: State, items: list[Item]) -> list[Item]:
    """清河羊绒产业集群和汽摩配件产业集群: what 和 joins to a county's carrier, an industry and a
    carrier of the same kind, is the county's too."""
    done: list[Item] = []
    for item in items:
        before = done[-1] if done else None
        if isinstance(item, Obj) and isinstance(before, Group) and _is_second(state, before, item):
            last, at = before.entities[-1], item.start
            both = replace(
                last, start=at, end=at, stop=item.end, extra=item.modifier, carrier=item.carrier
            )
            done[-1] = Group([*before.entities, both], before.etc)
        else:
            done.append(item)
    return done


def _is_second(state: State, before: Group, item: Obj) -> bool:
    """Whether the words of a carrier behind 和 are an industry alone, and of the kind of the one
    before, which a county has."""
    last, kinds = before.entities[-1], state.page.kinds
    if last.carrier is None or not last.extra or not last.places or last.explicit:
        return False
    joined = state.text[last.stop : item.start] in ("和", "及", "与")
    alike = kinds[last.carrier.word] == kinds[item.carrier.word] in ("cluster", "base", "zone")
    county = all(p.level in ("county", "region") for p in last.places)
    return (
        joined
        and alike
        and county
        and state.page.taxonomy.named(SIZE.sub("", item.modifier)) == focus(item.modifier)
    )
