import type { ItemView, SittingView } from '@pyladder/contract';
import type { Progress } from '@pyladder/exam';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Prose } from '../../ui/Prose.tsx';
import { wideSide } from '../answering/widths.ts';
import { Actions } from '../pieces/Actions.tsx';
import { Answer } from '../pieces/Answer.tsx';
import { Notes } from '../pieces/Notes.tsx';
import { Program } from '../pieces/Program.tsx';
import { QuestionMap } from '../pieces/QuestionMap.tsx';
import { Scenario } from '../pieces/Scenario.tsx';
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
  const answering = useQuestionActs({ room, item, place, position, move, review, toggleNotes });
  const { act, said } = answering;
  useShortcuts(showKeys && !isDisabled, act);
  if (item === undefined || place === undefined) return null;
  return (
    <>
      <main className={styles.room} data-wide={wideSide(item) ?? undefined}>
        {item.set !== null && (
          <div className={styles.scenario}>
            <Scenario set={item.set} />
          </div>
        )}
        <section className={styles.question} aria-labelledby="stem">
          <p className={styles.section}>{item.section}</p>
          <h1 id="stem" className={styles.stem} ref={heading} tabIndex={-1}>
            <span className="for-screen-readers">{stemNumber(item)} </span>
            <Prose text={item.stem} />
          </h1>
          <Program key={position} item={item} place={place} purpose={view.purpose} />
        </section>
        <div className={styles.answers}>
          <Answer
            key={position}
            item={item}
            place={place}
            purpose={view.purpose}
            isDisabled={isDisabled}
            showKeys={showKeys}
            answering={answering}
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
        <span key={said.turn}>{said.words}</span>
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

/** Where one is, for those who hear it: also that a text belongs to the question. */
function stemNumber({ position, set }: ItemView): string {
  const number = t('stem.number', { number: position + 1 });
  return set === null ? number : [number, t('stem.set', { number: set.index + 1, count: set.size })].join(' ');
}
