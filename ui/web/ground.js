// The ground: land, water, borders, and the areas that claims fill.

import { LOOKS } from "./looks.js";
import { Shape } from "./shapes.js";

// The class of what crosses industries says little about a county: it stays faint.
const CROSS = "0";

export class Ground {
  constructor(store, data) {
    this.store = store;
    this.views = {};
    for (const [plan, view] of Object.entries(data.views)) this.views[plan] = prepare(view);
    this.areas = new Map(Object.entries(data.areas).map(([key, parts]) => [key, Shape.polygon(parts)]));
    this.water = data.water.map((parts) => Shape.polygon(parts));
    this.around = data.around.map((parts) => Shape.polygon(parts));
    this.lines = data.lines.filter((line) => !/^coast|^g\d|axis/.test(line.id)).map((line) => Shape.line(line.path));
    this.shores = data.lines.filter((line) => /^coast.*osm/.test(line.id)).map((line) => Shape.line(line.path));
    this.tiles = false;
  }

  get view() {
    return this.views[this.store.view.id];
  }

  get look() {
    return LOOKS[this.store.dark ? "dark" : "light"];
  }

  paint(context, frame) {
    context.save();
    context.translate(-frame.bounds.min.x, -frame.bounds.min.y);
    if (!this.tiles) this.land(context, frame);
    this.themes(context, frame);
    this.borders(context, frame);
    this.edge(context, frame);
    if (!this.tiles) this.waters(context, frame);
    this.emphasis(context, frame);
    context.restore();
  }

  land(context, { scale, bounds }) {
    const { look, view } = this;
    context.fillStyle = look.around;
    for (const shape of this.around) if (shape.meets(bounds, scale)) context.fill(shape.path(scale), "evenodd");
    for (const unit of view.counties) {
      if (!unit.shape.meets(bounds, scale)) continue;
      context.fillStyle = unit.inside ? look.land : look.quiet;
      context.fill(unit.shape.path(scale), "evenodd");
    }
  }

  // Each county in the colours of the industries that shown claims put there.
  themes(context, { scale, bounds }) {
    const classes = this.classes();
    const alpha = this.look.fill * (this.tiles ? 1.3 : 1);
    for (const unit of this.view.counties) {
      const codes = classes.get(unit.code);
      if (!codes || !unit.shape.meets(bounds, scale)) continue;
      const themed = [...codes].filter((code) => code !== CROSS || codes.size === 1).sort();
      context.globalAlpha = themed[0] === CROSS ? alpha * 0.4 : alpha;
      context.fillStyle = this.pattern(context, themed);
      context.fill(unit.shape.path(scale), "evenodd");
    }
    context.globalAlpha = 1;
  }

  // County of the view -> classes of the claims whose area it belongs to. Claims of
  // whole prefectures colour the counties that no closer claim names.
  classes() {
    const close = new Map(), wide = new Map();
    for (const claim of this.store.shown) {
      if (claim.form !== "area" || claim.precision === "province") continue;
      const codes = claim.plan === this.store.view.id ? claim.member_codes : claim.member_codes_today;
      for (const unit of this.view.counties) {
        if (covers(unit, codes, claim.plan === this.store.view.id)) add(close, unit.code, claim.industry_class);
        else if (codes.includes(unit.parent)) add(wide, unit.code, claim.industry_class);
      }
    }
    for (const [code, set] of wide) if (!close.has(code)) close.set(code, set);
    return close;
  }

  pattern(context, codes) {
    if (codes.length === 1) return this.store.colour(codes[0]);
    const band = 9, size = band * codes.length;
    const tile = document.createElement("canvas");
    tile.width = tile.height = size;
    const pen = tile.getContext("2d");
    codes.forEach((code, i) => {
      pen.fillStyle = this.store.colour(code);
      pen.fillRect(0, i * band, size, band);
    });
    const pattern = context.createPattern(tile, "repeat");
    pattern.setTransform(new DOMMatrix().rotate(-45));
    return pattern;
  }

  borders(context, { scale, bounds, zoom }) {
    const { look, view } = this;
    const widths = { county: zoom < 8 ? 0.5 : 0.8, prefecture: zoom < 8 ? 0.9 : 1.3, outer: 1.3 };
    context.lineJoin = "round";
    for (const kind of ["county", "prefecture", "outer"]) {
      context.strokeStyle = look[kind];
      context.lineWidth = widths[kind];
      if (view.borders[kind].meets(bounds, scale)) context.stroke(view.borders[kind].path(scale));
    }
  }

  waters(context, { scale, bounds, zoom }) {
    const { look } = this;
    context.fillStyle = look.sea;
    context.strokeStyle = look.shore;
    context.lineWidth = 0.8;
    for (const shape of this.water) if (shape.meets(bounds, scale)) context.fill(shape.path(scale), "evenodd");
    for (const line of this.shores) if (line.meets(bounds, scale)) context.stroke(line.path(scale));
    context.strokeStyle = look.river;
    context.lineWidth = zoom < 8.5 ? 1 : 2.2;
    for (const line of this.lines) if (line.meets(bounds, scale)) context.stroke(line.path(scale));
  }

  // The unit that the view is about, where it is not the whole land.
  edge(context, { scale }) {
    const { look, view } = this;
    if (!view.issuer || view.code.endsWith("0000")) return;
    context.strokeStyle = look.issuer;
    context.lineWidth = 1.8;
    context.stroke(view.issuer.path(scale));
  }

  emphasis(context, { scale }) {
    const { store } = this;
    const claim = store.selected;
    const area = claim && this.areas.get(claim.area);
    if (area) this.outline(context, area.path(scale), claim);
  }

  outline(context, path, claim) {
    const { store, look } = this;
    context.save();
    context.fillStyle = store.colour(claim.industry_class);
    context.globalAlpha = 0.28;
    context.fill(path, "evenodd");
    context.globalAlpha = 1;
    context.strokeStyle = look.halo;
    context.lineWidth = 5;
    context.stroke(path);
    context.strokeStyle = store.ink(claim.industry_class);
    context.lineWidth = 2.2;
    if (claim.status === "planned") context.setLineDash([7, 4]);
    context.stroke(path);
    context.restore();
  }

  at(x, y, scale) {
    return this.view.counties.find((unit) => unit.shape.holds(x, y, scale)) ?? null;
  }
}

function prepare(view) {
  const counties = view.units.filter((unit) => unit.rings).map((unit) => ({ ...unit, codes: unit.code.split("+"), shape: Shape.polygon(unit.rings), inside: inside(unit, view.code) }));
  const borders = Object.fromEntries(Object.entries(view.borders).map(([kind, paths]) => [kind, Shape.line(paths)]));
  return { ...view, counties, borders, issuer: view.issuer ? Shape.line(view.issuer) : null };
}

function inside(unit, code) {
  return code.endsWith("0000") ? unit.code.slice(0, 2) === code.slice(0, 2) : unit.parent === code || unit.code === code;
}

function covers(unit, codes, same) {
  return (same ? unit.codes : unit.today).some((code) => codes.includes(code));
}

function add(map, key, value) {
  if (!map.has(key)) map.set(key, new Set());
  map.get(key).add(value);
}
