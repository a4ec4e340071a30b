import {
  type Award,
  type AwardChange,
  type AwardStanding,
  findCredential,
  type Holding,
  holdings,
  isGranted,
  type Ladder,
} from '@pyladder/exam';

/** A credential as it was signed, as far as it decides about others. `basis`: ids of awards, sorted. */
export type Issued = { credential: string; basis: readonly string[]; generation: number; standing: AwardStanding };

/** A credential that ought to exist and does not. */
export type DueCredential = {
  credential: string;
  /** Ids of the awards it rests on, sorted. */
  basis: string[];
  /** 1, or one more than that of the revoked credential whose place it takes. */
  generation: number;
  /** Instant of the pass that completed the basis. */
  earnedAt: Date;
};

export type Standing = { awards: readonly Award[]; changes: readonly AwardChange[]; issued: readonly Issued[] };

/**
 * The credentials a person has earned and not been given: one for each award that stands, and one for each granted rung
 * held, on the earliest award of each of its grounds. Nothing takes the place of a credential that is not revoked.
 */
export function listDue(ladder: Ladder, { awards, changes, issued }: Standing): DueCredential[] {
  const held = new Map(holdings(ladder, awards, changes).map((holding) => [holding.credential, holding]));
  const bases = [...held.values()].flatMap(({ credential, awardIds }) => {
    const rung = findCredential(ladder, credential);
    if (rung === null || !isGranted(rung)) return awardIds.map((id) => ({ credential, basis: [id] }));
    // Should a repeated pass give the rung another basis, the credential that is there is as good.
    const stands = issued.some((one) => one.credential === credential && one.standing === 'standing');
    return stands ? [] : [{ credential, basis: [...new Set(earliestAwards(ladder, held, credential))].toSorted() }];
  });
  return bases.flatMap(({ credential, basis }) => {
    const generation = nextGeneration(issued, credential, basis);
    return generation === null ? [] : [{ credential, basis, generation, earnedAt: lastOf(awards, basis) }];
  });
}

/** Grounds may be granted rungs themselves; a ladder has no circles. */
function earliestAwards(ladder: Ladder, held: ReadonlyMap<string, Holding>, id: string): string[] {
  const rung = findCredential(ladder, id);
  if (rung !== null && isGranted(rung)) return rung.grantedBy.flatMap((ground) => earliestAwards(ladder, held, ground));
  return held.get(id)?.awardIds.slice(0, 1) ?? [];
}

/** Null while the newest credential on this basis is not revoked. */
function nextGeneration(issued: readonly Issued[], credential: string, basis: readonly string[]): number | null {
  const own = issued.filter((one) => one.credential === credential && one.basis.join() === basis.join());
  const newest = own.toSorted((left, right) => right.generation - left.generation)[0];
  if (newest === undefined) return 1;
  return newest.standing === 'revoked' ? newest.generation + 1 : null;
}

function lastOf(awards: readonly Award[], ids: readonly string[]): Date {
  const own = awards.filter(({ id }) => ids.includes(id));
  return new Date(Math.max(...own.map(({ awardedAt }) => awardedAt.getTime())));
}
