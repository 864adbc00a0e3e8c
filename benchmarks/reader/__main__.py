"""Measure the reader and its peers and write `docs/accuracy.md`.

`python -m benchmarks.reader [--peers PYTHON] [--out FILE] [--also FOLDER]`: PYTHON is an
interpreter that has the packages of `requirements/bench.txt` (default: this one). With
`--also` the reader's figures on the annotated texts of a folder outside the tree are
printed, and nothing is written.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.reader import also, report
from benchmarks.reader.annotations import ROOT
from benchmarks.reader.measure import JIQUN
from benchmarks.reader.peers import PEERS


def main() -> int:
    """Every tool in its own process, one after the other, then the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--peers", default=sys.executable, metavar="PYTHON")
    options.add_argument("--out", default=ROOT / "docs" / "accuracy.md", type=Path, metavar="FILE")
    options.add_argument("--also", type=Path, metavar="FOLDER")
    given = options.parse_args()
    if given.also:
        print(also.figures(given.also))
        return 0
    own = run(sys.executable, JIQUN)
    if own is None:
        return 1
    measured = {JIQUN: own, **{tool: run(given.peers, tool) for tool in PEERS}}
    text = report.page({tool: m for tool, m in measured.items() if m})
    given.out.write_text(text, encoding="utf8")
    print(f"wrote {given.out}", file=sys.stderr)
    return 0


def run(python: str, tool: str) -> dict[str, Any] | None:
    """What `measure` printed last (jionlp prints a greeting before), None where it failed."""
    command = [python, "-m", "benchmarks.reader.measure", tool]
    print(f"   {tool}", file=sys.stderr)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no message"])[-1]
        print(f"error: {tool} did not run: {reason}", file=sys.stderr)
        return None
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main())
