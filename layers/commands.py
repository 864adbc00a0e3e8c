"""What each `jiqun` command does: arguments in, the bytes for stdout out.

Every command works out its whole answer before anything is written, so that a
refusal leaves nothing half-done. Libraries that are slow to load are imported
inside the command that needs them.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from layers.errors import BadArgument, JiqunError

if TYPE_CHECKING:
    from layers.build import Layers
    from layers.reader import Reading

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app.py"

FILTER_OPTIONS: tuple[tuple[str, str, str], ...] = (
    ("plan", "ID", "plans: shaoxing-2011-2015"),
    ("industry", "CLASS", "national classes: 1 to 9, 0 (cross-industry), x (other)"),
    ("heading", "WORDS", "the plan's own industry headings: 新材料"),
    ("kind", "KIND", "agglomeration_area, base, zone, …"),
    ("status", "STATUS", "existing or planned"),
    ("basis", "BASIS", "stated, inferred or none"),
    ("place", "CODE", "units of the plan's date, with everything inside them: 330681"),
    ("q", "TEXT", "in name, focus or quote; pinyin initials work too"),
    ("from", "YEAR", "targets from this year on"),
    ("to", "YEAR", "targets up to this year"),
    ("view", "VIEW", "what a plan's view shows: zhejiang, shaoxing, … (as in the link)"),
)
ENDINGS_HELP = (
    "file to write: .geojson .gpkg .parquet .fgb .kml .csv .xlsx .topojson .html .zip (everything)"
)


def expected(fault: Exception) -> bool:
    """Whether our own code raised this to say that an input is unusable."""
    return type(fault).__module__.split(".")[0] in ("geo", "layers")


def extract(arguments: argparse.Namespace) -> bytes:
    """`jiqun extract`: the plan's claims, then its targets, as JSON Lines or CSV."""
    from layers.lines import as_csv, as_lines

    reading = _read(arguments.file, arguments.issuer, arguments.issued)
    form = as_csv if arguments.format == "csv" else as_lines
    output = form(reading.claims, reading.targets)
    if arguments.ledger:
        _write_ledger(reading, Path(arguments.ledger))
    return output


def _read(file: str, issuer: str | None, issued: str | None) -> Reading:
    from layers.library import read_bytes, source_bytes

    name = "stdin" if file == "-" else os.fsencode(Path(file).stem).decode("utf8", "replace")
    return read_bytes(source_bytes(file), name, issuer, issued, where=file)


def _write_ledger(reading: Reading, path: Path) -> None:
    from layers.ledger import audit
    from layers.writing import write

    write(path, audit(reading).as_lines().encode())


def geocode(arguments: argparse.Namespace) -> bytes:
    """`jiqun geocode`: one GeoJSON Feature."""
    from geo.feature import feature
    from geo.geocode import geocode as find
    from layers.library import shipped_gazetteer
    from layers.lines import as_text

    gazetteer = shipped_gazetteer()
    place = find(gazetteer, arguments.name, as_of=arguments.as_of, within=arguments.within)
    return as_text(feature(gazetteer, place, as_of=arguments.as_of))


def build(arguments: argparse.Namespace) -> bytes:
    """`jiqun build`: the data package; rows a layer, how each plan was read and the ledger's
    totals go to stdout."""
    _verify()
    from layers.build import shipped
    from layers.library import read_folder
    from layers.package import write_package
    from layers.writing import check_own

    check_own(Path(arguments.out))
    readings = read_folder()
    written = write_package(shipped(readings), Path(arguments.out))
    return "".join([written, *map(_as_read, readings), *map(_ledger_totals, readings)]).encode()


def _as_read(reading: Reading) -> str:
    """The encoding that a plan's file was found in, and its length."""
    plan = reading.plan
    return f"plan\t{plan.id}\t{plan.encoding}\t{len(plan.text)} characters\n"


def _ledger_totals(reading: Reading) -> str:
    """What became of the amounts and place names of a plan, a line a reason that occurs."""
    from layers.ledger import audit

    totals = audit(reading).totals()
    return "".join(
        f"ledger\t{reading.plan.id}\t{reason}\t{amounts} amounts\t{names} names\n"
        for reason, (amounts, names) in totals.items()
        if amounts or names or reason == "unread"
    )


def export(arguments: argparse.Namespace) -> bytes:
    """`jiqun export`: one file of the filtered layers."""
    from layers.export import check_layer, format_of
    from layers.export import export as write_file
    from layers.filters import Filter
    from layers.writing import check_file

    # What is wrong with the arguments is told before a second goes into building.
    check_layer(format_of(arguments.out), arguments.layer)
    if not Path(arguments.out).suffix:
        raise BadArgument("--out", arguments.out, f"a file such as claims.{arguments.out}")
    check_file(Path(arguments.out))
    chosen = Filter.from_options(vars(arguments))
    write_file(_layers(), arguments.out, chosen, layer=arguments.layer)
    return b""


def _verify() -> None:
    """Hold all data against their hashes, before the reader's modules load their words."""
    from layers import provenance

    provenance.verify(provenance.inputs(provenance.entries()))


def _layers() -> Layers:
    _verify()
    from layers.build import shipped

    return shipped()


def diff(arguments: argparse.Namespace) -> bytes:
    """`jiqun diff`: what changed between two builds, in words."""
    from layers.diff import compare

    return compare(Path(arguments.old), Path(arguments.new)).encode()


def app(arguments: argparse.Namespace) -> bytes:
    """`jiqun app`: serve the map until it is interrupted."""
    import subprocess

    _check_port(arguments.port)
    if not APP.exists():
        raise JiqunError(
            f"expected the page at {APP}, found none", "run `jiqun app` from a checkout of Jiqun"
        )
    # The page lays its files there; without the folder the server warns that it has none.
    (ROOT / "static").mkdir(exist_ok=True)
    options = {
        "server.port": str(arguments.port),
        "server.headless": "false" if _has_screen() else "true",
        "server.showEmailPrompt": "false",
        # Named, so that the server does not ask the network for its own address.
        "browser.serverAddress": "localhost",
    }
    flags = [part for key, value in options.items() for part in (f"--{key}", value)]
    command = [sys.executable, "-m", "streamlit", "run", str(APP), *flags]
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    if status > 0:
        raise JiqunError(f"the server ended with status {status}", "its own lines above say why")
    return b""


def _has_screen() -> bool:
    """Whether a browser can be opened for the person who typed the command."""
    if not sys.stdout.isatty():
        return False
    drawn = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return drawn or sys.platform in ("darwin", "win32")


def _check_port(port: int) -> None:
    import socket

    if not 1 <= port <= 65535:
        raise JiqunError(f"expected a port from 1 to 65535, got {port}", "try --port 8501")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the server will bind: a port in TIME_WAIT is free, a listening one is not.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))
        except OSError as fault:
            text = f"expected a free port, but {port} cannot be used ({fault.strerror})"
            raise JiqunError(text, f"try --port {port + 1 if port < 65535 else 8501}") from fault
