import { createMessages } from './catalogue.ts';
import catalogue from './try.en.json' with { type: 'json' };

/** The sentences around questions that can be tried at once. */
export const { t } = createMessages(catalogue);
