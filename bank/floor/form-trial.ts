import { drawForm, drawParallelForms, type ExamCredential, type ItemSummary, Refusal } from '@pyladder/exam';
import { seededRandom } from '../random.ts';

/** What came of drawing forms from one pool. */
export type FormTrial = {
  forms: number;
  /** Why forms could not be drawn, each reason with how often. */
  failed: Record<string, number>;
  /** Sums of difficulties, for a form of the blueprint's items; null if no form could be drawn. */
  sum: { lowest: number; highest: number } | null;
  target: number;
  /** In how many of the forms the template is that is in most of them, in [0, 1]. */
  highestExposure: number;
  /** Trios of forms without a shared template that were drawn, of the tenth part as many tries as forms. */
  trios: { drawn: number; tried: number };
};

/** Forms that share no template: what two retakes need. */
const inATrio = 3;

/** Draws forms as for candidates who have met nothing, and trios of forms that share no template. */
export function drawTrialForms(
  credential: ExamCredential,
  items: readonly ItemSummary[],
  { forms, seed }: { forms: number; seed: string },
): FormTrial {
  const random = seededRandom(seed);
  const failed: Record<string, number> = {};
  const sums: number[] = [];
  const seen = new Map<string, number>();
  for (let number = 0; number < forms; number++) {
    const form = orReason(() => drawForm(credential, items, { random, avoid: new Set() }));
    if (typeof form === 'string') failed[form] = (failed[form] ?? 0) + 1;
    else {
      sums.push(form.reduce((sum, { difficulty }) => sum + difficulty, 0));
      for (const template of new Set(form.map(({ template }) => template)))
        seen.set(template, (seen.get(template) ?? 0) + 1);
    }
  }
  const tried = Math.ceil(forms / 10);
  const trios = Array.from({ length: tried }, () =>
    orReason(() => drawParallelForms(credential, items, { count: inATrio, random })),
  );
  return {
    forms,
    failed,
    sum: sums.length === 0 ? null : { lowest: Math.min(...sums), highest: Math.max(...sums) },
    target: credential.exam.passMark * credential.exam.items,
    highestExposure: Math.max(0, ...seen.values()) / forms,
    trios: { drawn: trios.filter((trio) => typeof trio !== 'string').length, tried },
  };
}

function orReason<Result>(draw: () => Result): Result | string {
  try {
    return draw();
  } catch (error) {
    if (error instanceof Refusal) return JSON.stringify(error.detail);
    throw error;
  }
}
