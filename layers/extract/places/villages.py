"""Towns and villages that no gazetteer holds, and whose names hold a known word (核桃坝村).

The word inside would count as goods, as a verb or as a place elsewhere, and the name would be
lost; what stands before the name and behind it shows that the whole is one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.mentions import Token
from layers.extract.places.townships import NO_RANK, is_kind

if TYPE_CHECKING:
    from layers.extract.places.toponyms import Resolver

VILLAGE = "村"
_SIGNS = f"镇乡{VILLAGE}"
"""What every such name ends in."""
_END = compiled(
    rf"(?:(?<![乡城小集制重名古各全多]){NO_RANK}镇|(?<![城家故老])乡"
    r"|(?<![农乡政范色心困业新强全各每山水美化名漫客两三四五六七八九十个])村)"
)
_NAME = compiled(
    r"(?![各全等该本每其在以由即把对向从一二三四五六七八九十]|将将|重点|中心|特色|部分|周边|所辖|包括|涵盖)"
    r"[\u4e00-\u9fff]{3,5}"
)
_TURNED = compiled(r"打造|建|培育|列|作|纳入|规划|定位|确定")
"""What follows a town behind the verb 将, which is then none of its name."""
_OPEN = frozenset("在以于由即把和与及、，,。；;：:\n")
"""Characters behind which such a name begins."""
_BEHIND = lex.VERBS | lex.LIST | lex.ETC | lex.OF
"""Classes of words that show that a name ends before them."""
_ACTS = lex.BUILD | lex.FOCUS | lex.GATHER | lex.LAID | lex.LISTED | lex.CARRIER | lex.NOTHING
_DONE = "了"
_NEAR = 12
"""Characters before the end of a name within which a word that touches it begins."""


def with_villages(
    text: str, start: int, end: int, tokens: list[Token], resolver: Resolver
) -> list[Token]:
    """The words of a sentence with the names of such towns and villages for what they hold.

    A name must begin and end where names do, and hold more than the word (no 蔬菜村).
    """
    if not any(text.find(sign, start, end) >= 0 for sign in _SIGNS):
        return tokens
    behind = {t.start for t in tokens if ends_name(t, _BEHIND)}
    verbs = {t.end for t in tokens if t.classes & lex.VERBS}
    starts, names = [t.start for t in tokens], list[Token]()
    for match in _END.finditer(text, start, end):
        if match.end() not in behind:
            continue
        low = bisect_left(starts, match.end() - _NEAR)
        near = tokens[low : low + _NEAR]
        for at in _begins(text, start, match.end(), verbs):
            word = text[at : match.end()]
            if not is_kind(word) and _hides(near, at, match.end(), resolver):
                names.append(Token(at, match.end(), lex.PLACE | lex.LOCAL, word))
                break
    return instead(tokens, names)


def instead(tokens: list[Token], names: list[Token]) -> list[Token]:
    """The words with names for those that lie inside them; joints between names stay."""
    if not names:
        return tokens
    held = {at for name in names for at in range(name.start, name.end)}
    return sorted([t for t in tokens if t.start not in held and t.end - 1 not in held] + names)


def _begins(text: str, start: int, end: int, verbs: set[int]) -> Iterator[int]:
    """Where the name that ends at `end` may begin, the shortest first: behind a joint or a verb;
    将 opens one, unless it is the verb of a clause that makes something of the town."""
    for at in range(end - 3, max(start, end - 5) - 1, -1):
        if text[at] == "将" and _TURNED.match(text, end):
            return
        opens = at == start or text[at - 1] in _OPEN or (at in verbs and text[at - 1] != "将")
        done = text[at - 1] == _DONE and at - 1 in verbs
        if (opens or done) and _NAME.fullmatch(text, at, end):
            yield at


def _hides(near: list[Token], start: int, end: int, resolver: Resolver) -> bool:
    """Whether a name holds known words that can be of it by chance; `near` are those round it."""
    touching = [t for t in near if t.start < end and start < t.end]
    whole = all(start <= t.start and t.end <= end for t in touching)
    return bool(touching) and whole and all(_by_chance(t, start, end, resolver) for t in touching)


def _by_chance(token: Token, start: int, end: int, resolver: Resolver) -> bool:
    """Whether a word may be part of a name: goods that do not fill it up to its ending, 将, or
    the name of a place elsewhere, which in a town's name others look after."""
    if token.classes & _ACTS:
        return False
    if token.classes & lex.PLACE:
        village = token.word[-1] == VILLAGE or token.end < end
        ours = resolver.resolve(token.word).place is not None
        return village and not ours
    if token.classes & lex.INDUSTRY:
        return token.end < end - 1
    return bool(token.classes & lex.HELP) and len(token.word) == 1


def ends_name(token: Token, classes: int) -> bool:
    """Whether a word right behind a name shows that the name ends there (X镇|为核心)."""
    return bool(token.classes & classes) or token.word.startswith("为")
