"""The packages that a user would otherwise put together to find places in a plan.

Each is given a sentence and answers with GB/T 2260 codes, the finest that it
found, as its own data have them. All are used as their documentation says;
`told` means that the name of the issuer's province is set before each word,
which is these packages' own way of being told where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

Finder = Callable[[Sequence[str], str, int], list[set[str]]]
"""Sentences, the issuer's province in full, the year -> codes, sentence by sentence."""

PLACE = "ns"
"""jieba's tag of a place name."""


def jieba_cpca() -> Finder:
    """Words that jieba tags as places, each looked up in cpca."""
    return _with_cpca(told=False)


def jieba_cpca_told() -> Finder:
    """The same, told the province."""
    return _with_cpca(told=True)


def cpca_alone() -> Finder:
    """cpca's own search of a text for addresses, without segmentation."""
    import cpca

    def find(sentences: Sequence[str], province: str, year: int) -> list[set[str]]:
        return [addresses(sentence) for sentence in sentences]

    def addresses(sentence: str) -> set[str]:
        try:
            return set(map(str, cpca.transform_text_with_addrs(sentence)["adcode"]))
        except KeyError:  # cpca 0.5.5 has no columns to put in order where it finds nothing
            return set()

    return find


def jieba_cnloc_told() -> Finder:
    """Words that jieba tags as places, each looked up in cnloc's list of the plan's year."""
    cut = _places()
    import cnloc

    def find(sentences: Sequence[str], province: str, year: int) -> list[set[str]]:
        words = [cut(sentence) for sentence in sentences]
        flat = [province + word for line in words for word in line]
        frame = cnloc.getlocation(flat, year=year, county_short=True) if flat else None
        codes = _finest(frame) if frame is not None else []
        bare = _finest(cnloc.getlocation([province], year=year))[0]
        return _per_sentence(words, [code if code != bare else None for code in codes])

    return find


def jionlp() -> Finder:
    """jionlp's recognition of places in a text; its tables hold names, turned into codes."""
    import jionlp as jio

    table = jio.china_location_loader(detail=False)
    cities = {p[c]["_alias"][0]: p[c]["_admin_code"] for p in table.values() for c in _below(p)}
    jio.recognize_location("浙江省")  # loads its model at the first call

    def find(sentences: Sequence[str], province: str, year: int) -> list[set[str]]:
        found = map(jio.recognize_location, sentences)
        return [set(_recognised(place, table, cities)) for place in found]

    return find


PEERS: dict[str, Callable[[], Finder]] = {
    "jieba + cpca": jieba_cpca,
    "jieba + cpca, told the province": jieba_cpca_told,
    "cpca alone": cpca_alone,
    "jieba + cnloc of the year, told the province": jieba_cnloc_told,
    "jionlp": jionlp,
}


def _recognised(found: dict[str, Any], table: Any, cities: dict[str, str]) -> Iterator[str]:
    """Codes of what jionlp recognised; it files some cities as foreign ones of 中国."""
    for place, _ in found["domestic"] or ():
        unit = table[place["province"]]
        for level in ("city", "county"):
            unit = unit.get(place[level], unit)
        yield unit["_admin_code"]
    for place, _ in found["foreign"] or ():
        if place["country"] == "中国" and place["city"] in cities:
            yield cities[place["city"]]


def _below(unit: dict[str, Any]) -> list[str]:
    return [name for name in unit if not name.startswith("_")]


def _with_cpca(told: bool) -> Finder:
    cut = _places()
    import cpca

    def find(sentences: Sequence[str], province: str, year: int) -> list[set[str]]:
        words = [cut(sentence) for sentence in sentences]
        flat = [province + word if told else word for line in words for word in line]
        if not flat:
            return [set() for _ in sentences]
        codes = [str(c) if c else None for c in cpca.transform(flat)["adcode"]]
        bare = str(cpca.transform([province])["adcode"][0]) if told else None
        return _per_sentence(words, [code if code != bare else None for code in codes])

    return find


def _places() -> Callable[[str], list[str]]:
    """The place words of a sentence; neighbours are one word (绍兴 + 市区)."""
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()

    def cut(sentence: str) -> list[str]:
        words: list[str] = []
        before = ""
        for word, tag in jieba.posseg.cut(sentence):
            if tag == PLACE and before == PLACE:
                words[-1] += word
            elif tag == PLACE:
                words.append(word)
            before = tag
        return words

    return cut


def _per_sentence(words: list[list[str]], codes: list[str | None]) -> list[set[str]]:
    """Codes of the words, put back to their sentences."""
    ends = [0]
    for line in words:
        ends.append(ends[-1] + len(line))
    return [{code for code in codes[a:b] if code} for a, b in pairwise(ends)]


def _finest(frame: Any) -> list[str | None]:
    """The finest code of each row of cnloc's table."""
    columns = ("county_adcode", "city_adcode", "province_adcode")
    rows: Iterator[Iterable[Any]] = zip(*(frame[c] for c in columns), strict=True)
    return [next((str(code) for code in row if _given(code)), None) for row in rows]


def _given(code: Any) -> bool:
    return isinstance(code, str) and code not in ("", "nan", "None")
