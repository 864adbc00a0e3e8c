"""What the name in a cell ends in: a carrier, a part of its place, or what else names end in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.lexicon import Lexicon
from layers.extract.patterns import compiled
from layers.extract.places.mentions import COUNTRY, Token
from layers.extract.sentences.state import Page

if TYPE_CHECKING:
    from geo.place import Place

CLOSING = frozenset("）)*＊△▲")
_BEARING = frozenset(("zone", "base", "agglomeration_area", "corridor", "town", "cluster"))
_LAST = frozenset(word[-1] for word, kind in Lexicon.from_data().kinds.items() if kind in _BEARING)
"""What a carrier can end in: few names need to be held against all of them."""
_ENDS = _LAST | CLOSING | frozenset("镇乡道木场村高、，/地县市")
"""What a name without a word of the scanner can end in, and what may stand behind the last."""
_NAMING = lex.PLACE | lex.NOTHING
"""Classes of words that may be names, or hide one."""
_VILLAGE = compiled(
    r"(?:[\u4e00-\u9fff]{1,6}(?:镇|乡|街道))?[\u4e00-\u9fff]{1,6}(?:村|社区|嘎查|镇|乡|街道|苏木)"
)


def may_end(page: Page, start: int, end: int) -> bool:
    """Whether what ends here can be a name: it has a known one in it, or ends as names do."""
    text = page.plan.clean
    known = text[end - 1] in _ENDS or page.words.holds(start, end, _NAMING)
    return known or text.endswith(COUNTRY, start, end)


def carrier_of(page: Page, start: int, end: int, place: Place | None) -> Token | None:
    """The longest carrier that ends the name, as a token."""
    text, kinds = page.plan.clean, page.kinds
    longest = 12 if text[end - 1] in _LAST else 0
    for at in range(max(start + 1, end - longest), end - 1):
        if kinds.get(text[at:end]) in _BEARING:
            return Token(at, end, lex.CARRIER, text[at:end])
    if place is not None and place.level == "zone":
        return Token(end - 1, end, lex.CARRIER, text[end - 1 : end])
    return None


def is_part(page: Page, at: int, end: int) -> bool:
    """洛阳市区, 诸暨东部: only a suffix behind the place."""
    if _VILLAGE.fullmatch(page.plan.clean, at, end):
        return True
    tokens = page.words.within(at, end)
    covered = sum(t.end - t.start for t in tokens if t.classes & lex.SUFFIX)
    return covered == end - at
