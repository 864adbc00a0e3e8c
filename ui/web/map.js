// The map in its frame: asks the page's store what to show, tells it what was clicked.

/* global L */
import { BaseMaps } from "./basemaps.js";
import { fill, h } from "./elements.js";
import { Ground } from "./ground.js";
import * as legend from "./legend.js";
import { printed, save } from "./picture.js";
import { Sheet, frame } from "./sheet.js";
import { Signs } from "./signs.js";
import { visit } from "./views.js";

const MARGIN = [18, 18];

const styled = style();

export async function mount(map, config) {
  const store = await found();
  const data = await store.ground(config.ground);
  await styled;
  window.jiqunDesk = new Desk(map, config, store, data);
  window.jiqunDesk.start();
}

// The frame's size is in it: without, the first picture is painted too small, and again.
function style() {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("./map.css", import.meta.url).href });
  document.head.append(link);
  return new Promise((done) => (link.onload = link.onerror = done));
}

// The page's store may come later than this frame.
async function found() {
  while (!parent.jiqun) await new Promise((wake) => setTimeout(wake, 15));
  return parent.jiqun.ready;
}

class Desk {
  constructor(map, config, store, data) {
    Object.assign(this, { map, config, store });
    this.ground = new Ground(store, data);
    this.signs = new Signs(store, this.ground);
  }

  start() {
    const { map } = this;
    map.attributionControl.setPrefix(false);
    map.invalidateSize({ pan: false });
    this.furniture();
    // Framed before the first picture, which listening to the store paints.
    this.home(false);
    this.paper = this.sheet("paper", 250, (context, view) => this.ground.paint(context, view));
    this.ink = this.sheet("ink", 420, (context, view) => this.signs.paint(context, view));
    map.on("moveend zoomend resize", () => this.later());
    map.on("mousemove", (event) => this.over(event));
    map.on("mouseout", () => this.point(null));
    map.on("click", (event) => this.click(event));
    new ResizeObserver(() => this.resize()).observe(map.getContainer());
    map.on("dragstart zoomstart", () => (this.moved = !this.framing));
    this.live = true;
    this.store.on((topic) => this.hear(topic));
    requestAnimationFrame(() => setTimeout(this.store.pictured));
    const gone = new AbortController();
    parent.addEventListener("beforeprint", () => printed(this), { signal: gone.signal });
    addEventListener("pagehide", () => gone.abort());
    document.body.dataset.ready = "true";
  }

  sheet(name, level, paint) {
    this.map.createPane(name).style.zIndex = level;
    this.map.getPane(name).style.pointerEvents = "none";
    return new Sheet({ pane: name, paint: (...seen) => this.live && paint(...seen) }).addTo(this.map);
  }

  hear(topic) {
    if (topic === "config") this.dress();
    if (topic === "view") this.home(true);
    if (topic === "base" || topic === "config") this.base.show(this.store.state.base || "none");
    if (topic === "selection") this.reveal();
    if (topic !== "base") this.repaint();
  }

  repaint() {
    this.paper.repaint();
    this.ink.repaint();
    this.later();
    document.body.dataset.features = this.signs.located.filter((claim) => this.store.visible.has(claim.id)).length;
  }

  // The legend follows after the picture: it is the slower to lay out.
  later() {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => legend.draw(this.legend, this.store, this.seen()));
  }

  seen() {
    const bounds = this.map.getBounds();
    return this.signs.located.filter((claim) => this.store.visible.has(claim.id) && bounds.contains([claim.lat, claim.lon]));
  }

  dress() {
    document.body.dataset.theme = this.store.dark ? "dark" : "light";
    document.documentElement.lang = this.store.english ? "en" : "zh-CN";
    this.map.getContainer().style.background = this.ground.look.sea;
    this.tools();
    this.title();
    if (this.scale) this.scale.remove();
    this.scale = L.control.scale({ imperial: false, position: "bottomright", maxWidth: 110 }).addTo(this.map);
    this.attribute();
  }

  attribute() {
    this.map.attributionControl.removeAttribution(this.credit ?? "");
    this.credit = this.store.say("picture.credit");
    this.map.attributionControl.addAttribution(escape(this.credit));
  }

  furniture() {
    const box = this.map.getContainer();
    this.legend = h("div", { class: "jq-legend" });
    this.heading = h("div", { class: "jq-heading" });
    this.bench = h("div", { class: "jq-tools" });
    this.tip = h("div", { class: "jq-tip", hidden: true });
    this.notice = h("div", { class: "jq-notice", role: "status", hidden: true });
    for (const part of [this.legend, this.heading, this.bench]) {
      L.DomEvent.disableClickPropagation(part);
      L.DomEvent.disableScrollPropagation(part);
    }
    box.append(this.legend, this.heading, this.bench, this.tip, this.notice);
    box.setAttribute("role", "application");
    this.base = new BaseMaps(this.map, this.config.tianditu, (tiles, failed) => this.tiled(tiles, failed));
  }

  tiled(tiles, failed = false) {
    this.ground.tiles = tiles;
    this.notice.hidden = !failed;
    this.notice.textContent = failed ? this.store.say("base.failed") : "";
    if (failed) setTimeout(() => (this.notice.hidden = true), 6000);
    this.repaint();
  }

  tools() {
    const { store, map } = this;
    const button = (name, text, act) => h("button", { type: "button", title: store.say(name), "aria-label": store.say(name), onclick: act }, text);
    const select = h("select", { "aria-label": store.say("base"), onchange: (event) => store.change({ base: event.target.value === "none" ? "" : event.target.value }) }, this.base.names.map((name) => h("option", { value: name, selected: (store.state.base || "none") === name }, store.say(`base.${name}`))));
    map.getContainer().setAttribute("aria-label", store.say("page.map"));
    fill(this.bench, h("div", { class: "zoom" }, button("zoomin", "+", () => map.zoomIn(1)), button("zoomout", "−", () => map.zoomOut(1)), button("home", "⌂", () => this.home(true))), h("label", { class: "base" }, h("span", {}, store.say("base")), select), h("button", { type: "button", class: "picture", onclick: () => save(this) }, store.say("picture")));
  }

  title() {
    const { store } = this;
    const plan = store.view;
    fill(this.heading, h("strong", {}, store.say(`view.${plan.view}`)), h("span", {}, store.say("view.asof", { date: plan.issued })));
  }

  // The frame grows into its place: until a person moves the map, it keeps the view whole.
  resize() {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const { x, y } = this.map.getSize();
    if (!clientWidth || (clientWidth === x && clientHeight === y)) return;
    // What moves the map paints it each time; the last picture is enough.
    this.live = false;
    this.map.invalidateSize({ pan: false });
    if (!this.moved) this.home(false);
    this.live = true;
    this.repaint();
  }

  home(animate) {
    const [west, south, east, north] = this.ground.view.bounds;
    const size = this.map.getSize();
    const left = size.x > 620 ? Math.min(190, size.x * 0.2) : MARGIN[0];
    if (this.store.text) this.title();
    this.framing = true;
    this.moved = false;
    this.map.fitBounds([[south, west], [north, east]], { animate, paddingTopLeft: [left, MARGIN[1]], paddingBottomRight: MARGIN, duration: 0.6 });
    this.map.once("moveend", () => (this.framing = false));
    if (!animate) this.framing = false;
  }

  world(point) {
    const place = this.map.containerPointToLayerPoint(point).add(this.map.getPixelOrigin());
    return [place.x, place.y, frame(this.map, null)];
  }

  over(event) {
    const [x, y, view] = this.world(event.containerPoint);
    const claim = this.signs.at(x, y, view);
    const unit = claim ? null : this.ground.at(x, y, view.scale);
    this.point(claim, unit, event.containerPoint);
  }

  point(claim, unit, at) {
    const door = unit && this.door(unit);
    const enters = claim?.id ?? null;
    if (enters !== this.signs.hover) {
      this.signs.hover = enters;
      this.ink.repaint();
    }
    this.map.getContainer().style.cursor = claim || door ? "pointer" : "";
    this.tip.hidden = !claim && !door;
    if (claim) fill(this.tip, h("strong", {}, claim.name), h("span", {}, [this.store.word("kind", claim.kind), this.store.word("status", claim.status), this.store.industry(claim)].join(" · ")));
    else if (door) fill(this.tip, h("span", {}, this.store.say("view.into", { name: this.store.say(`view.${door.view}`) })));
    if (at) this.place(at);
  }

  place(at) {
    const size = this.map.getSize();
    const left = at.x > size.x - 240;
    this.tip.style.transform = `translate(${left ? at.x - 14 : at.x + 14}px, ${at.y + 14}px) translateX(${left ? "-100%" : "0"})`;
  }

  // Another plan whose own area the unit lies in: a click leads there.
  door(unit) {
    const plans = this.store.records.plans.filter((plan) => plan !== this.store.view);
    return plans.find((plan) => !plan.issuer.endsWith("0000") && (unit.parent === plan.issuer || unit.code === plan.issuer) && this.store.view.issuer.endsWith("0000")) ?? null;
  }

  click(event) {
    const [x, y, view] = this.world(event.containerPoint);
    const claim = this.signs.at(x, y, view);
    if (claim) return this.store.select(claim.id);
    const unit = this.ground.at(x, y, view.scale);
    const door = unit && this.door(unit);
    if (door) return visit(this.store, door);
    this.store.select(unit ? this.next(unit) : "");
  }

  // Claims whose area holds the unit, one after the other at repeated clicks.
  next(unit) {
    const list = this.store.shown.filter((claim) => claim.form === "area" && (unit.codes.some((code) => claim.member_codes.includes(code)) || claim.member_codes.includes(unit.parent)));
    const at = list.findIndex((claim) => claim.id === this.store.state.sel);
    return list.length ? list[(at + 1) % list.length].id : "";
  }

  // Where a claim's sign stands, in pixels of the frame.
  where(id) {
    const { places } = this.signs.layout(this.ink._context, frame(this.map, null));
    const { x, y } = places.get(id);
    const point = this.map.layerPointToContainerPoint(L.point(x, y).subtract(this.map.getPixelOrigin()));
    return [point.x, point.y];
  }

  // A selection made elsewhere is brought into sight; one that is seen moves nothing.
  reveal() {
    const claim = this.store.selected;
    if (!claim || claim.lon === undefined) return;
    const place = L.latLng(claim.lat, claim.lon);
    if (!this.map.getBounds().pad(-0.04).contains(place)) this.map.panTo(place);
  }
}

function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
