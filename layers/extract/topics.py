"""Under which industry a plan puts a number: its own headings first, in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layers.industry import Taxonomy
    from layers.plan import Plan

OVERALL = "总体"
_GENERAL = re.compile(r"战略性新兴产业|工业总|规模以上工业|工业经济|全部工业|生产总值|国民经济")
_SPLIT = re.compile(r"[、，,]|和|及|与")
_BARE = re.compile(r"(?:[两二三四五六七八九十]大)?(?:主导|支柱|重点|优势)?(?:产业|行业|领域|业)?$")


@dataclass
class Topics:
    """The industries that a plan's headings name, and the way from phrases to them."""

    taxonomy: Taxonomy
    names: tuple[str, ...]
    _codes: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _sections: dict[tuple[str, ...], str | None] = field(default_factory=dict, repr=False)

    @classmethod
    def of_plan(cls, plan: Plan, taxonomy: Taxonomy) -> Topics:
        """The industries of a plan's headings, in order."""
        found: dict[str, None] = {}
        for heading in plan.headings:
            name = taxonomy.heading(heading.printed)
            if name and not taxonomy.is_broad(name):
                found.setdefault(name)
        return cls(taxonomy, tuple(found))

    def section(self, path: tuple[str, ...]) -> str | None:
        """The industry of a section: the outermost heading that names one."""
        if path not in self._sections:
            names = [n for title in path if (n := self.taxonomy.heading(title))]
            exact = [n for n in names if not self.taxonomy.is_broad(n)]
            self._sections[path] = (exact or names or [None])[0]
        return self._sections[path]

    def phrase(self, phrase: str) -> str | None:
        """The plan's heading that a phrase means, else the industry in the phrase's own words.

        先进装备 means 先进装备制造 where the plan has such a chapter; 电子信息 its 新兴信息.
        """
        bare = _BARE.sub("", phrase.strip("“”的 "))
        if len(bare) < 2:
            return None
        for name in self.names:
            if bare == name or (len(bare) >= 3 and (bare in name or name in bare)):
                return name
        codes = self.codes(bare)
        if not codes:
            return self.taxonomy.bare(bare) if self.taxonomy.knows(bare) else None
        for exact in (True, False):
            same = [n for n in self.names if _alike(self.codes(n), codes, exact)]
            if len(same) == 1:
                return same[0]
        return bare

    def codes(self, phrase: str) -> frozenset[str]:
        """The national codes that a phrase supports."""
        found = self._codes.get(phrase)
        if found is None:
            found = self._codes[phrase] = frozenset(self.taxonomy.codes(phrase))
        return found

    def named(self, text: str, start: int, end: int) -> str | None:
        """The industry that a stretch of text names last, on the plan's own headings if it can."""
        words = text[start:end]
        for name in self.names:
            if name in words:
                return name
        found = self.taxonomy.find(words)
        if not found:
            return None
        first, last, _ = found[-1]
        return self.phrase(words[first:last])

    def general(self, words: str) -> bool:
        """Whether the words speak of all industries together."""
        return _GENERAL.search(words) is not None

    def listed(self, words: str) -> list[str]:
        """The industries of an enumeration (先进装备和新材料两大产业), or [] if it is none."""
        items = [i for i in _SPLIT.split(words) if i]
        names = [self.phrase(i) or _BARE.sub("", i) for i in items]
        return [n for n in names if n] if len(items) > 1 else []

    def is_part(self, name: str) -> bool:
        """Whether another chapter's industry already holds this one (物联网 in 信息技术)."""
        codes = self.codes(name)
        for other in self.names:
            if other == name:
                return False
            if codes and _alike(self.codes(other), codes, exact=False):
                return True
        return False


def _alike(wide: frozenset[str], codes: frozenset[str], exact: bool) -> bool:
    if exact:
        return wide == codes
    tops = {c.split(".")[0] for c in wide}
    return bool(codes) and {c.split(".")[0] for c in codes} <= tops


def split_list(words: str) -> Sequence[str]:
    """The items of an enumeration."""
    return [i for i in _SPLIT.split(words) if i]
