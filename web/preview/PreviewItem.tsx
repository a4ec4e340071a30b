import type { DebriefItem } from '@pyladder/contract';
import { type Item, noProgress, withSave } from '@pyladder/exam';
import { useState } from 'react';
import { DebriefAnswer } from '../results/DebriefAnswer.tsx';
import { DebriefQuestion } from '../results/DebriefQuestion.tsx';
import { withResponse } from '../results/itemKey.ts';
import { Reasons } from '../results/Reasons.tsx';
import { useAnswering } from '../sitting/answering/useAnswering.ts';
import { Answer } from '../sitting/pieces/Answer.tsx';
import { Program } from '../sitting/pieces/Program.tsx';
import { Scenario } from '../sitting/pieces/Scenario.tsx';
import { numbered } from '../sitting/store/kept.ts';
import { Prose } from '../ui/Prose.tsx';
import styles from './PreviewItem.module.css';
import { Proof } from './Proof.tsx';

export type PreviewItemProps = { item: Item; view: DebriefItem; isDebrief: boolean };

/** One item: as in the exam room, where it can be answered, or its debrief with that answer. */
export function PreviewItem({ item, view, isDebrief }: PreviewItemProps) {
  const [progress, setProgress] = useState(() => noProgress(view.position + 1));
  const place = progress.places[view.position];
  const answering = useAnswering({
    item: view,
    place,
    act: (deed) => setProgress((now) => withSave(now, numbered(deed, 0))),
  });
  if (place === undefined) return null;
  if (isDebrief) {
    const debrief = withResponse(view, place.response);
    return (
      <article className={styles.item}>
        <section className={styles.column}>
          <DebriefQuestion item={debrief} />
          <DebriefAnswer item={debrief} />
        </section>
        <section className={styles.column}>
          <Reasons item={debrief} />
          <Proof item={item} />
        </section>
      </article>
    );
  }
  return (
    <article className={styles.item}>
      {view.set !== null && (
        <div className={styles.whole}>
          <Scenario set={view.set} />
        </div>
      )}
      <section className={styles.column}>
        <div>
          <p className={styles.section}>{view.section}</p>
          <h2 className={styles.stem}>
            <Prose text={view.stem} />
          </h2>
        </div>
        <Program item={view} place={place} purpose="mock" />
      </section>
      <section className={styles.column}>
        <Answer item={view} place={place} purpose="mock" isDisabled={false} showKeys={false} answering={answering} />
      </section>
      <p className="for-screen-readers" role="status">
        <span key={answering.said.turn}>{answering.said.words}</span>
      </p>
    </article>
  );
}
