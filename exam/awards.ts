import type { Ladder } from './ladder.ts';
import { isGranted } from './ladder.ts';

/** A pass. */
export type Award = { id: string; credential: string; awardedAt: Date };

/** What was done to an award later; it names the award, never the credential. */
export type AwardChange = { awardId: string; type: 'revoked' | 'reinstated'; at: Date };

/** A credential a person holds now, and the awards it rests on. */
export type Holding = { credential: string; awardIds: string[]; since: Date };

/** True if the last thing done to the award was to revoke it. */
export function isRevoked(awardId: string, changes: readonly AwardChange[]): boolean {
  const own = changes.filter((change) => change.awardId === awardId);
  const last = own.reduce<AwardChange | null>(
    (latest, change) => (latest === null || change.at >= latest.at ? change : latest),
    null,
  );
  return last?.type === 'revoked';
}

/**
 * What a person holds: a function of their awards and of what became of them. A granted credential (CEPP) is held
 * exactly while all that it rests on is held; revoking one award takes it away and leaves the other awards standing.
 *
 * @returns holdings in the ladder's order
 */
export function holdings(ladder: Ladder, awards: readonly Award[], changes: readonly AwardChange[]): Holding[] {
  const standing = awards.filter((award) => !isRevoked(award.id, changes));
  const held = new Map<string, Holding>();
  for (const { id } of ladder.credentials) {
    const own = standing
      .filter((award) => award.credential === id)
      .sort((a, b) => a.awardedAt.getTime() - b.awardedAt.getTime());
    const [first] = own;
    if (first !== undefined)
      held.set(id, { credential: id, awardIds: own.map((award) => award.id), since: first.awardedAt });
  }
  addGranted(ladder, held);
  return ladder.credentials.flatMap(({ id }) => held.get(id) ?? []);
}

/** Granted rungs may rest on granted rungs, so this goes on until nothing new is found. */
function addGranted(ladder: Ladder, held: Map<string, Holding>): void {
  let found = true;
  while (found) {
    found = false;
    for (const credential of ladder.credentials) {
      if (!isGranted(credential) || held.has(credential.id)) continue;
      const bases = credential.grantedBy.flatMap((id) => held.get(id) ?? []);
      if (credential.grantedBy.length === 0 || bases.length < credential.grantedBy.length) continue;
      const since = new Date(Math.max(...bases.map((base) => base.since.getTime())));
      held.set(credential.id, { credential: credential.id, awardIds: bases.flatMap((base) => base.awardIds), since });
      found = true;
    }
  }
}

/** The ids of what is held: a short cut for rules that ask only that. */
export function heldCredentials(
  ladder: Ladder,
  awards: readonly Award[],
  changes: readonly AwardChange[],
): Set<string> {
  return new Set(holdings(ladder, awards, changes).map((holding) => holding.credential));
}
