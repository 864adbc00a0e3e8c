"""Names that are none here: they go on as a river's, a mountain's or another word's.

赤水河 is a river, 太行山东麓 lies in no 山东, 企业和龙头企业 name no 和龙.
"""

from __future__ import annotations

from layers.extract.patterns import compiled
from layers.extract.places.toponyms import POINTS, Resolver, has_ending

COURSE = r"流域|水系|[干支]流|沿[岸线]|两岸|河谷|源头|水域|水面"
"""What follows a river's name where a stretch of it is meant; part of a pattern."""
SLOPES = r"山?脉|[东西南北]{1,2}[麓坡岸侧段缘]|以[东西南北]"
"""What follows a mountain's."""
_NATURE = tuple("河江湖溪峡岛山")
_GOODS = ("山核桃", "山羊", "山茶", "山药", "山楂", "山珍", "山野", "湖羊", "湖蟹", "河蟹", "江蟹")
_INDUSTRIAL = ("工业", "工程", "工商", "工信")
_LANDFORMS, _SIDES = "山江河湖海", "麓坡侧岸缘"
"""山东, 河南, 江西 in 太行山东麓, 黄河南岸, 赣江西岸."""
_AFTER_AND = {
    **{"和龙": "头骨", "和政": "策府务治", "和静": "态音", "和顺": "利畅应", "和硕": "士果博"},
    **{"和田": "园间野头径", "和安": "全保置装", "和康": "养复", "同安": "排全置", "同心": "圆协"},
}
"""企业和|龙头企业, 布局和|政策: what makes a joint and another word of a name."""
_LANDS = ("煤田", "油田", "气田", "盆地", "草原", "沙地", "沙漠")
_PLATEAU, _CLOSING = "高原", "、，。；和与及等的\n"
_WALLS = ("城头", "城关", "城厢", "城东", "城西", "城南", "城北")
"""Names that begin with 城 themselves (澧县城头山, 临县城北)."""

WATER = compiled(
    r"(?!盐湖|[高深]山|海岛|内河|[江河]海|火山|矿山)"
    r"[\u4e00-\u9fff]{1,3}(?:[湖江河岛]|(?<![矿登])山)(?=[\u4e00-\u9fff]{2})"
)
"""A water or mountain before what it is known for (阳澄湖大闸蟹)."""
LAND = compiled(r"(?!空|临|海港|全|进|出)[\u4e00-\u9fff]{1,2}(?:岛|湾|港|滩|洲|屿|坪|堡|屯)")
"""The name of a land in a city, which no list has."""


def is_nature(text: str, end: int, name: str) -> bool:
    """Whether a bare name that ends at `end` goes on as a river's or a mountain's (赤水河, 贺兰山),
    and not as goods of the place (临安山核桃)."""
    if text[end : end + 1] not in _NATURE or has_ending(name):
        return False
    return not text.startswith(_GOODS, end)


def _is_land(text: str, end: int) -> bool:
    """Whether a name that ends at `end` goes on as a coalfield's or a plateau's, and not as goods
    of the highlands (昆明高原特色农业)."""
    plateau = text.startswith(_PLATEAU, end) and text[end + 2 : end + 3] in _CLOSING
    return plateau or text.startswith(_LANDS, end)


def is_part_of_word(text: str, end: int, word: str) -> bool:
    """新化学材料, 古县城: a bare name that ends at `end` and that the next character takes into
    another word."""
    after = text[end : end + 2]
    if after in ("集团", "公司"):
        return True  # 红塔集团 is a firm
    if _is_land(text, end) and not has_ending(word):
        return True  # 沁水煤田, 科尔沁草原
    if len(word) != 2 or not after:
        return False
    chemistry = word[1] == "化" and after[0] in "工学肥纤妆" and after not in _INDUSTRIAL
    if word[0] in "和同" and after[0] in _AFTER_AND.get(word, ""):
        return True
    if word[0] in _LANDFORMS and word[1] in POINTS and after[0] in _SIDES:
        return True  # 贺兰山东麓
    return chemistry or (word[1] == "县" and after[0] in "城域" and after not in _WALLS)


def is_harbour(resolver: Resolver, word: str) -> bool:
    """黄石港 beside 鄂州港: the port of a city, after which a district is called; 泉港 is none."""
    place, city = resolver.resolve(word).place, resolver.resolve(word[:-1]).place
    return place is not None and place.name == f"{word}区" and city is not None
