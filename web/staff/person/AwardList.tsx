import type { LadderView, PersonRecord } from '@pyladder/contract';
import { useEffect, useState } from 'react';
import { formatList } from '../../messages/formats.ts';
import { shortOf } from '../RungNames.tsx';
import { t } from '../words.ts';
import { AwardDialog } from './AwardDialog.tsx';
import { AwardEntry } from './AwardEntry.tsx';
import { type AwardAct, findConsequences } from './consequences.ts';
import styles from './Section.module.css';

export type AwardListProps = {
  ladder: LadderView;
  record: PersonRecord;
  isOwn: boolean;
  /** The record after an act, and a sentence that says what was done. */
  changed: (record: PersonRecord, words: string) => void;
  readAgain: () => void;
};

type Asked = { awardId: string; act: AwardAct };

/** A person's awards with all that became of them, and what may be done. */
export function AwardList({ ladder, record, isOwn, changed, readAgain }: AwardListProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  // After an act its button is often gone; the award is where one goes on.
  const [focused, setFocused] = useState<string | null>(null);
  useEffect(() => {
    if (focused !== null) document.getElementById(`award-${focused}`)?.focus();
  }, [focused]);
  const award = record.awards.find(({ id }) => id === asked?.awardId);
  const done =
    ({ awardId, act }: Asked) =>
    (next: PersonRecord) => {
      changed(next, describeDone(ladder, record, { awardId, act }));
      setAsked(null);
      setFocused(awardId);
    };
  return (
    <section className={styles.section} aria-labelledby="awards">
      <h2 id="awards">{t('awards.title')}</h2>
      {record.awards.length === 0 && <p className={styles.none}>{t('awards.none')}</p>}
      <ul className={styles.list}>
        {record.awards.map((one) => (
          <AwardEntry
            key={one.id}
            award={one}
            exam={shortOf(ladder, one.credential)}
            isOwn={isOwn}
            ask={(act) => {
              setFocused(null);
              setAsked({ awardId: one.id, act });
            }}
          />
        ))}
      </ul>
      {asked !== null && award !== undefined && (
        <AwardDialog
          ladder={ladder}
          record={record}
          award={award}
          act={asked.act}
          close={() => setAsked(null)}
          done={done(asked)}
          outOfDate={readAgain}
        />
      )}
    </section>
  );
}

/** What was done, with the credentials that it moved. */
function describeDone(ladder: LadderView, record: PersonRecord, { awardId, act }: Asked): string {
  const award = record.awards.find(({ id }) => id === awardId);
  if (award === undefined) throw new Error('an act was done to an award that the record does not have');
  const { moved, issued } = findConsequences(ladder, record, award, act);
  const rungs = (ids: readonly string[]) => formatList(ids.map((id) => shortOf(ladder, id)));
  const exam = shortOf(ladder, award.credential);
  const after = act === 'reinstate' ? issued : moved;
  return t(`award.${act}.done`, { exam, count: after.length, rungs: rungs(after) });
}
