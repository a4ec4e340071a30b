import { HolderSection } from '../ui/verdict/HolderCheck.tsx';
import { ReportView } from '../ui/verdict/ReportView.tsx';
import { openVerifier } from '../verifier/verifier.ts';
import { BatchView } from '../verify/BatchView.tsx';
import type { Batch } from '../verify/batch.ts';
import { EntryForm } from '../verify/EntryForm.tsx';
import { Explanation } from '../verify/Explanation.tsx';
import type { FailureCode, Outcome } from '../verify/verifyInput.ts';
import { findings, trustWith } from './credentialFixtures.ts';
import styles from './GalleryPage.module.css';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

function doNothing(): void {}

const outcomes: { name: string; outcome: Outcome | null }[] = [
  ...findings.map(({ name, finding }) => ({ name, outcome: { kind: 'report' as const, finding, badge: null } })),
  { name: 'moved.png', outcome: { kind: 'failed', code: 'unreadable' } },
  { name: 'waiting.png', outcome: null },
];

function batchOf(shown: typeof outcomes, state: Batch['state']): Batch {
  const entries = shown.map(({ name, outcome }, place) => ({ place, outcome, input: { name, source: { badge: '' } } }));
  const done = entries.filter(({ outcome }) => outcome !== null).length;
  return { entries, done, state, startedAt: Date.now() - 4_000, endedAt: null };
}

const failures: FailureCode[] = [
  'offline',
  'not_loaded',
  'too_slow',
  'unsupported',
  'unreadable',
  'not_found',
  'refused',
  'address_not_allowed',
  'address_not_reachable',
  'busy',
  'too_large',
  'fault',
];

const batches: Batch[] = [
  batchOf(outcomes, 'working'),
  batchOf(outcomes, 'stopped'),
  batchOf(outcomes.slice(-1), 'working'),
  ...failures.map((code) => batchOf([{ name: `${code}.json`, outcome: { kind: 'failed', code } }], 'done')),
];

/** Verification: the form, every verdict, lists, and whatever can keep it from being made. */
export function VerifySpecimens() {
  return (
    <>
      <Specimen title={t('verify')}>
        <div className={styles.pair}>
          <EntryForm take={doNothing} isOver={false} />
          <EntryForm take={doNothing} isOver />
          <Explanation trust={trustWith()} />
          <Explanation trust={trustWith({ issuers: [], unreachable: ['did:web:badges.example.net'] })} />
        </div>
      </Specimen>
      <Specimen title={t('verify.reports')}>
        {findings.map(({ name, finding }) => (
          <ReportView key={name} finding={finding} name={name}>
            {finding.verdict === 'valid' && <HolderSection namesHolder={async () => null} />}
          </ReportView>
        ))}
      </Specimen>
      <Specimen title={t('verify.lists')}>
        {batches.map((batch, place) => (
          <BatchView
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
            key={place}
            batch={batch}
            verifier={() => openVerifier([])}
            ownIssuers={[]}
            stop={doNothing}
            clear={doNothing}
            retry={doNothing}
          />
        ))}
      </Specimen>
    </>
  );
}
