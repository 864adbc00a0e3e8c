"""Which unit issued a plan, by its title and the lines at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layers.errors import BadArgument, MissingIssuer
from layers.front import FRONT

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.place import Place

_BODY = re.compile(
    r"([\u4e00-\u9fff]{2,20}?)(?:人民政府|政府|发展和改革委员会|发展改革委|经济和信息化|工业和信息化|科学技术|"
    r"农业农村|商务|国民经济|战略性|产业|工业|制造业|人民代表大会|“|十[一二三四五六]五|\d{4})"
)
_PREFACE = re.compile(r"^[\ufeff《]*(?:(?:19|20)\d\d年(?:度)?)?(?:关于)?")
_PARTY = re.compile(r"中共([\u4e00-\u9fff]{2,10}?)委")
_CONGRESS = re.compile(r"在([\u4e00-\u9fff]{2,15}?)第[一二三四五六七八九十\d]+届人民代表大会")
"""The body before which a work report was read."""
_UNIT = re.compile(r"[\u4e00-\u9fff]{2,15}?(?:自治区|自治州|自治县|省|市|盟|州|地区|县|旗|区)")


def issuer(
    text: str,
    heading: str,
    given: str | None,
    date: str,
    gazetteer: Gazetteer | None,
    where: str,
) -> str:
    """The GB/T code of the issuing unit. Raises `MissingIssuer`, `BadArgument`."""
    if given is not None:
        if not re.fullmatch(r"\d{6}", str(given)):
            raise BadArgument("--issuer", str(given), "a six-digit GB/T 2260 code such as 330600")
        return str(given)
    tried: list[str] = []
    if gazetteer is not None:
        for name in _bodies(text, heading):
            if name in tried:
                continue
            tried.append(name)
            units = [p for p in gazetteer.readings(name, date) if _is_unit(p)]
            units = units if len(units) == 1 else _nested(gazetteer, name, date)
            if len(units) == 1 and units[0].code:
                return units[0].code
    raise MissingIssuer(where, tuple(tried[:5]))


def _nested(gazetteer: Gazetteer, name: str, date: str) -> list[Place]:
    """The units of a name whose last one others share: 北京市朝阳区 is the one of Beijing."""
    chain = _UNIT.findall(name)
    if len(chain) < 2 or "".join(chain) != name:
        return []
    outer = [p for p in gazetteer.readings(chain[-2], date) if _is_unit(p)]
    inner = [p for p in gazetteer.readings(chain[-1], date) if _is_unit(p)]
    return [p for p in inner if any(gazetteer.encloses(o, p) for o in outer)]


def _is_unit(place: Place) -> bool:
    return place.level in ("province", "prefecture", "county") and place.code is not None


def _bodies(text: str, heading: str) -> Iterator[str]:
    """Names that may be the issuing unit's, the likeliest first, longest reading first."""
    lines = [line for line in text[:FRONT].split("\n") if line][:12]
    for source in (heading, *lines):
        if len(source) > 90 or source.startswith(("各", "现将")):
            continue
        source = _PREFACE.sub("", source)
        party = _PARTY.match(source)
        if party:
            yield party[1]
        congress = _CONGRESS.search(source)
        if congress:
            yield congress[1]
        body = _BODY.match(source)
        if body:
            yield from _prefixes(body[1])
    if heading:
        yield from _prefixes(heading[:20])


def _prefixes(words: str) -> Iterator[str]:
    """`words` itself, then the units it ends with (浙江省绍兴市 -> 绍兴市), then its head."""
    yield words
    units = _UNIT.findall(words)
    yield from reversed(units)
    for length in (4, 3, 2):
        if len(words) > length:
            yield words[:length]
