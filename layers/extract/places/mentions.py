"""Recognition: every word of a text that the reader knows, in one pass of an automaton.

Names of places, carriers, verbs, joints and industries are sought together, leftmost and
longest, so that 新兴产业 hides 新兴 and 和林格尔 hides 和.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ahocorasick_rs import AhoCorasick, MatchKind

from geo.tables import DATA, surfaces
from layers.extract import lexicon as lex
from layers.extract.lexicon import Lexicon

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from layers.industry import Taxonomy


_CUT = {"新区域": (1,), "发展轴承": (2,), "大集聚区": (1,)}
"""Words that are known in order to be cut: 嵊新 and 区域, not 新区; 大 and 集聚区, not 大集."""
_LEADING = "向以由对与"
"""First characters of idioms that stand before a name as words of their own (向上虞: no 向上)."""
_JOINING = "和与及"
"""First characters of names that join two as words of their own (和平阳县: no 和平)."""
_WHOLE = ("县", "市", "州", "旗", "盟")
"""What a name ends in that needs no other proof behind a joint."""


@dataclass(order=True, slots=True)
class Token:
    """A known word at clean offsets `start:end`; `classes` are bits of `layers.extract.lexicon`.

    No tuple: its values are read many times as often as it is made, and a slot is read faster.
    """

    start: int
    end: int
    classes: int
    word: str


Match = tuple[int, int, int]
"""A known word in a text: its index among the scanner's words, its start and its end."""


@dataclass(frozen=True)
class Scanner:
    """The automaton with the classes of its words, and the parts of those that are several words.
    Build one with `for_data`; it is kept."""

    words: tuple[str, ...] = field(repr=False)
    bits: tuple[int, ...] = field(repr=False)
    automaton: AhoCorasick = field(repr=False)
    cuts: Mapping[int, tuple[Match, ...]] = field(repr=False)

    @classmethod
    def for_data(cls, gazetteer: Gazetteer, taxonomy: Taxonomy) -> Scanner:
        """The scanner for a gazetteer and a taxonomy, built once for each gazetteer."""
        scanner = _KEPT.get(gazetteer)
        if scanner is None:
            scanner = _KEPT[gazetteer] = _build(gazetteer, taxonomy)
        return scanner

    def scan(self, text: str) -> list[Token]:
        """All known words of `text` in order; they do not overlap."""
        return self.tokens(self.find(text))

    def read(self, text: str) -> Words:
        """The known words of a whole text, from which those of its pieces are taken."""
        return Words(self, text)

    def tokens(self, found: list[Match]) -> list[Token]:
        """The words of matches."""
        words, bits = self.words, self.bits
        return [Token(start, end, bits[i], words[i]) for i, start, end in found]

    def find(self, text: str) -> list[Match]:
        """All known words of `text` in order, as matches: nothing is made of them yet."""
        return self.cut(text)[0]

    def cut(self, text: str) -> tuple[list[Match], list[tuple[int, int]]]:
        """All known words of `text`, and where those lay that are cut."""
        found, spans = self.automaton.find_matches_as_indexes(text), []
        several = [at for at, match in enumerate(found) if match[0] in self.cuts]
        for at in reversed(several):
            spans.append(found[at][1:])
            found[at : at + 1] = self._parts(found[at])
        return found, spans

    def _parts(self, match: Match) -> tuple[Match, ...]:
        """The known ones of the words that a match is."""
        cut, at, _ = match
        return tuple((index, at + start, at + end) for index, start, end in self.cuts[cut])


class Words:
    """The known words of one text, found once: where each starts and ends, its classes, itself.

    A piece of the text (a cell, a name) has the words that it would have by itself. They are
    those of the text that lie in it, unless one lies across its edge; then it is read anew.
    """

    def __init__(self, scanner: Scanner, text: str) -> None:
        self.scanner, self.text = scanner, text
        found, twos = scanner.cut(text)
        which, starts, ends = zip(*found, strict=True) if found else ((), (), ())
        self.starts: tuple[int, ...] = starts
        self.ends: tuple[int, ...] = ends
        self.classes = tuple(map(scanner.bits.__getitem__, which))
        self._which: tuple[int, ...] = which
        self._inside = frozenset(at for a, b in twos for at in range(a + 1, b))

    def tokens(self, low: int, high: int) -> list[Token]:
        """The words with the numbers `low` to `high`."""
        piece = slice(low, high)
        words = map(self.scanner.words.__getitem__, self._which[piece])
        return list(map(Token, self.starts[piece], self.ends[piece], self.classes[piece], words))

    def word(self, number: int) -> str:
        """The word with a number."""
        return self.scanner.words[self._which[number]]

    def within(self, start: int, end: int) -> list[Token]:
        """The words of a piece of the text."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if self._is_whole(low, high, start, end):
            return self.tokens(low, high) if high > low else []
        alone = self.scanner.find(self.text[start:end])
        return self.scanner.tokens([(which, a + start, b + start) for which, a, b in alone])

    def at(self, start: int, classes: int) -> tuple[str, int]:
        """The word of any of the classes that begins at an offset, and where it ends; or ""."""
        number = bisect_left(self.starts, start)
        if number == len(self.starts) or self.starts[number] != start:
            return "", start
        held = self.classes[number] & classes
        return (self.word(number), self.ends[number]) if held else ("", start)

    def holds(self, start: int, end: int, classes: int) -> bool:
        """Whether a piece of the text has a word of any of the classes."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if not self._is_whole(low, high, start, end):
            return any(token.classes & classes for token in self.within(start, end))
        return bool(reduce(or_, self.classes[low:high], 0) & classes)

    def _is_whole(self, low: int, high: int, start: int, end: int) -> bool:
        """Whether no word lies across either edge of a piece."""
        if (low and self.ends[low - 1] > start) or (high > low and self.ends[high - 1] > end):
            return False
        return start not in self._inside and end not in self._inside


def untitled(text: str, tokens: list[Token], start: int, end: int) -> list[Token]:
    """The words that stand in no title of a document (《河南省先进制造业集群培育方案》)."""
    if text.find("《", start, end) < 0:
        return tokens
    titles = [m.span() for m in _TITLE.finditer(text, start, end)]
    return [t for t in tokens if not any(a < t.start and t.end < b for a, b in titles)]


_SECTOR = "产业"
_TITLE = re.compile(r"《[^《》\n]{1,60}》")
COUNTRY = ("全国", "我国", "国家", "全中国")
"""Names of the country, which place nothing."""
_KEPT: WeakKeyDictionary[Gazetteer, Scanner] = WeakKeyDictionary()


def _build(gazetteer: Gazetteer, taxonomy: Taxonomy) -> Scanner:
    lexicon = Lexicon.from_data()
    classes: dict[str, int] = dict.fromkeys(taxonomy.negative, lex.NOTHING)
    classes |= dict.fromkeys(taxonomy.labels, lex.INDUSTRY)
    wordlike, ordinary = lexicon.wordlike | set(taxonomy.labels), ordinary_words()
    hidden = {word for word, bits in lexicon.classes.items() if bits & lex.NOTHING}
    for name, ids in gazetteer.names().items():
        if name in COUNTRY:
            continue
        if len(name) > 1 and name not in taxonomy.negative and name not in hidden:
            town = ids[0][:2] == "gn" and all(key[:2] == "gn" for key in ids[1:])
            if town and name.endswith("高"):
                continue  # 北高 hides 高新区 in 中北高新区; 北高镇 stays
            # 曲水 is a word, but first of all a county; 龙头 is a town that nobody means
            common = name in wordlike or (town and name in ordinary)
            classes[name] = lex.PLACE | (lex.WORDLIKE if common else 0) | (lex.TOWN if town else 0)
    for word, bits in lexicon.classes.items():
        classes[word] = classes.get(word, 0) | bits
    hiding = (*_joined(classes), *_parks(classes))
    cuts = _CUT | {w: at for w, at in hiding if w not in classes}
    classes = dict.fromkeys(cuts, lex.NOTHING) | classes
    return Scanner(
        words=tuple(classes),
        bits=tuple(classes.values()),
        cuts=_cut_up(tuple(classes), cuts),
        automaton=AhoCorasick(
            list(classes), matchkind=MatchKind.LeftmostLongest, store_patterns=False
        ),
    )


def _joined(classes: Mapping[str, int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Names of units with a joint or verb before them that hide in another word (向上虞, 和平阳县),
    and where to cut them: the other word would win by beginning first. 以上高新技术企业 is not
    of 上高, so that behind all but 向 the name needs its ending, or 为 (以上虞为核心). Behind
    the mark of a list nothing joins: 、和平发展X is of 和平."""
    units = [n for n, bits in classes.items() if bits & lex.PLACE and not bits & lex.TOWN]
    for word, bits in classes.items():
        leads = bits & lex.NOTHING and word[0] in _LEADING
        joins = bits & lex.PLACE and word[0] in _JOINING
        if len(word) != 2 or not (leads or joins):
            continue
        for name in (n for n in units if n[0] == word[1]):
            if word[0] == "向" or _is_whole(name):
                yield word[0] + name, (1,)
            if word[0] == "以":
                yield f"以{name}为", (1, 1 + len(name))
    listed = tuple(n for n in units if n[0] in _JOINING)
    for word in (w for w, bits in classes.items() if bits & lex.NOTHING and w.startswith(listed)):
        for name in (n for n in listed if len(word) > len(n) and word.startswith(n)):
            yield f"、{word}", (1, 1 + len(name))


def _parks(classes: Mapping[str, int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """文化|产业园, where 文化产业 would leave 园 alone, and where to cut it."""
    carriers = [word for word, bits in classes.items() if bits & lex.CARRIER]
    parks = tuple(c for c in carriers if c.startswith(_SECTOR) and c[2:] not in carriers)
    longer = [c for c in carriers if c.startswith(parks)]
    for word, bits in classes.items():
        if bits & lex.INDUSTRY and word.endswith(_SECTOR) and word != _SECTOR:
            stem = word.removesuffix(_SECTOR)
            yield from ((stem + carrier, (len(stem),)) for carrier in longer)


def _is_whole(name: str) -> bool:
    return len(name) > 2 and name.endswith(_WHOLE)


def _cut_up(
    words: tuple[str, ...], cuts: Mapping[str, tuple[int, ...]]
) -> dict[int, tuple[Match, ...]]:
    """The known parts of each word that is cut, by its index; offsets from the word's start."""
    spans = {word: [*zip((0, *at), (*at, len(word)), strict=True)] for word, at in cuts.items()}
    wanted = {word[a:b] for word, parts in spans.items() for a, b in parts} | spans.keys()
    index = {word: at for at, word in enumerate(words) if word in wanted}
    return {
        index[word]: tuple((index[word[a:b]], a, b) for a, b in parts if word[a:b] in index)
        for word, parts in spans.items()
    }


@cache
def ordinary_words(folder: Path = DATA) -> frozenset[str]:
    """Names of places that are ordinary words (资源, 合作, 龙头), from the gazetteer's list."""
    return surfaces(folder / "ambiguous_words.csv", "note")
