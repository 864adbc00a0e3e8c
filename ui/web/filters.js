// The filter column: every option with a count that follows the other filters.

import { fill, h, sign } from "./elements.js";
import { filtered } from "./link.js";
import { FACETS, YEAR } from "./predicate.js";
import { places } from "./places.js";
import { store } from "./store.js";
import { visit } from "./views.js";

export function mount(root) {
  const column = new Column(root);
  return store.on((topic) => column.hear(topic));
}

class Column {
  constructor(root) {
    this.root = root;
    this.rows = [];
    this.open = new Set();
  }

  hear(topic) {
    if (topic === "config" || topic === "view") this.build();
    if (topic !== "selection") this.update();
  }

  build() {
    this.rows = [];
    fill(this.root, h("div", { class: "jq-filters" }, this.views(), this.search(), this.summary(), this.folded()));
  }

  views() {
    const button = (plan) =>
      h(
        "button",
        { type: "button", "aria-pressed": String(store.view === plan), onclick: () => visit(store, plan), "data-view": plan.view },
        h("strong", {}, store.say(`view.${plan.view}`)),
        h("span", {}, plan.period ? plan.period.join("–") : plan.issued.slice(0, 4)),
      );
    return h("div", { class: "jq-views", role: "group", "aria-label": store.say("view") }, store.records.plans.map(button));
  }

  search() {
    let timer;
    const type = (event) => {
      clearTimeout(timer);
      const value = event.target.value.trim();
      timer = setTimeout(() => store.change({ q: value }, { replace: Boolean(store.state.q) }), 90);
    };
    this.input = h("input", { type: "search", id: "jq-q", placeholder: store.say("search.hint"), autocomplete: "off", oninput: type, onkeydown: (event) => this.hit(event), value: store.state.q });
    this.hits = h("ul", { class: "jq-hits", "aria-label": store.say("search.hits") });
    return h("div", { class: "jq-search" }, h("label", { for: "jq-q", class: "jq-label" }, store.say("search")), this.input, this.hits);
  }

  hit(event) {
    if (event.key === "Enter" && !event.isComposing && store.shown.length) store.select(store.shown[0].id);
  }

  summary() {
    this.total = h("p", { class: "jq-total", role: "status", "aria-live": "polite" });
    this.clear = h("button", { type: "button", class: "jq-link", onclick: () => store.reset() }, store.say("reset"));
    const copy = h("button", { type: "button", class: "jq-link", onclick: () => this.copy(copy) }, store.say("copy"));
    return h("div", { class: "jq-summary" }, this.total, h("span", { class: "jq-actions" }, this.clear, copy));
  }

  async copy(button) {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = store.say("copied");
    } catch {
      prompt(store.say("copy"), location.href);
    }
    setTimeout(() => (button.textContent = store.say("copy")), 1600);
  }

  // On a phone the filters stand above the map, so they wait to be asked for.
  folded() {
    const open = this.unfolded ?? !matchMedia("(max-width: 900px)").matches;
    const box = h("details", { class: "jq-more", open }, h("summary", {}, store.say("filters")), this.groups());
    box.addEventListener("toggle", (event) => event.target === box && (this.unfolded = box.open));
    return box;
  }

  groups() {
    return [
      this.group("industry", this.industries()),
      this.group("plan", store.records.plans.map((plan) => this.row("plan", plan.id, this.planName(plan)))),
      this.group("kind", Object.keys(store.records.signs).map((kind) => this.row("kind", kind, store.word("kind", kind), this.kindSign(kind)))),
      this.group("status", ["existing", "planned"].map((status) => this.row("status", status, store.word("status", status), sign("circle", "currentColor", { dashed: status === "planned" })))),
      this.group("basis", ["stated", "inferred", "none"].map((basis) => this.row("basis", basis, store.word("basis", basis)))),
      this.group("place", this.places(), true),
      this.group("year", [this.years()], true),
    ];
  }

  planName(plan) {
    return `${store.say(`view.${plan.view}`)} · ${plan.issued.slice(0, 4)}`;
  }

  kindSign(kind) {
    return sign(store.records.signs[kind][0], "currentColor");
  }

  group(name, body, folded = false) {
    const chosenHere = store.state[name]?.length || (name === "year" && (store.state.from || store.state.to));
    return h("details", { class: "jq-group", open: !folded || Boolean(chosenHere), "data-facet": name }, h("summary", {}, store.say(`facet.${name}`)), h("div", { class: "jq-options", role: "group", "aria-label": store.say(`facet.${name}`) }, body));
  }

  industries() {
    const present = new Set(store.records.claims.map((claim) => claim.industry_class));
    return store.records.classes.filter((entry) => present.has(entry.code)).map((entry) => this.industry(entry));
  }

  industry(entry) {
    const claims = store.records.claims.filter((claim) => claim.industry_class === entry.code);
    const headings = [...new Set(claims.map((claim) => claim.industry))];
    const row = this.row("industry", entry.code, store.english ? entry.en : entry.zh, this.swatch(entry));
    if (headings.length === 1 && headings[0] === entry.zh) return row;
    const inner = h("div", { class: "jq-branch", hidden: !this.open.has(entry.code) }, headings.map((heading) => this.heading(heading, claims)));
    return this.branch(row, inner, entry.code, store.say("headings", { name: store.english ? entry.en : entry.zh }));
  }

  heading(heading, claims) {
    const issuers = new Set(claims.filter((claim) => claim.industry === heading).map((claim) => claim.plan));
    const marks = store.records.plans.filter((plan) => issuers.has(plan.id)).map((plan) => h("i", { class: "jq-mark" }, store.say(`view.${plan.view}`)));
    return this.row("heading", heading, [heading, " ", marks]);
  }

  branch(row, inner, key, label) {
    const shut = () => !this.open.has(key);
    const button = h("button", { type: "button", class: "jq-unfold", "aria-expanded": String(!shut()), "aria-label": label });
    button.addEventListener("click", () => {
      shut() ? this.open.add(key) : this.open.delete(key);
      inner.hidden = shut();
      button.setAttribute("aria-expanded", String(!shut()));
    });
    return h("div", {}, h("div", { class: "jq-line" }, row, button), inner);
  }

  swatch(entry) {
    return h("span", { class: "jq-swatch", style: { background: store.colour(entry.code) }, "aria-hidden": "true" });
  }

  places(list = places(store)) {
    return list.map((place) => {
      const gloss = store.english && place.roman ? h("i", { class: "jq-gloss" }, ` ${place.roman}`) : null;
      const year = place.year ? h("i", { class: "jq-mark" }, place.year) : null;
      const row = this.row("place", place.code, [place.name, gloss, year]);
      if (!place.children.length) return row;
      if (place.level === "province") return [row, h("div", { class: "jq-branch" }, this.places(place.children))];
      const inner = h("div", { class: "jq-branch", hidden: !this.open.has(place.code) }, this.places(place.children));
      return this.branch(row, inner, place.code, store.say("inside", { name: place.name }));
    });
  }

  years() {
    const linked = [store.state.from, store.state.to].filter((year) => YEAR.test(year)).map(Number);
    const all = [...new Set([...[...store.targets.values()].map((target) => target.year_to ?? target.year_from).filter(Boolean), ...linked])].sort();
    const select = (name) =>
      h("label", {}, store.say(`year.${name}`), h("select", { onchange: (event) => store.change({ [name]: event.target.value }), "data-year": name }, h("option", { value: "" }, store.say("any")), all.map((year) => h("option", { value: year, selected: String(year) === store.state[name] }, year))));
    return h("div", { class: "jq-years" }, select("from"), select("to"));
  }

  row(facet, value, label, mark = null) {
    const input = h("input", { type: "checkbox", "data-facet": facet, value, onchange: () => this.toggle(facet, value, input.checked) });
    const count = h("span", { class: "jq-count" });
    const bar = h("span", { class: "jq-share", "aria-hidden": "true" });
    const element = h("label", { class: "jq-option" }, input, mark, h("span", { class: "jq-name" }, label), count, bar);
    this.rows.push({ facet, value, input, count, bar, element });
    return element;
  }

  toggle(facet, value, on) {
    const others = store.state[facet].filter((item) => item !== value);
    store.change({ [facet]: on ? [...others, value] : others });
  }

  update() {
    const tallies = Object.fromEntries(FACETS.map((facet) => [facet, tally(facet)]));
    for (const row of this.rows) this.paint(row, tallies[row.facet]);
    for (const year of this.root.querySelectorAll("select[data-year]")) year.value = store.state[year.dataset.year];
    this.total.textContent = store.say("shown", store.counts);
    this.total.dataset.placed = store.placed.length;
    this.clear.hidden = !filtered(store.state);
    if (document.activeElement !== this.input) this.input.value = store.state.q;
    this.list();
  }

  paint({ facet, value, input, count, bar, element }, tally) {
    const number = tally.get(value) ?? 0;
    input.checked = store.state[facet].includes(value);
    count.textContent = number;
    bar.style.setProperty("--share", String(number / Math.max(1, tally.most)));
    element.classList.toggle("jq-none", number === 0 && !input.checked);
  }

  // The first hits of a search: the keyboard's way to a feature.
  list() {
    const hits = store.state.q ? store.shown.slice(0, 6) : [];
    fill(this.hits, hits.map((claim) => h("li", {}, h("button", { type: "button", onclick: () => store.select(claim.id) }, this.claimSign(claim), h("span", {}, claim.name), h("small", {}, claim.industry)))));
    if (store.state.q && !hits.length) fill(this.hits, h("li", { class: "jq-empty" }, store.say("search.none")));
  }

  claimSign(claim) {
    return sign(store.records.signs[claim.kind]?.[0] ?? "circle", store.colour(claim.industry_class), { dashed: claim.status === "planned" });
  }
}

function tally(facet) {
  const except = facet === "heading" || facet === "industry" ? ["heading", "industry"] : [facet];
  const counts = new Map();
  for (const claim of store.choose(except)) {
    for (const value of values(claim, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  counts.most = Math.max(1, ...[...counts].filter(([code]) => facet !== "place" || !code.endsWith("0000")).map(([, number]) => number));
  return counts;
}

function values(claim, facet) {
  if (facet === "place") return claim.row.places ?? [];
  return [claim[facet === "industry" ? "industry_class" : facet === "heading" ? "industry" : facet]];
}
