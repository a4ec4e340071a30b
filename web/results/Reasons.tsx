import type { DebriefItem } from '@pyladder/contract';
import { rich, t } from '../messages/exams.ts';
import { formatList } from '../messages/formats.ts';
import { PrintedText } from '../ui/PrintedText.tsx';
import { Prose } from '../ui/Prose.tsx';
import { OptionBelief } from './OptionBelief.tsx';
import styles from './Reasons.module.css';

/** Why: first what the person may have believed, then what Python does, then where the other options come from. */
export function Reasons({ item }: { item: DebriefItem }) {
  const chosen = item.options.find((option) => option.chosen) ?? null;
  const others = item.options.filter((option) => !option.key && !option.chosen);
  return (
    <>
      {chosen === null ? (
        <p className={styles.verdict}>{t('reasons.unanswered')}</p>
      ) : chosen.key ? (
        <p className={styles.verdict}>{t('reasons.right')}</p>
      ) : (
        <OptionBelief option={chosen} voice="you" />
      )}
      <div className={styles.why}>
        <h2>{t('reasons.why')}</h2>
        <p>
          <Prose text={item.explanation} />
        </p>
      </div>
      {others.length > 0 && (
        <div className={styles.why}>
          <h2>{t('reasons.others')}</h2>
          <ul className={styles.others}>
            {others.map((option) => (
              <li key={option.id}>
                <PrintedText text={option.text} />
                <OptionBelief option={option} voice="somebody" />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.proof}>
        {t('reasons.proof', { versions: formatList(item.provenOn) })}{' '}
        {item.source !== null && (
          <a href={item.source} rel="noreferrer" target="_blank">
            {rich('reasons.source')}
          </a>
        )}
      </p>
    </>
  );
}
