import { createMessages } from './catalogue.ts';
import catalogue from './ui.en.json' with { type: 'json' };

/** The few words that shared pieces say themselves; small, because the exam room carries them too. */
export const { t } = createMessages(catalogue);
