import { createRecentlyUsed } from '../banks/recently-used.ts';
import type { Db } from '../deps.ts';
import { findForm } from './sittings.queries.ts';
import type { SittingKey } from './token.ts';

/** Option ids of a form, one list a position. */
export type OptionIds = readonly (readonly string[])[];

/** What every save is checked against. A sealed form never changes, so it is read once. */
export type FormsInMemory = { findOptionIds(db: Db, key: SittingKey): Promise<OptionIds | null> };

/** About 8 kB each. */
const FORMS = 4_000;

export function createFormsInMemory(): FormsInMemory {
  const forms = createRecentlyUsed<OptionIds>(FORMS);
  return {
    async findOptionIds(db, key) {
      const name = `${key.candidateId} ${key.sittingId}`;
      const known = forms.get(name);
      if (known !== undefined) return known;
      const form = await findForm(db, key);
      if (form === null) return null;
      const optionIds = form.places.map(({ options }) => options.map(({ id }) => id));
      forms.set(name, optionIds);
      return optionIds;
    },
  };
}
