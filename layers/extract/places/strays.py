"""Names of zones that begin with a unit elsewhere: 光山羽绒产业园 in the text of another county."""

from __future__ import annotations

from layers.extract.lexicon import Lexicon
from layers.extract.places.toponyms import Resolution, Resolver, is_unit

LENGTHS = (4, 3, 2)
"""Characters of a unit's name at the head of a zone's words, longest first."""
_STRAY = ("outside", "ambiguous")
_WORDS = Lexicon.from_data().wordlike
SIDES = frozenset("东西南北中城江河湖海山港岸郊区新上下")
"""Characters of names by the compass or the land, which many a park bears."""


def stray(resolver: Resolver, words: str) -> Resolution | None:
    """Why the words before a zone's carrier name no zone of the issuer's: they begin with the
    name of a unit that is not its own. None where they may be.
    """
    for name in (words[:n] for n in LENGTHS if n <= len(words)):
        found = resolver.resolve(name)
        if found.reason in _STRAY and not is_common(name) and _is_other(resolver, found, words):
            return Resolution(None, found.reason, found.candidates)
    return None


def _is_other(resolver: Resolver, found: Resolution, words: str) -> bool:
    """Whether a name is first of all that of units elsewhere; a wider unit's is its own zone's only
    where nothing but the carrier follows (衡水|高新区)."""
    if found.place is not None:
        alone = len(words) <= len(found.place.name)
        return found.place.level == "prefecture" and alone
    near = resolver.home.code[:2] if resolver.home.code else ""
    units = [p for p in found.candidates if is_unit(p) and p.level != "province"]
    cities = (p for p in units if p.level == "prefecture")
    if any(resolver.gazetteer.encloses(p, resolver.home) for p in cities):
        return False  # 佛山工业设计产业园 in the text of one of the city's districts
    close = any(p.code and p.code.startswith(near) for p in units)
    return bool(units) and (len(units) == len(found.candidates) or close)


def is_common(name: str) -> bool:
    """Whether many a park bears the name, whatever unit does as well (和平, 城东, 江北)."""
    return name in _WORDS or (len(name) == 2 and SIDES.issuperset(name))
