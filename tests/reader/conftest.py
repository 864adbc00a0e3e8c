"""The data that every reader test reads: loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geo.gazetteer import Gazetteer
from layers.extract.claims import claims
from layers.industry import Taxonomy
from layers.library import shipped_gazetteer, shipped_taxonomy
from layers.plan import Plan
from layers.records import Claim, Unlocated

Found = tuple[tuple[Claim, ...], tuple[Unlocated, ...]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return shipped_gazetteer()


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return shipped_taxonomy()


@pytest.fixture(scope="session")
def found(gazetteer: Gazetteer, taxonomy: Taxonomy) -> Callable[[str, str, str], Found]:
    """Claims and refusals of a text: (text, issuer's code, date)."""

    def read(text: str, issuer: str, issued: str) -> Found:
        plan = Plan.from_bytes(text.encode(), issuer=issuer, issued=issued)
        return claims(plan, gazetteer, taxonomy)

    return read
