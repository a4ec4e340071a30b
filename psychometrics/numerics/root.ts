/**
 * A root of a continuous function between two points of opposite sign, by regula falsi in Illinois form with bisection
 * whenever it does not at least halve the bracket in three steps.
 *
 * @param tolerance width of the last bracket
 * @throws RangeError if the function has the same sign at both ends
 * @see Dowell & Jarratt (1971)
 */
export function findRoot(of: (x: number) => number, [low, high]: readonly [number, number], tolerance = 1e-12): number {
  let [left, right] = [low, high];
  let [atLeft, atRight] = [of(left), of(right)];
  if (atLeft === 0) return left;
  if (atRight === 0) return right;
  if (atLeft > 0 === atRight > 0) throw new RangeError(`no change of sign between ${low} and ${high}`);
  for (let step = 1, width = right - left; right - left > tolerance * Math.max(1, Math.abs(left)); step++) {
    const isStuck = step % 3 === 0 && right - left > width / 2;
    if (step % 3 === 0) width = right - left;
    let x = isStuck ? (left + right) / 2 : (left * atRight - right * atLeft) / (atRight - atLeft);
    if (!(x > left && x < right)) x = (left + right) / 2;
    if (x === left || x === right) break;
    const value = of(x);
    if (value === 0) return x;
    if (value > 0 === atRight > 0) {
      [right, atRight, atLeft] = [x, value, atLeft / 2];
    } else {
      [left, atLeft, atRight] = [x, value, atRight / 2];
    }
  }
  return (left + right) / 2;
}
