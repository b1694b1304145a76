/** The items that are listed come first, in the order of the list; the others behind them as they were. */
export function listedFirst<T, K>(items: Iterable<T>, list: readonly K[], keyOf: (item: T) => K): readonly T[] {
  const place = (item: T): number => {
    const index = list.indexOf(keyOf(item));
    return index < 0 ? list.length : index;
  };
  return [...items].sort((a, b) => place(a) - place(b));
}
