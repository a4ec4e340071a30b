import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../messages/verdict.ts';
import { CopyButton } from '../CopyButton.tsx';
import { CheckList } from './CheckList.tsx';
import { ClaimList } from './ClaimList.tsx';
import { type Finding, shadeOf } from './finding.ts';
import styles from './ReportView.module.css';
import { writeReport } from './reportText.ts';
import { VerdictHeadline } from './VerdictHeadline.tsx';

export type ReportViewProps = {
  finding: Finding;
  /** What was verified: a file's name, or an address. */
  name: string;
  /** Takes the focus when it appears, so that the verdict is what is heard and seen next. */
  focus?: 'taken' | 'left';
  /** What can be done next, such as asking whose it is. */
  children?: ReactNode;
};

/** What was found out about one credential: the verdict first, then everything that it rests on. */
export function ReportView({ finding, name, focus = 'left', children }: ReportViewProps) {
  const view = useRef<HTMLElement>(null);
  const shade = shadeOf(finding);
  useEffect(() => {
    if (focus === 'taken') view.current?.focus();
  }, [focus]);
  return (
    <section ref={view} tabIndex={-1} className={styles.report} aria-label={t(`verdict.${shade}`)}>
      <VerdictHeadline finding={finding} name={name} />
      <section className={styles.part}>
        <h3>{t('meaning.title')}</h3>
        <p>{t(`meaning.${shade}`)}</p>
      </section>
      {children}
      <CheckList report={finding} />
      {finding.claims !== null && <ClaimList report={finding} claims={finding.claims} />}
      <div className={styles.foot}>
        <div data-print="never">
          <CopyButton text={() => writeReport(finding, name)}>{t('copy')}</CopyButton>
        </div>
        <p>{t(`checked.${finding.by}`, { moment: new Date(finding.checkedAt) })}</p>
      </div>
    </section>
  );
}
