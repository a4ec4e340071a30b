import type { CredentialView } from '@pyladder/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { notFound } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { ladderQuery } from '../api/queries.ts';
import { t } from '../messages/site.ts';
import { Ladder } from '../ui/ladder/Ladder.tsx';
import { toneOfRung } from '../ui/ladder/tones.ts';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ButtonLink, SiteLink } from '../ui/SiteLink.tsx';
import { Coverage } from './Coverage.tsx';
import styles from './CredentialPage.module.css';
import { ExamFacts } from './ExamFacts.tsx';
import { TextSection } from './TextSection.tsx';
import type { CredentialText } from './texts.ts';

/** One rung: who it is for, what it covers, what it takes and what it is good for. The same page for every credential. */
export function CredentialPage({ credentialId, text }: { credentialId: string; text: CredentialText | null }) {
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const place = ladder.credentials.findIndex(({ id }) => id === credentialId);
  const credential = ladder.credentials[place];
  if (credential === undefined) throw notFound();
  const next = ladder.credentials[place + 1] ?? null;
  const standings = new Map([[credentialId, 'shown' as const]]);
  const shortOf = (id: string) => ladder.credentials.find((one) => one.id === id)?.short ?? id;
  const values = { kind: 'grantedBy' in credential ? 'granted' : 'exam' };
  return (
    <div className={styles.page}>
      <article className={styles.article}>
        <header className={styles.header}>
          <PageTitle
            tab={credential.short}
            place={
              <p className={styles.short} data-tone={toneOfRung(place, ladder.credentials.length)}>
                {credential.short}
              </p>
            }
          >
            {credential.name}
          </PageTitle>
          {text !== null && <p className={styles.lead}>{text.lead}</p>}
          <CredentialActions credential={credential} />
        </header>
        <ExamFacts credential={credential} shortOf={shortOf} />
        {text !== null && <TextSection id="for-whom" title={t('credential.forWhom')} points={text.forWhom} />}
        {'sections' in credential && <Coverage sections={credential.sections} />}
        {text !== null && (
          <>
            <TextSection id="format" title={t('credential.format', values)} points={text.format} />
            <TextSection id="prepare" title={t('credential.prepare')} points={text.prepare} />
            <TextSection id="pitfalls" title={t('credential.pitfalls', values)} points={text.pitfalls} />
            <TextSection id="benefits" title={t('credential.benefits')} points={text.benefits} />
            <TextSection id="limits" title={t('credential.limits')} points={text.limits} />
          </>
        )}
        {next !== null && (
          <p className={styles.next}>
            {t('credential.next')}{' '}
            <SiteLink to="/$credentialId" params={{ credentialId: next.id }}>
              {t('credential.nextName', { short: next.short, name: next.name })}
            </SiteLink>
          </p>
        )}
      </article>
      <aside className={styles.aside}>
        <Ladder ladder={ladder} standings={standings} detail="short" />
      </aside>
    </div>
  );
}

/** To the mock exam and the real one, as far as this installation holds them. */
function CredentialActions({ credential }: { credential: CredentialView }) {
  if (!('offers' in credential)) return null;
  const { mock, real } = credential.offers;
  if (!mock && !real) {
    return <Notice tone="info">{t('credential.notOffered', { credential: credential.short })}</Notice>;
  }
  return (
    <div className={styles.actions}>
      {mock && (
        <ButtonLink
          look="next"
          to="/exams/$credentialId/$purpose"
          params={{ credentialId: credential.id, purpose: 'mock' }}
        >
          {t('credential.mock')} <ArrowRight aria-hidden="true" size={20} />
        </ButtonLink>
      )}
      {real && (
        <ButtonLink to="/exams/$credentialId/$purpose" params={{ credentialId: credential.id, purpose: 'real' }}>
          {t('credential.real')}
        </ButtonLink>
      )}
    </div>
  );
}
