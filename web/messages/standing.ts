import type { PublicReason } from '@pyladder/contract';
import { createMessages } from './catalogue.ts';
import catalogue from './standing.en.json' with { type: 'json' };

/** The words for where a credential stands, the same on every page that says it. */
export const { t } = createMessages(catalogue);

/** Why a credential was suspended or revoked, as the end of a sentence. */
export function explainReason(reason: PublicReason): string {
  return t(`reason.${reason}`);
}
