"""What can go wrong between a name and a place. Each message is one line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geo.place import Place

SHOWN = 12
"""How many candidates a message lists."""


def excerpt(text: str, limit: int = 40) -> str:
    """`text` on one line, cut to `limit` characters, safe to print.

    >>> excerpt("绍" * 50)[-3:], excerpt("a\\nb")
    ('绍绍…', 'a b')
    """
    head = " ".join("".join(c if c.isprintable() else " " for c in text[: limit + 1]).split())
    return head if len(text) <= limit else head[:limit] + "…"


class GeoError(ValueError):
    """A place, code or date that cannot be used. The message says the next step."""


class MissingData(GeoError):
    """A table or coverage file that is not there, or not readable."""

    def __init__(self, path: Path, fault: str) -> None:
        self.path, self.fault = path, fault
        super().__init__(
            f"expected the data file {path}, {excerpt(fault, 80)}; "
            "missing or changed data file: restore it with `git checkout data`"
        )


class InvalidDate(GeoError):
    """A date that is none of YYYY, YYYY-MM, YYYY-MM-DD."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(
            f"expected a date as YYYY, YYYY-MM or YYYY-MM-DD, got {excerpt(text)!r}; "
            "write for instance --as-of 2011-03-28"
        )


class UnknownCode(GeoError):
    """A code that no unit has, or that none had on the date."""

    def __init__(self, code: str, as_of: str | None, known: Sequence[Place] = ()) -> None:
        self.code, self.as_of, self.known = code, as_of, tuple(known)
        when = f" in {as_of}" if as_of else " today"
        listed = "、".join(f"{p.name} {lifetime(p)}" for p in known)
        held = f"; the code stands for {listed}" if known else ""
        super().__init__(
            f"expected a GB/T 2260 code in force{when}, got {excerpt(code)!r}{held}; "
            "give six digits such as 330600"
        )


class NotFound(GeoError):
    """A name that the gazetteer does not hold."""

    def __init__(self, name: str, as_of: str | None, within: Place | None = None) -> None:
        self.name, self.as_of, self.within = name, as_of, within
        where = f" within {within.name} ({within.code or within.id})" if within else ""
        step = "try the full name, or leave out --within" if within else "try the full name"
        super().__init__(
            f"expected a place name that the gazetteer holds{where}, got {excerpt(name)!r}; {step}"
        )


class Expired(GeoError):
    """A name that was in force at another time only. `successors` hold its ground today."""

    def __init__(
        self, name: str, as_of: str | None, places: Sequence[Place], successors: Sequence[Place]
    ) -> None:
        self.name, self.as_of = name, as_of
        self.places, self.successors = tuple(places), tuple(successors)
        held = "、".join(f"{labelled(p)} {lifetime(p)}" for p in places[:SHOWN])
        held += "".join(f" [{excerpt(p.note, 60)}]" for p in places[:1] if p.note)
        after = "、".join(map(labelled, successors)) or "unknown"
        super().__init__(
            f"expected a name in force {as_of or 'today'}, got {excerpt(name)!r}: {held}; "
            f"on that date the ground belongs to {after}; use that name or change --as-of"
        )


class Ambiguous(GeoError):
    """A name with several readings. `candidates` are all of them; `above` says where each lies."""

    def __init__(
        self, name: str, as_of: str | None, candidates: Sequence[Place], above: Sequence[str] = ()
    ) -> None:
        self.name, self.as_of, self.candidates = name, as_of, tuple(candidates)
        where = [f" ({place})" if place else "" for place in above] or [""] * len(candidates)
        shown = "、".join(
            labelled(p) + at for p, at in zip(candidates[:SHOWN], where, strict=False)
        )
        more = f" and {len(candidates) - SHOWN} more" if len(candidates) > SHOWN else ""
        super().__init__(
            f"expected one place, got {len(candidates)} called {excerpt(name)!r}: {shown}{more}; "
            "narrow it with --within CODE, --as-of DATE or the full name"
        )


def labelled(place: Place) -> str:
    """`绍兴县 330621`, or the name with the own id where there is no code."""
    return f"{place.name} {place.code or place.id}"


def lifetime(place: Place) -> str:
    """`(2009 or before to 2013-10-18)`."""
    return f"({place.valid_from or '2009 or before'} to {place.valid_to or 'today'})"
