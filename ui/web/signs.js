// Signs of claims: shape by kind, colour by industry, solid or dashed by status,
// rings of uncertainty, bands of corridors, and the names under them.

import { outline } from "./elements.js";
import { names, write } from "./names.js";
import { Shape, project } from "./shapes.js";
import { swarm } from "./swarm.js";

const RING_FROM = 9;
// Beyond this a ring says "somewhere in the prefecture": drawn for the selected claim alone.
const RING_TO_KM = 30;
// Kilometres to each side at which a corridor is drawn; its own width is not known.
const BAND_KM = 2.5;
const DASH = [2.6, 1.9];

export class Signs {
  constructor(store, ground) {
    this.store = store;
    this.ground = ground;
    this.located = store.records.claims.filter((claim) => claim.lon !== undefined);
    this.world = new Map(this.located.map((claim) => [claim.id, project(claim.lon, claim.lat)]));
    this.bands = new Map(this.located.filter((claim) => claim.form === "line").map((claim) => [claim.id, Shape.line(claim.path)]));
    this.layouts = new Map();
    this.hover = null;
  }

  size(claim, zoom) {
    const growth = Math.max(0.6, Math.min(1.15, 0.72 + (zoom - 7) * 0.12));
    return ((this.store.records.signs[claim.kind]?.[1] ?? 12) / 2) * growth;
  }

  // Places of all signs at a zoom, hidden ones too: a filter must not move the others.
  layout(context, frame) {
    const key = this.key(frame.zoom);
    if (!this.layouts.has(key)) this.layouts.set(key, this.arrange(context, frame));
    return this.layouts.get(key);
  }

  key(zoom) {
    return `${zoom}/${this.store.view.id}/${this.store.english}`;
  }

  arrange(context, frame) {
    const labels = names(context, this.ground.view, frame, this.store.english);
    const nodes = this.located.map((claim) => {
      const [x, y] = this.world.get(claim.id);
      return { x: x * frame.scale, y: y * frame.scale, r: this.size(claim, frame.zoom) + 1.4 };
    });
    const places = swarm(nodes, labels);
    return { labels, places: new Map(this.located.map((claim, i) => [claim.id, { x: places[i][0], y: places[i][1], ax: nodes[i].x, ay: nodes[i].y, r: nodes[i].r - 1.4 }])) };
  }

  paint(context, frame) {
    const layout = this.layout(context, frame);
    const shown = this.located.filter((claim) => this.store.visible.has(claim.id));
    this.frame = frame;
    context.save();
    context.translate(-frame.bounds.min.x, -frame.bounds.min.y);
    this.rings(context, frame, shown);
    for (const claim of shown) if (this.bands.has(claim.id)) this.band(context, frame, claim);
    this.names(context, layout.labels, frame.zoom);
    for (const claim of shown) this.leader(context, layout.places.get(claim.id));
    const top = [this.hover, this.store.state.sel];
    for (const claim of shown) if (!top.includes(claim.id)) this.sign(context, claim, layout.places.get(claim.id));
    for (const claim of shown) if (top.includes(claim.id)) this.raised(context, claim, layout.places.get(claim.id));
    context.restore();
  }

  // Names are the slowest to paint, and no filter changes them: a picture is kept.
  names(context, labels, zoom) {
    const { width, height } = context.canvas;
    const place = context.getTransform();
    const key = [this.key(zoom), place, width, height, this.store.dark].join();
    if (this.written?.key !== key) {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const pen = canvas.getContext("2d");
      pen.setTransform(place);
      write(pen, labels, this.ground.look);
      this.written = { key, canvas };
    }
    context.save();
    context.resetTransform();
    context.drawImage(this.written.canvas, 0, 0);
    context.restore();
  }

  // One ring a place, in the colour of its first claim; the selected one stronger.
  rings(context, { scale, metre }, shown) {
    const seen = new Set();
    const first = shown.filter((claim) => claim.id === this.store.state.sel);
    for (const claim of [...first, ...shown]) {
      const key = `${claim.lon},${claim.lat},${claim.uncertainty_m}`;
      const radius = claim.uncertainty_m * metre;
      const vague = claim.uncertainty_m > RING_TO_KM * 1000 && claim.id !== this.store.state.sel;
      if (claim.form !== "point" || radius < RING_FROM || vague || seen.has(key)) continue;
      seen.add(key);
      const [x, y] = this.world.get(claim.id);
      this.ring(context, x * scale, y * scale, radius, claim);
    }
  }

  ring(context, x, y, radius, claim) {
    const chosen = claim.id === this.store.state.sel;
    const colour = this.store.colour(claim.industry_class);
    const glow = context.createRadialGradient(x, y, radius * 0.2, x, y, radius);
    glow.addColorStop(0, `${colour}00`);
    glow.addColorStop(1, `${colour}${chosen ? "66" : "2e"}`);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = glow;
    context.fill();
    context.strokeStyle = `${colour}${chosen ? "ff" : "88"}`;
    context.lineWidth = chosen ? 1.8 : 0.9;
    context.setLineDash([3, 3]);
    context.stroke();
    context.setLineDash([]);
  }

  band(context, { scale, metre }, claim) {
    const path = this.bands.get(claim.id).path(scale);
    const chosen = claim.id === this.store.state.sel || claim.id === this.hover;
    context.lineCap = context.lineJoin = "round";
    context.strokeStyle = this.store.colour(claim.industry_class);
    context.globalAlpha = chosen ? 0.5 : 0.28;
    context.lineWidth = this.width(metre);
    context.stroke(path);
    context.globalAlpha = 0.9;
    context.lineWidth = 1.6;
    if (claim.status === "planned") context.setLineDash([6, 4]);
    context.stroke(path);
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  width(metre) {
    return Math.max(7, Math.min(60, 2000 * BAND_KM * metre));
  }

  leader(context, { x, y, ax, ay, r }) {
    if (Math.hypot(x - ax, y - ay) < r + 5) return;
    context.strokeStyle = this.ground.look.leader;
    context.lineWidth = 0.6;
    context.beginPath();
    context.moveTo(ax, ay);
    context.lineTo(x, y);
    context.stroke();
  }

  sign(context, claim, { x, y, r }, scale = 1) {
    const colour = this.store.colour(claim.industry_class);
    trace(context, this.store.records.signs[claim.kind]?.[0], x, y, r * scale);
    context.lineJoin = "round";
    context.strokeStyle = this.ground.look.halo;
    context.lineWidth = 3.4;
    context.stroke();
    if (claim.status === "planned") {
      context.fillStyle = this.ground.look.halo;
      context.fill();
      context.fillStyle = `${colour}59`;
      context.fill();
      context.setLineDash(DASH);
    } else {
      context.fillStyle = colour;
      context.fill();
    }
    context.strokeStyle = this.store.ink(claim.industry_class);
    context.lineWidth = claim.status === "planned" ? 1.5 : 0.9;
    context.stroke();
    context.setLineDash([]);
  }

  raised(context, claim, place) {
    context.save();
    context.shadowColor = "rgba(0,0,0,.35)";
    context.shadowBlur = 8;
    context.beginPath();
    context.arc(place.x, place.y, place.r * 1.4 + 5, 0, 2 * Math.PI);
    context.fillStyle = this.ground.look.land;
    context.fill();
    context.restore();
    if (claim.id === this.store.state.sel) {
      context.strokeStyle = this.store.ink(claim.industry_class);
      context.lineWidth = 2;
      context.stroke();
    }
    this.sign(context, claim, place, 1.25);
  }

  // The claim under a point in world pixels: signs before bands.
  at(x, y, { scale, metre }) {
    const layout = this.layouts.get(this.key(this.frame?.zoom));
    if (!layout) return null;
    let best = null, least = Infinity;
    for (const claim of this.located) {
      if (!this.store.visible.has(claim.id)) continue;
      const place = layout.places.get(claim.id);
      const distance = Math.hypot(place.x - x, place.y - y);
      if (distance < place.r + 4 && distance < least) [best, least] = [claim, distance];
    }
    if (best) return best;
    const band = [...this.bands].find(([id, shape]) => this.store.visible.has(id) && shape.distance(x, y, scale) < Math.max(6, this.width(metre) / 2));
    return band ? this.store.claims.get(band[0]) : null;
  }
}

function trace(context, shape, x, y, r) {
  const points = outline(shape);
  context.beginPath();
  if (!points) context.arc(x, y, r, 0, 2 * Math.PI);
  else points.forEach(([px, py], i) => (i ? context.lineTo(x + px * r, y + py * r) : context.moveTo(x + px * r, y + py * r)));
  context.closePath();
}
