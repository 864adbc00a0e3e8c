"""What a carrier is for: by the words before it, by its core (以X为核心的…基地), by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layers.extract.industries import focus
from layers.extract.labels import with_step
from layers.extract.patterns import compiled
from layers.extract.places.entities import Group, Obj, uncounted
from layers.extract.places.mentions import Token
from layers.extract.places.townships import without_town
from layers.extract.sentences.state import State

if TYPE_CHECKING:
    from layers.industry import Taxonomy

_CORE = re.compile(
    r"以(?!及)((?:[^，以]|以及){1,60}?)为(?:核心|主导|主|重点|特色|主体|代表|龙头|支柱)的$"
)
ANY = ("制造", "加工", "制造业", "先进制造业", "高新技术")
"""Industries in a carrier that say nothing of its own."""
_CAPITALS = ("都", "谷")
_WORLD = compiled(r"^(?:中国|世界|亚洲|全球|全国|国际|东方|北方|江南|千年)+")
"""How far a nickname reaches, before what the place is known for."""
_QUALITY = compiled(
    r"集|.*(?:优质|现代|绿色|道地|地道|露地|应时|彩叶|高香|特[种色]|标准|设施|高端|[早晚]熟|滩涂|国际|冷凉|高山|梯田|精品|有机|林下|精深"
    r"|丘陵|生态|休闲|观光|海洋|智[慧能]|新[型兴]|临[空港]|沿海|滨海|健康|脱毒|实验|民[族俗间]|传统|时尚|户外|高[档产效新纯性]|大型|小型|微型"
    r"|精[密细]|数字|无公害|热带|出口|外贸|日用|[家医军民商农渔水]用|工业|农业|商务|商贸|都市|城市|综合|循环|创新|科技|先进|未来|军民|文化|红色"
    r"|生物|化学|电[子力]|能源|节[水能]|野生|人工|季节|乡村|农村|农家|体育|运动|多式|中央|共享|专业|市场|保税|出产|仓储|集散|加工|制造|种植|养殖"
    r"|[菌果菜茶粮油畜禽鱼虾蟹贝草药木竹花树豆麦稻薯瓜]|[春夏秋冬]|中华|超市|期货|航空|铁路|公路|陆港|冷链|[一二三四五六七八九十\d])"
)
"""What says how goods are, or what they are: no name of a place."""
_STEPS = ("种植", "养殖", "加工", "制造", "生产", "繁育", "农业", "旅游")
"""Labels that say what is done to goods, which stand before them."""
_SHORTEST, _LONGEST = 2, 4
"""Characters of a name."""


def cored(state: State, at: int) -> tuple[str, ...]:
    """以集成电路、物联网为核心的…基地, 以清洁能源为重点的河西走廊经济带: the core is the focus of
    what begins at the offset."""
    if state.text[at - 1 : at] != "的":
        return ()
    match = _CORE.search(state.text[max(state.sentence.start, at - 60) : at])
    found = focus(match[1]) if match else ()
    return found if state.industrial(found) else ()


_AIMED = compiled(
    r"(?:围绕|聚焦|瞄准)(?P<what>[^，,。；]{2,40}?)(?:等?产业|领域)?(?:打造|建设|培育|构建|布局)[^，,。；]{0,12}$"
)
"""What a place aims at in the clause in which it builds a carrier."""


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


def aimed(state: State, item: Obj, owner: Group) -> tuple[str, ...]:
    """孟津围绕石化、先进装备打造百亿级园区: what a carrier without an industry is for."""
    aim = _AIMED.search(state.text, owner.end, item.start) if owner.end <= item.start else None
    return state.industrial(focus(aim["what"])) if aim is not None else ()


def inside(state: State, carrier: Token | None) -> tuple[str, ...]:
    """The industry in the carrier itself (数据中心集群, 化工园区)."""
    found = state.page.taxonomy.find(carrier.word) if carrier is not None else []
    words = (carrier.word[a:b] for a, b, _ in found if carrier is not None)
    return tuple(word for word in words if word not in ANY)


def own_goods(phrase: str, taxonomy: Taxonomy) -> str:
    """The words of a park's name from its industry on, where what stands before it may only be a
    name.

    >>> from layers.industry import Taxonomy
    >>> t = Taxonomy.from_data()
    >>> [own_goods(words, t) for words in ("环秀电子信息", "特种陶瓷", "夏枯草种植")]
    ['电子信息', '特种陶瓷', '夏枯草种植']
    """
    found = taxonomy.find(phrase)
    if not found or not _SHORTEST <= found[0][0] <= _LONGEST:
        return phrase
    at, end, _ = found[0]
    goods = phrase[at:end]
    if goods in _STEPS or _QUALITY.match(phrase, 0, at):
        return phrase
    return phrase[at:]
