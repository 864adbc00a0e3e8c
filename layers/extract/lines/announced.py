"""What a list of places is about, by the words that announce it: 产业集中在A、B; 园区将选址A、B."""

from __future__ import annotations

import re

from layers.extract.industries import focus
from layers.extract.labels import label
from layers.extract.lexicon import Lexicon
from layers.extract.lines.spreads import ORIGINS
from layers.extract.patterns import compiled
from layers.extract.sentences.state import State

_KINDS = Lexicon.from_data().kinds
_PARTS = compiled(r"[，：:]")
_LAID = compiled(r"(?:布局|分布|集中|集聚|聚集)(?:在|于)$|^[将拟]")
_SUBJECT = compiled(r"产业|企业|产品|领域|项目|种植|养殖|生产|加工|制造|面积|品种|业$")
_FIELD = re.compile(
    r"(?:[（(]?[\d一二三四五六七八九十]{1,2}[、.．）)])?([^，,。；、]{2,14}?)(?:产业)?(?:方面|领域)[，,]"
)
_BEFORE = compiled(r"^.*?\d+(?:余)?[个家处]|^其中|^目前|^[我全][省市县区](?:有)?")
_OF_BASES = compiled(
    r"(?:示范|标准化|优质|规模|重点|主要|骨干|特色|产业)*(?:基地|园区|产业园|产区|乡镇|县区|集群|地区)$"
)
_ZONE_NAMES = compiled(
    r"[^，,。；：:、]{2,20}(?:开发区|园区|高新区|工业区|产业园)(?=[、，,。；]|$)"
)
"""Names in a list: what one of them makes says nothing of the others."""
_NO_SITES = ("institution", "city_role")
_SITES = ("产业", "制造业", *(word for word, kind in _KINDS.items() if kind not in _NO_SITES))
"""What is laid out where a site is chosen for it."""


def is_meant(cue: str) -> bool:
    """Whether a site is to be chosen (将选址, 拟布局在)."""
    return cue[0] in "将拟"


def about(state: State, head: str, cue: re.Match[str]) -> tuple[str, ...] | None:
    """The industries that the list is about; None where it is about none, and () where the
    heading above or the field of the paragraph says which."""
    if any(word in head for word in ORIGINS):
        return None
    if cue["counted"]:
        return _of_counted(state, cue["counted"])
    before = head[: len(head) - len(cue[0].rstrip("：:"))]
    if is_meant(cue[0]) and not before.endswith(_SITES):
        return None  # 博览会将选址A、B, 企业原拟选址A和B
    parts = _PARTS.split(state.whole[: cue.start()])
    if not before and len(parts) > 1:
        before = parts[-2]
        found = (before[a:b] for a, b, _ in state.page.taxonomy.find(before))
        named = [name for word in found if (name := label(word, state.page.taxonomy))]
        return (named[-1],) if named else None
    words = _BEFORE.sub("", _OF_BASES.sub("", before))
    is_place = state.page.context.is_place
    named = [name for p in focus(words) if (name := label(p, state.page.taxonomy, is_place))]
    if named:
        return tuple(named)
    if not (_SUBJECT.search(before) or not _LAID.search(cue[0])):
        return None
    if state.governed():
        return ()
    field = _field(state)
    return (field,) if field else None


def _of_counted(state: State, words: str) -> tuple[str, ...] | None:
    """Of 4个重点发展区——A、B: what the area's own words name, else what governs the sentence."""
    named = [words[a:b] for a, b, _ in state.page.taxonomy.find(words)]
    if named or state.governed():
        return tuple(named[-1:])
    said = _ZONE_NAMES.sub("", state.whole)
    labels = {said[a:b] for a, b, _ in state.page.taxonomy.find(said)}
    return tuple(labels) if len(labels) == 1 else None


def _field(state: State) -> str | None:
    """The industry with which the paragraph opens (电子信息产业方面，…)."""
    start, _ = state.page.plan.paragraphs[state.sentence.paragraph]
    match = _FIELD.match(state.text, start, state.sentence.end)
    return label(match[1], state.page.taxonomy) if match else None
