import { createMessages } from './catalogue.ts';
import catalogue from './verdict.en.json' with { type: 'json' };

/** The sentences of a verification's report, wherever one is shown. */
export const { t } = createMessages(catalogue);
