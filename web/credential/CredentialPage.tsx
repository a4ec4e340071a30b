import type { CredentialView } from '@pyladder/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { notFound } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { ladderQuery, referencesQuery } from '../api/queries.ts';
import { t } from '../messages/site.ts';
import { TryQuestions } from '../try/TryQuestions.tsx';
import { Contents } from '../ui/article/Contents.tsx';
import { Ladder } from '../ui/ladder/Ladder.tsx';
import { toneOfRung } from '../ui/ladder/tones.ts';
import { Notice } from '../ui/Notice.tsx';
import { PageOpening } from '../ui/PageOpening.tsx';
import { ButtonLink, SiteLink } from '../ui/SiteLink.tsx';
import { Costs } from './Costs.tsx';
import { Coverage } from './Coverage.tsx';
import styles from './CredentialPage.module.css';
import { ExamFacts } from './ExamFacts.tsx';
import { Preparation } from './Preparation.tsx';
import { TextSection } from './TextSection.tsx';
import type { CredentialText } from './texts.ts';

/** One rung: who it is for, what it covers, what it takes and what it is good for. The same page for every credential. */
export function CredentialPage({ credentialId, text }: { credentialId: string; text: CredentialText | null }) {
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const place = ladder.credentials.findIndex(({ id }) => id === credentialId);
  const credential = ladder.credentials[place];
  if (credential === undefined) throw notFound();
  const tone = toneOfRung(place, ladder.credentials.length);
  const next = ladder.credentials[place + 1] ?? null;
  const standings = new Map([[credentialId, 'shown' as const]]);
  const shortOf = (id: string) => ladder.credentials.find((one) => one.id === id)?.short ?? id;
  const { data: reading } = useQuery({ ...referencesQuery(credentialId), enabled: 'exam' in credential });
  const values = { kind: 'grantedBy' in credential ? 'granted' : 'exam' };
  return (
    <div className={styles.page}>
      <article className={styles.article} data-tone={tone}>
        <PageOpening
          title={{
            tab: credential.short,
            place: <p className={styles.short}>{credential.short}</p>,
            children: credential.name,
          }}
          lead={text?.lead ?? null}
        >
          <CredentialActions credential={credential} />
        </PageOpening>
        <ExamFacts credential={credential} shortOf={shortOf} />
        {'offers' in credential && credential.offers.mock && (
          <TryQuestions
            credentialId={credentialId}
            short={credential.short}
            onward={<MockLink credentialId={credentialId} />}
          />
        )}
        {text !== null && <TextSection id="for-whom" title={t('credential.forWhom')} points={text.forWhom} />}
        {'sections' in credential && (
          <Coverage sections={credential.sections} words={text?.sections ?? {}} reading={reading?.objectives ?? []} />
        )}
        {text !== null && (
          <>
            <TextSection id="format" title={t('credential.format', values)} points={text.format} />
            <TextSection id="before" title={t('credential.before')} points={text.before} />
          </>
        )}
        <Costs credential={credential} ladder={ladder} plan={text?.plan ?? null} />
        {text !== null && (
          <>
            <Preparation prepare={text.prepare} plan={text.plan} />
            <TextSection id="pitfalls" title={t('credential.pitfalls', values)} points={text.pitfalls} />
            <TextSection id="benefits" title={t('credential.benefits')} points={text.benefits} />
            <TextSection id="roles" title={t('credential.roles')} points={text.roles} />
            <TextSection id="limits" title={t('credential.limits')} points={text.limits} />
            <TextSection
              id="experience"
              title={t('credential.experience')}
              points={text.experience}
              shape="paragraphs"
            />
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
        <div className={styles.contents}>
          <Contents sections={listContents(credential, text)} />
        </div>
      </aside>
    </div>
  );
}

/** The headings of the page that are there, in their order. */
function listContents(credential: CredentialView, text: CredentialText | null): { id: string; title: string }[] {
  const values = { kind: 'grantedBy' in credential ? 'granted' : 'exam' };
  const of = (id: string, title: string, points: readonly unknown[] | undefined) =>
    points !== undefined && points.length > 0 ? [{ id, title }] : [];
  return [
    ...of('for-whom', t('credential.forWhom'), text?.forWhom),
    ...of('covers', t('credential.covers'), 'sections' in credential ? credential.sections : []),
    ...of('format', t('credential.format', values), text?.format),
    ...of('before', t('credential.before'), text?.before),
    { id: 'costs', title: t('credential.costs') },
    ...of('prepare', t('credential.prepare'), text?.prepare),
    ...of('pitfalls', t('credential.pitfalls', values), text?.pitfalls),
    ...of('benefits', t('credential.benefits'), text?.benefits),
    ...of('roles', t('credential.roles'), text?.roles),
    ...of('limits', t('credential.limits'), text?.limits),
    ...of('experience', t('credential.experience'), text?.experience),
  ];
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
      {mock && <MockLink credentialId={credential.id} look="next" />}
      {real && (
        <ButtonLink to="/exams/$credentialId/$purpose" params={{ credentialId: credential.id, purpose: 'real' }}>
          {t('credential.real')}
        </ButtonLink>
      )}
    </div>
  );
}

function MockLink({ credentialId, look = 'plain' }: { credentialId: string; look?: 'next' | 'plain' }) {
  return (
    <ButtonLink look={look} to="/exams/$credentialId/$purpose" params={{ credentialId, purpose: 'mock' }}>
      {t('credential.mock')} <ArrowRight aria-hidden="true" size={20} />
    </ButtonLink>
  );
}
