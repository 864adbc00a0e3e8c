"""Where the name in a cell begins: the finest place at its head, and the one behind a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.places.groupings import ZONES
from layers.extract.places.lookalikes import is_nature
from layers.extract.places.mentions import Token, Words
from layers.extract.places.strays import SIDES
from layers.extract.places.toponyms import (
    TOWNS,
    Resolution,
    Resolver,
    central,
    has_ending,
    is_unit,
)

if TYPE_CHECKING:
    from geo.place import Place

_COUNTY = ("县", "市", "旗")
_DASH = re.compile(r"[—–-]{1,2}")


@dataclass(frozen=True)
class Heads:
    """Reads the heads of names among the `words` of one plan's clean text."""

    words: Words
    resolver: Resolver

    def of(
        self, start: int, end: int, tokens: list[Token], lenient: str
    ) -> tuple[Place | None, int, Resolution | None]:
        """The finest place that the cell begins with, where its name ends, what failed."""
        resolver, text = self.resolver, self.words.text
        whole = resolver.resolve(text[start:end])
        word = len(tokens) == 1 and bool(tokens[0].classes & lex.WORDLIKE)
        if whole.place is not None and not word:
            return whole.place, end, None
        place, at = None, start
        for token in tokens:
            if token.start != at or not token.classes & lex.PLACE:
                break
            inner = place is not None and token.word.endswith("区")  # 阳泉郊区
            below = (lenient or self._is_zone(token, end)) and self._is_below(token.word)
            if token.classes & lex.WORDLIKE and not (inner or below):
                break
            if is_nature(text, token.end, token.word):
                break
            found = self._found(token.word, place)
            if place is not None and found.place is None:
                break
            if found.place is None:
                return None, start, self._telling(found)
            if found.place.level == "town" and not self._is_town(token, place):
                break
            place, at = found.place, token.end
            district = central(resolver, place, text, at)
            place, at = (district, at + 2) if district is not None else (place, at)
        if place is not None and place.level == "town" and text[at:end] in TOWNS:
            at = end  # 东留镇 where the gazetteer has 东留乡: a township that became a town
        return place, at, whole if place is None else None

    def _telling(self, found: Resolution) -> Resolution:
        """A refusal with the candidates that a list may mean: units, and what lies here."""
        near = self.resolver.is_home
        told = tuple(p for p in found.candidates if is_unit(p) or near(p))
        return Resolution(None, found.reason if told else "unknown", told)

    def _found(self, name: str, within: Place | None) -> Resolution:
        """What a name means behind another one; behind a zone's also the unit in which a part of
        the zone lies, and not with the zone (中关村昌平园)."""
        found = self._over(self.resolver.resolve(name, within=within))
        if found.place is not None or within is None or within.level != "zone":
            return found
        unit = self.resolver.resolve(name).place
        ours = unit is not None and is_unit(unit) and self.resolver.is_home(unit)
        return Resolution(unit) if ours else found

    def _over(self, found: Resolution) -> Resolution:
        """湖南桃源高新区 in a city's text: of several 湖南 the province round the issuer."""
        encloses, home = self.resolver.gazetteer.encloses, self.resolver.home
        over = [p for p in found.candidates if p.level == "province" and encloses(p, home)]
        return Resolution(over[0]) if over and found.reason == "ambiguous" else found

    def _is_zone(self, token: Token, end: int) -> bool:
        """云南富源产业园区, 南城工业园区: whether a word that is a county's name stands right
        before a zone's carrier, and is no district's name by the compass."""
        if self.words.text[token.end : end] not in ZONES:
            return False
        place = self.resolver.resolve(token.word).place
        return not SIDES.issuperset(token.word) or (
            place is not None and place.name.endswith(_COUNTY)
        )

    def _is_below(self, name: str) -> bool:
        """Whether a word names a unit right below the issuer."""
        place, home = self.resolver.resolve(name).place, self.resolver.home
        return place is not None and bool(home.code) and place.parents[:1] == (home.code,)

    def _is_town(self, token: Token, above: Place | None) -> bool:
        """A town by its bare name only behind its county."""
        return (
            above is not None or has_ending(token.word) or len(token.word) > 2 or self._bears(token)
        )

    def _bears(self, token: Token) -> bool:
        """Whether the bare name of a town is no word of other uses (博鳌)."""
        return not token.classes & (lex.WORDLIKE | lex.INDUSTRY | lex.VERBS)

    def dashed(self, at: int, end: int) -> tuple[Place, ...]:
        """玛纳斯—呼图壁工业园: the place behind a dash, which has the zone too."""
        dash = _DASH.match(self.words.text, at, end)
        tokens = self.words.within(dash.end(), end) if dash else []
        first = tokens[0] if tokens else None
        if dash is None or first is None or first.start > dash.end():
            return ()
        place = self.resolver.resolve(first.word).place if first.classes & lex.PLACE else None
        return (place,) if place is not None and is_unit(place) else ()
