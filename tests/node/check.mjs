// Reads GeoJSON and TopoJSON files with other people's libraries; prints what they find wrong.
// usage: node check.mjs geojson|topojson FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const [kind, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
if (kind === "geojson") {
  const { hint } = require("@mapbox/geojsonhint");
  const { check } = require("@placemarkio/check-geojson");
  // Structure, members, closed rings, right-hand rule, six decimals.
  const hints = hint(text, { precisionWarning: true }).map((fault) => `${fault.line}: ${fault.message}`);
  const found = check(text); // throws a list of faults with their positions
  console.log(JSON.stringify({ features: found.features.length, hints }));
} else {
  const { feature } = require("topojson-client");
  const topology = JSON.parse(text);
  const counts = Object.fromEntries(Object.entries(topology.objects).map(([name, object]) => [name, feature(topology, object).features.length]));
  console.log(JSON.stringify(counts));
}
