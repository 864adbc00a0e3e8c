"""The document: a plan's text as read, its clean copy, sections and sentences.

Everything that reads works on `Plan.clean`; records hold offsets into `Plan.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from layers import front, issuers
from layers.cleaning import Clean, clean
from layers.collector import paused
from layers.encoding import decode
from layers.errors import EmptyText, UnreadableText
from layers.headings import Heading, Sentence, headings, paragraphs, sentences
from layers.records import Evidence

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["Heading", "Plan", "Sentence"]


@dataclass(frozen=True)
class Plan:
    """A plan text, parsed.

    `text` is the decoded file with newlines untouched (a UTF-8 byte order mark
    stays as U+FEFF); `clean` is the copy to read, in which every paragraph is one
    line and digits, `%` and Latin letters are at half width. `paragraphs`,
    `headings` and `sentences` hold clean offsets. `issuer` is a GB/T 2260 code,
    `issued` an ISO date as far as known, `period` the first and last year that
    the title names (None where it names none).
    """

    id: str
    text: str = field(repr=False)
    encoding: str
    sha256: str
    title: str
    doc_number: str | None
    issuer: str
    issued: str
    period: tuple[int, int] | None
    clean: str = field(repr=False)
    headings: tuple[Heading, ...] = field(repr=False)
    paragraphs: tuple[tuple[int, int], ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    index: Clean = field(repr=False)

    @classmethod
    def from_file(
        cls,
        path: Path | str,
        issuer: str | None = None,
        issued: str | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> Plan:
        """Read a plan from a file; its id is the file's name without ending.

        Raises `UnreadableText`, `EmptyText`, `MissingIssuer`, `MissingDate`, `BadArgument`.
        """
        path = Path(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UnreadableText(str(path), (error.strerror or "an error").lower()) from error
        return cls.from_bytes(data, path.stem, issuer, issued, gazetteer, where=str(path))

    @classmethod
    @paused()
    def from_bytes(
        cls,
        data: bytes,
        id: str = "plan",
        issuer: str | None = None,
        issued: str | None = None,
        gazetteer: Gazetteer | None = None,
        where: str | None = None,
    ) -> Plan:
        """Read a plan from bytes. `where` names the source in errors.

        >>> text = "绍兴市产业规划(2011—2015年)\\n一、布局\\n到 2015年，打造诸暨集聚区。"
        >>> plan = Plan.from_bytes(text.encode(), issuer="330600", issued="2011-03")
        >>> plan.period, plan.sentences[-1].section
        ((2011, 2015), ('一、布局',))
        """
        where = where or id
        text, encoding = decode(data, where)
        copy = clean(text)
        if not copy.text.strip():
            raise EmptyText(where)
        spans = paragraphs(copy.text)
        heads = headings(copy.text, spans)
        title = front.title(copy.text)
        date = front.issued(copy.text, issued, title, where)
        return cls(
            id=id,
            text=text,
            encoding=encoding,
            sha256=sha256(data).hexdigest(),
            title=title or id,
            doc_number=front.doc_number(copy.text),
            issuer=issuers.issuer(copy.text, title, issuer, date, gazetteer, where),
            issued=date,
            period=front.period(title, date),
            clean=copy.text,
            headings=heads,
            paragraphs=spans,
            sentences=sentences(copy.text, spans, heads),
            index=copy,
        )

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence at a clean offset, or of the last one before it."""
        return max(0, bisect_right(self.sentences, offset, key=attrgetter("start")) - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Clean offsets to offsets into `text`."""
        return self.index.span(start, end)

    def evidence(self, start: int, end: int) -> Evidence:
        """The quote that stands at clean offsets `start:end`, as it stands in `text`."""
        return Evidence.from_text(self.text, *self.span(start, end))
