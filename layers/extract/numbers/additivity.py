"""Whether a number may be summed with its siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.extract.numbers.topics import OVERALL, Topics
from layers.extract.patterns import compiled

if TYPE_CHECKING:
    from layers.extract.numbers.counts import Measure
    from layers.extract.numbers.quantities import Amount

_PART = compiled(
    r"其中|包括|均(?<!年均)|亩[产收]|单位|每|万元(?=GDP|地区|生产|工业|产值|增加值)|万人(?!次)|劳动生产率|强度"
)
_AREA = compiled(r"(?:集聚区|聚集区|园区|基地|集群|开发区|高新区|示范区|小镇|产业园|板块)数$")
_FIRMS = compiled(r"企业$|公司$|集团$")
_RATES = ("fraction", "times", "multiple", "point", "permille")
_CHANGES = ("增量", "减量", "去产能")


def is_additive(words: str, amount: Amount, what: Measure, industry: str, topics: Topics) -> bool:
    """False where the number must not be summed with its siblings; `words` are its clause's before
    it."""
    if what.rate or what.indicator.endswith(_CHANGES) or amount.unit_base in _RATES:
        return False
    if amount.level or "_per_" in amount.unit_base or _AREA.search(what.indicator):
        return False
    if amount.unit_base == "yuan" and _FIRMS.search(what.subject):
        return False  # what each of the firms has
    if _PART.search(words):
        return False
    return industry == OVERALL or not topics.is_part(industry)
