// The views of the map: one a plan, what each is called and how to get there.

// Who issued a plan, in few words; with the year where another plan has the same issuer.
export function issuer(store, plan) {
  const units = [...(store.units.get(plan.id)?.values() ?? [])];
  const unit = units.find(({ code }) => code.split("+").includes(plan.issuer));
  if (!unit) return plan.title;
  const short = store.english ? unit.roman.replace(/ (Province|City)$/, "") : unit.name.replace(/(?<=..)[省市]$/, "");
  const alone = store.records.plans.every((other) => other === plan || other.issuer !== plan.issuer);
  return alone ? short || unit.name : `${short || unit.name} ${plan.period?.[0] ?? plan.issued.slice(0, 4)}`;
}

// The plan that a link's view names; without one the first plan, or the first that the
// filter lets through where all of those lie in other provinces.
export function viewed(store, state) {
  const { plans } = store.records;
  const asked = plans.find((plan) => plan.view === state.view);
  if (asked) return asked;
  const chosen = plans.filter((plan) => state.plan.includes(plan.id));
  const far = chosen.every((plan) => plan.issuer.slice(0, 2) !== plans[0].issuer.slice(0, 2));
  return (far && chosen[0]) || plans[0];
}

// The way to a plan's view; a place that some plan's issuer is, chosen for another view, goes.
export function visit(store, plan) {
  const issuers = new Set(store.records.plans.map((one) => one.issuer));
  const place = store.state.place.filter((code) => !issuers.has(code));
  store.change({ view: plan.view, place, sel: "" });
}
