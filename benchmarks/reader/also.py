"""Figures for annotated texts outside the tree: only counts are printed, never their words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.reader import agreement, report
from benchmarks.reader.annotations import Annotated, ClaimRow, TargetRow, annotated, lines
from benchmarks.reader.chain import Chain


def figures(folder: Path) -> str:
    """The table of agreement over all texts of a folder, with their number above it."""
    given, chain = texts(folder), Chain.loaded()
    read = [chain.records(text) for text in given]
    claims = report.total(
        agreement.claims(text, found) for text, (found, _) in zip(given, read, strict=True)
    )
    targets = report.total(
        agreement.targets(text, found) for text, (_, found) in zip(given, read, strict=True)
    )
    return f"{len(given)} texts\n\n{report.agreed(claims, targets)}"


def texts(folder: Path) -> tuple[Annotated, ...]:
    """The texts of a folder in either of the formats of `tests/annotations/README.md`."""
    if (folder / "index.jsonl").exists():
        return _indexed(folder)
    if (folder / "sources.toml").exists():
        entries = tomllib.loads((folder / "sources.toml").read_text(encoding="utf8"))["text"]
        return tuple(
            annotated(e["id"], folder / f"{e['id']}.txt", e["issuer"], e["issued"], folder)
            for e in entries
        )
    raise FileNotFoundError(f"expected index.jsonl or sources.toml in {folder}, found neither")


def _indexed(folder: Path) -> tuple[Annotated, ...]:
    claims, targets = [*lines(folder / "places.jsonl")], [*lines(folder / "targets.jsonl")]
    return tuple(
        Annotated(
            entry["slug"],
            folder / entry["text"],
            entry["issuer"],
            entry["issued"],
            tuple(_claim(r) for r in claims if r["plan"] == entry["slug"]),
            tuple(_target(r) for r in targets if r["plan"] == entry["slug"]),
        )
        for entry in lines(folder / "index.jsonl")
    )


def _claim(given: Mapping[str, Any]) -> ClaimRow:
    codes = tuple(given["codes"])
    return ClaimRow(
        start=given["start"],
        end=given["end"],
        quote=given["quote"],
        name=given["name"],
        name_also=(),
        kind=given["kind"],
        kind_also=(),
        status=given["status"],
        status_also=(),
        industry=given["industry"],
        industry_also=(),
        focus=tuple(given["focus"]),
        basis=given["location_basis"],
        codes=codes,
        codes_also=tuple(code for code in given["codes_accept"] if code not in codes),
        optional=given["optional"],
    )


def _target(given: Mapping[str, Any]) -> TargetRow:
    year = given["year"]
    return TargetRow(
        start=given["start"],
        end=given["end"],
        quote=given["quote"],
        industry=given["industry"],
        industry_also=(),
        indicator=given["indicator"],
        indicator_also=(),
        subject=given["subject"],
        comparator=given["comparator"],
        comparator_also=(),
        modality=given["modality"],
        value=given["value"],
        value_max=given["value_max"],
        unit=given["unit"],
        unit_also=(),
        value_base=given["value_base"],
        unit_base="",
        year=tuple(year) if isinstance(year, list) else year,
        year_also=(),
        scope=tuple(given["scope"]),
        threshold=given["threshold"],
        additive=None,
        optional=given["optional"],
    )
