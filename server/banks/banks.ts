import {
  type ExamCredential,
  findExamCredential,
  type Item,
  type ItemSummary,
  type Ladder,
  type Pool,
  Refusal,
} from '@pyladder/exam';
import type { Db } from '../deps.ts';
import { type BankEntry, findDigestInForce, findItems, listEntries } from './banks.queries.ts';
import { drawItems } from './draw-items.ts';
import { createRecentlyUsed } from './recently-used.ts';

/** What forms are drawn from: kept in memory as summaries, a few hundred bytes an item. */
export type BankInForce = {
  digest: string;
  /** Variants by credential. */
  variants: ReadonlyMap<string, readonly ItemSummary[]>;
  /** Credentials of which a form can be drawn. */
  offered: ReadonlySet<string>;
};

/** The banks of this node. */
export type Banks = {
  /** Null until the pool's first bank is in force. */
  inForce(pool: Pool): BankInForce | null;
  /** Items in the order of `hashes`, from memory if they were used lately. They need not be of a bank in force. */
  getItems(db: Db, hashes: readonly string[]): Promise<Item[]>;
  /** Looks whether another bank of the pool has come into force, and takes it up. */
  refresh(pool: Pool): Promise<void>;
};

/** About 6 kB each. */
const ITEMS_IN_MEMORY = 1_000;

export type BanksGround = { issuerId: string; ladder: Ladder; itemsInMemory?: number };

/** No bank yet: `refresh` brings them. */
export function createBanks(db: Db, { issuerId, ladder, itemsInMemory = ITEMS_IN_MEMORY }: BanksGround): Banks {
  const current = new Map<Pool, BankInForce>();
  const items = createRecentlyUsed<Item>(itemsInMemory);
  return {
    inForce: (pool) => current.get(pool) ?? null,
    async getItems(tx, hashes) {
      // Held here from now on: while the others are fetched, memory may forget what it had.
      const found = new Map(hashes.map((hash) => [hash, items.get(hash)]));
      const missing = [...found].flatMap(([hash, item]) => (item === undefined ? [hash] : []));
      for (const item of await findItems(tx, missing)) {
        items.set(item.hash, item);
        found.set(item.hash, item);
      }
      return hashes.map((hash) => {
        const item = found.get(hash);
        if (item === undefined) throw new Error(`item ${hash} is not in the database`);
        return item;
      });
    },
    async refresh(pool) {
      const digest = await findDigestInForce(db, issuerId, pool);
      if (digest === null || digest === current.get(pool)?.digest) return;
      current.set(pool, bankOf(digest, await listEntries(db, digest), ladder));
    },
  };
}

function bankOf(digest: string, entries: readonly BankEntry[], ladder: Ladder): BankInForce {
  const variants = Map.groupBy(entries, ({ credential }) => credential);
  const offered = [...variants].flatMap(([id, summaries]) => {
    const credential = findExamCredential(ladder, id);
    return credential !== null && canDraw(credential, summaries) ? [id] : [];
  });
  return { digest, variants, offered: new Set(offered) };
}

/** Tried once when a bank comes into force: a form of it is drawn, from no secret, and thrown away. */
function canDraw(credential: ExamCredential, variants: readonly ItemSummary[]): boolean {
  try {
    drawItems(credential, variants, { seed: Buffer.alloc(32), avoid: new Set() });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
