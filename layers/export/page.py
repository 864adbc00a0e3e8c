"""`map.html`: one page with its library and data inside, for a double click.

No request leaves the page (its content policy forbids any). Data is JSON in which
`<` is escaped, and every text of a plan is set as `textContent`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from html import escape
from math import cos, pi, sin
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layers import styles, vocabulary
from layers.export import ground, wording
from layers.export.about import about
from layers.export.cells import records
from layers.export.wording import Pair
from layers.gloss import roman
from layers.schema import LAYERS

if TYPE_CHECKING:
    from layers.build import Layers
    from layers.filters import Row
    from layers.vocabulary import Term

HERE = Path(__file__).resolve().parent
RING_PX = 15
"""Distance at which signs of one point stand round it."""
WIDE = ("prefecture", "province")
"""Areas that are drawn as an outline: filled, they would cover what lies in them."""
_VOCABULARIES = {"kinds": vocabulary.KINDS, "statuses": vocabulary.STATUSES}
_PICTURE = re.compile(r"url\([^)]*\)")


def page(layers: Layers) -> bytes:
    """The claims of these layers as one self-contained HTML page."""
    parts = {
        "title": escape(wording.PAGE["title"][0]),
        "generator": escape(f"Jiqun {layers.provenance.version} {layers.provenance.build}"),
        "leaflet_css": _leaflet("leaflet.css"),
        "leaflet_js": _leaflet("leaflet.js"),
        "css": _text("page.css"),
        "predicate": _text("../predicate.js"),
        "script": _text("page.js"),
        "data": script_json(content(layers)),
    }
    made = re.sub("@(\\w+)@", lambda found: parts[found[1]], _text("page.html"))
    return made.encode()


def script_json(value: Any) -> str:
    """JSON that may stand inside a script element, whatever text it holds.

    >>> script_json("</script>")
    '"\\\\u003c/script>"'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf8")


@cache
def _leaflet(name: str) -> str:
    """Leaflet as its package ships it, without references to other files."""
    from xstatic.pkg import leaflet

    text = (Path(leaflet.BASE_DIR) / name).read_text(encoding="utf8")
    text = re.sub(r"\n//# sourceMappingURL=.*", "", text)
    return (
        _PICTURE.sub("none", text)
        if name.endswith(".css")
        else text.replace("</script", "<\\/script")
    )


def content(layers: Layers) -> dict[str, Any]:
    """What the page shows, as JSON values."""
    land = ground.ground(layers)
    shapes, indexes = land.shapes(layers.claims)
    rows = layers.rows("claims")
    values = records(LAYERS["claims"], layers.claims)
    shifts = fan([(value["lon"], value["lat"]) for value in values])
    return {
        "say": wording.PAGE,
        "about": account(layers),
        "classes": [
            {"code": c.code, "zh": c.zh, "en": c.en, "fill": c.fill, "ink": c.ink}
            for c in styles.CLASSES
        ],
        "signs": {s.kind: [s.shape, s.size] for s in styles.SIGNS},
        "words": {
            name: {code: [term.zh, term.en] for code, term in terms.items()}
            for name, terms in _VOCABULARIES.items()
        },
        "plans": {plan.id: plan.title for plan in layers.provenance.plans},
        "documents": {plan.id: plan.cited for plan in layers.provenance.plans},
        "views": land.views,
        "ground": land.collection,
        "lines": ground.lines(layers.lines),
        "shapes": shapes,
        "claims": [
            _claim(value, row, shape, shift)
            for value, row, shape, shift in zip(values, rows, indexes, shifts, strict=True)
        ],
        "unplaced": [
            {**_said(value, row), "reason": _both(vocabulary.REASONS, str(value["reason"]))}
            for value, row in zip(
                records(LAYERS["unlocated"], layers.unlocated),
                layers.rows("unlocated"),
                strict=True,
            )
        ],
    }


def _said(value: dict[str, Any], row: Row) -> dict[str, Any]:
    return {
        "row": {key: item for key, item in row.as_json().items() if key not in ("places", "years")},
        "name": value["name"],
        "roman": roman(value["name"]),
        "members": value["members"] or "",
        "before": value["evidence_prefix"] or "",
        "quote": value["evidence_exact"],
        "after": value["evidence_suffix"] or "",
        "section": value["section"] or "",
    }


def _claim(
    value: dict[str, Any], row: Row, shape: int | None, shift: tuple[int, int]
) -> dict[str, Any]:
    return {
        **_said(value, row),
        "at": [value["lat"], value["lon"]],
        "shift": shift,
        "radius": value["uncertainty_m"],
        "shape": shape,
        "wide": value["precision"] in WIDE,
        "facts": _facts(value),
    }


def _facts(value: dict[str, Any]) -> list[tuple[Pair, Pair]]:
    """What the popup tells beside the quote, title and text: only what there is."""
    target = value["target_quote"] and f"{value['target_scope']}：{value['target_quote']}"
    texts = {**value, "target": target}
    facts = ((key, texts.get(key)) for key in wording.FACTS)
    return [
        (wording.FACTS[key], _reach(value) if key == "precision" else (str(text), str(text)))
        for key, text in facts
        if text
    ]


def _reach(value: dict[str, Any]) -> Pair:
    """How precise a place is: county, radius, stated."""
    radius = value["uncertainty_m"] and f"{value['uncertainty_m'] / 1000:g} km"
    words = zip(
        _both(vocabulary.PRECISIONS, value["precision"]),
        (radius and f"半径 {radius}", radius and f"radius {radius}"),
        _both(vocabulary.BASES, value["basis"]),
        strict=True,
    )
    chinese, english = (filter(None, part) for part in words)
    return "，".join(chinese), ", ".join(english)


def _both(terms: Mapping[str, Term], code: str) -> Pair:
    """A code's words in both languages."""
    return vocabulary.word(terms, code), vocabulary.word(terms, code, english=True)


def account(layers: Layers) -> list[tuple[Pair, Pair]]:
    """The account of the file: titles and texts, those of one title joined."""
    found: dict[str, list[str]] = {key: [] for key in wording.ACCOUNT}
    for key, text in about(layers, "claims", "unlocated").pairs():
        if key in found:
            found[key].append(text)
    both = {key: ("；".join(texts), "; ".join(texts)) for key, texts in found.items()}
    both["filter"] = layers.filter.describe(), layers.filter.describe(english=True)
    return [(wording.ACCOUNT[key], text) for key, text in both.items()]


def fan(points: list[tuple[Any, Any]]) -> list[tuple[int, int]]:
    """Pixel offsets that set claims of one point in rings round it, in their order.

    >>> fan([(120.0, 30.0)]), fan([(120.0, 30.0)] * 2)[1]
    ([(0, 0)], (15, 0))
    """
    seen: Counter[tuple[Any, Any]] = Counter()
    offsets = []
    for point in points:
        index = seen[point]
        seen[point] += 1
        ring = 0 if index == 0 else 1 + (index - 1) // 6
        turn = pi / 3 * ((index - 1) % 6) + ring * 0.4 - 0.4
        offsets.append((round(ring * RING_PX * cos(turn)), round(ring * RING_PX * sin(turn))))
    return offsets
