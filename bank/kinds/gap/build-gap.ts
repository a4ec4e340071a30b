import type { ItemOption, SlotFault } from '@pyladder/exam';
import { compareText } from '../../problem.ts';
import type { KindBuilder } from '../kind.ts';
import { normalise } from '../output/option-text.ts';
import { findBeliefsBehind } from '../running/beliefs.ts';
import { sayConsequence } from '../running/consequence.ts';
import { findGoal, findUnsteady, meetsGoal, tellGoal, toProven } from '../running/goal.ts';
import { sayTally } from '../running/tally.ts';
import { runAttempts, type Trial } from '../running/trials.ts';
import { giveUp, leaveOut } from '../running/unfit.ts';
import { type GapToken, readAnswer, readTokens, usualStem } from './fields.ts';
import { fillGaps, listFillings } from './filling.ts';

/** Right fillings that one item can have: each is proven, and a candidate has to think of one only. */
const mostRight = 12;

type Filling = { code: string; filling: number[] };

/** "Fill the gaps": every filling is run; right are those that print what the author's own one prints. */
export const buildGap: KindBuilder = async (template, rendered, tools) => {
  const answer = readAnswer(rendered);
  const { prints } = rendered.texts;
  // The order of the file may have the answers first.
  const tokens = readTokens(rendered, template).toSorted((a, b) => compareText(a.text, b.text));
  const mistake = findMistake(tokens, answer);
  if (mistake !== null) return leaveOut(mistake);
  const found = await findGoal(rendered, template, tools);
  if (!found.isGoal) return found.unfit;
  const { goal, proof } = found;
  if (prints !== undefined && normalise(prints) !== normalise(goal)) {
    const why = `the answer prints \`${goal}\`, which is not what \`prints\` says`;
    return giveUp(why);
  }
  const fillings = listFillings(answer.length, tokens.length).map(
    (filling): Filling => ({
      filling,
      code: fillGaps(rendered.written, textsAt(tokens, filling)),
    }),
  );
  const trials = await runAttempts(fillings, { stdin: rendered.stdin, ...toProven(rendered, proof) }, tools);
  if (trials === null) return giveUp('too many fillings never end');
  const right = trials.filter(({ outcome }) => meetsGoal(outcome, goal));
  const tooMany = findExcess(right, trials.length, { tokens: tokens.length, slots: answer.length });
  if (tooMany !== null) return leaveOut(tooMany);
  const [unsteady] = await findUnsteady(
    right.filter(({ code }) => code !== rendered.code),
    'right',
    { goal, rendered, template, tools },
  );
  if (unsteady !== undefined) {
    const texts = textsAt(tokens, unsteady.filling).map((text) => `\`${text}\``);
    return leaveOut(`${texts.join(', ')} is right on some CPythons and wrong on others`);
  }
  const accepted = right.map(({ filling }) => filling);
  const own = answer.map((text) => tokens.findIndex((token) => token.text === text));
  const faulty = trials.filter(({ filling }) => isOneOff(filling, own) && !isUsed(filling, own, accepted));
  const settings = { goal, stdin: rendered.stdin, tools };
  const faults = await Promise.all(
    faulty.map(async (trial): Promise<SlotFault> => {
      const slot = trial.filling.findIndex((token, place) => token !== own[place]);
      const option = trial.filling[slot] ?? 0;
      const misconceptions = await findBeliefsBehind(trial, template.misconceptions, settings);
      return { slot, option, misconceptions, because: sayFault(trial, slot, tokens[option]) };
    }),
  );
  return {
    fit: true,
    proof,
    beliefRuns: [],
    stem: tellGoal(stemFor(rendered.stem, answer.length), goal),
    shownCode: rendered.written,
    options: tokens.map(({ text }, index): ItemOption => {
      return { text, key: accepted.some((filling) => filling.includes(index)), misconceptions: [], because: null };
    }),
    answer: {
      type: 'slots',
      slots: answer.map(() => ''),
      accepted,
      faults: faults.sort((a, b) => a.slot - b.slot || a.option - b.option),
    },
    tried: sayTally(trials, goal, 'fillings'),
  };
};

function stemFor(stem: string, gaps: number): string {
  return stem === usualStem && gaps === 1 ? stem.replace('gaps', 'gap') : stem;
}

function findMistake(tokens: readonly GapToken[], answer: readonly string[]): string | null {
  const broken = tokens.find(({ text }) => text.trim() === '' || text.includes('\n'));
  if (broken !== undefined) return `the token \`${broken.text}\` is not a text of one line`;
  const double = tokens.find(({ text }, index) => normalise(text) === normalise(tokens[index + 1]?.text ?? ''));
  if (double !== undefined) return `two tokens read \`${double.text}\``;
  const strange = answer.find((text) => !tokens.some((token) => token.text === text));
  return strange === undefined ? null : `the answer \`${strange}\` is none of the tokens`;
}

/** Why there are more right fillings than an item can have. */
function findExcess(
  right: readonly Trial<Filling>[],
  all: number,
  { tokens, slots }: { tokens: number; slots: number },
): string | null {
  if (right.length === all) return 'every filling is right';
  const most = Math.min(mostRight, Math.max(1, Math.floor(all / 4)));
  if (right.length > most) return `${right.length} of ${all} fillings are right, at most ${most} can be`;
  const idle = Array.from({ length: slots }, (_, slot) => slot).find(
    (slot) => new Set(right.map(({ filling }) => filling[slot])).size === tokens,
  );
  return idle === undefined ? null : `every token can stand in gap ${idle + 1}`;
}

function textsAt(tokens: readonly GapToken[], filling: readonly number[]): string[] {
  return filling.map((index) => tokens[index]?.text ?? '');
}

/** Whether a filling differs from the author's in one slot. */
function isOneOff(filling: readonly number[], own: readonly number[]): boolean {
  return filling.filter((token, slot) => token !== own[slot]).length === 1;
}

/** Whether the token that makes the difference is right there in some other company. */
function isUsed(filling: readonly number[], own: readonly number[], accepted: readonly number[][]): boolean {
  const slot = filling.findIndex((token, place) => token !== own[place]);
  return accepted.some((right) => right[slot] === filling[slot]);
}

function sayFault({ outcome }: Trial<Filling>, slot: number, token: GapToken | undefined): string {
  const said = `The program then ${sayConsequence(outcome)}.`;
  const { because = null, gap = null } = token ?? {};
  return because === null || (gap !== null && gap !== slot + 1) ? said : `${said} ${because}`;
}
