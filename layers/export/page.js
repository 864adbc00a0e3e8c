// The map without a server. Every text of a plan goes in as textContent.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const LISTS = ["industry", "kind", "status", "plan"];
  const classes = new Map(data.classes.map((entry) => [entry.code, entry]));

  // Two languages: a pair is Chinese, English; the address remembers which is shown.
  let language = location.hash === "#en" ? 1 : 0;
  const both = (pair) => pair[language];
  const say = (key, values) => both(data.say[key]).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const words = (vocabulary, code) => both(data.words[vocabulary][code] || [code, code]);
  const nameOf = (named) => (language && named.roman) || named.name;

  const element = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text !== undefined && text !== null) made.textContent = text;
    if (name) made.className = name;
    return made;
  };

  // Signs: shape tells the kind, colour the industry, dashes what is planned.
  const SHAPES = {
    circle: [], square: [45, 135, 225, 315], diamond: [0, 90, 180, 270], triangle: [0, 120, 240],
    pentagon: [0, 72, 144, 216, 288], hexagon: [0, 60, 120, 180, 240, 300],
    star: [0, 36, 72, 108, 144, 180, 216, 252, 288, 324], cross: [],
  };
  const SVG = "http://www.w3.org/2000/svg";
  function sign(shape, size, fill, ink, planned) {
    const svg = document.createElementNS(SVG, "svg");
    const set = (node, values) => Object.entries(values).forEach(([k, v]) => node.setAttribute(k, v));
    set(svg, { width: size + 4, height: size + 4, viewBox: `-12 -12 24 24`, "aria-hidden": "true" });
    const style = { fill, stroke: ink, "stroke-width": 2, "fill-opacity": planned ? 0.35 : 1 };
    if (planned) style["stroke-dasharray"] = "4 2";
    const angles = SHAPES[shape] || [];
    const node = document.createElementNS(SVG, shape === "cross" ? "rect" : angles.length ? "polygon" : "circle");
    if (shape === "cross") set(node, { x: -11, y: -4, width: 22, height: 8 });
    else if (!angles.length) set(node, { r: 9 });
    else set(node, {
      points: angles.map((a, i) => {
        const r = shape === "star" && i % 2 ? 5 : 10, t = (a - 90) * Math.PI / 180;
        return `${(r * Math.cos(t)).toFixed(2)},${(r * Math.sin(t)).toFixed(2)}`;
      }).join(" "),
    });
    set(node, style);
    svg.append(node);
    return svg;
  }
  const signOf = (claim) => {
    const entry = classes.get(claim.row.industry) || classes.get("x"), kind = data.signs[claim.row.kind] || ["circle", 12];
    return sign(kind[0], kind[1], entry.fill, entry.ink, claim.row.status === "planned");
  };

  // The map: the ground, then areas, courses and rings, then signs.
  const map = L.map("map", { preferCanvas: true, zoomControl: false, attributionControl: false, minZoom: 5, maxZoom: 14, zoomSnap: 0.25 });
  const ground = L.geoJSON(data.ground, {
    interactive: false,
    style: (f) => ({ color: f.properties.level === "county" ? "#b9c2cc" : "#7b8794",
      weight: f.properties.level === "county" ? 0.8 : 1.6, fillColor: "#fdfdfb", fillOpacity: f.properties.level === "county" ? 1 : 0 }),
  }).addTo(map);
  L.geoJSON(data.lines, { interactive: false, style: { color: "#8fb4d0", weight: 1.2 } }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  // On a phone a popup fills the upper part of the map: the buttons stand below it.
  L.control.zoom({ position: "bottomright" }).addTo(map);

  const names = L.layerGroup().addTo(map);
  function label() {
    names.clearLayers();
    const near = map.getZoom() >= 8.5, seen = map.getBounds();
    for (const f of data.ground.features) {
      const large = f.properties.level === "prefecture";
      if ((!large && !near) || (large && near) || f.properties.level === "province") continue;
      if (!seen.contains([f.properties.at[1], f.properties.at[0]])) continue;
      const icon = L.divIcon({ className: "", iconSize: [90, 16], html: element("div", nameOf(f.properties), large ? "place-name large" : "place-name") });
      L.marker([f.properties.at[1], f.properties.at[0]], { icon, interactive: false, keyboard: false }).addTo(names);
    }
  }
  map.on("moveend", label);

  function popup(claim) {
    const box = element("div", null, "popup");
    box.style.maxWidth = "290px";
    box.append(element("h3", claim.name));
    if (language && claim.roman) box.append(element("p", claim.roman, "soft"));
    box.append(element("p", [words("kinds", claim.row.kind), words("statuses", claim.row.status), claim.row.heading].filter(Boolean).join(" · ")));
    const quote = element("blockquote");
    quote.append(claim.before, element("mark", claim.quote), claim.after);
    box.append(quote, element("p", claim.section, "soft"));
    for (const [title, text] of claim.facts) {
      const line = element("p");
      line.append(element("strong", both(title)), ` ${both(text)}`);
      box.append(line);
    }
    box.append(element("p", data.documents[claim.row.plan] || claim.row.plan, "soft"));
    return box;
  }

  const drawn = data.claims.map((claim) => {
    const entry = classes.get(claim.row.industry) || classes.get("x");
    const planned = claim.row.status === "planned";
    const parts = [];
    const shape = claim.shape === null ? null : data.shapes[claim.shape];
    const line = shape && /Line/.test(shape.type);
    if (shape) parts.push(L.geoJSON(shape, { style: { color: entry.ink, weight: line ? 5 : 1.4, opacity: line ? 0.6 : 0.9,
      dashArray: planned ? "5 4" : null, fillColor: entry.fill, fillOpacity: line ? 0 : claim.wide ? 0.04 : 0.22 } }));
    if (!shape && claim.radius) parts.push(L.circle(claim.at, { radius: claim.radius, color: entry.ink, weight: 0.8,
      dashArray: "2 4", fillColor: entry.fill, fillOpacity: claim.radius > 20000 ? 0 : 0.08, interactive: false }));
    const icon = L.divIcon({ className: "sign", iconSize: [16, 16], iconAnchor: [8 - claim.shift[0], 8 - claim.shift[1]], html: signOf(claim) });
    const marker = L.marker(claim.at, { icon, keyboard: false, title: claim.name });
    parts.push(marker);
    parts.forEach((part) => part.bindPopup(() => popup(claim), { maxWidth: 310 }));
    return { claim, marker, group: L.layerGroup(parts) };
  });

  // Filters: one predicate, counts that follow the other filters.
  const chosen = { industry: new Set(), kind: new Set(), status: new Set(), plan: new Set(), terms: [] };
  const asFilter = (without) => {
    const made = {};
    for (const key of LISTS) if (key !== without && chosen[key].size) made[key] = [...chosen[key]];
    if (chosen.terms.length) made.terms = chosen.terms;
    return made;
  };
  const title = {
    industry: (code) => { const c = classes.get(code); return c ? both([c.zh, c.en]) : code; },
    kind: (code) => words("kinds", code), status: (code) => words("statuses", code),
    plan: (code) => data.plans[code] || code,
  };
  const mark = {
    industry: (code) => { const e = classes.get(code); return e && sign("square", 12, e.fill, e.ink, false); },
    kind: (code) => { const s = data.signs[code]; return s && sign(s[0], 12, "#c3c9d1", "#5d6675", false); },
    status: (code) => sign("circle", 12, "#c3c9d1", "#5d6675", code === "planned"),
    plan: () => null,
  };
  const boxes = {};
  for (const key of LISTS) {
    const values = [...new Set([...data.claims, ...data.unplaced].map((c) => c.row[key]).filter(Boolean))];
    const order = { industry: data.classes.map((c) => c.code), kind: Object.keys(data.words.kinds), status: Object.keys(data.words.statuses), plan: Object.keys(data.plans) }[key];
    values.sort((a, b) => order.indexOf(a) - order.indexOf(b));
    boxes[key] = values.map((value) => {
      const row = element("label"), input = document.createElement("input"), text = element("span"), count = element("span", "", "n");
      input.type = "checkbox";
      input.value = value;
      input.addEventListener("change", () => { chosen[key][input.checked ? "add" : "delete"](value); show(); });
      const picture = mark[key](value);
      row.append(input, ...(picture ? [picture] : []), text, count);
      byId(key).append(row);
      return { value, input, text, count, row };
    });
  }

  function show() {
    const filter = asFilter();
    const list = [];
    let placed = 0;
    for (const item of drawn) {
      const seen = jiqunMatches(filter, item.claim.row);
      if (seen) { item.group.addTo(map); placed += 1; list.push(item); } else item.group.remove();
    }
    const unplaced = data.unplaced.filter((claim) => jiqunMatches(filter, claim.row));
    for (const key of LISTS) {
      const other = asFilter(key), tally = new Map();
      for (const claim of [...data.claims, ...data.unplaced]) if (jiqunMatches(other, claim.row)) tally.set(claim.row[key], (tally.get(claim.row[key]) || 0) + 1);
      const inView = new Set([...list.map((item) => item.claim), ...unplaced].map((claim) => claim.row[key]));
      for (const box of boxes[key]) { box.row.classList.toggle("out", !inView.has(box.value)); box.count.textContent = tally.get(box.value) || 0; box.row.style.opacity = tally.get(box.value) || box.input.checked ? 1 : 0.45; }
    }
    byId("count").textContent = [
      say("placed", { n: placed, all: data.claims.length }),
      say("listed", { n: unplaced.length, all: data.unplaced.length }),
    ].join(" · ");
    byId("list").replaceChildren(...list.map(entryOf));
    byId("unplaced").replaceChildren(...unplaced.map((claim) => {
      const row = element("li");
      row.append(element("div", claim.name), element("div", both(claim.reason), "soft"), element("div", claim.quote, "soft"));
      return row;
    }));
    document.body.dataset.features = String(placed);
  }
  function entryOf(item) {
    const row = element("li"), button = element("button"), text = element("span");
    button.type = "button";
    text.append(element("span", item.claim.name), element("br"), element("span", [language && item.claim.roman, item.claim.row.heading, item.claim.members].filter(Boolean).join(" · "), "soft"));
    button.append(signOf(item.claim), text);
    button.addEventListener("click", () => { map.setView(item.claim.at, Math.max(map.getZoom(), 8.5), { animate: false }); item.marker.openPopup(); byId("map").scrollIntoView({ block: "nearest" }); });
    row.append(button);
    return row;
  }

  let typing;
  byId("q").addEventListener("input", (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => { chosen.terms = event.target.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean); show(); }, 120);
  });
  // Paper has another shape than the screen: what was seen stays in sight, an open popup whole.
  let opened = null;
  map.on("popupopen popupclose", (event) => { opened = event.type === "popupopen" ? event.popup : null; });
  window.matchMedia("print").addEventListener("change", () => {
    const seen = map.getBounds();
    map.invalidateSize({ animate: false });
    map.fitBounds(seen, { animate: false });
    if (!opened) return;
    const box = opened.getElement(), half = box.offsetWidth / 2;
    map.panInside(opened.getLatLng(), { paddingTopLeft: [half, box.offsetHeight + 20], paddingBottomRight: [half, 20], animate: false });
  });
  byId("print").addEventListener("click", () => window.print());
  byId("reset").addEventListener("click", () => {
    for (const key of LISTS) { chosen[key].clear(); boxes[key].forEach((box) => { box.input.checked = false; }); }
    byId("q").value = "";
    chosen.terms = [];
    show();
  });
  for (const view of data.views) {
    const button = element("button");
    view.button = button;
    button.type = "button";
    button.addEventListener("click", () => map.fitBounds(view.bounds));
    byId("views").append(button);
  }

  function speak() {
    document.documentElement.lang = both(["zh-CN", "en"]);
    document.title = say("title");
    for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
    byId("q").placeholder = say("hint");
    byId("map").setAttribute("aria-label", say("map"));
    byId("rows").setAttribute("aria-label", say("list"));
    for (const key of LISTS) for (const box of boxes[key]) box.text.textContent = title[key](box.value);
    for (const view of data.views) view.button.textContent = nameOf(view);
    byId("about").replaceChildren(...data.about.map(([key, text]) => {
      const item = element("span");
      item.append(element("b", both(key)), ` ${both(text)}`);
      return item;
    }));
    map.closePopup();
    label();
    show();
  }
  byId("language").addEventListener("click", () => {
    language = 1 - language;
    history.replaceState(null, "", language ? "#en" : "#zh");
    speak();
  });
  if (window.innerWidth <= 900) byId("filters").open = false;
  map.fitBounds(data.views[0].bounds, { animate: false });
  if (ground.getLayers().length === 0 && !data.claims.length) {
    const empty = element("p");
    empty.dataset.say = "nothing";
    byId("map").append(empty);
  }
  speak();
  document.body.dataset.ready = "true";
})();
