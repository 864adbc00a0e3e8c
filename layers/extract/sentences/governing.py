"""The industry under which a plan puts what a sentence says: that of its headings, of the paragraph
or of its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.extract.places.entities import Group
from layers.extract.sentences.drafts import Draft
from layers.extract.sentences.state import State
from layers.industry import MIXED

if TYPE_CHECKING:
    from geo.place import Place


def industry_of(state: State, made: Draft) -> str:
    """The industry under which the plan puts the draft."""
    section = state.sentence.section
    if state.is_heading():
        section = section[:-1]  # a numbered line that is the claim itself, not a heading of it
    section = _headings(state, made, section)
    context, paragraph = state.page.context, state.sentence.paragraph
    strong, _ = context.titles.headings(section)
    if strong is not None:
        return strong
    own, topic = state.text[made.start : made.end], state.topic
    told = made.status == "existing" or context.is_built or context.is_base
    said = topic is not None and told and not context.is_entry
    if said and context.is_another(topic or "", made.phrases):
        topic = None  # 发展全域旅游，梅县金柚种植50万亩
    if _opens_with(state, made) and context.leaves(topic, paragraph, made.phrases):
        topic, paragraph = None, -1  # 汽车产业以A为重点，石化产业以B为重点
    repeated = _repeated(state, made) if topic is None else None
    rest = state.text[made.start : state.sentence.end]
    return context.industry(section, paragraph, topic, made.phrases, repeated, own, rest)


def learn(state: State, held: Draft) -> None:
    """Give a draft that named no industry the one that a later clause says."""
    products = state.industrial(tuple(held.focus))
    unsaid = held.industry == MIXED and not held.phrases
    if products and (unsaid or held.learned) and held in state.mine:
        held.phrases, held.learned = products, True
        held.industry = industry_of(state, held) if len(products) == 1 else MIXED


def _opens_with(state: State, made: Draft) -> bool:
    """Whether the clause of a draft is not the sentence's first, and opens with its industry."""
    later = made.start > state.sentence.start
    return later and bool(made.phrases) and state.text.startswith(made.phrases[0], made.start)


def _headings(state: State, made: Draft, section: tuple[str, ...]) -> tuple[str, ...]:
    """The headings above as far as none is another place's: 威海's below 烟台市海工产业集群."""
    for depth, title in enumerate(section if made.basis == "stated" else ()):
        unit = state.page.chapters.unit((title,))
        if unit is not None and not any(_meet(state, unit, place) for place in made.places):
            return section[:depth]
    return section


def _meet(state: State, unit: Place, place: Place) -> bool:
    """Whether one of two places holds the other."""
    encloses = state.page.resolver.gazetteer.encloses
    return encloses(unit, place) or encloses(place, unit)


def _repeated(state: State, made: Draft) -> str | None:
    """做优做强陶瓷产业 behind 建设陶瓷…集聚区: the sentence names its topic again."""
    for start, end, items in state.read[1:] if made.phrases else ():
        if Group in map(type, items):
            continue
        text = state.text[start:end]
        if sum(phrase in text for phrase in made.phrases) > 1:
            continue
        name = state.page.taxonomy.heading(text)
        if name and any(p.startswith(name) for p in made.phrases):
            return name
    return None
