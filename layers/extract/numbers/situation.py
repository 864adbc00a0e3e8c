"""The situation of a number: document, paragraph and sentence decide modality and year."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layers.extract.numbers.aims import Aims
from layers.extract.numbers.changes import onward
from layers.extract.numbers.clauses import Clause
from layers.extract.numbers.counts import Measure
from layers.extract.numbers.documents import (
    LONG,
    head_refs,
    mood,
    year_cited,
    year_reported,
)
from layers.extract.numbers.indicators import is_level
from layers.extract.numbers.modality import (
    begins,
    leaning,
    list_start,
    looks_back,
    modality,
    of_heading,
    of_verb,
)
from layers.extract.numbers.quantities import Amount
from layers.extract.numbers.years import (
    NAMED,
    YearRef,
    base_year,
    five_year_span,
    nearest,
    of_ref,
    reported,
    year_refs,
)
from layers.extract.patterns import compiled
from layers.records import Modality, Year

if TYPE_CHECKING:
    from layers.plan import Plan, Sentence

_INTENT = -2
"""The lean of a paragraph in which words that report (累计, 拥有) belong to what it intends."""
_THEN = compiled(
    r"(?:[，,](?:较|比|同比|占|居)[^，,。；;]{1,24})?[，,；;](?:(?:计划|力争|预计|争取|到)*20\d\d年[底末]?[，,]?(?:计划|力争|争取|预计|将|可|有望)*)"
    r"(?:达到?|突破|超过?|增(?:长|加)?[至到]|提[高升][至到]|发展到|扩大到)"
)
"""产值30亿元，到2025年力争达到60亿元: a goal behind what it is now."""
_TITLE = 40
"""Characters of a line that may say until when the lines below are meant."""
_CLOSE = 60
"""Characters before a clause in which the span of a change may stand."""
_HEADS = compiled(r"[底末初]?[，,]")
_AGENDA = compiled(r"工作安排|预期目标|20\d\d年(?:的?)(?:工作)?(?:重点|任务|目标)(?!完成)")
"""The headings of a report under which a year's goals stand."""
_TITLED = compiled(r"(?P<year>20\d\d)年")
_REACH = 600
"""Characters over which a mark governs a number, however long the sentence."""


@dataclass
class Situation:
    """What holds at the present place of one plan. Enter paragraphs in their order.

    `mood` is what the document does as a whole: a plan intends, a text of reports alone
    reports. `horizon` is the last year aimed at, `reported` the year that reports speak of,
    `five` whether they measure from the end of the last five-year plan; `section` is that of the
    present paragraph.
    """

    plan: Plan
    issued: int
    mood: Modality = "target"
    reported: int | None = None
    horizon: int | None = None
    five: bool = False
    paragraph: int = -1
    lean: int = 0
    tasked: bool = False
    section: tuple[str, ...] = ()
    refs: Sequence[YearRef] = ()
    starts: list[int] = field(default_factory=list)
    aims: Aims = field(init=False)

    def __post_init__(self) -> None:
        self.aims = Aims(self.plan, self.issued)

    @classmethod
    def of_plan(cls, plan: Plan) -> Situation:
        """The situation at the head of a plan."""
        made = cls(plan, int(plan.issued[:4]))
        ahead = plan.period is not None and plan.period[1] > made.issued
        refs = [] if ahead else head_refs(plan)
        made.mood = "target" if ahead else mood(plan, refs)
        if made.mood == "actual":
            made.reported = year_reported(plan, refs)
            bases = [r.last for r in refs if r.kind == "base" and not r.plain]
            made.five = not plan.period and made.issued - 6 in bases
        made.horizon = year_cited(plan)
        return made

    def enter(self, paragraph: int, section: tuple[str, ...]) -> bool:
        """Take up a paragraph: its years, and whether it reports or intends. False if it is in."""
        if paragraph == self.paragraph:
            return False
        self._pass(self.paragraph + 1, paragraph)
        start, end = self.plan.paragraphs[paragraph]
        text = self.plan.clean
        self.aims.take(start, end)
        self.paragraph = paragraph
        self.refs = year_refs(text, start, end, self.issued)
        self.starts = [r.start for r in self.refs]
        weak = self.mood == "actual"
        self.tasked = self._sets_tasks(start, end, section)
        self.lean = leaning(text, start, end, self.refs, self.issued, weak, not self.tasked)
        self.section = section
        return True

    def _sets_tasks(self, start: int, end: int, section: tuple[str, ...]) -> bool:
        """Whether a plan's paragraph intends, by its heading or first verb, and nothing in it says
        that it reports: what is 获批 there is still to come."""
        told = of_heading(section)
        if self.mood == "actual" or told == "actual":
            return False
        text = self.plan.clean
        if told is None and not begins(text, start, end):
            return False
        return not looks_back(text, start, end, self.refs, self.issued)

    def _pass(self, first: int, last: int) -> None:
        """Titles without a number, which may set the year: 发展目标——到2025年."""
        for start, end in self.plan.paragraphs[first:last]:
            self.aims.take(start, end)
            if end - start <= _TITLE and self.plan.clean.find("年", start, end) >= 0:
                for ref in year_refs(self.plan.clean, start, end, self.issued):
                    self._look_ahead(ref)

    def _look_ahead(self, ref: YearRef) -> None:
        if ref.kind in NAMED and ref.plain and ref.last > self.issued:
            self.horizon = ref.last

    def _near(self, start: int, end: int) -> Sequence[YearRef]:
        """The years named in `start:end`."""
        return self.refs[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _statement(self, sentence: Sentence, at: int) -> tuple[int, int]:
        """From full stop to full stop, for 力争 reaches over semicolons."""
        start, end = self.plan.paragraphs[sentence.paragraph]
        start, end = max(start, at - _REACH), min(end, at + _REACH)
        text = self.plan.clean
        begin = max(text.rfind("。", start, at), text.rfind("！", start, at)) + 1
        stop = text.find("。", at, end)
        return max(begin, start), (stop + 1 if stop >= 0 else end)

    def modality(self, sentence: Sentence, clause: Clause, amount: Amount) -> Modality:
        """What the sentence says, else its heading, its paragraph, its verb, the document."""
        text, at = self.plan.clean, amount.left
        if onward(text, clause, amount) == "from":
            return "actual"
        statement = self._statement(sentence, at)
        aimed = self._is_aimed(sentence, at) or (self.tasked and begins(text, *statement))
        own = modality(
            text,
            statement,
            (clause.head, clause.end),
            at,
            self._near(*statement),
            self.issued + (self.mood == "actual"),
            self.mood == "actual",
            weak=self.lean > _INTENT and not aimed,
            aimed=aimed,
            tasked=self.tasked,
        )
        if own or aimed:
            return own or "target"
        if _THEN.match(text, amount.right) and not begins(text, *statement):
            return "actual"
        turned = self.mood == "actual" and onward(text, clause, amount) == "to"
        heading = of_heading(sentence.section)
        if heading == "actual" or turned or self.lean >= 2:
            return "actual"
        start, listed = clause.head, amount.is_count
        start = list_start(text, sentence.start, start, amount.unit) if listed else start
        verb = of_verb(text, start, at, self.mood == "actual")
        if verb or self.lean:
            return verb or ("actual" if self.lean > 0 else "target")
        return heading or self.mood

    def _is_aimed(self, sentence: Sentence, at: int) -> bool:
        """Whether the paragraph's last year before `at` lies ahead (到2025年，…。), or, in one
        without a year, the heading says 目标."""
        named = [r for r in self.refs if r.start < at and r.kind != "base"]
        if named:
            return named[-1].kind == "until" and named[-1].last > self.issued
        if self.aims.year is not None:
            return True
        if any(_AGENDA.search(t) for t in sentence.section[-2:]):
            return True
        return self.mood == "target" and any("目标" in t for t in sentence.section[-2:])

    def year(self, clause: Clause, amount: Amount, what: Measure, mood: Modality) -> Year:
        """The year nearest before the number, behind it, or the one that the document implies."""
        past = mood == "actual"
        turn = onward(self.plan.clean, clause, amount)
        if turn == "from":
            return self._base(clause, amount)
        spans = [r for r in self._near(clause.head, amount.left) if r.kind == "span"]
        if past and spans:
            return spans[-1].last if turn else (spans[-1].first, spans[-1].last)
        upto = bisect_left(self.starts, amount.left)
        before = self.refs[max(0, upto - 50) : upto]
        before = [r for r in before if not self._is_passing(r, clause)] if past else before
        ref = nearest(before, amount.left, past=past, issued=self.issued)
        if ref is None:
            later = [
                r for r in self._near(amount.right, clause.end) if r.kind not in ("base", "span")
            ]
            ref = later[0] if later else None
        if ref is None and past and self.five and _flows(what, amount):
            return self.issued - 5, self.issued - 1
        if turn and ref:
            return ref.last
        year: Year = _of(ref, what, self._near(clause.head, amount.left)) if ref else None
        year = year if ref else self._implied(past)
        if ref and not past:
            self._look_ahead(ref)
        return self._span(clause, amount, what, year, past) if isinstance(year, int) else year

    def _base(self, clause: Clause, amount: Amount) -> Year:
        """The year of the first number of 由36亿元增加到100亿元, where the text gives one."""
        near = self._near(max(0, clause.head - _CLOSE), amount.left)
        own = [r for r in near if r.start >= clause.head and r.kind == "base"]
        named = own or [r for r in near if r.kind in ("base", "range", "span")]
        if not named:
            return None
        ref = named[-1]
        return ref.first if ref.plain or ref.kind == "base" else ref.first - 1

    def _is_passing(self, ref: YearRef, clause: Clause) -> bool:
        """Whether a year long ago tells when something else was: 1980年发现…。全市有7个…"""
        if ref.kind != "at" or ref.last >= self.issued - LONG or ref.start >= clause.head:
            return False
        text = self.plan.clean
        if _HEADS.match(text, ref.end) is None:
            return True
        stop = text.find("。", ref.end, clause.head)
        return stop >= 0 and not any(c.isdigit() for c in text[ref.end : stop])

    def _titled(self, past: bool) -> int | None:
        """The year of the heading (2023年工作回顾, 2024年工作安排) in a report."""
        named = [int(m["year"]) for t in self.section[-2:] for m in _TITLED.finditer(t)]
        year = named[0] if len(named) == 1 and self.mood == "actual" else 0
        return year if year and (year <= self.issued if past else year >= self.issued) else None

    def _implied(self, past: bool) -> int | None:
        period = self.plan.period
        titled = self._titled(past)
        if titled:
            return titled
        if self.aims.year and not past:
            return self.aims.year
        if past:
            if period and period[1] > period[0]:
                return None  # a plan's undated report is of no certain year
            recent = [r for r in self.refs[:50] if r.last >= self.issued - LONG]
            return reported(recent, self.issued) or self.reported or self.issued - 1
        return period[1] if period else self.horizon or self.issued

    def _span(self, clause: Clause, amount: Amount, what: Measure, year: int, past: bool) -> Year:
        """Growth and increments have a period: the plan's, or from the year they start from."""
        base = base_year(self._near(clause.head, amount.left), clause.head, amount.left)
        if base is not None and base < year and (what.rate or what.increment):
            return base, year
        if past or not what.increment:
            return year
        period = self.plan.period
        if period and period[0] < year <= period[1]:
            return period[0], year
        first = five_year_span(year)[0]
        return (first, year) if what.rate and first < year else year


def _of(ref: YearRef, what: Measure, near: Sequence[YearRef]) -> Year:
    """A period for what is added over it, its last year for a level that is reached in it."""
    if ref.kind == "range" and ref not in near and not (what.rate or what.increment):
        return ref.last
    return of_ref(ref)


def _flows(what: Measure, amount: Amount) -> bool:
    """Whether a number tells what was added over the years rather than what stands now."""
    if what.rate:
        return amount.unit_base == "times" or what.indicator.endswith(("增速", "增长"))
    return amount.is_count or what.increment or not is_level(what.indicator)
