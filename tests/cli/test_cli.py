"""The command line as its contract says: data on stdout, one line on stderr, 0 or 2."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "data" / "plans"
SHAOXING = PLANS / "shaoxing-2011-2015.txt"
ELSEWHERE = {
    "plain": {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"},
    "far": {"LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "2"},
    "latin": {"PYTHONIOENCODING": "latin-1", "TZ": "America/Los_Angeles", "LANG": "de_DE"},
}

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def jiqun(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT, **env: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "layers.cli", *map(str, arguments)]
    return subprocess.run(
        command, input=stdin, capture_output=True, cwd=cwd, env=environment(**env), check=False
    )


def refused(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one line of a refusal."""
    assert done.returncode == 2, done.stderr.decode()
    assert done.stdout == b""
    lines = done.stderr.decode("utf8").splitlines()
    assert len(lines) == 1 and lines[0].startswith("error: "), lines
    assert "Traceback" not in lines[0]
    return lines[0]


def test_extract_gives_claims_then_targets_in_order() -> None:
    done = jiqun("extract", SHAOXING)
    assert (done.returncode, done.stderr) == (0, b"")
    records = [json.loads(line) for line in done.stdout.decode("utf8").splitlines()]
    kinds = [record["type"] for record in records]
    assert kinds == sorted(kinds) and set(kinds) == {"claim", "target"}
    text = SHAOXING.read_bytes().decode("utf8")
    for kind in ("claim", "target"):
        starts = [r["evidence"]["start"] for r in records if r["type"] == kind]
        assert starts == sorted(starts)
    for record in records:
        quote = record["evidence"]
        assert text[quote["start"] : quote["end"]] == quote["exact"]
    assert len({record["id"] for record in records}) == len(records)


def test_numbers_are_written_as_they_read() -> None:
    done = jiqun("extract", SHAOXING)
    line = next(x for x in done.stdout.decode().splitlines() if '"value": 1362' in x)
    assert '"value": 1362,' in line and '"value_base": 136200000000,' in line


def test_a_plan_may_come_on_standard_input() -> None:
    piped = jiqun("extract", "-", stdin=SHAOXING.read_bytes())
    lines = [json.loads(line) for line in piped.stdout.splitlines()]
    assert lines[0]["plan"] == "stdin"
    assert len(lines) == len(jiqun("extract", SHAOXING).stdout.splitlines())


def test_csv_is_one_table_with_every_record() -> None:
    done = jiqun("extract", SHAOXING, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf8"), newline="")))
    records = [json.loads(line) for line in jiqun("extract", SHAOXING).stdout.splitlines()]
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    assert rows[0]["evidence_exact"] == records[0]["evidence"]["exact"]
    assert rows[0]["member_codes"] == "；".join(m["code"] for m in records[0]["members"])


def test_options_say_what_the_document_does_not() -> None:
    text = "着力打造诸暨光伏产业集聚区。".encode()
    assert "--issued" in refused(jiqun("extract", "-", "--issuer", "330600", stdin=text))
    assert "--issuer" in refused(jiqun("extract", "-", "--issued", "2011", stdin=text))
    done = jiqun("extract", "-", "--issuer", "330600", "--issued", "2011-03", stdin=text)
    assert json.loads(done.stdout)["members"][0]["code"] == "330681"


@pytest.mark.parametrize("command", ["extract", "geocode", "export"])
def test_the_same_bytes_in_every_locale_and_time_zone(command: str, tmp_path: Path) -> None:
    def once(name: str, env: dict[str, str]) -> bytes:
        out = tmp_path / f"{name}.zip"
        arguments = {
            "extract": ("extract", SHAOXING),
            "geocode": ("geocode", "绍虞", "--as-of", "2011"),
            "export": ("export", "--out", out, "--plan", "shaoxing-2011-2015"),
        }[command]
        done = jiqun(*arguments, **env)
        assert (done.returncode, done.stderr) == (0, b"")
        return out.read_bytes() if command == "export" else done.stdout

    results = {name: once(name, env) for name, env in ELSEWHERE.items()}
    assert len(set(results.values())) == 1
    assert len(results["plain"]) > 100


def test_command_line_page_and_python_give_the_same_bytes(tmp_path: Path) -> None:
    import layers

    done = jiqun("export", "--out", tmp_path / "a.gpkg", "--industry", "6,7", "--q", "光伏")
    assert (done.returncode, done.stderr) == (0, b"")
    chosen = layers.Filter.from_query("industry=6&industry=7&q=光伏")
    made = layers.export_layers(layers.build_layers(), "gpkg", chosen)
    assert made == (tmp_path / "a.gpkg").read_bytes()


def test_geocode_answers_with_one_feature() -> None:
    done = jiqun("geocode", "绍兴县", "--as-of", "2011")
    assert (done.returncode, done.stderr) == (0, b"")
    feature = json.loads(done.stdout)
    assert feature["properties"]["code"] == "330621"
    assert feature["properties"]["code_today"] == "330603"
    assert feature["geometry"]["type"] in ("Polygon", "MultiPolygon")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("geocode", "绍兴县", "--as-of", "2017"), "柯桥区", id="expired"),
        pytest.param(("geocode", "鼓楼区"), "--within", id="several"),
        pytest.param(("geocode", "没有这个地方"), "gazetteer", id="unknown-name"),
        pytest.param(("geocode", "绍兴", "--as-of", "去年"), "YYYY", id="date"),
        pytest.param(("geocode", "绍兴", "--within", "999999"), "999999", id="unknown-code"),
        pytest.param(("extract", "no-such-plan.txt"), "no-such-plan.txt", id="no-file"),
        pytest.param(("extract", str(PLANS)), "folder", id="folder"),
        pytest.param(("extract", str(SHAOXING), "--issuer", "12"), "12", id="issuer"),
        pytest.param(("extract", str(SHAOXING), "--issued", "soon"), "soon", id="issued"),
        pytest.param(("extract", str(SHAOXING), "--format", "xml"), "jsonl", id="format"),
        pytest.param(("export", "--out", "x.shp"), ".gpkg", id="shapefile"),
        pytest.param(("export", "--out", "x.doc"), ".geojson", id="ending"),
        pytest.param(("export", "--out", "x.csv", "--kind", "park"), "--kind", id="kind"),
        pytest.param(("export", "--out", "x.csv", "--place", "110000"), "--place", id="place"),
        pytest.param(("export", "--out", "x.csv", "--plan", "p"), "shaoxing-2011", id="plan"),
        pytest.param(("export", "--out", "x.fgb", "--layer", "targets"), "geometry", id="layer"),
        pytest.param(("export", "--out", "no/folder/x.csv"), "folder", id="no-folder"),
        pytest.param(("diff", "nowhere", "nowhere"), "jiqun build", id="no-build"),
        pytest.param(("app", "--port", "0"), "port", id="port-0"),
        pytest.param(("app", "--port", "x"), "--port", id="port-word"),
        pytest.param(("fly",), "extract", id="command"),
        pytest.param((), "COMMAND", id="nothing"),
        pytest.param(("extract",), "FILE", id="no-argument"),
    ],
)
def test_a_refusal_is_one_line(arguments: tuple[str, ...], said: str) -> None:
    assert said in refused(jiqun(*arguments))
    assert not list(ROOT.glob("x.*"))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \r\n\xe3\x80\x80", id="white-space"),
        pytest.param(os.urandom(4096), id="noise"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", id="pdf"),
        pytest.param(b"PK\x03\x04" + b"\0" * 60, id="docx"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 60, id="png"),
    ],
)
def test_what_is_no_plan_is_refused(content: bytes) -> None:
    refused(jiqun("extract", "-", stdin=content))


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("export", "--help")])
def test_help_and_version_go_to_stdout(arguments: tuple[str, ...]) -> None:
    done = jiqun(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"jiqun" in done.stdout


@pytest.mark.parametrize("arguments", [("extract", str(SHAOXING)), ("geocode", "袍江")])
def test_quick_commands_load_nothing_slow(arguments: tuple[str, ...]) -> None:
    """They must answer in a second: pandas alone takes half of it."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "layers.cli", *arguments],
        capture_output=True,
        cwd=ROOT,
        env=environment(),
        check=False,
    )
    assert done.returncode == 0
    loaded = set(re.findall(r"\| +(\w+)$", done.stderr.decode(), re.MULTILINE))
    assert "layers" in loaded or "argparse" in loaded
    assert not loaded & {"pandas", "geopandas", "pyogrio", "streamlit", "folium", "pandera"}


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f'"{sys.executable}" -m layers.cli extract "{SHAOXING}" | head -c 10'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        cwd=ROOT,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_interrupt_is_quiet() -> None:
    started = subprocess.Popen(
        [sys.executable, "-m", "layers.cli", "extract", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
        # A shell's background job ignores SIGINT and hands that on to its children.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    assert started.stdin is not None
    started.stdin.write(b"x")
    started.stdin.flush()
    time.sleep(1.5)
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=20)
    assert (started.returncode, out, err) == (130, b"", b"")


def test_a_port_in_use_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert str(port) in refused(jiqun("app", "--port", str(port)))


def test_a_build_replaces_a_build_and_nothing_else(tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "mine"
    first = jiqun("build", "--out", out)
    assert (first.returncode, first.stderr) == (0, b"")
    assert b"claims\t" in first.stdout
    for plan in PLANS.glob("*.txt"):
        length = len(plan.read_bytes().decode("utf8"))
        assert f"plan\t{plan.stem}\tutf-8\t{length} characters\n".encode() in first.stdout
    (out / "jiqun.gpkg-wal").write_text("left by QGIS")
    assert jiqun("build", "--out", out).returncode == 0
    assert not (out / "jiqun.gpkg-wal").exists()
    (out / "map.qgz").write_text("work")
    assert "map.qgz" in refused(jiqun("build", "--out", out))
    (out / "map.qgz").unlink()
    other.mkdir()
    (other / "thesis.doc").write_text("work")
    (other / "datapackage.json").write_text('{"name": "another", "resources": []}')
    assert "thesis.doc" in refused(jiqun("build", "--out", other))
    assert (other / "thesis.doc").read_text() == "work"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine", "out"]
    assert jiqun("diff", out, out).stdout.decode() == "没有差别 no difference\n"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code and data in a path with spaces and Chinese characters."""
    folder = tmp_path_factory.mktemp("目录 with spaces") / "集群"
    for part in ("geo", "layers", "data"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_it_works_from_any_path(checkout: Path) -> None:
    done = jiqun("export", "--out", checkout / "图.geojson", cwd=checkout, PYTHONPATH=str(checkout))
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads((checkout / "图.geojson").read_bytes())["features"]) > 50


@pytest.mark.parametrize("change", ["missing", "changed"])
@pytest.mark.parametrize(
    ("file", "arguments"),
    [
        pytest.param("gazetteer/units.csv", ("geocode", "绍兴市"), id="geocode"),
        pytest.param("gazetteer/zones.csv", ("extract", str(SHAOXING)), id="extract"),
        pytest.param("taxonomy/words.toml", ("build", "--out", "out"), id="build"),
    ],
)
def test_every_command_refuses_other_data(
    checkout: Path, change: str, file: str, arguments: tuple[str, ...]
) -> None:
    path = checkout / "data" / file
    content = path.read_bytes()
    try:
        path.unlink()
        if change == "changed":
            path.write_bytes(content + b"\n")
        line = refused(jiqun(*arguments, cwd=checkout, PYTHONPATH=str(checkout)))
    finally:
        path.write_bytes(content)
    assert file in line and change in line
    assert not (checkout / "out").exists()


@pytest.mark.parametrize("change", ["missing", "changed"])
def test_data_are_held_against_their_hashes(checkout: Path, tmp_path: Path, change: str) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(checkout, folder)
    file = folder / "data" / "plans" / SHAOXING.name
    if change == "missing":
        file.unlink()
    else:
        file.write_text(file.read_text(encoding="utf8") + "。", encoding="utf8")
    line = refused(jiqun("build", "--out", tmp_path / "out", cwd=folder, PYTHONPATH=str(folder)))
    assert "shaoxing-2011-2015.txt" in line and change in line
    assert not (tmp_path / "out").exists()
