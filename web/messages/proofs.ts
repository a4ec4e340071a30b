import { createMessages } from './catalogue.ts';
import catalogue from './proofs.en.json' with { type: 'json' };

/** The sentences of the page that tells how items are proven. */
export const { t } = createMessages(catalogue);
