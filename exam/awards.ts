import type { Ladder } from './ladder.ts';
import { isGranted } from './ladder.ts';

/** A pass. */
export type Award = { id: string; credential: string; awardedAt: Date };

/** What was done to an award later; it names the award, never the credential. */
export type AwardChange = { awardId: string; type: 'suspended' | 'revoked' | 'reinstated'; at: Date };

/** Whether an award counts now; a suspended one does not, but may come back as it was. */
export type AwardStanding = 'standing' | 'suspended' | 'revoked';

/** A credential a person holds now, and the awards it rests on. */
export type Holding = { credential: string; awardIds: string[]; since: Date };

/**
 * Where an award stands: what was done to it last. Of changes in one instant the gravest counts, so that their order
 * cannot matter.
 */
export function awardStanding(awardId: string, changes: readonly AwardChange[]): AwardStanding {
  const own = changes.filter((change) => change.awardId === awardId);
  const last = Math.max(...own.map((change) => change.at.getTime()));
  const newest = own.filter((change) => change.at.getTime() === last).map((change) => change.type);
  if (newest.includes('revoked')) return 'revoked';
  return newest.includes('suspended') ? 'suspended' : 'standing';
}

/**
 * What a person holds: a function of their awards and of what became of them. A granted credential (CEPP) is held
 * exactly while all that it rests on is held; revoking one award takes it away and leaves the other awards standing.
 *
 * @returns holdings in the ladder's order
 */
export function holdings(ladder: Ladder, awards: readonly Award[], changes: readonly AwardChange[]): Holding[] {
  const standing = awards.filter((award) => awardStanding(award.id, changes) === 'standing');
  const held = new Map<string, Holding>();
  for (const credential of ladder.credentials) {
    const { id } = credential;
    // A granted rung has no exam, so an award that names it is no ground to hold it.
    const own = isGranted(credential) ? [] : standing.filter((award) => award.credential === id).sort(byAge);
    const [first] = own;
    if (first !== undefined)
      held.set(id, { credential: id, awardIds: own.map((award) => award.id), since: first.awardedAt });
  }
  addGranted(ladder, held);
  return ladder.credentials.flatMap(({ id }) => held.get(id) ?? []);
}

function byAge(left: Award, right: Award): number {
  return left.awardedAt.getTime() - right.awardedAt.getTime() || (left.id < right.id ? -1 : 1);
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
      const awardIds = [...new Set(bases.flatMap((base) => base.awardIds))];
      held.set(credential.id, { credential: credential.id, awardIds, since });
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
