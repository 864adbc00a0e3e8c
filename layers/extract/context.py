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

from layers.extract.industries import PAIR_LONG
from layers.extract.labels import ACTS, label
from layers.extract.lexicon import Lexicon
from layers.headings import RUN_IN
from layers.industry import MIXED, Taxonomy
from layers.plan import Plan

_FIELD = re.compile(
    r"^(?:其中，?|如|此外，?|同时，?|——)?([^，,。；、]{2,14}?)(?:产业)?(?:领域|方面)"
)

_ENTRY = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?([^，,。；：]{2,14}?)"
    r"(?:产业基地|产业园区|产业集群|产业带|产业|基地|园区|集群|产区)[：:]"
)
"""2、茶叶基地：在A、B建设…: an entry of a list says first what it is of."""
_CARRIERS = tuple(Lexicon.from_data().kinds)
_WORDLIKE = Lexicon.from_data().wordlike
_CLAUSE = re.compile(r"[，,。；;]")
_UNSOUND = re.compile(
    ACTS.pattern + r"|布局|合理|供应链|水平|安全|[^^]为|[东西南北]部|区、|[（(《]|[）)》]$"
    r"|^[\d两三四五六七八九十]+[大个条]|[名清]单$|[强名]镇$|专业镇$"
)
"""What shows that a heading's name holds more than an industry."""
_RANK = re.compile(
    r"^(?:.*?(?:首批|第[一二三四五六七八九十]+批)|国家级?(?!级)|省级|市级|特色产业)+(?=..)"
)
"""What opens the title of a list of honours (首批国家农业产业强镇名单)."""
_STATEMENT = re.compile(r"以[^，,]{2,}?为")
"""A sentence that lays something out, not a heading (以X为核心的Y产业集群)."""
_ROW = re.compile(r"—|：|:|[县市区]，")
"""What shows that a numbered line is a row of a list (清河县——羊绒产业名县)."""
_GOES_ON = ("；", ";")
_PERIOD = re.compile(r"[“\"(（][^”\"）)]*[”\")）]|\d{4}年?(?:[—-]\d{4}年?)?|时期")
_PLAN = re.compile(r"规划|计划|方案|意见")
_TITLE = re.compile(
    r"^(?:.{1,9}?[省市县区州盟旗](?!域))?((?:(?!规划|计划|方案|意见).){2,16}?)"
    r"(?:高质量)?(?:发展|打造|培育|建设|提升)*(?:专项|三年|中长期|五年)*(?:规划|行动计划|行动方案|实施方案|计划|方案|意见)"
)
_ANNOUNCED = re.compile(
    r"(?:印发|出台|发布|公布|下发)(?:实施)?(?:了|的)?《([^《》\n]{6,60})》"
    r"|《([^《》\n]{6,60})》(?:于?(?:日前|近日|今日|正式|已经?|[\d年月日]+))*(?:对外)?(?:发布|印发|出台|公布|实施)"
)
_YEARS = re.compile(r"[（(][^（()）]*[）)]$")
_OPENING = 800
"""Characters within which a report names the plan that it is about."""
_SUMMED = re.compile(
    r"(?P<list>[^，,。；、]{2,20}、[^，,。；]{2,60}?)等(?:[千百万十]亿元?级?、?)*"
    r"(?P<what>[^，,。；、等的]{2,10}?)(?:产业)?(?:集群|基地|集聚区)"
)
"""A list of products and the cluster that they come to."""
_SHAPED = re.compile(
    r"以[^，,。；以为]{2,80}为[^。；]{0,60}?的(?P<what>[^，,。；、的]{2,12}?)(?:产业)?(?:发展)?(?:空间)?新?(?:格局|布局)"
)
"""A layout and the industry that it is of."""
_WIDE = frozenset(
    ("制造业", "先进制造业", "工业", "现代工业", "服务业", "农业", "高新技术", "制造")
)
"""Industries too wide to govern a whole document."""
_PLACE_NAME = (5, 4, 3, 2)
"""Lengths of a place's name before an industry, longest first."""
_LONG = 10
"""Characters of a phrase that still reads as the name of an industry."""
_QUALITIES = ("绿色", "海洋", "生态", "新兴", "低碳", "临空", "健康")
"""Words that 产业 makes an industry of."""
_ABOUT = re.compile(r"^([^，,。；、]{2,10}?)产业(?:是|以|重点|着重|将|发展)")


@dataclass
class Context:
    """The industries of one plan. Changes only what it remembers."""

    plan: Plan
    taxonomy: Taxonomy
    by_class: dict[str, str] = field(default_factory=dict)
    title: str | None = None
    _sections: dict[tuple[str, ...], tuple[str | None, str | None]] = field(default_factory=dict)
    _titles: dict[str, str | None] = field(default_factory=dict)
    is_place: Callable[[str], bool] = lambda name: False
    _topic: tuple[int, str] | None = None
    _open: tuple[int, str] | None = None

    def __post_init__(self) -> None:
        self.title = self._single(self.plan.title) or self._reported()
        for heading in sorted(self.plan.headings, key=lambda h: h.level):
            title = heading.title
            name = self._heading(heading.printed) if heading.level < RUN_IN else None
            if name is None or self.taxonomy.is_broad(name):
                continue
            if title.endswith(_CARRIERS) or _ROW.search(title):
                continue  # 景德镇陶瓷产业集群 in a list is a claim, not a heading
            for code in self.taxonomy.codes(name):
                self.by_class.setdefault(code[0], name)

    def _single(self, title: str) -> str | None:
        """The one industry that a document's title names (新材料 of 新材料产业发展规划)."""
        plain = _PERIOD.sub("", title)
        match = _TITLE.search(plain)
        names = (
            self._before_sector(n) for n in (_title_industry(title), match[1] if match else "")
        )
        heads = (self.taxonomy.heading(name) for name in names if name)
        found = (n if self.taxonomy.is_broad(n) else label(n, self.taxonomy) for n in heads if n)
        return next((n for n in found if n and n not in _WIDE and self.taxonomy.knows(n)), None)

    def _before_sector(self, name: str) -> str:
        """纺织服装 of 纺织服装产业带动就业: what stands before 产业, where it names an industry."""
        head, sector, rest = name.partition("产业")
        return head if sector and rest and self.taxonomy.knows(head) else name

    def _reported(self) -> str | None:
        """The industry of the one plan that a report on it announces (印发《锂电产业规划》)."""
        if _PLAN.search(self.plan.title):
            return None
        found = _ANNOUNCED.finditer(self.plan.clean[:_OPENING])
        cited = {_YEARS.sub("", m[1] or m[2]) for m in found}
        return self._single(cited.pop()) if len(cited) == 1 else None

    def headings(self, section: tuple[str, ...]) -> tuple[str | None, str | None]:
        """(strong, broad): the industry of the headings above, and the group that they name."""
        found = self._sections.get(section)
        if found is None:
            found = self._sections[section] = self._read(section)
        return found

    def _read(self, section: tuple[str, ...]) -> tuple[str | None, str | None]:
        if not section:
            return None, None
        strong, broad = self.headings(section[:-1])
        name = self._heading(section[-1])
        if name and self.taxonomy.is_broad(name):
            return strong, name
        return strong or name or None, broad

    def _heading(self, title: str) -> str | None:
        if title not in self._titles:
            stated = "以" in title and _STATEMENT.search(title)
            named = None if stated else self.taxonomy.heading(title)
            self._titles[title] = self._sane(named)
        return self._titles[title]

    def _sane(self, name: str | None) -> str | None:
        """A heading's name as it is, unless verbs or places are left in it."""
        name = _RANK.sub("", self.unplaced(name)) if name else None
        if name is None or self.taxonomy.is_broad(name) or not _UNSOUND.search(name):
            return name
        cleaned = label(name, self.taxonomy, self.is_place)
        return self.taxonomy.bare(cleaned) if cleaned and not _UNSOUND.search(cleaned) else None

    def unplaced(self, name: str) -> str:
        """The name without the place that opens it (云南硅光伏: 硅光伏)."""
        found = self.taxonomy.find(name)
        begin = found[0][0] if found and not self.taxonomy.is_broad(name) else 0
        heads = (n for n in _PLACE_NAME if n <= begin and name[:n] not in _WORDLIKE)
        return name[next((n for n in heads if self.is_place(name[:n])), 0) :]

    def topic(
        self, text: str, paragraph: int, placed: bool, section: tuple[str, ...]
    ) -> str | None:
        """The topic of a sentence: its 领域, or its first clause where that names no place.

        A topic as wide as a national class stays for the rest of the paragraph.
        """
        if self.headings(section)[0] is not None:
            return None  # a strong heading governs whatever the sentence names
        about = _ABOUT.match(text)
        if about and self.taxonomy.knows(about[1]):
            self._topic = (paragraph, self.own_words(about[1]))
        held = self._open if self._open and self._open[0] == paragraph else None
        field_of = _FIELD.match(text) or _ENTRY.match(text)
        if field_of:
            name = label(field_of[1], self.taxonomy, self.is_place)
            topic = self.own_words(name) if name else None
            self._open = (paragraph, topic) if topic and text.endswith(_GOES_ON) else None
            return topic
        if held:
            self._open = held if text.endswith(_GOES_ON) else None
            return held[1]
        if placed:
            return None
        clause = _CLAUSE.split(text, maxsplit=1)[0]
        if len(clause) > 40:
            return None
        name = self._sane(self.taxonomy.heading(clause))
        if name is None or len(name) > 14 or not self._begins(clause, name):
            return None
        if any("." not in code for code in self.taxonomy.codes(name)):
            self._topic = (paragraph, name)
        return name

    def _begins(self, clause: str, name: str) -> bool:
        """Whether only verbs stand before the name, or the name is the whole clause."""
        clause = re.sub(
            r"^(?:[（(]\s*\d+\s*[）)]|[一二三四五六七八九十]+[是要]|\d+[.．、])", "", clause
        )
        lead = self.taxonomy.lead.match(clause)
        return clause.startswith(name, lead.end() if lead else 0) and (
            lead is not None or len(clause) <= len(name) + 2
        )

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
        strong, broad = self.headings(section)
        if strong:
            return strong
        found = topic or repeated or self._standing(paragraph, phrases) or broad
        if found or self._titled(phrases):
            return found or self.title or MIXED
        own = self._summed(rest or sentence, phrases) or self._of(phrases)
        own = own or _as_called(phrases, sentence)
        return own or self._sole(sentence if any(phrases) else "") or MIXED

    def _summed(self, rest: str, phrases: tuple[str, ...]) -> str | None:
        """What a list comes to: 铝材、铜材等百亿级新材料产业集群 is new materials."""
        listed = _SUMMED.search(rest) if len(phrases) > 1 else None
        if listed is not None and not all(p in listed["list"] for p in phrases):
            listed = None
        match = listed or (_SHAPED.search(rest) if "局" in rest else None)
        name = label(match["what"], self.taxonomy, self.is_place) if match else None
        return self.own_words(name) if name and self.taxonomy.knows(name) else None

    def _titled(self, phrases: tuple[str, ...]) -> bool:
        """Whether the title's industry holds: it names one, and the claim no other class."""
        if self.title is None:
            return False
        own = {code[0] for code in self.taxonomy.codes(*phrases)}
        return not own or bool(own & {code[0] for code in self.taxonomy.codes(self.title)})

    def _sole(self, sentence: str) -> str | None:
        """The industry of a sentence that names just one, for a claim whose words name none."""
        found = {sentence[a:b] for a, b, _ in self.taxonomy.find(sentence)}
        named = {name for word in found if (name := label(word, self.taxonomy))}
        return self.own_words(named.pop()) if len(named) == 1 else None

    def standing(self, paragraph: int) -> bool:
        """Whether the paragraph has set a topic."""
        return self._topic is not None and self._topic[0] == paragraph

    def _standing(self, paragraph: int, phrases: tuple[str, ...]) -> str | None:
        """The topic that the paragraph set, unless the claim is about something else."""
        if self._topic is None or self._topic[0] != paragraph:
            return None
        own = self.taxonomy.codes(*phrases)
        name = self._topic[1]
        classes = {code[0] for code in self.taxonomy.codes(name)}
        if own and not classes & {code[0] for code in own}:
            return self._of(phrases)
        return name

    def _of(self, phrases: tuple[str, ...]) -> str | None:
        named = (p for p in phrases if p and "战略性新兴" not in p and "新兴产业" not in p)
        cleaned = (label(p, self.taxonomy, self.is_place) for p in named)
        names = list(dict.fromkeys(self.own_words(self._short(p)) for p in cleaned if p))
        if len(names) > 1:
            return MIXED
        return names[0] if names else None

    def _short(self, phrase: str) -> str:
        """A long phrase by the industry that it names (光伏电池装备制造及高质量硅片生产: 光伏)."""
        long = len(phrase) > (PAIR_LONG if "及" in phrase else _LONG)
        found = self.taxonomy.find(phrase) if long else []
        return max((phrase[a:b] for a, b, _ in found), key=len, default=phrase)

    def own_words(self, phrase: str) -> str:
        """The plan's heading for a phrase (环保装备 -> 节能环保), else the phrase without 产业."""
        bare = self.taxonomy.bare(phrase)
        classes = {code[0] for code in self.taxonomy.codes(phrase)}
        if len(classes) == 1:
            return self.by_class.get(classes.pop(), bare)
        return bare


def _as_called(phrases: tuple[str, ...], sentence: str) -> str | None:
    """绿色产业, 海洋新兴产业: a claim's one phrase that is an industry by the word 产业 alone."""
    if len(phrases) != 1 or not phrases[0].endswith(_QUALITIES):
        return None
    name = phrases[0]
    called = 2 <= len(name) <= 6 and f"{name}产业" in sentence
    return (f"{name}产业" if len(name) == 2 else name) if called else None


def _title_industry(title: str) -> str:
    match = re.search(
        r"[”\d年]([^”\d年]{2,12}?)(?:发展)?(?:规划|行动计划|行动方案|计划|意见)", title
    )
    return match[1] if match else ""
