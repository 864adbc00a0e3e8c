// A plan with its records underlined. Drawn once from data, as text; a click selects
// in the browser, writes the link, and asks Python for nothing.

const h = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element[name] = value;
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null));
  return element;
};

class Reader {
  constructor(root) {
    this.root = root;
  }

  update(component) {
    const { data, setTriggerValue } = component;
    this.trigger = setTriggerValue;
    const fresh = this.data?.plan !== data.plan || this.data?.lang !== data.lang || this.data?.theme !== data.theme;
    // Drawn anew, the link knows better than Python: a click has written it since.
    const selected = fresh ? new URLSearchParams(location.search).get("sel") ?? "" : data.selected;
    const moved = fresh || this.asked !== selected;
    this.data = data;
    this.say = data.text;
    this.asked = selected;
    if (fresh) this.build();
    this.filter(data.shown);
    if (moved && selected) this.select(this.byId.get(selected), { scroll: true, write: false });
  }

  build() {
    const { data, root } = this;
    root.lang = data.lang;
    root.dataset.theme = data.theme;
    for (const [code, [, fill, ink]] of Object.entries(data.classes)) {
      root.style.setProperty(`--c${code}`, fill);
      root.style.setProperty(`--i${code}`, ink);
    }
    this.byId = new Map(data.marks.map((mark, index) => [mark.id, index]));
    this.runs = data.marks.map(() => []);
    this.text = h("div", { class: "text", lang: "zh-CN", tabindex: "0", role: "region", "aria-label": this.say.keys }, data.blocks.map((block) => this.block(block)));
    this.text.onclick = (event) => this.clicked(event);
    this.text.onkeydown = (event) => this.pressed(event);
    this.card = h("aside", { class: "card", "aria-live": "polite", "aria-label": this.say.record });
    root.replaceChildren(this.imprint(), this.head(), h("div", { class: "columns" }, this.contents(), this.text, this.card));
    this.selected = undefined;
    this.describe();
    this.watch();
  }

  block([level, heading, pieces]) {
    const line = level > 0 && level < 9 && pieces.reduce((sum, [text]) => sum + text.length, 0) === heading;
    const element = h(line ? (level <= 3 ? "h2" : level === 4 ? "h3" : "h4") : "p");
    let at = 0;
    for (const [text, marks] of pieces) {
      const bold = !line && at < heading;
      element.append(marks.length ? this.piece(text, marks, bold) : bold ? h("b", {}, text) : text);
      at += text.length;
    }
    return element;
  }

  piece(text, marks, bold) {
    const kinds = new Set(marks.map((index) => this.data.marks[index].kind));
    const place = marks.map((index) => this.data.marks[index]).find((mark) => mark.kind === "place");
    const first = this.data.marks[marks[0]];
    const names = ["m", `k${(place ?? first).code}`, kinds.has("number") ? "number" : "", place ? `place ${place.manner}` : "", bold ? "bold" : ""];
    const span = h("span", { class: names.filter(Boolean).join(" "), "data-marks": marks.join(" ") }, text);
    for (const index of marks) this.runs[index].push(span);
    return span;
  }

  head() {
    const { data } = this;
    const plans = data.plans.map(([id, title]) => h("button", { type: "button", "aria-pressed": String(id === data.plan), onclick: () => id !== data.plan && this.trigger("doc", id) }, title));
    const toggle = (kind, ...notes) => h("label", { class: kind }, h("input", { type: "checkbox", checked: true, onchange: (event) => this.root.classList.toggle(`no-${kind}s`, !event.target.checked) }), h("span", {}, this.say[`${kind}s`]), ...notes.map((note) => h("small", {}, note)));
    this.place = h("output", { class: "position" });
    return h(
      "header",
      {},
      h("div", { class: "plans", role: "group", "aria-label": this.say.text }, plans),
      h("div", { class: "tools" }, toggle("place", this.say.existing, this.say.planned), toggle("number"), h("span", { class: "steps" }, h("button", { type: "button", onclick: () => this.step(-1) }, `‹ ${this.say.previous}`), this.place, h("button", { type: "button", onclick: () => this.step(1) }, `${this.say.next} ›`))),
    );
  }

  // On paper only: what this is, what its colours say, where it comes from.
  imprint() {
    const { data, say } = this;
    const codes = [...new Set(data.marks.map((mark) => mark.code))].filter((code) => data.classes[code]);
    const key = codes.map((code) => h("span", { class: `k${code}` }, h("i", {}), data.classes[code][0]));
    return h("div", { class: "imprint" }, h("h1", {}, data.title), h("p", {}, data.meta), h("p", { class: "key" }, key, h("span", {}, say.existing), h("span", {}, say.planned), h("span", {}, say.shaded)), h("p", {}, `集群 Jiqun · ${location.href}`));
  }

  contents() {
    this.entries = this.data.contents.map(([title, depth, block, count]) => {
      const entry = h("button", { type: "button", class: `d${depth}`, onclick: () => this.text.children[block].scrollIntoView({ block: "start", behavior: this.motion }) }, h("span", {}, title), count ? h("small", {}, String(count)) : null);
      return h("li", {}, entry);
    });
    const wide = matchMedia("(min-width: 900px)").matches;
    return h("nav", { "aria-label": this.say.contents }, h("details", { open: wide }, h("summary", {}, this.say.contents), h("ol", {}, this.entries)));
  }

  get motion() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  }

  // Which heading one is reading under.
  watch() {
    this.observer?.disconnect();
    const starts = this.data.contents.map(([, , block]) => block);
    const visible = new Set();
    const places = new Map([...this.text.children].map((element, index) => [element, index]));
    this.observer = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) visible[isIntersecting ? "add" : "delete"](places.get(target));
      const top = Math.min(...visible);
      const current = starts.findLastIndex((start) => start <= top);
      this.entries.forEach((entry, index) => entry.classList.toggle("here", index === current));
    }, { rootMargin: "-10% 0px -40% 0px" });
    for (const element of this.text.children) this.observer.observe(element);
  }

  filter(shown) {
    const allowed = shown && new Set(shown);
    this.hidden = new Set(this.data.marks.flatMap((mark, index) => (allowed && !allowed.has(mark.id) ? [index] : [])));
    for (const span of this.text.querySelectorAll(".m")) span.classList.toggle("off", this.open(span).length === 0);
    this.describe();
  }

  open(span) {
    return span.dataset.marks.split(" ").map(Number).filter((index) => !this.hidden.has(index));
  }

  clicked(event) {
    const span = event.target.closest(".m");
    if (!span || String(getSelection()).length) return;
    const here = this.open(span);
    if (!here.length) return;
    const next = here[(here.indexOf(this.selected) + 1) % here.length];
    this.select(next, { here });
  }

  pressed(event) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape") this.select(undefined);
    if (!way) return;
    event.preventDefault();
    this.step(way);
  }

  step(way) {
    const order = this.data.marks.map((_, index) => index).filter((index) => !this.hidden.has(index));
    if (!order.length) return;
    const at = order.indexOf(this.selected);
    const next = at < 0 ? (way > 0 ? 0 : order.length - 1) : (at + way + order.length) % order.length;
    this.select(order[next], { scroll: true });
  }

  select(index, { scroll = false, write = true, here } = {}) {
    for (const span of this.runs[this.selected] ?? []) span.classList.remove("on");
    this.selected = index;
    const spans = this.runs[index] ?? [];
    for (const span of spans) span.classList.add("on");
    this.describe(here ?? (spans[0] ? this.open(spans[0]) : []));
    if (scroll && spans[0]) this.reveal(spans[0]);
    if (write) this.write(index === undefined ? "" : this.data.marks[index].id);
  }

  reveal(span) {
    span.scrollIntoView({ block: "center", behavior: "auto" });
    requestAnimationFrame(() => span.scrollIntoView({ block: "center", behavior: "auto" }));
  }

  write(id) {
    const query = new URLSearchParams(location.search);
    if (id) query.set("sel", id);
    else query.delete("sel");
    const text = query.toString();
    history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
    this.asked = id;
    window.jiqun?.follow?.(); // the page's own store reads the link, too
  }

  describe(here = []) {
    const mark = this.data.marks[this.selected];
    const total = this.data.marks.length - (this.hidden?.size ?? 0);
    const at = mark ? this.data.marks.slice(0, this.selected + 1).filter((_, index) => !this.hidden.has(index)).length : 0;
    this.place.textContent = mark ? `${at} / ${total}` : String(total);
    this.card.className = mark ? `card full k${mark.code}` : "card";
    this.card.replaceChildren(...(mark ? this.details(mark, here) : [h("p", { class: "hint" }, this.say.hint)]));
  }

  details(mark, here) {
    const others = here.length > 1 ? h("div", { class: "several", role: "group", "aria-label": this.say.several }, here.map((index) => h("button", { type: "button", "aria-pressed": String(index === this.selected), onclick: () => this.select(index, { here }) }, this.data.marks[index].title))) : null;
    return [
      h("button", { type: "button", class: "close", "aria-label": this.say.close, onclick: () => this.select(undefined) }, "×"),
      h("p", { class: "kicker" }, mark.kicker),
      h("h2", { "data-record": mark.id }, mark.title),
      h("dl", {}, mark.facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
      h("p", { class: "ways" }, this.way(mark)),
      others,
    ].filter(Boolean);
  }

  way(mark) {
    if (mark.kind === "place" && !mark.placed) return h("small", {}, this.say.none);
    const page = mark.kind === "place" ? "" : "targets";
    const query = new URLSearchParams(location.search);
    query.set("sel", mark.id);
    query.delete("doc");
    const follow = (event) => {
      if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      this.trigger("go", { page, sel: mark.id });
    };
    return h("a", { href: `${page || "./"}?${query}`, onclick: follow }, page ? this.say.targets : this.say.map);
  }
}

const readers = new WeakMap();

export default function (component) {
  const root = component.parentElement.querySelector(".reader");
  if (!readers.has(root)) readers.set(root, new Reader(root));
  readers.get(root).update(component);
}
