import { type AnswerSpace, answerSpaceOf } from '@pyladder/exam';
import { createRecentlyUsed } from '../banks/recently-used.ts';
import type { Db } from '../deps.ts';
import { findForm } from './sittings.queries.ts';
import type { SittingKey } from './token.ts';

/** What responses to a form may hold, one a position. */
export type AnswerSpaces = readonly AnswerSpace[];

/** What every save is checked against. A sealed form never changes, so it is read once. */
export type FormsInMemory = { findAnswerSpaces(db: Db, key: SittingKey): Promise<AnswerSpaces | null> };

/** About 8 kB each. */
const FORMS = 4_000;

export function createFormsInMemory(): FormsInMemory {
  const forms = createRecentlyUsed<AnswerSpaces>(FORMS);
  return {
    async findAnswerSpaces(db, key) {
      const name = `${key.candidateId} ${key.sittingId}`;
      const known = forms.get(name);
      if (known !== undefined) return known;
      const form = await findForm(db, key);
      if (form === null) return null;
      const spaces = form.places.map(answerSpaceOf);
      forms.set(name, spaces);
      return spaces;
    },
  };
}
