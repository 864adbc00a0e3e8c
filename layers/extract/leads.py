"""Leads: what the first words of a sentence say that it, or all that follows, is about
(在石化领域，…; 石化产业以A为核心; 3.石化，以A为核心; 2、茶叶基地：在A、B建设…)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from layers.extract.labels import label
from layers.extract.patterns import compiled
from layers.industry import Taxonomy

_GOES_ON = ("；", ";")
_HEAD = 26
"""Characters within which a sentence says what it is about."""
_FIELD = re.compile(
    r"^(?:其中，?|如|此外，?|同时，?|——)?在?((?:(?!在(?!线))[^，,。；、]){2,14}?)(?:产业)?(?:发展)?(?:领域|方面|上(?=[，,]))"
)
_ENTRY = compiled(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?([^，,。；：]{2,14}?)"
    r"(?:产业基地|产业园区|产业集群|产业带|产业|基地|园区|集群|产区)[：:]"
)
"""2、茶叶基地：在A、B建设…: an entry of a list says first what it is of."""
_NUMBERED = compiled(
    r"^(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)])\s*([^，,。；：、]{2,12}?)(?:产业)?[，,：]"
)
"""3.生物医药，以A、B为核心…: a numbered paragraph says first what all of it is about."""
_SUBJECT = re.compile(
    r"^(?:(?:其中|此外|当前|目前)[，,：:]?)?((?![把将对以为使让由是])[^，,。；、]{1,10}?)"
    r"(?:的?(?:产业)?主要承载地[则为是包括]|(?:产业|(?<=[加工造殖植糖])业)(?:集群|链)?(?:(?:空间|区域|总体)?布局)?"
    r"[，,]?(?:发展)?(?:主要|则)?(?:是|要|以|按|依托|在(?!全|国)|重点|着重|将|发展|培育|聚焦|形成|集中|分布|布局|抢抓|开发))"
)
"""石化产业以A为核心: the subject of a sentence is an industry."""

_PLAIN = compiled(r"(?![据在将对把以从由被让使])[^的了之]{2,7}")
"""What may be the name of an industry that no list has (林竹产业培育…)."""

COMMON = ("养殖", "种植", "加工", "制造", "装备", "材料", "产业", "服务")
"""What industries have in common that have nothing in common (生猪养殖, 水产养殖)."""


@dataclass(frozen=True)
class Lead:
    """An industry and what a sentence that it stands over may still be about: with `hold` all,
    nothing else; own, other industries, by their own words; kin, others, whatever they are."""

    name: str
    hold: str


@dataclass
class Leads:
    """What holds from the sentences read before. `own_words`, where it is asked for, gives an
    industry as the plan's headings call it."""

    taxonomy: Taxonomy
    is_place: Callable[[str], bool]
    _at: tuple[int, Lead] | None = None
    _open: tuple[int, str] | None = None
    _listed: int = 0
    _goes_on: bool = False

    def of(self, paragraph: int) -> Lead | None:
        """The lead that a paragraph has set."""
        return self._at[1] if self._at and self._at[0] == paragraph else None

    def put(self, paragraph: int, name: str, hold: str) -> None:
        """Let an industry hold for the rest of a paragraph."""
        self._at = (paragraph, Lead(name, hold))

    def learn(
        self, text: str, paragraph: int, placed: bool, own_words: Callable[[str], str]
    ) -> None:
        """Remember what a sentence says that all behind it is about; several that are parts of one
        list say it only of that list."""
        if (self._listed > 1 and not self._goes_on) or self._is_left(text):
            self._at = None
        if not self._goes_on:
            self._listed = 0
        self._goes_on = text.endswith(_GOES_ON)
        name = numbered(text, self.taxonomy)
        if name:
            self.put(paragraph, name, "all")
            return
        about = _subject(text, placed)
        self._listed += about is not None
        said = self._said(about) if about else None
        if said:
            self.put(paragraph, own_words(said), "own")

    def field(self, text: str, paragraph: int, own_words: Callable[[str], str]) -> str | None:
        """The industry of the field that a sentence, or the list that it is a part of, opens with;
        empty for a field that is no industry, None for no field. It holds for a list behind it,
        and for what follows in the paragraph as far as that is of its kin."""
        held = self._open if self._open and self._open[0] == paragraph else None
        name = field(text, self.taxonomy, self.is_place)
        if name is None:
            self._open = held if self._goes_on else None
            return held[1] if held else None
        topic = own_words(name) if name else ""
        self._open = (paragraph, topic) if topic and self._goes_on else None
        if topic and not self._goes_on and self.taxonomy.knows(topic):
            self.put(paragraph, topic, "kin")
        return topic

    def _is_left(self, text: str) -> bool:
        """Whether a sentence is of other industries only than those of the kin that hold."""
        lead = self._at[1] if self._at else None
        if lead is None or lead.hold != "kin":
            return False
        named = tuple(text[a:b] for a, b, _ in self.taxonomy.find(text))
        return bool(named) and not share(lead.name, named)

    def _said(self, about: re.Match[str]) -> str | None:
        """The industry that is the subject of a sentence; one that no list has counts by 产业."""
        words = about[1].split("的")[-1]
        if len(words) == 1:
            return f"{words}产业" if self.taxonomy.knows(f"{words}产业") else None
        name = label(words, self.taxonomy, self.is_place)
        bare = name == about[1] and "产业" in about[0] and _PLAIN.fullmatch(about[1])
        return name if name and (bare or self.taxonomy.knows(name)) else None


def field(text: str, taxonomy: Taxonomy, is_place: Callable[[str], bool]) -> str | None:
    """The industry of the field that a sentence opens with; empty where that is no industry."""
    head = text[:_HEAD]
    marked = "领域" in head or "方面" in head or "上，" in head
    match = _FIELD.match(text) if marked else None
    if match is None and ("：" in head or ":" in head):
        match = _ENTRY.match(text)
    if match is None:
        return None
    name = label(match[1], taxonomy, is_place) or ""
    return name if taxonomy.knows(name) or not match[0].endswith("上") else ""


def numbered(text: str, taxonomy: Taxonomy) -> str | None:
    """The industry that opens a numbered paragraph."""
    match = _NUMBERED.match(text) if text[:1].isdigit() or text[:1] in "（(" else None
    name = taxonomy.heading(match[1]) if match else None
    return name if match and name == match[1] else None


def share(topic: str, phrases: tuple[str, ...], common: tuple[str, ...] = COMMON) -> bool:
    """Whether a topic and phrases have two characters in a row in common (低空经济, 低空装备),
    and not only those that are `common`."""
    pairs = (topic[at : at + 2] for at in range(len(topic) - 1))
    return any(pair in phrase for pair in pairs if pair not in common for phrase in phrases)


def _subject(text: str, placed: bool) -> re.Match[str] | None:
    match = _SUBJECT.match(text) if "业" in text[:_HEAD] else None
    if match and placed and match[0].endswith("发展"):
        return None  # 推动普洱咖啡产业发展: one place's, not the paragraph's
    return match
