import { isRecord, type JsonRecord, listOf } from '../badge/json.ts';
import { CanonicalFault } from '../canonical/fault.ts';
import { ContainerFault, decodeStatusList, parseStrictJson, type StatusBits } from '../containers/index.ts';
import type { Contexts } from '../contexts/known.ts';
import { checkProofs } from '../proof/verification.ts';
import type { TrustedIssuer } from '../trust.ts';
import { readDates } from './credential.ts';
import { checkDates } from './dates.ts';

export type UsableList = { bits: StatusBits };
export type StatusListFault = { fault: string };

type Expected = {
  address: string;
  purpose: string;
  issuer: TrustedIssuer;
  now: Date;
  contexts?: Contexts | undefined;
};

/** A list whose signature holds; what changes with the question and the hour is looked at again each time. */
type SignedList = { document: JsonRecord; subject: JsonRecord; bits: StatusBits };

/** Ten thousand credentials have a few lists between them, so each text is verified and unpacked once for an issuer. */
const verified = new WeakMap<TrustedIssuer, Map<string, Promise<SignedList | StatusListFault>>>();
const keptLists = 64;

/**
 * A status list that may be believed: its issuer's, for this purpose, in force, and the one that was asked for, so that
 * nobody can answer with another list of the same issuer or an old one.
 */
export async function readStatusList(text: string, expected: Expected): Promise<UsableList | StatusListFault> {
  const signed = await verifyOnce(text, expected);
  if ('fault' in signed) return signed;
  const { document, subject, bits } = signed;
  if (document.id !== expected.address) return { fault: 'status_list_of_another_address' };
  if (!listOf(subject.statusPurpose).includes(expected.purpose)) return { fault: 'status_purpose_differs' };
  return isInForce(document, expected.now) ? { bits } : { fault: 'status_list_out_of_date' };
}

async function verifyOnce(text: string, expected: Expected): Promise<SignedList | StatusListFault> {
  const lists = verified.get(expected.issuer) ?? new Map<string, Promise<SignedList | StatusListFault>>();
  verified.set(expected.issuer, lists);
  const known = lists.get(text);
  if (known !== undefined) return known;
  if (lists.size >= keptLists) lists.clear();
  const list = verify(text, expected);
  lists.set(text, list);
  const outcome = await list;
  // A list that cannot be believed now may be later, when the clock has caught up with it.
  if ('fault' in outcome) lists.delete(text);
  return outcome;
}

async function verify(text: string, { issuer, now, contexts }: Expected): Promise<SignedList | StatusListFault> {
  try {
    const document = parseStrictJson(text);
    if (!isRecord(document) || !listOf(document.type).includes('BitstringStatusListCredential')) {
      return { fault: 'status_list_malformed' };
    }
    const issuerId = isRecord(document.issuer) ? document.issuer.id : document.issuer;
    if (issuerId !== issuer.id) return { fault: 'status_list_of_another_issuer' };
    const { result } = await checkProofs(document, { id: issuer.id, trusted: issuer }, { now, contexts });
    if (result !== 'holds') return { fault: 'status_list_not_signed' };
    const subject = document.credentialSubject;
    if (!isRecord(subject) || subject.type !== 'BitstringStatusList' || typeof subject.encodedList !== 'string') {
      return { fault: 'status_list_malformed' };
    }
    return { document, subject, bits: decodeStatusList(subject.encodedList) };
  } catch (error) {
    if (error instanceof ContainerFault || error instanceof CanonicalFault) return { fault: 'status_list_malformed' };
    throw error;
  }
}

function isInForce(document: JsonRecord, now: Date): boolean {
  const dates = readDates(document);
  return !('code' in dates) && checkDates(dates, now).result === 'passed';
}
