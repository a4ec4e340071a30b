import type { LadderView } from '@pyladder/contract';
import { inkOf, toneOfRung } from '../ui/ladder/tones.ts';
import styles from './RungNames.module.css';

export type RungNamesProps = {
  /** Ids of rungs, in the ladder's order. */
  rungs: readonly string[];
  ladder: LadderView;
  /** What is said when there are none. */
  none: string;
};

/** Rungs by their short names, each in its tone. */
export function RungNames({ rungs, ladder, none }: RungNamesProps) {
  if (rungs.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <ul className={styles.rungs}>
      {rungs.map((id) => (
        <li key={id} style={{ color: inkOf(toneOfRung(placeOf(ladder, id), ladder.credentials.length)) }}>
          {shortOf(ladder, id)}
        </li>
      ))}
    </ul>
  );
}

/** The rung's short name; its id if the ladder does not have it any more. */
export function shortOf(ladder: LadderView, id: string): string {
  return ladder.credentials.find((credential) => credential.id === id)?.short ?? id;
}

function placeOf(ladder: LadderView, id: string): number {
  return Math.max(
    0,
    ladder.credentials.findIndex((credential) => credential.id === id),
  );
}
