"""Places beside each other: lists, names that a dash makes one, corridors through units."""

from __future__ import annotations

from dataclasses import replace

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item, Verb
from layers.extract.places.mentions import Token
from layers.extract.places.toponyms import Resolver, has_ending

_TO = "至"
_FROM = ("从", "由", "自")
_BELTS = ("带", "走廊", "长廊", "廊道", "轴")
_ALONG = compiled(
    r"(?:段)?(?:城际|客运)?(?:高铁|高速公路|高速|铁路|公路|国道|运河|航道|快速通道|通道|沿江|沿海)?(?:沿线|两侧|两岸|沿岸|一线)"
)
"""What lies along a road between two places."""


class Series:
    """What a clause has held so far, in order; `joined` says that the last word joins a list.
    `text` is the clean text."""

    def __init__(self, text: str, resolver: Resolver) -> None:
        self.text, self.resolver = text, resolver
        self.out: list[Item] = []
        self.joined = False

    def join(self) -> None:
        """Take up a joint: what follows belongs to the list before it."""
        last = self.out[-1] if self.out else None
        self.joined = isinstance(last, Group) and not last.etc

    def close(self) -> None:
        """Take up 等: the list before it goes on in what nobody names."""
        if self.out and isinstance(self.out[-1], Group):
            self.out[-1].etc = True
        self.joined = False

    def add(self, entity: Entity) -> None:
        """Take up a place: as one with that before it, in its list, or by itself."""
        last = self.out[-1] if self.out else None
        if not isinstance(last, Group):
            self._begin(last, entity)
        elif not self._merges(last.entities, entity):
            self._follow(last, entity)
        self.joined = False

    def _begin(self, last: Item | None, entity: Entity) -> None:
        line = self._along(last, entity)
        if line is not None:
            del self.out[-2:]
            if self.out and starts(self.out[-1], line):
                self.out.pop()
            self.out.append(Group([line]))
        elif entity.line is not None and isinstance(last, Verb) and last.classes == lex.OF:
            self._run_through(entity)
        else:
            self.out.append(Group([entity]))

    def _merges(self, held: list[Entity], entity: Entity) -> bool:
        """Whether the last of the places held and this one are one place, which then stands
        there."""
        before = held[-1]
        if self._chained(before, entity):
            held[-1] = _chain(before, entity, self.text)
        elif _repeats(before, entity, self.resolver):
            name = self.text[before.start : entity.start] + entity.name
            held[-1] = replace(entity, start=before.start, name=name, places=before.places)
        elif _owns(before, entity):
            held[-1] = _owned(before, entity)
        else:
            return False
        return True

    def _follow(self, last: Group, entity: Entity) -> None:
        beside = self._quoted_beside(last, entity) or self._abutting(last, entity)
        if (self.joined or beside) and not last.etc:
            last.entities.append(self._beside(last, entity))
        else:
            self.out.append(Group([entity]))

    def _beside(self, group: Group, entity: Entity) -> Entity:
        """吉林化工产业园 behind 长春汽车城 is the city's, not the province's."""
        home = self.resolver.home
        first = group.entities[0].places
        if entity.places != (home,) or not first or first[0].level != "prefecture":
            return entity
        city = self.resolver.sibling(self.text[entity.start : entity.end], "prefecture")
        return replace(entity, places=(city,)) if city is not None else entity

    def _chained(self, before: Entity, entity: Entity) -> bool:
        """泸州—宜宾, 青岛-潍坊-淄博: places that a dash makes one."""
        between = self.text[before.end : entity.start]
        return 0 < len(between) < 3 and not between.strip("-—–~－") and bool(before.places)

    def _abutting(self, last: Group, entity: Entity) -> bool:
        """宁波舟山: two units of a kind side by side without a joint."""
        before = last.entities[-1]
        levels = [e.places[0].level for e in (before, entity) if len(e.places) == 1]
        return (
            before.end == entity.start
            and not before.carrier
            and levels in (["prefecture"] * 2, ["county"] * 2)
        )

    def _quoted_beside(self, last: Group, entity: Entity) -> bool:
        """“开阳—息烽”“瓮安—福泉”, “大庆油化”“鸡西石墨”: names in quotation marks side by side."""
        before = last.entities[-1]
        between = self.text[before.end : entity.start].removeprefix(before.extra)
        return before.carrier is None and between in ("”“", '""')

    def _along(self, to: Item | None, entity: Entity) -> Entity | None:
        """济南至青岛高铁沿线, 淄博至东营化工产业带: what lies along a road, and a belt, is of both
        ends."""
        before = self.out[-2] if len(self.out) > 1 else None
        if not (isinstance(to, Verb) and to.word == _TO and isinstance(before, Group)):
            return None
        first, road = before.entities[-1], _ALONG.match(entity.extra)
        touching = first.stop == to.start and to.end == entity.start
        belt = is_belt(entity.carrier)
        if not (road or belt) or not touching or len(before.entities) > 1 or first.outside:
            return None
        width = road.end() if road else 0
        end, places = entity.end + width, (*first.places, *entity.places)
        name, extra = self.text[first.start : end], entity.extra[width:]
        whole = replace(entity, start=first.start, end=end, name=name, places=places)
        return replace(whole, extra=extra, explicit=True)

    def _run_through(self, line: Entity) -> None:
        """绍兴市区、绍兴县和上虞市的104国道沿线: one corridor through the places before it."""
        before = self.out[-2] if len(self.out) > 1 else None
        if isinstance(before, Group):
            places = tuple(p for e in before.entities for p in e.places)
            start = before.start
            line = replace(line, start=start, name=self.text[start : line.end], places=places)
            del self.out[-2:]
        self.out.append(Group([line]))


def is_belt(carrier: Token | None) -> bool:
    """Whether a carrier runs from one place to another."""
    return carrier is not None and carrier.word.endswith(_BELTS)


def starts(item: Item, line: Entity) -> bool:
    """从淄博至…: whether a word only says where the line begins."""
    return isinstance(item, Verb) and item.word in _FROM and item.end == line.start


def _repeats(before: Entity, entity: Entity, resolver: Resolver) -> bool:
    """栖霞市栖霞苹果优势区: a place and, right behind it, a name that begins with it again, or with
    the city round it (铜陵市义安区铜陵白姜)."""
    if before.stop != entity.start or not before.places or len(entity.places) != 1:
        return False
    if before.places == entity.places:
        return True
    outer, inner = entity.places[0], before.places
    bare = not has_ending(entity.name) and outer.level in ("prefecture", "county")
    return bare and all(resolver.gazetteer.encloses(outer, p) for p in inner)


def _owns(firm: Entity, entity: Entity) -> bool:
    """吉利汽车临海产业园: a firm and its industry right before a place with a carrier."""
    return (
        firm.owner
        and firm.carrier is None
        and entity.carrier is not None
        and (firm.stop == entity.start)
    )


def _owned(firm: Entity, entity: Entity) -> Entity:
    """The place's carrier under the firm's name, for what the firm makes."""
    return replace(entity, start=firm.start, extra=firm.extra + entity.extra, explicit=True)


def _chain(first: Entity, second: Entity, text: str) -> Entity:
    """One place of several that a dash joins."""
    return replace(
        second,
        start=first.start,
        name=text[first.start : second.end],
        places=first.places + second.places,
        outside=first.outside and second.outside,
        explicit=True,
    )
