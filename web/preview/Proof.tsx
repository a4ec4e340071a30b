import type { Item } from '@pyladder/exam';
import { formatList, formatShare } from '../messages/formats.ts';
import { PrintedText } from '../ui/PrintedText.tsx';
import styles from './Proof.module.css';
import { t } from './words.ts';

/** Lines of output that are shown at once. */
const MOST_LINES = 8;

/** For the author alone: what was run, what it printed, and by their ids the beliefs behind each wrong option. */
export function Proof({ item: { proof, options, answer, difficulty } }: { item: Item }) {
  const runs = sayRuns(proof.runs);
  const ways = [
    ...options.map(({ text, misconceptions }) => ({ text, misconceptions })),
    ...(answer?.type === 'slots'
      ? answer.faults.map(({ slot, option, misconceptions }) => ({
          text: t('proof.slot', { number: slot + 1, text: options[option]?.text ?? '' }),
          misconceptions,
        }))
      : []),
  ].filter(({ misconceptions }) => misconceptions.length > 0);
  return (
    <section className={styles.proof}>
      <h2>{t('proof')}</h2>
      <dl>
        {runs.length > 0 && (
          <div>
            <dt>{t('proof.runs')}</dt>
            <dd>{formatList(runs)}</dd>
          </div>
        )}
        {proof.stdout !== '' && (
          <div>
            <dt>{t('proof.stdout')}</dt>
            <dd>
              <Printed text={proof.stdout.replace(/\n$/, '')} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('proof.difficulty')}</dt>
          <dd>{formatShare(difficulty)}</dd>
        </div>
        {ways.map(({ text, misconceptions }) => (
          <div key={`${text} ${misconceptions.join(' ')}`}>
            <dt>
              <PrintedText text={text} />
            </dt>
            <dd>{misconceptions.map((way) => way.join(' + ')).join(t('proof.or'))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** "CPython 3.13 and 3.14 under seeds 0 and 1": versions that ran under the same seeds are said together. */
function sayRuns(runs: Item['proof']['runs']): string[] {
  const byVersion = Map.groupBy(runs, ({ python }) => python);
  const seedsOf = (version: string) => (byVersion.get(version) ?? []).map(({ hashSeed }) => String(hashSeed));
  const bySeeds = Map.groupBy(byVersion.keys(), (version) => formatList(seedsOf(version)));
  return [...bySeeds].map(([seeds, versions]) => t('proof.run', { versions: formatList(versions), seeds }));
}

/** Output of many lines is shown on demand. */
function Printed({ text }: { text: string }) {
  const lines = text.split('\n').length;
  if (lines <= MOST_LINES) return <PrintedText text={text} />;
  return (
    <details>
      <summary>{t('proof.lines', { lines })}</summary>
      <PrintedText text={text} />
    </details>
  );
}
