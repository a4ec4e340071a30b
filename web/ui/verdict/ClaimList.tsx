import type { Claims, Report } from '@pyladder/credentials';
import { t } from '../../messages/verdict.ts';
import styles from './ClaimList.module.css';
import { claimRows } from './claimRows.ts';
import { isUnbelieved } from './finding.ts';

/** What the document says, as text and nothing else: no link in it is made one. */
export function ClaimList({ report, claims }: { report: Report; claims: Claims }) {
  return (
    <section className={styles.claims}>
      <h3>{t(`claims.title.${isUnbelieved(report) ? 'unbelieved' : 'believed'}`)}</h3>
      <dl>
        {claimRows(claims).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
