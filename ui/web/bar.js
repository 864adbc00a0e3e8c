// The head of every page: language, and the running of Python when the link changes.

import { fill, h } from "./elements.js";
import { store } from "./store.js";

export function mount(root) {
  const button = (lang, label) => h("button", { type: "button", lang: lang === "en" ? "en" : "zh-CN", "aria-pressed": String((store.config.lang || "zh") === lang), onclick: () => store.change({ lang: lang === "zh" ? "" : lang }) }, label);
  fill(root, h("div", { class: "jq-langs", role: "group", "aria-label": "语言 Language" }, button("zh", "中文"), button("en", "EN")));
}
