// The legend: only what is seen now, with how many.

import { fill, h, sign } from "./elements.js";

export function contents(store, claims) {
  const count = (key) => {
    const numbers = new Map();
    for (const claim of claims) numbers.set(claim[key], (numbers.get(claim[key]) ?? 0) + 1);
    return numbers;
  };
  const classes = count("industry_class"), kinds = count("kind");
  return {
    classes: store.records.classes.filter((entry) => classes.has(entry.code)).map((entry) => ({ colour: store.colour(entry.code), text: store.english ? entry.en : entry.zh, count: classes.get(entry.code) })),
    kinds: Object.keys(store.records.signs).filter((kind) => kinds.has(kind)).map((kind) => ({ shape: store.records.signs[kind][0], size: store.records.signs[kind][1], text: store.word("kind", kind), count: kinds.get(kind) })),
    notes: notes(store, claims),
  };
}

function notes(store, claims) {
  const list = [];
  if (claims.some((claim) => claim.status === "existing")) list.push(["existing", store.say("legend.existing")]);
  if (claims.some((claim) => claim.status === "planned")) list.push(["planned", store.say("legend.planned")]);
  if (claims.some((claim) => claim.form === "area")) list.push(["area", store.say("legend.area")]);
  if (claims.some((claim) => claim.form === "point")) list.push(["ring", store.say("legend.ring")]);
  if (claims.some((claim) => claim.form === "line")) list.push(["band", store.say("legend.band")]);
  return list;
}

export function draw(root, store, claims) {
  const { classes, kinds, notes: remarks } = contents(store, claims);
  const key = JSON.stringify([classes, kinds, remarks, store.dark, store.english]);
  if (root.dataset.key === key) return;
  root.dataset.key = key;
  const open = root.querySelector("details")?.open ?? innerWidth > 560;
  fill(
    root,
    h(
      "details",
      { open },
      h("summary", {}, store.say("legend")),
      h("ul", { class: "classes" }, classes.map((row) => h("li", {}, h("span", { class: "swatch", style: { background: row.colour } }), row.text, h("b", {}, row.count)))),
      h("ul", { class: "kinds" }, kinds.map((row) => h("li", {}, sign(row.shape, "currentColor", { size: row.size }), row.text, h("b", {}, row.count)))),
      h("ul", { class: "notes" }, remarks.map(([name, text]) => h("li", {}, h("span", { class: `note ${name}` }), text))),
    ),
  );
}
