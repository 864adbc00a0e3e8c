"""One tool on the two plans, in a process of its own: what it finds, how fast, how much memory.

`python -m benchmarks.reader.measure TOOL` prints one JSON object: `load_s` (imports,
tables and one sentence), `seconds` and `characters` of the timed runs over the two
plans, `peak_mib`, and `found`: for each plan a list of [start, end, codes]. Seconds
are of processor time, all threads together, so that a busy machine does not count.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.reader.annotations import Annotated, plans
from benchmarks.reader.peers import PEERS
from benchmarks.reader.provinces import PROVINCES
from benchmarks.reader.texts import spans

RUNS = 5
"""Timed runs over the two plans; the median counts."""

LONG = 2_000_000
"""Characters of the long text, made of the two plans over and over."""

JIQUN = "Jiqun"


def main(tool: str) -> dict[str, Any]:
    """Measure one tool."""
    return _jiqun() if tool == JIQUN else _peer(tool)


def _peer(tool: str) -> dict[str, Any]:
    began = time.process_time()
    find = PEERS[tool]()
    find(["浙江省杭州市"], "浙江省", 2017)
    load = time.process_time() - began

    def units(plan: Annotated) -> list[tuple[int, int, list[str]]]:
        where, text = spans(plan.text), plan.text
        sentences = [text[a:b].replace("\n", "").replace(" ", "") for a, b in where]
        found = find(sentences, PROVINCES[plan.issuer[:2]], int(plan.issued[:4]))
        return [(a, b, sorted(codes)) for (a, b), codes in zip(where, found, strict=True)]

    return {"load_s": load, **_timed(units, units)}


def _jiqun() -> dict[str, Any]:
    began = time.process_time()
    from benchmarks.reader.chain import Chain

    chain = Chain.loaded()
    load = time.process_time() - began
    measured = {"load_s": load, **_timed(chain.records, chain.units)}
    return {**measured, "long": _long(chain), "stages": chain.stages(plans())}


def _timed(run: Callable[[Annotated], Any], units: Callable[[Annotated], Any]) -> dict[str, Any]:
    """`run` is the work that is timed, `units` says what it found."""
    two = plans()
    seconds = []
    for _ in range(RUNS):
        began = time.process_time()
        for plan in two:
            run(plan)
        seconds.append(time.process_time() - began)
    found = {plan.id: units(plan) for plan in two}
    return {
        "seconds": statistics.median(seconds),
        "characters": sum(len(plan.text) for plan in two),
        "peak_mib": _peak_mib(),
        "found": found,
    }


def _long(chain: Any) -> dict[str, float]:
    """The whole chain on one long text: the Zhejiang plan, then Shaoxing's, repeated."""
    once = "\n".join(plan.text for plan in plans()) + "\n"
    text = once * (LONG // len(once) + 1)
    began = time.process_time()
    records = chain.read(text.encode(), "330000", "2017-09")
    seconds = time.process_time() - began
    return {
        "characters": len(text),
        "seconds": seconds,
        "records": records,
        "peak_mib": _peak_mib(),
    }


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1]), ensure_ascii=False))
