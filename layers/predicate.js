// The predicate of layers/filters.py for the browser: `chosen` is Filter.as_json(),
// `row` is Row.as_json(). A test holds the two together on the same rows.
function jiqunMatches(chosen, row) {
  const among = (wanted, value) => !wanted || value === undefined || wanted.includes(value);
  const inside = () => {
    if (row.places === undefined) return true;
    if (chosen.within && !row.places.includes(chosen.within)) return false;
    return !chosen.place || chosen.place.some((code) => row.places.includes(code));
  };
  const dated = () => {
    if (!row.dated || (chosen.from === undefined && chosen.to === undefined)) return true;
    if (row.years === undefined) return false;
    const [first, last] = row.years;
    return last >= (chosen.from || first) && first <= (chosen.to || last);
  };
  const says = (term) =>
    (row.text || "").includes(term) || (term.length > 1 && (row.initials || "").includes(term));
  return among(chosen.plan, row.plan)
    && among(chosen.industry, row.industry)
    && among(chosen.heading, row.heading)
    && among(chosen.kind, row.kind)
    && among(chosen.status, row.status)
    && among(chosen.basis, row.basis)
    && inside()
    && dated()
    && (chosen.terms || []).every(says);
}
