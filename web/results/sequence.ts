/**
 * Which of the numbers stand in sequence: the members of one longest part that rises, the others left out. The rules
 * of credit count just these (`creditOf` of an order).
 *
 * @returns one entry a number, in their order
 */
export function findInSequence(numbers: readonly number[]): boolean[] {
  // The longest rise that ends at each number, as places.
  const rises: number[][] = [];
  for (const [at, number] of numbers.entries()) {
    const before = rises.filter((_, earlier) => (numbers[earlier] ?? 0) < number);
    rises[at] = [...longest(before), at];
  }
  const best = new Set(longest(rises));
  return numbers.map((_, at) => best.has(at));
}

function longest(rises: readonly number[][]): number[] {
  return rises.reduce((best, rise) => (rise.length > best.length ? rise : best), []);
}
