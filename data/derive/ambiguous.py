"""Derive `data/gazetteer/ambiguous_words.csv`: names that are ordinary words.

A reader must not take such a surface for a place without its suffix (资源县) or
a context that leaves nothing else. Names of units and regions from the
hand-made list in `inputs/ordinary_words.txt`; bare names of towns (发展, 建设)
where jieba 0.42.1 lists them as a word that is no name.

    python data/derive/ambiguous.py        (last; needs jieba of the group bench)
"""

from __future__ import annotations

import csv
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

from packages import DATA, INPUTS, write_table

NAMES_IN_JIEBA = ("ns", "nr", "nt", "nz")
LEAST_COUNT = 3
TABLES = ("units.csv", "areas.csv", "zones.csv", "towns.csv")


def bearers() -> dict[str, list[tuple[str, str]]]:
    """Surface -> (level, official name) of each place that bears it."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for table in TABLES:
        with (DATA / "gazetteer" / table).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                for name in dict.fromkeys([row["name"], *row["names"].split("|")]):
                    found[name].append((row["level"], row["name"]))
    return found


def jieba_words() -> dict[str, tuple[int, str]]:
    """Words of jieba with their count in its corpus and their part of speech."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("error: expected jieba 0.42.1; install the group bench")
    text = (Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines())
    return {word: (int(count), kind) for word, count, kind in rows}


def counted() -> dict[str, int]:
    """Words of jieba that are no names, with their count."""
    rows = jieba_words().items()
    return {word: n for word, (n, kind) in rows if not kind.startswith(NAMES_IN_JIEBA)}


def note(places: list[tuple[str, str]]) -> str:
    names = list(dict.fromkeys(name for _, name in places))
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return "ordinary word; also " + "、".join(names[:3]) + more if names else "ordinary word"


def main() -> None:
    held, words = bearers(), counted()
    by_hand = set((INPUTS / "ordinary_words.txt").read_text(encoding="utf-8").split())
    towns = {
        name
        for name, places in held.items()
        if words.get(name, 0) >= LEAST_COUNT and {level for level, _ in places} == {"town"}
    }
    rows = [{"surface": s, "note": note(held.get(s, []))} for s in sorted(by_hand | towns)]
    write_table(DATA / "gazetteer" / "ambiguous_words.csv", ["surface", "note"], rows)
    print(len(rows), "words")


if __name__ == "__main__":
    main()
