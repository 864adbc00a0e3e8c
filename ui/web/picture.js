// The map as a picture to keep: with title, legend, date and sources.

import { contents } from "./legend.js";
import { outline } from "./elements.js";
import { FONT, SERIF } from "./looks.js";
import { frame } from "./sheet.js";

const RATIO = 2;
const HEAD = 74;
const FOOT = 46;
const SIDE = 256;

export async function save(desk) {
  const canvas = picture(desk);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `jiqun-${desk.store.view.view}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// For paper: the picture stands in the page in the place of the map, in its light look.
// A canvas and not an image, which would still have to be decoded when the page is printed.
export function printed(desk) {
  const { store } = desk;
  const { config } = store;
  const place = parent.document.querySelector(".st-key-jq-map");
  place?.querySelector(":scope > .jq-print")?.remove();
  store.config = { ...config, theme: "light" };
  try {
    const canvas = picture(desk, parent.document);
    canvas.className = "jq-print";
    place?.append(canvas);
  } finally {
    store.config = config;
  }
}

export function picture(desk, page = document) {
  const size = desk.map.getSize();
  const canvas = page.createElement("canvas");
  canvas.width = (size.x + SIDE) * RATIO;
  canvas.height = (size.y + HEAD + FOOT) * RATIO;
  const context = canvas.getContext("2d");
  context.scale(RATIO, RATIO);
  const look = desk.ground.look;
  context.fillStyle = look.land;
  context.fillRect(0, 0, size.x + SIDE, size.y + HEAD + FOOT);
  view(context, desk, size, look);
  head(context, desk, look);
  key(context, desk, size, look);
  foot(context, desk, size, look);
  return canvas;
}

function view(context, desk, size, look) {
  context.save();
  context.beginPath();
  context.rect(0, HEAD, size.x, size.y);
  context.clip();
  context.translate(0, HEAD);
  context.fillStyle = look.sea;
  context.fillRect(0, 0, size.x, size.y);
  const seen = frame(desk.map, desk.map.getPixelBounds());
  const tiles = desk.ground.tiles;
  desk.ground.tiles = false;
  desk.ground.paint(context, seen);
  desk.signs.paint(context, seen);
  desk.ground.tiles = tiles;
  context.restore();
}

function head(context, desk, look) {
  const { store } = desk;
  write(context, look.text, `600 22px ${SERIF}`, store.view.title, 18, 30, desk.map.getSize().x + SIDE - 36);
  const parts = [store.view.doc_number, store.view.issued, store.say("shown", store.counts), chosen(store)];
  write(context, look.faint, `400 13px ${FONT}`, parts.filter(Boolean).join("　"), 18, 56, desk.map.getSize().x + SIDE - 36);
}

// The filter in words, so that the picture says what it leaves out.
function chosen(store) {
  const { state } = store;
  const words = [
    ...state.industry.map((code) => store.class(code)[store.english ? "en" : "zh"]),
    ...state.heading,
    ...state.kind.map((code) => store.word("kind", code)),
    ...state.status.map((code) => store.word("status", code)),
    ...state.basis.map((code) => store.word("basis", code)),
    ...state.plan.map((id) => store.plans.get(id)?.title ?? id),
    ...state.place.map((code) => [...store.units.values()].map((units) => units.get(code)?.name).find(Boolean) ?? code),
    state.q,
    state.from || state.to ? `${state.from || "…"}–${state.to || "…"}` : "",
  ];
  return words.filter(Boolean).join("、");
}

function key(context, desk, size, look) {
  const { classes, kinds, notes } = contents(desk.store, desk.seen());
  let y = HEAD + 8;
  const x = size.x + 18;
  for (const row of classes) {
    context.fillStyle = row.colour;
    context.fillRect(x, y, 13, 13);
    entry(context, look, row, x, y);
    y += 21;
  }
  y += 8;
  for (const row of kinds) {
    symbol(context, row.shape, x + 7, y + 7, row.size / 2, look.text);
    entry(context, look, row, x, y);
    y += 21;
  }
  y += 8;
  for (const [, text] of notes) {
    write(context, look.faint, `400 12px ${FONT}`, text, x, y + 7, SIDE - 30);
    y += 19;
  }
}

function entry(context, look, row, x, y) {
  write(context, look.text, `400 12.5px ${FONT}`, row.text, x + 22, y + 7, SIDE - 76);
  write(context, look.faint, `400 12.5px ${FONT}`, String(row.count), x + SIDE - 44, y + 7, 30);
}

function symbol(context, shape, x, y, r, colour) {
  const points = outline(shape);
  context.beginPath();
  if (!points) context.arc(x, y, r, 0, 2 * Math.PI);
  else points.forEach(([px, py], i) => (i ? context.lineTo(x + px * r, y + py * r) : context.moveTo(x + px * r, y + py * r)));
  context.closePath();
  context.fillStyle = colour;
  context.fill();
}

function foot(context, desk, size, look) {
  const { store } = desk;
  const y = HEAD + size.y;
  bar(context, desk, size, y, look);
  write(context, look.faint, `400 11.5px ${FONT}`, `${store.say("view.asof", { date: store.view.issued })}　${store.say("picture.sources")}：${store.say("picture.credit")}`, 18, y + 16, size.x + SIDE - 36);
  write(context, look.faint, `400 11.5px ${FONT}`, `${store.say("page.brand")} Jiqun　${parent.location.href}`, 18, y + 34, size.x + SIDE - 36);
}

// A scale of a round number of kilometres, over the lower right corner of the map.
function bar(context, desk, size, y, look) {
  const { metre } = frame(desk.map, null);
  const length = [1, 2, 5, 10, 20, 50, 100, 200].findLast((km) => km * 1000 * metre < 120) ?? 1;
  const width = length * 1000 * metre;
  context.strokeStyle = look.text;
  context.lineWidth = 1.4;
  context.beginPath();
  context.moveTo(size.x - 16 - width, y - 20);
  context.lineTo(size.x - 16 - width, y - 14);
  context.lineTo(size.x - 16, y - 14);
  context.lineTo(size.x - 16, y - 20);
  context.stroke();
  write(context, look.text, `400 12px ${FONT}`, `${length} km`, size.x - 16 - width, y - 27, 100);
}

function write(context, colour, font, text, x, y, width) {
  context.fillStyle = colour;
  context.font = font;
  context.textAlign = "left";
  context.textBaseline = "middle";
  let line = text;
  while (line.length > 4 && context.measureText(line).width > width) line = `${line.slice(0, -2)}…`;
  context.fillText(line, x, y);
}
