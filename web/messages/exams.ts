import { createMessages } from './catalogue.ts';
import catalogue from './exams.en.json' with { type: 'json' };

/** The sentences about exams before and after they are sat: rules, results, debrief. Other pages need not carry them. */
export const { t, rich } = createMessages(catalogue);
