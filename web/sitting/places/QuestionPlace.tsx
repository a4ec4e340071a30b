import type { SittingView } from '@pyladder/contract';
import type { Progress } from '@pyladder/exam';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { classes } from '../../ui/classes.ts';
import { Prose } from '../../ui/Prose.tsx';
import { Actions } from '../pieces/Actions.tsx';
import { Notes } from '../pieces/Notes.tsx';
import { Options } from '../pieces/Options.tsx';
import { longestLine, Program } from '../pieces/Program.tsx';
import { QuestionMap } from '../pieces/QuestionMap.tsx';
import type { Room } from '../room.ts';
import { useKeySwitch, useShortcuts } from '../shortcuts.ts';
import { t } from '../words.ts';
import styles from './QuestionPlace.module.css';
import { useQuestionActs } from './questionActs.ts';

export type QuestionPlaceProps = {
  room: Room;
  view: SittingView;
  progress: Progress;
  isDisabled: boolean;
  move: (position: number) => void;
  review: () => void;
  heading: RefObject<HTMLHeadingElement | null>;
  /** What is to be known besides, shown after the question. */
  notice: ReactNode;
};

/** Characters of a line of code beyond which the program's column grows. */
const WIDE_CODE = 38;

/** One question: its program, its options, where it stands among the others. */
export function QuestionPlace(props: QuestionPlaceProps) {
  const { room, view, progress, isDisabled, move, review, heading, notice } = props;
  const { position } = progress;
  const [showKeys, setShowKeys] = useKeySwitch();
  const [showNotes, setShowNotes] = useState(false);
  const notesButton = useRef<HTMLButtonElement>(null);
  const item = view.items[position];
  const place = progress.places[position];
  const isToBeSeen = place?.seen === false && !isDisabled;
  useEffect(() => {
    if (isToBeSeen) room.act({ type: 'viewed', position });
  }, [room, position, isToBeSeen]);
  const toggleNotes = () => setShowNotes(!showNotes);
  const { choose, strike, act, said } = useQuestionActs({ room, item, place, position, move, review, toggleNotes });
  useShortcuts(showKeys && !isDisabled, act);
  if (item === undefined || place === undefined) return null;
  return (
    <>
      <main className={classes(styles.room, longestLine(item) > WIDE_CODE && styles.wide)}>
        <section className={styles.question} aria-labelledby="stem">
          <p className={styles.section}>{item.section}</p>
          <h1 id="stem" className={styles.stem} ref={heading} tabIndex={-1}>
            <span className="for-screen-readers">{t('stem.number', { number: position + 1 })} </span>
            <Prose text={item.stem} />
          </h1>
          <Program key={position} item={item} purpose={view.purpose} />
        </section>
        <div className={styles.answers}>
          <Options
            item={item}
            place={place}
            isDisabled={isDisabled}
            showKeys={showKeys}
            choose={choose}
            strike={strike}
          />
          {showNotes && (
            <Notes
              key={position}
              position={position}
              note={place.note}
              isDisabled={isDisabled}
              write={(text) => room.act({ type: 'noted', position, text })}
              close={() => {
                setShowNotes(false);
                notesButton.current?.focus();
              }}
            />
          )}
        </div>
        <div className={styles.aside}>
          <QuestionMap progress={progress} isDisabled={isDisabled} move={move} />
          <label className={styles.keys} title={t('keys.hint')}>
            <input type="checkbox" checked={showKeys} onChange={(event) => setShowKeys(event.target.checked)} />
            {t('keys.switch')}
          </label>
        </div>
      </main>
      <p className="for-screen-readers" role="status">
        {said}
      </p>
      {notice}
      <Actions
        isFlagged={place.flagged}
        hasNote={place.note !== ''}
        showNotes={showNotes}
        showKeys={showKeys}
        isDisabled={isDisabled}
        isFirst={position === 0}
        isLast={position === view.items.length - 1}
        notesButton={notesButton}
        act={act}
      />
    </>
  );
}
