// The tree of units that claims lie in, by the date of the view: units of that
// date first, units of another plan's date with their year.

export function places(store) {
  const used = new Set(store.records.claims.flatMap((claim) => claim.row.places ?? []));
  const view = store.view;
  const known = new Map();
  const plans = [view, ...store.records.plans.filter((plan) => plan !== view)];
  for (const plan of plans) {
    for (const place of store.records.places[plan.id] ?? []) {
      if (used.has(place.code) && !known.has(place.code)) known.set(place.code, { ...place, year: plan === view ? "" : plan.issued.slice(0, 4), children: [] });
    }
  }
  const top = [];
  for (const place of [...known.values()].sort((a, b) => a.code.localeCompare(b.code))) (known.get(place.parent)?.children ?? top).push(place);
  return top;
}
