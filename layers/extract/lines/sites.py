"""A cell of a list or table as the places that it names.

Prose is read word by word; a cell is nothing but a name. It is a unit (洛阳市孟津区), a thing of
the gazetteer, or a zone that the gazetteer lacks and that lies in the unit whose name it begins
with (孟津先进制造业园区 lies in 孟津).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.lines.endings import CLOSING, carrier_of, is_part, may_end
from layers.extract.lines.heads import Heads
from layers.extract.lines.rows import is_nameless
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity
from layers.extract.places.mentions import Token
from layers.extract.places.strays import stray
from layers.extract.places.toponyms import Resolution, is_unit
from layers.extract.places.townships import BARE
from layers.extract.sentences.state import Page

if TYPE_CHECKING:
    from geo.place import Place

LONGEST = 32
"""Characters of a name."""
_RANK = compiled(r"[（(](?:国家|省|市|县|自治区)级[^（()）]{0,8}[）)]$|[*＊△▲]+$")
_ASIDE = compiled(r"(?P<name>[^（()）]{2,})[（(](?P<aside>[^（()）]{2,20})[）)]$")
_MORE = compiled(
    r"[（(](?:[国省市县]家?级[，,、；])?(?:含|包括|原|又名|简称|以下简称)[^（()）]{1,40}[）)]$"
)
_ZONE_END = compiled(r"(?:区|园|城|谷|港|镇|岛|湾|基地)$")
_OURS = compiled(r"(?:全|本|我)?[省市县区州]|市本级|县本级|本级|合计|总计|小计|其他|城区|市区|市直")
_NO_NAME = re.compile(
    r"[，,。：:；;？?！!“”\"'|\d=<>%]|公司|集团|局$|委$|厅$|政府$|办$"
    r"|^[两三四五六七八九十](?:大|个?(?:基地|园区?|中心|片区|板块|组团|集群|产业带|产业园)$)"
)
_AND_MORE = compiled(r"等(?:地区?|县区|县市|县（市）|县（市、区）|市县|县|市|区|乡镇|镇|乡)$")
"""What closes a list of places."""
_SPLIT = re.compile(r"、|，(?=[^，]{2,12}(?:、|，|$))|/")
_WORD_JOINT = re.compile(r"[和与及]")
_KEYED = compiled(r"产业|行业|定位|方向|特色|主导|名称|面积|单位|目标|重点|任务|时间|地点")
_VILLAGES = compiled(
    r"(?P<town>[\u4e00-\u9fff]{2,16}?(?:镇|乡|街道))[\u4e00-\u9fff]{2,5}(?:、[\u4e00-\u9fff]{2,5}){0,11}"
    r"(?<=村)"
)
"""A town and several of its villages (平水镇云门、寺里头村)."""
_OWN_VILLAGE = compiled(r"(?!.{0,3}(?:农|乡|名|强|范|专业|特色|新|美丽)村)[\u4e00-\u9fff]{2,4}村")
_PLAIN = compiled(r"[\u4e00-\u9fff]{2,6}")


@dataclass(frozen=True)
class Sites:
    """Reads the cells of one plan."""

    page: Page

    def all(self, start: int, end: int, lenient: str = "") -> tuple[Entity, ...]:
        """The places of a cell with one name or several (A、B和C); none if any is no name.

        `lenient` says what else than a carrier may end a name: "zone" any word of a zone, "any"
        whatever stands behind its place.
        """
        if not may_end(self.page, start, end):
            return ()
        text = self.page.plan.clean
        more = _AND_MORE.search(text, start, end) if text.find("等", start, end) > 0 else None
        if more is not None and "、" in text[start : more.start()]:
            end = more.start()
        villages = self._villages(start, end)
        if villages is not None:
            return (villages,)
        found: list[Entity] = []
        for a, b in self._spans(start, end):
            entity = self.one(a, b, lenient)
            if entity is None:
                return ()  # most cells: what follows need not be read
            found.append(entity)
        return tuple(found)

    def _villages(self, start: int, end: int) -> Entity | None:
        """A town and several of its villages are one place: the town's."""
        text = self.page.plan.clean
        match = _VILLAGES.fullmatch(text, start, end) if text[end - 1] == "村" else None
        if match is None or "、" not in match[0]:
            return None
        town = self.one(*match.span("town"))
        if town is None or not town.places:
            return None
        return replace(town, end=end, stop=end, name=match[0], carrier=None)

    def may_name(self, start: int, end: int) -> bool:
        """Whether a line can be a name at all: it holds one, or a county's own zone or town."""
        if end - start > 3 * LONGEST:
            return False
        page = self.page
        if page.resolver.home.level != "county" and not page.words.holds(start, end, lex.PLACE):
            return False
        return not is_nameless(page.plan.clean[start:end])

    def parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of the names in a cell. A joint that is part of a name (和平) cuts nothing."""
        return list(self._spans(start, end))

    def _spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        text, at = self.page.plan.clean, start
        for match in _SPLIT.finditer(text, start, end):
            if not _is_inside(text, start, match.start()):
                yield from self._joined(at, match.start())
                at = match.end()
        yield from self._joined(at, end)

    def _joined(self, start: int, end: int) -> list[tuple[int, int]]:
        text = self.page.plan.clean
        if not _WORD_JOINT.search(text, start, end):
            return [(start, end)] if end > start else []
        tokens = self.page.words.within(start, end)
        names = [(t.start, t.end) for t in tokens if t.classes & lex.PLACE]
        for match in _WORD_JOINT.finditer(text, start + 2, end - 1):
            if any(a <= match.start() < b for a, b in names):
                continue  # 河源市和平县
            left, right = (start, match.start()), (match.end(), end)
            if self.one(*left) is not None and self.one(*right) is not None:
                return [left, right]
        return [(start, end)]

    def one(self, start: int, end: int, lenient: str = "") -> Entity | None:
        """The place that the whole cell names; `failed` is set where it names one in vain."""
        text = self.page.plan.clean
        rank = _RANK.search(text, start, end) if text[end - 1] in CLOSING else None
        end = rank.start() if rank else end
        name = text[start:end]
        if not 2 <= len(name) <= LONGEST * 2 or (len(name) < 4 and _OURS.fullmatch(name)):
            return None
        bracketed = name[-1] in CLOSING
        more = _MORE.search(text, start, end) if bracketed else None
        if more and more.start() > start + 1:
            return self.one(start, more.start(), lenient)
        aside = _ASIDE.match(text, start, end) if bracketed else None
        if aside:
            return self._with_aside(aside)
        if len(name) > LONGEST or not may_end(self.page, start, end) or _NO_NAME.search(name):
            return None
        return self._plain(start, end, lenient)

    def _plain(self, start: int, end: int, lenient: str) -> Entity | None:
        """The place of a name without brackets: its head, what stands behind it, its carrier."""
        text = self.page.plan.clean
        tokens = self.page.words.within(start, end)
        place, at, first = self.heads.of(start, end, tokens, lenient)
        if place is not None and at == end:
            return self._entity(start, end, (place,), carrier_of(self.page, start, end, place))
        if place is not None and text[at:end] == "园":  # 中关村昌平园
            return self._entity(start, end, (place,), Token(at, end, lex.CARRIER, "园"))
        part = place is not None and is_part(self.page, at, end)
        if not part and _acts(tokens if at == start else self.page.words.within(at, end)):
            return None
        carrier = carrier_of(self.page, start, end, None)
        ended = lenient == "any" or (lenient == "zone" and _ZONE_END.search(text, start, end))
        if carrier is None and ended and place is not None and end - at > 1 and not part:
            carrier = Token(end - 1, end, lex.CARRIER, text[end - 1 : end])
        if place is not None and (carrier is not None or part):
            within = () if place.id == self.page.resolver.home.id and is_wide(place) else (place,)
            return self._placed(start, end, (*within, *self.heads.dashed(at, end)), carrier)
        return self._unplaced(start, end, first, carrier)

    @cached_property
    def heads(self) -> Heads:
        """Which places the names begin with."""
        return Heads(self.page.words, self.page.resolver)

    def _with_aside(self, match: re.Match[str]) -> Entity | None:
        """呼伦贝尔（海拉尔）: a bracket with a place inside belongs to the name."""
        outer = self.one(*match.span("name"))
        parts = self._parts(outer, *match.span("aside")) if outer is not None else ()
        if parts and outer is not None:
            whole = replace(outer, end=match.end(), stop=match.end(), name=match[0])
            return replace(whole, places=parts, explicit=True)
        inner = self.one(*match.span("aside"))
        if inner is None and outer is not None:  # 华坪县（芒果）: what it makes
            return replace(outer, stop=match.end(), extra=match["aside"])
        if inner is None or outer is None:
            return None
        if outer.failed is not None and inner.places and not self.is_issuer(inner):
            seat = replace(outer, places=inner.places, failed=None)  # 旧县工业园区（马龙）
            return replace(seat, stop=match.end(), explicit=True)
        return replace(outer, end=match.end(), stop=match.end(), name=match[0])

    def _parts(self, outer: Entity, start: int, end: int) -> tuple[Place, ...]:
        """泉州（晋江、石狮）: the parts of a unit, where a bracket lists nothing else."""
        listed = "、" in self.page.plan.clean[start:end] and any(map(is_unit, outer.places))
        inner = self.all(start, end) if listed else ()
        places = tuple(p for site in inner for p in site.places)
        encloses, unit = self.page.resolver.gazetteer.encloses, outer.places[:1]
        within = all(p.id != u.id and encloses(u, p) for p in places for u in unit)
        return places if within and len(places) >= len(inner) else ()

    def _placed(
        self, start: int, end: int, places: tuple[Place, ...], carrier: Token | None
    ) -> Entity:
        if places:
            return self._entity(start, end, places, carrier)
        return self._failed(start, end, Resolution(None, "unknown"), carrier)

    def _unplaced(
        self, start: int, end: int, first: Resolution | None, carrier: Token | None
    ) -> Entity | None:
        """A name without a place: a county's own zone or town, or one that is refused."""
        home, text = self.page.resolver.home, self.page.plan.clean
        town = BARE.fullmatch(text, start, end)
        village = _OWN_VILLAGE.fullmatch(text, start, end)
        words = text[start : carrier.start] if carrier is not None else ""
        failed = stray(self.page.resolver, words) if words else None
        if failed is not None:
            return self._failed(start, end, failed, carrier)
        if self._is_lowest and (town or village or carrier is not None):
            return self._entity(start, end, (home,), carrier)
        if carrier is not None or (town and home.level == "prefecture"):
            known = first if first is not None and first.candidates else None
            return self._failed(start, end, known or Resolution(None, "unknown"), carrier)
        if first is not None and any(is_unit(p) for p in first.candidates):
            return self._failed(start, end, first, carrier)
        return None

    @cached_property
    def _is_lowest(self) -> bool:
        """Whether towns lie right below the issuer: a county, or a city without districts."""
        home = self.page.resolver.home
        if home.level != "prefecture":
            return home.level == "county"
        below = self.page.resolver.gazetteer.children(home.code, self.page.resolver.issued)
        return not any(place.level == "county" for place in below)

    def _entity(
        self, start: int, end: int, places: tuple[Place, ...], carrier: Token | None
    ) -> Entity:
        name = self.page.plan.clean[start:end]
        away = not any(self.page.resolver.is_home(p) for p in places)
        return Entity(start, end, name, places, end, carrier=carrier, outside=away, explicit=True)

    def _failed(self, start: int, end: int, failed: Resolution, carrier: Token | None) -> Entity:
        name = self.page.plan.clean[start:end]
        return Entity(start, end, name, (), end, carrier=carrier, failed=failed, explicit=True)

    def is_issuer(self, entity: Entity) -> bool:
        """Whether a name is the issuer's own, and no town or zone of it."""
        home = self.page.resolver.home
        return entity.places == (home,) and home.name.startswith(entity.name)

    def unknown(self, start: int, end: int) -> tuple[Entity, ...]:
        """A short name that nobody knows, for a list in which the others are places."""
        name = self.page.plan.clean[start:end]
        words = lex.INDUSTRY | lex.CARRIER | lex.VERBS | lex.OWN | lex.OWNER
        known = self.page.words.holds(start, end, words) or _KEYED.search(name) is not None
        if known or not _PLAIN.fullmatch(name) or _NO_NAME.search(name) or _OURS.fullmatch(name):
            return ()
        return (self._failed(start, end, Resolution(None, "unknown"), None),)


def _acts(tokens: list[Token]) -> bool:
    """Whether a verb makes the cell a statement (宝鸡打造电子元器件集聚区)."""
    return any(t.classes & lex.VERBS and not t.classes & lex.CARRIER for t in tokens)


def _is_inside(text: str, start: int, at: int) -> bool:
    """Whether an offset stands inside a bracket."""
    opened = max(text.rfind("（", start, at), text.rfind("(", start, at))
    return opened >= 0 and max(text.rfind("）", opened, at), text.rfind(")", opened, at)) < 0


def is_wide(place: Place) -> bool:
    """Whether a place is too wide to say where a zone lies (海南数据谷)."""
    return place.level in ("province", "country", "region")
