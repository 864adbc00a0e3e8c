"""Composition, first half: a clause's words become places, carriers and verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from layers.extract import lexicon as lex
from layers.extract.bearers import bearing
from layers.extract.entities import Entity, Group, Item, Obj, Verb
from layers.extract.lexicon import Lexicon
from layers.extract.mentions import Token
from layers.extract.names import AFTER_INITIALS, BEFORE, Names
from layers.extract.toponyms import Resolver, is_unit

_INNER = ("共建", "创新", "加工", "示范", "布局", "聚集", "集聚", "研发", "转型升级")
_ADJECTIVES = ("重点", "突出")
_JOINTS = re.compile(r"(?:等地区|等地(?![热理质下铁])|[、和与及等成“”\"， ])+")
"""What stands between a list of places and the words of its carrier."""
_WINDOW = 40
"""Words before a carrier that may belong to it."""
_FARTHEST = 26
"""Characters between a place and the carrier that may still hang on it."""
_ACTING = lex.VERBS | lex.GROW
_OPENING = AFTER_INITIALS | lex.PLACE | lex.OWNER
"""Classes of words that an entity can begin with or before."""
_ZONES = frozenset(w for w, kind in Lexicon.from_data().kinds.items() if kind in ("zone", "base"))
_TOWN_END = "镇乡道则也"
_TYING = _ACTING | lex.OWN | lex.OF


@dataclass
class Phrases:
    """Reads the clauses of one plan. `text` is the clean text."""

    text: str
    resolver: Resolver

    def split(
        self, tokens: list[Token], start: int, end: int
    ) -> list[tuple[int, int, list[Token]]]:
        """Clauses (start, end, tokens) of a sentence: cut at commas outside brackets."""
        found: list[tuple[int, int, list[Token]]] = []
        depth, begin, held = 0, start, list[Token]()
        for token in tokens:
            if token.classes & lex.OPEN:
                depth += 1
            elif token.classes & lex.CLOSE:
                depth = max(0, depth - 1)
            elif token.classes & lex.CLAUSE and not depth:
                found.append((begin, token.start, held))
                begin, held = token.end, []
                continue
            held.append(token)
        found.append((begin, end, held))
        return found

    def items(self, start: int, end: int, tokens: list[Token]) -> list[Item]:
        """The places, carriers and verbs of one clause, in order."""
        words = bearing(self.text, start, end, tokens)
        return _Clause(self.text, self.resolver, start, end, words).parse()


class _Clause(Names):
    """One clause being read: its places, its carriers, its verbs, in order."""

    def __init__(
        self, text: str, resolver: Resolver, start: int, end: int, tokens: list[Token]
    ) -> None:
        super().__init__(text, resolver, start, end, tokens)
        self.out: list[Item] = []
        self.joined = False  # the last word joins an enumeration
        self.quotes = any(text.find(mark, start, end) >= 0 for mark in '“"')

    def parse(self) -> list[Item]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            entity = None
            if token.classes & _OPENING or self._opens_unknown(token):
                entity = self._entity(token)
                token = self.tokens[min(self.at, len(self.tokens) - 1)]
            if entity is not None:
                self._add(entity)
            elif token.classes & lex.LIST:
                last = self.out[-1] if self.out else None
                self.joined = isinstance(last, Group) and not last.etc
                self.at += 1
            elif token.classes & lex.ETC:
                if self.out and isinstance(self.out[-1], Group):
                    self.out[-1].etc = True
                self.joined, self.at = False, self.at + 1
            elif token.classes & lex.CARRIER:
                self._object()
            else:
                self._verb(token)
        return self.out

    def _verb(self, token: Token) -> None:
        if token.word in _ADJECTIVES and self._carrier_next() and self._qualifies(token):
            self.at += 1
            return  # 9条特色产业链: part of the carrier's words
        if token.classes & _TYING:
            self.out.append(Verb(token.start, token.end, token.classes, token.word))
            self.barrier = token.end
        self.joined, self.at = False, self.at + 1

    def _qualifies(self, token: Token) -> bool:
        """Whether 重点 stands behind other words of the same carrier."""
        before = self.tokens[self.at - 1] if self.at else None
        if before is not None and before.end == token.start:
            return not before.classes & lex.ETC
        return token.start > self.start and self.text[token.start - 1] not in BEFORE

    def _carrier_next(self) -> bool:
        after = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        return (
            after is not None
            and after.start == self.tokens[self.at].end
            and bool(after.classes & lex.CARRIER)
        )

    def _add(self, entity: Entity) -> None:
        last = self.out[-1] if self.out else None
        self.barrier = entity.stop
        if isinstance(last, Group) and self._chained(last.entities[-1], entity):
            last.entities[-1] = _chain(last.entities[-1], entity, self.text)
            self.joined = False
            return
        if isinstance(last, Group) and _owns(last.entities[-1], entity):
            last.entities[-1] = _owned(last.entities[-1], entity)
            self.joined = False
            return
        self.joined = self.joined or (isinstance(last, Group) and self._quoted_beside(last, entity))
        if entity.line is not None and isinstance(last, Verb) and last.classes == lex.OF:
            self._run_through(entity)
        elif isinstance(last, Group) and self.joined and not last.etc:
            last.entities.append(self._beside(last, entity))
        else:
            self.out.append(Group([entity]))
        self.joined = False

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

    def _quoted_beside(self, last: Group, entity: Entity) -> bool:
        """“开阳—息烽”“瓮安—福泉”: names in quotation marks side by side."""
        return self.text[last.entities[-1].end : entity.start] in ("”“", '""')

    def _run_through(self, line: Entity) -> None:
        """绍兴市区、绍兴县和上虞市的104国道沿线: one corridor through the places before it."""
        before = self.out[-2] if len(self.out) > 1 else None
        if isinstance(before, Group):
            places = tuple(p for e in before.entities for p in e.places)
            start = before.start
            line = replace(line, start=start, name=self.text[start : line.end], places=places)
            del self.out[-2:]
        self.out.append(Group([line]))

    def _entity(self, token: Token) -> Entity | None:
        """The entity that starts at this token (or in the unknown words before it)."""
        if token.word[0] in "和与及" and token.classes & lex.PLACE and self._rejoin(token):
            return None
        entity = self._initials(token)
        if entity is None and token.classes & lex.PLACE and self._is_name(token):
            entity = self._named(token)
        if entity is None and token.classes & lex.OPEN:
            entity = self._bracketed()
        if entity is None and token.classes & lex.OWNER:
            self.at += 1
            entity = Entity(token.start, token.end, token.word, (), token.end, owner=True)
        if entity is not None and (entity.carrier is None or self._goes_on(entity)):
            self._extend(entity)
        return entity

    def _opens_unknown(self, token: Token) -> bool:
        """Whether unknown words before a word may be a name: in quotation marks, or a town's."""
        if self.quotes and self.text.startswith(("“", '"'), self._gap()):
            return True
        return token.start > self.start and self.text[token.start - 1] in _TOWN_END

    def _rejoin(self, token: Token) -> bool:
        """肇东和安达: where no place here is called 和安, the word is 和 and a longer name."""
        last = self.out[-1] if self.out else None
        if not isinstance(last, Group) or last.entities[-1].end != token.start:
            return False
        if self.resolver.resolve(token.word).place is not None:
            return False
        begin = token.start + 1
        for length in (4, 3, 2):
            name = self.text[begin : begin + length]
            if len(name) == length and self.resolver.resolve(name).place is not None:
                joint = Token(token.start, begin, lex.LIST, token.word[0])
                place = Token(begin, begin + length, lex.PLACE, name)
                rest = [t for t in self.tokens[self.at + 1 :] if t.start >= place.end]
                self.tokens = [*self.tokens[: self.at], joint, place, *rest]
                last.entities[-1].extra, last.entities[-1].stop = "", last.entities[-1].end
                return True
        return False

    def _goes_on(self, entity: Entity) -> bool:
        """洛阳高新区轴承产业集群: an industry and its carrier right behind a zone."""
        ahead = self.tokens[self.at : self.at + 3]
        return (
            len(ahead) > 1
            and ahead[0].start == entity.end
            and bool(ahead[0].classes & (lex.INDUSTRY | lex.CARRIER))
            and any(t.classes & lex.CARRIER for t in ahead)
        )

    def _extend(self, entity: Entity) -> None:
        """Add the words up to the carrier, or up to the next joint or verb."""
        if self.text.startswith("作为", entity.end):
            return
        tokens, k = self.tokens, self.at
        carrier: int | None = None
        while k < len(tokens):
            token = tokens[k]
            if token.start - entity.end > _FARTHEST:
                break
            if token.classes & lex.CARRIER:
                if self._is_another_name(token, entity):
                    break
                carrier = k
                if not self._carrier_goes_on(k):
                    break
            elif self._is_foreign_zone(token, entity):
                carrier = self._split_zone(k)
                break
            elif self._stops(token, k, entity):
                break
            k += 1
        if carrier is not None:
            last = tokens[carrier]
            entity.carrier, entity.extra = last, self.text[entity.end : last.start]
            entity.stop, self.at = last.end, carrier + 1
            if entity.outside and self._holds_home(entity):
                entity.places, entity.outside = (self.resolver.home,), False
            self._members_behind(entity)
            return
        stop = tokens[k].start if k < len(tokens) else self.end
        if k < len(tokens) and self._is_another_name(tokens[k], entity):
            stop = self.text.rfind("“", entity.end, stop)
        entity.extra = self.text[entity.end : stop].strip('“”"')
        entity.stop, self.at = max(stop, entity.end), k

    def _is_another_name(self, token: Token, entity: Entity) -> bool:
        """靖宇矿泉城以及“中国松花石之乡”: a name in quotation marks that begins later."""
        if not self.quotes or self.text[token.end : token.end + 1] not in ("”", '"'):
            return False
        return self.text.rfind("“", entity.end, token.start) > entity.end + 1

    def _is_foreign_zone(self, token: Token, entity: Entity) -> bool:
        """阳江滨海新区: a zone's name that another province knows, right behind a place here."""
        if token.start != entity.end or not token.classes & lex.PLACE or not entity.places:
            return False
        found = self.resolver.resolve(token.word)
        return found.reason == "outside" and _zone_in(token.word) is not None

    def _split_zone(self, k: int) -> int:
        """The zone's name as the words before a carrier, and the carrier; the carrier's index."""
        token = self.tokens[k]
        word = _zone_in(token.word) or token.word
        made = Token(token.end - len(word), token.end, lex.CARRIER, word)
        self.tokens = [*self.tokens[:k], made, *self.tokens[k + 1 :]]
        return k

    def _holds_home(self, entity: Entity) -> bool:
        """哈尔滨绿色食品产业园 in the text of one of the city's districts lies in the district."""
        if entity.carrier is None or entity.carrier.word not in _ZONES or "的" in entity.extra:
            return False
        encloses, home = self.resolver.gazetteer.encloses, self.resolver.home
        return all(is_unit(p) and p.id != home.id and encloses(p, home) for p in entity.places)

    def _carrier_goes_on(self, k: int) -> bool:
        """数据中心集群, 陶瓷基地日用陶瓷产业聚集区: a carrier inside a longer name."""
        for ahead in range(k + 1, min(k + 4, len(self.tokens))):
            token = self.tokens[ahead]
            if token.start != self.tokens[ahead - 1].end:
                return False
            if token.classes & lex.CARRIER:
                return True
            if not token.classes & lex.INDUSTRY:
                return False
        return False

    def _stops(self, token: Token, k: int, entity: Entity) -> bool:
        bare = token.start <= entity.end
        classes = token.classes
        if classes & lex.PLACE and bare and token.word[0] in "和与及":
            return True
        if classes & lex.PLACE and not classes & lex.WORDLIKE:
            return self._is_place_at(k)
        if classes & lex.LIST or classes & lex.ETC:
            return bare or not self._carrier_ahead(k + 1)
        if classes & (lex.OF | lex.CLAUSE | lex.OWN):
            return True
        if classes & _ACTING:
            return bare or not self._inside_name(token, k)
        return False

    def _is_place_at(self, k: int) -> bool:
        found = self.resolver.resolve(self.tokens[k].word).place
        return found is not None and (self.resolver.is_home(found) or is_unit(found))

    def _inside_name(self, token: Token, k: int) -> bool:
        """人工智能发展示范区: a verb between an industry and its carrier is part of the name."""
        if k + 1 >= len(self.tokens):
            return False
        after = self.tokens[k + 1]
        return (
            after.start == token.end
            and bool(after.classes & lex.CARRIER)
            and (bool(token.classes & lex.GROW) or token.word in _INNER)
        )

    def _members_behind(self, entity: Entity) -> None:
        """沿曹娥江…集聚区(主要包括新昌、嵊州、滨海新城): the bracket behind names its members."""
        found = self._bracket(entity.stop)
        if found is None:
            return
        places, end, includes = found
        if places and includes:
            entity.places, entity.explicit = places, True
        entity.stop = end

    def _object(self) -> None:
        tokens, k = self.tokens, self.at
        while self._carrier_goes_on(k):
            k += 1
            while not tokens[k].classes & lex.CARRIER:
                k += 1
        carrier = tokens[k]
        start = self._object_start(k)
        self.out.append(Obj(start, carrier.end, self.text[start : carrier.start], carrier))
        self.at, self.barrier, self.joined = k + 1, carrier.end, False

    def _object_start(self, k: int) -> int:
        start = max(self.barrier, self.start)
        behind = self.tokens[k].end
        if self.text[behind : behind + 1] in ("”", '"') and behind < self.end:
            opening = max(self.text.rfind("“", start, behind), self.text.rfind('"', start, behind))
            start = max(start, opening + 1)
        for token in reversed(self.tokens[max(0, k - _WINDOW) : k]):
            if token.start < start:
                break
            if token.classes & (lex.OF | lex.CLAUSE):
                return token.end
        joints = _JOINTS.match(self.text, start, self.tokens[k].start)
        return joints.end() if joints else start


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


def _zone_in(word: str) -> str | None:
    """The carrier at the end of a zone's name."""
    return next((word[at:] for at in range(1, len(word) - 1) if word[at:] in _ZONES), None)


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
