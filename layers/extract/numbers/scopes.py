"""Whose number it is: the units that a clause speaks of, else the plan's issuer."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from layers.extract.numbers.clauses import OF_WHOLE, Clause, next_whole
from layers.extract.numbers.others import above, goes_on, strangers
from layers.extract.numbers.sightings import Sighting, Sights, with_towns, zoned
from layers.extract.patterns import compiled
from layers.extract.places.chapters import Chapters
from layers.extract.places.mentions import Words
from layers.extract.places.toponyms import TOWNS, Resolver, is_unit
from layers.records import Member

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.place import Place
    from layers.extract.numbers.quantities import Amount
    from layers.plan import Plan, Sentence

_OWN = re.compile(
    r"[全我本该]([市省区县州盟旗镇乡])(?![域场县长委直])|([区市省县])内(?![外容陆部需])"
)
"""全县, 我市, 市内: the unit of that kind that was spoken of last."""
_AREAS = compiled(
    r"[^，,。；]{0,24}?(?:集聚区|聚集区|集群|基地|园区|产业园|开发区|高新区|示范区|镇|板块|片区|组团)"
)
_GROUND = compiled(r"在$|等地$|等市$|等县$|等$")
_JOINED = compiled("[、和与及]")
_JOINTS = ("、", "和", "及", "与", ",", "，")
_BREAKS = "，,：:；;。\n"
_OPENING = compiled(
    r"(?:其中|如|例如|此外|同时|目前|近年来|截至|截止|到|至|力争|争取|预计|今年|去年|要|将|由|使|把|并|以及|仅|就"
    r"|\d{4}年[底末初]?|[“\"]?十[一二三四五六]五[”\"]?(?:期间|末|时期|以来)?|[全我本][省市州盟区县]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]"
    r"|[一二三四五六七八九十]是|[\s—·●□“”]|(?P<helped>支持|推动|推进|鼓励|引导|促进|带动|指导))*+"
)
"""What may stand before the subject of a clause; `helped`, before that of an inner one."""
_STANDS = compiled(r"在$|位于$|坐落于$|落户$|地处$")
_ACTS = compiled(
    r"(?:等[地市县区州]{0,2})?(?:要|将|以|围绕|依托|立足|发挥|加快|大力|积极|重点|着力|继续|率先|优先|进一步|"
    r"发展(?![，,、。])|做[大强优]|建设|打造|培育|建成|形成|创建|布局|壮大|推[进动]|实施|引进|承接|新增|开展"
    r"|实现|提升|扩大|在|争创|申报|设立|[，,])"
)
_CENTRES = compiled(r"[^，,。；;、]{0,12}为(?:重点|核心|中心|主|依托|龙头|支撑|引领)")
"""以X、Y为核心，打造…: what is built lies there."""
_LISTED = compiled(r"[^，,。；;、\d]{1,8}(?:[、和及与]|以及)")
"""宣威火腿、文山三七: goods by their origin, one beside the other."""
_BEYOND = compiled(r"[^，,。；、\n]{0,3}?(?:以外|之外|除外)")
_BUILT = compiled(r"(?:建设|打造|培育|建成|规划|推[进动]|加快|支持)$")
_CARRIER = compiled(
    r"[^，,。；;、]{0,16}(?:基地|园区|产业园|开发区|集聚区|新区|新城|集群|小镇|项目|片区)(?:(?:高质量)?(?:发展|建设))?[，,]"
)
_ELIDED = compiled(
    r"(?:到|至|力争|预计|\d{4}年[底末]?|全部|建成后|投产后|达产后|实现|完成|年|总|[，,])*+"
    r"(?:其中|包括|产业规模|产值|产量|产能|投资|收入|规划面积|规划|占地|面积|利税|可|新增|销售|营业|主营|就业|企业|带动|引进|入驻|吸纳|达|超|突破|建)"
)
_BACK = 300
"""Characters back to which a paragraph may have named the county that 全县 means."""
_LONGEST = 600
"""Characters of a clause before a place, as far as its subject is sought."""
_MOST = 30


class Scopes:
    """Resolves the scopes of the numbers of one plan, one sentence at a time."""

    def __init__(self, plan: Plan, gazetteer: Gazetteer, words: Words) -> None:
        self.plan = plan
        self.resolver = Resolver.of(gazetteer, plan.issuer, plan.issued)
        self.sights = Sights(words, self.resolver)
        self.home = self.ground = members(self.resolver.home)
        self.chapters = Chapters(self.resolver)
        self._sentence = -1
        self._starts: list[int] = []
        self._places: list[Sighting] = []
        self._homes: list[int] = []
        self._passed: list[int] = []
        self._owns: list[re.Match[str]] = []
        self._owns_at: list[int] = []
        self._before: dict[int, int] = {}
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
        if not self._places and not self._owns:
            return self._told_before(sentence, clause, amount) or self.ground
        whole = OF_WHOLE.search(text, clause.start, amount.left)
        upto = clause.start if shared else whole.start() if whole else amount.left
        scope = self._own(sentence, clause, amount, upto) or self._inherited(sentence, clause, upto)
        self._told = self._last = clause.end, scope
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
        for sight in self._places:
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
        group = self._group(clause.head, stop)
        if not (group or _JOINED.search(self.plan.clean, clause.head, stop)):
            before = self._group(sentence.start, clause.head)
            group = before if before and self._is_subject(sentence, before) else []
        named = named or [sighting.place for sighting in group]
        return [members(place) for place in named] if len(named) == len(dealt) > 1 else []

    def ends(self, clause: Clause, stop: int) -> int:
        """Where the places of a clause end that stand before an offset."""
        group = self._group(clause.head, stop)
        end = group[-1].end if group else clause.head
        return end + self.plan.clean.startswith("的", end)

    def several(self, clause: Clause, stop: int) -> bool:
        """Whether a clause names several places before an offset."""
        return len(self._group(clause.head, stop)) > 1

    def _own(
        self, sentence: Sentence, clause: Clause, amount: Amount, upto: int
    ) -> tuple[Member, ...]:
        """The scope that the number's own clause states; () if it states none."""
        own = self._named_own(clause.start, upto)
        if own:
            return self._meant(sentence, own)
        if group := self._group(clause.head, upto):
            return self._stated(sentence, group, amount)
        return self.home if self._at_home(clause.head, upto) else ()

    def _named_own(self, start: int, end: int) -> re.Match[str] | None:
        """The last 全县 or 我市 in `start:end`."""
        index = bisect_left(self._owns_at, end) - 1
        return self._owns[index] if index >= 0 and self._owns_at[index] >= start else None

    def _at_home(self, start: int, end: int) -> bool:
        """Whether the issuer is named as the subject in `start:end`."""
        index = bisect_left(self._homes, start)
        return index < len(self._homes) and self._homes[index] < end

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
        home = self.resolver.home
        self._places = [p for p in found if p.place != home]
        self._starts = [p.start for p in self._places]
        self._before = {p.end: p.start for p in found}
        self._told = -1, ()
        self._owns = list(_OWN.finditer(self.plan.clean, sentence.start, sentence.end))
        self._owns_at = [m.start() for m in self._owns]
        homes = [p for p in found if p.place == home]
        self._passed = [p.end for p in homes]
        self._homes = [p.start for p in homes if self._opens(sentence, p.start)]

    def _group(self, start: int, end: int) -> list[Sighting]:
        """The last run of places between `start` and `end` that joints alone hold together; of
        广州黄埔区、深圳南山区 the districts."""
        upto = bisect_left(self._starts, end)
        nearby = self._places[max(0, upto - _MOST) : upto]
        inside = [p for p in nearby if start <= p.start and p.end <= end]
        group = inside[-1:]
        front = group[0].start if group else end
        for place in reversed(inside[:-1]):
            gap = self.plan.clean[place.end : front]
            if gap and gap not in _JOINTS:
                break
            front = place.start
            if gap:
                group.insert(0, place)
        return group

    def _stated(
        self, sentence: Sentence, group: list[Sighting], amount: Amount
    ) -> tuple[Member, ...]:
        """The scope of the places in the number's own clause."""
        text = self.plan.clean
        if self._enumerates(group, amount) or _BEYOND.match(text, group[-1].end):
            return self.ground
        before = self._group(sentence.start, group[0].start)
        if before and _LISTED.fullmatch(text, before[-1].end, group[0].start):
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
        if told and clause.head <= after + 1 and _ELIDED.match(text, clause.head, upto):
            return told  # 宁波建成基地4个，面积达2万公顷
        own = self._named_own(sentence.start, clause.head)
        at = clause.head
        for _ in range(_MOST):
            group = self._group(sentence.start, at)
            if own and (not group or own.start() >= group[-1].end):
                return self._meant(sentence, own)
            if not group:
                return self.ground
            if self._at_home(group[-1].end, clause.head):
                return self.home
            if self._is_subject(sentence, group) or self._is_built(group, clause.head, upto):
                return self._all(group)
            at = group[0].start
        return self.ground

    def _lead(self, sentence: Sentence, at: int) -> int:
        """Where the printed clause that holds `at` begins, or the issuer's name in it ends."""
        text = self.plan.clean
        begin = max(sentence.start, at - _LONGEST)
        begin = max(begin, *(text.rfind(c, begin, at) + 1 for c in _BREAKS))
        index = bisect_right(self._passed, at) - 1
        return max(begin, self._passed[index]) if index >= 0 else begin

    def _front(self, first: int) -> int:
        """Where the name begins that the place at `first` closes: 浙江省绍兴市新昌县."""
        for _ in range(3):
            first = self._before.get(first, first)
        return first

    def _opens(self, sentence: Sentence, at: int) -> bool:
        return _OPENING.fullmatch(self.plan.clean, self._lead(sentence, at), at) is not None

    def _is_subject(self, sentence: Sentence, group: list[Sighting]) -> bool:
        """Whether the places are what the clause speaks of, and not among its objects."""
        text, first, end = self.plan.clean, group[0].start, group[-1].end
        if _BEYOND.match(text, end):
            return False
        first = self._front(first)
        if text[first - 1 : first] == "以" and _CENTRES.match(text, end):
            return True
        opening = _OPENING.fullmatch(text, self._lead(sentence, first), first)
        if opening is None:
            return _STANDS.search(text, max(sentence.start, first - 3), first) is not None
        if opening["helped"]:
            return _ACTS.match(text, end) is not None
        after = bisect_left(self._starts, end)
        follows = self._starts[after] if after < len(self._starts) else -1
        return follows < 0 or _LISTED.fullmatch(text, end, follows) is None

    def _is_built(self, group: list[Sighting], head: int, upto: int) -> bool:
        """建设袍江产业园，产值达到50亿元: what is built is what the next clause speaks of."""
        text, first, end = self.plan.clean, group[0].start, group[-1].end
        first = self._front(first)
        if not _BUILT.search(text, max(0, first - 2), first):
            return False
        built = _CARRIER.match(text, end) if text[end] not in "，," else None
        stop = built.end() if built else end + 1
        if stop != head or not (built or group[0].place.level == "zone"):
            return False
        return _ELIDED.match(text, head, upto) is not None

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
