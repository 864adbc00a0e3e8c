"""Which places of a clause act on which carrier, verb by verb: words become claims.

Each pattern of the language is a function of `objects`, `roles` and the modules beside them;
`data/reader/patterns.toml` holds an example of each, which is its test.
"""

from __future__ import annotations

from layers.extract import lexicon as lex
from layers.extract.places.chapters import acting_county, in_chapter
from layers.extract.places.entities import Entity, Group, Item, Obj, Verb, uncounted
from layers.extract.places.neighbours import joined
from layers.extract.sentences.abroad import Abroad, elsewhere, opens_elsewhere
from layers.extract.sentences.acting import (
    OPENING,
    acts,
    gives,
    is_merged,
    is_partner,
    is_scope,
    is_wider,
    speaks_on,
    unknown_builder,
    unknown_town,
)
from layers.extract.sentences.firms import names_firm, without_owners
from layers.extract.sentences.gatherings import apart
from layers.extract.sentences.grounds import is_aim, own_zone, placed_in, zone_of
from layers.extract.sentences.objects import appositive, built, dealt
from layers.extract.sentences.owned import own
from layers.extract.sentences.owners import ends_list, one_of_two, owner_of, unknown_belt
from layers.extract.sentences.parks import is_beside, is_key, is_subject, with_parks, with_zone
from layers.extract.sentences.quotations import called, is_nickname, names_those_behind
from layers.extract.sentences.roles import verb_role
from layers.extract.sentences.seats import its_zone, lays, led, placed, seat, seated
from layers.extract.sentences.sharing import second_carriers
from layers.extract.sentences.state import State
from layers.extract.sentences.strengths import is_leant_on

_TOWARDS, _MAIN = "对", "重点"
_WHOLE = ("全区", "全县", "区内", "县内", "我区", "我县")
_ALONE = lex.LISTED | lex.FOCUS
"""Classes of verbs that take up a subject from before, or name one behind."""


class Composer:
    """One clause being composed: `current` are the places that act in it, `used` says that a
    pattern has taken them up, `lead` is the last building verb."""

    def __init__(self, state: State, start: int, end: int) -> None:
        self.state, self.start, self.end = state, start, end
        self.current: Group | None = None
        self.used = False
        self.verb: Verb | None = None
        self.lead: Verb | None = None
        self.before: Verb | None = None  # the verb before `current`
        self.rest: list[Item] = []  # what follows `current`
        self.objects: list[Obj] = []  # the clause's carriers without a place of their own
        self.abroad = Abroad(state, start)
        self.hung = 0  # carriers that hang on 等 without a verb between

    def read(self, items: list[Item]) -> None:
        """Compose the clause's words into claims."""
        items = apart(second_carriers(self.state, with_parks(self.state, items)))
        self.objects = [i for i in items if isinstance(i, Obj)]
        both, one = self.state.subject, one_of_two(self.state, self.start)
        if one is not None:
            self.current, self.used = one, True
        for index, item in enumerate(items):
            rest = items[index + 1 :]
            if isinstance(item, Verb):
                named = self.state.page.topic_subject if item.word[0] == "该" else None
                if named is not None:
                    self._group(named, items[:index], rest)
                else:
                    self._verb(item, rest)
            elif isinstance(item, Group):
                self._group(item, items[:index], rest)
            else:
                self._object(item, rest)
        self._leave()
        self._subject(items)
        if one is not None:
            self.state.subject = both  # of whom the next clause speaks too

    def _group(self, group: Group, before: list[Item], rest: list[Item]) -> None:
        state, verb = self.state, self.verb
        if self._is_abroad(group) or is_merged(verb, rest) or gives(verb, group):
            return
        if is_wider(state, group, self.current or state.subject, self.verb):
            self._role(group.entities[0], rest)
            return
        partner = is_partner(state, group, self.start, self.current)
        if partner or names_firm(state.text, group) or called(state, group, verb, self.current):
            return
        if placed(self.state, group, before, self.start):
            self._refuse(group)
            self.current, self.used = group, True
            return
        if is_scope(state.text, group):
            return
        self._leave()
        if self.lead is not None and state.text[group.start - 1] == "的":
            verb = self.lead  # 建设以X为重点的A经济带: 以 does not govern A
        ground = acting_county(self.current or state.subject) or state.ground
        group = joined(in_chapter(group, state.text, ground, state.home), state.page.resolver)
        group = with_zone(state, without_owners(group), before)
        self._refuse(group)
        self.current, self.used, self.before, self.rest, self.hung = group, False, verb, rest, 0
        if led(state, group, self.start, self.end):
            self.used = True
        elif verb is not None and verb.end == group.start and lays(state, verb, self.start):
            self.used = seated(state, group, verb, self.start)

    def _refuse(self, group: Group) -> None:
        """List the names of a group that nobody can place."""
        for entity in (e for e in group.entities if e.failed and not e.owner):
            self.state.refuse(entity)
            self.state.away |= opens_elsewhere(self.state, entity, self.start)

    def _is_abroad(self, group: Group) -> bool:
        """Whether places are of another land; where it is built on, nothing here acts any more."""
        if not self.abroad.holds(group):
            return False
        if self.abroad.built:
            self.current, self.used = None, True
        return True

    def _role(self, region: Entity, rest: list[Item]) -> None:
        """The carrier behind a region's name, as one of the places that act, if it is for some
        industry."""
        if region.carrier is not None and self.state.page.taxonomy.knows(region.extra):
            start = region.carrier.start - len(region.extra)
            self._object(Obj(start, region.stop, region.extra, region.carrier), rest)

    def _object(self, item: Obj, rest: list[Item]) -> None:
        state = self.state
        if item.start in state.taken or self._is_said(item, rest) or self._is_theirs():
            return
        if is_key(state, item):
            return
        if self.lead is not None and state.text[item.start - 1] == "的":
            self.verb = self.lead  # the verb inside the words before 的 does not govern
        if ends_list(state, item, self.current):
            self._hand_on(item, rest)
            return
        if self.current is not None and is_beside(state, self.current, item, rest):
            self.current = Group([*self.current.entities, zone_of(state, item)])
            return
        place = placed_in(state, item) if self.current is None else None
        if place is not None:
            own(state, Group([place]), self.verb, rest)
            self.used = True
            return
        if self.current is None and self._opens(item, rest):
            return
        owner = owner_of(state, item, self.current, self.verb, rest, self.start)
        if owner is not None and (owner := dealt(state, owner, item, self.objects)) is None:
            self.used = True
            return
        together = self.current is not None and self.hung > 0 and self.current.etc
        if rest and isinstance(rest[0], Group) and rest[0].start == item.end:
            return  # 国家枢纽节点中卫数据中心集群: it qualifies what follows
        made = built(state, item, owner, self.verb, self.start, together)
        self.used = made or self.used
        self.hung += 1

    def _is_theirs(self) -> bool:
        """在徐州建设啤酒基地; 支持余姚建设X，支持舟山建设Y: whether that lies elsewhere."""
        if self.abroad.governs and self.current is None:
            return True
        verb = self.verb
        return verb is not None and elsewhere(self.state, self._since(verb), verb.start)

    def _since(self, verb: Verb) -> int:
        """Where the words before a verb begin: behind what has been read of the clause."""
        ends = [o.end for o in self.objects if o.end <= verb.start]
        if self.current is not None and self.current.end <= verb.start:
            ends.append(self.current.end)
        return max(ends, default=self.start)

    def _is_said(self, item: Obj, rest: list[Item]) -> bool:
        """Whether the carrier is a place's own zone, names one, or is what the verb has granted or
        the list before it has said."""
        its = its_zone(self.state, item, self.start)
        if its is None and self.current is None:
            its = seat(self.state, item, self.verb, self.start)
        if its is not None:
            self.current, self.used = its, True
            return True
        if is_nickname(self.state.text, item) and names_those_behind(self.state, item, rest):
            return True
        if is_aim(self.state, item, self.start):
            return True
        if self._is_granted():
            self.used = True
            return True
        summed = uncounted(item.modifier) != item.modifier
        if summed and any(o.end == item.start for o in self.objects):
            return True  # 甲产业园、乙产业园两大汽车产业基地: what the two are together
        return appositive(self.state, item, self.current)

    def _hand_on(self, item: Obj, rest: list[Item]) -> None:
        """The places of a list with their own words and the carrier of the last, unknown one."""
        last = Entity(item.start, item.start, "", (), item.end, item.modifier, item.carrier)
        places = self.current.entities if self.current is not None else []
        own(self.state, Group([*places, last]), self.before, rest)
        self.used = True

    def _is_listed(self) -> bool:
        """Whether the last verb says what places have received (入选全省重点…集群)."""
        return self.verb is not None and bool(self.verb.classes & lex.LISTED)

    def _is_granted(self) -> bool:
        """Whether the verb before has granted the carrier to the places before it."""
        verb, current = self.verb, self.current
        if verb is None or current is None:
            return False
        return self._is_listed() and current.start < verb.start

    def _opens(self, item: Obj, rest: list[Item]) -> bool:
        """经开区主攻X: a zone without a place is the issuer's own; a belt in no list is refused."""
        belt = unknown_belt(self.state, item, rest, self.start)
        if belt is not None:
            self._town(Group([belt]))
        elif is_subject(self.state, item, rest, self.start):
            self.current, self.used = Group([own_zone(self.state, item, item.start)]), True
        return self.current is not None or belt is not None

    def _verb(self, verb: Verb, rest: list[Item]) -> None:
        if verb.word == _TOWARDS and self.lead is not None and self.lead.end == verb.start:
            return  # 打造对俄进出口加工基地: a word of the name
        if verb.classes & lex.OWN:
            self._ours(verb)
        elif verb.classes != lex.OF and not (verb.word == _MAIN and self._is_listed()):
            self.verb, self.hung = verb, -9
            self.lead = verb if verb.classes & lex.BUILD else self.lead
        sought = (self.state, self.start, verb)
        town = None if self.current else unknown_town(*sought) or unknown_builder(*sought)
        if town is not None:
            self._town(Group([town]))
        silent = self.current is None and self._says_nothing(verb)
        if silent or (self.current is None and elsewhere(self.state, self.start, verb.start)):
            return
        made = verb_role(self.state, verb, self.current, rest, self.start, self.end)
        self.used = made or self.used

    def _town(self, town: Group) -> None:
        """A town that the gazetteer lacks: the subject in a county's chapter, else refused."""
        state = self.state
        town = in_chapter(town, state.text, state.ground, state.home)
        if town.entities[0].failed:
            self.state.refuse(town.entities[0])
            self.state.subject = None  # what follows is not of those before it
        else:
            self.current = town

    def _says_nothing(self, verb: Verb) -> bool:
        """Whether a verb without a place before it has nobody to speak of."""
        if verb.classes == lex.OF:
            return True
        alone = verb.classes & _ALONE or verb.word == "呈现"
        return not alone and self.state.subject is None

    def _ours(self, own: Verb) -> None:
        """全区重点发展X: the issuer's own land as a subject, where the issuer is a county."""
        if self.state.home.level == "county" and own.word in _WHOLE and self.current is None:
            home = (self.state.home,)
            entity = Entity(own.start, own.end, own.word, home, own.end, explicit=True)
            self.current, self.used = Group([entity]), True

    def _leave(self) -> None:
        """The places that no pattern has taken up: their own carriers."""
        if self.current is None or self.used:
            return
        leaning = self.before is not None and self.before.word == "依托"
        if leaning and is_leant_on(self.state, self.current, self.rest, self.end):
            return
        own(self.state, self.current, self.before, self.rest)

    def _subject(self, items: list[Item]) -> None:
        """The clause's places act on in the sentence, and in the paragraph if they open it."""
        state = self.state
        groups = [i for i in items if isinstance(i, Group)]
        if self.current is None and not groups:
            return
        if self.current is not None and not any(g is self.current for g in groups):
            groups.append(self.current)  # taken up from an earlier sentence: 该园区
        for group in (self.current, *groups[:1]):
            ours = group is not None and (
                group is self.current
                or state.is_home(group.entities[0])
                or not OPENING.sub("", state.text[self.start : group.start]).strip("—")
            )
            if group is not None and ours and acts(self.state, items, group, self.end):
                state.subject = group
                break
        first = groups[0] if groups else None
        if first is not None and speaks_on(state, items, first):
            state.page.topic_subject = first
