"""Context: which industry governs a sentence, in the plan's own words.

The order: a strong heading above (shallowest first: (一)先进装备制造业), the sentence's own
领域 or first clause (积极发展海洋经济，…), the last class-wide topic of the paragraph
(拓展旅游业新空间，…), a heading that only groups industries (传统产业), the words of the
claim itself, the industry of the plan's title, 综合.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from layers.extract.industries import PAIR_LONG
from layers.extract.labels import BULLETS, begin, is_part, label, plain
from layers.extract.leads import COMMON, Leads, share
from layers.extract.patterns import compiled
from layers.extract.themes import builds_belt, core, opening
from layers.extract.titles import Titles
from layers.industry import MIXED, Taxonomy

_CLAUSE = re.compile(r"[，,。；;]")
_SUMMED = compiled(
    r"(?P<list>[^，,。；、]{2,20}、[^，,。；]{2,60}?)等(?:[千百万十]亿元?级?、?)*"
    r"(?P<what>[^，,。；、等的]{2,10}?)(?:产业)?(?:集群|基地|集聚区)"
)
"""A list of products and the cluster that they come to."""
_SHAPED = compiled(
    r"以[^，,。；以为]{2,80}为[^。；]{0,60}?的(?P<what>[^，,。；、的]{2,12}?)(?:产业)?(?:发展)?(?:空间)?新?(?:格局|布局)"
)
"""A layout and the industry that it is of."""
_LONG = 10
"""Characters of a phrase that still reads as the name of an industry."""
_QUALITIES = ("绿色", "海洋", "生态", "新兴", "低碳", "临空", "健康")
"""Words that 产业 makes an industry of."""
_HOW = compiled(r"级|大|重点|主导|支柱|传统|未来|现代|企业|配套|相关|示范|[的、]|体系|等")
"""Words of what an industry is to the place, not of what it makes."""
_BORNE = compiled(
    r"(?:生产|加工|制造)?(?:产业)?(?:集群|基地|板块|组团|集聚区|发展[轴带极]|产业[带园]|走廊|园区)"
)
_ALONE = 16
"""Characters of a sentence that only says what comes next (大力发展文化产业。)."""


@dataclass
class Context:
    """The industries of one plan. Changes only what it remembers; `is_entry` is whether the last
    sentence says which field it is about (零部件方面，…) and does not only open with one;
    `is_built` whether that one is of a belt that it builds (打造X产业带，支持Y…), `is_base` of a
    base (建设风电基地，打造肉牛基地)."""

    titles: Titles
    is_name: Callable[[str], bool] = lambda name: False
    _plain: dict[str, str | None] = field(default_factory=dict)
    is_entry: bool = True
    is_built: bool = False
    is_base: bool = False
    taxonomy: Taxonomy = field(init=False)
    is_place: Callable[[str], bool] = field(init=False)
    leads: Leads = field(init=False)

    def __post_init__(self) -> None:
        self.taxonomy, self.is_place = self.titles.taxonomy, self.titles.is_place
        self.leads = Leads(self.taxonomy, self.is_place)

    @cached_property
    def title(self) -> str | None:
        """The one industry that the whole document is about."""
        return self.titles.document()

    def topic(
        self, text: str, paragraph: int, placed: bool, section: tuple[str, ...]
    ) -> str | None:
        """The topic of a sentence: its 领域, or its first clause where that names no place.

        A topic as wide as a national class stays for the rest of the paragraph.
        """
        if self.titles.headings(section)[0] is not None:
            return None  # a strong heading governs whatever the sentence names
        self.is_entry, self.is_built, self.is_base = True, False, False
        text = text.lstrip(BULLETS)
        self.leads.learn(text, paragraph, placed, self.own_words)
        field = self.leads.field(text, paragraph, self.own_words)
        if field is not None:
            return field or None
        self.is_entry = False
        return None if placed else self._opened(text, paragraph)

    def _opened(self, text: str, paragraph: int) -> str | None:
        """The industry that a sentence's first clause is all about."""
        clause = _CLAUSE.split(text, maxsplit=1)[0]
        name = opening(clause, self.titles)
        if name is None:
            return None
        name, belt = self.unnamed(name), builds_belt(clause)
        self.is_built, self.is_base = belt, clause.endswith("基地")
        if belt:
            return core(name, self.taxonomy)
        if any("." not in code for code in self.taxonomy.codes(name)):
            self.leads.put(paragraph, name, "own")
        elif len(text) < _ALONE and text == f"{clause}。" and self.taxonomy.knows(name):
            self.leads.put(paragraph, name, "kin")
        return name

    def industry(
        self,
        section: tuple[str, ...],
        paragraph: int,
        topic: str | None,
        phrases: tuple[str, ...],
        repeated: str | None = None,
        sentence: str = "",
        rest: str = "",
    ) -> str:
        """The industry of a claim; `phrases` are its own products, `repeated` what a later
        clause of its `sentence` names again, `rest` the words from the claim to its sentence's
        end."""
        strong, broad = self.titles.headings(section)
        if strong:
            return strong
        found = topic or repeated or self._standing(paragraph, phrases) or broad
        if found or self._titled(phrases):
            return found or self.title or MIXED
        own = self._summed(rest or sentence, phrases) or self._both(rest or sentence, phrases)
        own = own or self._of(phrases)
        own = own or _as_called(phrases, rest or sentence)
        return own or self._sole(sentence, phrases) or MIXED

    def _summed(self, rest: str, phrases: tuple[str, ...]) -> str | None:
        """What a list comes to: 铝材、铜材等百亿级新材料产业集群 is new materials."""
        listed = _SUMMED.search(rest) if len(phrases) > 1 else None
        if listed is not None and not all(p in listed["list"] for p in phrases):
            listed = None
        match = listed or (_SHAPED.search(rest) if "局" in rest else None)
        name = label(match["what"], self.taxonomy, self.is_place) if match else None
        return self.own_words(name) if name and self.taxonomy.knows(name) else None

    def _both(self, rest: str, phrases: tuple[str, ...]) -> str | None:
        """机械装备和生物医药 of 机械装备和生物医药产业基地: two that one carrier is for."""
        joined = "和".join(phrases) if len(phrases) == 2 else ""
        at = rest.find(joined) if joined else -1
        if at < 0 or not _BORNE.match(rest, at + len(joined)):
            return None
        named = [label(p, self.taxonomy, self.is_place) for p in phrases]
        return "和".join(filter(None, named)) if all(named) else None

    def _titled(self, phrases: tuple[str, ...]) -> bool:
        """Whether the title's industry holds: it names one, and the claim no other class."""
        if self.title is None:
            return False
        own = self._classes(*phrases)
        return not own or bool(own & self._classes(self.title))

    def _sole(self, sentence: str, phrases: tuple[str, ...]) -> str | None:
        """The industry of a sentence that names just one, for a claim whose words name none; one
        that a joint parts from those words is another place's (本溪生物医药、阜新液压)."""
        found = {sentence[a:b] for a, b, _ in self.taxonomy.find(sentence)} if any(phrases) else ()
        named = {name for word in found if (name := label(word, self.taxonomy))}
        if len(named) != 1 or any(_is_parted(sentence, phrases[0], word) for word in found):
            return None
        return self.own_words(named.pop())

    def standing(self, paragraph: int) -> bool:
        """Whether the paragraph has set a topic."""
        return self.leads.of(paragraph) is not None

    def _standing(self, paragraph: int, phrases: tuple[str, ...]) -> str | None:
        """The topic that the paragraph set, unless the claim is about something else."""
        lead = self.leads.of(paragraph)
        if lead is None:
            return None
        if lead.hold == "all" or not self._differs(lead.name, phrases):
            return lead.name
        return self._of(phrases) if lead.hold == "own" else None

    def is_another(self, name: str, phrases: tuple[str, ...]) -> bool:
        """Whether phrases name an industry that has nothing in common with one, not even a word."""
        other = self._differs(name, phrases)
        if (self.is_built or self.is_base) and not other:
            known = any(map(self.taxonomy.knows, phrases))
            other = known and not self.taxonomy.codes(*phrases)  # 钢铁, behind 打造先进装备产业带
        return other and not share(name, phrases, () if self.is_base else COMMON)

    def leaves(self, topic: str | None, paragraph: int, phrases: tuple[str, ...]) -> bool:
        """Whether phrases that open a clause are of another industry than the topic before them, or
        than the paragraph's: neither of its classes nor with a word of it."""
        lead = self.leads.of(paragraph)
        name = topic or (lead.name if lead else None)
        if name is None:
            return False
        met = self._classes(*phrases) & self._classes(name)
        return not (met or share(name, phrases))

    def _differs(self, name: str, phrases: tuple[str, ...]) -> bool:
        """Whether phrases name industries of other classes than one."""
        own = self._classes(*phrases)
        return bool(own) and not own & self._classes(name)

    def _classes(self, *phrases: str) -> set[str]:
        """The national classes, a digit each, of the industries that phrases name."""
        return self.titles.classes(*phrases)

    def _of(self, phrases: tuple[str, ...]) -> str | None:
        named = (p for p in phrases if p and "战略性新兴" not in p and "新兴产业" not in p)
        whole = (p if len(p) > 1 else f"{p}产业" for p in named)  # 竹
        cleaned = (label(p, self.taxonomy, self.is_place) for p in whole)
        bare = (self.unnamed(p) for p in cleaned if p)
        names = list(dict.fromkeys(self.own_words(self._short(p)) for p in bare))
        if len(names) > 1:
            return MIXED
        return names[0] if names else None

    def unnamed(self, phrase: str) -> str:
        """A phrase without the name of a town or zone before its industry (小蓝汽车零部件)."""
        start = begin(phrase, self.taxonomy)
        if not 1 < start < len(phrase) - 1 or phrase[start] == "石":
            return phrase  # 巴林|石雕刻
        head = phrase[:start]
        return phrase[start:] if is_part(head) or self.is_name(head) else phrase

    def _short(self, phrase: str) -> str:
        """A long phrase by the industry that it names (光伏电池装备制造及高质量硅片生产: 光伏)."""
        long = len(phrase) > (PAIR_LONG if "及" in phrase else _LONG)
        found = self.taxonomy.find(phrase) if long else []
        return max((phrase[a:b] for a, b, _ in found), key=len, default=phrase)

    def plain(self, name: str) -> str:
        """An industry without what is said of it; 综合 where that leaves nothing."""
        if name not in self._plain:
            self._plain[name] = name if name == MIXED else plain(name, self.taxonomy, self.is_place)
        return self._plain[name] or MIXED

    def own_words(self, phrase: str) -> str:
        """The plan's heading for a phrase (环保装备 -> 节能环保), else the phrase without 产业."""
        bare = self.taxonomy.bare(phrase)
        classes = self._classes(phrase)
        if len(classes) == 1:
            return self.titles.by_class.get(classes.pop(), bare)
        return bare


def _as_called(phrases: tuple[str, ...], rest: str) -> str | None:
    """绿色产业, 微波射频产业集群: a claim's one phrase that is an industry by the word 产业."""
    name = phrases[0] if len(phrases) == 1 else ""
    if name.endswith(_QUALITIES) and 2 <= len(name) <= 6 and f"{name}产业" in rest:
        return f"{name}产业" if len(name) == 2 else name
    long = 4 <= len(name) <= 8 and not _HOW.search(name)
    return name if long and f"{name}产业集群" in rest else None


def _is_parted(sentence: str, first: str, second: str) -> bool:
    """Whether a list's joint stands between two phrases of a sentence."""
    ends = sorted((at, at + len(p)) for p in (first, second) if (at := sentence.find(p)) >= 0)
    return len(ends) == 2 and "、" in sentence[ends[0][1] : ends[1][0]]
