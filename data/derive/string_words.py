"""Derive `data/gazetteer/string_words.csv`: words that would read as strings of short forms.

呼包鄂 names three cities, a character each; 中石化 and 安全感 do not, though in some province each
of their characters is a city's or county's short form. The words of jieba 0.42.1 of two to four
characters of which that is so, without the strings among them and the gazetteer's own names.

    python data/derive/string_words.py        (needs the project and jieba of the group bench)
"""

from __future__ import annotations

from ambiguous import LEAST_COUNT, jieba_words
from packages import DATA, write_table

from geo.gazetteer import Gazetteer

DATES = ("2011", "2024")
SHORTEST = 2  # which holds no city of another province, as longer ones may (宝汉天)
LENGTHS = (SHORTEST, 3, 4)
STRINGS = ("吐哈", "宁绍台", "宁镇", "淮扬")
"""Cities side by side that jieba lists as one name."""


def short_forms(gazetteer: Gazetteer, date: str) -> list[set[str]]:
    """For each province and prefecture the characters that are short forms of its units."""
    prefectures = [p for p in gazetteer.children(None, date) if p.code]
    provinces = {f"{p.code[:2]}0000" for p in prefectures if p.code}
    codes = sorted(provinces | {p.code for p in prefectures if p.code})
    return [forms for code in codes if (forms := _forms(gazetteer, code, date))]


def _forms(gazetteer: Gazetteer, code: str, date: str) -> set[str]:
    names = [p.name for p in gazetteer.children(code, date)]
    ends = {name[at] for name in names for at in (0, -1, -2)}
    return {char for char in ends if gazetteer.short(char, code, date)}


def is_string(gazetteer: Gazetteer, word: str) -> bool:
    """Whether each character is a unit's by convention (川黔), or the word is known as a string."""
    return word in STRINGS or all(gazetteer.conventional(c, None, DATES[1]) for c in word)


def main() -> None:
    gazetteer = Gazetteer.from_data()
    forms = [found for date in DATES for found in short_forms(gazetteer, date)]
    every = set().union(*forms)
    cities = {char for char in every if gazetteer.short(char, None, DATES[1])}
    rows = []
    for word, (count, kind) in sorted(jieba_words().items()):
        if len(word) not in LENGTHS or count < LEAST_COUNT or not every.issuperset(word):
            continue
        if gazetteer.readings(word, DATES[1]) or is_string(gazetteer, word):
            continue
        abroad = set(word) & cities if len(word) > SHORTEST else set[str]()
        if any((found | abroad).issuperset(word) for found in forms):
            rows.append({"surface": word, "kind": kind})
    write_table(DATA / "gazetteer" / "string_words.csv", ["surface", "kind"], rows)
    print(len(rows), "words")


if __name__ == "__main__":
    main()
