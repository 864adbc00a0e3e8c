"""The page `docs/accuracy.md`: its prose from a template, its tables from the measurements."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from benchmarks.reader import agreement
from benchmarks.reader.agreement import CLAIM_FIELDS, TARGET_FIELDS, Agreement
from benchmarks.reader.annotations import Annotated, plans
from benchmarks.reader.chain import Chain
from benchmarks.reader.measure import JIQUN
from benchmarks.reader.places import Tally, tally

TEMPLATE = Path(__file__).with_name("accuracy.template.md")

Measured = Mapping[str, Mapping[str, Any]]


def page(measured: Measured) -> str:
    """The whole page."""
    chain = Chain.loaded()
    two = plans()
    read = {text.id: chain.records(text) for text in two}
    claims = total(agreement.claims(text, read[text.id][0]) for text in two)
    targets = total(agreement.targets(text, read[text.id][1]) for text in two)
    values = {
        "agreement": agreed(claims, targets),
        "claim_fields": _fields(CLAIM_FIELDS, claims),
        "target_fields": _fields(TARGET_FIELDS, targets),
        "evidence": _evidence(two, read),
        "plan_faults": _plan_faults(claims, targets),
        "annotated": sum(len(text.claims) + len(text.targets) for text in two),
        "peers": _peers(measured, chain, two),
        "peer_speed": _peer_speed(measured),
        **_speed(measured),
    }
    return Template(TEMPLATE.read_text(encoding="utf8")).substitute(values)


def total(found: Iterable[Agreement]) -> Agreement:
    """The agreement over several texts."""
    return sum(found, Agreement())


def agreed(claims: Agreement, targets: Agreement) -> str:
    """The table of rows found and records that are false."""
    rows = [
        (what, a.required, a.found, a.extra, a.recall, a.precision, a.f1)
        for what, a in (("claims", claims), ("numbers", targets))
    ]
    head = ("", "rows", "found", "false", "recall", "precision", "F1")
    return _table(head, rows)


def _fields(fields: Iterable[str], found: Agreement) -> str:
    return _table(("field", "right"), [(name, found.share(name)) for name in fields])


def _evidence(texts: Sequence[Annotated], read: Mapping[str, Any]) -> str:
    wrong = total = 0
    for text in texts:
        whole = text.text
        for record in (*read[text.id][0], *read[text.id][1]):
            quote = record["evidence"]
            wrong += whole[quote["start"] : quote["end"]] != quote["exact"]
            total += 1
    return f"{total - wrong} of {total}"


def _plan_faults(claims: Agreement, targets: Agreement) -> str:
    """Every row of the two plans that was missed, invented or wrong in a field."""
    lines = [f"not found: {_row(row)} ({id})" for id, row in (*claims.misses, *targets.misses)]
    lines += [f"too many: {_short(r['evidence']['exact'])} ({id})" for id, r in claims.extras]
    lines += [f"too many: {_short(r['evidence']['exact'])} ({id})" for id, r in targets.extras]
    slips = (*claims.slips, *targets.slips)
    lines += [_slip(name, row, record) for _, name, row, record in slips]
    return "\n".join(f"* {line}" for line in lines) or "* None."


def _slip(name: str, row: Any, record: Mapping[str, Any]) -> str:
    wanted, got = _plain(getattr(row, name)), _plain(_got(name, record))
    return f"{name} of {_row(row)}: annotated {wanted}, read {got}"


def _row(row: Any) -> str:
    return f"{getattr(row, 'name', None) or row.indicator}, “{_short(row.quote)}”"


def _got(name: str, record: Mapping[str, Any]) -> Any:
    value = record[name]
    return [m["name"] for m in value] if name == "scope" else value


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "、".join(map(str, value)) or "nothing"
    return "nothing" if value in (None, "") else str(value)


def _short(quote: str, limit: int = 40) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= limit else flat[:limit] + "…"


def _peers(measured: Measured, chain: Chain, texts: Sequence[Annotated]) -> str:
    return _peer_table({tool: _tally(m, chain, texts) for tool, m in measured.items()})


def _tally(measured: Mapping[str, Any], chain: Chain, texts: Sequence[Annotated]) -> Tally:
    found = measured["found"]
    return sum((tally(t, found[t.id], chain.gazetteer) for t in texts), Tally())


def _peer_table(tallies: Mapping[str, Tally]) -> str:
    head = (
        "",
        "units right",
        "of",
        "share",
        "precision",
        "sentences wholly right",
        "other province",
    )
    rows = [
        (tool, t.found, t.needed, t.recall, t.precision, f"{t.whole}/{t.groups}", len(t.abroad))
        for tool, t in tallies.items()
    ]
    return _table(head, rows)


def _peer_speed(measured: Measured) -> str:
    own = _rate(measured[JIQUN])
    head = ("", "characters a second", "Jiqun is faster by", "load, s", "peak memory, MiB")
    rows = [
        (
            tool,
            f"{_rate(m):,.0f}",
            "" if tool == JIQUN else f"{own / _rate(m):.1f} ×",
            f"{m['load_s']:.2f}",
            f"{m['peak_mib']:.0f}",
        )
        for tool, m in measured.items()
    ]
    return _table(head, rows)


def _rate(measured: Mapping[str, Any]) -> float:
    return measured["characters"] / measured["seconds"]


def _speed(measured: Measured) -> dict[str, str]:
    own = measured[JIQUN]
    long, stages = own["long"], own["stages"]
    spent = sum(stages.values())
    return {
        "long_characters": f"{long['characters']:,}",
        "long_seconds": f"{long['seconds']:.1f}",
        "long_rate": f"{long['characters'] / long['seconds']:,.0f}",
        "long_records": f"{long['records']:,}",
        "long_peak": f"{long['peak_mib']:.0f}",
        "stages": ", ".join(f"{name} {seconds / spent:.0%}" for name, seconds in stages.items()),
        "load": f"{own['load_s']:.2f}",
        "python": platform.python_version(),
        "cores": str(os.cpu_count()),
    }


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join(lines)


def _cell(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value).replace("|", "\\|")
