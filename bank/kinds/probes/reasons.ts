/** Sets of beliefs in an order of their own, without those that hold a smaller one of the list: the rest of them does nothing. */
export function sortReasons(sets: readonly string[][]): string[][] {
  const smallest = sets.filter(
    (set) => !sets.some((other) => other.length < set.length && other.every((id) => set.includes(id))),
  );
  return smallest
    .map((set) => set.toSorted())
    .sort((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1));
}
