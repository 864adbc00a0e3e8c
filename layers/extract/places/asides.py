"""Places that a clause names on the way: neighbours, models, markets, what is left out; and waters
and mountains that bear a unit's name.

东接哈密, 借鉴克拉玛依经验, 产品销往喀什, 除乌鲁木齐外: such a place does nothing and has nothing of
what the next clause speaks of. 红河沿岸 is no part of the prefecture of that name.
"""

from __future__ import annotations

import re

from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item
from layers.extract.places.lookalikes import COURSE, SLOPES
from layers.extract.places.toponyms import Resolver, has_ending, is_unit

_FACING = tuple(a + b for a in "东西南北" for b in "接连邻临靠倚抵达望")
_BEFORE = (
    *("借鉴", "学习", "参照", "比照", "仿照", "效仿", "像", "如同"),
    *("来自", "源自", "销往", "远销", "运往", "输往", "发往", "销售到", "出口到", "供应到"),
    *("仅次于", "相当于", "不亚于", "媲美", "采购自", "源于"),
    *("毗邻", "紧邻", "邻近", "临近", "距离", "相距"),
    *("地跨", "横跨", "纵跨", "跨越", "途经", "流经", "贯穿"),
    *_FACING,
)
"""What stands before a place that is a model, a source, a market or a neighbour."""
_SAYS = ("提出", "强调", "要求", "指出", "表示", "认为", "决定", "明确")
_AFTER = (
    *("以外", "之外", "除外", "一样", "那样", "经验", "的经验", "的做法"),
    *("产业转移承接", "迁出", "迁离", "搬出", "外迁"),
    *("新闻网", "日报", "晚报", "电视台", "发布讯"),
    *(who + says for who in ("政府", "人民政府", "委", "发改委") for says in _SAYS),
)
"""What stands behind one."""
_FIRMS = compiled(r"[\u4e00-\u9fff、]{1,16}为(?:核心|龙头|骨干|重点|链主)企业")
"""What shows that a name is a firm's that begins with a place (以新野|纺织为核心企业)."""
_BORDERING = ("接壤", "交界", "毗邻")
"""What stands behind the last of two neighbours (瑞丽与缅甸接壤), or the first (启东毗邻上海)."""
_LEFT_OUT = ("除", "除了", "除去")
_MET = ("召开", "举行", "举办", "开幕", "调研", "考察", "学习考察", "走访", "视察")
_MEETING = ("在", "赴", "到", "于", "来")
"""What stands round the place of a meeting or a visit; 义乌市举办博览会 is a subject."""
_BESIDE = "临"
_FAR = ("距", "离")
_NO_FAR = ("差距", "拉开距")
_FAR_FROM = compiled(r"[距离][\u4e00-\u9fff]{0,3}$")
_KILOMETRES = compiled(r"[^，,。；、\d]{0,8}\d+(?:\.\d+)?(?:公里|千米|km)")
"""What stands round a place from which another lies so far (距重庆|江北|机场20公里)."""
_MOVED = re.compile(
    r"(?:转移|搬迁|迁移|疏解|外迁)(?:到|至|往)|向(?=[^，,。；]{2,24}(?:转移|疏解|搬迁|迁移))"
)
"""Where the goal of a move begins: what stands before it is left."""
_MAY_MOVE = re.compile("转移|迁|疏")
"""What every such clause holds."""
_LEAVES = re.compile(
    r"向(?:沿海|境外|海外|省外|市外|区外|县外|国外|中西部|西部|外地|外省|周边)[^，,。；]{0,6}(?:转移|搬迁|迁移)"
)
"""Where the goal is no place of the issuer's."""
_WATERS = frozenset("江河水湖溪川")
_WATER = compiled(
    r"(?:[、和及与][\u4e00-\u9fff]{1,5}[江河水湖溪])*"
    rf"(?:{COURSE}|干支流"
    r"|(?:[上中下]|中[上下])游(?=地区|段|沿|流域|两岸|[，,。、]|重点|发展))"
)
_NEXT_RIVER = compiled(r"[、和及与](?P<name>[\u4e00-\u9fff]{1,2}[江河])(?![市县区]|新区)")
_LAST_RIVER = compiled(r"(?P<name>[\u4e00-\u9fff]{1,2}[江河])[、和及与]$")
_RIVERS = ("怒江", "红河", "嫩江", "黑河", "牡丹江", "右江")
"""Units that bear a river's name; 九江 beside 赣江 is the city."""
_FEW = 4
"""Characters of a river's name and the joint behind it."""
_WATER_SUFFIX = ("流域", "沿岸", "两岸", "水系", "水域", "干流")
_HEIGHTS = frozenset("山岭")
_HEIGHT = re.compile(rf"{SLOPES}|深处")
_NEXT_HEIGHT = compiled(r"[、和及与](?P<name>[\u4e00-\u9fff]{1,4}[山岭])(?![市县区])")
_LAST_HEIGHT = compiled(r"(?P<name>[\u4e00-\u9fff]{1,4}[山岭])[、和及与]$")
_NEAR = 6
"""Characters of a mountain's name and the joint behind it."""


def spoken_of(items: list[Item], text: str, start: int, end: int, resolver: Resolver) -> list[Item]:
    """The words of the clause `start:end` without the places that are none of its own."""
    found: list[Item] = []
    moved = _goal(items, text, start, end)
    for item in items:
        if isinstance(item, Group):
            if item.start < moved or _is_aside(item, text, start):
                continue
            if text.startswith(_BORDERING, item.entities[-1].end):
                if text.endswith(("与", "和", "同"), start, item.start):
                    continue
                if len(item.entities) > 1:
                    item.entities = item.entities[:-1]
            left = [e for e in item.entities if not _is_nature(e, text, start, resolver)]
            if not left:
                continue
            item.entities = left
        found.append(item)
    return found


def _goal(items: list[Item], text: str, start: int, end: int) -> int:
    """Where the goal of a move begins in a clause; before all of it where nothing moves to a
    place."""
    if not _MAY_MOVE.search(text, start, end):
        return start
    moved = _MOVED.search(text, start, end)
    if _LEAVES.search(text, start, end):
        return end  # 推动唐山、邯郸钢铁产业向沿海转移
    if moved is None or not any(isinstance(i, Group) and i.start >= moved.end() for i in items):
        return start
    return moved.start()


def _is_aside(group: Group, text: str, start: int) -> bool:
    """Whether the places are only named for others."""
    begin, end = group.start, group.entities[-1].end
    if text.endswith(_BEFORE, start, begin) or text.startswith(_AFTER, end):
        return True
    if text.endswith(("以", "、", "和"), start, begin) and _FIRMS.match(text, end):
        return True
    if text[start:begin] == _BESIDE:
        return True  # 临新郑，可发展食品机械
    if text.endswith(_FAR, start, begin) and not text.endswith(_NO_FAR, start, begin):
        return True
    if _KILOMETRES.match(text, end) and _FAR_FROM.search(text, max(start, begin - _FEW), begin):
        return True
    if text.startswith(_MET, end) and text.endswith(_MEETING, start, begin):
        return True
    return text.startswith("外", end) and text.endswith(_LEFT_OUT, start, begin)


def _is_nature(entity: Entity, text: str, start: int, resolver: Resolver) -> bool:
    """Whether a unit's bare name is that of a river or a mountain here, and not one that the
    sentence says to be a town's."""
    if entity.explicit:
        return False
    name = entity.name.removesuffix(entity.suffix) if entity.suffix else entity.name
    if name[-1] in _WATERS:
        return _is_bare(entity, name) and (
            entity.suffix in _WATER_SUFFIX
            or _WATER.match(text, entity.end) is not None
            or _is_with_river(entity, text, start, resolver)
        )
    if name[-1] not in _HEIGHTS or not _is_bare(entity, name):
        return False
    return _HEIGHT.match(text, entity.end) is not None or _is_range(entity, text, start, resolver)


def _is_bare(entity: Entity, name: str) -> bool:
    """Whether the name is a unit's without the word for its kind (红河, not 红河县)."""
    small = all(is_unit(p) or p.level == "town" for p in entity.places)
    return bool(entity.places) and small and not has_ending(name)


def _is_range(entity: Entity, text: str, start: int, resolver: Resolver) -> bool:
    """天山、阿尔泰山、昆仑山: in a list of mountains, of which others are no units."""
    after = _NEXT_HEIGHT.match(text, entity.end)
    before = _LAST_HEIGHT.search(text, max(start, entity.start - _NEAR), entity.start)
    return any(_is_unknown(m["name"], resolver) for m in (after, before) if m is not None)


def _is_with_river(entity: Entity, text: str, start: int, resolver: Resolver) -> bool:
    """右江、左江; 澜沧江、怒江: before a river that is no unit, or behind one."""
    after = _NEXT_RIVER.match(text, entity.end)
    if after is not None and _is_unknown(after["name"], resolver):
        return True
    before = _LAST_RIVER.search(text, max(start, entity.start - _FEW), entity.start)
    if before is None or not entity.name.startswith(_RIVERS):
        return False
    name, known = before["name"], resolver.gazetteer.bearers
    return not any(known(name[at:]) for at in range(len(name) - 1))


def _is_unknown(name: str, resolver: Resolver) -> bool:
    """Whether no part of a name is a place of the issuer's (阿尔泰山, not 江门鹤山)."""
    parts = (name[a:b] for a in range(len(name)) for b in range(a + 2, len(name) + 1))
    found = (resolver.resolve(part).place for part in parts)
    return not any(place is not None and resolver.is_home(place) for place in found)
