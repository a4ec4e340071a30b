import type { ItemView, SittingView } from '@pyladder/contract';
import { noProgress, type Response, withSave } from '@pyladder/exam';
import { useState } from 'react';
import { useAnswering } from '../sitting/answering/useAnswering.ts';
import { Answer } from '../sitting/pieces/Answer.tsx';
import { Program } from '../sitting/pieces/Program.tsx';
import { Scenario } from '../sitting/pieces/Scenario.tsx';
import { numbered } from '../sitting/store/kept.ts';
import { Prose } from '../ui/Prose.tsx';
import styles from './GalleryPage.module.css';

export type AnswerSpecimenProps = {
  /** Which state this is, in words. */
  caption: string;
  item: ItemView;
  response?: Response | null;
  struck?: string[];
  isDisabled?: boolean;
  purpose?: SittingView['purpose'];
};

/** One question as the room shows it, to be tried out; nothing is sent. */
export function AnswerSpecimen(props: AnswerSpecimenProps) {
  const { caption, item, response = null, struck = [], isDisabled = false, purpose = 'mock' } = props;
  const [progress, setProgress] = useState(() => {
    const [place, ...others] = noProgress(1).places;
    if (place === undefined) throw new Error('a form of one item has a place');
    return { position: 0, places: [{ ...place, response, struck }, ...others] };
  });
  const place = progress.places[0];
  const answering = useAnswering({
    item,
    place,
    act: (deed) => setProgress((now) => withSave(now, numbered(deed, 0))),
  });
  if (place === undefined) return null;
  return (
    <div>
      <p className={styles.caption}>{caption}</p>
      {item.set !== null && <Scenario set={item.set} />}
      <div className={styles.pair}>
        <div className={styles.form}>
          <p>
            <strong>
              <Prose text={item.stem} />
            </strong>
          </p>
          <Program item={item} place={place} purpose={purpose} />
        </div>
        <Answer item={item} place={place} purpose={purpose} isDisabled={isDisabled} showKeys answering={answering} />
      </div>
      <p className="for-screen-readers" role="status">
        <span key={answering.said.turn}>{answering.said.words}</span>
      </p>
    </div>
  );
}
