import type { Rendered } from '../../templates/rendering.ts';
import type { Template } from '../../templates/template.ts';
import type { BeliefRun, ProofRun } from '../../templates/variant.ts';
import { inspectPrograms } from '../../tools/inspection.ts';
import type { KindTools } from '../kind.ts';
import { runUnderBeliefs } from '../output/belief-runs.ts';
import { proveOutput } from '../output/proof.ts';
import { sayStop } from '../running/consequence.ts';
import type { Observation } from './observation.ts';
import { type Probe, readRuns, withProbe } from './probe.ts';

/** What Python itself does, run by run, or why the program is no ground for probes. */
export type ProbeProof =
  | { isProven: true; observations: Observation[]; proof: ProofRun[] }
  | { isProven: false; why: string; hopeless: boolean; probe: number | null };

/** Runs the program alone and with each probe, every time afresh, on every CPython line that the template claims. */
export async function proveProbes(
  template: Template,
  rendered: Rendered,
  probes: readonly Probe[],
  tools: KindTools,
): Promise<ProbeProof> {
  const [alone = [], ...together] = await Promise.all(
    [rendered.code, ...probes.map((probe) => withProbe(rendered, probe))].map((code) =>
      proveOutput({ ...rendered, code }, template.python, tools),
    ),
  );
  const first = alone[0]?.outcome;
  if (first === undefined || first.status === 'stopped') return refuse(sayStop(first));
  if (first.status === 'raised') {
    return { ...refuse(`the program stops with ${first.exception.type}`), hopeless: false };
  }
  const endless = together.findIndex(([run]) => run === undefined || run.outcome.status === 'stopped');
  if (endless >= 0) return { ...refuse(`\`${probes[endless]?.name}\` does not end`), probe: endless };
  const varying = await findVarying(rendered, probes, tools);
  if (varying !== null) return varying;
  const runs = alone.map(({ python, hashSeed, outcome }, place) => {
    const others = together.flatMap((runsOfProbe) => runsOfProbe[place]?.outcome ?? []);
    return { python, hashSeed, ...readRuns(probes, outcome, others) };
  });
  return {
    isProven: true,
    observations: runs[0]?.observations ?? [],
    proof: runs.map(({ python, hashSeed, outcome }) => ({ python, hashSeed, outcome })),
  };
}

/** What probes do under a set of beliefs. */
export type BelievedProbes = { beliefs: string[]; observations: Observation[] };

/**
 * Runs the program alone and with each probe once for every set of beliefs.
 *
 * @param say for authors, what who holds the beliefs would answer; the key where that is the same
 */
export async function probeUnderBeliefs(
  sets: readonly string[][],
  rendered: Rendered,
  probes: readonly Probe[],
  { python, endless, signal }: KindTools,
  say: (observations: readonly Observation[]) => string,
): Promise<{ believed: BelievedProbes[]; beliefRuns: BeliefRun[] }> {
  const tried = sets.filter((set) => !endless.has(set.join(' ')));
  const [alone = [], ...together] = await Promise.all(
    [rendered.code, ...probes.map((probe) => withProbe(rendered, probe))].map((code) =>
      runUnderBeliefs(tried, { ...rendered, code }, python, signal),
    ),
  );
  const observed = alone.map(({ beliefs, outcome }, place) => {
    const others = together.flatMap((runs) => runs[place]?.outcome ?? []);
    return { beliefs, ...readRuns(probes, outcome, others) };
  });
  return {
    believed: observed.map(({ beliefs, observations }) => ({ beliefs, observations })),
    beliefRuns: observed.map(({ beliefs, outcome, observations }) => {
      const isClear = observations.some(({ did }) => did !== 'not tell');
      return { beliefs, outcome, answer: isClear ? { text: say(observations), form: 'sentence' } : null };
    }),
  };
}

/** The static look that programs get, for what the probes add to theirs. */
async function findVarying(
  rendered: Rendered,
  probes: readonly Probe[],
  { python, signal }: KindTools,
): Promise<ProbeProof | null> {
  const own = rendered.code.trim() === '' ? 0 : rendered.code.trimEnd().split('\n').length;
  const inspections = await inspectPrograms(
    probes.map((probe) => withProbe(rendered, probe)),
    python,
    signal,
  );
  for (const [index, { varies, reach }] of inspections.entries()) {
    const name = `\`${probes[index]?.name}\``;
    const found = varies.find(([line]) => line > own);
    if (found !== undefined) return { ...refuse(`${name} may vary: ${found[1]}`), probe: index };
    const reached = reach.find(([line]) => line > own);
    if (reached !== undefined) return { ...refuse(`${name} uses ${reached[1]}`), probe: index };
  }
  return null;
}

function refuse(why: string): ProbeProof & { isProven: false } {
  return { isProven: false, why, hopeless: true, probe: null };
}
