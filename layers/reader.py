"""The whole reading of a plan: claims and targets, what was refused, what was corrected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layers.collector import paused
from layers.corrections import Correction, correct
from layers.extract.claims import claims
from layers.extract.numbers.targets import targets
from layers.extract.places.mentions import Scanner
from layers.extract.titles import Titles
from layers.records import Claim, Target, Unlocated, apart

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from layers.industry import Taxonomy
    from layers.plan import Plan


@dataclass(frozen=True)
class Reading:
    """What a plan says, each list in order of position, and the corrections that were made."""

    plan: Plan
    claims: tuple[Claim, ...]
    targets: tuple[Target, ...]
    unlocated: tuple[Unlocated, ...]
    corrections: tuple[Correction, ...] = ()


@paused()
def read(
    plan: Plan,
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    corrections: Iterable[Correction] = (),
) -> Reading:
    """Read a plan. The same plan, data and corrections give the same reading.

    Raises `layers.corrections.StaleCorrection` for a correction that no longer applies and
    `geo.errors.UnknownCode` for an issuer whose code never existed.

    >>> from geo.gazetteer import Gazetteer
    >>> from layers.industry import Taxonomy
    >>> from layers.plan import Plan
    >>> text = "绍兴市新能源产业规划\\n着力打造诸暨光伏产业集聚区。"
    >>> plan = Plan.from_bytes(text.encode(), issuer="330600", issued="2011")
    >>> [c.name for c in read(plan, Gazetteer.from_data(), Taxonomy.from_data()).claims]
    ['诸暨光伏产业集聚区']
    """
    made = tuple(corrections)
    words = Scanner.for_data(gazetteer, taxonomy).read(plan.clean)
    titles = Titles.of(plan, gazetteer, taxonomy)
    found, refused = claims(plan, gazetteer, taxonomy, words, titles)
    return Reading(
        plan=plan,
        claims=correct(apart(found), made, "claim"),
        targets=correct(apart(targets(plan, gazetteer, taxonomy, words, titles)), made, "target"),
        unlocated=refused,
        corrections=made,
    )
