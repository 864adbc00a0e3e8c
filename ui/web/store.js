// One store for the page: the records, the state read from the link, and who
// wants to know. The map in its frame asks the same object through `parent`.

import { cleared, equal, query, read } from "./link.js";
import { filter, select } from "./predicate.js";
import { Runs } from "./runs.js";
import { issuer, viewed } from "./views.js";

class Store {
  constructor() {
    this.state = read();
    this.config = null;
    this.records = null;
    this.listeners = new Set();
    this.runs = new Runs();
    this.ready = new Promise((resolve) => (this.settle = resolve));
    this.sent = new Set();
    this.picture = new Promise((resolve) => (this.pictured = resolve));
    this.push = history.pushState.bind(history);
    history.pushState = (...call) => this.echo(call[2]) || this.push(...call);
    addEventListener("popstate", () => {
      this.follow();
      this.sync();
    });
  }

  // The link of an event. What comes back of it from Python is an echo: by then a
  // person may have gone on, and Streamlit would set the older link again.
  send() {
    const link = query(this.state);
    this.sent.add(link);
    return link;
  }

  echo(url) {
    const { pathname, search } = new URL(url ?? "", location.href);
    const here = pathname === location.pathname;
    return here && this.sent.has(query(read(search), search)) && search !== location.search;
  }

  // Python's part of the state, at every run: where files lie, language, theme.
  configure(given) {
    const config = { ...given, theme: theme() ?? given.theme };
    const first = !this.config;
    const changed = first || JSON.stringify(config) !== JSON.stringify(this.config);
    this.config = config;
    if (first) this.loading = this.load();
    // A map that never comes must not keep the rest of the page waiting.
    if (first) setTimeout(this.pictured, PATIENCE_MS);
    if (changed) this.look();
    this.follow();
  }

  async look() {
    document.documentElement.dataset.jqTheme = this.config.theme;
    document.documentElement.lang = this.config.lang === "en" ? "en" : "zh-CN";
    const text = await file(this.config.words);
    await this.loading;
    this.text = text;
    this.settle(this);
    this.tell("config");
  }

  async load() {
    this.ground(this.config.ground);
    this.records = await file(this.config.records);
    this.claims = new Map(this.records.claims.map((claim) => [claim.id, claim]));
    this.targets = new Map(this.records.targets.map((target) => [target.id, target]));
    this.classes = new Map(this.records.classes.map((entry) => [entry.code, entry]));
    this.plans = new Map(this.records.plans.map((plan) => [plan.id, plan]));
    this.units = new Map(Object.entries(this.records.places).map(([plan, list]) => [plan, new Map(list.map((unit) => [unit.code, unit]))]));
    this.count();
  }

  count() {
    this.shown = this.choose();
    this.placed = this.shown.filter((claim) => claim.lon !== undefined);
    this.placeless = this.shown.filter((claim) => claim.lon === undefined);
    this.visible = new Set(this.shown.map((claim) => claim.id));
    document.documentElement.toggleAttribute("data-jq-placeless", this.placeless.length > 0);
  }

  // Claims that the state shows, as if some facets were not set.
  choose(except) {
    return select(this.records.claims, filter(this.state, this.records, except));
  }

  get english() {
    return this.config?.lang === "en";
  }

  get dark() {
    return this.config?.theme === "dark";
  }

  // How many records the state shows, for sentences: on the map, without a place, of all.
  get counts() {
    const number = (list) => list.length.toLocaleString();
    return { placed: number(this.placed), without: number(this.placeless), shown: number(this.shown), total: number(this.records.claims) };
  }

  say(key, values = {}) {
    const plan = key.startsWith("view.") && this.records.plans.find((one) => one.view === key.slice(5));
    const text = this.text[key] ?? (plan ? issuer(this, plan) : key);
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  }

  word(table, code) {
    return this.records.words[table]?.[code]?.[this.english ? 1 : 0] ?? code ?? "";
  }

  // Units by name, each with a gloss where the page is not in Chinese. A firm, a zone or a
  // town is no answer to where it lies: the unit that holds it stands with it, or for it.
  members(claim) {
    const inside = claim.member_codes.length ? "" : this.inside(claim);
    if (!inside) return this.named(claim.members, claim.roman);
    if (claim.members.every((name) => name === claim.name)) return inside;
    const own = this.named(claim.members, claim.roman);
    return this.english ? `${own}, ${inside}` : `${own}（${inside}）`;
  }

  // The finest unit that a claim lies in, with its prefecture in a plan of the province.
  inside(claim) {
    const units = this.units.get(claim.plan);
    const unit = units?.get(claim.row.places?.[0]);
    const above = unit && this.plans.get(claim.plan).issuer.endsWith("0000") && units.get(unit.parent);
    const line = unit ? [above?.level === "prefecture" ? above : null, unit].filter(Boolean) : [];
    if (this.english) return this.named(line.map(({ name }) => name).reverse(), line.map(({ roman }) => roman).reverse());
    return line.map(({ name }) => name).join("");
  }

  named(names, roman) {
    const glossed = names.map((name, i) => (this.english && roman[i] ? `${name} (${roman[i]})` : name));
    return glossed.join(this.english ? ", " : "、");
  }

  // What is measured, in the plan's word, with its gloss.
  measure(indicator) {
    const gloss = this.english && this.text[`measure.${indicator}`];
    return gloss ? `${indicator} (${gloss})` : indicator;
  }

  // The plan's own heading, with the national class as its gloss.
  industry(claim) {
    return this.english ? `${claim.industry} (${this.class(claim.industry_class).en})` : claim.industry;
  }

  class(code) {
    return this.classes.get(code) ?? this.classes.get("x");
  }

  colour(code) {
    const entry = this.class(code);
    return this.dark ? entry.dark : entry.fill;
  }

  ink(code) {
    const entry = this.class(code);
    return this.dark ? entry.dark : entry.ink;
  }

  // Geometry for the map in its frame; the frame is torn down with its page, this is not.
  ground(address) {
    return file(address);
  }

  // The view: the plan on whose date the map is drawn.
  get view() {
    return viewed(this, this.state);
  }

  get selected() {
    return this.claims?.get(this.state.sel) ?? null;
  }

  // A step of the link; while another page is on its way it waits for that page.
  change(patch, options) {
    this.runs.settled(() => this.turn(patch, options));
  }

  turn(patch, { replace = false } = {}) {
    const next = { ...this.state, ...patch };
    if (equal(next, this.state)) return;
    const url = `${location.pathname}${query(next)}${location.hash}`;
    if (replace) history.replaceState(history.state, "", url);
    else this.push(history.state, "", url);
    this.take(next);
    this.sync();
  }

  // Back, forward, or a link set by Python.
  follow() {
    const next = read();
    if (!equal(next, this.state)) this.take(next);
  }

  take(next) {
    const before = this.state;
    this.state = next;
    if (!this.text) return;
    this.count();
    const changed = FILTER.some((name) => String(before[name]) !== String(next[name]));
    if (viewed(this, before) !== viewed(this, next)) this.tell("view");
    if (changed) this.tell("filter");
    if (before.base !== next.base) this.tell("base");
    if (before.sel !== next.sel) this.tell("selection");
  }

  reset() {
    this.change(cleared(this.state));
  }

  select(id, options) {
    this.change({ sel: id ?? "" }, options);
  }

  // Ask Python to run again, so that the downloads follow the link; all of the page
  // where its words change.
  sync() {
    this.pend(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.runs.settled(() => this.runs.insist(this.part, true, () => this.synced)), 60);
  }

  // What has to run again: the table, or all where there is none or the words are others.
  get part() {
    return this.spoken && this.runs.events.has("link") ? "link" : "all";
  }

  get spoken() {
    return this.english === (this.state.lang === "en");
  }

  // Whether Python has drawn what the link says: its words, and on the map its downloads.
  get synced() {
    const waiting = this.runs.events.has("link") && document.documentElement.hasAttribute("data-jq-pending");
    return !waiting && this.spoken;
  }

  // Python's downloads are those of `link`: until that is this link, they wait.
  answered(link) {
    const waiting = !equal(read(link), this.state);
    if (!waiting) this.sent.clear();
    this.pend(waiting);
  }

  pend(waiting) {
    document.documentElement.toggleAttribute("data-jq-pending", waiting);
  }

  on(listener) {
    this.listeners.add(listener);
    if (this.text) listener("config");
    return () => this.listeners.delete(listener);
  }

  tell(topic) {
    for (const listener of [...this.listeners]) listener(topic);
  }
}

const PATIENCE_MS = 4000;
const FILTER = ["plan", "industry", "heading", "kind", "status", "basis", "place", "q", "from", "to", "view"];

// The look that Streamlit draws now: Python hears of a change one run later.
function theme() {
  const app = document.querySelector(".stApp");
  const [red, green, blue] = app ? getComputedStyle(app).backgroundColor.match(/[\d.]+/g) ?? [] : [];
  if (blue === undefined) return null;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}

const files = new Map();

// One fetch an address, however often it is asked for.
export function file(address) {
  if (!files.has(address)) files.set(address, fetch(address).then((response) => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }));
  return files.get(address);
}

export const store = (window.jiqun ??= new Store());
