"""The `jiqun` command: argument parsing, exit status and the two streams.

stdout holds data only, in UTF-8 whatever the locale; stderr one line starting
`error: ` when something is unusable (exit 2). The commands themselves stand in
`layers.commands` and import what they need when they run, so that `extract` and
`geocode` never pay for pandas or streamlit.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from layers import commands
from layers.errors import JiqunError

DONE, UNUSABLE, INTERRUPTED = 0, 2, 130

DESCRIPTION = """\
Chinese industrial plans as map layers in which every feature leads to its sentence.

  jiqun extract PLAN.txt > records.jsonl       what a plan says, as JSON Lines
  jiqun geocode 绍兴县 --as-of 2011             one place, as it was on a date
  jiqun build --out out                        all shipped plans to all layers
  jiqun export --out claims.gpkg --industry 6  one file of the filtered layers
  jiqun diff out-old out                       what changed between two builds
  jiqun app                                    the map in the browser
"""
FILTER_HELP = "repeat an option, or join values with commas, to allow several"


class _Parser(argparse.ArgumentParser):
    """Argparse with the contract's one-line error."""

    def error(self, message: str) -> NoReturn:
        line = " ".join(message.split())
        raise JiqunError(f"{line}", f"`{self.prog} --help` shows the arguments")


class _Version(argparse.Action):
    """Prints the release; asks for it only then, for the question takes 0.1 s."""

    def __call__(self, *_: object, **__: object) -> NoReturn:
        from layers.provenance import release

        print(f"jiqun {release()}")
        raise SystemExit(DONE)


def parser() -> argparse.ArgumentParser:
    """The whole command line as a parser; `command` holds the function to run."""
    top = _Parser(
        prog="jiqun",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the release and exit")
    sub = top.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    for add in (_extract, _geocode, _build, _export, _diff, _app):
        add(sub)
    return top


if TYPE_CHECKING:
    _Sub = argparse._SubParsersAction["_Parser"]


def _command(
    sub: _Sub, name: str, run: Callable[[argparse.Namespace], bytes], text: str
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = sub.add_parser(
        name, help=text, description=text, allow_abbrev=False
    )
    made.set_defaults(command=run)
    return made


def _extract(sub: _Sub) -> None:
    text = "one plan text to claims and targets, on standard output"
    made = _command(sub, "extract", commands.extract, text)
    made.add_argument("file", metavar="FILE", help="the plan's text, or - for standard input")
    made.add_argument("--issuer", metavar="CODE", help="who issued it, a GB/T 2260 code: 330600")
    made.add_argument("--issued", metavar="DATE", help="when: YYYY, YYYY-MM or YYYY-MM-DD")
    made.add_argument("--format", choices=("jsonl", "csv"), default="jsonl", help="default: jsonl")
    made.add_argument(
        "--ledger",
        metavar="OUT",
        help="also write every amount and place name of the text with the record that used it",
    )


def _geocode(sub: _Sub) -> None:
    text = "a place name to one GeoJSON Feature, as the place was on a date"
    made = _command(sub, "geocode", commands.geocode, text)
    made.add_argument("name", metavar="NAME", help="绍兴县, 绍虞, 袍江, 沿曹娥江, …")
    made.add_argument("--within", metavar="CODE", help="only places in this unit: 330600")
    made.add_argument("--as-of", metavar="DATE", help="the date: YYYY, YYYY-MM or YYYY-MM-DD")


def _build(sub: _Sub) -> None:
    text = "all plans in data/plans to all layers, as a data package with provenance"
    made = _command(sub, "build", commands.build, text)
    made.add_argument("--out", metavar="DIR", default="out", help="folder to write (default: out)")


def _export(sub: _Sub) -> None:
    text = "one file of the filtered layers; the format follows the file's ending"
    made = _command(sub, "export", commands.export, text)
    made.add_argument("--out", metavar="FILE", required=True, help=commands.ENDINGS_HELP)
    made.add_argument(
        "--layer",
        metavar="NAME",
        help="claims (default), targets, units, lines or unlocated, for formats of one layer",
    )
    group = made.add_argument_group("filters", FILTER_HELP)
    for option, metavar, meaning in commands.FILTER_OPTIONS:
        group.add_argument(f"--{option}", metavar=metavar, action="append", help=meaning)


def _diff(sub: _Sub) -> None:
    text = "which features and targets came, went or changed between two builds, in words"
    made = _command(sub, "diff", commands.diff, text)
    made.add_argument("old", metavar="OLD", help="folder of the older build")
    made.add_argument("new", metavar="NEW", help="folder of the newer build")


def _app(sub: _Sub) -> None:
    made = _command(sub, "app", commands.app, "the map in the browser, on the embedded data")
    made.add_argument("--port", metavar="N", type=int, default=8501, help="default: 8501")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `jiqun` with these arguments (default: those of the process).

    Returns the exit status: 0 done, 2 unusable input or argument, 130 interrupted.
    """
    try:
        return _answer(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output left (`| head`): nothing to report, and nothing
        # more must be flushed to it when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _answer(argv: Sequence[str]) -> int:
    _speak_utf8()
    try:
        arguments = parser().parse_args(argv)
        output: bytes = arguments.command(arguments)
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as fault:
        return _refuse(fault)
    sys.stdout.buffer.write(output)
    sys.stdout.buffer.flush()
    return DONE


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _refuse(fault: Exception) -> int:
    """One line for people; the traceback only for those who ask for it."""
    if os.environ.get("JIQUN_TRACEBACK"):
        raise fault
    print(f"error: {_line(fault)}", file=sys.stderr)
    return UNUSABLE


def _line(fault: Exception) -> str:
    if isinstance(fault, JiqunError) or commands.expected(fault):
        return " ".join(str(fault).split())
    if isinstance(fault, OSError):
        reason = fault.strerror or type(fault).__name__
        return (
            f"{reason}: {fault.filename or '(no file named)'}; check the path and its permissions"
        )
    text = " ".join(str(fault).split())
    return (
        f"a fault inside jiqun, not in your input: {type(fault).__name__}: {text}; "
        "set JIQUN_TRACEBACK=1 and send what it prints with the input to the project's issues"
    )


if __name__ == "__main__":
    sys.exit(main())
