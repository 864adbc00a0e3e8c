"""Whose number it is: the units that a clause speaks of, else the plan's issuer."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.numbers.clauses import Clause
from layers.extract.places.mentions import Token, Words
from layers.extract.places.toponyms import Resolver, has_ending, is_unit
from layers.records import Member

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.place import Place
    from layers.extract.numbers.amounts import Amount
    from layers.plan import Plan, Sentence

_OWN = re.compile(
    r"全市|全省|全区|全县|全州|全盟|我市|我省|我区|我县|我州|本市|本省|区内|市内|省内"
)
_WHOLE = re.compile(r"占[^，,]{0,20}$|全国|全球")
_AREAS = re.compile(
    r"[^，,。；]{0,24}?(?:集聚区|聚集区|集群|基地|园区|产业园|开发区|高新区|示范区|镇)"
)
_GROUND = re.compile(r"在$|等地$|等市$|等县$|等$")
_NAME = 6
"""Characters of a name that can begin with a number."""
_TOWNS = ("镇", "乡", "街道")
_JOINTS = ("、", "和", "及", "与", ",", "，")


class Scopes:
    """Resolves the scopes of the numbers of one plan, one sentence at a time."""

    def __init__(self, plan: Plan, gazetteer: Gazetteer, words: Words) -> None:
        self.plan, self.words = plan, words
        self.resolver = Resolver.of(gazetteer, plan.issuer, plan.issued)
        self.home = _members(self.resolver.home)
        self._sentence = -1
        self._starts: list[int] = []
        self._places: list[tuple[int, int, Place]] = []

    def of(self, sentence: Sentence, clause: Clause, amount: Amount) -> tuple[Member, ...]:
        """The units that a number speaks of.

        The clause's own place wins, then an earlier clause's of the same sentence, then
        the issuer. Places that a count of areas enumerates (绍虞、诸暨、嵊新3个集聚区) are
        its members, not its scope.
        """
        if sentence.start != self._sentence:
            self._sentence = sentence.start
            self._places = self._find(sentence)
            self._starts = [start for start, _, _ in self._places]
        if not self._places:
            return self.home
        text = self.plan.clean
        own = _OWN.search(_WHOLE.sub("", text[clause.start : amount.left]))
        group = self._group(clause.head, amount.left) if not own else []
        if group and self._enumerates(group, amount):
            return self.home
        if not group and not own:
            group = self._group(sentence.start, clause.head)
            if group and _OWN.search(text, group[-1][1], clause.head):
                group = []
        found = [m for _, _, place in group for m in _members(place)]
        return tuple(dict.fromkeys(found)) or self.home

    def is_name(self, amount: Amount) -> bool:
        """七台河, 五家渠, 九台区: what reads as a number begins the name of a unit or a town."""
        text = self.plan.clean
        if text[amount.start].isascii():
            return False
        begins = (amount.start, max(0, amount.start - 1))
        spans = ((b, stop) for b in begins for stop in range(amount.end, b + _NAME + 1))
        return any(self._is_borne(text[b:stop], stop > amount.end) for b, stop in spans)

    def _is_borne(self, name: str, longer: bool) -> bool:
        """Whether a place bears the name; one that is no longer than the number must be here."""
        bearers = self.resolver.gazetteer.bearers(name)
        if not bearers:
            return False
        if not longer:
            bearers = tuple(p for p in bearers if self.resolver.is_home(p))
        return name.endswith(_TOWNS) or any(map(is_unit, bearers))

    def _find(self, sentence: Sentence) -> list[tuple[int, int, Place]]:
        found = []
        for token in self.words.within(sentence.start, sentence.end):
            if not token.classes & lex.PLACE or not _is_sure(token):
                continue
            place = self._stated(token.word)
            if place is not None and self.resolver.is_home(place) and place != self.resolver.home:
                found.append((token.start, token.end, place))
        return found

    def _stated(self, word: str) -> Place | None:
        """The place that the text names; of a firm that in its name, not its seat elsewhere."""
        place = self.resolver.resolve(word).place
        if place is not None and place.level in ("enterprise", "institution"):
            return self.resolver.named_in(word)
        return place

    def _group(self, start: int, end: int) -> list[tuple[int, int, Place]]:
        """The last run of places between `start` and `end` that joints alone hold together."""
        upto = bisect_left(self._starts, end)
        nearby = self._places[max(0, upto - 30) : upto]
        inside = [p for p in nearby if start <= p[0] and p[1] <= end]
        group = inside[-1:]
        for place in reversed(inside[:-1]):
            gap = self.plan.clean[place[1] : group[0][0]]
            if gap not in _JOINTS:
                break
            group.insert(0, place)
        return group

    def _enumerates(self, group: list[tuple[int, int, Place]], amount: Amount) -> bool:
        """Whether the places are the areas that the number counts."""
        text = self.plan.clean
        if not amount.is_count or not _AREAS.match(text, amount.right):
            return False
        ground = text[group[0][0] - 1 : group[0][0]] == "在"
        return not ground and not _GROUND.match(text[group[-1][1] : group[-1][1] + 2])


def _is_sure(token: Token) -> bool:
    """Whether the word is a place's name and nothing else, or says what kind of unit it is."""
    return token.classes == lex.PLACE or has_ending(token.word)


def _members(place: Place) -> tuple[Member, ...]:
    if is_unit(place):
        today = place.code_today[0] if place.code_today else None
        return (Member(place.name, place.code, today),)
    return (Member(place.name, None, None, place.id, place.within),)
