import type { Check, Report } from '@pyladder/credentials';
import { Check as CheckMark, CircleDashed, CircleHelp, X } from 'lucide-react';
import { t } from '../../messages/verdict.ts';
import styles from './CheckList.module.css';
import { explainCheck } from './words.ts';

const ICONS: Record<Check['result'], typeof X> = {
  passed: CheckMark,
  failed: X,
  unknown: CircleHelp,
  skipped: CircleDashed,
};

/** Every check in a sentence: what was looked at, what came out, what that means. */
export function CheckList({ report }: { report: Report }) {
  return (
    <section className={styles.checks}>
      <h3>{t('checks.title')}</h3>
      <ol>
        {report.checks.map((check) => {
          const Icon = ICONS[check.result];
          return (
            <li key={check.name} data-result={check.result}>
              <Icon aria-hidden="true" size={22} />
              <div>
                <p className={styles.head}>
                  <strong>{t(`check.${check.name}`)}</strong>
                  <span>{t(`result.${check.result}`)}</span>
                </p>
                <p>{explainCheck(check, report)}</p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
