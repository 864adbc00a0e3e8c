"""The end of a reading: drafts become claims in order, refused names become rows of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.extract.sentences.drafts import Draft, Finisher
from layers.extract.sentences.state import Page
from layers.industry import MIXED
from layers.records import Claim, Unlocated, record_id

if TYPE_CHECKING:
    from layers.industry import Taxonomy


_NAMED = ("zone", "corridor")
"""Kinds whose names stand wherever they are spoken of."""


def finished(page: Page) -> tuple[Claim, ...]:
    """Claims in order of position, second listings left out."""
    finisher = Finisher(page.plan, page.taxonomy, page.resolver)
    kept = _first_mentions(_first_listings(_without_titles(page.drafts), page.taxonomy))
    made = [finisher.claim(d, page.context.plain(d.industry or MIXED)) for d in kept]
    return tuple(sorted(made, key=lambda c: (c.evidence.start, c.evidence.end)))


def _without_titles(drafts: list[Draft]) -> list[Draft]:
    """Without what the name of a zone says by itself, on a line below which a record says more
    (武陵区移动互联网产业园, and 主导产业：… below)."""
    told = {(d.name, d.start) for d in drafts if d.start < d.sentence.start}
    alone = [d for d in drafts if d.sentence.end - d.sentence.start <= len(d.name) + 1]
    titles = {id(d) for d in alone if d.start >= d.sentence.start and (d.name, d.start) in told}
    return [draft for draft in drafts if id(draft) not in titles]


def _first_listings(drafts: list[Draft], taxonomy: Taxonomy) -> list[Draft]:
    """Without the areas that another chapter has listed already."""
    seen: dict[tuple[str, str, str], str] = {}
    kept = []
    for draft in drafts:
        chapter = draft.sentence.section[0] if draft.sentence.section else ""
        phrases = (draft.industry or "",) if draft.industry != MIXED else draft.phrases
        classes = {code[0] for code in taxonomy.codes(*phrases)} or {draft.industry or ""}
        keys = [(draft.head[:2], draft.kind, c) for c in classes]
        again = any(seen.get(key, chapter) != chapter for key in keys)
        if draft.kind == "agglomeration_area" and again:
            continue
        for key in keys:
            seen.setdefault(key, chapter)
        kept.append(draft)
    return kept


def _first_mentions(drafts: list[Draft]) -> list[Draft]:
    """Without the zones and corridors that a later sentence only names again."""
    said: dict[tuple[str, str, str | None], set[str]] = {}
    kept = []
    for draft in drafts:
        key = (draft.name, draft.kind, draft.industry)
        named = draft.kind in _NAMED and draft.status == "existing" and draft.name != draft.head
        if named and key in said and set(draft.focus) <= said[key]:
            continue
        said.setdefault(key, set()).update(draft.focus)
        kept.append(draft)
    return kept


def refused(page: Page) -> tuple[Unlocated, ...]:
    """Names that several places bear, or none of the date."""
    found: dict[tuple[int, str], Unlocated] = {}
    for entity, sentence in page.failed:
        failed = entity.failed
        if failed is None or failed.reason is None:
            continue
        evidence = page.plan.evidence(entity.start, entity.end)
        found[evidence.start, entity.name] = Unlocated(
            id=record_id("u", page.plan.id, evidence.start, entity.name),
            plan=page.plan.id,
            name=entity.name,
            reason=failed.reason,
            candidates=tuple(f"{p.name} {p.code or p.id}" for p in failed.candidates),
            section=sentence.section,
            evidence=evidence,
        )
    return tuple(found.values())
