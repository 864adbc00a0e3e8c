"""Zip archives with the same bytes on every machine.

The standard library's zip compresses with whichever zlib the machine has, and
zlib-ng writes other bytes than zlib; and it stores times. Here the deflater is
the one inside pyarrow's wheel, which the lock file pins, and the time is the
format's zero.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping

import pyarrow as pa

_GZIP_HEAD, _GZIP_TAIL = 10, 8
_DEFLATED, _UTF8, _VERSION = 8, 0x0800, 20
_DATE = 0x0021
"""1980-01-01, the first day that a zip can name."""
_STAMP = "2000-01-01T00:00:00Z"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files in their order. Names are UTF-8, `/` between parts."""
    body, directory = io.BytesIO(), io.BytesIO()
    for name, content in files.items():
        offset = body.tell()
        encoded, packed = name.encode(), deflate(content)
        shared = struct.pack(
            "<HHHHHIIIHH",
            *(_VERSION, _UTF8, _DEFLATED, 0, _DATE),
            *(zlib.crc32(content), len(packed), len(content), len(encoded), 0),
        )
        body.write(b"PK\x03\x04" + shared + encoded + packed)
        where = struct.pack("<HHHII", 0, 0, 0, 0, offset)
        directory.write(b"PK\x01\x02" + struct.pack("<H", _VERSION) + shared + where + encoded)
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), directory.tell(), body.tell(), 0)
    return body.getvalue() + directory.getvalue() + b"PK\x05\x06" + end


def deflate(content: bytes) -> bytes:
    """Raw deflate, by the zlib of pyarrow's wheel."""
    packed: bytes = pa.Codec("gzip").compress(content, asbytes=True)
    return packed[_GZIP_HEAD:-_GZIP_TAIL]


def repack(data: bytes) -> bytes:
    """An Office file without the clock: same parts, fixed times, our deflater."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return archive({name: _timeless(name, old.read(name)) for name in old.namelist()})


def _timeless(name: str, content: bytes) -> bytes:
    if name != "docProps/core.xml":
        return content
    return _TIMES.sub(rb"\g<1>" + _STAMP.encode() + rb"\g<2>", content)
