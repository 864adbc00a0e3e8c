"""Whether a word that is a place's name stands in a clause as one: 资源 and 大同 are words too.

A name of four characters, or with its ending, is one. A shorter one stands behind a boundary; one
that is a word as well needs a list, goods, a carrier or a verb of a builder beside it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.lookalikes import is_harbour, is_nature, is_part_of_word
from layers.extract.places.mentions import Token
from layers.extract.places.toponyms import TOWNS, has_ending, is_unit
from layers.extract.places.window import BAY, Window

_RANK = compiled(r"(?:国家|全国|省|市)级?(?:重点)?")
"""What may stand between a place and what is its own (安定国家现代农业示范区)."""
BUILDING = lex.BUILD | lex.FOCUS
"""Classes of verbs of which a place is the subject."""
_COMMON = (
    *("合作", "会同", "互助", "振兴", "友好", "兴业", "兴国", "建国", "富民"),
    *("惠民", "安居", "新建", "资源", "通道", "公安", "平安", "和平", "光明"),
    *("大方", "南部", "东区", "西区", "新城", "山城", "海港", "城区", "矿区"),
    *("郊区", "中原", "平原", "城中", "城东", "城西", "城南", "城北", "河口"),
    *("东方", "大城", "城关"),
)
"""Names that are first of all words, verbs among them."""
_PAIRS = (lex.INDUSTRY, lex.LIST, lex.PLACE, lex.INDUSTRY)
"""What stands behind the first place of a list of places with their goods."""
_PORT = "港口"
_REST = 2
"""Characters of a good's name behind the word that is known (青稞|酒)."""
_BESIDE = 60
"""Characters within which the next clause says the same of another place."""
_STOP = re.compile("[。\n]")
_LENGTHS = range(5, 1, -1)
_COMPASS = ("东", "西", "南", "北")


class Standing(Window):
    """The words of one clause that are names of places."""

    def _is_name(self, token: Token) -> bool:
        """Whether a word that is a name stands here as one."""
        before = self.tokens[self.at - 1] if self.at and token.classes & lex.CARRIER else None
        if before is not None and before.end == token.start and before.classes & lex.PLACE:
            return False  # 沣东新城 is not Xi'an's 新城
        if self._town_end(token) and self._is_ours(token):
            return self._open_left(token.start)
        if token.classes & lex.WORDLIKE and not self._listed(token):
            return (self._is_near(token) and self._bears(token)) or self._acts(token)
        if token.classes & lex.WORDLIKE and token.classes & lex.TOWN:
            return self.resolver.resolve(token.word).place is not None  # 烟台的黄金、潍坊的…
        if is_nature(self.text, token.end, token.word) and not self._opens_another(token):
            return False  # 赤水河 is a river, not 赤水
        harbour = token.word.endswith("港") and is_harbour(self.resolver, token.word)
        if harbour or token.word == _PORT:
            return False  # 港口机械: 港口区 has its ending
        if self._goes_on_by_compass(token) or is_part_of_word(self.text, token.end, token.word):
            return False  # 赣西北 is not 赣西
        if self.text.startswith(BAY, token.end) and not has_ending(token.word):
            return False  # 杭州湾新区, 宁波杭州湾, 雷州湾沿岸
        if len(token.word) >= 4 or (len(token.word) == 3 and has_ending(token.word)):
            return True
        return self._open_left(token.start) or self._is_near(token)

    def _is_ours(self, token: Token) -> bool:
        """Whether a town by this name is the issuer's: any in a county's text, in a city's one
        that the gazetteer does not know by another ending (湖田镇 is not its 湖田乡)."""
        place, home = self.resolver.resolve(token.word).place, self.resolver.home
        known = place is not None and self.resolver.is_home(place)
        bare = place is not None and not place.name.endswith(TOWNS)
        return home.level == "county" or (home.level == "prefecture" and known and bare)

    def _opens_another(self, token: Token) -> bool:
        """福州江阴: a county's or town's name begins with what would make a river of this one."""
        after = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else token
        if after.start != token.end or after.classes & (lex.PLACE | lex.WORDLIKE) != lex.PLACE:
            return False
        found = self.resolver.resolve(after.word)
        named = (found.place,) if found.place is not None else found.candidates
        return all(p.level in ("county", "town") for p in named)

    def _goes_on_by_compass(self, token: Token) -> bool:
        """Whether a point of the compass makes another name of a region's or county's (辽中南)."""
        if self.text[token.end : token.end + 1] not in _COMPASS:
            return False
        after = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        place = self.resolver.resolve(token.word).place
        apart = after is None or after.start > token.end or not self._is_of_home(after.word)
        part = self.resolver.compass(token.word) and not has_ending(token.word)
        return apart and place is not None and (place.level == "region" or part)

    def _is_of_home(self, name: str) -> bool:
        """Whether a name is a unit's of the issuer's (豫西|南阳; no 南新 in 豫西南新能源)."""
        place = self.resolver.resolve(name).place
        return place is not None and is_unit(place) and self.resolver.is_home(place)

    def _bears(self, token: Token) -> bool:
        """大同新能源产业基地: a name that is a word too, with an industry right behind it."""
        rank = _RANK.match(self.text, token.end)
        begin = rank.end() if rank else token.end
        if not self._open_left(token.start):
            return False
        return self._begins(begin, lex.INDUSTRY | lex.CARRIER) or self._bears_park(begin)

    def _bears_park(self, begin: int) -> bool:
        """东方临港产业园: another word that is a name too, and a carrier behind it."""
        ends = (t.end for t in self.tokens if t.start == begin and t.classes & lex.WORDLIKE)
        return any(self._begins(end, lex.CARRIER) for end in ends)

    def _acts(self, token: Token) -> bool:
        """中山打造灯饰集群: a name that is a word too, right before a verb, where it is a city's
        or another clause of the sentence says the same of a unit (株洲打造X，通道打造Y)."""
        verb = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        if verb is None or verb.start != token.end or not verb.classes & BUILDING:
            return False
        place = self.resolver.resolve(token.word).place
        if place is None or not is_unit(place) or not self._opens_statement(token):
            return False
        near = self._is_near(token) and token.word not in _COMMON
        return self.resolver.is_home(place) and (near or self._is_parallel(token, verb))

    def _opens_statement(self, token: Token) -> bool:
        """Whether a name begins the clause, or stands behind a joint or a helping verb."""
        before = self.tokens[self.at - 1] if self.at else None
        helped = before is not None and bool(before.classes & (lex.HELP | lex.LIST))
        return token.start == self.start or (
            helped and before is not None and before.end == token.start
        )

    def _is_parallel(self, token: Token, verb: Token) -> bool:
        """Whether the same verb stands behind a unit's name in a clause beside this one."""
        before = _STOP.split(self.text[max(0, token.start - _BESIDE) : token.start])[-1]
        behind = _STOP.split(self.text[verb.end : verb.end + _BESIDE])[0]
        begin, end = token.start - len(before), verb.end + len(behind)
        said = re.finditer(re.escape(verb.word), self.text[begin:end])
        ends = (begin + m.start() for m in said)
        return any(self._ends_unit(at) for at in ends if at != verb.start)

    def _ends_unit(self, at: int) -> bool:
        """Whether the name of a unit of the issuer's ends at an offset."""
        return any(self._is_of_home(self.text[max(0, at - n) : at]) for n in _LENGTHS)

    def _is_near(self, token: Token) -> bool:
        """Whether the word names a part right below the issuer: too few to arise by chance."""
        place, home = self.resolver.resolve(token.word).place, self.resolver.home
        level = {"province": "prefecture", "prefecture": "county"}.get(home.level)
        if place is None or not self.resolver.is_home(place):
            return False
        return place.level == level or (
            place.level == "county" and place.parents[:1] == (home.code,)
        )

    def _listed(self, token: Token) -> bool:
        """Whether a neighbour in a list is a place (资源、兴安 …)."""
        before = self.tokens[self.at - 2 : self.at] if self.at > 1 else []
        after = self.tokens[self.at + 1 : self.at + 3]
        behind = _joined(*before, token) and before[0].classes & lex.PLACE
        ahead = _joined(token, *after) and after[1].classes & lex.PLACE
        if behind or (ahead and self._open_left(token.start)):
            return True
        return self._is_pair(token) or self._opens_pairs(token)

    def _opens_pairs(self, token: Token) -> bool:
        """盛泽丝绸、常熟服装; 安化黑茶、炎陵黄桃: the first of a list of places with goods."""
        ahead = self.tokens[self.at + 1 : self.at + 1 + len(_PAIRS)]
        if len(ahead) < len(_PAIRS) or not self._open_left(token.start):
            return False
        gaps = [b.start - a.end for a, b in pairwise((token, *ahead))]
        if gaps.pop(1) > _REST or any(gaps):
            return False
        if not all(t.classes & c for t, c in zip(ahead, _PAIRS, strict=True)):
            return False
        known = [self.resolver.resolve(t.word).place for t in (token, ahead[2])]
        return all(p is not None and self.resolver.is_home(p) for p in known)

    def _is_pair(self, token: Token) -> bool:
        """长治LED、大同新能源: whether goods stand right behind, in a list of places and goods."""
        before, after = self.tokens[max(0, self.at - 4) : self.at], self.tokens[self.at + 1 :][:1]
        if not before or before[-1].end != token.start or not before[-1].classes & lex.LIST:
            return False
        goods = (
            bool(after) and after[0].start == token.end and bool(after[0].classes & lex.INDUSTRY)
        )
        beside = goods and any(t.classes & lex.PLACE for t in before[:-1])
        return beside and self.resolver.resolve(token.word).place is not None


def _joined(*tokens: Token) -> bool:
    """Whether these are a word, a joint of a list and a word, with nothing between (资源、兴安)."""
    if len(tokens) != 3:
        return False
    left, joint, right = tokens
    touching = left.end == joint.start and joint.end == right.start
    return touching and bool(joint.classes & lex.LIST)
