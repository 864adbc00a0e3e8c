"""Under which industry a plan puts a number: its own headings first, in its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from layers.extract.context import Context
from layers.extract.patterns import compiled, last
from layers.extract.titles import Titles

if TYPE_CHECKING:
    from layers.industry import Taxonomy

OVERALL = "总体"
EMERGING = "战略性新兴产业"
_GENERAL = compiled(
    r"规模以上工业|规上工业|(?:民营|非公有?制?|县域)经济|工业(?:总产值|增加值|投资|经济|企业)|生产总值|国民经济|经济总量|全社会|高新技术产业|一般公共预算|税费收入|制造业"
)
_BARE = compiled(
    r"(?:[两二三四五六七八九十]大|\d个)?(?:主导|支柱|重点|优势)?(?:产业|行业|领域|(?<![企农])业)?$"
)
_FIELD = re.compile(
    r"^(?:其中[，,]?|如|此外[，,]?|同时[，,]?|——)?([^，,。；、\n]{2,14}?)(?:产业|制造)?领域"
)
_SUBJECT = compiled(
    r"(?P<name>[^，,、。；：:的和及与了将使在为以从对中\d]{2,12}?)(?P<kind>产业|工业|行业|领域)"
    r"(?!互联网|机器人|硅|软件|设计|大数据|旅游|遗产|链|园|基地|集聚|聚集|化|园区|体系|结构|带|大省|大市|强省|总|增加值|投资|经济|集中|固体?废|用水|废[水气])"
)
_CHAIN = compiled(r"(?P<name>[^，,、。；：:的和及与\d]{2,10}?)全?产业(?:链|集群)(?![条图长主])")
_PLAIN = frozenset(
    (
        "制造",
        "加工",
        "养殖",
        "种植",
        "服务",
        "生产",
        "机械加工",
        "高新技术",
        "科技",
        "机械",
        "贸易",
        "物流",
        "工业",
    )
)
_EMPTY = compiled(r"^(?:全省|全市|全区|全州|全县|我省|我市|[^，]{2,3}[省市县区州])")
_JUNK = compiled(
    r"^新增$|^[十百千万]+亿元?$|规模以上|规上|级|园区|工业化|国家|新区|企业|项目|元|上$|规模$|\d|引进|区内|规划|集群$|克服|狠抓|紧盯|主攻|坚持"
)
_STATED = compiled(
    r"实现|完成|推[进动]|扶持|力争|做[特优强大]|形成|受|增[产收]|日前|印发|获[批评得]|入选|[《》]|大[市县]$|(?:先导|展示|保障|融合|等|园)$|产业园"
)
"""What shows that words hold a statement, not the name of an industry alone."""
_AND_SO_ON = re.compile(r"(?<![高中初平优])等")
_BESIDE = compiled(r"(?:^|[，,、年底末])(?P<name>[^，,、年底末和]{2,10})[、和]$")
_LEADING = re.compile(
    r"^(?:新增|签约|引进|深化|发展|壮大|培育|推动|加快|做强|做大|年|到|实施|建设|打造)+"
)
_MADE_OF_ALL = ("装备", "设备")
"""What is no industry without 制造."""
_QUALITY = compiled(r"(?:先进|高端|新型|绿色|现代|智能|高新|数字|精细|特色|新兴)+$")
_VAGUE = compiled(r"主导|支柱|重点|优势|新兴|特色|传统|标志|全部|各|该|其他|上述|临港|关联")


@dataclass
class Topics:
    """The industries of one plan's chapters, and the way from phrases to them."""

    context: Context
    taxonomy: Taxonomy
    chapters: tuple[str, ...]
    emerging: str
    _codes: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _parts: dict[str, bool] = field(default_factory=dict, repr=False)

    @classmethod
    def of_plan(cls, titles: Titles) -> Topics:
        """The chapters' industries in order; 战略性新兴产业 is all of them if the title says so."""
        plan, found = titles.plan, dict[str, None]()
        for section in dict.fromkeys(map(attrgetter("section"), plan.sentences)):
            name = titles.headings(section)[0]
            if name:
                found.setdefault(name)
        emerging = OVERALL if EMERGING in plan.title else EMERGING
        return cls(Context(titles), titles.taxonomy, tuple(found), emerging)

    def section(self, path: tuple[str, ...]) -> tuple[str | None, str | None]:
        """The industry of the headings above, and the group of industries that they name."""
        strong, broad = self.context.titles.headings(path)
        return strong, None if broad and broad.startswith("产业") else broad

    def phrase(self, phrase: str) -> str | None:
        """The chapter that a phrase means, else the phrase without 产业.

        先进装备 means 先进装备制造 where the plan has such a chapter, 电子信息 its 新兴信息.
        """
        bare = _BARE.sub("", phrase.strip("“”的 "))
        if len(bare) < 2:
            return phrase if phrase in self.taxonomy.labels else None  # 乳业
        if bare in _PLAIN:
            return None
        if bare in self.chapters:
            return bare
        for name in self.chapters:
            if len(bare) >= 3 and (name.startswith(bare) or bare.startswith(name)):
                return name
        if _STATED.search(bare):
            bare = self._named(bare)
        return self.context.own_words(bare) if self.codes(bare) else bare or None

    def _named(self, words: str) -> str:
        """The last industry that the words of a statement name, with the quality before it; ""
        where they name none (力争实现|工业)."""
        found = self.taxonomy.find(words)
        start, end, _ = found[-1] if found else (0, 0, ())
        quality = _QUALITY.search(words[:start])
        return words[quality.start() if quality else start : end]

    def knows(self, phrase: str) -> bool:
        """Whether a phrase names an industry, of the plan's chapters or of the taxonomy."""
        return self.phrase(phrase) in self.chapters or self.taxonomy.knows(phrase)

    def codes(self, phrase: str) -> frozenset[str]:
        """The national codes that a phrase supports."""
        found = self._codes.get(phrase)
        if found is None:
            found = self._codes[phrase] = frozenset(self.taxonomy.codes(phrase))
        return found

    def field(self, sentence: str) -> str | None:
        """The industry that a sentence opens with (节能电光源领域，…)."""
        match = _FIELD.match(sentence)
        return self.phrase(match[1]) if match else None

    def own(self, words: str) -> str | None:
        """The industry that the words of a clause are about; OVERALL where it is all of them."""
        named = [n for n in self.chapters if n in words and self._stands(n, words)]
        if len(named) == 1:
            return named[0]
        if len(named) > 1:
            return OVERALL
        if EMERGING in words or "战略新兴产业" in words:
            return self.emerging
        subject = self._subject(words)
        if subject:
            return subject
        if made := self._made(words) or self._chained(words):
            return made
        if _GENERAL.search(words):
            return OVERALL
        return self._labelled(words)

    def _made(self, words: str) -> str | None:
        """电子信息制造业, 汽车制造业: the industry before 制造业, if it is one."""
        at = words.rfind("制造业")
        if at < 1:
            return None
        found = [a for a, b, _ in self.taxonomy.find(words) if a < at <= b]
        name = words[found[-1] : at] if found else ""
        name += "制造" if name in _MADE_OF_ALL else ""
        return self.phrase(name) if name and not _QUALITY.fullmatch(name) else None

    def _chained(self, words: str) -> str | None:
        """石化产业链工业总产值: the industry before 产业链 or 产业集群, if it is one."""
        match = last(_CHAIN, words) if "产业" in words else None
        name = self._trimmed(match["name"]) if match is not None else ""
        return self.phrase(name) if name and self.taxonomy.knows(name) else None

    def _stands(self, name: str, words: str) -> bool:
        """Whether a chapter's name stands in the words, and not as part of a longer label."""
        at = words.find(name)
        if at < 0:
            return False
        return not any(
            start <= at < end and end > at + len(name)
            for start, end, _ in self.taxonomy.find(words)
        )

    def _subject(self, words: str) -> str | None:
        """The X of X产业, X工业, X领域."""
        match = last(_SUBJECT, words) if "业" in words or "领域" in words else None
        if match is None:
            return None
        name = self._trimmed(match["name"])
        if len(name) < 2 or _VAGUE.search(name) or _JUNK.search(name):
            return None
        name, *summed = _AND_SO_ON.split(name, maxsplit=1)
        if summed and words[: match.start()].rstrip("，").endswith(("、", "和", "与", "及")):
            return OVERALL  # 纺织、化工等产业
        if self._is_second(words[: match.start()]):
            return OVERALL
        if match["kind"] == "工业" and not _STATED.search(name):
            return name + "工业"
        return self.phrase(name)

    def _is_second(self, before: str) -> bool:
        """纺织、|化工产业: whether an industry stands before, and the number is of both."""
        joined = _BESIDE.search(before)
        return joined is not None and self.taxonomy.knows(joined["name"])

    def _trimmed(self, name: str) -> str:
        """The name from its first industry on, with the qualities before it (先进装备制造)."""
        labels = self.taxonomy.find(name)
        if not labels:
            return _LEADING.sub("", _EMPTY.sub("", name))
        start = labels[0][0]
        quality = _QUALITY.search(name[:start])
        return name[quality.start() if quality else start :]

    def _labelled(self, words: str) -> str | None:
        found = [words[a:b] for a, b, _ in self.taxonomy.find(words)]
        names = [n for n in dict.fromkeys(self.phrase(w) for w in found) if n]
        if not names:
            return None
        return OVERALL if len(names) > 1 and "、" in words else names[-1].removesuffix("等")

    def is_part(self, name: str) -> bool:
        """Whether an earlier chapter's industry already holds this one (物联网 in 信息技术)."""
        part = self._parts.get(name)
        if part is None:
            part = self._parts[name] = self._is_part(name)
        return part

    def _is_part(self, name: str) -> bool:
        tops = {c.split(".")[0] for c in self.codes(name)}
        for other in self.chapters:
            if other == name:
                return False
            if tops and tops <= {c for c in self.codes(other) if "." not in c}:
                return True
        return False
