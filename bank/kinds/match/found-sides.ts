import { misconceptions } from '@pyladder/python';
import { type Observation, sayObservation } from '../probes/observation.ts';
import { type Probe, probeValue } from '../probes/probe.ts';
import type { BelievedProbes } from '../probes/prove-probes.ts';
import type { Pair, RightSide } from './fields.ts';

/** What stands on the right for a call that ends without one. */
const noException = 'no exception';

/** Right sides that nobody's pair has are added from beliefs until there are so many. */
const extraSides = 2;

/** What is run to find the right side of a pair. */
export function probeOf({ run }: Pair, of: Exclude<RightSide, 'check'>): Probe {
  if (of === 'exception') return { name: run, code: run };
  const value = of === 'type' ? `type(\n${run}\n).__name__` : `repr(\n${run}\n)`;
  return { ...probeValue(value), name: run };
}

/** The right side that was found; null if there is none. */
export function sideIn(observation: Observation | undefined, of: Exclude<RightSide, 'check'>): string | null {
  if (of === 'exception') {
    if (observation?.did === 'raise') return observation.type;
    return observation?.did === 'print' ? noException : null;
  }
  const text = observation?.did === 'print' ? observation.text.trimEnd() : '';
  return text === '' || text.includes('\n') ? null : text;
}

/** Why there is no right side to be found. */
export function sayMissing({ run }: Pair, observation: Observation | undefined): string {
  const said =
    observation?.did === 'print' ? 'has a value that does not stand on one line' : sayObservation(observation);
  return `\`${run}\` ${said}`;
}

/** Why something else is wrong here, said by what Python does. */
export function saySide({ run, because }: Pair, side: string, of: Exclude<RightSide, 'check'>): string {
  if (because !== null) return because;
  const code = `\`${run.replaceAll('\n', ' ')}\``;
  if (of === 'type') return `The value of ${code} is of type \`${side}\`.`;
  if (of === 'repr') return `${code} gives \`${side.replaceAll('`', "'")}\`.`;
  return side === noException ? `${code} ends without an exception.` : `${code} stops with \`${side}\`.`;
}

/** Right sides that belief finds and that stand nowhere yet, most widely held first. */
export function findExtraSides(
  known: readonly string[],
  believed: readonly (BelievedProbes & { sides: (string | null)[] })[],
): string[] {
  const weights = new Map<string, number>();
  for (const { beliefs, sides } of believed) {
    const weight = beliefs.reduce((share, id) => share * (misconceptions.get(id)?.prevalence ?? 0), 1);
    for (const side of new Set(sides)) {
      if (side !== null && !known.includes(side)) weights.set(side, (weights.get(side) ?? 0) + weight);
    }
  }
  return [...weights]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, extraSides)
    .map(([side]) => side);
}
