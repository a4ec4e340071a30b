import { compare, rank } from './likeness.ts';
import { sayTruth, type Truth } from './truth.ts';
import { undecided, type Verdict } from './verdict.ts';

/** What an option did when it was run, and whether it is meant to be right. */
export type RanOption = { truth: Truth; isKey: boolean };

/** "Which of these raises…?": true for the options that raise it, null for those that fail in another way. */
function raises(truth: Truth, exception: string | null): boolean | null {
  if (truth.outcome === 'endless') return null;
  if (truth.outcome === 'printed') return false;
  if (exception === null) return truth.type === 'NameError' ? null : true;
  if (truth.type === exception || truth.bases.includes(exception)) return true;
  return truth.type === 'NameError' || truth.type === 'SyntaxError' ? null : false;
}

/** "Which of these gives…?" */
function gives(truth: Truth, value: string): boolean | null {
  if (truth.outcome === 'endless') return null;
  if (truth.outcome === 'raised') return truth.type === 'NameError' || truth.type === 'SyntaxError' ? null : false;
  const likeness = rank(compare(value, truth));
  // 1 for True, 5 for 5.0: whether that counts is the author's to say.
  return likeness >= 3 ? true : likeness > 0 ? null : false;
}

/** Judges keys that are themselves programs. */
export function judgeOptions(
  options: readonly RanOption[],
  ask: { type: 'which-raises'; exception: string | null } | { type: 'which-gives'; value: string },
): Verdict {
  const results = options.map(({ truth }) =>
    ask.type === 'which-raises' ? raises(truth, ask.exception) : gives(truth, ask.value),
  );
  const said = options.map(({ truth }, index) => `${String.fromCharCode(65 + index)}: ${sayTruth(truth)}`).join('; ');
  if (results.includes(null)) return undecided('unsure', 'an option does something that can be meant either way', said);
  const keys = options.flatMap(({ isKey }, index) => (isKey ? [index] : []));
  const right = results.flatMap((result, index) => (result === true ? [index] : []));
  if (keys.length === right.length && keys.every((key) => right.includes(key)))
    return { verdict: 'confirmed', truth: said };
  if (keys.length === 1 && right.length > 1 && keys.every((key) => right.includes(key))) {
    return undecided('ambiguous-options', 'more than one option does it', said);
  }
  if (right.length === 0) return undecided('unsure', 'no option does it', said);
  return { verdict: 'contradicted', truth: said, option: right.find((index) => !keys.includes(index)) ?? null };
}
