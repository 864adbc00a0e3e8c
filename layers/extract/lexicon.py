"""The reader's words: carriers, verbs and joints, from `data/reader/lexicon.toml`.

A word belongs to one or more classes, each a bit, so that `word.classes & BUILD` asks
whether it can be a building verb.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent.parent / "data" / "reader"

CARRIER, PLACE, INDUSTRY, OWNER = 1, 2, 4, 8
BUILD, FOCUS, GATHER, LAID, LISTED, HELP, GROW = (1 << n for n in range(4, 11))
LIST, ETC, CLAUSE, OPEN, CLOSE, OF = (1 << n for n in range(11, 17))
SUFFIX, OWN, WORDLIKE, NOTHING, TOWN, LOCAL = (1 << n for n in range(17, 23))
VERBS = BUILD | FOCUS | GATHER | LAID | LISTED | HELP

_VERB_GROUPS = {
    "build": BUILD,
    "focus": FOCUS,
    "gather": GATHER,
    "laid": LAID,
    "listed": LISTED,
    "help": HELP,
    "grow": GROW,
}
_JOINTS = {"list": LIST, "etc": ETC, "clause": CLAUSE, "open": OPEN, "close": CLOSE, "of": OF}


@dataclass(frozen=True)
class Lexicon:
    """Words with their classes, and carriers with their kind.

    `classes` maps a word to the bits of its classes, `kinds` a carrier to its kind
    (a claim's kind, or "cluster", which the status decides), `behind` holds the carriers
    that are one only behind an industry. `examples` holds each
    group's example: (text, words, class).
    """

    classes: Mapping[str, int]
    kinds: Mapping[str, str]
    behind: frozenset[str]
    wordlike: frozenset[str]
    examples: tuple[tuple[str, tuple[str, ...], int], ...]

    @classmethod
    def from_data(cls, folder: Path = DATA) -> Lexicon:
        """Read `lexicon.toml` from `folder` (OSError if it is missing).

        >>> Lexicon.from_data().kinds["产业集聚区"]
        'agglomeration_area'
        """
        return _load(folder)


@cache
def _load(folder: Path) -> Lexicon:
    data = tomllib.loads((folder / "lexicon.toml").read_text("utf8"))
    classes: dict[str, int] = {}
    for bit, words in _groups(data):
        for word in words:
            classes[word] = classes.get(word, 0) | bit
    return Lexicon(
        classes=classes,
        kinds=_kinds(data["behind"]) | _kinds(data["carrier"]),
        behind=frozenset(_kinds(data["behind"])),
        wordlike=frozenset(data["place"]["words"]),
        examples=tuple(_examples(data)),
    )


def _kinds(groups: list[dict[str, Any]]) -> dict[str, str]:
    return {word: group["kind"] for group in groups for word in group["words"]}


def _groups(data: dict[str, Any]) -> list[tuple[int, list[str]]]:
    groups = [(CARRIER, group["words"]) for group in data["carrier"]]
    groups += [(_VERB_GROUPS[name], group["words"]) for name, group in data["verbs"].items()]
    groups += [(_JOINTS[name], words) for name, words in data["joints"].items()]
    groups += [(SUFFIX, data["place"]["suffix"]), (OWN, data["place"]["own"])]
    return [*groups, (NOTHING, data["nothing"]["words"]), (OWNER, data["owners"]["words"])]


def _examples(data: dict[str, Any]) -> list[tuple[str, tuple[str, ...], int]]:
    groups = [(CARRIER, group["example"]) for group in data["carrier"]]
    groups += [(_VERB_GROUPS[name], group["example"]) for name, group in data["verbs"].items()]
    found = []
    for bit, example in groups:
        text, words = example.split(" -> ")
        found.append((text, tuple(words.split(", ")), bit))
    return found
