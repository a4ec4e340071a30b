import type { ItemOption } from '@pyladder/exam';
import { openHighlight } from '../../highlight.ts';
import type { KindBuilder } from '../kind.ts';
import { findBeliefsBehind } from '../running/beliefs.ts';
import { sayConsequence } from '../running/consequence.ts';
import { findGoal, findUnsteady, meetsGoal, tellGoal, toProven } from '../running/goal.ts';
import { joinLines } from '../running/marks.ts';
import { sayTally } from '../running/tally.ts';
import { runAttempts } from '../running/trials.ts';
import { giveUp, leaveOut } from '../running/unfit.ts';
import { listPositions, partLine, putLine, sayPosition } from './positions.ts';

/** With more right places, or fewer places, guessing would do. */
const mostRight = 2;
const fewestPositions = 4;

/** "Where does the line go?": the program is run with the line in every place; right are those that do what the whole does. */
export const buildInsert: KindBuilder = async (template, rendered, tools) => {
  const parted = partLine(rendered.written);
  if (parted === null) return leaveOut('no line is marked');
  const positions = listPositions(parted);
  if (positions.length < fewestPositions) {
    return leaveOut(`there are ${positions.length} places for the line, ${fewestPositions} are needed`);
  }
  const found = await findGoal(rendered, template, tools);
  if (!found.isGoal) return found.unfit;
  const { goal, proof } = found;
  const attempts = positions.map((after) => ({ after, code: putLine(parted, after) }));
  const trials = await runAttempts(attempts, { stdin: rendered.stdin, ...toProven(rendered, proof) }, tools);
  if (trials === null) return giveUp('in too many places the program never ends');
  const right = trials.filter(({ outcome }) => meetsGoal(outcome, goal));
  if (right.length === 0) return leaveOut('the line stands right below an empty line; put it above, or take that out');
  if (right.length > mostRight) {
    return leaveOut(`${right.length} places are right (${say(right)}), at most ${mostRight} can be`);
  }
  const unsteady = await findUnsteady(right, 'right', { goal, rendered, template, tools });
  if (unsteady.length > 0) return leaveOut(`${say(unsteady)} is right on some CPythons and wrong on others`);
  const settings = { goal, stdin: rendered.stdin, tools };
  const options = await Promise.all(
    trials.map(async (trial): Promise<ItemOption> => {
      const text = sayPosition(trial.after);
      if (right.includes(trial)) return { text, key: true, misconceptions: [], because: null };
      const misconceptions = await findBeliefsBehind(trial, template.misconceptions, settings);
      return { text, key: false, misconceptions, because: `There the program ${sayConsequence(trial.outcome)}.` };
    }),
  );
  const highlight = await openHighlight();
  return {
    fit: true,
    proof,
    beliefRuns: [],
    stem: tellGoal(rendered.stem, goal),
    shownCode: joinLines(parted.rest),
    options,
    answer: {
      type: 'position',
      line: parted.line,
      highlighted: highlight(rendered.code)[parted.own] ?? [],
      after: positions,
    },
    tried: sayTally(trials, goal, 'places'),
  };
};

function say(places: readonly { after: number }[]): string {
  return places.map(({ after }) => sayPosition(after)).join(', ');
}
