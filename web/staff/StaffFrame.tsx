import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { meQuery } from '../api/queries.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { isAdministrator } from './roles.ts';
import styles from './StaffFrame.module.css';
import { t } from './words.ts';

/** What all pages of the staff have in common: the way from one to the other, as far as one's role goes. */
export function StaffFrame() {
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <div className={styles.frame}>
      <nav aria-label={t('nav.label')} className={styles.nav}>
        <SiteLink to="/staff" activeOptions={{ exact: true }}>
          {t('nav.home')}
        </SiteLink>
        <SiteLink to="/staff/sittings">{t('nav.sittings')}</SiteLink>
        {isAdministrator(me) && (
          <>
            <SiteLink to="/staff/people">{t('nav.people')}</SiteLink>
            <SiteLink to="/staff/audit">{t('nav.audit')}</SiteLink>
          </>
        )}
      </nav>
      <Outlet />
    </div>
  );
}
