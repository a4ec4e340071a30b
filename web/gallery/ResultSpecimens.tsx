import { DebriefAnswer } from '../results/DebriefAnswer.tsx';
import { DebriefMap } from '../results/DebriefMap.tsx';
import { DebriefQuestion } from '../results/DebriefQuestion.tsx';
import { Reasons } from '../results/Reasons.tsx';
import { ReleasedResult } from '../results/ResultPage.tsx';
import { SectionProfile } from '../ui/profile/SectionProfile.tsx';
import { debriefItemWith, resultWith, SITTING_ID } from './fixtures.ts';
import styles from './GalleryPage.module.css';
import { debriefSamples } from './resultFixtures.ts';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

const results = [
  resultWith(),
  resultWith({ passed: true, points: 24, answered: 30 }),
  resultWith({
    purpose: 'real',
    passed: true,
    points: 26,
    answered: 30,
    earned: ['pcep'],
    hasDebrief: false,
  }),
  resultWith({ purpose: 'real', hasDebrief: false, endedBy: 'time', retakeFrom: '2026-11-27T10:42:07.000Z' }),
  // Points in part, a hair short of the pass mark.
  resultWith({
    points: 20 + 2 / 3,
    sections: resultWith().sections.map((section) => ({ ...section, points: section.max - 4 / 3 })),
  }),
];

const items = [
  debriefItemWith('A'),
  debriefItemWith('B', { position: 1 }),
  debriefItemWith('D', { position: 2 }),
  debriefItemWith(null, { position: 3, stdin: '3\n4\n' }),
  ...debriefSamples.map((item, place) => ({ ...item, position: 4 + place })),
];

const even = resultWith().sections.map((section) => ({ ...section, points: section.max }));

/** Results and the debrief, in every outcome. */
export function ResultSpecimens() {
  return (
    <>
      <Specimen title={t('results')}>
        <div className={styles.pair}>
          {results.map((result) => (
            <ReleasedResult
              key={`${result.purpose} ${result.points}`}
              result={result}
              shortOf={(id) => id.toUpperCase()}
            />
          ))}
          <SectionProfile sections={even} passMark={0.7} />
        </div>
      </Specimen>
      <Specimen title={t('debrief')}>
        {items.map((item) => (
          <div key={item.position} className={styles.pair}>
            <div className={styles.form}>
              <DebriefQuestion item={item} />
              <DebriefAnswer item={item} />
            </div>
            <div className={styles.form}>
              <Reasons item={item} />
            </div>
          </div>
        ))}
        <DebriefMap sittingId={SITTING_ID} items={items} index={1} />
      </Specimen>
    </>
  );
}
