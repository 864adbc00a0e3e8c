// Reads GeoJSON and TopoJSON files with other people's libraries; prints what they find wrong.
// usage: node check.mjs geojson|topojson FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const [kind, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
if (kind === "geojson") {
  const { check } = require("@placemarkio/check-geojson");
  const rewind = require("@mapbox/geojson-rewind");
  const found = check(text); // throws a list of faults with their positions
  const wound = rewind(JSON.parse(text), false); // RFC 7946: outer rings counter-clockwise
  const same = JSON.stringify(wound) === JSON.stringify(JSON.parse(text));
  console.log(JSON.stringify({ features: found.features.length, wound: same }));
} else {
  const { feature } = require("topojson-client");
  const topology = JSON.parse(text);
  const counts = Object.fromEntries(Object.entries(topology.objects).map(([name, object]) => [name, feature(topology, object).features.length]));
  console.log(JSON.stringify(counts));
}
