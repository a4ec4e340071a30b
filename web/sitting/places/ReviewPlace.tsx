import type { ItemView, SittingView } from '@pyladder/contract';
import type { PlaceProgress, Progress } from '@pyladder/exam';
import { type ReactNode, type RefObject, useState } from 'react';
import { ChoiceRow } from '../../ui/ChoiceRow.tsx';
import { fullnessOf, isHalf } from '../answering/fullness.ts';
import { RoomButton } from '../pieces/RoomButton.tsx';
import { rich, t } from '../words.ts';
import styles from './ReviewPlace.module.css';

const FILTERS = ['all', 'unanswered', 'flagged'] as const;
type Filter = (typeof FILTERS)[number];

const PASSES: { [F in Filter]: (place: PlaceProgress) => boolean } = {
  all: () => true,
  unanswered: ({ response }) => response === null,
  flagged: ({ flagged }) => flagged,
};

export type ReviewPlaceProps = {
  view: SittingView;
  progress: Progress;
  isDisabled: boolean;
  move: (position: number) => void;
  handIn: () => void;
  heading: RefObject<HTMLHeadingElement | null>;
  /** What is to be known besides, shown after the list. */
  notice: ReactNode;
};

/** Every question with what became of it, the way back to each, and the way to the end. */
export function ReviewPlace({ view, progress, isDisabled, move, handIn, heading, notice }: ReviewPlaceProps) {
  const [filter, setFilter] = useState<Filter>('all');
  const counts = { all: 0, unanswered: 0, flagged: 0 };
  for (const name of FILTERS) counts[name] = progress.places.filter(PASSES[name]).length;
  const halves = countHalves(view, progress);
  const rows = progress.places.flatMap((place, position) => (PASSES[filter](place) ? [{ place, position }] : []));
  return (
    <main className={styles.review}>
      <h1 ref={heading} tabIndex={-1}>
        {t('review.title')}
      </h1>
      <p>
        {counts.unanswered === 0
          ? t('review.all', { count: counts.all })
          : rich('review.some', { count: counts.unanswered })}{' '}
        {halves > 0 && t('review.halves', { count: halves })} {t('review.flagged', { count: counts.flagged })}
      </p>
      <ChoiceRow
        label={t('review.show')}
        name="filter"
        choices={FILTERS}
        chosen={filter}
        choose={setFilter}
        wordsOf={(name) => t(`review.filter.${name}`, { count: counts[name] })}
      />
      {rows.length === 0 && <p className={styles.empty}>{t('review.empty')}</p>}
      <ol className={styles.list} aria-label={t('review.list')}>
        {rows.map(({ place, position }) => (
          <li key={position}>
            <button type="button" disabled={isDisabled} onClick={() => move(position)}>
              <span className={styles.number}>{position + 1}</span>
              <span className={styles.section}>{view.items[position]?.section}</span>
              <span className={styles.marks}>{marksOf(place, view.items[position]).join(', ')}</span>
            </button>
          </li>
        ))}
      </ol>
      {notice}
      <div className={styles.actions}>
        <RoomButton isDisabled={isDisabled} onClick={() => move(progress.position)}>
          {t('review.back', { number: progress.position + 1 })}
        </RoomButton>
        <RoomButton look="next" isDisabled={isDisabled} onClick={handIn}>
          {t('review.handIn')}
        </RoomButton>
      </div>
    </main>
  );
}

/** How many questions have an answer that is not whole. */
export function countHalves({ items }: SittingView, { places }: Progress): number {
  return items.filter((item, position) => isHalf(item, places[position]?.response ?? null)).length;
}

function marksOf({ response, seen, flagged, note }: PlaceProgress, item: ItemView | undefined): string[] {
  const answer = response !== null ? 'review.answered' : seen ? 'review.unanswered' : 'review.unseen';
  const fullness = item !== undefined && isHalf(item, response) ? fullnessOf(item, response) : null;
  const marks = [fullness === null ? t(answer) : t(`full.${fullness.what}`, fullness)];
  if (flagged) marks.push(t('review.flag'));
  if (note !== '') marks.push(t('review.note'));
  return marks;
}
