"""What is remembered while a plan is read: of the plan, of the paragraph, of the sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.context import Context
from layers.extract.industries import ONE
from layers.extract.lexicon import Lexicon
from layers.extract.patterns import NUMBER, compiled
from layers.extract.places.chapters import Chapters
from layers.extract.places.entities import Entity, Group, Item
from layers.extract.places.mentions import Words, ordinary_words
from layers.extract.places.phrases import Phrases
from layers.extract.places.toponyms import TOWNS, Resolver, is_unit
from layers.extract.sentences.drafts import Draft
from layers.extract.titles import Titles

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.place import Place
    from layers.industry import Taxonomy
    from layers.plan import Plan, Sentence

Clause = tuple[int, int, list[Item]]
"""Start and end in clean offsets, and what was recognised between them."""


@dataclass
class Page:
    """The plan being read. `topic_subject` opened the paragraph, `before` are its drafts,
    `unread` its sentences without a claim, which may still set the topic."""

    plan: Plan
    taxonomy: Taxonomy
    resolver: Resolver
    phrases: Phrases
    context: Context
    chapters: Chapters
    kinds: Mapping[str, str]
    words: Words
    drafts: list[Draft] = field(default_factory=list)
    failed: list[tuple[Entity, Sentence]] = field(default_factory=list)
    paragraph: int = -1
    topic_subject: Group | None = None
    before: list[Draft] = field(default_factory=list)
    unread: list[Sentence] = field(default_factory=list)

    _names: dict[str, bool] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the plan has the name in one piece."""
        if name not in self._names:
            self._names[name] = name in self.plan.clean
        return self._names[name]

    def is_local(self, word: str, held: int) -> bool:
        """Whether a town's name is one of the issuer's, and no ordinary word."""
        return not held & lex.WORDLIKE and self.resolver.resolve(word).place is not None

    def topic_of(self, sentence: Sentence, placed: bool) -> str | None:
        """The industry that a sentence names as its own; `placed`: a place opens it."""
        text = self.plan.clean[sentence.start : sentence.end]
        return self.context.topic(text, sentence.paragraph, placed, sentence.section)

    @classmethod
    def of(cls, gazetteer: Gazetteer, titles: Titles, words: Words) -> Page:
        """The state at the head of the plan that has the titles."""
        plan = titles.plan
        resolver = Resolver.of(gazetteer, plan.issuer, plan.issued)
        return cls(
            plan=plan,
            taxonomy=titles.taxonomy,
            resolver=resolver,
            phrases=Phrases(plan.clean, resolver),
            context=Context(titles, resolver.is_name),
            chapters=Chapters(resolver),
            kinds=Lexicon.from_data().kinds,
            words=words,
        )


@dataclass
class State:
    """The sentence being read. `subject` is the places of an earlier clause that still act,
    `topic` the industry that the sentence names as its own, `taken` where the carriers begin
    that a layout has used, `away` whether what it tells of has moved elsewhere, `closed` whether
    a clause says what a list over commas is of (None: nobody has asked), `led` where the clause
    begins that leads one, `text` the clean text of the plan, `home` the issuer's own unit."""

    page: Page
    sentence: Sentence
    whole: str
    read: list[Clause]
    topic: str | None
    subject: Group | None = None
    mine: list[Draft] = field(default_factory=list)
    distributed: list[tuple[Group, str]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    away: bool = False
    closed: bool | None = None
    led: int | None = None
    text: str = field(init=False, repr=False)
    home: Place = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.text, self.home = self.page.plan.clean, self.page.resolver.home

    @property
    def ground(self) -> Place:
        """The unit that a carrier without a place is in: the one that a colon sets over the
        sentence, the chapter's, else the issuer's."""
        return self._key or self.page.chapters.unit(self.sentence.section) or self.home

    @cached_property
    def _key(self) -> Place | None:
        """东西湖区：走马岭工业园重点发展X: the unit under whose name the sentence stands."""
        _, end, items = self.read[0] if self.read else (0, 0, [])
        first = items[0] if len(items) == 1 else None
        if not isinstance(first, Group) or first.start != self.opening():
            return None
        entity = first.entities[0]
        single = len(first.entities) == len(entity.places) == 1 and not entity.carrier
        keyed = single and not entity.outside and self.text[end : end + 1] in (":", "：")
        return entity.places[0] if keyed and is_unit(entity.places[0]) else None

    def is_home(self, entity: Entity) -> bool:
        """Whether the entity is the issuer's unit itself."""
        return entity.places == (self.home,)

    def clause(self, at: int) -> tuple[int, int]:
        """Where the clause that holds an offset of the sentence begins and ends."""
        for start, end, _ in self.read:
            if start <= at < end:
                return start, end
        return self.sentence.start, self.sentence.end

    def kind_of(self, entity: Entity, bare: str = "city_role") -> str:
        """The kind that the entity's carrier makes of it; `bare` where it has none."""
        return self.page.kinds.get(entity.carrier.word, "zone") if entity.carrier else bare

    def carried(self) -> Group | None:
        """The subject of an earlier clause (逐步打造电子信息产业基地), or of the sentence that
        opened the paragraph, where that was a unit or zone inside the issuer's."""
        opened = self.page.topic_subject
        if self.subject is not None or opened is None:
            return self.subject
        first = opened.entities[0]
        inside = first.places[0].level in _INNER and not first.outside
        ours = first.places[0].id == self.home.id and self.kind_of(first) != "zone"
        return opened if inside and not ours else None

    def refuse(self, entity: Entity) -> None:
        """List a name that nobody can place."""
        self.page.failed.append((entity, self.sentence))

    def is_foreign(self, start: int, verb: int) -> bool:
        """Whether words between a clause's start and its verb name another subject, which no
        subject of an earlier clause may speak for (乌镇大力发展…)."""
        if verb - start < 2:
            return False
        words = _ADVERBS.sub("", self.text[start:verb])
        named = len(words) > 1 and words.endswith(_SUBJECTS) and not words.startswith(_LED)
        return named or self._is_firm(words, verb) or bool(self.stranger(start, verb))

    def _is_firm(self, words: str, verb: int) -> bool:
        """许昌…，平煤神马建成X in a province's text: a subject that says nothing of how a thing was
        built may be a firm, of any city."""
        wide = self.home.level == "province" and self.text.startswith(_FINISHED, verb)
        wide = wide and _FIRM.fullmatch(words) is not None
        return wide and not (_MANNER.search(words) or self.page.taxonomy.find(words))

    def stranger(self, start: int, verb: int) -> tuple[int, int] | None:
        """慈溪打造X，前湾打造Y: where a name that nobody knows stands between a clause's start and
        its verb, as the subject stood before the same verb."""
        subject = self.subject
        found = _STRANGER.fullmatch(self.text, start, verb) if subject is not None else None
        if found is None and subject is not None and self._is_bare_town(start, verb):
            found = _BARE.fullmatch(self.text, start, verb)
        if subject is None or found is None or _MANNER.search(found["name"]):
            return None
        end = subject.entities[-1].end
        said = self.text[end : end + _VERB]
        same = len(said) == _VERB and self.text.startswith(said, verb)
        return found.span("name") if same else None

    def _is_bare_town(self, start: int, verb: int) -> bool:
        """泉州发展X，古雷发展Y: whether the words before a verb are a town's name somewhere."""
        name, bearers = self.text[start:verb], self.page.resolver.gazetteer.bearers
        bare = _BARE.fullmatch(name) is not None and name not in ordinary_words()
        return bare and any(bearers(name + end) for end in ("", *TOWNS))

    def industrial(self, products: tuple[str, ...]) -> tuple[str, ...]:
        """The products that are industries: 光伏 of 光伏产业园, not 滨海 of 滨海工业区; one of one
        character in a list (茶、橡胶)."""
        listed, knows = len(products) > 1, self.page.taxonomy.knows
        return tuple(p for p in products if knows(p) or is_industrial(p) or (listed and p in ONE))

    def opening(self) -> int:
        """Where the sentence begins, behind the number that may open it."""
        number = NUMBER.match(self.whole)
        return self.sentence.start + (number.end() if number else 0)

    def is_heading(self) -> bool:
        """Whether the sentence is a numbered line of its own, which chapters stand under."""
        section = self.sentence.section
        return (
            bool(section) and section[-1] in self.whole and len(self.whole) < len(section[-1]) + 3
        )

    def governed(self) -> bool:
        """Whether an industry governs the sentence without the claim's own words."""
        context = self.page.context
        strong, _ = context.titles.headings(self.sentence.section)
        told = strong or self.topic or context.title
        return bool(told or context.standing(self.sentence.paragraph))


_STRANGER = re.compile(
    r"(?:支持|推动|鼓励|引导|推进)?"
    r"(?P<name>[\u4e00-\u9fff]{1,3}[湾岛山河江湖海港城镇乡区县市园村洲州泉溪桥关岭坪沟口川原坝堡店庄寨屯塘浦埠滩林坑岗墩])"
)
"""A name that may be a place's: it ends as places do."""
_BARE = compiled(r"(?P<name>(?!县城|城区|镇区)[\u4e00-\u9fff]{2,4})")
_FIRM = compiled(r"[\u4e00-\u9fff]{2,5}[\u4e00-\u9fff、]{2,8}等?")
"""What may be the name of a firm, or of several."""
_FINISHED = ("建成", "投产", "投建", "投资", "新建")
"""What firms have done."""
_VERB = 2
"""Characters of a verb behind a place."""
_MANNER = re.compile(
    r"全面|全[省市县区州]|倾力|奋力|聚力|协同|集中|统筹|率先|创新|合力|携手|联[手合]|共同|同步|精心|倾心|强力|聚焦|优先|有序|稳步|扎实"
    r"|^[在于依面向围沿对把将由从与和]|高[起点位]|科学|错位|主要|进而|最终|从而|逐渐|初步|着重|专门|突出|强化|整体|整合|重点|谋划|规划|推进|努力|力争|争取|加速|我[省市县区]|[，,“”]"
)
"""What says how something is built, and names no builder."""
_INNER = ("region", "prefecture", "county", "town", "zone")
"""Levels of the places that may speak for a paragraph."""
_ADVERBS = re.compile(
    r"(?:大力|着力|积极|全力|加快|重点|努力|逐步|进一步|不断|持续|深入|主动|高标准|高水平|高质量"
    r"|聚力|将|要|也|则)+$"
)
_SUBJECTS = (*"镇乡区县市园港城村司团厂院岛盟旗州", "街道")
_LED = (
    "以",
    "在",
    "依托",
    "围绕",
    "通过",
    "立足",
    "按照",
    "同时",
    "并",
    "推动",
    "支持",
    "引导",
    "把",
    "将",
)
_FIGURE = compiled("指标|总量|增速|增长|(?:实体|县域|民营|集体|园区|区域|国民|市场)经济$")
"""What speaks of the economy's state, not of an industry."""
_INDUSTRIAL = re.compile("制造|材料|装备|加工|技术|(?<=..)经济|能源|化工|生产|养殖|种植")


def is_industrial(phrase: str) -> bool:
    """Whether a phrase speaks of an industry by its words alone.

    >>> is_industrial("精密加工"), is_industrial("滨海")
    (True, False)
    """
    return _INDUSTRIAL.search(phrase) is not None and _FIGURE.search(phrase) is None
