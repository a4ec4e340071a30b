import { createMessages } from '../messages/catalogue.ts';
import catalogue from '../messages/gallery.en.json' with { type: 'json' };

/** The gallery's own few words, which no other page carries. */
export const { t } = createMessages(catalogue);
