import { createMessages } from '../messages/catalogue.ts';
import catalogue from '../messages/holding.en.json' with { type: 'json' };

/** The sentences of a credential's public page. */
export const { t } = createMessages(catalogue);
