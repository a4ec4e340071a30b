import type { RunOutcome } from '@pyladder/python';
import type { Rendered } from '../../templates/rendering.ts';
import { type Observation, observe } from './observation.ts';

/** A piece of Python that is run after a program to see what it does. */
export type Probe = {
  code: string;
  /** What it is called in a proof: the piece as its author wrote it. */
  name: string;
};

/** A probe that prints the value of an expression. */
export function probeValue(expression: string): Probe {
  return { name: expression, code: `print(\n${expression}\n)` };
}

/** The program with a probe after it. */
export function withProbe({ code }: Pick<Rendered, 'code'>, probe: Probe): string {
  return `${code.trimEnd()}\n${probe.code.trimEnd()}\n`.trimStart();
}

/** What each probe did, and the whole as one outcome: its output tells it probe by probe, so that outcomes can be compared. */
export type Observed = { observations: Observation[]; outcome: RunOutcome };

/** Reads the runs of a program alone and with each probe. */
export function readRuns(probes: readonly Probe[], alone: RunOutcome, together: readonly RunOutcome[]): Observed {
  const observations = together.map((outcome) => observe(alone, outcome));
  const all = [alone, ...together];
  const stopped = all.find(({ status }) => status === 'stopped');
  if (stopped !== undefined) return { observations, outcome: stopped };
  const refused = all.find(({ status }) => status === 'not-applicable');
  if (refused !== undefined) return { observations, outcome: refused };
  if (alone.status !== 'finished') return { observations, outcome: alone };
  const told = probes.map(({ name }, index) => `# ${name.replaceAll('\n', '\n# ')}\n${tell(observations[index])}`);
  return {
    observations,
    outcome: {
      status: 'finished',
      stdout: `${alone.stdout}${told.join('')}`,
      milliseconds: Math.max(...all.map((outcome) => ('milliseconds' in outcome ? outcome.milliseconds : 0))),
      applied: [...new Set(all.flatMap((outcome) => ('applied' in outcome ? outcome.applied : [])))],
    },
  };
}

/** Without an exception's words: they change from one CPython to the next. */
function tell(observation: Observation | undefined): string {
  if (observation === undefined || observation.did === 'not tell') return '';
  const text = observation.text === '' || observation.text.endsWith('\n') ? observation.text : `${observation.text}\n`;
  return observation.did === 'raise' ? `${text}${observation.type}\n` : text;
}
