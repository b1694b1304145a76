/**
 * Pure functions of immutable objects, each computed at most once per object and forgotten with it.
 *
 * This is the one thing that modules may keep: what a resource or an evaluator leads to never changes, so nobody can
 * tell a remembered answer from a fresh one. Resources of untouched entries are the same objects after a keystroke, and
 * so what was computed of them stays.
 */
export function memoised<K extends WeakKey, T>(compute: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let entry = made.get(key);
    if (!entry) {
      entry = { value: compute(key) };
      made.set(key, entry);
    }
    return entry.value;
  };
}
