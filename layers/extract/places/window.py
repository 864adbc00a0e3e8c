"""The clause being read: its words, how far the reading is, and what may stand round a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.brackets import Bracket
from layers.extract.places.mentions import Token
from layers.extract.places.toponyms import TOWNS, Resolver, has_ending

if TYPE_CHECKING:
    from geo.place import Place
    from layers.extract.places.entities import Entity

_BOUNDARY = (
    lex.VERBS
    | lex.GROW
    | lex.LIST
    | lex.ETC
    | lex.CLAUSE
    | lex.OF
    | lex.OWN
    | lex.PLACE
    | lex.OWNER
    | lex.CARRIER
)
BEFORE = frozenset(
    "在以于对向到由从将把和与及、，的是为经至自达给让使被同跟仅其中即而则.．"
    '（(“”"’：:；;。\n 》—–－-•·《\t0123456789'
)
"""Characters behind which a name may begin."""
_SETTLED = ("落户", "落地", "选址", "坐落")
"""Words before the place where something settles."""
_EXAMPLES = ("例如", "比如", "譬如", "诸如", "遴选出", "评选出")
"""Words before the first of several examples, or of what was chosen."""
BAY = "湾"
"""What makes a water of a unit's bare name (东山湾)."""
_ENDING = lex.VERBS | lex.OF | lex.CLAUSE | lex.OWN
_PROPER = ("市区", "城区", "中心城区", "主城区")
_PARKS = ("林", "艺", "丁", "博", "子")
_TOWN_END = compiled(r"街道(?!办)|镇(?![区街域村乡级上])|乡(?![村镇贤愁土野亲音级])")
"""What makes a town of the bare name before it."""
_TAIL = 2
"""Characters of goods behind the last word of them that is known."""
_AHEAD = 30
"""Words within which a carrier must come, or a bracket close."""


class Window:
    """One clause; `at` is the index of the next token, `barrier` the offset behind which a
    carrier's words begin."""

    def __init__(
        self, text: str, resolver: Resolver, start: int, end: int, tokens: list[Token]
    ) -> None:
        self.text, self.resolver, self.start, self.end = text, resolver, start, end
        self.tokens, self.at, self.barrier = tokens, 0, start

    def _gap(self) -> int:
        """Where the words that nobody knows begin before the present one."""
        before = self.tokens[self.at - 1].end if self.at else self.start
        return before if before > self.barrier else self.barrier

    def _after_compass(self, at: int) -> bool:
        """Whether a part of a province stands before (藏西北改则, 豫北安阳)."""
        begins = range(max(self.start, at - 3), at - 1)
        ends = self.text[at - 1] in "东西南北中"
        return ends and any(self.resolver.compass(self.text[begin:at]) for begin in begins)

    def _open_left(self, at: int) -> bool:
        """Whether a word may begin here: behind a boundary, a joint or a verb."""
        if at <= self.start or self.text[at - 1] in BEFORE or self._after_boundary(at):
            return True
        if self._after_compass(at):
            return True
        return self.text.endswith(_SETTLED + _EXAMPLES, self.start, at)

    def _after_boundary(self, at: int) -> bool:
        before = self.tokens[self.at - 1] if self.at else None
        return before is not None and before.end == at and bool(before.classes & _BOUNDARY)

    def _bracket(self, end: int) -> Bracket | None:
        """The bracket that opens at `end`, which is then read."""
        tokens = self.tokens
        if self.at >= len(tokens) or tokens[self.at].start != end:
            return None
        if not tokens[self.at].classes & lex.OPEN:
            return None
        rest = range(self.at + 1, min(len(tokens), self.at + _AHEAD))
        close = next((k for k in rest if tokens[k].classes & lex.CLOSE), None)
        if close is None:
            return None
        inside = tokens[self.at + 1 : close]
        words = self.text[tokens[self.at].end : tokens[close].start]
        names = (t for t in inside if t.classes & lex.PLACE and self.text[t.end] != BAY)
        named = [self.resolver.resolve(t.word).place for t in names]
        self.at = close + 1
        places = tuple(p for p in named if p is not None)
        alone = self.resolver.resolve(words).place is not None
        return Bracket(places, tokens[close].end, words, alone)

    def _carrier_ahead(self, k: int) -> bool:
        """Whether a carrier comes before a place, a verb or 的."""
        for token in self.tokens[k : k + _AHEAD]:
            if token.classes & lex.CARRIER:
                return True
            if token.classes & lex.PLACE and not token.classes & lex.WORDLIKE:
                return False
            if token.classes & _ENDING and not token.classes & lex.LIST:
                return False
        return False

    def _is_park(self, end: int) -> bool:
        """海淀园: a place with 园 alone behind it."""
        after = self.tokens[self.at].start if self.at < len(self.tokens) else self.end
        return after > end and self.text[end] == "园" and self.text[end + 1 : end + 2] not in _PARKS

    def _has_goods(self, zone: Entity) -> bool:
        """西安高新区半导体、生物医药，: nothing but goods between a zone and the clause's end."""
        rest = self.tokens[self.at :]
        if zone.carrier is None or not rest or rest[0].start != zone.stop or zone.extra:
            return False
        goods = all(t.classes & (lex.INDUSTRY | lex.LIST) for t in rest)
        return goods and self.end - rest[-1].end < _TAIL

    def _is_proper(self, end: int) -> bool:
        """Whether the city proper is meant: 绍兴市区, 绍兴市城区."""
        if self.text.startswith(_PROPER, end):
            return True
        return self.text[end - 1 : end + 1] == "市区"

    def _suffix(self, end: int) -> tuple[int, str]:
        suffix = ""
        while self.at < len(self.tokens) and self.tokens[self.at].start == end:
            if not self.tokens[self.at].classes & lex.SUFFIX:
                break
            end, suffix = self.tokens[self.at].end, self.tokens[self.at].word
            self.at += 1
        return end, suffix

    def _unlisted_town(self, outer: Place, token: Token) -> int:
        """南安市官桥镇, where the gazetteer knows a town of that name in other counties only: where
        the name of the county's own town ends, 0 for no town."""
        if outer.level not in ("county", "prefecture"):
            return 0
        ends = (e for e in TOWNS if self.text.startswith(e, token.end))
        stop = token.end + len(next(ends, ""))
        if token.word.endswith(TOWNS) or stop > token.end:
            return 0 if self._begins(stop, lex.CARRIER) else stop
        known = self.resolver.resolve(token.word)
        towns = known.candidates or ((known.place,) if known.place else ())
        ended = has_ending(self.text[self.start : token.start])  # 广昌|白莲 is what it grows
        bare = ended and bool(towns) and all(p.level == "town" for p in towns)
        return stop if bare and self._begins(stop, lex.VERBS | lex.LIST | lex.ETC) else 0

    def _town_end(self, token: Token) -> int:
        """大唐街道, 西园街道: where a town's name ends of which the gazetteer has only the bare
        name, or another ending; 0 where nothing of the kind stands behind the word."""
        after = self.tokens[self.at + 1].start if self.at + 1 < len(self.tokens) else self.end
        match = _TOWN_END.match(self.text, token.end, after)
        ended = token.word.endswith((*TOWNS, "市", "县", "区")) or token.classes & lex.VERBS
        return 0 if match is None or ended else match.end()

    def _begins(self, at: int, classes: int) -> bool:
        """Whether a word of the classes begins at an offset."""
        return any(t.start == at and t.classes & classes for t in self.tokens)
