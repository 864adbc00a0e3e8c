"""One number of a plan as pages show it: value, measure, year, and the quote behind it.

Made from the rows of the layer `targets`; nothing here is computed from text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from layers.join import TOTAL
from layers.vocabulary import COMPARATORS, word

if TYPE_CHECKING:
    import pandas as pd

AMOUNTS = ("scale", "value_added")
"""Families of amounts that say how large an industry is."""

HUNDRED_MILLION = 1e8
"""Yuan in one 亿元, the unit in which plans of this kind give amounts."""

_POPULATION = ("规模以上", "规上")
_FILLERS = (*_POPULATION, "工业", "全部", "年")


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of `targets`, in the fields that charts and checks need.

    `code` is the national class ("1" to "9", "0" cross-industry, "x" other),
    `codes` the finer codes; `cny` the amount in yuan, None where the number is no
    amount of money; `year` the year or the last one of a period, `since` the
    first one of a period; `issuer` the name of the plan's issuer; `whole` says
    that the number speaks of the issuer's whole industry, not of some firms in it.
    """

    id: str
    plan: str
    industry: str
    code: str
    codes: tuple[str, ...]
    indicator: str
    family: str
    subject: str
    comparator: str
    modality: str
    value: float
    value_max: float | None
    unit: str
    cny: float | None
    year: int | None
    since: int | None
    scope: str
    whole: bool
    threshold: str
    quote: str
    section: str
    issuer: str = ""

    @property
    def total(self) -> bool:
        """Whether the number is about all industries of the plan together."""
        return self.industry == TOTAL

    @property
    def reported(self) -> bool:
        """Whether the plan reports it as a fact."""
        return self.modality == "actual"

    @property
    def measure(self) -> str:
        """What is measured, without words for whose: 规模以上工业总产值 is 产值."""
        name = self.indicator
        for filler in _FILLERS:
            name = name.replace(filler, "")
        return name.replace("总产值", "产值").removeprefix("产业") or self.indicator

    def words(self, english: bool = False) -> str:
        """The number with 力争 and its comparator in words: 力争超过 2,500 亿元."""
        if not self.unit and 0 < self.value < 1:  # a fraction written in words (三分之一)
            amount = f"{100 * self.value:.1f}%"
        else:
            amount = number(self.value)
        amount += "" if self.value_max is None else f"–{number(self.value_max)}"
        if english:
            return _english(self, amount)
        lead = "力争" if self.modality == "strive" else ""
        bound = "" if self.comparator == "=" else word(COMPARATORS, self.comparator)
        return f"{lead}{bound} {_with_unit(amount, self.unit)}".strip()

    @property
    def whose(self) -> str:
        """Whose plan it is, and whose number where that is not the issuer's own."""
        own = not self.scope or self.scope == self.issuer
        return self.issuer if own else f"{self.issuer} · {self.scope}"

    @property
    def above_size(self) -> bool:
        """Whether only enterprises above designated size (规模以上) are counted."""
        return any(word in self.indicator + self.quote for word in _POPULATION)

    @property
    def resolution(self) -> float | None:
        """The last digit's place in yuan: 560亿元 is given to 1e8; None without money.

        This is how finely the number is written, the most that may be assumed.
        """
        if self.cny is None or not self.value:
            return None
        decimals = f"{self.value:.10f}".rstrip("0").partition(".")[2]
        return float(abs(self.cny / self.value) / 10 ** len(decimals))


def figures(targets: pd.DataFrame) -> tuple[Figure, ...]:
    """The rows of `targets` in their order."""
    rows: list[dict[Any, Any]] = targets.to_dict("records")
    return tuple(_figure(row) for row in rows)


def amounts(rows: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The amounts of money that say how large an industry, or all of them, is or should be."""
    return tuple(r for r in rows if r.cny is not None and r.family in AMOUNTS and r.whole)


def _figure(row: Mapping[str, Any]) -> Figure:
    threshold = _threshold(row)
    return Figure(
        id=row["id"],
        plan=row["plan"],
        industry=row["industry"],
        code=row["industry_class"],
        codes=split(row["industry_codes"]),
        indicator=row["indicator"],
        family=row["indicator_family"],
        subject=_text(row["subject"]),
        comparator=row["comparator"],
        modality=row["modality"],
        value=float(row["value"]),
        value_max=_number(row["value_max"]),
        unit=_text(row["unit"]),
        cny=_number(row["value_cny"]),
        year=_year(row["year_to"]),
        since=_year(row["year_from"]),
        scope=_text(row["scope"]),
        whole=not threshold and _whole(row),
        threshold=threshold,
        quote=row["evidence_exact"],
        section=_text(row["section"]),
        issuer=_text(row["issuer"]),
    )


def _english(figure: Figure, amount: str) -> str:
    lead = "strives for " if figure.modality == "strive" else ""
    bound = "" if figure.comparator == "=" else word(COMPARATORS, figure.comparator, True) + " "
    return f"{lead}{bound}{_with_unit(amount, figure.unit)}"


def _with_unit(amount: str, unit: str) -> str:
    """A blank stands before every unit but the signs for parts: 2,500 亿元, 13%."""
    return f"{amount}{'' if unit in ('%', '‰', '％') else ' '}{unit}".strip()


def _whole(row: Mapping[str, Any]) -> bool:
    """An amount of named firms (古纤道等企业年销售收入超10亿元) is not the industry's."""
    firms = any(word in _text(row["subject"]) for word in ("企业", "公司", "集团"))
    above_size = any(word in _text(row["subject"]) for word in _POPULATION)
    return split(row["scope_codes"]) == (row["issuer_code"],) and (above_size or not firms)


def _threshold(row: Mapping[str, Any]) -> str:
    value = _number(row["threshold_value"])
    if value is None:
        return ""
    bound = word(COMPARATORS, row["threshold_comparator"] or "=")
    amount = _with_unit(number(value), _text(row["threshold_unit"]))
    return f"{row['threshold_indicator']}{bound} {amount}"


def split(joined: Any) -> tuple[str, ...]:
    """The entries of a list column.

    >>> split("1；6.3"), split(None)
    (('1', '6.3'), ())
    """
    text = _text(joined)
    return tuple(text.split("；")) if text else ()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> float | None:
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return None if found != found else found


def _year(value: Any) -> int | None:
    found = _number(value)
    return None if found is None else int(found)


def number(value: float) -> str:
    """A number as people write it: thousands apart, all decimals that it has.

    >>> number(2500.0), number(174.9), number(12.34567)
    ('2,500', '174.9', '12.34567')
    """
    text = f"{Decimal(str(value)):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def hundred_millions(cny: float) -> str:
    """Yuan as 亿元, written as people write it.

    >>> hundred_millions(2.5e12)
    '25,000'
    """
    return number(round(cny / HUNDRED_MILLION, 2))
