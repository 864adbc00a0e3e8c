"""Names of places where a number or an indicator might be read: 七台河, 其中杭州800亿元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.extract.places.toponyms import TOWNS, Resolver, is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.place import Place
    from layers.extract.numbers.quantities import Amount

_NAME = 14
"""Characters of the name of a unit or zone."""
_ON = "级区域内外场属直长委"
"""What makes another word of a unit's name."""
_SHORTEST, _MOST = 2, 4
_LONGEST = 6
"""Characters of a name that can begin with a number."""


def begins_name(text: str, amount: Amount, resolver: Resolver) -> bool:
    """七台河, 五家渠, 九台区: what reads as a number begins the name of a unit or a town."""
    if text[amount.start].isascii():
        return False
    begins = (amount.start, max(0, amount.start - 1))
    spans = ((b, stop) for b in begins for stop in range(amount.end, b + _LONGEST + 1))
    return any(_is_borne(text[b:stop], stop > amount.end, resolver) for b, stop in spans)


def _is_borne(name: str, longer: bool, resolver: Resolver) -> bool:
    """Whether a place bears the name; one that is no longer than the number must be here."""
    bearers = resolver.gazetteer.bearers(name)
    if not bearers:
        return False
    if not longer:
        bearers = tuple(p for p in bearers if resolver.is_home(p))
    return name.endswith(TOWNS) or any(map(is_unit, bearers))


def is_units(words: str, resolver: Resolver) -> bool:
    """Whether the words are names of units and nothing else (济南、青岛各)."""
    if "、" in words or words.endswith("各"):
        return all(is_units(word, resolver) for word in words.removesuffix("各").split("、"))
    place = resolver.resolve(words).place if 1 < len(words) <= _LONGEST else None
    return place is not None and is_unit(place)


def unnamed(indicator: str, names: Sequence[str]) -> str:
    """An indicator without the names of the units that it opens with (云南省高速公路里程)."""
    for _ in range(_MOST):
        head = next((n for n in names if _opens(indicator, n)), "")
        if not head:
            break
        indicator = indicator[len(head) :].lstrip("、和及与的")
    return indicator


def _opens(words: str, name: str) -> bool:
    """Whether words open with a unit's name, and hold something else (no 杭州市场占有率)."""
    rest = words[len(name) :]
    return len(name) > _SHORTEST and words.startswith(name) and len(rest) > 1 and rest[0] not in _ON


def opening(words: str, resolver: Resolver) -> tuple[Place | None, str]:
    """The unit of the issuer's, or zone in it, that words begin with, and what is left of them;
    None and all of them for none."""
    for length in range(min(len(words), _NAME), 1, -1):
        place = resolver.resolve(words[:length]).place
        if place is not None and resolver.is_home(place):
            whole = is_unit(place) or length == len(words)
            return (place, words[length:]) if whole else (None, words)
    return None, words


def is_elsewhere(name: str, resolver: Resolver) -> bool:
    """Whether a name is that of units elsewhere alone."""
    found = resolver.resolve(name)
    return found.reason == "outside" and any(map(is_unit, found.candidates))


def is_of_another(words: str, resolver: Resolver) -> bool:
    """Whether words are, or begin with, the name of a unit elsewhere."""
    heads = (words[:n] for n in range(min(len(words), _NAME), 1, -1))
    return any(is_elsewhere(head, resolver) for head in heads)
