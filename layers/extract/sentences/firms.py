"""Names of firms and goods that begin with a place: they say nothing of the place itself.

宝鸡机床、天水锻压等骨干企业 are firms, whatever a city of the name makes; so are names that
develop an industry (沈阳机床、大连重工发展高端装备产业: an industry develops none). 太白酒 is a
brand, 乌鲁木齐高校与… a body.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item, Verb
from layers.extract.places.toponyms import is_unit

if TYPE_CHECKING:
    from layers.extract.sentences.state import Clause
    from layers.industry import Taxonomy

_CALLED = compiled(
    r"[^，,。；]{1,40}?(?:等|为(?:龙头|代表|骨干|核心|主)的)(?:一批|多家|\d+[家户])?"
    r"(?:[^，,。；、产行领]{0,6})(?:企业|公司|集团)(?!集?群|园|集聚|数字化)"
)
"""What a list of firms is called."""
_LED = compiled(r"^.*(?:依托|以|围绕|发挥|支持|推动|引进|培育|壮大|做强|做大|扶持)")
_UNITS = ("省、", "市、", "县、", "区、", "州、", "旗、", "盟、")
_FIRMS_BEFORE = ("核心企业，", "龙头企业，", "骨干企业，", "核心企业,", "龙头企业,", "骨干企业,")
_SUPPORT = compiled(r"为[^，,]{0,4}(?:支撑|配套|补充|辅助|骨干|依托)")
"""以A为核心企业，B、C为支撑: what goes on behind a list of firms."""
_NAMES = ("企业", "公司", "集团")
_JOINT = compiled(r"[、和与及]|以及")
_BODIES = ("高校", "院校", "高等院校", "大学", "科研院所", "科研机构")
_GOODS = ("酒",)
"""What makes a brand of a county's bare name (金华酒 is the kind of wine of a city)."""
_COMPANY = compiled(r"[\u4e00-\u9fff]{1,6}(?:股份|有限责任|有限)+公司")
"""青岛啤酒股份有限公司: what makes a firm's name of a place's."""


def without_firms(text: str, read: list[Clause], taxonomy: Taxonomy) -> list[Clause]:
    """The clauses of a sentence without the names of firms, brands and bodies that begin with a
    place."""
    return [c if _is_plain(c[2]) else (*c[:2], _kept(text, *c, taxonomy)) for c in read]


def _is_plain(items: list[Item]) -> bool:
    """Whether no place of a clause has words behind it that may be a firm's name."""
    if Group not in map(type, items):
        return True  # most clauses
    return not any(isinstance(i, Group) and any(e.extra for e in i.entities) for i in items)


def _kept(text: str, start: int, end: int, items: list[Item], taxonomy: Taxonomy) -> list[Item]:
    found: list[Item] = []
    goes_on = text.endswith(_FIRMS_BEFORE, 0, start) and _SUPPORT.search(text, start, end)
    for number, item in enumerate(items):
        if not isinstance(item, Group) or not any(e.extra for e in item.entities):
            found.append(item)
            continue
        after = items[number + 1] if number + 1 < len(items) else None
        named = _are_called(text, end, item, taxonomy) or _develop(text, end, item, after)
        named = named or _follow_a_firm(text, start, end, item)
        named = named or bool(goes_on and not any(e.carrier for e in item.entities))
        left = [e for e in item.entities if not (_is_name(text, e) or (named and _is_firm(e)))]
        if left:
            found.append(item if len(left) == len(item.entities) else replace(item, entities=left))
    return found


def _is_firm(entity: Entity) -> bool:
    return bool(entity.extra) and all(is_unit(p) for p in entity.places)


def _are_called(text: str, end: int, group: Group, taxonomy: Taxonomy) -> bool:
    """Whether what follows a list says that it is of firms (等骨干企业)."""
    if any(e.carrier for e in group.entities):
        return False
    first = group.entities[0]
    if not any(word in text[first.end : end] for word in _NAMES):
        return False
    called = _CALLED.match(text, group.entities[-1].end, end)
    if called is None:
        return False
    if len(group.entities) > 1:
        industries = sum(_is_industry(e.extra, taxonomy) for e in group.entities)
        if industries * 2 > len(group.entities):
            return False
        return sum(_is_firm(e) for e in group.entities) * 2 > len(group.entities)
    goods = _JOINT.split(text[first.end : end].partition("等")[0])
    return len(goods) > 1 and not any(taxonomy.knows(name) for name in goods)


def _follow_a_firm(text: str, start: int, end: int, group: Group) -> bool:
    """哈电集团、东安动力等企业: whether the list begins with a name that is no place's."""
    before = _LED.sub("", text[start : group.start])
    first = before.endswith("、") and len(before) > 2 and not before.endswith(_UNITS)
    return first and _CALLED.match(text, group.entities[-1].end, end) is not None


def _is_industry(extra: str, taxonomy: Taxonomy) -> bool:
    """Whether the words are an industry's and nobody's name (领带, not 均胜电子)."""
    return bool(extra) and any((a, b) == (0, len(extra)) for a, b, _ in taxonomy.find(extra))


def _develop(text: str, end: int, group: Group, after: Item | None) -> bool:
    """Whether the names of a list are to develop an industry, which none of them then is."""
    if not isinstance(after, Verb) or after.start != group.end or group.etc:
        return False
    if not (after.classes & lex.FOCUS or after.word == "发展"):
        return False
    if any(e.carrier for e in group.entities) or "产业" not in text[after.end : end]:
        return False
    return len(group.entities) > 1 and all(map(_is_firm, group.entities))


def _is_name(text: str, entity: Entity) -> bool:
    """太白酒、…: a brand in a list; 乌鲁木齐高校与示范基地: a body beside other things."""
    if entity.extra.startswith(_BODIES):
        return _JOINT.search(entity.extra) is not None
    bare = entity.extra in _GOODS and not entity.suffix and entity.end - entity.start == 2
    bare = bare and all(place.level == "county" for place in entity.places)
    return bare and text.startswith("、", entity.stop)


def names_firm(text: str, group: Group) -> bool:
    """Whether a firm's name begins with the first place of a group."""
    return _COMPANY.match(text, group.entities[0].end) is not None


def without_owners(group: Group) -> Group:
    """长寿区与中国石化共建X: the places, for a firm of the whole country is none of them."""
    placed = [e for e in group.entities if e.places or e.carrier or not e.owner]
    others = any(e.places for e in placed) and len(placed) < len(group.entities)
    return Group(placed, group.etc) if others else group
