// The numbers that hold where a claim lies, and whose they are.

import { h } from "./elements.js";
import { store } from "./store.js";

export function figures(claim) {
  const own = claim.target_ids.map((id) => store.targets.get(id)).filter(Boolean).sort((a, b) => rank(a, claim) - rank(b, claim));
  const upper = claim.upper_target_ids.map((id) => store.targets.get(id)).filter(Boolean);
  if (!own.length && !upper.length) return null;
  return h(
    "section",
    { class: "jq-figures" },
    h("h3", {}, store.say("figures")),
    h("p", { class: "jq-hint" }, store.say("figures.whose")),
    growth(claim),
    block(own),
    upper.length ? h("h4", {}, store.say("figures.upper")) : null,
    block(upper),
  );
}

// The industry's own amounts first, by year; then its other numbers; then those of all industries.
function rank(target, claim) {
  const kin = target.industry === claim.industry ? 0 : 1e6;
  return kin + (target.value_cny === undefined ? 1e5 : 0) + (target.year_to ?? target.year_from ?? 9999);
}

function growth(claim) {
  const rate = claim.implied_growth_per_year;
  if (rate === undefined) return null;
  const percent = `${(100 * rate).toFixed(1)}%`;
  return h("p", { class: "jq-growth" }, store.say("growth", { percent }), claim.growth_note ? h("small", {}, store.english ? store.say("growth.differs") : claim.growth_note) : null);
}

const FEW = 4;

function block(targets) {
  if (!targets.length) return null;
  const rows = targets.map((target) => h("li", {}, figure(target)));
  const more = rows.splice(FEW);
  return [h("ul", { class: "jq-numbers" }, rows), more.length ? h("details", {}, h("summary", {}, store.say("more", { count: more.length })), h("ul", { class: "jq-numbers" }, more)) : null];
}

function figure(target) {
  return [
    h("p", { class: "jq-number" }, h("span", { class: "jq-year" }, year(target)), h("strong", {}, value(target)), h("span", { class: `jq-modality jq-${target.modality}` }, store.word("modality", target.modality))),
    h("p", {}, h("span", { class: "jq-scope" }, store.named(target.scope?.split("；") ?? ["—"], target.roman ?? [])), ` ${target.industry} · ${store.measure(target.indicator)}`),
    h("q", {}, target.quote),
  ];
}

function year(target) {
  const { year_from: from, year_to: to } = target;
  if (!to && !from) return "—";
  return from && to && from !== to ? `${from}–${to}` : String(to ?? from);
}

export function value(target) {
  const comparator = target.comparator === "=" ? "" : `${store.word("comparator", target.comparator)} `;
  const exact = (number) => number.toLocaleString(undefined, { maximumFractionDigits: 20 });
  const share = !target.unit && target.value > 0 && target.value < 1; // 三分之一, as `layers.figures` says it
  const upto = target.value_max ? `–${exact(target.value_max)}` : "";
  const unit = target.unit ?? "";
  return `${comparator}${share ? `${(100 * target.value).toFixed(1)}%` : exact(target.value)}${upto}${/^[%‰％]/.test(unit) ? "" : " "}${unit}`.trim();
}
