import type { FaultCode } from '@pyladder/credentials';
import { createMessages, type MessageValues } from './catalogue.ts';
import catalogue from './checks.en.json' with { type: 'json' };

/** A fault of a file without a sentence does not compile; faults of status lists are told by the status check. */
const sentences: Record<Exclude<FaultCode, `status_${string}`>, string> & Record<string, string> = catalogue;

const { t } = createMessages<string>(sentences);

/** What a check found, by its code; null for a code that this site does not know yet. */
export function findCheckSentence(code: string, values: MessageValues): string | null {
  return Object.hasOwn(sentences, code) ? t(code, values) : null;
}
