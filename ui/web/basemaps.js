// Base maps from the network, each an option that gives way quietly.

/* global L */
const OSM = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
const TIANDITU = "https://t{s}.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}";
const AMAP = "https://webrd0{s}.is.autonavi.com/appmaptile?lang=zh_cn&size=1&scale=1&style=8&x={x}&y={y}&z={z}";
const FAULTS = 3;

// WGS 84 to GCJ-02, in degrees; the public approximation, good to a metre or two.
export function gcj(lat, lng) {
  const x = lng - 105, y = lat - 35, p = Math.PI;
  const wave = 20 * Math.sin(6 * x * p) + 20 * Math.sin(2 * x * p);
  let dy = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  dy += (2 / 3) * (wave + 20 * Math.sin(y * p) + 40 * Math.sin((y / 3) * p) + 160 * Math.sin((y / 12) * p) + 320 * Math.sin((y * p) / 30));
  let dx = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  dx += (2 / 3) * (wave + 20 * Math.sin(x * p) + 40 * Math.sin((x / 3) * p) + 150 * Math.sin((x / 12) * p) + 300 * Math.sin((x / 30) * p));
  const a = 6378245, e = 0.00669342162296594323, radians = (lat / 180) * p;
  const magic = 1 - e * Math.sin(radians) ** 2;
  return [lat + (dy * 180) / (((a * (1 - e)) / (magic * Math.sqrt(magic))) * p), lng + (dx * 180) / ((a / Math.sqrt(magic)) * Math.cos(radians) * p)];
}

// Tiles drawn in GCJ-02: the grid of tiles moves, the features stay where they are.
const Shifted = L.TileLayer.extend({
  _getTiledPixelBounds(centre) {
    return L.TileLayer.prototype._getTiledPixelBounds.call(this, L.latLng(gcj(centre.lat, centre.lng)));
  },
  _setZoomTransform(level, centre, zoom) {
    L.TileLayer.prototype._setZoomTransform.call(this, level, L.latLng(gcj(centre.lat, centre.lng)), zoom);
  },
});

function layers(name, key) {
  const options = { maxZoom: 18, className: "jq-tiles" };
  if (name === "osm") return [new L.TileLayer(OSM, { ...options, attribution: "© OpenStreetMap contributors" })];
  if (name === "amap") return [new Shifted(AMAP, { ...options, subdomains: "1234", attribution: "© 高德地图" })];
  if (name !== "tianditu" || !key) return [];
  return ["vec", "cva"].map((layer) => new L.TileLayer(TIANDITU, { ...options, subdomains: "01234567", layer, key, attribution: "© 天地图" }));
}

export class BaseMaps {
  constructor(map, key, changed) {
    Object.assign(this, { map, key, changed, active: [], name: "none" });
  }

  get names() {
    return ["none", "osm", ...(this.key ? ["tianditu"] : []), "amap"];
  }

  show(name) {
    if (name === this.name) return;
    this.remove();
    this.name = name;
    this.active = layers(name, this.key);
    let faults = 0, loaded = false;
    for (const layer of this.active) {
      layer.on("tileload", () => {
        if (!loaded) this.changed(true);
        loaded = true;
      });
      layer.on("tileerror", () => {
        if (!loaded && ++faults === FAULTS) this.fail();
      });
      layer.addTo(this.map);
    }
    if (!this.active.length) this.changed(false);
  }

  fail() {
    this.remove();
    this.changed(false, true);
  }

  remove() {
    for (const layer of this.active) layer.remove();
    this.active = [];
  }
}
