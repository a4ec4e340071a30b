import type { ReactNode } from 'react';
import styles from './LadderPicture.module.css';
import { PythonBeside, PythonCrossing, PythonHead, PythonTail } from './PythonPieces.tsx';
import { toneOfRung } from './tones.ts';

/**
 * How a rung stands to the person looking: `here` is where they are, `open` they may try, `needs` others first;
 * `shown` is the one that the page is about.
 */
export type RungStanding = 'here' | 'passed' | 'open' | 'needs' | 'shown';

export type PicturedRung = { id: string; standing: RungStanding | null; words: ReactNode };

export type LadderPictureProps = {
  /** What the list is called when read out. */
  label: string;
  /** Lowest first; drawn from the top. */
  rungs: readonly PicturedRung[];
  size?: 'full' | 'small';
};

/**
 * The ladder with the python winding up it, each rung beside its own row whatever the row's height.
 * The picture is for the eye; everything it says is in the rows, which are an ordered list from the top.
 */
export function LadderPicture({ label, rungs, size = 'full' }: LadderPictureProps) {
  const count = rungs.length;
  return (
    <div className={styles.ladder} data-size={size}>
      <ol reversed aria-label={label} className={styles.rungs}>
        {rungs
          .map((rung, place) => (
            <li key={rung.id}>
              <div className={styles.picture}>
                <PythonBeside place={place} count={count} />
                <div className={styles.rung} data-standing={rung.standing} data-tone={toneOfRung(place, count)} />
                {place === count - 1 ? <PythonHead count={count} /> : <PythonCrossing place={place} count={count} />}
              </div>
              <div className={styles.words}>{rung.words}</div>
            </li>
          ))
          .reverse()}
      </ol>
      <div className={styles.ground}>
        <PythonTail />
      </div>
    </div>
  );
}
