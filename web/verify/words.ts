import { createMessages } from '../messages/catalogue.ts';
import catalogue from '../messages/verify.en.json' with { type: 'json' };

/** The sentences of the verification page. */
export const { t } = createMessages(catalogue);
