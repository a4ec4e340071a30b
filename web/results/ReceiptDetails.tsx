import type { Result } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import { formatMoment } from '../messages/formats.ts';
import styles from './ReceiptDetails.module.css';

/** The signed receipt of what was handed in, for whoever wants to check or appeal. */
export function ReceiptDetails({ result: { receipt, versions } }: { result: Result }) {
  const rows = [
    [t('receipt.sitting'), receipt.sittingId],
    [t('receipt.submitted'), formatMoment(receipt.submittedAt)],
    [t('receipt.endedBy'), t(`receipt.endedBy.${receipt.endedBy}`)],
    [t('receipt.answers'), String(receipt.answers)],
    [t('receipt.chainHead'), receipt.chainHead],
    [t('receipt.versions'), t('receipt.versions.words', versions)],
    [t('receipt.signature'), receipt.signature],
  ];
  return (
    <details className={styles.receipt}>
      <summary>{t('receipt.title')}</summary>
      <p>{t('receipt.words')}</p>
      <dl>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
