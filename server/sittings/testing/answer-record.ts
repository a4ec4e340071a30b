import { createHash } from 'node:crypto';
import { GetAnswerRecord } from '@pyladder/contract';
import { type ChainVerdict, type HashedLink, verifyChain } from '@pyladder/exam';
import type { GivenSitting } from './given-sitting.ts';

/** What a candidate may download of their sitting, as links of the chain. */
export type AnswerRecord = { formSeal: string; links: HashedLink[] };

export async function downloadRecord({ candidate, key }: GivenSitting): Promise<AnswerRecord> {
  const { body } = await candidate.call(GetAnswerRecord, { params: { sittingId: key.sittingId } });
  const { sittingId, formSeal, answers } = GetAnswerRecord.reply.parse(body);
  return {
    formSeal,
    links: answers.map((answer) => ({ ...answer, sittingId, receivedAt: new Date(answer.receivedAt) })),
  };
}

/** Checks a record as docs/chain.md tells a candidate to. */
export function checkRecord({ formSeal, links }: AnswerRecord): ChainVerdict {
  return verifyChain(formSeal, links, (text) => createHash('sha256').update(text, 'utf8').digest('hex'));
}
