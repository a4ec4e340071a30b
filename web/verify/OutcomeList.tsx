import { CloudOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { VerdictIcon } from '../ui/verdict/VerdictHeadline.tsx';
import { nameShade } from '../ui/verdict/words.ts';
import { type Batch, countOutcomes, type Entry, type Heading, headingOf } from './batch.ts';
import styles from './OutcomeList.module.css';
import { writeTable } from './table.ts';
import { t } from './words.ts';

/** Drawn at once, and added with each "more": ten thousand rows would hold up the page. */
const ROWS = 100;

export type OutcomeListProps = { batch: Batch; open: (place: number) => void };

/** Many credentials with their verdicts: how many of each, to choose from, and one row for each. */
export function OutcomeList({ batch: { entries, state }, open }: OutcomeListProps) {
  const [chosen, setChosen] = useState<Heading | 'all'>('all');
  const [rows, setRows] = useState(ROWS);
  const counts = countOutcomes(entries);
  const matching = entries.filter(
    ({ outcome }) => outcome !== null && (chosen === 'all' || headingOf(outcome) === chosen),
  );
  const choose = (heading: Heading | 'all') => {
    setChosen(heading);
    setRows(ROWS);
  };
  return (
    <>
      <ul className={styles.counts} aria-label={t('counts.label')}>
        <li>
          <CountButton heading="all" count={entries.length} isChosen={chosen === 'all'} choose={choose} />
        </li>
        {counts.map(({ heading, count }) => (
          <li key={heading}>
            <CountButton heading={heading} count={count} isChosen={chosen === heading} choose={choose} />
          </li>
        ))}
      </ul>
      <ul className={styles.rows} aria-label={t('list.label')}>
        {matching.slice(0, rows).map((entry) => (
          <Row key={entry.place} entry={entry} open={open} />
        ))}
      </ul>
      <div className={styles.actions}>
        {matching.length > rows && (
          <Button onPress={() => setRows(rows + ROWS)}>
            {t('list.more', { count: Math.min(ROWS, matching.length - rows) })}
          </Button>
        )}
        {state !== 'working' && <CopyButton text={() => writeTable(entries)}>{t('list.copy')}</CopyButton>}
      </div>
    </>
  );
}

type CountButtonProps = {
  heading: Heading | 'all';
  count: number;
  isChosen: boolean;
  choose: (heading: Heading | 'all') => void;
};

function CountButton({ heading, count, isChosen, choose }: CountButtonProps) {
  return (
    <button type="button" aria-pressed={isChosen} onClick={() => choose(heading)}>
      <HeadingIcon heading={heading} />
      <span>{wordsOf(heading)}</span>
      <strong>{t('counts.number', { count })}</strong>
    </button>
  );
}

function Row({ entry: { place, input, outcome }, open }: { entry: Entry; open: (place: number) => void }) {
  if (outcome === null) return null;
  const heading = headingOf(outcome);
  const claims = outcome.kind === 'report' ? outcome.finding.claims : null;
  return (
    <li>
      <button type="button" onClick={() => open(place)}>
        <HeadingIcon heading={heading} />
        <span className={styles.what}>
          <span>{input.name}</span>
          {claims !== null && <span className={styles.claim}>{claims.name}</span>}
        </span>
        <span className={styles.verdict}>{wordsOf(heading)}</span>
      </button>
    </li>
  );
}

function wordsOf(heading: Heading | 'all'): string {
  if (heading === 'all' || heading === 'failed') return t(`counts.${heading}`);
  return nameShade(heading);
}

function HeadingIcon({ heading }: { heading: Heading | 'all' }) {
  if (heading === 'all') return null;
  if (heading === 'failed') return <CloudOff aria-hidden="true" size={20} />;
  return <VerdictIcon shade={heading} size={20} />;
}
