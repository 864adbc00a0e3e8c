// A tree of elements from Python, drawn as text: nothing in it can become markup.
// Only the tags and attributes named here are made. `data-go` and `data-ask` tell
// Python; `data-pick` chooses a record in the browser, and the sheet that holds the
// `choices` shows it and writes the link, with no run of Python.

const TAGS = new Set("a article aside b blockquote button caption cite code dd details div dl dt em figure figcaption footer h2 h3 h4 header hr i li mark nav ol p q s section small span strong sub summary sup table tbody td tfoot th thead time tr ul wbr".split(" "));
const ATTRIBUTES = new Set("class colspan datetime dir id lang open role rowspan scope tabindex title type".split(" "));
const LINK = /^(?:https?:\/\/|[a-z]*\?|[a-z]+$|#|\.\/)/;

function make(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const [tag, attributes, ...children] = node;
  if (!TAGS.has(tag)) throw new Error(`expected a known tag, got ${tag}`);
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.map(make));
  return element;
}

function set(element, name, value) {
  if (name === "style") {
    for (const [property, item] of Object.entries(value)) if (property.startsWith("--")) element.style.setProperty(property, item);
  } else if (name === "href") {
    if (LINK.test(value)) element.setAttribute(name, value);
    if (/^https?:/.test(value)) Object.assign(element, { target: "_blank", rel: "noopener noreferrer" });
  } else if (ATTRIBUTES.has(name) || name.startsWith("aria-") || name.startsWith("data-")) {
    element.setAttribute(name, value);
  }
}

function plain(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
}

const PICK = "jiqun-pick";

function pick(id) {
  window.dispatchEvent(new CustomEvent(PICK, { detail: id }));
}

function draw(root, tree) {
  const version = JSON.stringify(tree);
  if (root.version === version) return;
  root.version = version;
  root.replaceChildren(...tree.map(make));
}

function linked() {
  return new URLSearchParams(location.search).get("sel") ?? "";
}

function write(id) {
  const query = new URLSearchParams(location.search);
  if (id) query.set("sel", id);
  else query.delete("sel");
  const text = query.toString();
  history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
  window.jiqun?.follow?.(); // the page's own store reads the link, too
}

// The one of many trees that is chosen: by the link at first, then by every pick.
function choose(root, choices) {
  const show = (id) => draw(root, choices[id] ? [choices[id]] : []);
  const follow = ({ detail }) => {
    write(choices[detail] ? detail : "");
    show(detail);
  };
  show(linked());
  window.addEventListener(PICK, follow);
  return () => window.removeEventListener(PICK, follow);
}

// What Python heard from a chart, handed on to the sheet of choices.
function hand(root, id) {
  const changed = root.signal === undefined ? id : root.signal !== id;
  root.signal = id;
  if (changed) pick(id);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".sheet");
  if (data.signal !== undefined) return hand(root, data.signal);
  root.dataset.theme = data.theme;
  root.lang = data.lang;
  root.onclick = (event) => {
    const target = event.target.closest("[data-go], [data-ask], [data-pick]");
    if (!target || !plain(event)) return;
    event.preventDefault();
    const { go, ask, sel = "" } = target.dataset;
    if (go !== undefined) setTriggerValue("go", { page: go, sel });
    else if (ask !== undefined) setTriggerValue("ask", ask);
    else pick(target.dataset.pick);
  };
  if (data.choices) return choose(root, data.choices);
  draw(root, data.tree);
}
