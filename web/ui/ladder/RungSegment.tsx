import { type CSSProperties, useId } from 'react';
import styles from './RungSegment.module.css';
import { fillOf, type RungTone, toneOfRung } from './tones.ts';

export type RungSegmentProps = {
  /** 0 is the lowest rung. */
  place: number;
  count: number;
  /** `lit` draws the rung's bar in its tone, `marked` in the accent. */
  bar: 'plain' | 'lit' | 'marked';
};

/** Where the python lies at a row's border: left or right of the rails, in percent of the picture's width. */
const LEFT = 12;
const RIGHT = 88;

/**
 * One row's piece of the picture: rails, the rung at the row's middle, and half a turn of the python.
 * It stretches to any row height, because the python crosses every border upright: pieces always join.
 */
export function RungSegment({ place, count, bar }: RungSegmentProps) {
  const gradient = useId();
  const inFront = place % 2 === 0;
  const isTop = place === count - 1;
  const from = inFront ? LEFT : RIGHT;
  const to = inFront ? RIGHT : LEFT;
  const body = isTop ? `M${from} 101V100C${from} 62 50 74 50 30` : `M${from} 101V100C${from} 44 ${to} 56 ${to} 0V-1`;
  const frame = (
    <g className={styles.frame}>
      <path className={styles.halo} d={railsOf(isTop)} />
      <path d={railsOf(isTop)} />
      <path
        className={styles.bar}
        data-bar={bar}
        style={{ '--tone': fillOf(toneOfRung(place, count)) } as CSSProperties}
        d="M30 50H70"
      />
    </g>
  );
  const python = (
    <g className={styles.python}>
      <path className={styles.gap} d={body} />
      <path className={styles.body} d={body} style={{ stroke: `url(#${gradient})` }} />
      <path className={styles.spine} d={body} />
    </g>
  );
  return (
    <svg
      className={styles.segment}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <linearGradient id={gradient} x1="0" y1="1" x2="0" y2="0">
          <stop offset="0" style={{ stopColor: between(place - 1, place, count) }} />
          <stop offset="0.5" style={{ stopColor: fillOf(toneOfRung(place, count)) }} />
          <stop offset="1" style={{ stopColor: between(place, place + 1, count) }} />
        </linearGradient>
      </defs>
      {inFront ? frame : python}
      {inFront ? python : frame}
    </svg>
  );
}

function railsOf(isTop: boolean): string {
  return isTop ? 'M30 101V12M70 101V12' : 'M30 101V-1M70 101V-1';
}

/** The colour at the border of two rows; beyond the ladder's ends it is the end's own. */
function between(lower: number, upper: number, count: number): string {
  const tones: RungTone[] = [lower, upper].map((place) => toneOfRung(Math.min(count - 1, Math.max(0, place)), count));
  const [below, above] = tones.map(fillOf);
  return `color-mix(in oklab, ${below}, ${above})`;
}
