import type { Axis } from './frame.ts';
import { checkRange } from './options.ts';
import { roundUp } from './scale.ts';

const DEFAULT_RANGE = [-4, 4] as const;

/** The ends of the ability scale. @throws RangeError if they are none */
export function rangeOf(range: readonly [number, number] = DEFAULT_RANGE): readonly [number, number] {
  return checkRange(range);
}

/** The axis of ability. */
export function abilityAxis([low, high]: readonly [number, number]): Axis {
  return { label: 'Ability (logits)', low, high };
}

/** An axis of shares or probabilities. */
export function shareAxis(label: string): Axis {
  return { label, low: 0, high: 1 };
}

/** An axis from 0 to the round number above the highest value. @throws RangeError if a value is not finite */
export function amountAxis(label: string, highest: number): Axis {
  return { label, low: 0, high: roundUp(Math.max(highest, 0.01), 6) };
}
