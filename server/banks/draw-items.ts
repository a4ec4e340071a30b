import { deriveSeed, seededRandom } from '@pyladder/bank';
import { drawForm, type ExamCredential, type ItemSummary, Refusal } from '@pyladder/exam';

/** How often a form is drawn anew when difficulties do not balance; each draw goes on with the same random stream. */
const DRAWS = 20;

/**
 * The items of one form, in the order shown. All chance in it comes from the seed, so that a disputed form can be drawn again.
 *
 * @param variants those of this credential
 * @param avoid templates the person has met before
 * @throws Refusal form_cannot_be_drawn
 */
export function drawItems(
  credential: ExamCredential,
  variants: readonly ItemSummary[],
  { seed, avoid }: { seed: Buffer; avoid: ReadonlySet<string> },
): ItemSummary[] {
  const random = seededRandom(deriveSeed(seed.toString('hex'), 'items'));
  let refusal = new Refusal('form_cannot_be_drawn');
  for (let draw = 0; draw < DRAWS; draw++) {
    try {
      return drawForm(credential, variants, { random, avoid });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
