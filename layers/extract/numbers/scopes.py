"""Whose number it is: the units that a clause speaks of, else the plan's issuer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layers.extract.numbers.clauses import OF_WHOLE, Clause, next_whole
from layers.extract.numbers.others import above, goes_on, strangers
from layers.extract.numbers.sightings import Sighting, Sights, with_towns, zoned
from layers.extract.numbers.subjects import BEYOND, ELIDED, LISTED, MOST, Subjects
from layers.extract.patterns import JOINT, compiled
from layers.extract.places.chapters import Chapters
from layers.extract.places.mentions import Words
from layers.extract.places.toponyms import TOWNS, Resolver, is_unit
from layers.records import Member

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.place import Place
    from layers.extract.numbers.quantities import Amount
    from layers.plan import Plan, Sentence

_AREAS = compiled(
    r"[^，,。；]{0,24}?(?:集聚区|聚集区|集群|基地|园区|产业园|开发区|高新区|示范区|镇|板块|片区|组团)"
)
_GROUND = compiled(r"在$|等地$|等市$|等县$|等$")
_BACK = 300
"""Characters back to which a paragraph may have named the county that 全县 means."""


class Scopes:
    """Resolves the scopes of the numbers of one plan, one sentence at a time."""

    def __init__(self, plan: Plan, gazetteer: Gazetteer, words: Words) -> None:
        self.plan = plan
        self.resolver = Resolver.of(gazetteer, plan.issuer, plan.issued)
        self.sights = Sights(words, self.resolver)
        self.home = self.ground = members(self.resolver.home)
        self.chapters = Chapters(self.resolver)
        self._sentence = -1
        self._named = Subjects(plan.clean, 0, 0, [], self.resolver.home)
        self._told: tuple[int, tuple[Member, ...]] = -1, ()
        self._last: tuple[int, tuple[Member, ...]] = self._told

    def of(self, sentence: Sentence, clause: Clause, amount: Amount) -> tuple[Member, ...]:
        """The units that a number speaks of; () for units elsewhere that nobody can tell.

        The clause's own place wins, then the place that is the subject of an earlier clause of
        the same sentence, then the unit of the chapter, then the issuer. Places that a count of
        areas enumerates (绍虞、诸暨、嵊新3个集聚区) are its members, not its scope.
        """
        self._enter(sentence)
        text = self.plan.clean
        shared = next_whole(text, clause, amount)  # 占全国的1/9、陕西的1/3: no number of 陕西
        others = [] if shared else strangers(text, clause, amount, self.sights.words, self.resolver)
        if others is None:
            return ()
        if others:
            return tuple(m for other in others for m in members(other))
        if not self._named.places and not self._named.owns:
            return self._told_before(sentence, clause, amount) or self.ground
        whole = OF_WHOLE.search(text, clause.start, amount.left)
        upto = clause.start if shared else whole.start() if whole else amount.left
        scope = self._own(sentence, clause, amount, upto) or self._inherited(sentence, clause, upto)
        beside = text[clause.start - 1 : clause.start] == "、" and self._told[0] >= clause.start - 1
        both = tuple(dict.fromkeys((*self._told[1], *scope) if beside else scope))
        self._last = clause.end, scope
        self._told = clause.end, self.home if self.home[0] in both else both
        return scope

    def _told_before(
        self, sentence: Sentence, clause: Clause, amount: Amount
    ) -> tuple[Member, ...]:
        """The units of the number before a semicolon, where one goes on in another year (南京市…
        收入6800亿元；预计2022年收入突破7500亿元); () where none does."""
        end, told = self._last
        again = goes_on(self.plan.clean, end, sentence.start, amount.left)
        return told if again and clause.head == sentence.start else ()

    def at(self, sentence: Sentence) -> tuple[Member, ...]:
        """The unit of the chapter that a sentence stands in, else the issuer."""
        self._enter(sentence)
        return self.ground

    def unplaced(self, sentence: Sentence, start: int, end: int) -> str:
        """A piece of a sentence with commas for the names of its places (横山羊肉 is no goat's)."""
        self._enter(sentence)
        words = self.plan.clean[start:end]
        for sight in self._named.places:
            if start <= sight.start and sight.end <= end:
                a, b = sight.start - start, sight.end - start
                words = words[:a] + "，" * (b - a) + words[b:]
        return words

    def titled(self, span: tuple[int, int]) -> tuple[Member, ...]:
        """The one place that a line of the text as read names; () for none or several."""
        start, end = (self.plan.index.offset(at) for at in span)
        sights = self.sights.within(self.plan.clean, start, end) if end > start else []
        return members(sights[0].place) if len(sights) == 1 else ()

    def each(
        self, sentence: Sentence, clause: Clause, stop: int, dealt: list[Amount]
    ) -> list[tuple[Member, ...]]:
        """The places that 分别 at `stop` deals numbers out to, if they are as many; those of the
        sentence's subject where the number's own clause lists nothing."""
        self._enter(sentence)
        named = strangers(self.plan.clean, clause, dealt[0], self.sights.words, self.resolver)
        group = self._named.group(clause.head, stop)
        if not (group or JOINT.search(self.plan.clean, clause.head, stop)):
            before = self._named.group(sentence.start, clause.head)
            group = before if before and self._named.is_subject(before) else []
        named = named or [sighting.place for sighting in group]
        return [members(place) for place in named] if len(named) == len(dealt) > 1 else []

    def ends(self, clause: Clause, stop: int) -> int:
        """Where the places of a clause end that stand before an offset."""
        group = self._named.group(clause.head, stop)
        end = group[-1].end if group else clause.head
        return end + self.plan.clean.startswith("的", end)

    def several(self, clause: Clause, stop: int) -> bool:
        """Whether a clause names several places before an offset."""
        return len(self._named.group(clause.head, stop)) > 1

    def _own(
        self, sentence: Sentence, clause: Clause, amount: Amount, upto: int
    ) -> tuple[Member, ...]:
        """The scope that the number's own clause states; () if it states none."""
        own = self._named.own(clause.start, upto)
        if own:
            return self._meant(sentence, own)
        if group := self._named.group(clause.head, upto):
            return self._stated(sentence, group, amount)
        return self.home if self._named.at_home(clause.head, upto) else ()

    def _enter(self, sentence: Sentence) -> None:
        if sentence.start == self._sentence:
            return
        self._sentence = sentence.start
        chapter = self.chapters.above(self.plan, sentence.paragraph)
        chapter = chapter or self.chapters.unit(sentence.section)
        self.ground = self.home if chapter is None else members(chapter)
        sights = self.sights.within(self.plan.clean, sentence.start, sentence.end)
        zones = [zoned(self.plan.clean, sight) for sight in sights]
        found = with_towns(self.plan.clean, *sentence[:2], self.resolver, zones)
        self._told = -1, ()
        self._named = Subjects(self.plan.clean, *sentence[:2], found, self.resolver.home)

    def _stated(
        self, sentence: Sentence, group: list[Sighting], amount: Amount
    ) -> tuple[Member, ...]:
        """The scope of the places in the number's own clause."""
        text = self.plan.clean
        if self._enumerates(group, amount) or BEYOND.match(text, group[-1].end):
            return self.ground
        before = self._named.group(sentence.start, group[0].start)
        if before and LISTED.fullmatch(text, before[-1].end, group[0].start):
            return self.ground
        return self._all(group)

    def _all(self, group: list[Sighting]) -> tuple[Member, ...]:
        found = [m for sighting in group for m in members(sighting.place)]
        return tuple(dict.fromkeys(found)) or self.ground

    def _enumerates(self, group: list[Sighting], amount: Amount) -> bool:
        """Whether the places are the areas that the number counts."""
        text = self.plan.clean
        if not amount.is_count or not _AREAS.match(text, amount.right):
            return False
        ground = text[group[0].start - 1 : group[0].start] == "在"
        return not ground and not _GROUND.match(text[group[-1].end : group[-1].end + 2])

    def _inherited(self, sentence: Sentence, clause: Clause, upto: int) -> tuple[Member, ...]:
        """The scope that an earlier clause gives: its subject, or the unit that 全县 means."""
        text = self.plan.clean
        after, told = self._told
        if told and clause.head <= after + 1 and ELIDED.match(text, clause.head, upto):
            return told  # 宁波建成基地4个，面积达2万公顷
        own = self._named.own(sentence.start, clause.head)
        at = clause.head
        for _ in range(MOST):
            group = self._named.group(sentence.start, at)
            if own and (not group or own.start() >= group[-1].end):
                return self._meant(sentence, own)
            if not group:
                return self.ground
            if self._named.at_home(group[-1].end, clause.head):
                return self.home
            if self._named.is_subject(group) or self._named.is_built(group, clause.head, upto):
                return self._all(group)
            at = group[0].start
        return self.ground

    def _meant(self, sentence: Sentence, own: re.Match[str]) -> tuple[Member, ...]:
        """The unit that 全县 means: the issuer, or the last one of that kind that was named."""
        kind = own[1] or own[2]
        if self.resolver.home.name.endswith(kind):
            return self.home
        if self.ground != self.home and self.ground[0].name.endswith(kind):
            return self.ground
        over = above(self.resolver, self.plan.clean, own)
        begin = max(self.plan.paragraphs[sentence.paragraph][0], own.start() - _BACK)
        named = self.sights.within(self.plan.clean, begin, own.start())
        meant = [p for p in named if p.place.name.endswith(kind) and p.place != self.resolver.home]
        if (
            kind in TOWNS
            and meant
            and self.plan.clean.rfind(kind, begin, own.start()) > meant[-1].end
        ):
            return self.ground  # a town that the gazetteer does not know
        if meant:
            return members(meant[-1].place)
        return members(over) if over is not None else self.ground


def members(place: Place) -> tuple[Member, ...]:
    """A place as the scope of a number."""
    if is_unit(place):
        today = place.code_today[0] if place.code_today else None
        return (Member(place.name, place.code, today),)
    return (Member(place.name, None, None, place.id or None, place.within),)
