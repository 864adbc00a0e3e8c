"""Write docs/method.md: its prose, the reader's patterns with their examples, the ledger's totals.

python docs/method.py           write it
python docs/method.py --check   exit 1 where it is not what would be written
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path
from string import Template

from geo.gazetteer import Gazetteer
from layers.industry import Taxonomy
from layers.ledger import audit
from layers.plan import Plan
from layers.reader import read

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "method.md"


def pattern(entry: dict[str, str], expect: list[str]) -> str:
    """One pattern: what it reads, its sentence, the claims that come of it."""
    rows = "\n".join(f"| {row} |" for row in expect)
    return (
        f"### {entry['name'].capitalize()}\n"
        f"{entry['reads'].capitalize()} (`{entry['by']}`).\n\n"
        f"> {entry['text'].replace(chr(10), '  ' + chr(10) + '> ')}\n\n"
        "| name | kind | status | industry | members on the date |\n"
        f"|---|---|---|---|---|\n{rows}\n"
    )


def patterns() -> str:
    table = tomllib.loads((ROOT / "data/reader/patterns.toml").read_text("utf8"))["pattern"]
    return "\n".join(pattern(entry, entry["expect"]) for entry in table)


def ledger() -> str:
    """The totals of both plans, reason by reason."""
    gazetteer, taxonomy = Gazetteer.from_data(), Taxonomy.from_data()
    amounts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for path in sorted((ROOT / "data/plans").glob("*.txt")):
        reading = read(Plan.from_file(path, gazetteer=gazetteer), gazetteer, taxonomy)
        for reason, (of_amounts, of_names) in audit(reading, gazetteer).totals().items():
            amounts[reason] += of_amounts
            names[reason] += of_names
    rows = [f"| {reason} | {amounts[reason]} | {names[reason]} |" for reason in amounts | names]
    return "\n".join(["| reason | amounts | place names |", "|---|---|---|", *rows])


def corrections() -> str:
    count = len(list((ROOT / "data/corrections").glob("*.yaml")))
    return "The two plans need none." if not count else f"{count} plan(s) have some."


def page() -> str:
    text = (ROOT / "docs" / "method.template.md").read_text("utf8")
    return Template(text).substitute(
        patterns=patterns(), ledger=ledger(), corrections=corrections()
    )


def main() -> int:
    if "--check" in sys.argv:
        return int(not PAGE.exists() or PAGE.read_text("utf8") != page())
    PAGE.write_text(page(), "utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
