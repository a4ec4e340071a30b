import { createHmac } from 'node:crypto';
import { deriveSeed, seededRandom } from '@pyladder/bank';
import { type ItemSummary, type Random, shuffle } from '@pyladder/exam';

/** Questions that are drawn at once. */
const QUESTIONS = 3;

/** Practice items that can be asked alone, without others of a set. */
export type Askable = readonly ItemSummary[];

/** Those that can be asked alone, in an order that does not depend on the database. */
export function findAskable(summaries: readonly ItemSummary[]): Askable {
  return summaries.filter(({ set }) => set === undefined).toSorted((one, other) => (one.hash < other.hash ? -1 : 1));
}

/** Some questions of different topics, as far as there are topics; each template at most once. All chance comes from `seed`. */
export function drawTrial(askable: Askable, seed: string): ItemSummary[] {
  const random = seededRandom(deriveSeed(seed, 'trial'));
  const bySection = Map.groupBy(shuffle(askable, random), ({ section }) => section);
  const sections = [...bySection.values()];
  const drawn: ItemSummary[] = [];
  const templates = new Set<string>();
  // One of each topic in turn, until there are enough or none is left.
  while (drawn.length < QUESTIONS) {
    const before = drawn.length;
    for (const items of sections) {
      const item = drawn.length < QUESTIONS ? pickNew(items, templates, random) : null;
      if (item === null) continue;
      templates.add(item.template);
      drawn.push(item);
    }
    if (drawn.length === before) return drawn;
  }
  return drawn;
}

/** Templates weigh alike, however many variants they have. */
function pickNew(items: readonly ItemSummary[], taken: ReadonlySet<string>, random: Random): ItemSummary | null {
  const byTemplate = Map.groupBy(items, ({ template }) => template);
  const [template] = shuffle(
    [...byTemplate.keys()].filter((name) => !taken.has(name)),
    random,
  );
  return template === undefined ? null : (byTemplate.get(template)?.[0] ?? null);
}

/** Another variant of the same template; the same item where there is none. */
export function drawVariant(askable: Askable, item: ItemSummary, seed: string): ItemSummary {
  const random = seededRandom(deriveSeed(seed, 'variant'));
  const others = askable.filter(({ template, hash }) => template === item.template && hash !== item.hash);
  return shuffle(others, random)[0] ?? item;
}

/** What option ids and their order are made from: known to the server alone, the same for the same question and draw. */
export function optionSeed(secret: Buffer, item: string, draw: number): Buffer {
  return createHmac('sha256', secret).update(`pyladder-trial-1 ${item} ${draw}`).digest();
}
