import { SignOut } from '@pyladder/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from './api/call.ts';
import { changePerson, meQuery } from './api/queries.ts';
import { t } from './messages/site.ts';
import styles from './SiteHeader.module.css';
import { isStaff } from './staff/roles.ts';
import { Brand } from './ui/Brand.tsx';
import { Button } from './ui/Button.tsx';
import { SiteLink } from './ui/SiteLink.tsx';

/** Brand and navigation; says who is signed in. */
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
      {me?.person && <SignedIn name={me.person.name} />}
    </div>
  );
}

function SignedIn({ name }: { name: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => call(SignOut, {}),
    onSuccess: async (me) => {
      // First away from the person's own page, which cannot be shown without them.
      await navigate({ to: '/' });
      changePerson(queries, me);
    },
  });
  return (
    <div className={styles.person}>
      <span>{t('nav.signedIn', { name })}</span>
      <Button look="quiet" isPending={signOut.isPending} onPress={() => signOut.mutate()}>
        {t('nav.signOut')}
      </Button>
    </div>
  );
}
