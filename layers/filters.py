"""One filter for the page, the command line and Python, and the link that reopens it.

A `Filter` says what is shown. `Rows` is what a row of any layer has to offer to
it; `matches` is the predicate. The browser holds the same `Rows` as JSON and the
same predicate in `predicate.js`, so that a count on the map, in the table and in
a file is the same count.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from layers import styles, vocabulary
from layers.errors import BadArgument
from layers.views import Issued, crossing, views

if TYPE_CHECKING:
    from layers.build import Layers

_KEYS = {
    "plan": "plans",
    "industry": "industries",
    "heading": "headings",
    "kind": "kinds",
    "status": "statuses",
    "basis": "bases",
    "place": "places",
    "q": "q",
    "from": "year_from",
    "to": "year_to",
    "view": "view",
}
"""From the keys of a link and of the command line to the fields of `Filter`."""
_CLOSED: Mapping[str, tuple[str, ...]] = {
    "industries": tuple(entry.code for entry in styles.CLASSES),
    "kinds": tuple(vocabulary.KINDS),
    "statuses": tuple(vocabulary.STATUSES),
    "bases": tuple(vocabulary.BASES),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown. An empty field does not restrict; several values mean any of them.

    `industries` are first-level national classes (`styles.CLASSES`), `headings` a
    plan's own words, `places` GB/T 2260 codes of the plan's date and mean
    everything inside them, `q` words that must all occur, `year_from` and
    `year_to` bound the years of targets (both included), `view` names one of
    `layers.views` and `within`, which `located` sets and no link holds, the unit it is
    about. Raises BadArgument for a value outside a closed vocabulary.
    """

    plans: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    q: str = ""
    year_from: int | None = None
    year_to: int | None = None
    view: str = ""
    within: str = ""

    def __post_init__(self) -> None:
        for field, allowed in _CLOSED.items():
            for value in getattr(self, field):
                if value not in allowed:
                    raise BadArgument(_option(field), value, f"one of {', '.join(allowed)}")

    def __bool__(self) -> bool:
        """Whether it restricts anything."""
        return replace(self, view="") != Filter()

    def to_query(self) -> str:
        """The filter as the query of a link; the same filter always gives the same text.

        >>> Filter(industries=("6",), places=("330681",), q="光伏").to_query()
        'industry=6&place=330681&q=%E5%85%89%E4%BC%8F'
        """
        return urlencode([(key, str(value)) for key, value in self._pairs()])

    def _pairs(self) -> Iterable[tuple[str, str | int]]:
        for key, field in _KEYS.items():
            value = getattr(self, field)
            if isinstance(value, tuple):
                yield from ((key, item) for item in value)
            elif value not in ("", None):
                yield key, value

    @classmethod
    def from_query(cls, link: str) -> Filter:
        """The filter of a link or its query; keys that are no filter's are left alone.

        >>> Filter.from_query("http://localhost:8501/?lang=en&kind=base&kind=zone").kinds
        ('base', 'zone')
        """
        query = urlsplit(link).query if "?" in link else link
        found: dict[str, list[str]] = {}
        for key, value in parse_qsl(query):
            found.setdefault(key, []).append(value)
        return cls._from_lists(found)

    @classmethod
    def from_options(cls, options: Mapping[str, Any]) -> Filter:
        """The filter of the command line: lists of values, or values joined with commas."""
        given = {key: options.get(key) or [] for key in _KEYS}
        split = {
            key: values if key == "q" else [p.strip() for v in values for p in v.split(",")]
            for key, values in given.items()
        }
        return cls._from_lists({key: [v for v in vs if v] for key, vs in split.items()})

    @classmethod
    def _from_lists(cls, found: Mapping[str, list[str]]) -> Filter:
        made: dict[str, Any] = {}
        for key, field in _KEYS.items():
            values = list(dict.fromkeys(found.get(key, ())))
            if not values:
                continue
            if field in ("year_from", "year_to"):
                made[field] = _year(key, values[-1])
            elif field == "q":
                made[field] = " ".join(values)
            else:
                made[field] = values[-1] if field == "view" else tuple(values)
        return cls(**made)

    def as_json(self) -> dict[str, Any]:
        """The filter for the browser's predicate: only what restricts, ready to compare."""
        plain = {key: getattr(self, field) for key, field in _KEYS.items() if key != "q"}
        made = {k: list(v) if isinstance(v, tuple) else v for k, v in plain.items() if v}
        terms = words(self.q)
        if self.within:
            made["within"] = self.within
        return {**made, "terms": terms} if terms else made

    def describe(self, english: bool = False) -> str:
        """The filter in words, for the head of a file."""
        if not self:
            return "everything" if english else "全部"
        mark = "; " if english else "；"
        return mark.join(f"{key}={value}" for key, value in self._pairs())


def _option(field: str) -> str:
    return "--" + next(key for key, name in _KEYS.items() if name == field)


def _year(key: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise BadArgument(f"--{key}", text, "a year as YYYY")
    return int(text)


@dataclass(frozen=True, slots=True)
class Row:
    """What a row offers to a filter; None or () where its layer has no such column.

    A filter on something that a layer does not have leaves the layer's rows in:
    a target has no kind, so a filter by kind shows all targets.
    """

    id: str
    plan: str | None = None
    industry: str | None = None
    heading: str | None = None
    kind: str | None = None
    status: str | None = None
    basis: str | None = None
    places: tuple[str, ...] | None = None
    years: tuple[int, int] | None = None
    dated: bool = False
    text: str = ""
    initials: str = ""

    def as_json(self) -> dict[str, Any]:
        """The row for the browser's predicate.

        A column that the layer does not have is left out; an empty one stays, for
        it must not pass a filter.
        """
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        kept = {k: v for k, v in pairs if v or (v is not None and k not in _IDLE_EMPTY)}
        return {k: list(v) if isinstance(v, tuple) else v for k, v in kept.items()}


_IDLE_EMPTY = ("dated", "text", "initials")


def matches(chosen: Filter, row: Row) -> bool:
    """Whether the row is shown. `predicate.js` says the same to the browser."""
    return (
        _among(chosen.plans, row.plan)
        and _among(chosen.industries, row.industry)
        and _among(chosen.headings, row.heading)
        and _among(chosen.kinds, row.kind)
        and _among(chosen.statuses, row.status)
        and _among(chosen.bases, row.basis)
        and _inside(chosen, row)
        and _in_years(chosen, row)
        and _says(words(chosen.q), row)
    )


def _among(wanted: tuple[str, ...], value: str | None) -> bool:
    return not wanted or value is None or value in wanted


def _inside(chosen: Filter, row: Row) -> bool:
    if row.places is None:
        return True
    if chosen.within and chosen.within not in row.places:
        return False
    return not chosen.places or any(code in row.places for code in chosen.places)


def _in_years(chosen: Filter, row: Row) -> bool:
    if not row.dated or (chosen.year_from is None and chosen.year_to is None):
        return True
    if row.years is None:
        return False
    first, last = row.years
    return last >= (chosen.year_from or first) and first <= (chosen.year_to or last)


def _says(terms: list[str], row: Row) -> bool:
    return all(term in row.text or _spells(term, row.initials) for term in terms)


def _spells(term: str, initials: str) -> bool:
    # One letter would match nearly every name.
    return len(term) > 1 and term in initials


def fold(text: str) -> str:
    """Text as it is compared: full and half width, upper and lower case alike."""
    return unicodedata.normalize("NFKC", text).casefold()


def words(q: str) -> list[str]:
    """The words of a search, as they are compared.

    >>> words(" 诸暨　ＬＥＤ ")
    ['诸暨', 'led']
    """
    return fold(q).split()


def located(chosen: Filter, plans: Iterable[Issued]) -> Filter:
    """The filter with the unit that its view is about.

    Raises BadArgument for a view that no plan has.
    """
    known = views(plans)
    if chosen.view and chosen.view not in known:
        raise BadArgument("--view", chosen.view, f"one of {', '.join(known)}")
    return replace(chosen, within=known.get(chosen.view, ""))


def apply(layers: Layers, chosen: Filter) -> Layers:
    """The layers with only the rows that the filter shows.

    `totals` keep the number of rows in all, `filter` says what was chosen.
    A place never filters lines out, a plan of another land does.
    Raises BadArgument for a view that no plan has.
    """
    chosen = located(chosen, layers.provenance.plans)
    frames: dict[str, Any] = {
        name: frame[[matches(chosen, row) for row in layers.rows(name)]].reset_index(drop=True)
        for name, frame in layers.frames().items()
    }
    if chosen.plans:
        ours = layers.units[layers.units["plan"].isin(chosen.plans)]
        frames["lines"] = crossing(frames["lines"], ours)
    return replace(layers, **frames, filter=chosen)


def check(layers: Layers, chosen: Filter) -> None:
    """Refuse a plan, heading or place that no row has: a slip, not an empty answer.

    Raises BadArgument.
    """
    all_rows = [row for name in layers.frames() for row in layers.rows(name)]
    known: dict[str, set[str]] = {
        "plans": {row.plan for row in all_rows if row.plan},
        "headings": {row.heading for row in all_rows if row.heading},
        "places": {code for row in all_rows for code in row.places or ()},
    }
    for field, values in known.items():
        for value in getattr(chosen, field):
            if value not in values:
                shown = ", ".join(sorted(values)[:12]) + (", …" if len(values) > 12 else "")
                raise BadArgument(_option(field), value, f"one of {shown}")
