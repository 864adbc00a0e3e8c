"""Composition, second half: places, carriers and verbs of a sentence become claims.

`claims` is the entry. Each pattern of the language is a function of `objects`, `roles` or
`lists`; `data/reader/patterns.toml` holds an example of each, which is its test.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.drafts import Draft, Finisher
from layers.extract.entities import Entity, Group, Item, Obj, Verb
from layers.extract.lists import LED, RECORD, laid_out, record
from layers.extract.mentions import Scanner, Token
from layers.extract.objects import appositive, built, own
from layers.extract.roles import distribution, layout, seated, verb_role
from layers.extract.state import Page, State
from layers.industry import MIXED
from layers.records import Claim, Unlocated, record_id

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from layers.industry import Taxonomy
    from layers.plan import Plan, Sentence

_PLACED = lex.PLACE | lex.OWNER | lex.SUFFIX
_ACTING = lex.BUILD | lex.FOCUS | lex.HELP | lex.LAID | lex.GATHER
_OPENING = re.compile(r"其中|此外|目前|近年来|[（(]?[一二三四五六七八九十\d]+[）)、.．]|[，, ]")
_WHOLE = ("全区", "全县", "区内", "县内", "我区", "我县")
_SUBJECTS = ("支持", "推动", "鼓励", "引导", "以", "在", "将", "把", "由", "是")


def claims(
    plan: Plan, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> tuple[tuple[Claim, ...], tuple[Unlocated, ...]]:
    """Every claim of the plan in order of position, and the names that were refused.

    Raises `geo.errors.UnknownCode` for an issuer whose code never existed.
    """
    page = Page.of(plan, gazetteer, taxonomy)
    _read(page, Scanner.for_data(gazetteer, taxonomy))
    return _finished(page), _refused(page)


def _read(page: Page, scanner: Scanner) -> None:
    """Read every sentence that names a place or a carrier."""
    text, bits = page.plan.clean, scanner.bits
    found = scanner.automaton.find_matches_as_indexes(text)
    at, last = 0, len(found)
    for sentence in page.plan.sentences:
        low, seen = at, 0
        while at < last and found[at][1] < sentence.end:
            seen |= bits[found[at][0]]
            at += 1
        if sentence.paragraph != page.paragraph:
            _turn(page, sentence)
        if _is_wanted(page, sentence, seen):
            _sentence(page, sentence, scanner.tokens(found[low:at], text))
        else:
            _topic(page, sentence, False)


def _turn(page: Page, sentence: Sentence) -> None:
    """A new paragraph: forget the subject, unless the last one was the head of a record."""
    if not RECORD.match(page.plan.clean[sentence.start : sentence.start + 24]):
        page.topic_subject = None
    page.before = []
    page.paragraph = sentence.paragraph


def _is_wanted(page: Page, sentence: Sentence, seen: int) -> bool:
    """Whether the sentence has what a claim needs; `seen` are the classes of its words."""
    if seen & _PLACED:
        return True
    if seen & lex.CARRIER and seen & _ACTING:
        return True
    if page.topic_subject is not None and seen & _ACTING:
        return True
    text, start, end = page.plan.clean, sentence.start, sentence.end
    if page.resolver.home.level == "county" and text.find("布局在", start, end) >= 0:
        return True
    if text.find("产业", start, end) < 0:
        return False
    return bool(RECORD.match(text[start : start + 24]) or LED.search(text, start, end))


def _topic(page: Page, sentence: Sentence, placed: bool) -> str | None:
    text = page.plan.clean[sentence.start : sentence.end]
    return page.context.topic(text, sentence.paragraph, placed, sentence.section)


def _sentence(page: Page, sentence: Sentence, tokens: list[Token]) -> None:
    parts = page.phrases.split(tokens, sentence.start, sentence.end)
    read = [(a, b, page.phrases.items(a, b, held)) for a, b, held in parts]
    topic = _topic(page, sentence, any(isinstance(i, Group) for i in read[0][2]))
    state = State(page, sentence, page.plan.clean[sentence.start : sentence.end], read, topic)
    if not (laid_out(state) or record(state)):
        for start, end, items in read:
            _Clause(state, start, end).read(items)
        if len(state.distributed) > 2:
            distribution(state, sentence.end)
    page.before += state.mine
    page.drafts += state.mine


class _Clause:
    """One clause being composed: `current` are the places that act in it, `used` says that a
    pattern has taken them up, `lead` is the last building verb."""

    def __init__(self, state: State, start: int, end: int) -> None:
        self.state, self.start, self.end = state, start, end
        self.current: Group | None = None
        self.used = False
        self.verb: Verb | None = None
        self.lead: Verb | None = None
        self.before: Verb | None = None  # the verb before `current`
        self.rest: list[Item] = []  # what follows `current`
        self.hung = 0  # carriers that hang on 等 without a verb between

    def read(self, items: list[Item]) -> None:
        """Compose the clause's words into claims."""
        for index, item in enumerate(items):
            if isinstance(item, Verb) and item.word.startswith("该"):
                item = self.state.page.topic_subject or item
            if isinstance(item, Group):
                self._group(item, items[index + 1 :])
            elif isinstance(item, Obj):
                self._object(item)
            else:
                self._verb(item, items[index + 1 :])
        self._leave()
        self._subject(items)

    def _group(self, group: Group, rest: list[Item]) -> None:
        if all(e.outside and not e.explicit for e in group.entities):
            return  # 长三角, 上海: the claim is about the issuer's own land
        self._leave()
        state, verb = self.state, self.verb
        refused = (e for e in group.entities if e.failed and not e.owner)
        state.page.failed += [(e, state.sentence) for e in refused]
        self.current, self.used, self.before, self.rest, self.hung = group, False, verb, rest, 0
        if verb is not None and verb.classes & lex.LAID and verb.end == group.start:
            self.used = seated(state, group, verb, self.start)

    def _object(self, item: Obj) -> None:
        state = self.state
        if self.verb is not None and self.verb.classes & lex.LISTED and self.current is not None:
            self.used = True  # said by the verb
            return
        if appositive(state.text, item, self.current):
            return
        if self.lead is not None and state.text[item.start - 1] == "的":
            self.verb = self.lead  # the verb inside the words before 的 does not govern
        owner = self.current if self.current is not None else state.carried()
        together = self.current is not None and self.hung > 0 and self.current.etc
        if (
            owner is None
            and not item.modifier
            and item.start == self.start
            and _is_zone(state, item)
        ):
            self._bare(item)
            return
        made = built(state, item, owner, self.verb, self.start, together)
        self.used = made or self.used
        self.hung += 1

    def _bare(self, item: Obj) -> None:
        """经开区重点发展X: a zone without a place is the issuer's own."""
        entity = Entity(
            item.start,
            item.end,
            item.carrier.word,
            (self.state.home,),
            item.end,
            carrier=item.carrier,
            explicit=True,
        )
        self.current, self.used = Group([entity]), True

    def _verb(self, verb: Verb, rest: list[Item]) -> None:
        if verb.classes & lex.OWN:
            self._ours(verb)
        elif verb.classes != lex.OF:
            self.verb, self.hung = verb, -9
            self.lead = verb if verb.classes & lex.BUILD else self.lead
        made = verb_role(self.state, verb, self.current, rest, self.start, self.end)
        self.used = made or self.used

    def _ours(self, own: Verb) -> None:
        """全区重点发展X: the issuer's own land as a subject, where the issuer is a county."""
        if self.state.home.level == "county" and own.word in _WHOLE and self.current is None:
            home = (self.state.home,)
            entity = Entity(own.start, own.end, own.word, home, own.end, explicit=True)
            self.current, self.used = Group([entity]), True

    def _leave(self) -> None:
        """The places that no pattern has taken up: their layout, or their own carriers."""
        if self.current is None or self.used:
            return
        if not layout(self.state, self.current, self.start, self.end):
            own(self.state, self.current, self.before, self.rest)

    def _subject(self, items: list[Item]) -> None:
        """The clause's places act on in the sentence, and in the paragraph if they open it."""
        state = self.state
        if self.current is not None and self._acts(items):
            state.subject = self.current
        first = next((i for i in items if isinstance(i, Group)), None)
        if first is None or not first.entities[0].places:
            return
        if not _OPENING.sub("", state.text[state.sentence.start : first.start]):
            state.page.topic_subject = first

    def _acts(self, items: list[Item]) -> bool:
        """Whether `current` is the clause's subject: only helping verbs before it, and it is not
        itself what they build (建设X产业园, 推进X开发建设)."""
        group = self.current
        at = next((i for i, item in enumerate(items) if item is group), None)
        if at is None or group is None:
            return True  # taken up from an earlier sentence: 该园区
        before, after = items[:at], items[at + 1 :]
        if any(_builds(i) for i in before):
            return False
        helped = [i for i in before if isinstance(i, Verb) and i.word not in _SUBJECTS]
        rest = self.state.text[group.end : self.end]
        grows = all(isinstance(i, Verb) and i.classes & lex.GROW for i in after)
        return not (helped and (rest.startswith("的") or not rest or grows))


def _is_zone(state: State, item: Obj) -> bool:
    kind = state.page.kinds[item.carrier.word]
    return kind == "zone" or item.carrier.word in ("集聚区", "产业集聚区")


def _builds(item: Item) -> bool:
    if isinstance(item, Group | Obj):
        return True
    return bool(item.classes & lex.BUILD) and not item.classes & lex.HELP


# ---- the end -----------------------------------------------------------------------------


def _finished(page: Page) -> tuple[Claim, ...]:
    """Claims in order of position, second listings left out."""
    finisher = Finisher(page.plan, page.taxonomy, page.resolver)
    kept = _first_listings(page.drafts, page.taxonomy)
    made = [finisher.claim(d, d.industry or MIXED) for d in kept]
    return tuple(sorted(made, key=lambda c: (c.evidence.start, c.evidence.end)))


def _first_listings(drafts: list[Draft], taxonomy: Taxonomy) -> list[Draft]:
    """Without the areas that another chapter has listed already."""
    seen: dict[tuple[str, str, str], str] = {}
    kept = []
    for draft in drafts:
        chapter = draft.sentence.section[0] if draft.sentence.section else ""
        phrases = (draft.industry or "",) if draft.industry != MIXED else draft.phrases
        classes = {code[0] for code in taxonomy.codes(*phrases)} or {draft.industry or ""}
        keys = [(draft.head[:2], draft.kind, c) for c in classes]
        again = any(seen.get(key, chapter) != chapter for key in keys)
        if draft.kind == "agglomeration_area" and again:
            continue
        for key in keys:
            seen.setdefault(key, chapter)
        kept.append(draft)
    return kept


def _refused(page: Page) -> tuple[Unlocated, ...]:
    """Names that several places bear, or none of the date."""
    found = []
    for entity, sentence in page.failed:
        failed = entity.failed
        if failed is None or failed.reason is None:
            continue
        evidence = page.plan.evidence(entity.start, entity.end)
        found.append(
            Unlocated(
                id=record_id("u", page.plan.id, evidence.start, entity.name),
                plan=page.plan.id,
                name=entity.name,
                reason=failed.reason,
                candidates=tuple(f"{p.name} {p.code or p.id}" for p in failed.candidates),
                section=sentence.section,
                evidence=evidence,
            )
        )
    return tuple(found)
