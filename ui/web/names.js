// Names of prefectures and counties: which are written at a zoom, and where.

import { FONT } from "./looks.js";
import { project } from "./shapes.js";

const PREFECTURES_TO = 9.4;
const COUNTIES_FROM = 8.7;

// Units to be named in a view at a zoom, most important first.
function wanted(view, zoom) {
  const inCity = !view.code.endsWith("0000");
  return view.units
    .filter((unit) => !unit.code.includes("+"))
    .filter((unit) => (unit.level === "prefecture" ? zoom < PREFECTURES_TO && !(inCity && zoom >= COUNTIES_FROM && unit.code === view.code) : unit.level === "county" && zoom >= COUNTIES_FROM - (near(unit, view) ? 0.7 : 0)))
    .sort((a, b) => rank(a, view) - rank(b, view));
}

function near(unit, view) {
  return !view.code.endsWith("0000") && unit.parent === view.code;
}

function rank(unit, view) {
  return (unit.level === "prefecture" ? 0 : near(unit, view) ? -1 : 1) * 1e6 - unit.area;
}

// Labels with their centre in world pixels and half sizes, none over another.
export function names(context, view, { zoom, scale }) {
  const placed = [];
  for (const unit of wanted(view, zoom)) {
    const label = measure(context, unit, view, scale);
    if (!placed.some((other) => Math.abs(other.x - label.x) < other.w + label.w + 3 && Math.abs(other.y - label.y) < other.h + label.h + 2)) placed.push(label);
  }
  return placed;
}

function measure(context, unit, view, scale) {
  const large = unit.level === "prefecture";
  const strong = large || near(unit, view) || view.code.endsWith("0000");
  const size = large ? 13.5 : near(unit, view) ? 13 : 11.5;
  const font = `${large || near(unit, view) ? 500 : 400} ${size}px ${FONT}`;
  const spacing = large ? 2 : 0.5;
  context.font = font;
  const [x, y] = project(...unit.label);
  return { unit, text: unit.name, font, spacing, strong, x: x * scale, y: y * scale, w: (context.measureText(unit.name).width + spacing * unit.name.length) / 2, h: size * 0.62 };
}

export function write(context, labels, look) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const label of labels) {
    context.font = label.font;
    if ("letterSpacing" in context) context.letterSpacing = `${label.spacing}px`;
    context.strokeStyle = look.halo;
    context.lineWidth = 3.5;
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = label.strong ? look.label : look.faint;
    context.fillText(label.text, label.x, label.y);
  }
  if ("letterSpacing" in context) context.letterSpacing = "0px";
}
