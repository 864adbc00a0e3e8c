"""Run every benchmark, or those named: `python -m benchmarks [reader] [page] [export]`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NAMES = ("reader", "page", "export")


def main(names: list[str]) -> int:
    """Each in a process of its own, so that none is timed with another's memory."""
    wrong = [name for name in names if name not in NAMES]
    if wrong:
        print(f"error: expected {', '.join(NAMES)}, got {', '.join(wrong)}", file=sys.stderr)
        return 2
    root = Path(__file__).parents[1]
    failed = []
    for name in names or NAMES:
        print(f"== {name}", file=sys.stderr)
        run = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=root)
        failed += [name] if run.returncode else []
    if failed:
        print(f"error: these benchmarks failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
