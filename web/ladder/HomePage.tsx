import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { ladderQuery, meQuery, recordQuery } from '../api/queries.ts';
import { t } from '../messages/site.ts';
import { Ladder } from '../ui/ladder/Ladder.tsx';
import { findStandings } from '../ui/ladder/standings.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ButtonLink } from '../ui/SiteLink.tsx';
import styles from './HomePage.module.css';

const FACTS = ['real', 'teach', 'safe'] as const;

/** The first page: what this is, the one next step, and the whole ladder. */
export function HomePage() {
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const { data: me } = useQuery(meQuery);
  const { data: record } = useQuery({ ...recordQuery, enabled: Boolean(me?.person) });
  const standings = record === undefined || !me?.person ? undefined : findStandings(ladder, record);
  return (
    <section className={styles.hero}>
      <div>
        <PageTitle className={styles.title}>{t('home.title')}</PageTitle>
        <p className={styles.lead}>{t('home.lead')}</p>
        <div className={styles.actions}>
          {me?.person === null ? (
            <ButtonLink
              look="next"
              to="/exams/$credentialId/$purpose"
              params={{ credentialId: 'pcep', purpose: 'mock' }}
            >
              {t('home.mock')} <ArrowRight aria-hidden="true" size={20} />
            </ButtonLink>
          ) : (
            <ButtonLink look="next" to="/dashboard">
              {t('home.dashboard')} <ArrowRight aria-hidden="true" size={20} />
            </ButtonLink>
          )}
          <ButtonLink to="/$credentialId" params={{ credentialId: 'pcep' }}>
            {t('home.read')}
          </ButtonLink>
        </div>
        <ul className={styles.facts}>
          {FACTS.map((fact) => (
            <li key={fact}>
              <strong>{t(`home.fact.${fact}.title`)}</strong>
              <span>{t(`home.fact.${fact}.words`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.picture}>
        <Ladder ladder={ladder} detail="full" {...(standings && { standings })} />
      </div>
    </section>
  );
}
