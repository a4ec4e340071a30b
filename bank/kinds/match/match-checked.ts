import type { KindBuilder, KindResult } from '../kind.ts';
import { sayObservation, truthOf } from '../probes/observation.ts';
import type { Probe } from '../probes/probe.ts';
import { probeUnderBeliefs, proveProbes } from '../probes/prove-probes.ts';
import { sortReasons } from '../probes/reasons.ts';
import { type Pair, readPairs } from './fields.ts';
import { sayMatches, toMatching } from './matching.ts';

/** A matching by checks: each left side's is run for every right side, and has to be true for its own and for no other. */
export const matchChecked: KindBuilder = async (template, rendered, tools) => {
  const pairs = readPairs(rendered, template.fields);
  const sides = [...new Set([...pairs.map(({ right }) => right), ...rendered.distractors.map(({ text }) => text)])];
  const cells = pairs.flatMap((pair) => sides.map((side) => ({ pair, side })));
  const probes = cells.map(({ pair, side }) => probeFor(pair, side));
  const proven = await proveProbes(template, rendered, probes, tools);
  if (!proven.isProven) {
    const pair = proven.probe === null ? undefined : cells[proven.probe]?.pair;
    return { fit: false, why: proven.why, hopeless: proven.hopeless, beliefRuns: [], ...placeOf(pair) };
  }
  for (const [index, { pair, side }] of cells.entries()) {
    const truth = truthOf(proven.observations[index]);
    const name = `\`${pair.check}\` with \`${side}\``;
    if (truth === null && side === pair.right)
      return leaveOut(`${name} ${sayObservation(proven.observations[index])}`, pair);
    if (truth !== true && side === pair.right)
      return leaveOut(`${name} is False, though that is its own right side`, pair);
    if (truth === true && side !== pair.right)
      return leaveOut(`${name} is True, too: the left side goes with both`, pair);
  }
  const { believed, beliefRuns } = await probeUnderBeliefs(
    template.misconceptions,
    rendered,
    probes,
    tools,
    (observations) =>
      sayMatches(
        cells
          .filter((_, index) => truthOf(observations[index]) === true)
          .map(({ pair, side }) => ({ label: pair.label, side: pair.right, other: side })),
      ),
  );
  const matches = pairs.map((pair) => ({
    label: pair.label,
    side: pair.right,
    because: pair.because ?? '',
    beliefsFor: (other: string) => {
      const cell = cells.findIndex((one) => one.pair === pair && one.side === other);
      const leading = believed.filter(({ observations }) => truthOf(observations[cell]) === true);
      return sortReasons(leading.map(({ beliefs }) => beliefs));
    },
  }));
  return { fit: true, proof: proven.proof, beliefRuns, ...toMatching(matches, sides, rendered.distractors) };
};

/** A side whose value is asked for is an expression; another one is run as it stands. */
function probeFor({ check }: Pair, side: string): Probe {
  const own = /\bright\b/.test(check) ? `right = (\n${side}\n)` : side;
  return { name: `${check}  # ${side.replaceAll('\n', ' ')}`, code: `${own}\nprint(\n${check}\n)` };
}

function leaveOut(why: string, pair: Pair): KindResult {
  return { fit: false, why, hopeless: false, beliefRuns: [], ...placeOf(pair) };
}

function placeOf(pair: Pair | undefined) {
  if (pair === undefined) return {};
  return {
    at: ['pairs', pair.index],
    remedy: 'Write a check that is True for this right side and False for the others.',
  };
}
