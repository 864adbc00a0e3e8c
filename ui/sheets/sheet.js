// A tree of elements from Python, drawn as text: nothing in it can become markup.
// Only the tags and attributes named here are made; links and buttons that carry
// `data-go` or `data-pick` tell Python instead of leaving the page.

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

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".sheet");
  root.dataset.theme = data.theme;
  root.lang = data.lang;
  root.onclick = (event) => {
    const target = event.target.closest("[data-go], [data-pick]");
    if (!target || !plain(event)) return;
    event.preventDefault();
    if (target.dataset.go !== undefined) setTriggerValue("go", { page: target.dataset.go, sel: target.dataset.sel ?? "" });
    else setTriggerValue("pick", target.dataset.pick);
  };
  const version = JSON.stringify(data.tree);
  if (root.version === version) return;
  root.version = version;
  root.replaceChildren(...data.tree.map(make));
}
