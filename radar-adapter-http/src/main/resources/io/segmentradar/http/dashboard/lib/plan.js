// Sums over planned actions.

/** Sums of the actions by a key of theirs. */
export function sums(actions, keyOf) {
  const rows = new Map();
  for (const action of actions) {
    const key = keyOf(action);
    const row = rows.get(key) ?? { key, n: 0, hours: 0, value: 0 };
    row.n += 1;
    row.hours += action.hours ?? 0;
    row.value += action.value ?? 0;
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => b.value - a.value);
}
