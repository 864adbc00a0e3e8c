"""Industries: what a phrase is about, in national codes and in the plan's own words.

The classes are those of 战略性新兴产业分类(2018) (National Bureau of Statistics). Labels,
words that only look like labels, and the words round an industry in a heading are data
in `data/taxonomy`. Codes are strings such as "6" (新能源产业) or "6.3" (太阳能产业).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

DATA = Path(__file__).resolve().parent.parent / "data" / "taxonomy"

MIXED = "综合"
"""The industry of a claim that crosses industries."""

_NUMBER = re.compile(
    r"^\s*(?:专栏\s*[一二三四五六七八九十\d]*[：:]?|[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|第[一二三四五六七八九十百\d]+(?:章|节|篇|部分)|第?[一二三四五六七八九十]+[、是要]|\d+(?:\.\d+)+[.、]?|\d+\s*[.．、。]|——)+\s*"
)
_URGED = re.compile(
    r"^[^、，业的与和及]{0,8}(?:发展|壮大|培育|建设|打造|推进|推动|布局|谋划|获批|获评|荣获|入选|振兴|建强|唱响|做[大强优精特])"
    r"(?![的与和及])"
)
"""Manner and verb before the industry (突破性发展|光电子信息, 着眼长远谋划|氢能)."""
_TOLD = re.compile(
    r"(?<=.)产业(?=规模|实力|链条|向|持续|不断|减量|稳产|绿色|低碳|高端|智能|清洁|安全|优化|重组|做|补).*$"
)
"""What is to become of an industry, behind its name (钢铁产业减量, 汽车产业向电动化)."""
_TOWARDS = re.compile(r"(?<=[务造农工渔牧林]业)向.*$|(?<=农业)(?:农村)?现代化$|(?<=旅游)产业化$")
_COUNT = re.compile(r"好?[\d一二两三四五六七八九十]+[大个]")
"""How many industries there are (9大产业集群), and none of them."""
_SENTENCE = re.compile(r"[将的把对《》，是在以]|今年|立足|释放|开展|我市|我省")
_PERIOD = re.compile('^[“"]?十[一二三四五六]五[”"]?(?:期间|时期)?')
"""The plan's years before an industry (“十四五”新材料产业布局)."""
_CLAUSE = re.compile(r"[，,。；;：:（(]")
_SPACES = str.maketrans("", "", " 　")


_KEPT = 8192
"""Phrases whose reading is kept: a plan says the same ones again and again."""


@dataclass(frozen=True, eq=False)
class Taxonomy:
    """Industries by name. Build one with `from_data`; values are never changed.

    `names` maps a code to its class's name, `labels` every known phrase to its code
    (empty for industries without a class), `negative` the phrases that hide a label.
    """

    names: Mapping[str, str]
    labels: Mapping[str, str]
    negative: frozenset[str]
    broad: tuple[str, ...]
    none: frozenset[str]
    keep: tuple[str, ...]
    keep_quality: tuple[str, ...]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    _phrases: tuple[str, ...] = field(repr=False)
    _automaton: AhoCorasick = field(repr=False)

    @classmethod
    def from_data(cls, folder: Path = DATA) -> Taxonomy:
        """Read `industries.toml` and `words.toml` from `folder` (OSError if they are missing).

        >>> Taxonomy.from_data().codes("太阳能光伏产业带")
        ('6.3',)
        """
        return _load(folder)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Industries named in `text`: (start, end, code), leftmost-longest.

        >>> Taxonomy.from_data().find("新能源汽车和纺织机械")
        [(0, 5, '5'), (6, 10, '')]
        """
        return list(_found(self, text))

    def named(self, text: str) -> tuple[str, ...]:
        """Industries as `text` names them; labels right behind one another are one.

        >>> Taxonomy.from_data().named("城南生猪养殖基地和石化园区")
        ('生猪养殖', '石化')
        """
        found: list[tuple[int, int]] = []
        for start, end, _ in _found(self, text):
            if found and found[-1][1] == start:
                start = found.pop()[0]
            found.append((start, end))
        return tuple(text[start:end] for start, end in found)

    def codes(self, *phrases: str) -> tuple[str, ...]:
        """The codes that the phrases support: the finest within one, the widest over all.

        >>> Taxonomy.from_data().codes("高档数控机床", "现代交通装备制造")
        ('2',)
        """
        found: set[str] = set()
        for phrase in phrases:
            found |= _finest_named(self, phrase)
        if len(found) < 2:
            return tuple(found)
        return tuple(sorted(code for code in found if "." not in code or code[0] not in found))

    def knows(self, phrase: str) -> bool:
        """Whether the phrase names any industry, with a code or without."""
        return bool(_found(self, phrase))

    def class_name(self, code: str) -> str:
        """The official name of a code (KeyError for a code that is not in the classification).

        >>> Taxonomy.from_data().class_name("2.2")
        '航空装备产业'
        """
        return self.names[code]

    def bare(self, name: str) -> str:
        """The name without 产业 or 业, where it stays a name without them.

        >>> t = Taxonomy.from_data()
        >>> t.bare("先进装备制造业"), t.bare("先进制造业"), t.bare("传统产业")
        ('先进装备制造', '先进制造业', '传统产业')
        """
        if name.endswith("产业"):
            whole, stem = name[:-1], name[:-2]
            if name.endswith(self.broad) or not stem:
                return name
            return whole if len(stem) == 1 and whole in self.labels else stem  # 水产业
        if name.endswith("业") and not self._keeps(name):
            return name[:-1]
        return name

    def _keeps(self, name: str) -> bool:
        if name.endswith("制造业"):
            return len(name) <= 3 or name[:-3] in self.keep_quality
        if name.endswith("加工业"):
            return False
        return name.endswith(self.keep) or len(name) <= 2

    def heading(self, title: str) -> str | None:
        """The industry that a heading or topic clause names, or None.

        >>> t = Taxonomy.from_data()
        >>> t.heading("（三）抢占人工智能产业制高点。"), t.heading("3.产业布局")
        ('人工智能', None)
        """
        return _headed(self, title)

    def _heading(self, title: str) -> str | None:
        words = _PERIOD.sub("", _NUMBER.sub("", title))
        text = _CLAUSE.split(words, maxsplit=1)[0].translate(_SPACES)
        if "产业" not in text and not self.knows(text):
            return None
        name = self._core(text)
        if name in self.none or not name:
            return None
        if name.endswith(self.broad):
            return None if "战略性新兴产业" in name else name
        if not (self.knows(name) or name.endswith("产业")):
            return None
        if name.count("、") > 1:
            return None
        if _SENTENCE.search(name):
            found = self.find(name)
            name = name[found[-1][0] :] if found else ""
            if not name or _SENTENCE.search(name):
                return None
        bare = self.bare(name)
        return None if bare in self.none or _COUNT.fullmatch(bare) else bare

    def _core(self, text: str) -> str:
        """The heading without the verbs before and the aims after the industry."""
        if text in self.broad:
            return text
        lead = self.lead.match(text)
        rest = text[lead.end() :] if lead else text
        if rest in self.broad or rest in self.none:
            return rest
        rest = self._unurged(rest)
        held = [(a, b) for a, b, _ in self.find(rest)]
        cuts = (m.start() for m in self.tail.finditer(rest, 1))
        cut = next((at for at in cuts if not any(a <= at < b for a, b in held)), len(rest))
        return _TOWARDS.sub("", _TOLD.sub("产业", rest[:cut]))

    def _unurged(self, text: str) -> str:
        """The text without the verb, and its manner, that stand before its first industry."""
        found = self.find(text)
        urged = _URGED.match(text, 0, found[0][0]) if found else None
        return text[urged.end() :] if urged else text

    def is_broad(self, name: str) -> bool:
        """Whether the name only groups industries (传统产业)."""
        return name.endswith(self.broad)


@lru_cache(_KEPT)
def _found(taxonomy: Taxonomy, text: str) -> tuple[tuple[int, int, str], ...]:
    labels, phrases = taxonomy.labels, taxonomy._phrases
    return tuple(
        (start, end, labels[phrases[index]])
        for index, start, end in taxonomy._automaton.find_matches_as_indexes(text)
        if phrases[index] in labels
    )


@lru_cache(_KEPT)
def _finest_named(taxonomy: Taxonomy, phrase: str) -> frozenset[str]:
    return frozenset(finest(code for _, _, code in _found(taxonomy, phrase) if code))


@lru_cache(_KEPT)
def _headed(taxonomy: Taxonomy, title: str) -> str | None:
    return taxonomy._heading(title)


def finest(codes: Iterable[str]) -> set[str]:
    """The codes without those that another one of them refines.

    >>> sorted(finest(["6", "6.3", "2"]))
    ['2', '6.3']
    """
    kept = set(codes)
    return kept - {code.split(".")[0] for code in kept if "." in code}


@cache
def _load(folder: Path) -> Taxonomy:
    classes = tomllib.loads((folder / "industries.toml").read_text("utf8"))["class"]
    words = tomllib.loads((folder / "words.toml").read_text("utf8"))
    names, labels = _classes(classes)
    labels = dict.fromkeys(words["uncoded"], "") | labels
    phrases = (*labels, *(word for word in words["negative"] if word not in labels))
    return Taxonomy(
        names=names,
        labels=labels,
        negative=frozenset(words["negative"]),
        broad=tuple(words["broad"]),
        none=frozenset(words["none"]),
        keep=tuple(words["keep"]),
        keep_quality=tuple(words["keep_quality"]),
        lead=re.compile(f"(?:{_alternatives(words['lead'])})+"),
        tail=re.compile(_alternatives(words["tail"])),
        _phrases=phrases,
        _automaton=AhoCorasick(list(phrases), matchkind=MatchKind.LeftmostLongest),
    )


def _classes(classes: list[dict[str, Any]]) -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    labels: dict[str, str] = {}
    for entry in classes:
        for part in (entry, *entry.get("part", ())):
            names[part["code"]] = part["name"]
            labels |= dict.fromkeys(part["labels"], part["code"])
    return names, labels


def _alternatives(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
