"""Bytes to text. Finds the encoding; never guesses through rubbish."""

from __future__ import annotations

import re

from layers.errors import EmptyText, UnreadableText

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LOST = re.compile(r"[\ufffd\ue000-\uf8ff]")
_ODD = re.compile(f"[{_CONTROL.pattern[1:-1]}{_LOST.pattern[1:-1]}]")
_FREQUENT = re.compile(r"[的一是在和业产发展市年大中国区工重建到为新以加及有]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_PROBE = 200_000
"""Characters on which a decoding is judged: enough for any file, and bounded."""


def decode(data: bytes, where: str = "the text") -> tuple[str, str]:
    """The text of `data` and the name of the encoding it was found in.

    A UTF-8 byte order mark stays as U+FEFF, so that offsets agree with
    `open(path, encoding="utf8", newline="")`; that of UTF-16 is taken off.
    Raises `EmptyText` and `UnreadableText`.

    >>> decode("绍兴市".encode("gb18030"))
    ('绍兴市', 'gb18030')
    """
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise EmptyText(where)
    if data.startswith(tuple(magic for magic, _ in _MAGIC)):
        raise UnreadableText(where, _describe(data))
    for name, codec in _candidates(data):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        text = text.removeprefix("\ufeff") if name.startswith("utf-16") else text
        if _plausible(text, name):
            if not text.strip("\ufeff \t\r\n\u3000\u00a0"):
                raise EmptyText(where)
            return text, name
    raise UnreadableText(where, _describe(data))


def _candidates(data: bytes) -> list[tuple[str, str]]:
    if data.startswith(b"\xef\xbb\xbf"):
        return [("utf-8-bom", "utf-8")]
    if data.startswith(b"\xff\xfe"):
        return [("utf-16-le", "utf-16-le")]
    if data.startswith(b"\xfe\xff"):
        return [("utf-16-be", "utf-16-be")]
    wide = [("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be")]
    narrow = [("utf-8", "utf-8"), ("gb18030", "gb18030")]
    # Plain UTF-16 always shows itself by the zero byte of its line breaks or digits.
    return wide if b"\x00" in data[:_PROBE] else [*narrow, *wide]


def _plausible(text: str, name: str) -> bool:
    probe = text[:_PROBE]
    if not _ODD.search(probe) and name.startswith("utf-8"):
        return True
    if "\x00" in probe or len(_CONTROL.findall(probe)) > len(probe) // 50:
        return False
    # Text that lost characters on its way (U+FFFD, bullets of a PDF's font) is still text.
    if len(_LOST.findall(probe)) * 10 > len(probe):
        return False
    if name.startswith("utf-8"):
        return True
    han = len(_HAN.findall(probe))
    # Any even run of high bytes decodes as GB 18030 or UTF-16; only Chinese uses common words.
    # Plans show 0.12 to 0.25 here, random code points 0.001.
    return han * 5 >= len(probe) and len(_FREQUENT.findall(probe)) * 100 >= 2 * han


def _describe(data: bytes) -> str:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return what
    return f"bytes that are none of them ({data[:8].hex(' ')} …)"


_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "a gzip file"),
)
