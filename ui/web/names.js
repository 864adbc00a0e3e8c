// Names of prefectures and counties: which are written at a zoom, and where.

import { FONT } from "./looks.js";
import { project } from "./shapes.js";

const PREFECTURES_TO = 9.4;
const COUNTIES_FROM = 8.7;
const GLOSS = `400 10.5px ${FONT}`;

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

// Labels with their centre in world pixels and half sizes, none over another; for who
// reads English a name has its gloss below it, where the names leave room.
export function names(context, view, { zoom, scale }, english) {
  const placed = [];
  for (const unit of wanted(view, zoom)) {
    const label = measure(context, unit, view, scale);
    if (!placed.some((other) => meet(label, other))) placed.push(label);
  }
  if (!english) return placed;
  placed.forEach((label, i) => {
    const longer = label.unit.roman && glossed(context, label);
    if (longer && !placed.some((other) => other !== label && meet(longer, other))) placed[i] = longer;
  });
  return placed;
}

function meet(one, other) {
  return Math.abs(other.x - one.x) < other.w + one.w + 3 && Math.abs(other.y - one.y) < other.h + one.h + 2;
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

// The label with the name in Latin letters below; what kind of unit it is, the name says.
function glossed(context, label) {
  const gloss = label.unit.roman.split(" ")[0];
  context.font = GLOSS;
  return { ...label, gloss, w: Math.max(label.w, context.measureText(gloss).width / 2), h: label.h + 7 };
}

export function write(context, labels, look) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  for (const label of labels) {
    context.strokeStyle = look.halo;
    context.fillStyle = label.strong ? look.label : look.faint;
    line(context, label.text, label.font, label.spacing, label.x, label.y - (label.gloss ? 6 : 0));
    context.fillStyle = look.faint;
    if (label.gloss) line(context, label.gloss, GLOSS, 0, label.x, label.y + 8);
  }
  if ("letterSpacing" in context) context.letterSpacing = "0px";
}

function line(context, text, font, spacing, x, y) {
  context.font = font;
  if ("letterSpacing" in context) context.letterSpacing = `${spacing}px`;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}
