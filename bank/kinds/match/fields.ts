import { z } from 'zod';
import type { Param } from '../../templates/params.ts';
import type { Rendered } from '../../templates/rendering.ts';
import type { KindText } from '../kind.ts';
import { chooseSome, chosenIn } from '../probes/choose-some.ts';

const words = (remedy: string) => z.string({ error: remedy }).min(1, { error: remedy });
const pairs = 'Write a list of 3 to 10 pairs: - { left: 7 / 2 }.';
const shown = 'Write how many pairs a variant shows, from 3 to 5, at most as many as there are.';

const Pair = z.strictObject(
  {
    left: words('Write the left side: Python that is run or, beside `run` or `check`, words.'),
    run: words('Write the Python that the words on the left stand for.').optional(),
    right: words('Write the right side as Python: the value of an expression, or a statement.').optional(),
    check: words('Write a Python expression that is True for this right side only; `right` is its value.').optional(),
    because: words('Write one sentence: why this goes there.').optional(),
  },
  { error: pairs },
);

/** What a `match` template says besides what all say. */
export const matchFields = {
  of: z
    .enum(['type', 'repr', 'exception'], { error: 'Write type, repr or exception: what is found on the right.' })
    .optional(),
  pairs: z.array(Pair, { error: pairs }).min(3, { error: pairs }).max(10, { error: pairs }),
  shown: z.int({ error: shown }).min(3, { error: shown }).max(5, { error: shown }).optional(),
};

const Fields = z.object(matchFields);
const pairsShown = 'pairs shown';
const mostShown = 5;
const usuallyShown = 4;

/** What stands on the right: what Python finds there, or what an author wrote beside a check. */
export type RightSide = 'type' | 'repr' | 'exception' | 'check';

export function readRightSide(fields: unknown): RightSide {
  return Fields.parse(fields).of ?? 'check';
}

/** Which pairs of more a variant shows. */
export function paramsOfMatch(fields: unknown): Param[] {
  const { pairs: all, shown: wanted } = Fields.parse(fields);
  const size = Math.min(wanted ?? (all.length > mostShown ? usuallyShown : mostShown), all.length);
  return size === all.length ? [] : [chooseSome(pairsShown, all.length, size)];
}

export function textsOfMatch(fields: unknown): Record<string, KindText> {
  const { pairs: all } = Fields.parse(fields);
  const texts: Record<string, KindText> = {};
  for (const [index, { left, run, right, check, because }] of all.entries()) {
    const isCode = run === undefined && check === undefined;
    texts[`left ${index}`] = { text: left.trim(), as: isCode ? 'repr' : 'text' };
    const code = { run: isCode ? left : run, right, check };
    for (const [name, text] of Object.entries(code)) {
      if (text !== undefined) texts[`${name} ${index}`] = { text: text.trim(), as: 'repr' };
    }
    if (because !== undefined) texts[`because ${index}`] = { text: because.trim(), as: 'text' };
  }
  return texts;
}

/** A pair of a variant. */
export type Pair = {
  /** Its place in the file, from 0. */
  index: number;
  /** What the candidate reads on the left; code stands between backticks. */
  label: string;
  /** Python: what is run for the left side, what the right side is, what holds for the right one only. */
  run: string;
  right: string;
  check: string;
  because: string | null;
};

/** The pairs that a variant shows, in the order of the file. */
export function readPairs({ texts, draw }: Pick<Rendered, 'texts' | 'draw'>, fields: unknown): Pair[] {
  const { pairs: all } = Fields.parse(fields);
  return chosenIn(draw, pairsShown, all.length).map((index) => {
    const get = (name: string): string => texts[`${name} ${index}`] ?? '';
    const left = get('left');
    const isCode = get('check') === '' && get('run') === left;
    return {
      index,
      label: isCode ? `\`${left}\`` : left,
      run: get('run'),
      right: get('right'),
      check: get('check'),
      because: texts[`because ${index}`] ?? null,
    };
  });
}
