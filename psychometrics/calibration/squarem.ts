/** One EM step: from parameters to better ones, with the log-likelihood (and log prior) of where it began. */
export type EmStep = (parameters: Float64Array) => { objective: number; next: Float64Array };

/**
 * How long to go on: until no parameter moves by more than `tolerance` in an EM step, or `maxSteps` of them, or, if
 * `isBounded` is given, parameters are not: then there is no summit to find.
 */
export type Stopping = { tolerance: number; maxSteps: number; isBounded?: (parameters: Float64Array) => boolean };

/** Where it ended. `iterations` counts EM steps, those for extrapolating too. */
export type Maximum = { parameters: Float64Array; iterations: number; converged: boolean };

/**
 * EM made quick: two EM steps say how fast and how evenly it nears its end, a third starts from where that leads. A jump
 * that does not raise the objective is taken back, so that it converges wherever EM does.
 *
 * @throws RangeError if the tolerance is not above 0 (or infinite), or the steps are no whole number from 1
 * @formula stepLength = -sqrt(sum(r, (one) => one ** 2) / sum(v, (one) => one ** 2))
 * @see Varadhan & Roland (2008), scheme SqS3
 */
export function accelerate(step: EmStep, start: Float64Array, stopping: Stopping): Maximum {
  const { tolerance, maxSteps, isBounded = () => true } = stopping;
  if (!(tolerance > 0 && Number.isFinite(tolerance))) throw new RangeError(`tolerance ${tolerance} is not above 0`);
  if (!(Number.isInteger(maxSteps) && maxSteps > 0))
    throw new RangeError(`${maxSteps} steps: give a whole number from 1`);
  let here = start;
  let iterations = 0;
  /** Whether going on from there is of no use, because it has arrived or never will. */
  const isEnd = (from: Float64Array, { next }: { next: Float64Array }) => {
    iterations++;
    return largestMove(from, next) < tolerance || iterations >= maxSteps || !isBounded(next);
  };
  const endAt = (from: Float64Array, { next }: { next: Float64Array }): Maximum => {
    return { parameters: next, iterations, converged: largestMove(from, next) < tolerance && isBounded(next) };
  };
  for (;;) {
    const once = step(here);
    if (isEnd(here, once)) return endAt(here, once);
    const twice = step(once.next);
    if (isEnd(once.next, twice)) return endAt(once.next, twice);
    const length = stepLength(here, once.next, twice.next);
    const beyond = extrapolate(here, once.next, twice.next, length);
    if (!beyond.every(Number.isFinite)) {
      here = twice.next;
      continue;
    }
    const jumped = step(beyond);
    // Not a number, or lower: the jump went too far. Written so that both are taken back.
    const isHigher = jumped.objective >= twice.objective;
    if (isEnd(beyond, jumped) && isHigher) return endAt(beyond, jumped);
    if (iterations >= maxSteps) return endAt(once.next, twice);
    here = isHigher ? jumped.next : twice.next;
  }
}

/** The length of the jump, never shorter than EM's own step. */
export function stepLength(here: Float64Array, once: Float64Array, twice: Float64Array): number {
  let r = 0;
  let v = 0;
  for (let k = 0; k < here.length; k++) {
    const first = (once[k] as number) - (here[k] as number);
    const second = (twice[k] as number) - (once[k] as number) - first;
    r += first * first;
    v += second * second;
  }
  return v === 0 ? -1 : Math.min(-1, -Math.sqrt(r / v));
}

function extrapolate(here: Float64Array, once: Float64Array, twice: Float64Array, length: number): Float64Array {
  return here.map((at, k) => {
    const r = (once[k] as number) - at;
    const v = (twice[k] as number) - (once[k] as number) - r;
    return at - 2 * length * r + length * length * v;
  });
}

function largestMove(from: Float64Array, to: Float64Array): number {
  let most = 0;
  for (let k = 0; k < from.length; k++) most = Math.max(most, Math.abs((to[k] as number) - (from[k] as number)));
  return most;
}
