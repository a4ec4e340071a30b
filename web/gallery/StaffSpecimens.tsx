import { EntryList } from '../staff/audit/EntryList.tsx';
import { SealPanel } from '../staff/audit/SealPanel.tsx';
import { FoundPeople } from '../staff/people/FoundPeople.tsx';
import { ConsequenceList } from '../staff/person/ConsequenceList.tsx';
import { type Award, type AwardAct, findConsequences } from '../staff/person/consequences.ts';
import { shortOf } from '../staff/RungNames.tsx';
import { LiveList } from '../staff/sittings/LiveList.tsx';
import { ladder } from './fixtures.ts';
import { Specimen } from './Specimen.tsx';
import {
  auditPage,
  awardWith,
  foundPeople,
  liveSittingWith,
  revokedPcap,
  suspendedPcap,
  withAward,
} from './staffFixtures.ts';
import { t } from './words.ts';

const OWN = '0197a3f0-0000-7000-8000-00000000ad01';

const live = [
  liveSittingWith(),
  liveSittingWith({ id: '0197a3f0-0000-7000-8000-000000000002', state: 'paused', purpose: 'mock', answers: 0 }),
  liveSittingWith({ id: '0197a3f0-0000-7000-8000-000000000003', candidateId: OWN, answers: 1 }),
];

const acts: [Award, AwardAct][] = [
  [awardWith('pcap'), 'suspend'],
  [awardWith('pcap'), 'revoke'],
  [suspendedPcap, 'reinstate'],
  [revokedPcap, 'reinstate'],
];

const name = (rung: string) => shortOf(ladder, rung);
function doNothing(): void {}

/** What the staff see: live sittings, people, what an act on an award does, a record, the log. */
export function StaffSpecimens() {
  const sittings = { sinceMs: 0, ownId: OWN, records: 'linked', shortOf: name, ask: doNothing } as const;
  return (
    <>
      <Specimen title={t('staff.sittings')}>
        <LiveList sittings={live} {...sittings} />
        <LiveList sittings={[]} {...sittings} />
      </Specimen>
      <Specimen title={t('staff.people')}>
        <FoundPeople ladder={ladder} found={{ ...foundPeople, more: true }} />
        <FoundPeople ladder={ladder} found={{ people: [], more: false }} />
      </Specimen>
      <Specimen title={t('staff.consequences')}>
        {acts.map(([award, act]) => (
          <div key={`${act} ${award.standing}`}>
            <ConsequenceList
              act={act}
              exam={name(award.credential)}
              standing={award.standing}
              consequences={findConsequences(ladder, withAward(award), award, act)}
              shortOf={name}
            />
          </div>
        ))}
      </Specimen>
      <Specimen title={t('staff.log')}>
        <SealPanel sealed={auditPage.sealed} />
        <SealPanel sealed={null} />
        <EntryList entries={auditPage.entries} shortOf={name} isBusy={false} />
      </Specimen>
    </>
  );
}
