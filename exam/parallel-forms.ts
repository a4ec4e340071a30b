import { drawForm } from './form.ts';
import type { ItemSummary } from './item.ts';
import type { ExamCredential } from './ladder.ts';
import type { Random } from './random.ts';
import { Refusal } from './refusal.ts';

/** What is left over may not balance: then all begin anew with other numbers. */
const mostTries = 200;

/**
 * Draws forms that share no template, each by all the rules of `drawForm`: what retakes, or dates at which people may
 * talk to each other, need.
 *
 * @param count how many forms
 * @returns the forms, each as summaries in the order shown
 * @throws Refusal form_cannot_be_drawn if the bank does not hold so many
 */
export function drawParallelForms(
  credential: ExamCredential,
  items: readonly ItemSummary[],
  { count, random }: { count: number; random: Random },
): ItemSummary[][] {
  for (let tries = 1; ; tries++) {
    try {
      return drawOnce(credential, items, { count, random });
    } catch (error) {
      if (!(error instanceof Refusal) || tries === mostTries) throw error;
    }
  }
}

function drawOnce(
  credential: ExamCredential,
  items: readonly ItemSummary[],
  { count, random }: { count: number; random: Random },
): ItemSummary[][] {
  const used = new Set<string>();
  return Array.from({ length: count }, () => {
    const free = items.filter(({ template }) => !used.has(template));
    const form = drawForm(credential, free, { random, avoid: new Set() });
    for (const { template } of form) used.add(template);
    return form;
  });
}
