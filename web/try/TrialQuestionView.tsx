import type { ItemView } from '@pyladder/contract';
import type { PlaceProgress } from '@pyladder/exam';
import type { Answering } from '../sitting/answering/useAnswering.ts';
import { Answer } from '../sitting/pieces/Answer.tsx';
import { Program } from '../sitting/pieces/Program.tsx';
import { Prose } from '../ui/Prose.tsx';
import styles from './TrialQuestionView.module.css';

export type TrialQuestionViewProps = { view: ItemView; place: PlaceProgress; answering: Answering };

/** The question as the exam room asks it, answered in the same ways. */
export function TrialQuestionView({ view, place, answering }: TrialQuestionViewProps) {
  return (
    <div className={styles.question}>
      <h3 className={styles.stem}>
        <Prose text={view.stem} />
      </h3>
      <Program item={view} place={place} purpose="mock" />
      <Answer item={view} place={place} purpose="mock" isDisabled={false} showKeys={false} answering={answering} />
      <p className="for-screen-readers" role="status">
        <span key={answering.said.turn}>{answering.said.words}</span>
      </p>
    </div>
  );
}
