"""The numbers that the reader finds in a text of a test."""

from __future__ import annotations

from layers.extract.numbers.targets import targets
from layers.library import shipped_gazetteer, shipped_taxonomy
from layers.plan import Plan
from layers.records import Target


def read(text: str, issuer: str = "330600", issued: str = "2011-03") -> tuple[Target, ...]:
    """Numbers of a text as a plan of its issuer (six-digit code) and date (YYYY or YYYY-MM)."""
    plan = Plan.from_bytes(text.encode(), issuer=issuer, issued=issued)
    return targets(plan, shipped_gazetteer(), shipped_taxonomy())
