"""Jiqun's whole chain, loaded once: parse, read, geocode, records."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.reader.agreement import units
from benchmarks.reader.annotations import Annotated
from benchmarks.reader.texts import spans
from geo.gazetteer import Gazetteer
from layers.extract.claims import claims
from layers.extract.numbers.targets import targets
from layers.industry import Taxonomy
from layers.plan import Plan
from layers.reader import read
from layers.records import as_json


@dataclass(frozen=True)
class Chain:
    """The reader with its tables."""

    gazetteer: Gazetteer
    taxonomy: Taxonomy

    @classmethod
    def loaded(cls) -> Chain:
        """With the tables of `data`, warm: one sentence has been read."""
        chain = cls(Gazetteer.from_data(), Taxonomy.from_data())
        chain.read("打造诸暨先进装备制造业集聚区。".encode(), "330600", "2011")
        return chain

    def records(self, plan: Annotated) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Claims and targets of an annotated text, as the command prints them."""
        parsed = Plan.from_file(plan.path, plan.issuer, plan.issued, self.gazetteer)
        reading = read(parsed, self.gazetteer, self.taxonomy)
        return [as_json(c) for c in reading.claims], [as_json(t) for t in reading.targets]

    def read(self, data: bytes, issuer: str, issued: str) -> int:
        """Read a text; the number of records."""
        plan = Plan.from_bytes(data, "text", issuer, issued, self.gazetteer)
        reading = read(plan, self.gazetteer, self.taxonomy)
        return len(reading.claims) + len(reading.targets)

    def units(self, plan: Annotated) -> list[tuple[int, int, list[str]]]:
        """Today's codes that the claims of each sentence name."""
        found, _ = self.records(plan)
        sentences = spans(plan.text)
        return [(a, b, sorted(_named(found, a, b))) for a, b in sentences]

    def stages(self, plans: Sequence[Annotated]) -> dict[str, float]:
        """Seconds of each part of the chain over the plans."""
        spent = dict.fromkeys(("parse", "claims", "targets"), 0.0)
        for annotated in plans:
            clock = [time.process_time()]
            plan = Plan.from_file(
                annotated.path, annotated.issuer, annotated.issued, self.gazetteer
            )
            clock.append(time.process_time())
            claims(plan, self.gazetteer, self.taxonomy)
            clock.append(time.process_time())
            targets(plan, self.gazetteer, self.taxonomy)
            clock.append(time.process_time())
            for i, stage in enumerate(spent):
                spent[stage] += clock[i + 1] - clock[i]
        return spent


def _named(found: Sequence[dict[str, Any]], start: int, end: int) -> set[str]:
    inside = (c for c in found if c["evidence"]["start"] < end and c["evidence"]["end"] > start)
    return {code for claim in inside for code in units(claim)}
