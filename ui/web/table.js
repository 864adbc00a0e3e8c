// The same rows as on the map, for eyes, keyboard and screen reader.

import { fill, h, sign } from "./elements.js";
import { slug, store } from "./store.js";

const COLUMNS = ["name", "kind", "status", "industry", "members", "plan"];
const PAGE = 400;

export function mount(root) {
  const table = new Table(root);
  return store.on((topic) => table.hear(topic));
}

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
    this.heads = h("tr", {}, COLUMNS.map((column) => h("th", { scope: "col", "aria-sort": "none", "data-column": column }, h("button", { type: "button", onclick: () => this.sort(column) }, store.say(`column.${column}`)))));
    this.body = h("tbody", { onclick: (event) => this.click(event), onkeydown: (event) => this.key(event) });
    this.more = h("button", { type: "button", class: "jq-link", onclick: () => this.extend() });
    fill(this.root, h("div", { class: "jq-table", tabindex: "0", role: "region", "aria-label": store.say("table") }, h("table", {}, this.caption, h("thead", {}, this.heads), this.body), this.more));
  }

  // The rows follow after the map's picture: to lay them out takes longer than to draw it.
  later() {
    cancelAnimationFrame(this.waiting);
    clearTimeout(this.soon);
    this.waiting = requestAnimationFrame(() => (this.soon = setTimeout(() => this.rows())));
  }

  sort(column) {
    const down = this.order?.column === column && !this.order.down;
    this.order = { column, down };
    for (const head of this.heads.children) head.setAttribute("aria-sort", head.dataset.column === column ? (down ? "descending" : "ascending") : "none");
    this.rows();
  }

  extend() {
    this.limit += PAGE;
    this.rows();
  }

  rows() {
    const claims = this.sorted();
    const rows = claims.slice(0, this.limit).map((claim) => this.row(claim));
    this.body.replaceChildren(...rows);
    this.more.hidden = claims.length <= this.limit;
    this.more.textContent = store.say("more", { count: claims.length - this.limit });
    const placed = claims.filter((claim) => claim.lon !== undefined).length;
    const values = { shown: claims.length, total: store.records.claims.length, placed, without: claims.length - placed };
    this.caption.textContent = store.say("table.caption", values);
    this.root.dataset.shown = claims.length;
    if (!claims.length) this.body.replaceChildren(h("tr", {}, h("td", { colspan: COLUMNS.length, class: "jq-empty" }, store.say("empty"))));
    this.mark(false);
  }

  sorted() {
    if (!this.order) return store.shown;
    const { column, down } = this.order;
    const text = (claim) => this.text(claim, column);
    const collator = new Intl.Collator(store.english ? "en" : "zh-CN");
    const list = [...store.shown].sort((a, b) => collator.compare(text(a), text(b)));
    return down ? list.reverse() : list;
  }

  text(claim, column) {
    if (column === "kind" || column === "status") return store.word(column, claim[column]);
    if (column === "members") return store.members(claim);
    if (column === "industry") return store.industry(claim);
    if (column === "plan") return store.say(`view.${slug(store.plans.get(claim.plan))}`);
    return claim[column];
  }

  row(claim) {
    if (!this.cells.has(claim.id)) this.cells.set(claim.id, this.make(claim));
    return this.cells.get(claim.id);
  }

  make(claim) {
    const mark = sign(store.records.signs[claim.kind]?.[0] ?? "circle", store.colour(claim.industry_class), { dashed: claim.status === "planned" });
    const lost = claim.lon === undefined ? h("i", { class: "jq-mark" }, store.say("noplace")) : null;
    const name = h("th", { scope: "row" }, h("button", { type: "button", class: "jq-pick" }, mark, h("span", {}, claim.name)), lost);
    return h("tr", { "data-id": claim.id }, name, COLUMNS.slice(1).map((column) => h("td", { "data-column": column }, this.text(claim, column))));
  }

  click(event) {
    const row = event.target.closest("tr[data-id]");
    if (row) store.select(row.dataset.id);
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target.closest("tr[data-id]");
    if (!step || !row) return;
    const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    next?.querySelector("button")?.focus();
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
