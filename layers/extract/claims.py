"""The reading of a plan: which of its sentences say where an industry lies, in order.

`claims` is the entry. Lists and tables are read first, then every sentence that names a place or
a carrier: as an enumeration or a record where it is one, else clause by clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.lines.descriptions import describe
from layers.extract.lines.entries import entered
from layers.extract.lines.enumerations import CUE, enumerated
from layers.extract.lines.listings import listed
from layers.extract.lines.locations import sited
from layers.extract.patterns import compiled
from layers.extract.places.entities import Group
from layers.extract.places.mentions import Scanner, Token, Words, untitled
from layers.extract.places.strings import SPELLED
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.acting import is_idle
from layers.extract.sentences.clauses import Composer
from layers.extract.sentences.compositions import composed
from layers.extract.sentences.firms import without_firms
from layers.extract.sentences.gatherings import gathered
from layers.extract.sentences.inversions import upright
from layers.extract.sentences.layouts import layout, lays_out
from layers.extract.sentences.lists import RECORD, headed, laid_out, led_by, record
from layers.extract.sentences.outcome import finished, refused
from layers.extract.sentences.ownparks import heads_a_park, own_parks
from layers.extract.sentences.remainders import remain
from layers.extract.sentences.roles import distribution
from layers.extract.sentences.spelled import spelled_out
from layers.extract.sentences.state import Clause, Page, State
from layers.extract.sentences.tallies import spelt, tallied
from layers.extract.titles import Titles
from layers.records import Claim, Unlocated

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from layers.industry import Taxonomy
    from layers.plan import Plan, Sentence

_NEEDED = lex.PLACE | lex.CARRIER | lex.OWNER | lex.SUFFIX | lex.OWN
_PLACED = lex.PLACE | lex.OWNER | lex.SUFFIX
_DOUBTFUL = lex.TOWN | lex.WORDLIKE
"""Classes of names that may be a word, or a town of elsewhere, and are no sure places."""
_THING = lex.CARRIER | lex.INDUSTRY
_ACTING = lex.BUILD | lex.FOCUS | lex.HELP | lex.LAID | lex.GATHER | lex.LISTED
_LONGEST = 2_000
"""Characters of a sentence; what is longer is no prose and could take quadratic time."""
_HEAD = 24
"""Characters within which a record's key ends."""
_REMEMBERED = 100  # drafts of the paragraph that a later sentence may take up again
_PARK = re.compile("(?<=..)(?:园|板块)(?=[、，。；和与及]|建设)")
"""Carriers that are such only behind an industry (生物医药园)."""
_CORRIDOR = compiled(r"[\u4e00-\u9fff]{2}(?:工业|产业)(?:走廊|带)")
"""A corridor of industries in general, which units may give their initials (郑汴洛工业走廊)."""
_AREAS = re.compile("[成包涵]|涉及|为主体|为依托|为支撑")
"""One of these stands where a sentence says what an area consists of."""
_COLONS = "：: "
_OF_ALL = compiled(
    r"^(?!(?:要|将|应|积极|大力|着力|充分|全力|深入|突出|重点|主动|加|实|依|发|以|打|建|推|增|围|聚|立|利|支|做|提|优|培"
    r"|巩|完|坚|构|形|强|扩|壮|承|引|创|促|统|按|抓|融|争|力|在))"
    r"|(?:^|[，。；])(?:全[省国球市县区]|我[省国市县区]|各|省[级直委厅]|周边|其[他余])"
    r"|责任|负责|印发|本(?:规划|办法|报告)|领导小组|条件|奖励|其他"
)
"""A paragraph with a subject of its own: not what the place above it is to do."""
_FIRST = compiled(r"(?:[（(]?[1一][）)]|[1一][.．、])(?=建|打|推|发|重|规)")
"""The first of several numbered things that the place above is to do."""
_TOWN = compiled(
    r"[\u4e00-\u9fff]{2}(?:镇|乡|街道|(?<![农乡新全各每])村)|以[\u4e00-\u9fff、]{2,60}?为(?:主|重点|核心|中心)"
    r"|[A-F]区[以重主布发突]"
)
"""What may name a town or village, or a part of a park, in a county's own text."""


def claims(
    plan: Plan,
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    words: Words | None = None,
    titles: Titles | None = None,
) -> tuple[tuple[Claim, ...], tuple[Unlocated, ...]]:
    """Every claim of the plan in order of position, and the names that were refused; `words` are
    those of its clean text and `titles` what its headings name, if known.

    Raises `geo.errors.UnknownCode` for an issuer whose code never existed.
    """
    words = words or Scanner.for_data(gazetteer, taxonomy).read(plan.clean)
    page = Page.of(gazetteer, titles or Titles.of(plan, gazetteer, taxonomy), words)
    _read(page)
    return finished(page), refused(page)


def _read(page: Page) -> None:
    """Read every sentence that names a place or a carrier."""
    rows, words, at = listed(page), page.words, 0
    starts = words.starts
    sure = [held & ~lex.PLACE if held & _DOUBTFUL else held for held in words.classes]
    for sentence in page.plan.sentences:
        start, end, paragraph, _ = sentence
        low, at = at, bisect_left(starts, end, at)
        if paragraph != page.paragraph:
            _turn(page, sentence)
        if end - start > _LONGEST or start in rows or _is_row(page.plan.clean, start, end):
            continue
        seen = reduce(or_, sure[low:at], 0)
        if seen & _DOUBTFUL and not seen & _PLACED and _is_local(page, words, low, at):
            seen |= lex.PLACE
        if seen & _PLACED or _is_wanted(page, sentence, seen):
            _sentence(page, sentence, words.tokens(low, at))
        else:
            page.unread.append(sentence)


def _is_row(text: str, start: int, end: int) -> bool:
    """Whether a line is one of a table, which says nothing but by its cells."""
    return text.count("|", start, end) > 1


def _is_local(page: Page, words: Words, low: int, high: int) -> bool:
    """Whether one of the names in doubt among a sentence's words is a place of the issuer's."""
    for number, held in enumerate(words.classes[low:high], low):
        if held & _DOUBTFUL and held & lex.PLACE and page.is_local(words.word(number), held):
            return True
    return False


def _turn(page: Page, sentence: Sentence) -> None:
    """A new paragraph: forget the subject, unless the last one was the head of a record."""
    opened, start = page.topic_subject, sentence.start
    if opened is not None and not (
        RECORD.match(page.plan.clean[start : start + _HEAD]) or _heads(page, opened, sentence)
    ):
        page.topic_subject = None
    page.before, page.unread = [], []
    page.paragraph = sentence.paragraph


def _heads(page: Page, place: Group, sentence: Sentence) -> bool:
    """Whether a unit stood alone on the line above, as one of several that each have a paragraph
    of what they are to do below them."""
    spans, line = page.plan.paragraphs, page.paragraph
    start, end = spans[line]
    alone = place.start == start and not page.plan.clean[place.end : end].strip(_COLONS)
    if not alone or sentence.paragraph != line + 1:
        return False
    if _FIRST.match(page.plan.clean, spans[line + 1][0]):
        return True  # X经开区, and 1.建设… below it
    others = (spans[at] for at in (line - 2, line + 2) if 0 <= at < len(spans))
    among = place.entities[0].carrier is None and any(_names_unit(page, *s) for s in others)
    return among and not _OF_ALL.search(page.plan.clean[slice(*spans[line + 1])])


def _names_unit(page: Page, start: int, end: int) -> bool:
    """Whether a line is the name of a unit or region of the issuer's and nothing else."""
    place = page.resolver.resolve(page.plan.clean[start:end].rstrip(_COLONS)).place
    return place is not None and (is_unit(place) or place.level == "region")


def _is_wanted(page: Page, sentence: Sentence, seen: int) -> bool:
    """Whether a sentence without a place has what a claim needs; `seen` are the classes of its
    words."""
    text, start, end = page.plan.clean, sentence.start, sentence.end
    county = page.resolver.home.level == "county"
    if seen & lex.CARRIER and seen & lex.INDUSTRY:
        acted = seen & (_ACTING | lex.LIST) or county
        if acted or heads_a_park(text, start, end):
            return True
    if seen & lex.CARRIER and seen & _ACTING and _CORRIDOR.search(text, start, end):
        return True
    if page.topic_subject is not None and seen & _ACTING and seen & _THING:
        return True
    if seen & lex.OWN and county:
        return True
    if seen & lex.INDUSTRY and seen & lex.BUILD and _PARK.search(text, start, end):
        return True
    if seen & (lex.CARRIER | lex.INDUSTRY) and seen & lex.OPEN and SPELLED.search(text, start, end):
        return True
    if county and (CUE.search(text, start, end) or _TOWN.search(text, start, end)):
        return True
    if text.find("产业", start, end) < 0 and text.find("主要行业", start, end) < 0:
        return False
    head = text[start : start + _HEAD]
    recorded = ("：" in head or ":" in head) and RECORD.match(head)
    return bool(recorded or led_by(text[start:end]))


def _sentence(page: Page, sentence: Sentence, tokens: list[Token]) -> None:
    """Read one sentence, and remember what it says for those behind it."""
    read = upright(page.plan.clean, _clauses(page, sentence, tokens))
    read = gathered(page.plan.clean, read)
    read = without_firms(page.plan.clean, read, page.taxonomy)
    for earlier in page.unread:
        page.topic_of(earlier, False)
    page.unread = []
    topic = page.topic_of(sentence, Group in map(type, read[0][2]))
    state = State(page, sentence, page.plan.clean[sentence.start : sentence.end], read, topic)
    whole = entered(state) or sited(state) or enumerated(state) or laid_out(state) or record(state)
    tallied(state)
    spelt(state)
    spelled_out(state)
    _compose(state, _left(state) if whole else {start for start, _, _ in read})
    remain(state)
    describe(state)
    headed(state)
    own_parks(state)
    page.before = [*page.before, *state.mine][-_REMEMBERED:]
    page.drafts += state.mine


def _clauses(page: Page, sentence: Sentence, tokens: list[Token]) -> list[Clause]:
    """The clauses of a sentence with their places, carriers and verbs."""
    tokens = untitled(page.plan.clean, tokens, sentence.start, sentence.end)
    read: list[Clause] = []
    town = page.resolver.home.level == "county" and _TOWN.search(
        page.plan.clean, sentence.start, sentence.end
    )
    seen = lex.PLACE if page.topic_subject is not None or town else 0
    for start, end, held in page.phrases.split(tokens, sentence.start, sentence.end):
        if not seen & _NEEDED:
            for token in held:
                seen |= token.classes
        # a clause before any place or carrier cannot say where anything is
        items = page.phrases.items(start, end, held) if seen & _NEEDED else []
        read.append((start, end, items))
    return read


def _left(state: State) -> set[int]:
    """Where the clauses with places begin that no claim of the sentence speaks of yet."""
    spans = [(d.start, d.end) for d in state.mine]
    read = [c[:2] for c in state.read if Group in map(type, c[2])]
    return {start for start, end in read if not any(a < end and start < b for a, b in spans)}


def _compose(state: State, starts: set[int]) -> None:
    """Compose the claims of a sentence, clause by clause of those that begin at `starts`."""
    laid, areas = lays_out(state.whole), _AREAS.search(state.whole) is not None
    for number, (start, end, items) in enumerate(state.read):
        if start in starts and items and not (areas and composed(state, number)):
            items = layout(state, number) if laid else items
            if not is_idle(state, items, start, end):
                Composer(state, start, end).read(items)
    if len({id(group) for group, _ in state.distributed}) > 2:
        distribution(state, state.sentence.end)
