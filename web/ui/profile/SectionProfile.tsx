import type { CSSProperties } from 'react';
import { t } from '../../messages/exams.ts';
import { formatList, formatPoints, formatShare } from '../../messages/formats.ts';
import { type Finding, findFinding, type SectionPoints } from './finding.ts';
import styles from './SectionProfile.module.css';

export type SectionProfileProps = {
  sections: readonly (SectionPoints & { id: string })[];
  passMark: number;
  /** What the table is called, where its finding is not the reader's business. */
  title?: string;
};

/** Points by topic: a table, with a bar in each row and the pass mark across the bars. Its title says the finding. */
export function SectionProfile({ sections, passMark, title }: SectionProfileProps) {
  return (
    <table className={styles.profile} style={{ '--pass': `${passMark * 100}%` } as CSSProperties}>
      <caption>{title ?? describe(findFinding(sections))}</caption>
      <thead>
        <tr>
          <th scope="col">{t('profile.topic')}</th>
          <th scope="col">{t('profile.points')}</th>
          <td aria-hidden="true" className={styles.axis}>
            <span>{t('profile.mark', { share: formatShare(passMark) })}</span>
          </td>
        </tr>
      </thead>
      <tbody>
        {sections.map((section) => (
          <tr key={section.id}>
            <th scope="row">{section.title}</th>
            <td className={styles.points}>
              {t('profile.of', { points: formatPoints(section.points), max: section.max })}
            </td>
            <td aria-hidden="true" className={styles.cell}>
              <div
                className={styles.bar}
                style={{ '--share': `${(100 * section.points) / Math.max(1, section.max)}%` } as CSSProperties}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describe(finding: Finding): string {
  if (finding.kind === 'even') return t('profile.even');
  return t(`profile.${finding.kind}`, { best: formatList(finding.best), worst: formatList(finding.worst) });
}
