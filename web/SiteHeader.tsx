import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { meQuery } from './api/queries.ts';
import { t } from './messages/site.ts';
import styles from './SiteHeader.module.css';
import { isStaff } from './staff/roles.ts';
import { Brand } from './ui/Brand.tsx';
import { SiteLink } from './ui/SiteLink.tsx';

/** Most visitors are not signed in, and need none of what signing out needs. */
const SignOutButton = lazy(() => import('./SignOutButton.tsx'));

/** Brand and navigation; says who is signed in. Until that is known, it offers what can be said to anybody. */
export function SiteHeader() {
  const { data: me } = useQuery(meQuery);
  return (
    <div className={styles.header}>
      <SiteLink to="/" className={styles.home}>
        <Brand />
      </SiteLink>
      <nav aria-label={t('nav.label')} className={styles.nav}>
        <SiteLink to="/" activeOptions={{ exact: true }}>
          {t('nav.ladder')}
        </SiteLink>
        <SiteLink to="/verify">{t('nav.verify')}</SiteLink>
        {me?.person && (
          <>
            <SiteLink to="/dashboard">{t('nav.dashboard')}</SiteLink>
            <SiteLink to="/wallet">{t('nav.wallet')}</SiteLink>
            {isStaff(me.person) && <SiteLink to="/staff">{t('nav.staff')}</SiteLink>}
          </>
        )}
        {me?.person === null && (
          <>
            <SiteLink to="/sign-in">{t('nav.signIn')}</SiteLink>
            <SiteLink to="/sign-up">{t('nav.signUp')}</SiteLink>
          </>
        )}
      </nav>
      {me?.person && (
        <div className={styles.person}>
          <span>{t('nav.signedIn', { name: me.person.name })}</span>
          <Suspense fallback={null}>
            <SignOutButton />
          </Suspense>
        </div>
      )}
    </div>
  );
}
