// The head of every page: the project's name, its pages, language, and the running of Python when the link changes.

import { fill, h } from "./elements.js";
import { store } from "./store.js";

export function mount(root, { brand, pages, page }) {
  store.runs.arrive(page);
  const open = (name) => (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (name !== page) store.runs.leave("go", name);
  };
  const href = (name) => `${name === "map" ? "./" : name}${location.search}`;
  const links = Object.entries(pages).map(([name, label]) => h("a", { href: href(name), "aria-current": name === page ? "page" : null, onclick: open(name), onpointerenter: (event) => (event.target.href = href(name)) }, label));
  const button = (lang, label) => h("button", { type: "button", lang: lang === "en" ? "en" : "zh-CN", "aria-pressed": String((store.config.lang || "zh") === lang), onclick: () => store.change({ lang: lang === "zh" ? "" : lang }) }, label);
  const head = h("h1", { class: "jq-brand" }, h("b", {}, brand.name), h("span", {}, brand.tagline));
  fill(root, head, h("nav", { class: "jq-pages", "aria-label": store.config.lang === "en" ? "Pages" : "页面" }, links), h("div", { class: "jq-langs", role: "group", "aria-label": "语言 Language" }, button("zh", "中文"), button("en", "EN")));
}
