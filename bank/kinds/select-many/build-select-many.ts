import type { ItemOption } from '@pyladder/exam';
import { compareText } from '../../problem.ts';
import type { KindBuilder, KindResult } from '../kind.ts';
import type { Observation } from '../probes/observation.ts';
import { type BelievedProbes, probeUnderBeliefs, proveProbes } from '../probes/prove-probes.ts';
import { sortReasons } from '../probes/reasons.ts';
import { type Claim, readClaims, readPick } from './fields.ts';
import { holds, probeOf, sayUndecided } from './judge-claim.ts';

/** "Which of these are true?": every claim is run; keys are those that hold, and a belief's trace is the false one it makes true. */
export const buildSelectMany: KindBuilder = async (template, rendered, tools) => {
  const claims = readClaims(rendered, template.fields);
  const probes = claims.map(probeOf);
  const proven = await proveProbes(template, rendered, probes, tools);
  if (!proven.isProven) {
    const claim = proven.probe === null ? undefined : claims[proven.probe];
    return { fit: false, why: proven.why, hopeless: proven.hopeless, beliefRuns: [], ...placeOf(claim) };
  }
  const truths = claims.map((claim, index) => holds(claim, proven.observations[index]));
  const unclear = truths.indexOf(null);
  const undecided = claims[unclear];
  if (undecided !== undefined) {
    const why = sayUndecided(undecided, proven.observations[unclear]);
    return { fit: false, why, hopeless: true, beliefRuns: [], ...placeOf(undecided) };
  }
  const count = truths.filter((truth) => truth === true).length;
  const asksForCount = readPick(template.fields) === 'count';
  const shortage = findShortage(count, claims.length, asksForCount);
  if (shortage !== null) return leaveOut(shortage);
  const { believed, beliefRuns } = await probeUnderBeliefs(
    template.misconceptions,
    rendered,
    probes,
    tools,
    (observations) => sayJudged(claims, truths, observations),
  );
  const options = claims.map((claim, index) => {
    const key = truths[index] === true;
    return toOption(claim, key, key ? [] : findBelievers(claim, index, believed));
  });
  const pick = asksForCount ? count : null;
  return {
    fit: true,
    proof: proven.proof,
    beliefRuns,
    options: options.sort((a, b) => compareText(a.text, b.text)),
    answer: { type: 'choices', pick },
    stem: `${rendered.stem} ${pick === null ? 'Choose all that apply.' : `Choose ${pick}.`}`,
    tried: `Of ${claims.length} claims ${count} ${count === 1 ? 'is' : 'are'} true.`,
  };
};

/** Where the stem says how many, one would make it a choice among few. */
function findShortage(count: number, all: number, asksForCount: boolean): string | null {
  if (count === 0) return 'none of the claims shown is true';
  if (count === all) return 'all of the claims shown are true';
  return asksForCount && count === 1 ? 'only one of the claims shown is true, and the stem says how many' : null;
}

/** The claims that are judged otherwise than they are, in words; if there are none, one that is true, as Python has it. */
function sayJudged(
  claims: readonly Claim[],
  truths: readonly (boolean | null)[],
  observations: readonly Observation[],
): string {
  const changed = claims.flatMap((claim, index) => {
    const judged = holds(claim, observations[index]);
    return judged === null || judged === truths[index] ? [] : [`${claim.text} would be ${judged}`];
  });
  const keys = claims.filter((_, index) => truths[index] === true).map(({ text }) => text);
  return changed.length > 0 ? changed.join('; ') : (keys.sort(compareText)[0] ?? '');
}

function toOption({ text, because }: Claim, key: boolean, misconceptions: string[][]): ItemOption {
  return { text, key, misconceptions, because };
}

/** The sets of beliefs under which a claim would hold. */
function findBelievers(claim: Claim, index: number, believed: readonly BelievedProbes[]): string[][] {
  return sortReasons(
    believed.filter(({ observations }) => holds(claim, observations[index]) === true).map(({ beliefs }) => beliefs),
  );
}

function placeOf(claim: Claim | undefined) {
  if (claim === undefined) return {};
  const remedy = 'Write a claim that Python can decide, the same way every time.';
  return { at: ['claims', claim.index], remedy };
}

function leaveOut(why: string): KindResult {
  return { fit: false, why, hopeless: false, beliefRuns: [] };
}
