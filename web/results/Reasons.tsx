import type { DebriefItem } from '@pyladder/contract';
import { rich, t } from '../messages/exams.ts';
import { formatList } from '../messages/formats.ts';
import { Prose } from '../ui/Prose.tsx';
import { judgeItem } from './judgeItem.ts';
import { OptionBelief } from './OptionBelief.tsx';
import { ReasonList } from './ReasonList.tsx';
import styles from './Reasons.module.css';
import { sortReasons } from './reasonEntries.ts';
import { Verdict } from './Verdict.tsx';

/** Why: first what the person may have believed, then what Python does, then where other answers come from. */
export function Reasons({ item }: { item: DebriefItem }) {
  const { own, others } = sortReasons(item);
  const [only] = own;
  const isOneOfSeveral = item.answer.type === 'choice' || item.answer.type === 'position';
  const isConcept = item.kind === 'concept';
  return (
    <>
      {isOneOfSeveral && judgeItem(item) === 'wrong' && only !== undefined ? (
        <OptionBelief option={only.reason} voice="you" />
      ) : (
        <>
          <Verdict item={item} />
          {own.length > 0 && <ReasonList item={item} entries={own} voice="you" />}
        </>
      )}
      <div className={styles.why}>
        <h2>{t(isConcept ? 'reasons.why.concept' : 'reasons.why')}</h2>
        <p>
          <Prose text={item.explanation} />
        </p>
      </div>
      {others.length > 0 && <OtherReasons item={item} entries={others} />}
      <Proof item={item} />
    </>
  );
}

/** Wrong parts of an answer can be put together in many ways, so there they are told on demand. */
function OtherReasons({ item, entries }: { item: DebriefItem; entries: Parameters<typeof ReasonList>[0]['entries'] }) {
  const { type } = item.answer;
  const isPlace = type === 'position';
  if (type === 'slots' || type === 'order') {
    return (
      <details className={styles.why}>
        <summary>{t(`reasons.others.${type}`, { count: entries.length })}</summary>
        <ReasonList item={item} entries={entries} voice="somebody" />
      </details>
    );
  }
  return (
    <div className={styles.why}>
      <h2>{t(isPlace ? 'reasons.others.position' : 'reasons.others')}</h2>
      <ReasonList item={item} entries={entries} voice="somebody" />
    </div>
  );
}

const byVersion = new Intl.Collator('en', { numeric: true }).compare;

function Proof({ item: { provenOn, source } }: { item: DebriefItem }) {
  return (
    <p className={styles.proof}>
      {provenOn.length > 0 && t('reasons.proof', { versions: formatList(provenOn.toSorted(byVersion)) })}{' '}
      {source !== null && (
        <a href={source} rel="noreferrer" target="_blank">
          {rich('reasons.source')}
        </a>
      )}
    </p>
  );
}
