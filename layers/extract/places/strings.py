"""Names that no list holds: strings of short forms (呼包鄂, “孝随襄十”) and unknown towns.

They are the words that nobody knows before a known one.
"""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity
from layers.extract.places.initials import QUALITIES, Initials, county_initials, initials, undecided
from layers.extract.places.mentions import Token
from layers.extract.places.names import Names
from layers.extract.places.toponyms import POINTS, TOWNS, Resolution
from layers.extract.places.townships import NO_RANK
from layers.extract.places.villages import ends_name

AFTER_INITIALS = lex.INDUSTRY | lex.CARRIER | lex.SUFFIX | lex.OPEN | lex.LIST | lex.ETC
"""Classes of words that may follow a string of short forms."""
_LONGEST = 12
"""Characters of a string."""
_QUOTED = compiled(r"[“\"]([\u4e00-\u9fff]{2,6})[”\"]")
_QUOTES = '“"'
_TOWN = compiled(r"(?P<name>[\u4e00-\u9fff]{2,3}(?:镇|乡|街道))(?:[则也])?")
_LOCAL = compiled(
    r"(?P<name>(?!其中|地跨|横跨|跨越|途经|涉及|涵盖|包括|覆盖|毗邻)[\u4e00-\u9fff]{2,6}"
    rf"(?:(?<![乡城小集制重名古各全]){NO_RANK}镇|(?<![城家故老])乡|街道)"
    r"|[\u4e00-\u9fff]{2,4}(?<![农乡政范色心困业新强全各每两三四五六七八九十个])村)(?:[则也])?"
)
"""A town, or a village, in its county's own text."""
_TOWN_ENDS = (*TOWNS, "村", "则", "也")
_BORDERS = ("边界", "交界", "毗邻", "接壤", "省际", "边区")
_TWO = 2
"""Cities of the shortest string."""
SPELLED = compiled(r"(?:[\u4e00-\u9fff][（(][\u4e00-\u9fff]{1,3}[）)][-－—–]{0,2}){2,6}")
_RESTS = compiled(r"([\u4e00-\u9fff])[（(]([\u4e00-\u9fff]{1,3})[）)]")
_PART = compiled(
    rf"[^新中][{POINTS}]{{1,2}}(?:部|地区)?"
    r"(?![心国小央医药试型间等华欧亚韩日方兰式餐文东西南北])(?!(?<=中)高)"
)
BEHIND_TOWN = lex.VERBS | lex.LIST | lex.ETC | lex.INDUSTRY | lex.OF
"""Classes of words that show that a town's name ends before them."""


class Strings(Names):
    """The names of a clause that are no word of the gazetteer."""

    def _spelled(self, token: Token) -> Entity | None:
        """芜（湖）马（鞍山）, 独（山子）-克（拉玛依）: short forms with the rest of each name."""
        begin = token.start - 1
        match = SPELLED.match(self.text, begin, self.end) if begin >= self._gap() else None
        if match is None:
            return None
        names = [head + rest for head, rest in _RESTS.findall(match[0])]
        found = [self.resolver.resolve(name).place for name in names]
        places = tuple(p for p in found if p is not None)
        if len(places) < len(names):
            return None
        while self.at < len(self.tokens) and self.tokens[self.at].start < match.end():
            self.at += 1
        return Entity(begin, match.end(), match[0], places, match.end(), explicit=True)

    def _initials(self, token: Token) -> Entity | None:
        """呼包鄂, 宝汉天: unknown words before a known one, each character a unit."""
        gap = self._gap()
        opens = self.text[gap] in _QUOTES
        quoted = _QUOTED.match(self.text, gap, token.start) if opens else None
        if quoted is not None:
            return self._quoted(quoted)
        town = self._unknown_town(gap, token) or self._part(gap, token)
        if town is not None or not token.classes & AFTER_INITIALS:
            return town
        if not self._may_string(gap, token) or not self._open_left(gap) or self._is_tail(gap):
            return None
        found = self._string(gap, token)
        return self._strung(gap, found) if found.places else self._doubtful(gap, token)

    def _doubtful(self, gap: int, token: Token) -> Entity | None:
        """绥哈大齐 behind 哈尔滨航空、: a string of a list whose characters nothing decides."""
        chunk = self.text[gap : token.start]
        told = undecided(chunk, self.resolver) if self._is_listed(gap) else ()
        if not told:
            return None
        return Entity(
            gap, token.start, chunk, (), token.start, failed=Resolution(None, "ambiguous", told)
        )

    def _part(self, gap: int, token: Token) -> Entity | None:
        """鲁西北, 豫中: a part of a province that the gazetteer lacks, and that is refused."""
        part = _PART.match(self.text, gap, token.start) if self._may_part(gap, token) else None
        if part is None or not self._open_left(gap):
            return None
        end, unknown = part.end(), Resolution(None, "unknown")
        return Entity(gap, end, part[0], (), end, failed=unknown)

    def _beyond(self, token: Token) -> Entity | None:
        """豫西|南: a part of a province of whose name the gazetteer has but the beginning."""
        if not self.resolver.compass(token.word) or not self._goes_on_by_compass(token):
            return None
        part = _PART.match(self.text, token.start, self.end)
        if part is None or not self._open_left(token.start):
            return None
        while self.at < len(self.tokens) and self.tokens[self.at].start < part.end():
            self.at += 1
        unknown = Resolution(None, "unknown")
        return Entity(token.start, part.end(), part[0], (), part.end(), failed=unknown)

    def _may_part(self, gap: int, token: Token) -> bool:
        """Whether unknown words begin with a province's short form and a point of the compass."""
        chunk = self.text[gap : token.start]
        return len(chunk) > 1 and chunk[1] in POINTS and self.resolver.compass(chunk)

    def _may_string(self, gap: int, token: Token) -> bool:
        """Whether a string of short forms can begin: its first two characters are some, or it
        may be one of counties."""
        if token.start - gap > _LONGEST:
            return False
        short, text = self.resolver.short, self.text
        return bool(short(text[gap]) and short(text[gap + 1])) or self._closes_list(gap, token)

    def _string(self, gap: int, token: Token) -> Initials:
        """The units that the characters before a word stand for; counties at the end of a list."""
        chunk = self.text[gap : token.start]
        found = initials(chunk, self.resolver)
        whole = found.length == len(QUALITIES.split(chunk, maxsplit=1)[0])
        joint = found.length == 2 and all(p.level == "province" for p in found.places)  # 湘琼
        if found.length < (2 if whole or joint else 3):
            closes = self._closes_list(gap, token)
            counties = county_initials(chunk, self.resolver) if closes else ()
            return Initials(counties, len(counties))
        return found

    def _strings_at(self, k: int) -> bool:
        """成德高端能源装备 behind 成都软件、: two cities by a letter each, then their goods."""
        token = self.tokens[k] if k < len(self.tokens) else None
        if token is None or not token.classes & lex.INDUSTRY:
            return False
        chunk = QUALITIES.split(self.text[self.tokens[k - 1].end : token.start], maxsplit=1)[0]
        return len(chunk) == _TWO and initials(chunk, self.resolver).length == _TWO

    def _is_tail(self, gap: int) -> bool:
        """岳长潭株衡: what stands behind a name that was none is the end of a longer string."""
        before = self.tokens[self.at - 1] if self.at else None
        cut = before is not None and before.end == gap and bool(before.classes & lex.PLACE)
        return cut and self.barrier != gap

    def _strung(self, gap: int, found: Initials) -> Entity:
        """The string as one place, with its suffix and the members that a bracket names."""
        end = gap + found.length
        name_end, _ = self._suffix(end)
        bracket = self._bracket(name_end)
        explicit = bracket is not None and bool(bracket.places) and bracket.includes
        stop = bracket.end if bracket is not None else name_end
        members = bracket.places if bracket is not None and explicit else found.places
        failed = None if explicit else self._undecided(found)
        name = self.text[gap:name_end]
        if self.text.startswith(_BORDERS, stop):  # 浙赣闽边界地区 is none of the three
            members, failed = (), Resolution(None, "unknown")
        return Entity(gap, stop, name, members, stop, failed=failed, explicit=explicit)

    def _unknown_town(self, gap: int, token: Token) -> Entity | None:
        """苏溪镇: a town that the gazetteer lacks, in the text of its county or city: there."""
        if not self.text.endswith(_TOWN_ENDS, gap, token.start):
            return None
        if self.resolver.home.level not in ("county", "prefecture"):
            return None
        local = self.resolver.home.level == "county"
        match = (_LOCAL if local else _TOWN).fullmatch(self.text, gap, token.start)
        if match is None or not self._open_left(gap) or not ends_name(token, BEHIND_TOWN):
            return None
        end, home = match.end("name"), (self.resolver.home,)
        return Entity(gap, end, match["name"], home, end, explicit=True)

    def _closes_list(self, gap: int, token: Token) -> bool:
        """Whether two or three unknown characters stand in a list behind a place."""
        joined = token.classes & (lex.LIST | lex.ETC | lex.SUFFIX)
        return self._is_listed(gap) and bool(joined) and token.start - gap in (2, 3)

    def _is_listed(self, gap: int) -> bool:
        before = self.tokens[self.at - 1] if self.at else None
        return before is not None and before.end == gap and bool(before.classes & lex.LIST)

    def _quoted(self, match: re.Match[str]) -> Entity | None:
        """“孝随襄十”: a string of short forms in quotation marks."""
        chunk = match[1]
        found = initials(chunk, self.resolver)
        if found.length != len(chunk):
            return None
        start, end = match.start(1), match.end()
        failed = self._undecided(found)
        return Entity(start, end, chunk, found.places, end, failed=failed, explicit=True)
