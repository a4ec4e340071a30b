import { normalise } from '../output/option-text.ts';
import { type Observation, sayObservation, truthOf } from '../probes/observation.ts';
import { type Probe, probeValue } from '../probes/probe.ts';
import type { Claim } from './fields.ts';

/** What is run to try a claim. */
export function probeOf({ trial }: Claim): Probe {
  return trial.type === 'check' ? probeValue(trial.expression) : { name: trial.code, code: trial.code };
}

/** Whether a claim holds by what was observed; null if that says neither. */
export function holds({ trial }: Claim, observation: Observation | undefined): boolean | null {
  if (trial.type === 'check') return truthOf(observation);
  if (observation === undefined || observation.did === 'not tell') return null;
  if (trial.raises !== null) return observation.did === 'raise' && observation.type === trial.raises;
  return observation.did === 'print' && normalise(observation.text) === normalise(trial.prints ?? '');
}

/** Why a claim cannot be judged, as a sentence without its full stop. */
export function sayUndecided({ trial }: Claim, observation: Observation | undefined): string {
  const name = `\`${trial.type === 'check' ? trial.expression : trial.code}\``;
  if (trial.type === 'run' || observation?.did !== 'print') return `${name} ${sayObservation(observation)}`;
  return `${name} is neither True nor False but ${observation.text.trim()}`;
}
