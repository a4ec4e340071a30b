import type { KindBuilder } from '../kind.ts';
import { probeUnderBeliefs, proveProbes } from '../probes/prove-probes.ts';
import { sortReasons } from '../probes/reasons.ts';
import { type Pair, readPairs, readRightSide } from './fields.ts';
import { findExtraSides, probeOf, sayMissing, saySide, sideIn } from './found-sides.ts';
import { sayMatches, toMatching } from './matching.ts';

/** Different right sides that a matching needs among those that are right: with fewer it is a question of true or false. */
const fewestSides = 2;

/** A matching whose right sides are what Python finds: types, values, exceptions. */
export const matchFound: KindBuilder = async (template, rendered, tools) => {
  const of = readRightSide(template.fields);
  if (of === 'check') throw new TypeError('a matching by checks finds nothing');
  const pairs = readPairs(rendered, template.fields);
  const probes = pairs.map((pair) => probeOf(pair, of));
  const proven = await proveProbes(template, rendered, probes, tools);
  if (!proven.isProven) {
    const pair = proven.probe === null ? undefined : pairs[proven.probe];
    return { fit: false, why: proven.why, hopeless: proven.hopeless, beliefRuns: [], ...placeOf(pair) };
  }
  const found = pairs.map((pair, index) => ({ pair, side: sideIn(proven.observations[index], of) }));
  const empty = found.findIndex(({ side }) => side === null);
  const missing = pairs[empty];
  if (missing !== undefined) {
    const why = sayMissing(missing, proven.observations[empty]);
    return { fit: false, why, hopeless: false, beliefRuns: [], ...placeOf(missing) };
  }
  const right = found.map(({ pair, side }) => ({ pair, side: side ?? '' }));
  const { believed, beliefRuns } = await probeUnderBeliefs(
    template.misconceptions,
    rendered,
    probes,
    tools,
    (observations) =>
      sayMatches(
        right.map(({ pair, side }, slot) => ({ label: pair.label, side, other: sideIn(observations[slot], of) })),
      ),
  );
  const withSides = believed.map((one) => ({ ...one, sides: one.observations.map((each) => sideIn(each, of)) }));
  const own = right.map(({ side }) => side);
  if (new Set(own).size < fewestSides) {
    return { fit: false, why: 'every left side goes with the same right side', hopeless: false, beliefRuns };
  }
  const written = [...own, ...rendered.distractors.map(({ text }) => text)];
  const matches = right.map(({ pair, side }, slot) => ({
    label: pair.label,
    side,
    because: saySide(pair, side, of),
    beliefsFor: (other: string) =>
      sortReasons(withSides.filter(({ sides }) => sides[slot] === other).map(({ beliefs }) => beliefs)),
  }));
  const matching = toMatching(matches, [...written, ...findExtraSides(written, withSides)], rendered.distractors);
  return { fit: true, proof: proven.proof, beliefRuns, ...matching };
};

function placeOf(pair: Pair | undefined) {
  if (pair === undefined) return {};
  return { at: ['pairs', pair.index], remedy: 'Write Python that has such a right side, the same every time.' };
}
