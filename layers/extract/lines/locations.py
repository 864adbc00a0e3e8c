"""Zones of which a text says where they lie: X园位于Y县Z镇，重点发展W; X园。位于Y，….

Most zones stand in no gazetteer; the place behind the verb says whose land they are on, whatever
the words of the name are called elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.industries import aims, focus
from layers.extract.lines.keys import recorded
from layers.extract.patterns import NUMBER, compiled
from layers.extract.places.entities import Entity, Group, uncounted
from layers.extract.places.mentions import Token
from layers.extract.sentences.drafting import GENERIC, draft
from layers.extract.sentences.state import State
from layers.records import Status

if TYPE_CHECKING:
    from geo.place import Place

_LIES = (
    r"(?:主要|规划|主体|现)?"
    r"(?:位于|地处|坐落于|坐落在|选址于|选址在|选址|落户于|落户在|设在|设于"
    r"|在(?=[\u4e00-\u9fff]{2,8}(?:境内|辖区)))"
)
_SAID = compiled(
    r"(?P<name>[^，,。；;：:、\n]{3,28}?[区园城谷港镇地心])(?:[（(][^（）()]{2,30}[）)])?[，,：:]?"
    rf"(?:{_LIES}|(?<=[：:])(?:主要)?(?:含|包括|包含|涵盖)(?=[\u4e00-\u9fff]{{2,10}}(?:镇|乡|街道)))"
)
_SEATED = compiled(
    r"(?P<name>[^，,。；;：:、\n（(]{3,28}?[区园城谷港镇地心])[（(](?=[\u4e00-\u9fff]{2,8}[）)][：:，,])"
)
"""旧县工业园区（马龙）：…: a unit alone in the bracket behind the name."""
_HINT = compiled(
    r"[：:](?:主要)?(?:含|包括|包含|涵盖)|位于|地处|坐落|选址|落户|设[在于]|境内|辖区|[）)][：:，,]"
)
"""One of these stands in every sentence that seats a zone."""
_CLOSED = re.compile(r"^[^，,；;。：:]{2,8}[）)][：:，,]")
_GOES_ON = compiled(_LIES)
"""位于X镇 behind a sentence or line that is but the zone's name."""
_NAME = compiled(r"[^，,。；;：:、]{3,28}[区园城谷港镇地心](?:[（(][^（）()]{2,30}[）)])?")
_STOP = re.compile("[。；;\n]")
_KINDS = ("zone", "base", "town", "agglomeration_area")
_AIMED = compiled(
    r"(?:重点|主要|优先|着力|大力)(?:承接|布局|培育|引进|打造|发展)(?P<what>[^。；;]{2,80})"
)
_TO_COME = compiled(r"(?:重点|优先|大力)(?:发展|承接|布局|培育)|着力|拟建|将|规划建设|力争|^选址")
_GONE = compiled(r"关停|停产|停建|搬迁|拆除|清退|腾退|退出|闲置")
"""What is said of a zone that is none any more."""
_RECORD = compiled(r"\s*(?:首位|主导|重点|特色|主要|支柱)(?:产业|行业|产品)[^。；;]{2,80}")
_NEAR = 40
"""Characters of a line that holds but a zone's name and its number."""


def sited(state: State) -> bool:
    """A claim of the zone whose place the sentence says, if it says of which industry it is."""
    if not _HINT.search(state.whole):
        return False
    found = _subject(state)
    if found is None:
        return False
    (start, end), at = found
    known = state.page.resolver.resolve(state.text[start:end]).place
    places = _land(state, at)
    places = (known,) if places and known is not None and known.level == "zone" else places
    carrier = _carrier(state, start, end)
    if not places or carrier is None or GENERIC.search(state.text, start, end):
        return False
    if _GONE.search(state.text, at, state.sentence.end):
        return False
    return _claimed(state, Entity(start, end, state.text[start:end], places, end), carrier, at)


def _subject(state: State) -> tuple[tuple[int, int], int] | None:
    """Where the zone's name stands, and where what stands behind the verb begins."""
    start = state.opening()
    behind = _GOES_ON.match(state.text, start, state.sentence.end)
    if behind is not None:
        span = _line_before(state.text, state.sentence.start)
        return (span, behind.end()) if span else None
    said = _SAID.match(state.text, start, state.sentence.end)
    said = said or _SEATED.match(state.text, start, state.sentence.end)
    return (said.span("name"), said.end()) if said else None


def _line_before(text: str, end: int) -> tuple[int, int] | None:
    """The zone's name that is all of the sentence or line before an offset."""
    near = max(0, end - _NEAR)
    stop = near + len(text[near:end].rstrip("。：: \n"))
    begin = max(stop - _NEAR, 0)
    cuts = [m.end() for m in _STOP.finditer(text, begin, stop)]
    line = cuts[-1] if cuts else begin
    number = NUMBER.match(text[line:stop])
    line += number.end() if number else 0
    named = _NAME.fullmatch(text, line, stop) if stop < end else None
    return (line, stop) if named else None


def _land(state: State, at: int) -> tuple[Place, ...]:
    """The units or towns right behind the verb, and none that is as wide as the issuer's."""
    groups = (i for _, _, items in state.read for i in items if isinstance(i, Group))
    group = next((g for g in groups if g.start >= at), None)
    if group is None or group.start != at:
        return ()
    wide = state.home.level != "county"
    if any(not e.places or e.outside or (wide and state.is_home(e)) for e in group.entities):
        return ()
    return tuple(dict.fromkeys(p for e in group.entities for p in e.places))


def _carrier(state: State, start: int, end: int) -> Token | None:
    """The carrier that ends the name; 园 alone is one behind an industry."""
    kinds, name = state.page.kinds, state.text[start:end]
    for at in range(1, len(name) - 1):
        if name[at:] in kinds:
            known = kinds[name[at:]] in _KINDS
            return Token(start + at, end, lex.CARRIER, name[at:]) if known else None
    told = name.endswith("园") and state.page.taxonomy.find(name)
    return Token(end - 1, end, lex.CARRIER, "园") if told else None


def _claimed(state: State, zone: Entity, carrier: Token, at: int) -> bool:
    """The claim of a zone for what its name or the rest of the sentence says."""
    words = state.text[zone.start : carrier.start]
    found = state.page.taxonomy.find(words)
    own = state.industrial(focus(uncounted(words[found[0][0] :]))) if found else ()
    told = _told(state, at)
    if not (own or told) or any(d.start <= zone.start < d.end for d in state.page.drafts):
        return False
    zone.carrier, zone.extra, zone.explicit = carrier, words, True
    kind = state.page.kinds.get(carrier.word, "zone")
    said = _TO_COME.search(state.text, at, state.sentence.end)
    when: Status = "planned" if said else "existing"
    draft(state, zone, kind, when, own or told, zone.start, state.sentence.end)
    section = state.sentence.section
    for made in state.mine[-1:]:
        made.add(told)
        if section and zone.name in section[-1]:  # the heading is the zone, no industry above it
            made.industry = state.page.context.industry(section[:-1], -1, None, made.phrases)
    return True


def _told(state: State, at: int) -> tuple[str, ...]:
    """What the clauses behind the zone's place say that it makes, or the sentence behind them
    that begins with a word for it (主导产业：…)."""
    taxonomy, found = state.page.taxonomy, list[str]()
    said = _CLOSED.sub("，", state.text[at : state.sentence.end])
    clauses = re.split(r"[，,；;。]", said)[1:]
    for clause in [*clauses, _next(state)]:
        aimed = _AIMED.search(clause)
        made = aims(aimed["what"]) if aimed else recorded(clause, taxonomy).all
        found += made if state.industrial(made) else ()
    return tuple(dict.fromkeys(found))


def _next(state: State) -> str:
    """The next sentence of the paragraph, if it is a record of its subject (主导产业：…)."""
    _, stop = state.page.plan.paragraphs[state.sentence.paragraph]
    match = _RECORD.match(state.text, state.sentence.end, stop)
    return match[0] if match else ""
