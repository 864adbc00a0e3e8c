"""What a document does as a whole: whether it intends or reports, and of which year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from layers.extract.numbers.modality import imperatives, leaning, sets_out
from layers.extract.numbers.years import YearRef, reported, year_refs
from layers.extract.patterns import compiled
from layers.extract.titles import OPENING
from layers.records import Modality

if TYPE_CHECKING:
    from layers.plan import Plan

_NEWS = compiled(r"近日|日前|本次|昨日|记者|据了解|据悉|据介绍")
_CITED = compiled(
    r"《[^《》\n]{2,80}[（(](?P<first>20\d\d)年?[-—–~至]{1,2}(?P<last>20\d\d)年?[）)]》"
)
"""A plan that a report is about, with its period."""
_HEAD = 20_000
"""Characters from which the mood of a document is taken."""
LONG = 5
"""Years behind the issue beyond which a year that is named in passing reports nothing else."""
_SENTENCES = 400
"""Sentences of which a quarter that bids makes a plan."""


def head_refs(plan: Plan) -> Sequence[YearRef]:
    """The years named in the text's first characters, from which its mood is taken."""
    return year_refs(plan.clean, 0, min(_HEAD, len(plan.clean)), int(plan.issued[:4]))


def mood(plan: Plan, refs: Sequence[YearRef]) -> Modality:
    """Whether a text reports or intends; `refs` are the years named in its head."""
    starts = [s.start for s in plan.sentences[:_SENTENCES]]
    bids = imperatives(plan.clean, starts) * 4 >= len(starts)
    head, issued = min(_HEAD, len(plan.clean)), int(plan.issued[:4])
    lean = leaning(plan.clean, 0, head, refs, issued, weak=not bids)
    if lean:
        return "actual" if lean > 0 else "target"
    return "target" if bids else "actual"


def year_reported(plan: Plan, refs: Sequence[YearRef]) -> int | None:
    """The last year named, else that of the issue where the text is news."""
    text, issued = plan.clean, int(plan.issued[:4])
    near = [r for r in refs if r.last >= issued - 2 * LONG]
    near = [r for r in near if r.last < issued or not sets_out(text, r.end)]
    return reported(near, issued) or (issued if _NEWS.search(text[:_HEAD]) else None)


def year_cited(plan: Plan) -> int | None:
    """The last year of the one plan that a report is about."""
    found = _CITED.finditer(plan.clean[:OPENING])
    years = {int(m["last"]) for m in found}
    year = years.pop() if len(years) == 1 else 0
    return year if year > int(plan.issued[:4]) else None
