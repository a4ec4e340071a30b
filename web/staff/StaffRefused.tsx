import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemError } from '../api/problems.ts';
import { PageError } from '../PageStates.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ButtonLink } from '../ui/SiteLink.tsx';
import styles from './StaffRefused.module.css';
import { t } from './words.ts';

/** What somebody without a role reads in place of the staff's pages. */
export function StaffRefused(problem: ErrorComponentProps) {
  if (!isRefusedRole(problem.error)) return <PageError {...problem} />;
  return (
    <section className={styles.refused}>
      <PageTitle>{t('refused.staff.title')}</PageTitle>
      <p>{t('refused.staff.words')}</p>
      <ButtonLink look="next" to="/dashboard">
        {t('refused.staff.action')}
      </ButtonLink>
    </section>
  );
}

/** What an examiner reads in place of an administrator's page. */
export function AdministratorsOnly(problem: ErrorComponentProps) {
  if (!isRefusedRole(problem.error)) return <PageError {...problem} />;
  return (
    <section className={styles.refused}>
      <PageTitle>{t('refused.administrators.title')}</PageTitle>
      <p>{t('refused.administrators.words')}</p>
      <ButtonLink look="next" to="/staff/sittings">
        {t('refused.administrators.action')}
      </ButtonLink>
    </section>
  );
}

function isRefusedRole(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'not_allowed';
}
