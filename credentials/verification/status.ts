import { isRecord } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
import { type Finding, finding } from '../judge.ts';
import type { StatusSource, TrustedIssuer } from '../trust.ts';
import type { StatusEntry } from './status-entry.ts';
import { readStatusList, type StatusListFault, type UsableList } from './status-list.ts';

export type StatusQuestion = {
  entries: readonly StatusEntry[];
  issuer: TrustedIssuer;
  source: StatusSource | null;
  now: Date;
  contexts?: Contexts | undefined;
};

/** What one entry says, or why it cannot be known. */
type Answer = { is: 'standing' | 'revoked' | 'suspended' } | { is: 'unknown'; code: string; purpose: string };

/** Of a badge's status entries there are two at most; each may mean a fetch. */
const mostEntries = 8;
const verdicts: ReadonlyMap<string, 'revoked' | 'suspended'> = new Map([
  ['revocation', 'revoked'],
  ['suspension', 'suspended'],
]);

/**
 * Asks the issuer's lists whether a credential was withdrawn. What cannot be asked stays unknown: it is never taken
 * for a good sign.
 *
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm
 */
export async function checkStatus(question: StatusQuestion): Promise<Finding> {
  const { entries } = question;
  if (entries.length === 0) return finding('passed', 'no_status');
  if (entries.length > mostEntries) return finding('unknown', 'too_many_status_entries');
  const answers = await Promise.all(entries.map((entry) => askList(entry, question)));
  const unknown = answers.find((answer) => answer.is === 'unknown');
  const unchecked = unknown === undefined ? {} : { unchecked: unknown.purpose };
  for (const verdict of ['revoked', 'suspended'] as const) {
    if (!answers.some(({ is }) => is === verdict)) continue;
    // What is revoked stays so whatever else might be found; a suspension may hide a revocation.
    return finding('failed', verdict, verdict === 'revoked' ? {} : unchecked);
  }
  return unknown === undefined
    ? finding('passed', 'standing')
    : finding('unknown', unknown.code, { purpose: unknown.purpose });
}

async function askList(entry: StatusEntry, { source, ...question }: StatusQuestion): Promise<Answer> {
  const { purpose } = entry;
  const unknown = (code: string): Answer => ({ is: 'unknown', code, purpose });
  if (entry.type !== 'bitstring') return unknown('status_type_not_supported');
  const meaning = verdicts.get(purpose);
  if (meaning === undefined) return unknown('status_purpose_not_supported');
  const { address, index, isOneBit } = entry;
  if (!isOneBit) return unknown('status_malformed');
  if (source === null) return unknown('status_not_asked');
  const text = await source(address);
  if (text === null) return unknown('status_unreachable');
  const list = await readStatusList(text, { address, purpose, ...question });
  if (isFault(list)) return unknown(list.fault);
  if (index >= list.bits.length) return unknown('status_index_out_of_range');
  return { is: list.bits.isSet(index) ? meaning : 'standing' };
}

function isFault(list: UsableList | StatusListFault): list is StatusListFault {
  return isRecord(list) && 'fault' in list;
}
