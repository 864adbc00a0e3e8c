"""Which places of a clause act on which carrier, verb by verb: words become claims.

Each pattern of the language is a function of `objects`, `roles` and the modules beside them;
`data/reader/patterns.toml` holds an example of each, which is its test.
"""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.chapters import acting_county, in_chapter
from layers.extract.places.entities import Entity, Group, Item, Obj, Verb, uncounted
from layers.extract.places.neighbours import joined
from layers.extract.sentences.abroad import Abroad
from layers.extract.sentences.acting import (
    OPENING,
    acts,
    elsewhere,
    gives,
    is_merged,
    is_partner,
    is_wider,
    leans,
    speaks_on,
    unknown_builder,
    unknown_town,
)
from layers.extract.sentences.gatherings import apart
from layers.extract.sentences.grounds import is_aim, is_common_part, own_zone, placed_in, zone_of
from layers.extract.sentences.objects import appositive, built, dealt
from layers.extract.sentences.owned import own
from layers.extract.sentences.parks import is_beside, is_subject, stocked, with_parks, with_zone
from layers.extract.sentences.quotations import is_nickname, titled
from layers.extract.sentences.roles import verb_role
from layers.extract.sentences.seats import its_zone, lays, led, placed, seated
from layers.extract.sentences.state import State

_TOWARDS, _MAIN = "对", "重点"
_BUILT = frozenset(("base", "agglomeration_area", "cluster"))
"""Kinds of what is built on the strength of a zone, and is the zone's."""
_OURS = re.compile(r"我[省市县区州](?!重要|最大|唯一)")
_WHOLE = ("全区", "全县", "区内", "县内", "我区", "我县")
_ALONE = lex.LISTED | lex.FOCUS
"""Classes of verbs that take up a subject from before, or name one behind."""
_FIRM = compiled(r"[\u4e00-\u9fff]{1,6}(?:股份|有限责任|有限)+公司")
"""青岛啤酒股份有限公司: what makes a firm's name of a place's."""
_NAMED = compiled(r"[“\"][^”\"]{1,8}[”\"](?:为|即|是)")
"""“四心”为X: a part of a layout is a subject of its own."""
_SIZE = compiled(r"(?:规模|总?产值|营业?收入|总量)?(?:突破|达到?|超过?|实现)")
"""What is said of how large a carrier is to be."""
_WIDE = compiled(r"[\u4e00-\u9fff]{2}地区|[长珠]三角|京津冀|[\u4e00-\u9fff]{2,4}湾区")
"""A region of several provinces that closes a list (成都软件、成渝地区电子信息等集群)."""
_LISTING = ("、", "和", "与", "及", "以及")
_OF = compiled(
    r"[^，,。；、]{2,8}的[^，,。；]{0,8}(?:区|地|平台|节点|支点|窗口|引擎|门户)(?=[，,。；]|$)"
)
"""What follows a place that only says where another's part lies (沿江开发的核心承载区)."""
_OPENED = compiled(r"[（(][^）)，,。；;]*$")
_NEAR = 24
"""Characters of a bracket before the place in it."""


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
        items = apart(with_parks(self.state, items))
        self.objects = [i for i in items if isinstance(i, Obj)]
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

    def _group(self, group: Group, before: list[Item], rest: list[Item]) -> None:
        state, verb = self.state, self.verb
        if self._is_abroad(group) or is_merged(verb, rest) or gives(verb, group):
            return
        if is_wider(state, group, self.current or state.subject, self.verb):
            self._role(group.entities[0], rest)
            return
        partner = is_partner(state, group, self.start, self.current)
        if partner or _FIRM.match(state.text, group.entities[0].end):
            return
        if placed(self.state, group, before, self.start):
            self._refuse(group)
            self.current, self.used = group, True
            return
        if _is_scope(state.text, group):
            return
        self._leave()
        if self.lead is not None and state.text[group.start - 1] == "的":
            verb = self.lead  # 建设以X为重点的A经济带: 以 does not govern A
        ground = acting_county(self.current or state.subject) or state.ground
        group = joined(in_chapter(group, state.text, ground, state.home), state.page.resolver)
        group = with_zone(state, _without_owners(group), before)
        self._refuse(group)
        self.current, self.used, self.before, self.rest, self.hung = group, False, verb, rest, 0
        if led(state, group, self.start, self.end):
            self.used = True
        elif verb is not None and verb.end == group.start and lays(state, verb, self.start):
            self.used = seated(state, group, verb, self.start)

    def _refuse(self, group: Group) -> None:
        """List the names of a group that nobody can place."""
        for entity in group.entities:
            if entity.failed and not entity.owner:
                self.state.refuse(entity)

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
        if self.lead is not None and state.text[item.start - 1] == "的":
            self.verb = self.lead  # the verb inside the words before 的 does not govern
        if self._goes_on(item):
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
        owner = self._owner(item, rest)
        if owner is not None and (owner := dealt(state, owner, item, self.objects)) is None:
            self.used = True
            return
        together = self.current is not None and self.hung > 0 and self.current.etc
        if self.current is None and is_subject(state, item, rest, self.start):
            self._bare(item)
            return
        if self.current is None and stocked(state, item, self.start):
            return
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
        if its is not None:
            self.current, self.used = its, True
            return True
        if is_nickname(self.state.text, item) and self._named_behind(item, rest):
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

    def _goes_on(self, item: Obj) -> bool:
        """丹阳眼镜、邳州大蒜、阳澄湖大闸蟹产业集群: the list ends in a name that nobody knows."""
        current = self.current
        if current is None or current.entities[-1].carrier is not None:
            return False
        joint = self.state.text[current.end : item.start] in _LISTING
        if current.etc and len(current.entities) == 1 and not _WIDE.match(item.modifier):
            return False
        return joint and bool(item.modifier) and all(e.extra for e in current.entities)

    def _hand_on(self, item: Obj, rest: list[Item]) -> None:
        """The places of a list with their own words and the carrier of the last, unknown one."""
        last = Entity(item.start, item.start, "", (), item.end, item.modifier, item.carrier)
        places = self.current.entities if self.current is not None else []
        own(self.state, Group([*places, last]), self.before, rest)
        self.used = True

    def _owner(self, item: Obj, rest: list[Item]) -> Group | None:
        """The places that act on a carrier: those of the clause, or the subject carried on."""
        text, current = self.state.text, self.current
        if current is None:
            verb = self.verb
            foreign = verb is not None and self.state.is_foreign(self.start, verb.start)
            ours = _OURS.search(text, self.start, item.start) or _NAMED.match(text, self.start)
            foreign = foreign or text.startswith("全省", self.start) or self._is_sum(item)
            foreign = foreign or is_common_part(self.state, item)
            if foreign or ours or self.state.page.resolver.compass(item.modifier):
                return None  # 打造藏中南清洁能源基地: nobody's but that region's
            return None if self._opens_list(item, rest) else self.state.carried()
        if _is_aside(text, current, item):
            return None
        last = current.entities[-1]
        if self.verb is not None and self.verb.start >= current.end:
            return current  # 在A开发区和B园打造X集群
        closed = last.carrier is not None or text[current.end - 1] in "）)"
        if closed and text.startswith(_LISTING, current.end):
            return None  # 洋浦新材料基地、老城油气基地: the next of a list is not the first one's
        return current

    def _is_sum(self, item: Obj) -> bool:
        """支持A、B创建X，力争Y产业集群突破万亿元: a size that is aimed at is not each place's."""
        subject, verb = self.state.subject, self.verb
        if subject is None or len(subject.entities) < 2:
            return False
        aims = verb is None or (not verb.classes & lex.BUILD and verb.end == item.start)
        return aims and _SIZE.match(self.state.text, item.end) is not None

    def _opens_list(self, item: Obj, rest: list[Item]) -> bool:
        """藏中清洁能源基地、昌都水风光储基地纳入规划: the first of a list, and its own subject."""
        text, after = self.state.text, next(iter(rest), None)
        opens = self.verb is None and not OPENING.sub("", text[self.start : item.start])
        follows = isinstance(after, Group | Obj) and text[item.end : after.start] in _LISTING
        return opens and follows

    def _named_behind(self, item: Obj, rest: list[Item]) -> bool:
        """“中国人参之乡”抚松县: a nickname before its place."""
        after = rest[0] if rest else None
        if not isinstance(after, Group) or after.start > item.end + 1:
            return False
        titled(self.state, item, after.entities[0])
        return True

    def _is_listed(self) -> bool:
        """Whether the last verb says what places have received (入选全省重点…集群)."""
        return self.verb is not None and bool(self.verb.classes & lex.LISTED)

    def _is_granted(self) -> bool:
        """Whether the verb before has granted the carrier to the places before it."""
        verb, current = self.verb, self.current
        if verb is None or current is None:
            return False
        return self._is_listed() and current.start < verb.start

    def _bare(self, item: Obj) -> None:
        """经开区主攻X, 北部片区主攻Y: a zone without a place is the issuer's own."""
        entity = own_zone(self.state, item, item.start)
        self.current, self.used = Group([entity]), True

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
        if self.current is None or self.used or self._is_leant_on(self.current):
            return
        own(self.state, self.current, self.before, self.rest)

    def _is_leant_on(self, group: Group) -> bool:
        """依托洛阳化工园区，打造X基地: the zone is named for what is built in the next clause."""
        if self.before is None or self.before.word != "依托" or self.rest:
            return False
        later = (items for start, _, items in self.state.read if start >= self.end)
        things = next(later, [])
        verb = things[0] if things else None
        builds = isinstance(verb, Verb) and bool(verb.classes & lex.BUILD)
        if builds and isinstance(verb, Verb) and verb.word == "发展" and len(things) == 1:
            return leans(self.state, group)  # 依托A、B高新区，发展新材料
        kinds = {self.state.page.kinds[i.carrier.word] for i in things if isinstance(i, Obj)}
        return builds and bool(kinds & _BUILT) and leans(self.state, group)

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


def _is_scope(text: str, group: Group) -> bool:
    """打造成为甲区沿江开发的核心区, 成为乙市乃至全省的策源地: whose something becomes, and no
    subject."""
    if not text.endswith("成为", 0, group.start):
        return False
    end = group.entities[-1].end
    return text.startswith(("的", "乃至"), end) or _OF.match(text, end) is not None


def _is_aside(text: str, group: Group, item: Obj) -> bool:
    """甲基地（含乙县丙园）和丁园: whether a place stands in a bracket before a carrier."""
    between = text[group.end : item.start]
    closes = between[:1] in ("）", ")") and len(between) > 1
    return closes and _OPENED.search(text, max(0, group.start - _NEAR), group.start) is not None


def _without_owners(group: Group) -> Group:
    """长寿区与中国石化共建X: the places, for a firm of the whole country is none of them."""
    placed = [e for e in group.entities if e.places or e.carrier or not e.owner]
    others = any(e.places for e in placed) and len(placed) < len(group.entities)
    return Group(placed, group.etc) if others else group
