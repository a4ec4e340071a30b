import styles from './PythonEnds.module.css';
import { fillOf, toneOfRung } from './tones.ts';

/** The python's head, looking out over the top of the ladder. */
export function PythonHead({ count }: { count: number }) {
  return (
    <svg className={styles.head} viewBox="-30 -62 60 74" aria-hidden="true" focusable="false">
      <path className={styles.tongue} d="M0 -42V-54M0 -54L-4.5 -60M0 -54L4.5 -60" />
      <path
        style={{ fill: fillOf(toneOfRung(count - 1, count)) }}
        d="M-11 12V2C-11 -4 -19 -9 -19 -21C-19 -34 -10 -45 0 -45C10 -45 19 -34 19 -21C19 -9 11 -4 11 2V12Z"
      />
      <circle className={styles.eye} cx="-8.5" cy="-28" r="3.8" />
      <circle className={styles.eye} cx="8.5" cy="-28" r="3.8" />
      <circle className={styles.pupil} cx="-7.8" cy="-29" r="1.7" />
      <circle className={styles.pupil} cx="9.2" cy="-29" r="1.7" />
    </svg>
  );
}

/** The ladder's feet and the python's tail on the ground before them. */
export function PythonTail() {
  return (
    <svg className={styles.tail} viewBox="0 0 180 52" aria-hidden="true" focusable="false">
      <path className={styles.feet} d="M54 -2V42M126 -2V42" />
      <path
        className={styles.tailBody}
        d="M10.62 -1V0C10.62 30 36 45 76 44C108 43 128 33 160 36C163 36.3 163 33.5 160.5 32.8C132 25 106 26 78 24.5C48 23 32.6 16 32.6 0V-1Z"
      />
    </svg>
  );
}
