import { roomAddress } from '../addresses.ts';
import { t } from '../messages/exams.ts';
import { t as site } from '../messages/site.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ButtonAnchor, ButtonLink } from '../ui/SiteLink.tsx';
import { Loading } from '../ui/States.tsx';
import styles from './ResultPage.module.css';

export type PendingResultProps = {
  sittingId: string;
  /** The sitting's state as the server names it. */
  state: string;
};

/** What to tell of a sitting that has no result yet, or will have none. */
export function PendingResult({ sittingId, state }: PendingResultProps) {
  const kind = kindOf(state);
  return (
    <section className={styles.result}>
      <PageTitle>{t(`result.${kind}.title`)}</PageTitle>
      <p>{t(`result.${kind}.words`)}</p>
      {kind === 'waiting' && <Loading what={t('result.waiting.what')} />}
      {kind === 'going' && (
        <div>
          <ButtonAnchor look="next" href={roomAddress(sittingId)}>
            {site('next.resume.action')}
          </ButtonAnchor>
        </div>
      )}
      {(kind === 'held' || kind === 'voided') && (
        <div>
          <ButtonLink to="/dashboard">{site('result.dashboard')}</ButtonLink>
        </div>
      )}
    </section>
  );
}

function kindOf(state: string): 'waiting' | 'going' | 'held' | 'voided' {
  if (state === 'ready' || state === 'running' || state === 'paused') return 'going';
  return state === 'held' || state === 'voided' ? state : 'waiting';
}
