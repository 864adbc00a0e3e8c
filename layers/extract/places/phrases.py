"""Phrases: the words of a clause become places, carriers and verbs, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from layers.extract import lexicon as lex
from layers.extract.places.asides import spoken_of
from layers.extract.places.bearers import bearing
from layers.extract.places.entities import JOINTS, Entity, Group, Item, Obj, Verb
from layers.extract.places.groupings import grouped
from layers.extract.places.mentions import Token
from layers.extract.places.owntowns import with_towns
from layers.extract.places.reach import ACTING
from layers.extract.places.series import Series
from layers.extract.places.strings import AFTER_INITIALS
from layers.extract.places.toponyms import Resolver
from layers.extract.places.townlists import TYING, TownLists
from layers.extract.places.unlisted import WINDOW, sister, summed, zone
from layers.extract.places.window import BEFORE

Unlisted = Callable[[str, Sequence[Token], int, int, Resolver], Entity | None]
"""What takes the words before a carrier for a name."""
_ADJECTIVES = ("重点", "突出", "利用")
_GROWTH = ("质量发展", "融合发展", "集聚发展", "协同发展")
_JOINTS = re.compile(
    r"(?:其中|[东西南北中]{1,2}片(?!区|[、，])|[（(](?:国家|省|市|县|区)级[）)]|作为|了(?!解)|等地区|等地(?![热理质下铁])"
    r"|等[市县州](?![场域政])"
    r"|[、与及等“”\"， ）)]|和(?!平(?![凉阳顶果湖远遥潭江乐南定山陆邑]))|成(?![长渝]))+"
)
"""What stands between a list of places and the words of its carrier."""
_OPENING = lex.PLACE | lex.OWNER | lex.OPEN
"""Classes of words that an entity can begin with."""
_BRACKET = lex.OPEN | lex.CLOSE
_CUTTING = lex.CLAUSE | _BRACKET
_TOWN_END = "镇乡道村则也"
_LISTING = lex.PLACE | lex.LOCAL
_BEFORE_TOWNS = lex.LIST | lex.HELP
"""Classes of words behind which a list of towns may begin or go on."""
_TOWNISH = re.compile("[镇乡木场]|街道")
"""What stands in every clause with the name of a town that nobody knows."""
_SPEAKING = ACTING | lex.OWN | lex.OF | lex.SUFFIX
"""Classes of words that are, or make, a verb or a subject."""


@dataclass
class Phrases:
    """Reads the clauses of one plan. `text` is the clean text."""

    text: str
    resolver: Resolver

    def split(
        self, tokens: list[Token], start: int, end: int
    ) -> list[tuple[int, int, list[Token]]]:
        """Clauses (start, end, tokens) of a sentence: cut at commas outside brackets."""
        tokens = bearing(self.text, start, end, tokens)
        if self.resolver.home.level == "county":
            tokens = with_towns(self.text, start, end, tokens, self.resolver)
        found: list[tuple[int, int, list[Token]]] = []
        depth, begin, first = 0, start, 0
        for number in [n for n, token in enumerate(tokens) if token.classes & _CUTTING]:
            cut = tokens[number]
            classes = cut.classes
            if classes & lex.CLAUSE and not depth:
                found.append((begin, cut.start, tokens[first:number]))
                begin, first = cut.end, number + 1
            elif classes & _BRACKET:
                depth = depth + 1 if classes & lex.OPEN else max(0, depth - 1)
        found.append((begin, end, tokens[first:]))
        return found

    def items(self, start: int, end: int, tokens: list[Token]) -> list[Item]:
        """The places, carriers and verbs of one clause, in order."""
        if not tokens:
            return []
        items = _Clause(self.text, self.resolver, start, end, tokens).parse()
        if Group not in map(type, items):
            return items  # most clauses
        items = grouped(items, self.text, self.resolver)
        return spoken_of(items, self.text, start, end, self.resolver)


class _Clause(TownLists):
    """One clause being read: its places, its carriers, its verbs, in order."""

    def __init__(
        self, text: str, resolver: Resolver, start: int, end: int, tokens: list[Token]
    ) -> None:
        super().__init__(text, resolver, start, end, tokens)
        self.series = Series(text, resolver)
        self.out = self.series.out

    def parse(self) -> list[Item]:
        series, townish = self.series, _TOWNISH.search(self.text, self.start, self.end)
        while self.at < len(self.tokens):
            at, entity = self.at, None
            token = self.tokens[at]
            start, classes = token.start, token.classes
            begin = self.tokens[at - 1].end if at else self.start
            towns = self._listed_towns(token, begin) if townish else ()
            if towns:
                self._list_towns(token, towns)
                continue
            if classes & _OPENING or (start - begin > 1 and self._opens_unknown(token, begin)):
                entity = self._entity(token)
                token = self.tokens[min(self.at, len(self.tokens) - 1)]
                classes = token.classes
            if entity is not None:
                self.barrier = entity.stop
                series.add(entity)
            elif classes & lex.LIST:
                series.join()
                self.at += 1
            elif classes & lex.ETC:
                series.close()
                self.at += 1
            elif classes & lex.CARRIER:
                self._object()
            elif classes & _SPEAKING or self._carrier_next():
                self._verb(token)
            else:
                series.joined = False
                self.at += 1
        return self.out

    def _listed_towns(self, token: Token, begin: int) -> Sequence[Entity]:
        """The towns of a list that begins with the word, or goes on behind it."""
        named = token.classes & _LISTING == lex.PLACE
        towns = self._towns(token, begin) if named else ()
        return towns or (self._further_towns(token) if token.classes & _BEFORE_TOWNS else ())

    def _list_towns(self, token: Token, towns: Sequence[Entity]) -> None:
        """Take up the towns of a list, and the verb or joint before them."""
        series = self.series
        if token.classes & lex.LIST:
            series.join()
        elif token.classes & TYING and not token.classes & lex.PLACE:
            self.out.append(Verb(token.start, token.end, token.classes, token.word))
        for town in towns:
            series.add(town)
            series.join()
        self.barrier, series.joined = towns[-1].stop, False

    def _is_sector(self, token: Token) -> bool:
        """东部主要发展X in a city's text: a part of the issuer that opens the clause and acts."""
        after = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else token
        acts = after.start == token.end and bool(after.classes & lex.FOCUS)
        near = self.resolver.home.level in ("prefecture", "county")
        return near and acts and token.start == self.start

    def _verb(self, token: Token) -> None:
        start, end, classes, word = token.start, token.end, token.classes, token.word
        if classes & lex.SUFFIX and self._is_sector(token):
            sector = Entity(start, end, word, (self.resolver.home,), end, explicit=True)
            self.out.append(Group([sector]))
        if self._carrier_next() and self._is_inner(token) and self._qualifies(token):
            self.at += 1
            return  # 9条特色产业链, 关键金属高质量发展试验区: part of the carrier's words
        if classes & TYING and not self._is_terrain(token):
            self.out.append(Verb(start, end, classes, word))
            self.barrier = end
        self.series.joined = False
        self.at += 1

    def _is_inner(self, token: Token) -> bool:
        """Whether the word can be one of those of the carrier behind it."""
        return token.word in _ADJECTIVES or token.word.endswith(_GROWTH) or self._grows(token)

    def _grows(self, token: Token) -> bool:
        """制造业发展新高地: growth between an industry and its carrier."""
        before = self.tokens[self.at - 1] if self.at else token
        behind = before.end == token.start and bool(before.classes & lex.INDUSTRY)
        return token.word == "发展" and behind

    def _qualifies(self, token: Token) -> bool:
        """Whether 重点 stands behind other words of the same carrier."""
        before = self.tokens[self.at - 1] if self.at else None
        if before is not None and before.end == token.start:
            return not before.classes & lex.ETC
        return token.start > self.start and self.text[token.start - 1] not in BEFORE

    def _carrier_next(self) -> bool:
        """Whether the next word is a carrier right behind the present one."""
        tokens, after = self.tokens, self.at + 1
        if after == len(tokens) or not tokens[after].classes & lex.CARRIER:
            return False
        return self.text[tokens[after - 1].end : tokens[after].start] in ("", "新")

    def _entity(self, token: Token) -> Entity | None:
        """The entity that starts at this token (or in the unknown words before it)."""
        if token.word[0] in "和与及" and token.classes & lex.PLACE and self._rejoin(token):
            return None
        unknown = token.start - self._gap() > 1
        entity = (self._initials(token) or self._sister(token)) if unknown else None
        if entity is None and token.classes & lex.TOWN:
            entity = self._longer_town(token)
        if entity is None and token.classes & lex.PLACE:
            named = token.classes & lex.LOCAL or self._is_name(token)
            entity = self._named(token) if named else self._beyond(token)
        if entity is None and token.classes & lex.OPEN:
            entity = self._spelled(token) or self._bracketed()
        if entity is None and token.classes & lex.OWNER:
            self.at += 1
            entity = Entity(token.start, token.end, token.word, (), token.end, owner=True)
        if entity is not None and self._has_goods(entity):
            entity.end, entity.carrier = entity.stop, None
            entity.name = self.text[entity.start : entity.end]
        if entity is not None and (entity.carrier is None or self._goes_on(entity)):
            self._extend(entity)
        return entity

    def _sister(self, token: Token) -> Entity | None:
        """A town that nobody knows, of a county's list of towns."""
        before = self.out[-1] if self.out and self._may_be_sister() else None
        if not isinstance(before, Group):
            return None
        return sister(self.text, token, self._gap(), before.entities[-1], self.resolver)

    def _may_be_sister(self) -> bool:
        return self.series.joined and self.resolver.home.level == "county"

    def _opens_unknown(self, token: Token, begin: int) -> bool:
        """Whether the unknown words from `begin` to a word may be a name: short forms, in
        quotation marks, or a town's."""
        start = token.start
        gap = begin if begin > self.barrier else self.barrier
        if start - gap < 2:
            return False
        if self.text.startswith(("“", '"'), gap):
            return True
        if self.text[start - 1] in _TOWN_END or self._may_part(gap, token):
            return True
        if self._may_be_sister():
            return True
        return bool(token.classes & AFTER_INITIALS) and self._may_string(gap, token)

    def _rejoin(self, token: Token) -> bool:
        """肇东和安达: where no place here is called 和安, the word is 和 and a longer name."""
        last = self.out[-1] if self.out else None
        if not isinstance(last, Group):
            return False
        if token.start not in (last.entities[-1].end, last.entities[-1].stop):
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

    def _object(self) -> None:
        tokens, k = self.tokens, self.at
        while self._carrier_goes_on(k):
            k += 1
            while not tokens[k].classes & lex.CARRIER:
                k += 1
        carrier = tokens[k]
        start = self._object_start(k)
        last = self._unlisted(start, k, zone) or self._unlisted(start, k, summed)
        if last is not None:
            self.series.joined = True
            self.series.add(last)
            start = last.end
        if last is not None and last.carrier is not None:
            self.at, self.barrier, self.series.joined = k + 1, carrier.end, False
            return
        self.out.append(Obj(start, carrier.end, self.text[start : carrier.start], carrier))
        self.at, self.barrier, self.series.joined = k + 1, carrier.end, False

    def _unlisted(self, start: int, k: int, name: Unlisted) -> Entity | None:
        """A place that nobody knows, as the last of a list."""
        before = self.out[-1] if self.out else None
        if not isinstance(before, Group) or before.entities[-1].extra or before.etc:
            return None
        joined = self.text[before.end : start] in JOINTS
        return name(self.text, self.tokens, k, start, self.resolver) if joined else None

    def _object_start(self, k: int) -> int:
        start = max(self.barrier, self.start)
        behind = self.tokens[k].end
        if self.text[behind : behind + 1] in ("”", '"') and behind < self.end:
            opening = max(self.text.rfind("“", start, behind), self.text.rfind('"', start, behind))
            start = max(start, opening + 1)
        for token in reversed(self.tokens[max(0, k - WINDOW) : k]):
            if token.start < start:
                break
            if token.classes & (lex.OF | lex.CLAUSE):
                return token.end
        joints = _JOINTS.match(self.text, start, self.tokens[k].start)
        return joints.end() if joints else start
