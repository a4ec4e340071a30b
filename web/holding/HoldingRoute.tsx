import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { credentialPageQuery } from '../api/credentials.ts';
import { ladderQuery } from '../api/queries.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ButtonLink } from '../ui/SiteLink.tsx';
import styles from './HoldingPage.module.css';
import { HoldingPage } from './HoldingPage.tsx';
import { t } from './words.ts';

/** The public page of the credential at this address. */
export function HoldingRoute() {
  const { id } = useParams({ from: '/credentials/$id' });
  const { data: page } = useSuspenseQuery(credentialPageQuery(id));
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  return <HoldingPage page={page} ladder={ladder} />;
}

/** No credential was ever issued at this address, or it was mistyped. */
export function HoldingNotFound() {
  return (
    <section className={styles.notFound}>
      <PageTitle>{t('notFound.title')}</PageTitle>
      <p>{t('notFound.words')}</p>
      <ButtonLink look="next" to="/verify">
        {t('notFound.verify')}
      </ButtonLink>
    </section>
  );
}
