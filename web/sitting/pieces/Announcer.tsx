import { useEffect, useRef, useState } from 'react';
import { minutesToAnnounce, type Reading, remainingAt } from '../clock/clock.ts';
import type { RoomSnapshot } from '../roomState.ts';
import { t } from '../words.ts';
import { instruments } from './instruments.ts';
import { savingWords } from './savingWords.ts';

/** What a screen reader is told unasked: trouble with saving and its end, and the time at 15, 5 and 1 minute. */
export function Announcer({ saving, lasting, reading }: Pick<RoomSnapshot, 'saving' | 'lasting' | 'reading'>) {
  const isTrouble = saving.state === 'kept' || saving.state === 'cut-off';
  const troubleWords = isTrouble ? savingWords(saving, lasting) : null;
  const [words, setWords] = useState('');
  const hadTrouble = useRef(false);
  useEffect(() => {
    if (troubleWords !== null) setWords(troubleWords);
    else if (hadTrouble.current) setWords(t('saving.again'));
    hadTrouble.current = troubleWords !== null;
  }, [troubleWords]);
  return (
    <div className="for-screen-readers">
      <p role="status">{words}</p>
      <TimeAnnouncer reading={reading} />
    </div>
  );
}

function TimeAnnouncer({ reading }: { reading: Reading | null }) {
  const [words, setWords] = useState('');
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (reading === null) return;
    const look = () => {
      const seconds = remainingAt(reading, instruments());
      const minutes = minutesToAnnounce(before.current ?? seconds, seconds);
      if (minutes !== null) setWords(t('time.announce', { minutes }));
      before.current = seconds;
    };
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [reading]);
  return <p aria-live="polite">{words}</p>;
}
