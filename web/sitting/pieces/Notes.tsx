import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { cleanNote, LONGEST_NOTE } from '../note.ts';
import { t } from '../words.ts';
import styles from './Notes.module.css';
import { RoomButton } from './RoomButton.tsx';

/** A note is written down when the writer pauses, in milliseconds. */
const PAUSE = 400;

export type NotesProps = {
  position: number;
  note: string;
  isDisabled: boolean;
  write: (text: string) => void;
  close: () => void;
};

/** A place for a candidate's own words on one question. */
export function Notes({ position, note, isDisabled, write, close }: NotesProps) {
  const [text, setText] = useState(note);
  const written = useRef(note);
  const area = useRef<HTMLTextAreaElement>(null);
  const put = useEffectEvent(() => {
    const clean = cleanNote(text);
    if (clean === written.current) return;
    written.current = clean;
    write(clean);
  });
  useEffect(() => {
    if (text === written.current) return;
    const timer = setTimeout(put, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    // Written in another tab or on another device: shown here unless somebody is writing just now.
    if (note !== written.current && document.activeElement !== area.current) {
      written.current = note;
      setText(note);
    }
  }, [note]);
  useEffect(() => {
    area.current?.focus();
    const hide = () => put();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', hide);
      // The last words, when the room closes under the writer's hands.
      put();
    };
  }, []);
  return (
    <section className={styles.notes}>
      <label htmlFor="note">{t('notes.title', { number: position + 1 })}</label>
      <p id="note-hint">{t('notes.hint')}</p>
      <textarea
        id="note"
        ref={area}
        rows={4}
        maxLength={LONGEST_NOTE}
        aria-describedby="note-hint"
        value={text}
        readOnly={isDisabled}
        onChange={(event) => setText(event.target.value)}
        onBlur={put}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          put();
          close();
        }}
      />
      <RoomButton
        look="quiet"
        onClick={() => {
          put();
          close();
        }}
      >
        {t('notes.close')}
      </RoomButton>
    </section>
  );
}
