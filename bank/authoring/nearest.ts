/** The known words most like one that was mistyped, the likest first; none if nothing is near. */
export function findNearest(word: string, known: Iterable<string>, most = 3): string[] {
  const wanted = word.toLowerCase();
  const furthest = Math.max(2, Math.ceil(word.length / 3));
  return [...new Set(known)]
    .map((other) => ({ other, distance: distanceBetween(wanted, other.toLowerCase()) }))
    .filter(({ other, distance }) => distance <= furthest || sharesWord(wanted, other))
    .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
    .slice(0, most)
    .map(({ other }) => other);
}

/** Longer words of three letters and more between dots and hyphens: `lists` is near to `lists-and-tuples`. */
function sharesWord(a: string, b: string): boolean {
  const last = a.split('.').at(-1) ?? '';
  const words = new Set(last.split('-').filter((word) => word.length >= 4));
  return (b.split('.').at(-1) ?? '').split('-').some((word) => words.has(word));
}

/**
 * Letters to insert, remove, replace or swap with their neighbour on the way from one word to the other.
 *
 * @see Damerau (1964), in the restricted form that edits no part twice
 */
function distanceBetween(a: string, b: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(last, j) + 1,
          at(row, j - 1) + 1,
          at(last, j - 1) + (isSame ? 0 : 1),
          isSwapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
