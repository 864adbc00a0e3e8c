// The link is the state of the page: filters, view, selection, language.
// Names are those of `jiqun export` and `layers.filters`.

export const LISTS = ["plan", "industry", "heading", "kind", "status", "basis", "place"];
export const VALUES = ["q", "from", "to", "view", "sel", "lang", "base"];

export function read(search = location.search) {
  const parameters = new URLSearchParams(search);
  const state = {};
  for (const name of LISTS) state[name] = [...new Set(parameters.getAll(name).flatMap((value) => value.split(",")).filter(Boolean))];
  for (const name of VALUES) state[name] = (parameters.get(name) || "").trim();
  return state;
}

export function query(state, search = location.search) {
  const parameters = new URLSearchParams(search);
  for (const name of [...LISTS, ...VALUES]) parameters.delete(name);
  for (const name of LISTS) for (const value of state[name]) parameters.append(name, value);
  for (const name of VALUES) if (state[name]) parameters.set(name, state[name]);
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

export function filtered(state) {
  return LISTS.some((name) => state[name].length) || Boolean(state.q || state.from || state.to);
}

export function cleared(state) {
  const next = { ...state, q: "", from: "", to: "" };
  for (const name of LISTS) next[name] = [];
  return next;
}

export function equal(one, other) {
  return query(one, "") === query(other, "");
}
