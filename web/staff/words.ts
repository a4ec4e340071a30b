import { createMessages } from '../messages/catalogue.ts';
import catalogue from '../messages/staff.en.json' with { type: 'json' };

/** The sentences of the staff's pages, which only they carry. */
export const { t } = createMessages(catalogue);
