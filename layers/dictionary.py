"""The data dictionary in words, made from the schema: `docs/data-dictionary.md`.

`python -m layers.dictionary` writes it anew; a test holds it equal to the schema.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from layers import vocabulary
from layers.columns import Column
from layers.schema import FATES, LAYERS, LEDGER, Layer
from layers.vocabulary import LAYER_NAMES, Term

PAGE = Path(__file__).resolve().parent.parent / "docs" / "data-dictionary.md"
HEAD = """\
# 数据字典 Data dictionary

Generated from `layers/schema.py` by `python -m layers.dictionary`; do not edit.
Geometry is WGS 84 (longitude, latitude). Lists are joined with `；`, section paths
with ` › `. Text is UTF-8, Chinese as in the plan.
"""
_VOCABULARIES: tuple[tuple[str, Mapping[str, Term]], ...] = (
    ("kind", vocabulary.KINDS),
    ("status", vocabulary.STATUSES),
    ("basis", vocabulary.BASES),
    ("precision", vocabulary.PRECISIONS),
    ("comparator", vocabulary.COMPARATORS),
    ("modality", vocabulary.MODALITIES),
    ("indicator_family", vocabulary.FAMILIES),
    ("reason (unlocated)", vocabulary.REASONS),
    ("reason (ledger)", FATES),
)


def dictionary() -> str:
    """The whole page as Markdown."""
    tables = map(_layer, (*LAYERS.values(), LEDGER))
    return "\n".join([HEAD, *tables, "## Codes\n", *map(_codes, _VOCABULARIES)])


def _layer(layer: Layer) -> str:
    term = LAYER_NAMES[layer.name]
    geometry = ", ".join(layer.geometry) or "none: a table"
    lines = [
        f"## `{layer.name}` {term.zh}",
        "",
        f"{term.meaning_zh}。 {term.meaning_en[0].upper()}{term.meaning_en[1:]}.",
        "",
        f"Geometry: {geometry}.",
        "",
        "| column | type | unit | empty | 含义 | meaning |",
        "|---|---|---|---|---|---|",
        *(_row(column) for column in layer.columns),
        "",
    ]
    return "\n".join(lines)


def _row(column: Column) -> str:
    empty = "yes" if column.empty else "no"
    cells = (f"`{column.name}`", column.kind, column.unit, empty, column.zh, column.en)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _codes(entry: tuple[str, Mapping[str, Term]]) -> str:
    return "\n".join(_code_lines(*entry))


def _code_lines(name: str, terms: Mapping[str, Term]) -> Iterator[str]:
    yield from (
        f"### `{name}`",
        "",
        "| code | 中文 | English | 含义 | meaning |",
        "|---|---|---|---|---|",
    )
    for term in terms.values():
        yield f"| `{term.code}` | {term.zh} | {term.en} | {term.meaning_zh} | {term.meaning_en} |"
    yield ""


def main() -> int:
    """Write the page."""
    PAGE.write_text(dictionary(), encoding="utf8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
