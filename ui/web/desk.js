// What Streamlit's components load: one module for all parts of the page.

import * as bar from "./bar.js";
import * as filters from "./filters.js";
import * as panel from "./panel.js";
import { store } from "./store.js";
import * as table from "./table.js";

const PARTS = { bar, filters, panel, table };
const mounted = new WeakMap();

// Called at every run of the script for every part; mounts once, then only configures.
export function render(part, { data, parentElement, setTriggerValue }) {
  for (const name of data.reruns ?? []) store.runs.events.set(name, (value) => setTriggerValue(name, { value, link: store.send() }));
  if (data.config) store.configure(data.config);
  if (part === "bar") styles(data.config.styles);
  if (data.link !== undefined) store.answered(data.link);
  // Python draws what the page can do without until the map stands, when it is told.
  if (data.drawn === false) store.picture.then(() => store.runs.ask("drawn", true));
  const root = host(parentElement, part);
  if (part === "bar") bar.mount(root, data);
  else if (!mounted.has(root)) mounted.set(root, PARTS[part].mount(root));
}

function host(parent, part) {
  let root = parent.querySelector(`:scope > .jq-part-${part}`);
  if (!root) {
    root = document.createElement("div");
    root.className = `jq jq-part-${part}`;
    parent.append(root);
  }
  return root;
}

export function unmount(part, { parentElement }) {
  const root = parentElement.querySelector(`:scope > .jq-part-${part}`);
  // Streamlit also cleans up before a part is drawn again: only what is gone has ended.
  setTimeout(() => {
    if (!root || root.isConnected) return;
    mounted.get(root)?.();
    mounted.delete(root);
    if (part === "table") store.runs.events.delete("link");
  });
}

function styles(href) {
  if (document.head.querySelector(`link[rel="stylesheet"][href="${href}"]`)) return;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
}
