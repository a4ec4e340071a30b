import type { LadderView, PersonRecord } from '@pyladder/contract';
import { type AwardChange, heldCredentials } from '@pyladder/exam';

export type Award = PersonRecord['awards'][number];
export type AwardAct = 'suspend' | 'revoke' | 'reinstate';

/** What an act does to a person's credentials, as rung ids. Judged by the rule that the server follows. */
export type Consequences = {
  /** Rungs of the credentials that the act moves; those of a granted rung that rests on the award among them. */
  moved: string[];
  /** Rungs no longer held, or held again, because of it. */
  lost: string[];
  gained: string[];
  /** Rungs of credentials that are newly issued. */
  issued: string[];
  /** Rungs of other awards, which stay as they are. */
  staying: string[];
  /** Rungs that cannot be registered for any more. */
  closed: string[];
  /** Rungs of the granted credentials that rest on the award and stay withdrawn, because something else of theirs is. */
  stillWithdrawn: string[];
};

const TYPES = { suspend: 'suspended', revoke: 'revoked', reinstate: 'reinstated' } as const;

/** Works out what will happen if `act` is done to `award` of this person. */
export function findConsequences(ladder: LadderView, record: PersonRecord, award: Award, act: AwardAct): Consequences {
  const before = held(ladder, record.awards, []);
  const change: AwardChange = { awardId: award.id, type: TYPES[act], at: FAR };
  const after = held(ladder, record.awards, [change]);
  const lost = [...before].filter((rung) => !after.has(rung));
  const gained = [...after].filter((rung) => !before.has(rung));
  const resting = record.credentials.filter(
    ({ basis, standing }) => basis.includes(award.id) && standing !== 'revoked',
  );
  const isFree = ({ basis }: PersonRecord['credentials'][number]) =>
    record.awards.every(({ id, standing }) => id === award.id || !basis.includes(id) || standing === 'standing');
  const moved =
    act === 'reinstate' ? resting.filter(isFree) : resting.filter(({ standing }) => standing !== TYPES[act]);
  const others = record.awards.filter(
    ({ id, credential, standing }) => id !== award.id && standing === 'standing' && credential !== award.credential,
  );
  const earned = act === 'reinstate' ? [award.credential, ...gained] : [];
  const movedRungs = moved.map(({ credential }) => credential);
  return {
    moved: inOrder(ladder, movedRungs),
    lost: inOrder(ladder, lost),
    gained: inOrder(ladder, gained),
    issued: inOrder(
      ladder,
      earned.filter((rung) => !movedRungs.includes(rung)),
    ),
    staying: inOrder(
      ladder,
      others.map(({ credential }) => credential),
    ),
    closed: ladder.credentials.flatMap((rung) =>
      'requires' in rung && !after.has(rung.id) && rung.requires.some((needed) => lost.includes(needed))
        ? [rung.id]
        : [],
    ),
    stillWithdrawn:
      act === 'reinstate'
        ? inOrder(
            ladder,
            resting.filter((one) => !isFree(one)).map(({ credential }) => credential),
          )
        : [],
  };
}

/** Later than anything that has happened. */
const FAR = new Date(8.64e15);

function held(ladder: LadderView, awards: readonly Award[], more: readonly AwardChange[]): Set<string> {
  const known = awards.map(({ id, credential, awardedAt }) => ({ id, credential, awardedAt: new Date(awardedAt) }));
  const changes = awards.flatMap(({ id, changes }) =>
    changes.map(({ type, at }) => ({ awardId: id, type, at: new Date(at) })),
  );
  return heldCredentials(ladder, known, [...changes, ...more]);
}

/** Each once, lowest rung first. */
function inOrder(ladder: LadderView, rungs: readonly string[]): string[] {
  return ladder.credentials.map(({ id }) => id).filter((id) => rungs.includes(id));
}

/** Acts that the standing of an award leaves open. */
export function openActs({ standing }: Pick<Award, 'standing'>): AwardAct[] {
  if (standing === 'standing') return ['suspend', 'revoke'];
  return standing === 'suspended' ? ['reinstate', 'revoke'] : ['reinstate'];
}
