"""Leads: what the first words of a sentence say that it, or all that follows, is about
(在石化领域，…; 石化产业以A为核心; 3.石化，以A为核心; 2、茶叶基地：在A、B建设…)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from layers.extract.labels import label
from layers.extract.patterns import compiled
from layers.industry import Taxonomy

HEAD = 26
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
    r"^(?:(?:其中|此外|当前|目前)[，,：:]?)?([^，,。；、]{1,10}?)(?:产业|(?<=[加工造殖植糖])业)(?:集群|链)?(?:(?:空间|区域|总体)?布局)?"
    r"[，,]?(?:发展)?(?:主要|则)?(?:是|要|以|按|依托|在(?!全|国)|重点|着重|将|发展|培育|聚焦|形成|集中|分布|布局|抢抓|开发)"
)
"""石化产业以A为核心: the subject of a sentence is an industry."""

_PLAIN = compiled(r"(?![据在将对把以从由被让使])[^的了之]{2,7}")
"""What may be the name of an industry that no list has (林竹产业培育…)."""


@dataclass(frozen=True)
class Lead:
    """An industry and what a sentence that it stands over may still be about: with `hold` all,
    nothing else; own, other industries, by their own words; kin, others, whatever they are."""

    name: str
    hold: str


def field(text: str, taxonomy: Taxonomy, is_place: Callable[[str], bool]) -> str | None | bool:
    """The industry of the field that a sentence opens with; False where it opens with none."""
    head = text[:HEAD]
    marked = "领域" in head or "方面" in head or "上，" in head
    match = _FIELD.match(text) if marked else None
    if match is None and ("：" in head or ":" in head):
        match = _ENTRY.match(text)
    if match is None:
        return False
    name = label(match[1], taxonomy, is_place)
    return name if name and (not match[0].endswith("上") or taxonomy.knows(name)) else None


def numbered(text: str, taxonomy: Taxonomy) -> str | None:
    """The industry that opens a numbered paragraph."""
    match = _NUMBERED.match(text) if text[:1].isdigit() or text[:1] in "（(" else None
    name = taxonomy.heading(match[1]) if match else None
    return name if match and name == match[1] else None


def is_told(text: str, placed: bool) -> bool:
    """Whether an industry is the subject of a sentence."""
    return _told(text, placed) is not None


def told(
    text: str, placed: bool, taxonomy: Taxonomy, is_place: Callable[[str], bool]
) -> str | None:
    """The industry that is the subject of a sentence."""
    match = _told(text, placed)
    if match is None:
        return None
    words = match[1].split("的")[-1]
    name = label(words, taxonomy, is_place)
    bare = name == match[1] and "产业" in match[0] and _PLAIN.fullmatch(match[1])
    sure = name and (taxonomy.knows(name) or bare)
    return name if sure else None


def _told(text: str, placed: bool) -> re.Match[str] | None:
    match = _SUBJECT.match(text) if "业" in text[:HEAD] else None
    if match and placed and match[0].endswith("发展"):
        return None  # 推动普洱咖啡产业发展: one place's, not the paragraph's
    return match
