// DOM elements from values. Text always goes in through textContent: what a plan
// says can never become markup, whatever it contains.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  append(element, children);
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "class") element.className = value;
  else if (name === "style") for (const [key, item] of Object.entries(value)) element.style.setProperty(key, item);
  else element.setAttribute(name, value === true ? "" : value);
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child.nodeType ? child : document.createTextNode(String(child)));
  }
}

export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// Outline of a sign round (0, 0) as points of a unit circle; null for a circle.
export function outline(shape) {
  const turn = { square: [4, Math.PI / 4], diamond: [4, 0], triangle: [3, -Math.PI / 2], pentagon: [5, -Math.PI / 2], hexagon: [6, 0] }[shape];
  if (turn) return regular(...turn);
  if (shape === "star") return star();
  if (shape === "cross") return cross();
  return null;
}

function regular(sides, start) {
  return Array.from({ length: sides }, (_, i) => polar(1.12, start + (2 * Math.PI * i) / sides));
}

function star() {
  return Array.from({ length: 10 }, (_, i) => polar(i % 2 ? 0.55 : 1.25, -Math.PI / 2 + (Math.PI * i) / 5));
}

function cross() {
  const a = 0.42, b = 1.08;
  return [[-a, -b], [a, -b], [a, -a], [b, -a], [b, a], [a, a], [a, b], [-a, b], [-a, a], [-b, a], [-b, -a], [-a, -a]];
}

function polar(radius, angle) {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

// The sign of a claim as a small picture, the same as on the map.
export function sign(shape, colour, { size = 14, dashed = false, label = "" } = {}) {
  const points = outline(shape);
  const r = size / 2 - 1.6;
  const style = { fill: colour, "fill-opacity": dashed ? 0.25 : 0.95, stroke: colour, "stroke-width": 1.5, "stroke-linejoin": "round" };
  if (dashed) style["stroke-dasharray"] = "2.4 1.7";
  const mark = points
    ? svg("polygon", { points: points.map(([x, y]) => `${(x * r).toFixed(2)},${(y * r).toFixed(2)}`).join(" "), ...style })
    : svg("circle", { r, ...style });
  const half = size / 2;
  const hidden = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  return svg("svg", { width: size, height: size, viewBox: `${-half} ${-half} ${size} ${size}`, class: "jq-sign", ...hidden }, mark);
}
