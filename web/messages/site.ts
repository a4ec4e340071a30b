import { createMessages } from './catalogue.ts';
import catalogue from './en.json' with { type: 'json' };

/** The sentences of the public and learner pages. The exam room has a catalogue of its own. */
export const { t, rich } = createMessages(catalogue);
