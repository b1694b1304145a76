/** Items by key, in the order met; those without a key are left out. */
export function groupedBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const before = groups.get(key);
    if (before) before.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
