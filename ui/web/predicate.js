// Which claims a state shows: `layers/predicate.js`, the browser's twin of
// `layers/filters.py`, which makes the downloads.

import { jiqunMatches } from "./rows.js";

export const FACETS = ["plan", "industry", "heading", "kind", "status", "basis", "place"];

// The state as `Filter.as_json()` gives it; `except` leaves some of it out.
export function filter(state, views, except = []) {
  const chosen = {};
  for (const name of FACETS) if (state[name].length && !except.includes(name)) chosen[name] = state[name];
  for (const name of ["from", "to"]) if (state[name] && !except.includes("year")) chosen[name] = Number(state[name]);
  const terms = state.q.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  if (terms.length) chosen.terms = terms;
  if (views[state.view]) chosen.within = views[state.view];
  return chosen;
}

export function select(claims, chosen) {
  return claims.filter((claim) => jiqunMatches(chosen, claim.row));
}
