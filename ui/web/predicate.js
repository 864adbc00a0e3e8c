// Which claims a state shows: `layers/predicate.js`, the browser's twin of
// `layers/filters.py`, which makes the downloads.

import { jiqunMatches } from "./rows.js";

export const FACETS = ["plan", "industry", "heading", "kind", "status", "basis", "place"];

export const YEAR = /^[0-9]{4}$/;

// Values that stand in no vocabulary are left out, here as in `ui/state.py`.
function known(name, values, { words, classes }) {
  const closed = name === "industry" ? classes.map((entry) => entry.code) : words[name] && name !== "view" ? Object.keys(words[name]) : null;
  return closed ? values.filter((value) => closed.includes(value)) : values;
}

// The state as `Filter.as_json()` gives it; `except` leaves some of it out.
export function filter(state, records, except = []) {
  const chosen = {};
  for (const name of FACETS) {
    const values = except.includes(name) ? [] : known(name, state[name], records);
    if (values.length) chosen[name] = values;
  }
  for (const name of ["from", "to"]) if (YEAR.test(state[name]) && !except.includes("year")) chosen[name] = Number(state[name]);
  const terms = state.q.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  if (terms.length) chosen.terms = terms;
  const within = Object.hasOwn(records.views, state.view) && records.views[state.view];
  if (within) chosen.within = within;
  return chosen;
}

export function select(claims, chosen) {
  return claims.filter((claim) => jiqunMatches(chosen, claim.row));
}
