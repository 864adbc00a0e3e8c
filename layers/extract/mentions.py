"""Recognition: every word of a text that the reader knows, in one pass of an automaton.

Names of places, carriers, verbs, joints and industries are sought together, leftmost and
longest, so that 新兴产业 hides 新兴 and 和林格尔 hides 和.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ahocorasick_rs import AhoCorasick, MatchKind

from layers.extract import lexicon as lex
from layers.extract.lexicon import Lexicon

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from layers.industry import Taxonomy


@dataclass(frozen=True, slots=True)
class Token:
    """A known word at clean offsets `start:end`; `classes` are letters of `layers.extract.lexicon`."""

    start: int
    end: int
    classes: str
    word: str

    def __contains__(self, letter: str) -> bool:
        return letter in self.classes


@dataclass(frozen=True)
class Scanner:
    """The automaton with the classes of its words. Build one with `for_data`; it is kept."""

    words: tuple[tuple[str, str], ...] = field(repr=False)
    automaton: AhoCorasick = field(repr=False)

    @classmethod
    def for_data(cls, gazetteer: Gazetteer, taxonomy: Taxonomy) -> Scanner:
        """The scanner for a gazetteer and a taxonomy, built once for each gazetteer."""
        scanner = _KEPT.get(gazetteer)
        if scanner is None:
            scanner = _KEPT[gazetteer] = _build(gazetteer, taxonomy)
        return scanner

    def scan(self, text: str) -> list[Token]:
        """All known words of `text` in order; they do not overlap."""
        words = self.words
        found = [
            Token(start, end, words[index][1], words[index][0])
            for index, start, end in self.automaton.find_matches_as_indexes(text)
        ]
        return _resegmented(found, text) if "新区域" in text else found


_KEPT: WeakKeyDictionary[Gazetteer, Scanner] = WeakKeyDictionary()


def _resegmented(tokens: list[Token], text: str) -> list[Token]:
    """嵊新区域 is 嵊新 and 区域, not 新区 and 域."""
    return [
        Token(t.end - 1, t.end + 1, lex.SUFFIX, "区域")
        if t.word == "新区" and text.startswith("域", t.end)
        else t
        for t in tokens
    ]


def _build(gazetteer: Gazetteer, taxonomy: Taxonomy) -> Scanner:
    lexicon = Lexicon.from_data()
    classes = dict.fromkeys(taxonomy.negative, lex.NOTHING)
    classes |= dict.fromkeys(taxonomy.labels, lex.INDUSTRY)
    for name in gazetteer.names():
        if len(name) > 1 and name not in taxonomy.negative:
            hidden = lexicon.classes.get(name, "")
            if lex.NOTHING in hidden:
                continue
            wordlike = name in lexicon.wordlike or name in taxonomy.labels
            classes[name] = lex.PLACE + (lex.WORDLIKE if wordlike else "")
    for word, letters in lexicon.classes.items():
        classes[word] = classes.get(word, "") + letters
    return Scanner(
        words=tuple(classes.items()),
        automaton=AhoCorasick(
            list(classes), matchkind=MatchKind.LeftmostLongest, store_patterns=False
        ),
    )
