import type { ExamCredentialView, LadderView } from '@pyladder/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useLoaderData } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { ladderQuery, meQuery, recordQuery } from '../api/queries.ts';
import { t } from '../messages/site.ts';
import { ArticleBlocks } from '../ui/article/ArticleBlocks.tsx';
import { Ladder } from '../ui/ladder/Ladder.tsx';
import { findStandings } from '../ui/ladder/standings.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ButtonLink } from '../ui/SiteLink.tsx';
import styles from './HomePage.module.css';

const FACTS = ['real', 'teach', 'safe'] as const;

/** The first page: what this is, the one next step, the whole ladder, and whether to climb it at all. */
export function HomePage() {
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const { data: me } = useQuery(meQuery);
  const { data: record } = useQuery({ ...recordQuery, enabled: Boolean(me?.person) });
  const text = useLoaderData({ from: '/' });
  const standings = record === undefined || !me?.person ? undefined : findStandings(ladder, record);
  return (
    <div className={styles.page}>
      <section className={styles.hero}>
        <div>
          <PageTitle className={styles.title} tab={text?.tab ?? ladder.title}>
            {text?.title ?? ladder.title}
          </PageTitle>
          <p className={styles.lead}>{text?.lead ?? t('home.lead')}</p>
          {/* Whoever brought a session is taken for its owner until the server has said. */}
          <NextStep ladder={ladder} isVisitor={me?.person === null} />
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
      {text?.sections.map(({ id, title, blocks }) => (
        <section key={id} aria-labelledby={id} className={styles.section}>
          <h2 id={id}>{title}</h2>
          <ArticleBlocks blocks={blocks} />
        </section>
      ))}
    </div>
  );
}

function NextStep({ ladder, isVisitor }: { ladder: LadderView; isVisitor: boolean }) {
  const first = ladder.credentials.find((credential): credential is ExamCredentialView => 'exam' in credential);
  return (
    <div className={styles.actions}>
      {isVisitor ? (
        first?.offers.mock && (
          <ButtonLink
            look="next"
            to="/exams/$credentialId/$purpose"
            params={{ credentialId: first.id, purpose: 'mock' }}
          >
            {t('home.mock', { credential: first.short })} <ArrowRight aria-hidden="true" size={20} />
          </ButtonLink>
        )
      ) : (
        <ButtonLink look="next" to="/dashboard">
          {t('home.dashboard')} <ArrowRight aria-hidden="true" size={20} />
        </ButtonLink>
      )}
      {first !== undefined && (
        <ButtonLink to="/$credentialId" params={{ credentialId: first.id }}>
          {t('home.read', { credential: first.short })}
        </ButtonLink>
      )}
    </div>
  );
}
