import type { LadderView, Record as LearnerRecord } from '@pyladder/contract';
import type { RungStanding } from './LadderPicture.tsx';

/**
 * Where a person stands on each rung: what they hold, the lowest they do not, what is open, what needs others first.
 * Nothing is said of a rung that is in nobody's way but whose exam this installation does not hold.
 */
export function findStandings(ladder: LadderView, record: LearnerRecord): Map<string, RungStanding> {
  const held = new Set(record.holdings.map(({ credential }) => credential));
  const here = ladder.credentials.find((credential) => 'exam' in credential && !held.has(credential.id));
  const standings = new Map<string, RungStanding>();
  for (const credential of ladder.credentials) {
    const required = 'exam' in credential ? credential.requires : credential.grantedBy;
    if (held.has(credential.id)) standings.set(credential.id, 'passed');
    else if (credential === here) standings.set(credential.id, 'here');
    else if (!required.every((id) => held.has(id))) standings.set(credential.id, 'needs');
    else if ('offers' in credential && credential.offers.real) standings.set(credential.id, 'open');
  }
  return standings;
}
