"""How charts and tables look and speak: a measure in words, the colours of a theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from layers.styles import industry_class
from ui.words import texts

Say = Callable[..., str]


def measure(name: str, english: bool) -> str:
    """What is measured: the plan's word, and a gloss for who reads English.

    >>> measure("产值", True), measure("产值", False)
    ('产值 (output)', '产值')
    """
    gloss = texts("en").get(f"measure.{name}")
    return f"{name} ({gloss})" if english and gloss else name


@dataclass(frozen=True, slots=True)
class Look:
    """Language and colours of a chart."""

    say: Say
    english: bool
    dark: bool

    def colour(self, code: str) -> str:
        """The class colour for areas and points."""
        entry = industry_class(code)
        return entry.dark if self.dark else entry.fill

    def ink(self, code: str) -> str:
        """The class colour for text and lines."""
        entry = industry_class(code)
        return entry.dark if self.dark else entry.ink

    def measure(self, name: str) -> str:
        """A measure in the plan's word, with an English gloss where English is read."""
        return measure(name, self.english)

    @property
    def text(self) -> str:
        """Plain text."""
        return "#e7e7ea" if self.dark else "#26282d"

    @property
    def quiet(self) -> str:
        """Text that stays behind."""
        return "#a4a7af" if self.dark else "#62666e"

    @property
    def paper(self) -> str:
        """The ground, for what is hollow."""
        return "#16181d" if self.dark else "#ffffff"

    @property
    def grid(self) -> str:
        """Lines of the scale."""
        return "#31343b" if self.dark else "#e9eaee"


def over(colour: str) -> str:
    """Black or white, whichever reads better on this colour (WCAG relative luminance)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#101114" if luminance > 0.18 else "#ffffff"
