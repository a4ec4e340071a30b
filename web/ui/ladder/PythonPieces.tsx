import { useId } from 'react';
import styles from './PythonPieces.module.css';
import { toneOfRung } from './tones.ts';

/** Where the python lies beside a rung: outside the rails, in percent of the picture's width. */
const LEFT = 12;
const RIGHT = 88;

function sideOf(place: number): number {
  return place % 2 === 0 ? LEFT : RIGHT;
}

export type PieceProps = {
  /** 0 is the lowest rung. */
  place: number;
  count: number;
};

/** The python beside its rung, upright; stretches with the row, so that turns keep their shape at any height. */
export function PythonBeside({ place, count }: PieceProps) {
  const x = sideOf(place);
  const line = `M${x} 0V100`;
  return (
    <svg
      className={styles.beside}
      data-lowest={place === 0}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.toned} d={line} data-tone={toneOfRung(place, count)} />
      <path className={styles.spine} d={line} />
    </svg>
  );
}

/** The python's way from this rung up to the next: before the ladder from left to right, behind it on the way back. */
export function PythonCrossing({ place, count }: PieceProps) {
  const gradient = useId();
  const [from, to] = [sideOf(place), sideOf(place + 1)];
  const way = `C${from} 58 ${to} 42 ${to} 0`;
  return (
    <svg
      className={styles.crossing}
      data-side={from === LEFT ? 'before' : 'behind'}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <linearGradient id={gradient} x1="0" y1="1" x2="0" y2="0">
        <stop offset="0" data-tone={toneOfRung(place, count)} />
        <stop offset="1" data-tone={toneOfRung(place + 1, count)} />
      </linearGradient>
      {from === LEFT && <path className={styles.gap} d={`M${from} 100${way}`} />}
      <path className={styles.body} d={`M${from} 102V100${way}V-2`} stroke={`url(#${gradient})`} />
      <path className={styles.spine} d={`M${from} 100${way}`} />
    </svg>
  );
}

/** Neck and head, looking out over the top of the ladder. */
export function PythonHead({ count }: { count: number }) {
  const side = sideOf(count - 1);
  const way = `C${side} 56 50 64 50 10`;
  return (
    <div className={styles.top} data-tone={toneOfRung(count - 1, count)}>
      <svg
        className={styles.neck}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <path className={styles.gap} d={`M${side} 100${way}`} />
        <path className={styles.neckBody} d={`M${side} 104V100${way}`} />
        <path className={styles.spine} d={`M${side} 100${way}`} />
      </svg>
      <svg className={styles.head} viewBox="-30 -62 60 74" aria-hidden="true" focusable="false">
        <path className={styles.tongue} d="M0 -42V-54M0 -54L-4.5 -60M0 -54L4.5 -60" />
        <path
          className={styles.skull}
          d="M-11 12V2C-11 -4 -19 -9 -19 -21C-19 -34 -10 -45 0 -45C10 -45 19 -34 19 -21C19 -9 11 -4 11 2V12Z"
        />
        <circle className={styles.eye} cx="-8.5" cy="-28" r="3.8" />
        <circle className={styles.eye} cx="8.5" cy="-28" r="3.8" />
        <circle className={styles.pupil} cx="-7.8" cy="-29" r="1.7" />
        <circle className={styles.pupil} cx="9.2" cy="-29" r="1.7" />
      </svg>
    </div>
  );
}

/** Both edges of the tail, from the left one at the top round the tip to the right one. */
const TAIL =
  'M10.62 0C10.62 30 36 45 76 44C108 43 128 33 160 36C163 36.3 163 33.5 160.5 32.8C132 25 106 26 78 24.5C48 23 32.6 16 32.6 0';

/** The python's tail, on the ground before the ladder's feet. */
export function PythonTail() {
  return (
    <svg className={styles.tail} viewBox="0 0 180 52" aria-hidden="true" focusable="false">
      <path className={styles.tailGap} d={TAIL} />
      <path className={styles.tailBody} d={`${TAIL}V-2H10.62Z`} />
    </svg>
  );
}
