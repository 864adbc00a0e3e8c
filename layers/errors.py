"""What Jiqun's layers raise when an input or an argument is unusable.

One line each: what was expected, what came, where, and the next step; the
values stand as attributes. `jiqun` prints the line after `error: ` and exits
with status 2.
"""

from __future__ import annotations


class JiqunError(Exception):
    """An input or an argument is unusable; the message is one line for people.

    >>> str(JiqunError("expected a plan", "got a folder: data", "name a .txt file"))
    'expected a plan; got a folder: data; name a .txt file'
    """

    def __init__(self, *parts: str, **values: object) -> None:
        super().__init__("; ".join(" ".join(part.split()) for part in parts if part))
        self.values = values


class UnreadableText(JiqunError):
    """The bytes are no text in any encoding that plans come in."""

    def __init__(self, where: str, found: str) -> None:
        super().__init__(
            f"{where}: expected plain text in UTF-8, GB 18030 or UTF-16, found {found}",
            "save the plan as a text file and try again",
            where=where,
            found=found,
        )


class EmptyText(JiqunError):
    """The file holds nothing but white space."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where}: expected the text of a plan, found an empty file",
            "check the file",
            where=where,
        )


class MissingIssuer(JiqunError):
    """Neither the caller nor the document says who issued the plan."""

    def __init__(self, where: str, tried: tuple[str, ...]) -> None:
        seen = f" (read: {', '.join(tried)})" if tried else ""
        super().__init__(
            f"{where}: expected one issuing unit in the title or the signature, found none{seen}",
            "give its six-digit code with --issuer CODE",
            where=where,
            tried=tried,
        )


class MissingDate(JiqunError):
    """Neither the caller nor the document says when the plan was issued."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where}: expected an issue date in the signature, number or title, found none",
            "give it with --issued DATE (YYYY, YYYY-MM or YYYY-MM-DD)",
            where=where,
        )


class BadArgument(JiqunError):
    """An option has a value of the wrong form."""

    def __init__(self, option: str, value: str, expected: str) -> None:
        super().__init__(
            f"{option}: expected {expected}, got {value!r}",
            "correct the option",
            option=option,
            value=value,
        )
