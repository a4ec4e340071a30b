import { createMessages } from '../messages/catalogue.ts';
import catalogue from '../messages/preview.en.json' with { type: 'json' };

/** The few words that only the preview has. */
export const { t } = createMessages(catalogue);
