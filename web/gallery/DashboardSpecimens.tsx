import { HeldAwards } from '../dashboard/HeldAwards.tsx';
import { NextStepPanel } from '../dashboard/NextStepPanel.tsx';
import type { NextStep } from '../dashboard/nextStep.ts';
import { SittingList } from '../dashboard/SittingList.tsx';
import { Obstacles } from '../exam/Obstacles.tsx';
import { RuleList } from '../exam/RuleList.tsx';
import { pcepExam as credential, ladder, rulesWith, SITTING_ID as sittingId, sittingWith } from './fixtures.ts';
import styles from './GalleryPage.module.css';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

const EARLIEST = '2026-11-27T10:42:07.000Z';

const steps: NextStep[] = [
  { kind: 'resume', sittingId, credential, purpose: 'real', paused: false },
  { kind: 'await-result', sittingId, credential },
  { kind: 'start-registered', credential },
  { kind: 'first-mock', credential },
  { kind: 'study-debrief', sittingId, credential, points: 19, max: 30 },
  { kind: 'take-real', credential },
  { kind: 'wait-for-retake', credential, earliest: EARLIEST },
  { kind: 'nothing-offered', credential },
  { kind: 'nothing-offered', credential: null },
];

const sittings = [
  sittingWith({ state: 'running', outcome: null }),
  sittingWith({ id: `${sittingId}b`, purpose: 'real', outcome: { points: 26, max: 30, passed: true } }),
  sittingWith({ id: `${sittingId}c`, state: 'held', outcome: null }),
  sittingWith({ id: `${sittingId}d` }),
];

const shortOf = (id: string) => id.toUpperCase();

/** Next steps, awards, past exams, and the rules before an exam. */
export function DashboardSpecimens() {
  return (
    <>
      <Specimen title={t('next')}>
        <div className={styles.pair}>
          {steps.map((step, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
            <NextStepPanel key={place} step={step} />
          ))}
        </div>
      </Specimen>
      <Specimen title={t('held')}>
        <HeldAwards
          ladder={ladder}
          holdings={[
            { credential: 'pcep', since: EARLIEST },
            { credential: 'cepp', since: EARLIEST },
          ]}
        />
        <SittingList ladder={ladder} sittings={sittings} />
        <SittingList ladder={ladder} sittings={[]} />
      </Specimen>
      <Specimen title={t('rules')}>
        <div className={styles.pair}>
          <div className={styles.form}>
            <RuleList rules={rulesWith({ yourMinutes: 50 })} exam="PCEP" />
          </div>
          <div className={styles.form}>
            <RuleList rules={rulesWith({ purpose: 'real' })} exam="PCEP" />
          </div>
        </div>
        <Obstacles
          shortOf={shortOf}
          rules={rulesWith({
            obstacles: [
              { code: 'requirement_not_held', credential: 'pcap' },
              { code: 'retake_too_early', earliest: EARLIEST },
              { code: 'result_pending' },
              { code: 'exam_not_offered' },
              { code: 'exam_bank_not_ready' },
            ],
            advice: [{ code: 'advised_not_held', credential: 'pcep' }],
          })}
        />
        <Obstacles shortOf={shortOf} rules={rulesWith({ obstacles: [{ code: 'already_held' }] })} />
      </Specimen>
    </>
  );
}
