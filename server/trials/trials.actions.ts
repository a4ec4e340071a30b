import type { DebriefItem, TrialQuestion } from '@pyladder/contract';
import {
  answerSpaceOf,
  type FormPlace,
  findExamCredential,
  fitsSpace,
  type Item,
  type ItemSummary,
  Refusal,
  type Response,
} from '@pyladder/exam';
import type { Deps } from '../deps.ts';
import { viewDebriefItem } from '../results/debrief-view.ts';
import { placeItems } from '../sittings/form-sealing.ts';
import { viewItems } from '../sittings/item-view.ts';
import { type Askable, drawTrial, drawVariant, findAskable, optionSeed } from './trial-draw.ts';

type TrialDeps = Pick<Deps, 'db' | 'banks' | 'ladder' | 'installation'>;

/** Which questions: `draw` is the visitor's number, from which all chance comes. */
export type TrialKey = { credential: string; draw: number };

/** Some practice questions of different topics. @throws Refusal not_found if there is none */
export async function getTrialQuestions(deps: TrialDeps, key: TrialKey): Promise<TrialQuestion[]> {
  const { askable, digest } = requireBank(deps, key.credential);
  return viewQuestions(deps, key, drawTrial(askable, `${digest} ${key.credential} ${key.draw}`));
}

/** Another variant of a question. @throws Refusal not_found */
export async function getTrialVariant(deps: TrialDeps, key: TrialKey, hash: string): Promise<TrialQuestion> {
  const { askable } = requireBank(deps, key.credential);
  const item = drawVariant(askable, requireItem(askable, hash), `${hash} ${key.draw}`);
  const [question] = await viewQuestions(deps, key, [item]);
  if (question === undefined) throw new Error(`item ${item.hash} was not shown`);
  return question;
}

/** What an answer to a question was worth, and why. Nothing is kept of it. @throws Refusal not_found | response_not_in_item */
export async function answerTrialQuestion(
  deps: TrialDeps,
  key: TrialKey,
  { hash, response }: { hash: string; response: Response },
): Promise<DebriefItem> {
  const { askable } = requireBank(deps, key.credential);
  const { item, place } = await getPlaced(deps, key, requireItem(askable, hash));
  if (!fitsSpace(response, answerSpaceOf(place))) throw new Refusal('response_not_in_item', {});
  return viewDebriefItem(deps.ladder, { item, place, position: 0, response });
}

/** @throws Refusal not_found */
function requireBank({ banks }: TrialDeps, credential: string): { askable: Askable; digest: string } {
  const bank = banks.inForce('practice');
  const askable = findAskable(bank?.variants.get(credential) ?? []);
  if (bank === null || askable.length === 0) throw new Refusal('not_found');
  return { askable, digest: bank.digest };
}

/** @throws Refusal not_found for what is no practice item, an exam's item above all */
function requireItem(askable: Askable, hash: string): ItemSummary {
  const found = askable.find((item) => item.hash === hash);
  if (found === undefined) throw new Refusal('not_found');
  return found;
}

async function viewQuestions(
  deps: TrialDeps,
  key: TrialKey,
  summaries: readonly ItemSummary[],
): Promise<TrialQuestion[]> {
  const { ladder } = deps;
  const { credential, draw } = key;
  return Promise.all(
    summaries.map(async (summary) => {
      const { item, place } = await getPlaced(deps, key, summary);
      const [view] = viewItems([place], [item], { ladder, credential });
      if (view === undefined) throw new Error(`item ${item.hash} was not shown`);
      return { item: item.hash, draw, view };
    }),
  );
}

/** The item with its options in the order, and under the ids, of this draw. */
async function getPlaced(
  { db, banks, ladder, installation }: TrialDeps,
  { credential, draw }: TrialKey,
  { hash }: ItemSummary,
): Promise<{ item: Item; place: FormPlace }> {
  const items = await banks.getItems(db, [hash]);
  const seed = optionSeed(installation.tokenSecret, hash, draw);
  const partialCredit = findExamCredential(ladder, credential)?.exam.partialCredit ?? false;
  const [item] = items;
  const [place] = placeItems(items, { seed, partialCredit });
  if (item === undefined || place === undefined) throw new Error(`item ${hash} was not found`);
  return { item, place };
}
