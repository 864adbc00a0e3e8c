// What is selected: its sentence, its place, its numbers, its neighbours.

import { fill, h, sign } from "./elements.js";
import { figures } from "./figures.js";
import { store } from "./store.js";

export function mount(root) {
  const draw = () => fill(root, store.selected ? details(store.selected) : overview());
  return store.on((topic) => {
    if (topic !== "filter" || !store.selected) draw();
    if (topic === "selection") show(root);
  });
}

// The head of the panel into sight: at its top beside the map, below it on a phone.
function show(root) {
  root.closest(".st-key-jq-detail")?.scrollTo(0, 0);
  const head = store.selected && matchMedia("(max-width: 900px)").matches && root.querySelector(".jq-head");
  if (head) head.scrollIntoView({ block: "center", behavior: "smooth" });
}

function overview() {
  const { shown } = store;
  const groups = new Map();
  for (const claim of shown) groups.set(claim.industry_class, (groups.get(claim.industry_class) ?? 0) + 1);
  const most = Math.max(1, ...groups.values());
  const rows = store.records.classes.filter((entry) => groups.has(entry.code)).map((entry) => {
    const number = groups.get(entry.code);
    return h("li", {}, h("button", { type: "button", onclick: () => store.change({ industry: [entry.code] }) }, h("span", { class: "jq-swatch", style: { background: store.colour(entry.code) } }), h("span", { class: "jq-name" }, store.english ? entry.en : entry.zh), h("span", { class: "jq-count" }, number), h("span", { class: "jq-track" }, h("span", { style: { width: `${(100 * number) / most}%`, background: store.colour(entry.code) } }))));
  });
  return h("section", { class: "jq-panel jq-overview", "aria-label": store.say("panel") }, planHead(store.view), h("p", { class: "jq-hint" }, store.say("panel.hint")), h("h3", {}, store.say("panel.industries")), h("ul", { class: "jq-bars" }, rows), placeless(store.placeless));
}

function planHead(plan) {
  return h("header", {}, h("h2", {}, title(plan)), h("p", { class: "jq-meta" }, [plan.doc_number, plan.issued].filter(Boolean).join(" · ")));
}

// The years at a title's end are not torn apart.
function title(plan) {
  const [, name, years] = plan.title.match(/^(.*?)([（(][^（(]*[)）])?$/s);
  return [name, years ? h("span", { class: "jq-whole" }, years) : null];
}

function placeless(rows) {
  if (!rows.length) return null;
  const items = rows.map((claim) => h("li", {}, h("button", { type: "button", onclick: () => store.select(claim.id) }, mark(claim), h("span", {}, claim.name), h("small", {}, claim.industry))));
  // Beside the map there is room for them; on a phone they would push the table away.
  const open = !matchMedia("(max-width: 900px)").matches;
  return h("details", { class: "jq-placeless", open }, h("summary", {}, store.say("placeless", { count: rows.length })), h("p", { class: "jq-hint" }, store.say("placeless.why")), h("ul", { class: "jq-hits" }, items));
}

function mark(claim, size = 14) {
  return sign(store.records.signs[claim.kind]?.[0] ?? "circle", store.colour(claim.industry_class), { size, dashed: claim.status === "planned" });
}

function details(claim) {
  return h("article", { class: "jq-panel", "aria-label": store.say("panel"), "data-claim": claim.id }, head(claim), evidence(claim), place(claim), figures(claim), neighbours(claim));
}

function head(claim) {
  const entry = store.class(claim.industry_class);
  const close = h("button", { type: "button", class: "jq-close", "aria-label": store.say("close"), onclick: () => store.select("") }, "×");
  return h(
    "header",
    { class: "jq-head", style: { "--ink": store.ink(claim.industry_class), "--tint": store.colour(claim.industry_class) } },
    close,
    h("p", { class: "jq-kicker" }, mark(claim, 16), h("span", {}, store.word("kind", claim.kind)), h("span", { class: `jq-status jq-${claim.status}` }, store.word("status", claim.status))),
    h("h2", {}, claim.name),
    store.english && claim.roman.some(Boolean) ? h("p", { class: "jq-meta" }, `${claim.roman.filter(Boolean).join(", ")} — ${store.word("kind", claim.kind)}`) : null,
    h("p", { class: "jq-industry" }, h("strong", {}, claim.industry), claim.industry !== entry.zh || store.english ? h("span", {}, store.english ? entry.en : entry.zh) : null),
    claim.focus.length ? h("ul", { class: "jq-tags", "aria-label": store.say("focus") }, claim.focus.map((item) => h("li", {}, item))) : null,
  );
}

function evidence(claim) {
  const plan = store.plans.get(claim.plan);
  const open = h("button", { type: "button", class: "jq-link jq-open", onclick: () => store.runs.leave("open", claim.id) }, store.say("open"));
  return h(
    "section",
    { class: "jq-evidence" },
    h("p", { class: "jq-path" }, claim.section.join(" › ")),
    h("blockquote", {}, h("span", {}, tail(claim.before)), h("mark", {}, claim.quote), h("span", {}, start(claim.after))),
    h("p", { class: "jq-meta" }, `${plan.title}${plan.doc_number ? `　${plan.doc_number}` : ""}`, " ", open),
  );
}

const CONTEXT = 90;

function tail(text) {
  return text.length > CONTEXT ? `…${text.slice(-CONTEXT)}` : text;
}

function start(text) {
  return text.length > CONTEXT ? `${text.slice(0, CONTEXT)}…` : text;
}

function place(claim) {
  const rows = [
    [store.say("members"), store.members(claim) || "—"],
    [store.say("precision"), precision(claim)],
    [store.say("basis"), store.word("basis", claim.basis)],
    [store.say("source"), claim.place_source ? `${claim.place_source}${claim.place_confidence ? store.say("confidence", { level: store.say(`confidence.${claim.place_confidence}`) }) : ""}` : null],
    [store.say("note"), claim.note ?? (claim.reason && store.word("reason", claim.reason))],
    [store.say("today"), today(claim)],
  ];
  return h("dl", { class: "jq-facts" }, rows.filter(([, value]) => value).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

function today(claim) {
  const changed = claim.member_codes.some((code) => !claim.member_codes_today.includes(code));
  const comma = store.english ? ", " : "、";
  return changed ? `${claim.member_codes.join(comma)} → ${claim.member_codes_today.join(comma)}` : null;
}

function precision(claim) {
  if (claim.lon === undefined) return store.say("precision.none");
  const word = store.word("precision", claim.precision);
  if (claim.form === "area" && claim.area_km2) return store.say("precision.area", { word, area: Math.round(claim.area_km2).toLocaleString() });
  if (claim.form === "area") return word;
  return store.say(claim.form === "line" ? "precision.line" : "precision.point", { word, km: (claim.uncertainty_m / 1000).toLocaleString(undefined, { maximumFractionDigits: 1 }) });
}

const NEIGHBOURS = 6;

function neighbours(claim) {
  if (claim.lon === undefined) return null;
  const near = store.records.claims
    .filter((other) => other.id !== claim.id && other.lon !== undefined && other.industry_class === claim.industry_class)
    .map((other) => [distance(claim, other), other])
    .sort((a, b) => a[0] - b[0])
    .slice(0, NEIGHBOURS);
  if (!near.length) return null;
  const item = ([km, other]) => h("li", {}, h("button", { type: "button", onclick: () => store.select(other.id) }, mark(other), h("span", {}, other.name), h("small", {}, `${store.say(`view.${store.plans.get(other.plan).view}`)} · ${km < 1 ? "<1" : Math.round(km)} km`)));
  return h("section", {}, h("h3", {}, store.say("neighbours")), h("ul", { class: "jq-hits" }, near.map(item)));
}

// Kilometres between two claims' points, on a sphere.
function distance(one, other) {
  const rad = Math.PI / 180;
  const x = (other.lon - one.lon) * rad * Math.cos(((one.lat + other.lat) / 2) * rad);
  return 6371 * Math.hypot(x, (other.lat - one.lat) * rad);
}
