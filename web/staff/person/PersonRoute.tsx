import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ladderQuery, meQuery } from '../../api/queries.ts';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { ButtonLink } from '../../ui/SiteLink.tsx';
import { personQuery } from '../queries.ts';
import styles from '../StaffRefused.module.css';
import { t } from '../words.ts';
import { PersonPage } from './PersonPage.tsx';

/** A person's record at its address. */
export function PersonRoute() {
  const { candidateId } = useParams({ from: '/own/staff/administrators/staff/people/$candidateId' });
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: record } = useSuspenseQuery(personQuery(candidateId));
  return (
    <PersonPage
      key={candidateId}
      ladder={ladder}
      record={record}
      isOwn={me.person?.candidateId === record.candidateId}
    />
  );
}

/** Nobody has this candidate id. */
export function PersonNotFound() {
  return (
    <section className={styles.refused}>
      <PageTitle>{t('person.notFound.title')}</PageTitle>
      <p>{t('person.notFound.words')}</p>
      <ButtonLink look="next" to="/staff/people">
        {t('person.notFound.action')}
      </ButtonLink>
    </section>
  );
}
