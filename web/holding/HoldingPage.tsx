import type { CredentialPage, LadderView } from '@pyladder/contract';
import { formatList } from '../messages/formats.ts';
import { inkOf, toneOfRung } from '../ui/ladder/tones.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SectionProfile } from '../ui/profile/SectionProfile.tsx';
import { BadgePicture } from '../ui/standing/BadgePicture.tsx';
import { Banners } from './Banners.tsx';
import { CheckYourself } from './CheckYourself.tsx';
import { HolderSection } from './HolderSection.tsx';
import styles from './HoldingPage.module.css';
import { KeyFacts } from './KeyFacts.tsx';
import { RungPlace } from './RungPlace.tsx';
import { TopicList } from './TopicList.tsx';
import { t } from './words.ts';

/** Keeps "PCPP 32-1" on one line. */
const NO_BREAK = '\u00a0';

export type HoldingPageProps = { page: CredentialPage; ladder: LadderView };

/** One person's credential as anybody sees it: what it attests, by whom, since when, and how to check that oneself. */
export function HoldingPage({ page, ladder }: HoldingPageProps) {
  const place = ladder.credentials.findIndex(({ id }) => id === page.credential);
  const tone = toneOfRung(Math.max(0, place), ladder.credentials.length);
  const rung = ladder.credentials[place];
  const exams = formatList(page.basis.map(({ short }) => short.replaceAll(' ', NO_BREAK)));
  const kind = page.basis.length > 1 ? 'granted' : 'exam';
  return (
    <div className={styles.page}>
      <article className={styles.article}>
        <Banners page={page} />
        <header className={styles.header}>
          <BadgePicture
            short={page.short}
            tone={tone}
            address={page.standing === 'revoked' ? null : `/credentials/${page.id}.svg`}
            size="large"
          />
          <div className={styles.headline}>
            <PageTitle
              tab={t('tab', { short: page.short })}
              className={styles.title}
              place={
                <p className={styles.short} style={{ color: inkOf(tone) }}>
                  {page.short}
                </p>
              }
            >
              {page.name}
            </PageTitle>
            <p className={styles.attests}>{t(`kind.${kind}`, { short: page.short, exams })}</p>
            <KeyFacts page={page} />
          </div>
        </header>
        {page.holderName === null && <HolderSection id={page.id} />}
        {page.profile !== null && rung !== undefined && 'exam' in rung && (
          <SectionProfile sections={page.profile} passMark={rung.exam.passMark} title={t('profile.title')} />
        )}
        <TopicList page={page} />
        <CheckYourself page={page} />
      </article>
      <aside className={styles.aside} aria-label={t('ladder')}>
        <RungPlace page={page} ladder={ladder} />
      </aside>
    </div>
  );
}
