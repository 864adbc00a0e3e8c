"""Files as other people's programs read them: same rows, same words, same shapes."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely

from layers.build import Layers
from layers.errors import JiqunError
from layers.export import FORMATS, export
from layers.filters import Filter, apply
from layers.schema import LAYERS
from tests.layers import specimen

SPATIAL = [name for name, layer in LAYERS.items() if layer.geometry]


def written(layers: Layers, folder: Path, ending: str, layer: str | None = None) -> Path:
    path = folder / f"{layer or 'file'}.{ending}"
    path.write_bytes(export(layers, ending, layer=layer))
    return path


def same_rows(found: pd.DataFrame, frame: pd.DataFrame) -> None:
    """Every attribute and every geometry equal, in the same order."""
    left, right = found.reset_index(drop=True), frame.reset_index(drop=True)
    for column in right.columns.drop("geometry", errors="ignore"):
        ours = right[column].astype(object).where(right[column].notna(), None)
        theirs = left[column].astype(object).where(left[column].notna(), None)
        assert list(theirs) == list(ours), column
    if "geometry" in right:
        assert shapely.equals(left.geometry.to_numpy(), right.geometry.to_numpy()).all()


@pytest.mark.parametrize("which", ["layers", "real", "hostile"])
@pytest.mark.parametrize("layer", LAYERS)
def test_geopackage_round_trip(
    request: pytest.FixtureRequest, tmp_path: Path, which: str, layer: str
) -> None:
    made: Layers = request.getfixturevalue(which)
    path = written(made, tmp_path, "gpkg")
    same_rows(pyogrio.read_dataframe(path, layer=layer), getattr(made, layer))


@pytest.mark.parametrize("which", ["real", "hostile"])
def test_a_geopackage_has_the_claims_by_type(
    request: pytest.FixtureRequest, tmp_path: Path, which: str
) -> None:
    """What ArcGIS can open: one type a layer, together all claims, each once."""
    made: Layers = request.getfixturevalue(which)
    path = written(made, tmp_path, "gpkg")
    types = dict(pyogrio.list_layers(path))
    assert types["claims"] == "Unknown"
    parts = {
        "claims_points": "Point",
        "claims_lines": "MultiLineString",
        "claims_areas": "MultiPolygon",
    }
    assert {name: types[name] for name in parts} == parts
    frames = {name: pyogrio.read_dataframe(path, layer=name) for name in parts}
    for name, kind in parts.items():
        assert set(frames[name].geom_type) == {kind}
    together = pd.concat(frames.values()).set_index("id").loc[list(made.claims["id"])]
    same_rows(together.reset_index(), made.claims)
    alone = export(made, "gpkg", layer="claims")
    (tmp_path / "one.gpkg").write_bytes(alone)
    assert not set(parts) & {name for name, _ in pyogrio.list_layers(tmp_path / "one.gpkg")}


@pytest.mark.parametrize("which", ["real", "hostile"])
@pytest.mark.parametrize("layer", SPATIAL)
def test_flatgeobuf_round_trip(
    request: pytest.FixtureRequest, tmp_path: Path, which: str, layer: str
) -> None:
    """FlatGeobuf orders features by place, so rows are paired by id."""
    made: Layers = request.getfixturevalue(which)
    found = pyogrio.read_dataframe(written(made, tmp_path, "fgb", layer)).sort_values("id")
    same_rows(found, getattr(made, layer).sort_values("id"))


@pytest.mark.parametrize("which", ["real", "hostile"])
@pytest.mark.parametrize("layer", SPATIAL)
def test_geoparquet_round_trip(
    request: pytest.FixtureRequest, tmp_path: Path, which: str, layer: str
) -> None:
    made: Layers = request.getfixturevalue(which)
    found = gpd.read_parquet(written(made, tmp_path, "parquet", layer))
    assert found.crs.to_epsg() == 4326
    same_rows(found, getattr(made, layer))


def test_geoparquet_metadata_is_1_1_with_covering(real: Layers, tmp_path: Path) -> None:
    path = written(real, tmp_path, "parquet", "claims")
    metadata = pq.read_schema(path).metadata
    geo = json.loads(metadata[b"geo"])
    assert geo["version"] == "1.1.0"
    column = geo["columns"][geo["primary_column"]]
    assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    assert set(column["geometry_types"]) == set(real.claims.geom_type)
    assert column["bbox"] == pytest.approx(list(real.claims.total_bounds))
    inside = gpd.read_parquet(path, bbox=(120.2, 29.4, 120.5, 29.8))
    assert 0 < len(inside) < len(real.claims)
    field = pq.read_schema(path).field("uncertainty_m")
    assert field.metadata[b"unit"] == b"m"


@pytest.mark.parametrize("ending", ["geojson", "gpkg", "fgb", "kml", "topojson"])
def test_gdal_reads_it_and_writes_the_same_again(
    real: Layers, tmp_path: Path, gdal: Callable[..., str], ending: str
) -> None:
    path = written(real, tmp_path, ending)
    assert "using driver" in gdal("ogrinfo", path)
    copy = tmp_path / "copy.gpkg"
    name = "" if ending == "kml" else "claims"
    gdal("ogr2ogr", "-f", "GPKG", "-nln", "claims", copy, path, *filter(None, [name]))
    found = pyogrio.read_dataframe(copy, layer="claims")
    assert set(found["id"]) == set(real.claims["id"])
    pairs = found.set_index("id").loc[list(real.claims["id"])]
    assert list(pairs["evidence_exact"]) == list(real.claims["evidence_exact"])
    # TopoJSON is quantised: half a metre; all others are exact.
    distance = shapely.hausdorff_distance(
        pairs.geometry.to_numpy(), real.claims.geometry.to_numpy()
    )
    assert distance.max() <= (2e-5 if ending == "topojson" else 0)


@pytest.mark.parametrize("which", ["real", "hostile"])
@pytest.mark.parametrize("layer", LAYERS)
def test_geojson_is_rfc_7946(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    linter: Callable[[str, Path], dict[str, object]],
    which: str,
    layer: str,
) -> None:
    made: Layers = request.getfixturevalue(which)
    path = written(made, tmp_path, "geojson", layer)
    assert linter("geojson", path) == {"features": len(getattr(made, layer)), "hints": []}


@pytest.mark.parametrize("layer", LAYERS)
def test_geojson_ids_boxes_and_decimals(real: Layers, layer: str) -> None:
    """What linters leave out: ids stand once, and each box is its geometry's."""
    features = json.loads(export(real, "geojson", layer=layer))["features"]
    assert len({feature["id"] for feature in features}) == len(features) > 0
    for feature in features:
        if feature["geometry"] is None:
            assert "bbox" not in feature
            continue
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert feature["bbox"] == list(shape.bounds)
        numbers = shapely.get_coordinates(shape).ravel().tolist()
        assert max(len(str(number).partition(".")[2]) for number in numbers) <= 6


def test_geojson_members(real: Layers) -> None:
    made = json.loads(export(real, "geojson"))
    assert "crs" not in made
    feature = made["features"][0]
    assert feature["id"] == feature["properties"]["id"]
    assert feature["time"] == {"date": feature["properties"]["issued"]}
    assert feature["featureType"] == "claims"
    west, south, east, north = feature["bbox"]
    assert west <= feature["properties"]["lon"] <= east
    assert south <= feature["properties"]["lat"] <= north
    selector = json.loads(feature["properties"]["evidence_selector"])[0]
    assert selector["exact"] == feature["properties"]["evidence_exact"]


def test_topojson_is_read_by_its_own_library(
    real: Layers, tmp_path: Path, linter: Callable[[str, Path], dict[str, object]]
) -> None:
    counts = linter("topojson", written(real, tmp_path, "topojson"))
    assert counts == {name: len(getattr(real, name)) for name in SPATIAL}


@pytest.mark.parametrize("which", ["real", "hostile"])
@pytest.mark.parametrize("layer", LAYERS)
def test_csv_holds_the_same_words(request: pytest.FixtureRequest, which: str, layer: str) -> None:
    made: Layers = request.getfixturevalue(which)
    text = export(made, "csv", layer=layer).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    frame = getattr(made, layer)
    assert [row["id"] for row in rows] == list(frame["id"])
    for column in LAYERS[layer].attributes:
        if column.kind == "text":
            ours = frame[column.name].astype(object).where(frame[column.name].notna(), "")
            assert [row[column.name] for row in rows] == list(ours)
    if LAYERS[layer].geometry:
        shapes = shapely.from_wkt([row["wkt"] for row in rows])
        assert shapely.equals_exact(shapes, frame.geometry.to_numpy(), 1e-6).all()


@pytest.mark.parametrize("which", ["real", "hostile"])
def test_xlsx_has_a_sheet_a_layer_and_no_formula(
    request: pytest.FixtureRequest, which: str
) -> None:
    made: Layers = request.getfixturevalue(which)
    book = openpyxl.load_workbook(io.BytesIO(export(made, "xlsx")))
    assert book.sheetnames == [*LAYERS, "definitions", "about"]
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {
        "s",
        "inlineStr",
        "n",
        "b",
    }
    for name in LAYERS:
        sheet = book[name]
        heads = [cell.value for cell in sheet[1]]
        at = heads.index("name" if "name" in heads else "evidence_exact")
        column = heads[at]
        assert [row[at].value for row in sheet.iter_rows(min_row=2)] == list(
            getattr(made, name)[column]
        )


def test_libreoffice_opens_the_workbook_and_runs_nothing(
    hostile: Layers, tmp_path: Path, soffice: str
) -> None:
    path = written(hostile, tmp_path, "xlsx")
    command = [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    convert = ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"]
    subprocess.run(
        [*command, *convert, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True
    )
    text = next(tmp_path.glob("*.csv")).read_text(encoding="utf8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["name"] for row in rows] == list(hostile.claims["name"])
    assert rows[0]["kind"] == hostile.claims["kind"][0]


def test_kml_has_a_folder_an_industry_and_styles(real: Layers) -> None:
    space = {"k": "http://www.opengis.net/kml/2.2"}
    root = ET.fromstring(export(real, "kml"))
    folders = root.findall(".//k:Folder/k:name", space)
    assert len(folders) == real.claims["industry_class"].nunique()
    marks = root.findall(".//k:Placemark", space)
    assert len(marks) == len(real.claims)
    styles = {f"#{style.get('id')}" for style in root.findall(".//k:Style", space)}
    assert {mark.findtext("k:styleUrl", namespaces=space) for mark in marks} <= styles
    quotes = {mark.findtext("k:description", namespaces=space) for mark in marks}
    assert all(any(q in text for text in quotes if text) for q in real.claims["evidence_exact"])


def test_kml_balloons_hold_hostile_text_as_text(hostile: Layers) -> None:
    """Viewers read the description as HTML: after one unescaping no element may be left."""
    space = {"k": "http://www.opengis.net/kml/2.2"}
    for mark in ET.fromstring(export(hostile, "kml")).findall(".//k:description", space):
        text = (mark.text or "").replace("<blockquote>", "").replace("</blockquote>", "")
        assert "<" not in text.replace("<br>", "")


def test_a_zip_holds_the_package(layers: Layers) -> None:
    content = export(layers, "zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {"README.md", "datapackage.json", "map.html", "jiqun.gpkg"} <= set(
            archive.namelist()
        )
        assert archive.read("claims.geojson") == export(layers, "geojson")


def test_every_file_says_what_it_is(layers: Layers, tmp_path: Path) -> None:
    chosen = Filter(industries=("6",))
    said = json.loads(export(layers, "geojson", chosen))["jiqun"]
    assert (said["filter"], said["rows_shown"], said["rows_total"]) == ("industry=6", 1, 5)
    assert said["link"] == "http://localhost:8501/?industry=6"
    assert said["build"] == layers.provenance.build
    shown = apply(layers, chosen)
    path = written(shown, tmp_path, "gpkg")
    account = pyogrio.read_dataframe(path, layer="provenance").set_index("name")["value"]
    assert (account["filter"], account["rows_claims"]) == ("industry=6", "1/5")
    for ending in ("csv", "kml", "fgb", "parquet", "topojson", "html"):
        content = export(shown, ending)
        assert b"industry=6" in content and layers.provenance.build.encode() in content


@pytest.mark.parametrize("ending", [e for e in FORMATS if e != "zip"])
def test_an_empty_selection_is_a_valid_file(layers: Layers, tmp_path: Path, ending: str) -> None:
    empty = apply(layers, Filter(q="no such words"))
    path = written(empty, tmp_path, ending)
    assert path.stat().st_size > 0
    if ending in ("geojson", "fgb", "gpkg"):
        assert pyogrio.read_info(path, layer=0, force_feature_count=True)["features"] == 0


@pytest.mark.parametrize(
    ("out", "said"),
    [
        pytest.param("a.shp", "use .gpkg", id="shapefile"),
        pytest.param("a.docx", ".geojson", id="unknown"),
        pytest.param("claims", ".geojson", id="none"),
    ],
)
def test_an_ending_that_is_none_is_refused(
    layers: Layers, tmp_path: Path, out: str, said: str
) -> None:
    with pytest.raises(JiqunError, match=said):
        export(layers, tmp_path / out)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_whole_or_not_there(
    layers: Layers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "claims.geojson"
    out.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(OSError, match="space"):
        export(layers, out)
    assert [p.name for p in tmp_path.iterdir()] == ["claims.geojson"]
    assert out.read_bytes() == b"old"


def test_python_and_a_path_give_the_same_bytes(layers: Layers, tmp_path: Path) -> None:
    chosen = Filter(kinds=("zone",))
    for ending in FORMATS:
        content = export(layers, tmp_path / f"x.{ending}", chosen)
        assert (tmp_path / f"x.{ending}").read_bytes() == content == export(layers, ending, chosen)


def test_bytes_do_not_depend_on_what_was_exported_before(layers: Layers) -> None:
    first = {ending: export(layers, ending) for ending in FORMATS}
    again = {ending: export(replace(layers), ending) for ending in reversed(FORMATS)}
    assert {e for e in FORMATS if first[e] != again[e]} == set()


def test_qgis_opens_the_geopackage_in_our_style(
    real: Layers, tmp_path: Path, qgis_python: str
) -> None:
    path = written(real, tmp_path, "gpkg")
    picture = specimen.PLANS.parents[1] / "tests" / "artefacts" / "qgis.png"
    picture.parent.mkdir(exist_ok=True)
    script = Path(__file__).with_name("qgis_render.py")
    done = subprocess.run(
        [qgis_python, str(script), str(path), str(picture)],
        capture_output=True,
        text=True,
        check=False,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["errors"] == []
    assert all(layer["styled"] for layer in said["layers"])
    rows = Counter[str]()
    for layer in said["layers"]:
        rows[layer["name"].split("_")[0]] += layer["rows"]
        assert (layer["renderer"] == "RuleRenderer") == layer["name"].startswith("claims")
    assert rows == {"claims": 2 * len(real.claims), "units": len(real.units), "lines": 6}
    # The colours of at least five industry classes are on the picture.
    assert said["classes_seen"] >= 5


def held(path: Path) -> str:
    """All that a file says, whatever holds it."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return archive.read("unlocated.csv").decode()
    if path.suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path, read_only=True)
        return str([row for sheet in sheets for row in sheet.iter_rows(values_only=True)])
    if path.suffix == ".gpkg":
        return str(pyogrio.read_dataframe(path, layer="unlocated")["id"].tolist())
    return path.read_bytes().decode(errors="replace")


@pytest.mark.parametrize("ending", FORMATS)
def test_a_format_says_whether_it_lists_what_has_no_place(
    real: Layers, tmp_path: Path, ending: str
) -> None:
    """The page's words beside its download button rest on this."""
    text = held(written(real, tmp_path, ending))
    listed = {id for id in real.unlocated["id"] if id in text}
    assert listed == (set(real.unlocated["id"]) if FORMATS[ending].unlocated else set())
