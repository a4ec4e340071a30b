import { useSuspenseQuery } from '@tanstack/react-query';
import { Activity, ScrollText, Users } from 'lucide-react';
import { meQuery } from '../api/queries.ts';
import { formatList } from '../messages/formats.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SiteLink } from '../ui/SiteLink.tsx';
import { isAdministrator } from './roles.ts';
import styles from './StaffHome.module.css';
import { t } from './words.ts';

/** Where the staff begin: what there is to do, each with a word about it. */
export function StaffHome() {
  const { data: me } = useSuspenseQuery(meQuery);
  const roles = me.person?.roles.filter((role) => role !== 'candidate') ?? [];
  return (
    <div className={styles.home}>
      <header className={styles.header}>
        <PageTitle>{t('home.title')}</PageTitle>
        <p>{t('home.role', { roles: formatList(roles.map((role) => t(`role.${role}`))) })}</p>
      </header>
      <ul className={styles.places}>
        <li>
          <Activity aria-hidden="true" size={24} />
          <h2>
            <SiteLink to="/staff/sittings">{t('nav.sittings')}</SiteLink>
          </h2>
          <p>{t('home.sittings')}</p>
        </li>
        {isAdministrator(me) && (
          <>
            <li>
              <Users aria-hidden="true" size={24} />
              <h2>
                <SiteLink to="/staff/people">{t('nav.people')}</SiteLink>
              </h2>
              <p>{t('home.people')}</p>
            </li>
            <li>
              <ScrollText aria-hidden="true" size={24} />
              <h2>
                <SiteLink to="/staff/audit">{t('nav.audit')}</SiteLink>
              </h2>
              <p>{t('home.audit')}</p>
            </li>
          </>
        )}
      </ul>
      <p className={styles.recorded}>{t('home.recorded')}</p>
    </div>
  );
}
