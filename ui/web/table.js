// The same rows as on the map, for eyes, keyboard and screen reader; below them,
// apart, those that no map can show.

import { fill, h, sign } from "./elements.js";
import { store } from "./store.js";

const COLUMNS = ["name", "kind", "status", "industry", "members", "plan"];
const PAGE = 400;

export function mount(root) {
  const table = new Table(root);
  return store.on((topic) => table.hear(topic));
}

// Whether rows have stood on the page: only the first ones wait for the map's picture.
let drawn = false;

class Table {
  constructor(root) {
    this.root = root;
    this.order = null;
    this.limit = PAGE;
    this.cells = new Map();
  }

  hear(topic) {
    if (topic === "config") this.build();
    if (topic === "config" || topic === "filter") this.later();
    if (topic === "selection") this.mark(true);
  }

  build() {
    this.cells.clear();
    this.caption = h("caption", {});
    this.heads = h("tr", {}, COLUMNS.map((column) => h("th", { scope: "col", "aria-sort": this.direction(column), "data-column": column }, h("button", { type: "button", onclick: () => this.sort(column) }, store.say(`column.${column}`)))));
    this.placed = h("tbody", { "data-part": "placed" });
    this.placeless = h("tbody", { "data-part": "placeless" });
    this.apart = h("tr", { class: "jq-apart" }, h("th", { scope: "rowgroup", colspan: COLUMNS.length }));
    this.body = h("table", { onclick: (event) => this.click(event), onkeydown: (event) => this.key(event) }, this.caption, h("thead", {}, this.heads), this.placed, this.placeless);
    this.more = h("button", { type: "button", class: "jq-link", onclick: () => this.extend() });
    fill(this.root, h("div", { class: "jq-table", tabindex: "0", role: "region", "aria-label": store.say("table") }, this.body, this.more));
    if (drawn) this.rows(); // A table that is built again is never seen empty.
  }

  // The rows follow after the map's picture: to lay them out takes longer than to draw it.
  async later() {
    await store.picture;
    cancelAnimationFrame(this.waiting);
    clearTimeout(this.soon);
    this.waiting = requestAnimationFrame(() => (this.soon = setTimeout(() => this.root.isConnected && this.rows())));
  }

  sort(column) {
    const down = this.order?.column === column && !this.order.down;
    this.order = { column, down };
    for (const head of this.heads.children) head.setAttribute("aria-sort", this.direction(head.dataset.column));
    this.rows();
  }

  direction(column) {
    if (this.order?.column !== column) return "none";
    return this.order.down ? "descending" : "ascending";
  }

  extend() {
    this.limit += PAGE;
    this.rows();
  }

  rows() {
    drawn = true;
    const placed = this.sorted(store.placed).slice(0, this.limit);
    const placeless = this.sorted(store.placeless).slice(0, this.limit - placed.length);
    const rest = store.shown.length - placed.length - placeless.length;
    this.placed.replaceChildren(...(store.shown.length ? placed.map((claim) => this.row(claim)) : [this.nothing()]));
    this.placeless.replaceChildren(...(placeless.length ? [this.heading(), ...placeless.map((claim) => this.row(claim))] : []));
    this.more.hidden = rest <= 0;
    this.more.textContent = store.say("more", { count: rest });
    this.caption.textContent = store.say(store.placeless.length ? "table.caption" : "table.placed", store.counts);
    this.root.dataset.shown = store.placed.length;
    this.mark(false);
  }

  nothing() {
    return h("tr", {}, h("td", { colspan: COLUMNS.length, class: "jq-empty" }, store.say("empty")));
  }

  heading() {
    fill(this.apart.firstChild, h("div", {}, h("strong", {}, store.say("placeless", { count: store.counts.without })), " ", store.say("placeless.files")));
    return this.apart;
  }

  sorted(claims) {
    if (!this.order) return claims;
    const { column, down } = this.order;
    const text = (claim) => this.text(claim, column);
    const collator = new Intl.Collator(store.english ? "en" : "zh-CN");
    const list = [...claims].sort((a, b) => collator.compare(text(a), text(b)));
    return down ? list.reverse() : list;
  }

  text(claim, column) {
    if (column === "kind" || column === "status") return store.word(column, claim[column]);
    if (column === "members") return store.members(claim);
    if (column === "industry") return store.industry(claim);
    if (column === "plan") return store.say(`view.${store.plans.get(claim.plan).view}`);
    return claim[column];
  }

  row(claim) {
    if (!this.cells.has(claim.id)) this.cells.set(claim.id, this.make(claim));
    return this.cells.get(claim.id);
  }

  make(claim) {
    const mark = sign(store.records.signs[claim.kind]?.[0] ?? "circle", store.colour(claim.industry_class), { dashed: claim.status === "planned" });
    const name = h("th", { scope: "row" }, h("button", { type: "button", class: "jq-pick" }, mark, h("span", {}, claim.name)));
    return h("tr", { "data-id": claim.id }, name, COLUMNS.slice(1).map((column) => this.cell(claim, column)));
  }

  // Many members would make a row of many lines: two are shown, the panel has them all.
  cell(claim, column) {
    const text = this.text(claim, column);
    const shown = column === "members" ? h("span", { class: "jq-two", title: text }, text) : text;
    return h("td", { "data-column": column }, shown);
  }

  click(event) {
    const row = event.target.closest("tr[data-id]");
    if (row) store.select(row.dataset.id);
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target.closest("tr[data-id]");
    if (!step || !row) return;
    const rows = [...this.body.querySelectorAll("tr[data-id]")];
    rows[rows.indexOf(row) + step]?.querySelector("button").focus();
    event.preventDefault();
  }

  mark(scroll) {
    for (const row of this.body.querySelectorAll('[aria-current="true"]')) row.setAttribute("aria-current", "false");
    const row = store.state.sel && this.body.querySelector(`[data-id="${CSS.escape(store.state.sel)}"]`);
    if (!row) return;
    row.setAttribute("aria-current", "true");
    if (scroll) this.reveal(row);
  }

  // Scroll the table alone, never the page.
  reveal(row) {
    const box = this.root.querySelector(".jq-table");
    const head = box.querySelector("thead").offsetHeight;
    const top = row.offsetTop - head;
    if (top < box.scrollTop || row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = top - box.clientHeight / 3;
  }
}
