import { createMessages } from '../messages/catalogue.ts';
import catalogue from '../messages/wallet.en.json' with { type: 'json' };

/** The sentences of the wallet, which only that page carries. */
export const { t } = createMessages(catalogue);
