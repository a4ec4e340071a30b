import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { NetworkError, ProblemError } from './api/call.ts';
import { changePerson } from './api/queries.ts';
import { explainRefusal, isRefusalCode } from './messages/refusals.ts';
import { t } from './messages/site.ts';
import styles from './PageStates.module.css';
import { PageTitle } from './ui/PageTitle.tsx';
import { ButtonLink } from './ui/SiteLink.tsx';
import { Failed, Loading, Offline } from './ui/States.tsx';

/** A page that is still on its way. */
export function PagePending() {
  return <Loading />;
}

/** What stands in a page's place when it could not be made: offline, refused, or a fault of ours. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  const isOffline = error instanceof NetworkError;
  useEffect(() => {
    if (!isOffline) return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  });
  if (isOffline) return <Offline heading={mainHeading} retry={retry} />;
  if (error instanceof ProblemError && error.code === 'not_signed_in') return <SessionOver />;
  if (error instanceof ProblemError && error.code === 'not_found') return <PageNotFound />;
  if (error instanceof ProblemError && isRefusalCode(error.code)) {
    return <Failed heading={mainHeading} words={explainRefusal(error.code)} action={<WayToDashboard />} />;
  }
  return <Failed heading={mainHeading} retry={retry} />;
}

function mainHeading(title: string) {
  return <PageTitle>{title}</PageTitle>;
}

function WayToDashboard() {
  return (
    <ButtonLink look="next" to="/dashboard">
      {t('result.dashboard')}
    </ButtonLink>
  );
}

/** The session ended while the page was open: to sign in, and back here. */
function SessionOver() {
  const router = useRouter();
  const queries = useQueryClient();
  useEffect(() => {
    changePerson(queries, { person: null });
    void router.navigate({ to: '/sign-in', search: { next: router.state.location.href } });
  }, [queries, router]);
  return <Loading />;
}

/** No such page, or nothing of this person's there. */
export function PageNotFound() {
  return (
    <section className={styles.state}>
      <PageTitle>{t('notFound.title')}</PageTitle>
      <p>{t('notFound.words')}</p>
      <ButtonLink look="next" to="/">
        {t('notFound.home')}
      </ButtonLink>
    </section>
  );
}
