"""What a carrier is for: by the words before it, by its core (以X为核心的…基地), by itself."""

from __future__ import annotations

import re

from layers.extract.industries import focus
from layers.extract.labels import with_step
from layers.extract.patterns import compiled
from layers.extract.places.entities import Obj, uncounted
from layers.extract.places.mentions import Token
from layers.extract.places.townships import without_town
from layers.extract.sentences.state import State

_CORE = re.compile(
    r"以(?!及)((?:[^，以]|以及){1,60}?)为(?:核心|主导|主|重点|特色|主体|代表|龙头|支柱)的$"
)
ANY = ("制造", "加工", "制造业", "先进制造业", "高新技术")
"""Industries in a carrier that say nothing of its own."""
_CAPITALS = ("都", "谷")
_WORLD = compiled(r"^(?:中国|世界|亚洲|全球|全国|国际|东方|北方|江南|千年)+")
"""How far a nickname reaches, before what the place is known for."""


def cored(state: State, at: int) -> tuple[str, ...]:
    """以集成电路、物联网为核心的…基地, 以清洁能源为重点的河西走廊经济带: the core is the focus of
    what begins at the offset."""
    if state.text[at - 1 : at] != "的":
        return ()
    match = _CORE.search(state.text[max(state.sentence.start, at - 60) : at])
    found = focus(match[1]) if match else ()
    return found if state.industrial(found) else ()


def products_of(state: State, item: Obj) -> tuple[str, ...]:
    """The industries of a carrier's words, or those in the carrier itself."""
    words = without_town(uncounted(item.modifier))
    if item.carrier.word in _CAPITALS:
        words = _WORLD.sub("", words)  # 中国药都, 亚洲锂都
        return (words,) if len(words) == 1 else focus(words)
    products = with_step(focus(words), item.modifier, item.carrier.word)
    if not products and item.carrier.word.startswith("制造业"):
        return ("制造业",)
    return products or inside(state, item.carrier)


def inside(state: State, carrier: Token | None) -> tuple[str, ...]:
    """The industry in the carrier itself (数据中心集群, 化工园区)."""
    found = state.page.taxonomy.find(carrier.word) if carrier is not None else []
    words = (carrier.word[a:b] for a, b, _ in found if carrier is not None)
    return tuple(word for word in words if word not in ANY)
